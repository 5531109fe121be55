"""What differs when the site is published: its address."""

import os
import sys

sys.path.append(os.curdir)
from pelicanconf import *  # noqa: F403

SITEURL = "https://archive.example.org"

# Where `.\/inv publish` sends the site, as "user@host:\/var\/www\/archive".
PUBLISH_TO = ""
