"""The site's facts. docs/press.md and docs/finding_aids.md explain what Pelican does not."""

from pelican.plugins.press import Press

SITENAME = "Backfile"
SITESUBTITLE = "A news archive"
SITEURL = ""
TIMEZONE = "UTC"
DEFAULT_LANG = "en"

PATH = "content"
ARTICLE_PATHS = ["articles"]
PAGE_PATHS = ["pages"]
OUTPUT_PATH = "output"
CACHE_PATH = ".cache"
THEME = "theme"
STATIC_PATHS = ["images"]

PELICAN_CLASS = Press
PLUGINS = ["press", "finding_aids", "search_index", "offline_edition"]

# Addresses never change: other people link to them.
ARTICLE_URL = "{date:%Y}/{date:%m}/{date:%d}/{slug}.html"
ARTICLE_SAVE_AS = "{date:%Y}/{date:%m}/{date:%d}/{slug}.html"
YEAR_ARCHIVE_URL = "{date:%Y}/"
YEAR_ARCHIVE_SAVE_AS = "{date:%Y}/index.html"
MONTH_ARCHIVE_URL = "{date:%Y}/{date:%m}/"
MONTH_ARCHIVE_SAVE_AS = "{date:%Y}/{date:%m}/index.html"
DAY_ARCHIVE_URL = "{date:%Y}/{date:%m}/{date:%d}/"
DAY_ARCHIVE_SAVE_AS = "{date:%Y}/{date:%m}/{date:%d}/index.html"
PAGE_URL = "{slug}/"
PAGE_SAVE_AS = "{slug}/index.html"
CATEGORY_URL = "source/{slug}/"
CATEGORY_SAVE_AS = "source/{slug}/index.html"
TAG_URL = "tag/{slug}/"
TAG_SAVE_AS = "tag/{slug}/index.html"
AUTHOR_SAVE_AS = ""
# Pelican's own pattern makes page 2 of `country-8` overwrite `country-82`.
PAGINATION_PATTERNS = [
    (1, "{url}", "{save_as}"),
    (2, "{base_name}/page/{number}/", "{base_name}/page/{number}/index.html"),
]
DEFAULT_PAGINATION = 20

# Feeds and search filters of a country or organisation hold the stories about it; "mentioned"
# makes them hold every story that touches it.
TAG_SCOPE = "primary"

DIRECT_TEMPLATES = ["index", "search", "404"]
SEARCH_SAVE_AS = "search/index.html"
SEARCH_URL = "search/"
OFFLINE_SAVE_AS = "offline/index.html"
OFFLINE_URL = "offline/"

# A story belongs to the source its file names, not to the folder it lies in.
USE_FOLDER_AS_CATEGORY = False
DEFAULT_CATEGORY = "Unknown source"
# finding_aids makes the feeds.
FEED_ALL_ATOM = None
CATEGORY_FEED_ATOM = None
TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = None
AUTHOR_FEED_RSS = None
# Stories say what they are in each file: none is a translation of another.
ARTICLE_TRANSLATION_ID = None
PAGE_TRANSLATION_ID = None
