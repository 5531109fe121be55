"""The page's own voice: what it says to its reader of itself, of its letters, apps and comments."""

from __future__ import annotations

import re
from functools import lru_cache

from ahocorasick_rs import AhoCorasick

from newsdesk.copydesk.calendars import folded
from newsdesk.copydesk.mention import is_led_up_to
from newsdesk.copydesk.narration import happened, narrates
from newsdesk.copydesk.people import is_word, word_lists
from newsdesk.copydesk.sentences import SENTENCE_END, is_said
from newsdesk.copydesk.sheet import Row, Sheet

WE = re.compile(
    folded(
        r"\b(?:we|our|(?-i:us|nos|ons)|nous|notre|wir|uns|unser\w*|nosotros|nuestr[ao]s?|noss[ao]s?"
        r"|nostr[oaie]|onze (?=\w*(?:brief|lezers|redactie|site|app|nieuws|krant|podcast|kana))"
        r"|vår[ae]?t?|våre|vores|мы|наш(?:[аеиу]|его|ему|ей|ими?|их)?|нас|нам"
        r"|biz(?:i|e|im|den?|ler\w*)?|نحن|قناتنا|موقعنا"
        r"|تطبيقنا|تابعونا|شاركنا|niniejsz\w*)\b|我们|本[报网站刊]"
    ),
    re.IGNORECASE,
)
PAGE = re.compile(  # what a page calls itself and its story
    folded(
        r"\b(?:this (?:web ?)?(?:site|portal|page|stor[yi]\w*|article|content|post|feed)"
        r"|this (?:release|report|document|text|headline|video|series|newsletter|column|item|piece)"
        r"|all (?:content|material|text|article)s?"
        r"|(?:ce|cet|cette|ces|dies\w*|est[aeo]|ess[ae]|quest[aoei]|dez?e|dit|данн\w+|эт\w+|bu|هذا"
        r"|هذه|این) (?:site|page|article|texte|contenu|communiqué|seite|artikel|beitrag|text"
        r"|inhalt|meldung|sitio|página|artículo|texto|nota|contenido|artigo|conteúdo|sito|pagina"
        r"|articolo|сайт\w*|стать\w+|материал\w*|страниц\w*|haber\w*|site\w*|yazı\w*|sayfa\w*"
        r"|الموقع|الصفحه|المقال|المحتوي|الخبر|سايت|خبر|مطلب))\b"
    ),
    re.IGNORECASE,
)
YOU = re.compile(
    folded(
        r"\b(?:you|yours?|you're|you've|please|vous|votre|vos|veuillez|sie|ihre?[nmrs]?|ihnen|usted"
        r"|tu|tus|su correo|você|seu|sua|ti|tua|tuoi|tue|вы|вас|вам|ваш\w*|si\w?z\w*|شما|بريدك"
        r"|رأيك|u(?!\.)|uw|je|jouw|dig|din)\b|您"
    ),
    re.IGNORECASE,
)
CALLS = re.compile(  # what a sentence asks of its reader, by its first word
    folded(
        r"(?:^|[.!?:…,-] )(?:sign|enter|follow|subscribe|share|read|join|click|get|download"
        r"|register|watch|listen|hear|log in|add|send|email|tap|support|donate|write|tell"
        r"|have your|(?:never|don't) miss|want to|enjoying|like what|already an?|not an?|got an?"
        r"|spotted|contact|consider|become|try|start your|switch|turn|allow|skip|gift|abonnez"
        r"|inscrivez|connectez|suivez|recevez|téléchargez|rejoignez|soutenez|faites|lesen|folgen|abonnieren|melden"
        r"|schreiben|jetzt|haben sie|laden|suscríb\w+|sigue|síguenos|hazte|apoya|únete|descarga"
        r"|comparte|iscriviti|sostieni|segui|scarica|abbonati|assine|clique|siga|receba|inscreva"
        r"|baixe|apoie|читайте|подпис\w+|войдите|чтобы|поделитесь|присылайте|takip|abone"
        r"|bildirim\w*|تابع\w*|و?حمل\w*|اشترك\w*|شارك\w*|word|lees|meld|mail|volg|klik)\b"
        r"|扫描|关注|下载|点击"
    ),
    re.IGNORECASE,
)
SOMEBODY = re.compile(  # who writes of himself is no page
    folded(
        r"\b(?:I(?!-)|my|[Hh]e|[Ss]he|his|her|je|j'|mon|ma|mes|ich|mein\w*|er|yo|mis?|mí|я|мой|мо[яеёию]\w*|мне"
        r"|меня|ben|benim|eu|meu|minha|io|mi[oae]|ik|mijn|أنا)\b"
    )
)
IN_PERSON = re.compile(
    r"\b(?:I|my|me|je|j'|mon|ma|mes|ich|mein\w*|yo|mis?|я|мне|меня|мой|ben|benim|eu|io|أنا)\b"
)
LEAST_SPOKEN = 6  # words of a page that says we: stories end with `We shall see.`
QUOTATION = re.compile(r'"[^"]*"')
LONGEST_SPOKEN = 27  # words for each thing that a page offers, as far as a paragraph goes
LONGEST_PARAGRAPH = 40
LONGEST_WHOLE = 4  # letters of a word that must stand whole: app, abo
OPENING = 40  # characters in which a page names what it speaks of
OF_RELEASE = re.compile(r"\b(?:release|report|document|text|series|column|communiqué)", re.I)


@lru_cache(maxsize=1)
def served_words() -> AhoCorasick:
    """Return the automaton of beginnings of words for what a page has to offer its reader."""
    return AhoCorasick(folded(word_lists()["service"]).lower().split())


def offers(plain: str) -> int:
    """Return how many words of a text name what a page offers: its letter, app or comments."""
    low = plain.lower()
    found = served_words().find_matches_as_indexes(low, overlapping=True)
    return len({first for _, first, last in found if names_service(low, first, last)})


def names_service(low: str, first: int, last: int) -> bool:
    """Tell whether a word begins at a place; one of four letters and fewer must end there too."""
    if "\u2e80" < low[first] < "\ufaff":
        return True
    whole = last - first > LONGEST_WHOLE or not is_word(low[last : last + 1])
    return whole and not is_word(low[first - 1 : first])


def speaks_of_itself(plain: str) -> bool:
    """Tell whether a text speaks as a page does: as `we`, or of this page and this story."""
    return bool(WE.search(plain) or PAGE.search(plain))


def says_we_alone(sheet: Sheet, row: Row) -> bool:
    """Tell whether a page speaks of itself below a story that nobody tells as `I` or `we`.

    An issuer of a release may: `We undertake no obligation to update these statements.`
    """
    brief = LEAST_SPOKEN < row.words <= LONGEST_PARAGRAPH and row.block.kind != "list-item"
    spoken = brief and WE.search(QUOTATION.sub("", row.plain))
    if not spoken or is_led_up_to(row.plain) or is_said(row):
        return False
    if any(r.cut.startswith("wire.") for r in sheet.rows):
        return False
    told = (QUOTATION.sub("", r.plain) for r in sheet.open_rows(sheet.body) if r is not row)
    return not any(WE.search(plain) or IN_PERSON.search(plain) for plain in told)


def opens_of_itself(plain: str) -> bool:
    """Tell whether a text begins to speak of the page or its story: `This article was amended`.

    A release speaks of itself as well (`This release contains ...`), and is the story.
    """
    if plain.count(" ") >= LONGEST_PARAGRAPH:
        return False
    found = PAGE.search(plain[:OPENING].partition('"')[0])
    if found is None or plain.startswith((" of ", "'"), found.end()) or is_led_up_to(plain):
        return False  # This page of the ship's log
    return not OF_RELEASE.search(found.group())


def asks_reader(plain: str) -> int:
    """Return how surely a page speaks to its reader of what it offers: 0, 1 or 2.

    `Read it faster in our app.`, `Already a member? Log in to hide these messages.`: surely where
    it also speaks of itself. Between quotation marks somebody of the story speaks.
    """
    length = plain.count(" ")
    if '"' in plain or length >= LONGEST_PARAGRAPH or plain[:1].isdigit():
        return 0  # nor does a numbered rule of the story ask
    offered = offers(plain)
    if offered * LONGEST_SPOKEN <= length or not (YOU.search(plain) or CALLS.search(plain)):
        return 0
    if is_led_up_to(plain):
        return 0  # The letter ended with: sign up for our newsletter
    sentences = SENTENCE_END.split(plain)
    others = (one for one in sentences if not YOU.search(one))
    # What a page asks may begin as what happened does: Spotted a mistake?
    told = any(narrates(one) or happened(one.partition(" ")[2]) for one in others)
    if told or SOMEBODY.search(plain):
        return 0
    return 2 if speaks_of_itself(plain) else int(offered > 1)
