"""What a ZIM file says about itself, by the openZIM specification."""

from __future__ import annotations

from dataclasses import dataclass

# ISO 639-1 to 639-3, which ZIM files speak; other languages keep their code.
LANGUAGES = dict(
    pair.split(":")
    for pair in (
        "ar:ara az:aze be:bel bg:bul bn:ben bs:bos ca:cat cs:ces da:dan de:deu el:ell en:eng "
        "es:spa et:est eu:eus fa:fas fi:fin fr:fra ga:gle he:heb hi:hin hr:hrv hu:hun hy:hye "
        "id:ind is:isl it:ita ja:jpn ka:kat kk:kaz km:khm ko:kor ky:kir lo:lao lt:lit lv:lav "
        "mk:mkd mn:mon ms:msa my:mya nb:nob ne:nep nl:nld nn:nno no:nor pl:pol ps:pus pt:por "
        "ro:ron ru:rus si:sin sk:slk sl:slv sq:sqi sr:srp sv:swe sw:swa ta:tam te:tel tg:tgk "
        "th:tha tk:tuk tl:tgl tr:tur uk:ukr ur:urd uz:uzb vi:vie yi:yid zh:zho "
    ).split()
)
LONGEST = {"Title": 30, "Description": 80}  # characters


@dataclass(frozen=True, slots=True)
class Facts:
    """What the file says about itself. `day` is ISO, `languages` are ISO 639-1, main one first."""

    name: str
    title: str
    description: str
    creator: str
    publisher: str
    day: str
    languages: tuple[str, ...]
    source: str = ""
    scraper: str = ""

    def metadata(self) -> dict[str, str]:
        """Return the file's metadata under openZIM's names."""
        told = {
            "Name": self.name,
            "Title": _shortened(self.title, LONGEST["Title"]),
            "Creator": self.creator,
            "Publisher": self.publisher,
            "Date": self.day,
            "Description": _shortened(self.description, LONGEST["Description"]),
            "Language": ",".join(LANGUAGES.get(one, one) for one in self.languages),
            "Tags": "news;_category:other;_ftindex:yes",
            "Flavour": "maxi",
            "Scraper": self.scraper,
            "Source": self.source,
        }
        return {name: text for name, text in told.items() if text}


def _shortened(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"
