"""Where one story ends and the next begins in the text exports of news databases.

An export is known by lines of its own, its anchors, and each story must show further lines that
only an export has (`LENGTH: 121 words`, `Load-Date:`), so that prose which speaks of an export is
not split. The spans partition the text: a cover sheet stays with the first story, a search summary
with the last, and a running footer with the story before it.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator

Spans = list[tuple[int, int]]
Proof = Callable[[str], bool]
LINE = re.MULTILINE | re.IGNORECASE

# LexisNexis classic, over each story: "1 of 2 DOCUMENTS", "Dokument 1 von 2", "1 de 2 DOCUMENTS".
COUNT = re.compile(
    r"^[ \t]*(?:(\d{1,6})[ \t]+(?:of|von|de|sur|di|van)[ \t]+(\d{1,6})[ \t]+"
    r"(?:DOCUMENTS?|DOKUMENT(?:EN?)?|DOCUMENTOS?|DOCUMENTI|DOCUMENTEN)"
    r"|(?:Dokument|Document)[ \t]+(\d{1,6})[ \t]+(?:of|von|de|sur)[ \t]+(\d{1,6}))[ \t]*\r?$",
    LINE,
)
# Nexis Uni, after each story.
END_OF_DOCUMENT = re.compile(
    r"^[ \t]*(?:End of Document|Ende des Dokuments?|Fin du document|Fin del documento|"
    r"Fine del documento|Einde van (?:het )?document)(?:[ \t]+©[^\n]*)?[ \t]*\r?$",
    LINE,
)
NEXIS_FOOTER = re.compile(
    r"(?:[ \t]*\r?\n|[ \t]*Page \d+ of \d+[ \t]*\r?(?:\n|\Z))+", re.IGNORECASE
)
LEXIS_FIELD = re.compile(
    r"^[ \t]*(?:LENGTH|LÄNGE|LONGUEUR|EXTENSIÓN|LONGITUD|LUNGHEZZA|LENGTE|COMPRIMENTO|"
    r"LOAD-DATE|LANGUAGE|SPRACHE|LANGUE|SECTION|RUBRIK|"
    r"RUBRIQUE|BYLINE|AUTOR|AUTEUR|HIGHLIGHT|HEADLINE|GRAPHIC|PUBLICATION-TYPE|JOURNAL-CODE|"
    r"UPDATE|DATELINE|TYPE|DATUM|Body|Copyright \d{4}.*|©.*\d{4}.*)"
    r"(?:[ \t]*:.*|[ \t]*)\r?$",
    LINE,
)
# Factiva, after each story; the id holds the date: "Document J000000020241230ekcu0001g".
DOCUMENT_ID = re.compile(
    r"^[ \t]*(?:AN[ \t]+)?(?:Document|Dokument|Documento|Документ)[ \t]+"
    r"[A-Za-z][A-Za-z0-9]{1,15}(?:19|20)\d{6}[A-Za-z0-9]{5,14}[ \t]*\r?$",
    re.MULTILINE,
)
# "Page 12 of 175 © 2026 Factiva, Inc. All rights reserved.", with or without its spaces.
FACTIVA_FOOTER = re.compile(
    r"(?:[ \t]*\r?\n|[ \t]*(?:Page|Seite|Página|Pagina)\s*\d+\s*(?:of|de|von|sur|di)\s*\d+"
    r"[^\n]{0,80}Factiva[^\n]*(?:\n|\Z)|[ \t]*©\s*\d{4}\s*Factiva[^\n]*(?:\n|\Z))+",
    re.IGNORECASE,
)
# What a story cut off before its id still shows: "355 words", or the tag of a field.
FACTIVA_FIELD = re.compile(
    r"^[ \t]*(?:\d[\d.,]* (?:words|mots|Wörter|palabras|parole|palavras|слов)|(?:HD|LP|TD)\b.*)"
    r"[ \t]*\r?$",
    re.MULTILINE,
)
RULE = re.compile(r"^[ \t]*(?:_{20,}|\*{20,}|-{40,}|={40,})[ \t]*\r?$", re.MULTILINE)
COLON = r"[ \t\u00a0]*:"  # French sets a space before it
# ProQuest prints its labels in the reader's language.
PROQUEST_BODY = re.compile(
    r"^[ \t]*(?:Full text|Abstract|Texte intégral|Résumé|Texto completo|Resumen|Resumo|Volltext|"
    rf"Zusammenfassung|Testo completo|Tam metin|Полный текст){COLON}",
    LINE,
)
PROQUEST_FIELD = re.compile(
    r"^[ \t]*(?:Title|Author|Publication (?:info|title|date|year)|Database|Source type|Publisher|"
    r"(?:Place|Country) of publication|Subject|Location|Links|"
    r"Título|Autor|Informaci[óo]n de publicación|(?:Título|Año|Fecha|Lugar) de (?:la )?publicación|"
    r"Materia|Tipo de fuente|Base de datos|"
    r"Titre|Auteur|Informations? (?:sur la|de) publication|(?:Titre|Année|Date|Lieu) de (?:la )?"
    r"publication|Sujet|Type de source|Base de données|"
    r"Informações (?:d[ae]|sobre a) publicação|(?:Título|Ano|Data|Local) d[ae] publicação|Assunto|"
    r"Tipo de fonte|Base de dados|"
    r"Titel|Verfasser|(?:Publikations|Veröffentlichungs)\w{2,14}|Informationen zur Publikation|"
    r"Titel der Publikation|Erscheinungs\w{2,8}|Thema|Quellentyp|Datenbank|"
    r"Titolo|Autore|Informazioni (?:sulla|di) pubblicazione|Soggetto|Banca dati|"
    r"(?:Titolo|Anno|Data|Luogo) (?:della|di) pubblicazione|"
    r"(?:Document URL|URL d[eu]l? document[eo]?|Dokument-URL)|"
    rf"[\w ]{{0,24}}ProQuest(?: document ID|-Dokument-ID)?){COLON}",
    LINE,
)
PROQUEST = re.compile(
    r"^[ \t]*(?:ProQuest document (?:ID|link)|Report Information from ProQuest|"
    rf"(?:Database|Base de d\w{{3,6}}|Datenbank|Banca dati){COLON}[ \t]*ProQuest|"
    r"(?:Document URL|URL d[eu]l? document[eo]?|URL documento|Dokument-URL)"
    rf"{COLON}[ \t]*https?://[\w.]*proquest\.com|"
    rf"[\w ]{{2,24}}[ -]ProQuest(?:-Dokument-ID)?{COLON}[ \t]*\d|ProQuest-Dokument-ID{COLON}|"
    r"(?:Lien|Enlace|Link|Collegamento)[\w ]{2,24} (?:de )?ProQuest[ \t]*\r?$)",
    LINE,
)
PROQUEST_ID = re.compile(
    rf"^[ \t]*(?:ProQuest(?: document ID|-Dokument-ID)|[\w ]{{2,40}} ProQuest){COLON}"
    r"[ \t]*\d+[ \t]*\r?$",
    LINE,
)
PROQUEST_TAIL = re.compile(
    r"(?:[ \t]*\r?\n|[ \t]*(?:Document URL|Copyright|Last updated|Database|Links|"
    r"Full text availability|URL (?:d[eu]l? )?document[eo]?|Dokument-URL|Droits d'auteur|"
    r"Derechos de autor|Direitos autorais|Urheberrecht|Última actualización|Última atualização|"
    r"Dernière mise à jour|Zuletzt aktualisiert|Ultimo aggiornamento|Base de d\w{3,6}|Datenbank|"
    rf"Banca dati){COLON}[^\n]*(?:\n|\Z))+",
    re.IGNORECASE,
)
RECORD_NUMBER = re.compile(r"^[ \t]*(?:Record Number|Record No\.?)[ \t]*:[ \t]*\S.*$", LINE)
NEWSBANK_TAIL = re.compile(
    r"(?:[ \t]*\r?\n|[ \t]*(?:Copyright|©|\(c\)|OpenURL Link|Link|Index terms|Dateline|Memo|"
    r"Persistent link)[^\n]*(?:\n|\Z)|[ \t]*https?://\S+[ \t]*\r?(?:\n|\Z)"
    r"|[ \t]*(?:_{5,}|-{5,}|={5,}|\*{5,})[ \t]*\r?(?:\n|\Z))+",
    re.IGNORECASE,
)
NEWSBANK_FIELD = re.compile(
    r"^[ \t]*(?:Paper|Title|Date|Section|Page|Author|Byline|Author/Byline|Edition|Source|"
    r"Publication|Readability|Estimated printed pages)[ \t]*:",
    LINE,
)

# The newer NewsBank closes each story with how to cite it, in a style or two, and whose it is.
CITATION = re.compile(r"^[ \t]*(?:[•*·-][ \t]*)?Citation \([\w .]{2,24}\)[ \t]*\r?$", LINE)
CITATION_TAIL = re.compile(
    r"(?:[ \t]*\r?\n|[ \t]*(?:[•*·-][ \t]*)?(?:Citation \(|Copyright|©|\(c\)|https?://)"
    r"[^\n]*(?:\n|\Z)|[^\n]{10,500}\bNewsBank\b[^\n]*(?:\n|\Z))+",
    re.IGNORECASE,
)
CITED_FIELD = re.compile(
    r"^[ \t]*(?:OpenURL Link[ \t]*\r?$|[^\n|]{4,60} \| [^\n]{4,120}$"
    r"|[^\n]{0,120}\b\d{1,6} Words[ \t]*\r?$)",
    LINE,
)
# Europresse, after each story: "Numéro de document : news·20210304·PH·0012" or the number alone.
EUROPRESSE_ID = re.compile(
    r"^[ \t]*(?:[\w ]{4,24}[ \t\u00a0]*:[ \t]*)?news·\d{8}·[\w-]{1,12}·[\w-]{1,40}[ \t]*\r?$", LINE
)
# EBSCO counts the stories over their fields, the value of each perhaps on the line below.
EBSCO_COUNT = re.compile(
    r"^[ \t]*Record: ?\d{1,5}[ \t]*\r?\n(?:[ \t]*\r?\n)?(?=[ \t]*Title:)", LINE
)
EBSCO_FIELD = re.compile(
    r"^[ \t]*(?:Source|Document Type|Accession Number|Database|Full Text Word Count):", LINE
)
EUROPRESSE_FIELD = re.compile(r"^[ \t]*(?:©.*\d{4}.*|Certificat émis le.*)$", LINE)
BLANK = re.compile(r"(?:[ \t]*\r?\n)+")
# MENAFN, below each story: "MENAFN provides the information ... kindly contact the provider above."
MENAFN_NOTICE = re.compile(
    r"^[^\n]{0,60}\b(?:MENAFN|EIN Presswire)\s+provides\s+(?:the\s+information|this\s+news)"
    r"[^\0]{40,600}?(?:provider|author)\s+above\.?[ \t]*$",
    LINE,
)
# allAfrica, below each story; over it stand the paper with its town in brackets, and the day.
ALLAFRICA_NOTICE = re.compile(
    r"^[^\n]{0,200}(?:Distributed by|Distribué par) AllAfrica[^\n]*$", LINE
)
ALLAFRICA_FOOTER = re.compile(
    r"(?:[ \t]*\r?\n|[ \t]*(?:To contact the copyright|AllAfrica|Publishers named|Les articles|Pour"
    r"|[a-zà-ÿ])[^\n]*(?:\n|\Z))+"
)
ALLAFRICA_HEAD = re.compile(
    r"^(?:[A-ZÀ-Þ][^\n()]{1,60} \([A-ZÀ-Þ][^\n()]{2,40}\)|\d{1,2} [A-Za-zéû]{3,9} \d{4})[ \t]*\r?$",
    re.MULTILINE,
)
# Digests set a rule of signs over each story; a story in them shows an agency's dateline or credit,
# or its paper and day: `The Oban Times | March 7, 2024`.
DIGEST_RULE = re.compile(r"^[ \t]*(?P<sign>[=*_~#-])(?P=sign){4,}[ \t]*\r?$", re.MULTILINE)
DIGEST_STORY = re.compile(
    r"^[ \t]*(?:[A-ZÀ-Þ][\w .'’-]{1,30}(?:,[^()\n]{2,30})?[ ]\([A-Z][\w -]{1,14}\)[ ]*[-–—]"
    r"|[A-ZÀ-Þ][A-ZÀ-Þ .'’-]{2,24}(?:,[ ][^,\n-]{2,30}){0,3}[ ]?[-–—]{1,2}[ ][A-ZÀ-Þ\"“]"
    r"|[^\n]{0,200}\([A-Z][A-Za-z]{1,9}\)[ \t]*\r?$|[A-Z]{3,10}(?:[ ]\([^()\n]{4,160}"
    r"|[ \t]*\r?$)"
    r"|[^\n|]{3,60}[ ]\|[ ][^\n|]{0,30}\b(?:19|20)\d\d\b[^\n]{0,60}$)",
    re.MULTILINE,
)
DIGEST_HEAD = re.compile(r"\s*\S[^\n]{10,140}[^.\s][ \t]*\r?\n")

# What an agency sent, dispatch below dispatch: a headline, its dateline, a line that closes it.
DISPATCH = re.compile(
    r"^[^\n]{10,160}[^.\s][ \t]*\r?\n(?:[ \t]*\r?\n)?"
    r"(?=[A-ZÀ-Þ][A-ZÀ-Þ .'’-]{2,24},?[ ](?:[^\n]{2,40}[ ])?"
    r"\(?(?P<agency>[A-Z]{2,10})\)?\.?[ ]?[-–—]{1,3}[ ])",
    re.MULTILINE,
)
CLOSED = re.compile(
    r"^[^\n]{0,80}(?:©|copyright|\(end\)|\bends?\b|==\w|--[ ]?[A-Z]|\d\d:\d\d"
    r"|\b[a-z]{2,3}/[a-z]{2,3}\b)[^\n]{0,60}\s*\Z",
    LINE,
)
CLOSING = ("copyright", "©", "(end)", "\nend", "==", "\n--")
LONGEST_HEAD = 300  # characters above the first dispatch

# Teleprinters open a dispatch with ZCZC and close it with NNNN.
TELEX_START = re.compile(r"^[ \t]*ZCZC\b[^\n]{0,60}$", re.MULTILINE)
TELEX_END = re.compile(r"^[ \t]*NNNN[ \t]*\r?$", re.MULTILINE)

# Feeds printed as text: below each headline a run of fields, one of them a feed's own.
FEED_FIELDS = re.compile(
    r"^[^\n]{8,200}\n(?:[ \t]*(?:link|guid|category|categories|author|creator|dc:creator|pubdate"
    r"|description|source)[ \t]*:[ \t]*[^\n]*\n){2,12}",
    LINE,
)
FEED_DATE = re.compile(r"^[ \t]*pubdate[ \t]*:[ \t]*\S", LINE)

# Saved chats and channels: the sender and the hour in brackets over each post.
CHAT_HEAD = re.compile(
    r"^(?:[^\n\[\]]{2,60}, \[\d{1,2}[./]\d{1,2}[./]\d{2,4},? \d{1,2}:\d\d(?::\d\d)?\]"
    r"|\[\d{1,2}[./]\d{1,2}[./]\d{2,4},? \d{1,2}:\d\d(?::\d\d)?\] [^\n\[\]:]{2,60}:?)[ \t]*\r?$",
    re.MULTILINE,
)
# Integrum and clippers count the stories over their fields, or over paper, number and day:
# "Документ 1 из 2", "Clip 3 of 8".
NUMBERED = re.compile(
    r"^[ \t]*[^\W\d_]{3,20} (?P<number>\d{1,5}) ?(?:of|из|von|de|sur|di|van|/) ?(?P<total>\d{1,5})"
    r"[ \t]*\r?\n(?:[ \t]*\r?\n)?(?=(?:[^\n:]{2,30}:[ \t]+\S[^\n]*\n){2}"
    r"|(?:[^\n]{1,80}\n){0,3}[^\n]{0,24}(?<!\d)(?:19|20)\d\d(?!\d)[^\n]{0,6}\n)",
    LINE,
)
# Readers of feeds and clippers print the same few fields over each story, perhaps between rules.
FIELD_HEAD = re.compile(
    r"^(?:[ \t]*[=*_~#-]{10,}[ \t]*\r?\n)?(?=(?:[^\n]*\n){0,5}?(?:title|headline)[ \t]*:)"
    r"(?:(?:feed|title|headline|date|published|source|author|byline|url|link|saved|section"
    r"|language|id|publication|description|creator|category|country|keywords|publishedat|pubdate"
    r"|article_id|source_id|source_name|urltoimage|image_url)[ \t]*:[ \t]*[^\n]*\n){3,16}",
    LINE,
)
FIELD_DATE = re.compile(r"^(?:date|published(?:at)?|pubdate)[ \t]*:[ \t]*\S", LINE)
LEAST_STORY = 250  # characters
LEAST_TELEX = 80  # letters: marks part them, so they may be short


# No export is without one of these; looking for them is ten times as fast as for the anchors.
HINTS = (
    "document",
    "dokument",
    "документ",
    "record n",
    "record:",
    "newsbank",
    "proquest",
    "news·",
    "pubdate",
    "title:",
    "headline:",
    "zczc",
    "nnnn",
    ", [",
    "\n[",
    "=" * 5,
    "*" * 5,
    "_" * 5,
    "-" * 5,
    "~" * 5,
    "#" * 5,
)


def stories(text: str) -> Spans:
    """Return the (start, end) of each story in `text`; one span for what is no export."""
    lower = text.lower()
    # Asked by itself: what closes a dispatch stands in most texts, and the other ways take longer.
    if any(sign in lower for sign in CLOSING) and len(spans := dispatches(text)) > 1:
        return spans
    if lower.count("(menafn") > 1 and len(spans := menafn(text)) > 1:
        return spans
    if lower.count(" allafrica g") > 1 and len(spans := allafrica(text)) > 1:
        return spans
    if not any(hint in lower for hint in HINTS):
        return [(0, len(text))]
    for ways in (
        lexis_classic,
        nexis_uni,
        factiva,
        proquest,
        newsbank,
        newsbank_cited,
        europresse,
        ebsco,
        feed,
        numbered,
        fields,
        digest,
        chat,
        telex,
    ):
        spans = ways(text)
        if len(spans) > 1:
            return spans
    return [(0, len(text))]


def lexis_classic(text: str) -> Spans:
    """Split before each count line that LexisNexis sets over a story."""
    starts = [m.start() for m in COUNT.finditer(text) if _plausible(m)]
    return _before(text, starts, _at_least(LEXIS_FIELD, 1))


def nexis_uni(text: str) -> Spans:
    """Split after each `End of Document` line."""
    ends = list(_with_tail(text, END_OF_DOCUMENT, NEXIS_FOOTER))
    is_story = _at_least(LEXIS_FIELD, 1)
    return _after(text, ends, is_story, is_story)


def factiva(text: str) -> Spans:
    """Split after each line that gives a Factiva document id, and the footer under it."""
    ends = list(_with_tail(text, DOCUMENT_ID, FACTIVA_FOOTER))
    return _after(text, ends, _anything, _at_least(FACTIVA_FIELD, 1))


def newsbank(text: str) -> Spans:
    """Split after each `Record Number:` line and the copyright lines under it."""
    ends = list(_with_tail(text, RECORD_NUMBER, NEWSBANK_TAIL))
    is_story = _at_least(NEWSBANK_FIELD, 2)
    return _after(text, ends, is_story, is_story)


def newsbank_cited(text: str) -> Spans:
    """Split after each story's citation, as the newer NewsBank prints it."""
    cited = (at for at in _with_tail(text, CITATION, CITATION_TAIL))
    ends = sorted(set(cited)) if "newsbank" in text.lower() else []
    is_story = _at_least(CITED_FIELD, 1)
    return _after(text, ends, is_story, is_story)


def europresse(text: str) -> Spans:
    """Split after each line that gives Europresse's number of a story."""
    ends = list(_with_tail(text, EUROPRESSE_ID, BLANK))
    is_story = _at_least(EUROPRESSE_FIELD, 1)
    return _after(text, ends, is_story, is_story)


def ebsco(text: str) -> Spans:
    """Split before each count that EBSCO sets over the fields of a story."""
    starts = [m.start() for m in EBSCO_COUNT.finditer(text)]
    return _before(text, starts, _at_least(EBSCO_FIELD, 2))


def menafn(text: str) -> Spans:
    """Split after each notice of MENAFN, where a story with MENAFN's prefix stands above it."""
    ends = list(_with_tail(text, MENAFN_NOTICE, BLANK))
    return _after(text, ends, _is_prefixed, _is_prefixed)


def allafrica(text: str) -> Spans:
    """Split after each notice of allAfrica, where a paper or a day stands over the story."""
    ends = list(_with_tail(text, ALLAFRICA_NOTICE, ALLAFRICA_FOOTER))
    return _after(text, ends, _in_allafrica, _in_allafrica)


def feed(text: str) -> Spans:
    """Split a feed printed as text before each headline that its fields stand below."""
    heads = [m for m in FEED_FIELDS.finditer(text) if FEED_DATE.search(m.group())]
    return _before(text, [m.start() for m in heads], _is_long)


def fields(text: str) -> Spans:
    """Split before each run of fields with a title and a date, where several stories have it."""
    heads = [m for m in FIELD_HEAD.finditer(text) if FIELD_DATE.search(m.group())]
    labels = {tuple(re.findall(r"^\w+(?=[ \t]*:)", m.group(), LINE)) for m in heads}
    if len(heads) < 2 or len(labels) > 2:
        return [(0, len(text))]
    return _before(text, [m.start() for m in heads], _is_long)


def numbered(text: str) -> Spans:
    """Split before each count line that fields stand below, where the counts follow each other."""
    heads = list(NUMBERED.finditer(text))
    counts = [int(head["number"]) for head in heads]
    running = all(after == before + 1 for before, after in itertools.pairwise(counts))
    if not running or len({head["total"] for head in heads}) > 1:
        return [(0, len(text))]
    return _before(text, [head.start() for head in heads], _is_telex)


def chat(text: str) -> Spans:
    """Split a saved channel before each post's sender and hour, where its posts are stories."""
    starts = [m.start() for m in CHAT_HEAD.finditer(text)]
    return _before(text, starts, lambda chunk: len(chunk) > 2 * LEAST_STORY)


def dispatches(text: str) -> Spans:
    """Split what one agency sent, dispatch below dispatch, where each closes with its own line."""
    heads = list(DISPATCH.finditer(text))
    agencies = {m["agency"] for m in heads}
    if len(heads) < 2 or len(agencies) > 1 or heads[0].start() > LONGEST_HEAD:
        return [(0, len(text))]
    starts = [m.start() for m in heads]
    if not all(CLOSED.search(text, max(0, at - LONGEST_HEAD), at) for at in starts[1:]):
        return [(0, len(text))]
    return _before(text, starts, _is_long)


def telex(text: str) -> Spans:
    """Split what a teleprinter printed before each ZCZC, or after each NNNN where none has that."""
    starts = [m.start() for m in TELEX_START.finditer(text)]
    if len(starts) > 1:
        return _before(text, starts, _is_telex)
    ends = [m.end() for m in TELEX_END.finditer(text)]
    return _after(text, ends, _is_telex, _is_dispatch)


def _is_telex(chunk: str) -> bool:
    return sum(c.isalpha() for c in chunk) > LEAST_TELEX


def _is_dispatch(chunk: str) -> bool:
    return _is_telex(chunk) and bool(DIGEST_STORY.search(chunk))


def digest(text: str) -> Spans:
    """Split a digest of one or more agencies at its rules of signs, which are of one kind.

    Each stretch must open with a headline and show whose it is (an agency's dateline or credit, a
    paper's name beside the day); where three long rules or more part them, most must.
    """
    rules = list(DIGEST_RULE.finditer(text))
    if not rules or len({m.group().strip() for m in rules}) > 1:
        return [(0, len(text))]
    starts = [m.start() for m in rules]
    ends = [*starts[1:], len(text)]
    stretches = [text[m.end() : end] for m, end in zip(rules, ends, strict=True)]
    if _in_digest(text[: starts[0]]):
        starts, stretches = [0, *starts], [text[: starts[0]], *stretches]
    stories = [s for s in stretches if _headed(s)]
    signed = sum(map(_in_digest, stories))
    long = len(rules) > 2 and len(rules[0].group().strip()) > 19
    if len(stories) < len(stretches) - 1 or signed < (0.75 if long else 1) * len(stories):
        return [(0, len(text))]
    return _before(text, starts, lambda chunk: _is_long(DIGEST_RULE.sub("", chunk, count=1)))


def _is_long(chunk: str) -> bool:
    return len(chunk) > LEAST_STORY


def _is_prefixed(chunk: str) -> bool:
    return _is_long(chunk) and "(MENAFN" in chunk


def _in_allafrica(chunk: str) -> bool:
    return _is_long(chunk) and bool(ALLAFRICA_HEAD.search(chunk, 0, LONGEST_HEAD))


def _headed(chunk: str) -> re.Match[str] | None:
    return DIGEST_HEAD.match(chunk) if _is_long(chunk) else None


def _in_digest(chunk: str) -> bool:
    head = _headed(chunk)
    return head is not None and bool(DIGEST_STORY.search(chunk, head.end()))


def proquest(text: str) -> Spans:
    """Split a ProQuest report at the rules between stories, or after the fields at their ends."""
    if not PROQUEST.search(text):
        return [(0, len(text))]
    starts = [m.start() for m in RULE.finditer(text)]
    spans = _before(text, starts, _proquest_story)
    if len(spans) > 1:
        return spans
    ends = list(_with_tail(text, PROQUEST_ID, PROQUEST_TAIL))
    return _after(text, ends, _proquest_story, _proquest_story)


def _proquest_story(chunk: str) -> bool:
    return bool(PROQUEST_BODY.search(chunk)) and len(PROQUEST_FIELD.findall(chunk)) >= 2


def _plausible(count: re.Match[str]) -> bool:
    number, total = (int(group) for group in count.groups() if group)
    return 1 <= number <= total


def _anything(chunk: str) -> bool:
    return any(c.isalnum() for c in chunk)


def _at_least(pattern: re.Pattern[str], least: int) -> Proof:
    def proven(chunk: str) -> bool:
        return len({m.group().strip() for m in pattern.finditer(chunk)}) >= least

    return proven


def _with_tail(text: str, anchor: re.Pattern[str], tail: re.Pattern[str]) -> Iterator[int]:
    for match in anchor.finditer(text):
        under = tail.match(text, match.end())
        yield under.end() if under else match.end()


def _before(text: str, starts: list[int], is_story: Proof) -> Spans:
    """Return spans that begin at those `starts` whose stretch to the next one is a story."""
    stretches = itertools.pairwise([*starts, len(text)])
    proven = [start for start, end in stretches if is_story(text[start:end])]
    return _partition(text, proven[1:])


def _after(text: str, ends: list[int], is_story: Proof, is_cut_off: Proof) -> Spans:
    """Return spans that end at those `ends` whose stretch from the last one is a story.

    What follows the last end is a story of its own only if it `is_cut_off`, short of its end.
    """
    stretches = itertools.pairwise([0, *ends])
    proven = [end for start, end in stretches if is_story(text[start:end])]
    if proven and not is_cut_off(text[proven[-1] :]):
        proven.pop()
    return _partition(text, proven)


def _partition(text: str, borders: list[int]) -> Spans:
    edges = [0, *borders, len(text)]
    return [(a, b) for a, b in itertools.pairwise(edges) if a < b]
