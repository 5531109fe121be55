"""Bytes in many encodings become the text that was meant, and each repair is told."""

from __future__ import annotations

import codecs

import pytest
from growth import grows_evenly
from newsdesk.errors import UnreadableDocument
from newsdesk.intake.decode import decode, normal_name
from newsdesk.intake.mending import repair

RU = "В Твери открыли мост\n\nТВЕРЬ, 14 мая. Движение по мосту началось утром, сообщила служба.\n"
AR = "افتتاح مكتبة جديدة في المدينة\n\nعمان - افتتح وزير الثقافة اليوم مكتبة عامة في المحطة.\n"
TR = (
    "Bursa'da tramvay hattı açıldı\n\nBURSA - Şehrin doğusunu merkeze bağlayan hat hizmete girdi.\n"
)
EL = "Άνοιξε το νέο μουσείο\n\nΠΕΙΡΑΙΑΣ - Το μουσείο φιλοξενεί χίλια αντικείμενα, είπε ο δήμος.\n"
HE = "ספרייה חדשה נפתחה בנמל הישן\n\nחיפה - ראש העיר אמר כי הספרייה תהיה פתוחה גם בלילה.\n"
ZH = "新图书馆在旧车站开放\n\n市政府星期二宣布，旧火车站改建的公共图书馆正式对市民开放。\n"
JA = (
    "旧駅舎に新しい図書館\n\n市は火曜日、旧駅舎を改築した図書館を開いた。子ども向けの部屋もある。\n"
)
KO = "옛 역사에 새 도서관 문을 열다\n\n시는 화요일 옛 역사를 고쳐 만든 도서관을 열었다고 밝혔다.\n"
PL = "W Łodzi otwarto nowe muzeum\n\nŁÓDŹ - Muzeum mieści się w dawnej fabryce, którą odnowiono.\n"
FR = "À Liège, la gare devient bibliothèque\n\nLIÈGE — « Un grand chantier », a dit le maire.\n"
DE = "Bücherei im alten Bahnhof\n\nGörlitz - Für Schüler ist die Ausleihe gebührenfrei.\n"
EN = (
    "Ferry to return ‘by Thursday’\n\nPORTREE – “Everything possible” was being done at the café.\n"
)

PAIRS = [
    *((RU, e) for e in ("cp1251", "koi8-r", "iso8859-5", "cp866", "utf-16-le", "utf-16-be")),
    *((AR, e) for e in ("cp1256", "iso8859-6", "utf-16-le")),
    *((TR, e) for e in ("cp1254", "iso8859-9")),
    *((EL, e) for e in ("cp1253", "iso8859-7")),
    *((HE, e) for e in ("cp1255", "iso8859-8", "utf-16-be")),
    *((ZH, e) for e in ("gb18030", "gbk", "utf-16-le")),
    *((JA, e) for e in ("shift_jis", "euc_jp", "iso2022_jp")),
    *((KO, e) for e in ("euc_kr", "utf-16-le")),
    *((PL, e) for e in ("cp1250", "iso8859-2")),
    *((FR, e) for e in ("cp1252", "utf-16-le")),
    *((DE, e) for e in ("iso8859-1", "cp1252")),
    *((EN, e) for e in ("cp1252", "utf-8-sig", "utf-16", "utf-32", "utf-16-be")),
]
ALL = (RU, AR, TR, EL, HE, ZH, JA, KO, PL, FR, DE, EN)


@pytest.mark.parametrize(("text", "encoding"), PAIRS)
def test_encodings_without_any_hint(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding))
    assert (text, ()) == (decoded.text, decoded.repairs)


@pytest.mark.parametrize(
    ("sign", "encoding"),
    [
        *(("½ mile", e) for e in ("cp1252", "iso8859-1")),
        *(("£5m – “no”", "cp1252"), ("€20", "iso8859-15"), ("a sœur", "iso8859-15")),
        ("une œuvre", "iso8859-15"),
        *(("Erdoğan", "cp1254"), ("Beşiktaş – ’24", "cp1254"), ("Þorlákur", "cp1252")),
        *(("a ferryman’s “raft”, or", e) for e in ("gb18030", "euc_kr")),
        *(("“raft” — ■", "gb18030"), ("¡Ánimo!", "iso8859-1")),
        ("a café’s door", "mac-roman"),
        ("　　La Habana, un helicóptero trasladó el faro", "gb18030"),
        *(("“raft”, a ferryman’s", "cp932"),),
        *(("São Paulo", "iso8859-1"), ("Côte d’Ivoire", "cp1252"), ("25°", "cp1252")),
    ],
)
def test_one_foreign_sign_in_an_english_text(sign: str, encoding: str) -> None:
    text = f"The ferry will return to the pier on Thursday, {sign} was said by the operator.\n"
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize("text", ALL)
def test_utf8_is_left_alone_line_breaks_and_quotes_included(text: str) -> None:
    text = text.replace("\n", "\r\n") + "ﬁn ＦＵＬＬ &amp; “x” … \u200c\u200f\u2028end"
    decoded = decode(text.encode())
    assert (text, "utf-8", ()) == (decoded.text, decoded.encoding, decoded.repairs)


@pytest.mark.parametrize("text", ALL)
@pytest.mark.parametrize("misread", ["sloppy-windows-1252", "sloppy-windows-1251", "latin-1"])
def test_mojibake_is_mended_and_told(text: str, misread: str) -> None:
    decoded = decode(text.encode().decode(misread).encode())
    assert (text, ("mojibake mended",)) == (decoded.text, decoded.repairs)


def test_a_headline_whose_letters_are_rarer_stays_in_its_files_page() -> None:
    text = "Почему под каждой заметкой пишут одно и то же\n\n" + RU
    assert text == decode(text.encode("cp1251")).text


def test_a_closing_mark_that_lost_its_last_byte_is_no_dagger() -> None:
    meant = "“The wheel broke on the hill,” said Jo Lind. “Never”, he said, “again.”"
    lost = meant.encode().decode("sloppy-windows-1252").replace("\x9d", "")
    assert meant == decode(lost.encode()).text


def test_mojibake_made_twice() -> None:
    once = EN.encode().decode("sloppy-windows-1252")
    assert decode(once.encode().decode("sloppy-windows-1252").encode()).text == EN


@pytest.mark.parametrize("older", ["cp1252", "cp1254", "cp1250"])
def test_lines_of_two_encodings_in_one_file(older: str) -> None:
    first, second = FR.splitlines(keepends=True)[0], DE.splitlines(keepends=True)[2]
    data = first.encode() * 3 + second.encode(older)
    decoded = decode(data)
    assert first * 3 + second == decoded.text
    assert "lines were" in decoded.repairs[0]


@pytest.mark.parametrize("cyrillic", ["cp1251", "koi8-r"])
def test_lines_of_latin_and_of_cyrillic_letters_beside_utf8(cyrillic: str) -> None:
    french, russian = FR.splitlines(keepends=True)[0], RU.splitlines(keepends=True)[0]
    decoded = decode(DE.encode() + french.encode("cp1252") + russian.encode(cyrillic) * 2)
    assert DE + french + russian * 2 == decoded.text
    assert [note.split(" of ")[0] for note in decoded.repairs] == ["1", "2"]


@pytest.mark.parametrize("older", ["cp1251", "cp1253"])
def test_lines_of_latin_and_of_other_letters_in_a_file_without_utf8(older: str) -> None:
    french = FR.splitlines(keepends=True)[0]
    other = RU if older == "cp1251" else EL
    decoded = decode(other.encode(older) * 3 + french.encode("cp1252"))
    assert other * 3 + french == decoded.text
    assert decoded.repairs[0].startswith("1 of ")


BRIDGE = "Мост в Твери открыли\nНа мосту играл оркестр, и дети пели.\nДВИЖЕНИЕ НАЧАЛОСЬ УТРОМ.\n"
OTHER_PAGES = [("cp1251", "koi8-r"), ("koi8-r", "cp1251"), ("cp1251", "cp866"), ("cp866", "koi8-r")]


@pytest.mark.parametrize(("most", "one"), OTHER_PAGES)
@pytest.mark.parametrize("number", range(3))
def test_one_line_in_another_cyrillic_code_page(most: str, one: str, number: int) -> None:
    lines = BRIDGE.splitlines(keepends=True)
    decoded = decode(RU.encode(most) * 2 + lines[number].encode(one) + BRIDGE.encode(most))
    assert RU * 2 + lines[number] + BRIDGE == decoded.text
    assert decoded.repairs[0].startswith("1 of ")


def test_lines_of_two_cyrillic_code_pages_beside_utf8() -> None:
    first, second, third = BRIDGE.splitlines(keepends=True)
    data = first.encode() + second.encode("koi8-r") + third.encode("cp1251") + RU.encode()
    decoded = decode(data)
    assert BRIDGE + RU == decoded.text
    assert [note.split(" of ")[0] for note in decoded.repairs] == ["1", "1"]


def test_what_turns_letters_against_their_direction_goes() -> None:
    decoded = decode("The bridge \u202eopened\u202c on Monday.".encode())
    assert decoded.text == "The bridge opened\u202c on Monday."


def test_a_cyrillic_line_with_latin_letters_in_its_words_stays_cyrillic() -> None:
    text = RU + "Cовет IT-компании обсудил xороший iPhone'ов запас в Mоскве.\n"
    assert decode(text.encode("cp1251")).text == text


def test_stray_bytes_within_a_line_of_utf8() -> None:
    decoded = decode("É à è ô ç ».".encode() + b" \x93x\x94 " + "à la gare".encode())
    assert decoded.text == "É à è ô ç ». “x” à la gare"
    assert decoded.repairs == ("2 stray bytes were read as windows-1252",)


def test_the_stated_charset_is_asked_where_utf8_fails() -> None:
    short = "Ünlü şair".encode("cp1254")
    assert (
        decode(short, stated="iso-8859-9").text,
        decode(short, stated="iso-8859-9").encoding,
    ) == ("Ünlü şair", "windows-1254")
    assert decode(EN.encode(), stated="windows-1251").text == EN


def test_an_unknown_charset_is_no_charset() -> None:
    assert normal_name("x-klingon\0") == ""
    assert normal_name(" 'ISO-8859-1' ") == "sloppy-windows-1252"


def test_controls_and_terminal_codes_are_removed_and_told() -> None:
    text, told = repair("Top\x00 story\x1b[31m red\x1b]0;title\x07\ufeff\n\tend\x0c")
    assert text == "Top story red\n\tend\x0c"
    assert told == ("17 control characters removed (U+0000, U+001B, U+FEFF)",)


def test_lone_surrogates_become_visible() -> None:
    assert repair("a\ud83db \ud83d\ude00")[0] == "a\ufffdb 😀"


def test_a_broken_utf16_file_is_read_with_a_note() -> None:
    decoded = decode(codecs.BOM_UTF16_LE + EN.encode("utf-16-le") + b"x")
    assert decoded.text.rstrip("\ufffd") == EN
    assert "U+FFFD" in decoded.repairs[0]


@pytest.mark.parametrize("data", [bytes(range(256)) * 40, b"\x00\x01\x02\x03" * 999])
def test_binary_data_is_refused_in_a_sentence(data: bytes) -> None:
    with pytest.raises(UnreadableDocument, match=r"^It is .*\.$"):
        decode(data)


@pytest.mark.alone
def test_decoding_takes_linear_time() -> None:
    unit = (EN + FR + EN.encode().decode("sloppy-windows-1252")).encode()
    assert grows_evenly(decode, lambda times: unit * times, 200)
