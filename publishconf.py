"""What differs when the site is published: its address."""

import os
import sys

sys.path.append(os.curdir)
from pelicanconf import *  # noqa: F403

SITEURL = "https://archive.example.org"

# The site can be installed and kept offline (docs/offline_edition.md).
OFFLINE_APP = True
DIRECT_TEMPLATES = [*DIRECT_TEMPLATES, "offline"]  # noqa: F405

# Where `./inv publish` sends the site: "user@host:/var/www/archive" or "s3://bucket/folder".
PUBLISH_TO = ""
