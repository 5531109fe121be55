"""An invented archive as press would describe it to the theme: every variable of docs/theme.md.

The theme's own tests render it without Pelican, so a template can be wrong only by itself. Also
runs as a program: `python tests/site/mock_archive.py FOLDER` writes the pages to look at.
"""

import gettext
import shutil
import sys
from pathlib import Path
from types import SimpleNamespace as Row

from jinja2 import Environment, FileSystemLoader, StrictUndefined

THEME = Path(__file__).resolve().parents[2] / "theme"
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
NAVIGATION = [
    Row(kind="front", kinds=["front"], label="Front page", url=""),
    Row(kind="search", kinds=["search"], label="Search", url="search/"),
    Row(kind="countries", kinds=["countries", "country"], label="Countries", url="country/"),
    Row(
        kind="organizations",
        kinds=["organizations", "organization"],
        label="Organizations",
        url="organization/",
    ),
    Row(kind="sources", kinds=["sources", "source"], label="Sources", url="source/"),
]
SETTINGS = {
    "SITENAME": "The Harbour Ledger",
    "SITESUBTITLE": "An archive of wire stories",
    "SITEURL": "",
    "DEFAULT_LANG": "en",
    "THEME_STATIC_DIR": "theme",
    "navigation": NAVIGATION,
    "pages": [Row(title="About this archive", url="about/")],
}
WORDS = gettext.NullTranslations()


def tag(kind, code, heading, primary=True, reason=""):
    """A tag as a story carries it, or a term when there is no story."""
    url = f"{kind}/{heading.lower().replace(' ', '-')}/"
    return Row(kind=kind, code=code, heading=heading, url=url, primary=primary, reason=reason)


HERALD = tag("source", "Khorasan Herald", "Khorasan Herald")
COUNTRIES = [
    tag("country", "AF", "Afghanistan", reason="in the headline and 3 times in the text"),
    tag("country", "TJ", "Tajikistan", False, "2 times in the text"),
]
ORGANIZATIONS = [
    tag("organization", "CSTO", "Collective Security Treaty Organization", False, "in the text"),
]
STORIES = [
    ("Herat opens a grain silo before the winter, and names it after a miller", "en", "ltr"),
    ("هرات پیش از زمستان سیلوی گندم تازه‌ای گشود", "fa", "rtl"),
    ("Border bridge at Panj closes for repairs", "en", "ltr"),
    ("Порт Актау меняет расписание паромов до весны", "ru", "ltr"),
    (f"Harbour pilots & dockers agree on <shifts>: the {'strike/' * 9} is off", "en", "ltr"),
    ("وزير النقل يفتتح ميناء الصيد الجديد", "ar", "rtl"),
    ("黑河渡口恢复夜间通航", "zh", "ltr"),
    ("Tea prices steady in Mombasa as rains arrive on time", "en", "ltr"),
]
SUMMARIES = {
    "fa": "والی هرات روز یک‌شنبه سیلویی را گشود که بیست هزار تن گندم را در خود جای می‌دهد.",
    "ar": "قال الوزير إن الميناء سيستقبل مئة قارب كل ليلة ابتداء من الأسبوع المقبل.",
    "ru": "Администрация порта сообщила, что зимнее расписание вступит в силу в понедельник.",
    "zh": "当地港口表示，渡船将在每晚九点以后加开两班。",
}
ENGLISH = (
    "The provincial governor opened a silo on Sunday that holds twenty thousand tonnes of wheat, "
    "enough to carry the city through a winter without a single convoy from the north."
)


def escaped(text):
    """Press hands everything over escaped; so does the mock."""
    return (
        text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&#34;")
    )


def brief(number=0):
    """A story as a card gets it."""
    title, lang, direction = STORIES[number % len(STORIES)]
    day = 12 - number % 8
    return Row(
        title=escaped(title),
        url=f"2025/01/{day:02}/story-{number}.html",
        lang=lang,
        dir=direction,
        iso=f"2025-01-{day:02}T14:05",
        date_text=f"{day} January 2025",
        time_text="14:05",
        source=HERALD,
        countries=COUNTRIES,
        organizations=ORGANIZATIONS,
        summary=escaped(SUMMARIES.get(lang, ENGLISH)),
    )


PERSIAN = (
    '<p>والی <span data-tag="AF">هرات</span> روز یک‌شنبه سیلویی را گشود که بیست هزار تن گندم را در '
    "خود جای می‌دهد و شهر را زمستانی بی‌نیاز از کاروان نگاه می‌دارد.</p>"
    "<p>نانوایان شهر گفتند قیمت نان از ماه آینده پایین می‌آید، هرچند آرد هنوز از بندر می‌رسد و راه "
    "کوهستانی با نخستین برف بسته می‌شود.</p>"
)
TEXT = (
    "<p>The governor of the western province opened a silo on Sunday that holds twenty thousand "
    'tonnes of wheat, the largest <span data-tag="AF">Afghan</span> store outside the capital, and '
    "told a crowd of bakers that the city could now pass a winter without a convoy.</p>"
    '<p>"We have counted every sack," said the storekeeper, forty years a miller, whose name the '
    'silo bears. Engineers from <span data-tag="TJ">Tajikistan</span> built the drying floor; the '
    '<span data-tag="CSTO">CSTO</span> lent two cranes that had stood idle at the border since the '
    "spring floods.</p>"
    '<p>Bread prices in <span data-tag="AF">Afghanistan</span> rose by a third last winter when '
    "snow closed the high road for nineteen days. The bakers' guild expects a fall next month, "
    "though flour still comes by lorry from the river port and depends on fuel.</p>"
    "<p>The silo took fourteen months to build. A second one, at the eastern gate, is to follow if "
    'the harvest in the <span data-tag="TJ">Tajik</span> valleys allows the sale of a surplus.</p>'
)


MAIN = {"aspect": "main", "also": True, "also_url": "country/afghanistan/mentioned/"}
COMPARISON = Row(
    pieces=[
        Row(kind="gap", text="…"),
        Row(kind="same", text="opened a silo on"),
        Row(kind="del", text="Saturday"),
        Row(kind="ins", text="Sunday &amp; Monday"),
        Row(kind="same", text="that holds twenty"),
    ],
    changes=27,
    more=3,
)
SAME = Row(pieces=[], changes=0, more=0)


def twin(number, comparison, version=""):
    """A near-copy of a story, compared with it or not."""
    return Row(**{**vars(brief(number)), "comparison": comparison, "version": version})


def article(number=0):
    """A whole story."""
    whole = brief(number)
    whole.__dict__.update(
        content=PERSIAN if whole.dir == "rtl" else TEXT,
        day=Row(label=whole.date_text, url="2025/01/12/"),
        syndicator="MENAFN",
        byline="Mirwais Sadeq",
        place="Herat",
        dateline="هرات" if whole.dir == "rtl" else "HERAT, Jan 12",
        rights="",
        wire_id="1109046550",
        original="https://herald.example/silo",
        truncated=False,
        story="3f2a9c" + "0" * 58,
        dump="dumps/january.zip!day12/0042.txt",
        cuts=[
            Row(
                rule="menafn.share-bar", text="ShareFacebook Twitter WhatsApp Email Print Telegram"
            ),
            Row(rule="menafn.wire-code", text="MENAFN12012025000228011069ID1109046550"),
        ],
        previous=brief(2),
        next=brief(5),
        twins=[twin(4, COMPARISON, "UPDATE 2"), twin(7, SAME), twin(1, None)],
        earlier=[brief(1), brief(7)],
        later=[brief(3)],
        notices=[Row(word="corrected_by", story=brief(6)), Row(word="updates", story=brief(7))],
        withdrawn_text="23 November 2026",
        reason="A court ruled that the text names a child.",
        headline="",
        citations=[
            Row(
                key="chicago",
                label="Chicago",
                text="Sadeq, Mirwais. “Herat Opens a Grain Silo.” "
                "Khorasan Herald, January 12, 2025. https://ledger.example/2025/01/12/story-0.html.",
            ),
            Row(key="bibtex", label="BibTeX", text="@article{herald2025,\n  title = {{Herat}},\n}"),
        ],
    )
    return whole


def level(count):
    return 0 if not count else 1 + (count > 60) + (count > 150) + (count > 260)


def year_row(year):
    months = []
    for number, label in enumerate(MONTHS, 1):
        count = (number * 37 + year * 91) % 331 if (year, number) > (1986, 4) else 0
        count *= 41 if year % 10 == 4 else 1  # five digits
        url = f"{year}/{number:02}/" if count else None
        months.append(
            Row(label=label, name=f"{label} {year}", url=url, count=count, level=level(count))
        )
    return Row(label=str(year), url=f"{year}/", count=sum(m.count for m in months), months=months)


def weeks(year, month):
    """Weeks of a month that begins on a Wednesday and has 31 days."""
    cells = [None, None]
    for day in range(1, 32):
        count = day * month * 7 % 11 * 4
        url = f"{year}/{month:02}/{day:02}/" if count else None
        cells.append(Row(day=day, url=url, count=count, level=min(4, count // 9)))
    cells += [None] * (-len(cells) % 7)
    return [cells[i : i + 7] for i in range(0, len(cells), 7)]


def month_row(year, number):
    name = f"{MONTHS[number - 1]} {year}"
    return Row(
        label=MONTHS[number - 1],
        name=name,
        url=f"{year}/{number:02}/",
        count=120,
        level=2,
        weeks=weeks(year, number),
    )


def tally(kind, names):
    rows = [tag(kind, name[:2].upper(), name) for name in names]
    for rank, row in enumerate(rows):
        row.count, row.recent, row.acronym = 4200 // (rank + 1), 40, ""
    return rows


PLACES = [
    "United States",
    "Afghanistan",
    "Iran, Islamic Republic of",
    "Kazakhstan",
    "Kenya",
    "China",
]
BODIES = ["United Nations", "Collective Security Treaty Organization", "World Food Programme"]
PAPERS = ["Khorasan Herald", "Caspian Daily", "اتحادیه خبر"]
DAY = Row(label="12 January 2025", url="2025/01/12/", iso="2025-01-12")
FIRST = Row(label="3 May 1986", url="1986/05/03/", iso="1986-05-03")


def now_and_then(kind, names):
    rows = tally(kind, names)
    return Row(now_label="2025", now=rows[:3], then_label="1986–2024", then=rows)


def here(kind, title, url, **more):
    feeds = [Row(url="feed.xml", title="The Harbour Ledger")]
    known = {"lang": "en", "dir": "ltr", "description": "", "metadata": "", "feeds": feeds}
    known["data"] = [
        Row(url=f"{url}index.json", type="application/json", label="JSON"),
        Row(url=f"{url}stories-1.csv", type="text/csv", label="CSV"),
    ]
    return Row(kind=kind, title=title, url=url, **{**known, **more})


def pages():
    """Return every page of the mock: path -> (template, variables)."""
    page = Row(
        number=3, newer=None, older="page/2/", newest="", oldest="page/1/", total=3, count=60
    )
    front = Row(
        count=17342,
        sources=3,
        countries=6,
        organizations=3,
        first=FIRST,
        last=DAY,
        undated=14,
        years=[year_row(year) for year in range(2025, 1985, -1)],
        this_day_label="12 January",
        this_day_about=False,
        this_day=[
            Row(label="12 January 2024", url="2024/01/12/", count=9, stories=[brief(2), brief(5)]),
            Row(label="12 January 2019", url="2019/01/12/", count=2, stories=[brief(3)]),
        ],
        top_countries=now_and_then("country", PLACES),
        top_organizations=now_and_then("organization", BODIES),
        top_sources=tally("source", PAPERS),
    )
    bars = [
        Row(label=y.label, url=y.url, count=y.count, height=min(100, y.count // 24))
        for y in map(year_row, range(2017, 2026))
    ]
    profile = Row(
        count=2143,
        primary=1201,
        first=FIRST,
        last=DAY,
        periods=bars,
        scale=2400,
        gaps=[],
        names=["Islamic Emirate of Afghanistan", "افغانستان", *(f"Afgani {n}" for n in range(12))],
        before=[],
        after=tally("country", PLACES)[:1],
        countries=tally("country", PLACES),
        organizations=tally("organization", BODIES),
        sources=tally("source", PAPERS),
    )
    counted = tally("country", PLACES)
    world = Row(
        label="2025",
        years=[Row(label=str(year), url=f"world/{year}/") for year in (2025, 2024)],
        squares=[
            Row(
                code=row.code,
                column=rank * 4,
                row=rank,
                level=rank % 5,
                term=row if rank % 5 else None,
            )
            for rank, row in enumerate(counted)
        ],
        columns=28,
        rows=16,
        table=counted,
        elsewhere=counted[:2],
    )
    bodies = tally("organization", BODIES)
    together = Row(
        organizations=bodies,
        lines=[
            Row(
                term=row,
                cells=[
                    Row(count=n * 9, level=min(4, n), query='country:"AF" organization:"UN"')
                    for n in range(len(bodies))
                ],
            )
            for row in counted
        ],
        top=[
            Row(country=row, organization=bodies[0], count=9, query='country:"AF"')
            for row in counted
        ],
        pairs=40,
        csv="together/pairs.csv",
    )
    country = Row(
        kind="country",
        heading="Afghanistan",
        url="country/afghanistan/",
        code="AF",
        feed="country/afghanistan/feed.xml",
        wikidata="Q889",
        type="",
        acronym="",
        variants=[],
    )
    source = Row(
        kind="source",
        heading="Khorasan Herald",
        url=HERALD.url,
        code="Khorasan Herald",
        feed="source/khorasan-herald/feed.xml",
        wikidata="",
        type="",
        acronym="",
        variants=[],
    )
    gap = {"from": "2 March 2020", "to": "14 May 2020", "days": 73}
    index = Row(
        kind="countries",
        title="Countries",
        count=6,
        top=tally("country", PLACES),
        groups=[
            Row(
                letter=letter,
                terms=[row for row in tally("country", PLACES) if row.heading[0] == letter],
            )
            for letter in "ACIKU"
        ],
    )
    week = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    year = Row(
        kind="year",
        label="2025",
        url="2025/",
        iso="2025",
        count=1440,
        previous=Row(label="2024", url="2024/"),
        next=None,
        parents=[],
        weekdays=week,
        days=None,
        months=[month_row(2025, n) for n in range(1, 13)],
    )
    month = Row(
        kind="month",
        label="January 2025",
        url="2025/01/",
        iso="2025-01",
        count=120,
        previous=Row(label="December 2024", url="2024/12/"),
        next=None,
        weekdays=week,
        parents=[Row(label="2025", url="2025/")],
        months=[month_row(2025, 1)],
        days=[
            Row(
                label=f"{d} January 2025",
                url=f"2025/01/{d:02}/",
                count=40 + d,
                more=37,
                stories=[brief(d), brief(d + 1), brief(d + 4)],
            )
            for d in (12, 11, 10)
        ],
    )
    day = Row(
        kind="day",
        label="12 January 2025",
        url="2025/01/12/",
        iso="2025-01-12",
        count=8,
        previous=Row(label="11 January 2025", url="2025/01/11/"),
        next=None,
        weekdays=week,
        parents=[Row(label="2025", url="2025/"), Row(label="January 2025", url="2025/01/")],
        months=None,
        days=None,
    )
    lists = {"pagination": page}
    return {
        "index.html": ("index.html", {"here": here("front", "", ""), "front": front, **lists}),
        "page/2/index.html": (
            "index.html",
            {"here": here("front", "Page 2", "page/2/"), "front": None, **lists},
        ),
        "2025/01/12/story-0.html": (
            "article.html",
            {
                "here": here("story", "Herat opens", "2025/01/12/story-0.html"),
                "article": article(0),
            },
        ),
        "2025/01/11/story-1.html": (
            "article.html",
            {"here": here("story", "هرات", "2025/01/11/story-1.html"), "article": article(1)},
        ),
        "2025/index.html": ("period.html", {"here": here("year", "2025", "2025/"), "period": year}),
        "2025/01/08/story-4.html": (
            "article.html",
            {"here": here("story", "Harbour", "2025/01/08/story-4.html"), "article": article(4)},
        ),
        "2025/01/index.html": (
            "period.html",
            {"here": here("month", "January 2025", "2025/01/"), "period": month},
        ),
        "2025/01/12/index.html": (
            "period.html",
            {"here": here("day", "12 January 2025", "2025/01/12/"), "period": day, **lists},
        ),
        "country/afghanistan/index.html": (
            "term.html",
            {
                "here": here("country", "Afghanistan", "country/afghanistan/"),
                "term": country,
                "profile": profile,
                **MAIN,
                **lists,
            },
        ),
        "country/afghanistan/mentioned/index.html": (
            "term.html",
            {
                "here": here("country", "Afghanistan", "country/afghanistan/mentioned/"),
                "term": country,
                "profile": None,
                **MAIN,
                "aspect": "mentioned",
                **lists,
            },
        ),
        "world/index.html": (
            "world.html",
            {"here": here("world", "The world", "world/"), "world": world},
        ),
        "together/index.html": (
            "together.html",
            {"here": here("together", "Together", "together/"), "together": together},
        ),
        "source/khorasan-herald/index.html": (
            "term.html",
            {
                "here": here("source", "Khorasan Herald", HERALD.url),
                "term": source,
                "profile": Row(**{**vars(profile), "gaps": [gap]}),
                **MAIN,
                **lists,
            },
        ),
        "country/index.html": (
            "terms.html",
            {"here": here("countries", "Countries", "country/"), "index": index},
        ),
        "about/index.html": (
            "page.html",
            {
                "here": here("page", "About", "about/"),
                "page": Row(title="About this archive", content="<p>Wire stories, kept.</p>"),
            },
        ),
        "2025/01/09/taken.html": (
            "withdrawn.html",
            {"here": here("withdrawn", "Withdrawn", "taken.html"), "article": article(0)},
        ),
        "404.html": ("404.html", {"here": here("404", "Not here", "404.html")}),
    }


def environment():
    """Jinja as Pelican sets it up, but any variable docs/theme.md does not name is an error."""
    jinja = Environment(
        loader=FileSystemLoader(THEME / "templates"),
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    jinja.globals.update(_=WORDS.gettext, ngettext=WORDS.ngettext, number="{:,}".format)
    return jinja


def render(**words):
    """Return path -> HTML of every page; `words` overrule settings and, as `here_*`, page facts."""
    jinja = environment()
    settings = {**SETTINGS, **{k: v for k, v in words.items() if not k.startswith("here_")}}
    card = jinja.get_template("parts/card.html")
    cards = [card.render(story=brief(number), **settings) for number in range(12)]
    shown = {}
    for path, (template, variables) in pages().items():
        vars(variables["here"]).update(
            {k[5:]: v for k, v in words.items() if k.startswith("here_")}
        )
        listed = {"cards": cards} if "pagination" in variables else {}
        if variables.get("also"):
            listed["also"] = cards[:3]
        shown[path] = jinja.get_template(template).render(**settings, **{**variables, **listed})
    return shown


def write(folder, **words):
    """Write the mock site with its static files."""
    for path, html in render(**words).items():
        target = Path(folder) / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(html, encoding="utf-8")
    shutil.copytree(THEME / "static", Path(folder) / "theme", dirs_exist_ok=True)


if __name__ == "__main__":
    write(Path(sys.argv[1]))
