"""Makes small content folders."""

from html import escape


def write_story(content, slug, title, *paragraphs, date="2024-03-05", lang="en", **meta):
    """Write a content file as filing does and return its path."""
    folder = content / "articles" / (date[:10].replace("-", "/") if date else "undated")
    folder.mkdir(parents=True, exist_ok=True)
    facts = {"date": date, "slug": slug, "lang": lang, **meta}
    head = "".join(
        f'<meta name="{name}" content="{escape(value)}">\n'
        for name, value in facts.items()
        if value
    )
    body = "".join(f"<p>{escape(text)}</p>\n" for text in paragraphs)
    path = folder / f"{slug}.html"
    path.write_text(
        f'<!DOCTYPE html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{escape(title)}</title>\n{head}</head>\n<body>\n{body}</body></html>\n",
        encoding="utf-8",
    )
    return path


def write_archive(content):
    """Write seven stories over two years, one undated, one a draft; return the folder."""
    write_story(
        content, "silo", "Herat opens grain silo", "The silo holds wheat.", "Prices fell.",
        date="2024-03-05 14:05", source="Khaama Press", byline="Ann O'Hara",
        countries="AF*; TJ; ", organizations="CSTO; ",
        tags="Afghanistan; Tajikistan; Collective Security Treaty Organization; ",
    )  # fmt: skip
    write_story(
        content, "price", "Price of oil falls", "Oil priced in dollars fell.",
        date="2024-03-06", source="Asia-Plus", countries="TJ*; ", tags="Tajikistan; ",
    )  # fmt: skip
    write_story(content, "old", "Old silo closes", "Wheat is gone.", date="2023-11-30")
    write_story(
        content, "ru", "Школы открыты", "Новые школы Душанбе.", date="2023-12-01", lang="ru"
    )
    write_story(content, "ru2", "Школа", "Одна школа в Худжанде.", date="2023-12-02", lang="ru")
    write_story(content, "zh", "中国银行", "油价上涨。", date="", lang="zh")
    write_story(content, "draft", "Secret silo", "Not yet.", date="2024-01-01", status="draft")
    return content
