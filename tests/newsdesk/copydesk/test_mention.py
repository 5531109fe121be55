"""Every example of every rule as a thing of the story: painted, shouted, asked about, hung up.

The words are furniture's own; around them stands a sentence that no page writes. How many such
sentences stay, of some thousands, is a floor that only rises.
"""

import re
from collections.abc import Iterator

import pytest

from .formats import STORIES
from .test_formats import RULEBOOK, cleaned

SENTENCES = {
    "en": [
        "{X}, said the old sign above the door of the mill.",
        "{X} was what the children had chalked on the wall.",
        "{X} is how the letter from the council began, and nobody read on.",
        "He had painted the words {x} on the side of his van, and the van is still there.",
        "{X}. That was all that the note on the kitchen table said.",
        "{X}: those words cost the town a million in the autumn of 1987.",
        "{X} hangs over the door of the bakery, and takings have doubled.",
        "A boy of nine read aloud to the council: {x}.",
        "{X}? Nobody in Kelby knew what it meant.",
        "{X}! cried the parrot, and the whole bus laughed.",
        "There is a boat in Kelby called {X}, and the harbour master avoids it.",
        "Instead of an apology the letter ended with {x}, which the widow kept.",
        "{X}, according to a notice that the mayor had nailed to the door himself.",
        "{X}, his father used to mutter whenever the bill came.",
        "When the screen lit up it said {x}, and everyone in the hall laughed.",
        "The council's answer was {x}, with no name under it.",
        "The bird has learned to say {x} in two languages.",
        "Nobody had told the tenants that {x} meant the end of the lease.",
        "It took the sculptor a year to carve {x} into the slate.",
    ],
    "fr": [
        "{X}, dit le vieux panneau au-dessus de la porte du moulin.",
        "{X} : ces mots ont coûté un million à la ville en 1987.",
        "{X}, cria le guide, et les onze touristes coururent vers le bateau.",
        "{X} est accroché au-dessus de la porte de la boulangerie.",
        "La lettre se terminait par {x}, et la veuve l'a gardée.",
    ],
    "de": [
        "{X}, steht auf dem alten Schild über der Tür der Mühle.",
        "{X}: Diese Worte kosteten die Stadt im Herbst eine Million.",
        "{X} hängt über der Tür der Bäckerei.",
        "An der Tür steht {x}, und dahinter verkauft ein Bäcker Brot.",
        "{X}, fügte er lächelnd hinzu, aber die Schlange war schon fort.",
        "{X}, murmelte der Vater bei jeder Rechnung.",
    ],
    "es": [
        "{X}, dice el viejo letrero sobre la puerta del molino.",
        "{X} cuelga sobre la puerta de la panadería.",
        "En la puerta se lee {x}, y detrás un panadero vende pan.",
        "La carta terminaba con {x}, y la viuda la guardó.",
        "{X}, murmuraba su padre con cada factura.",
    ],
    "ru": [
        "{X}, гласит старая вывеска над дверью мельницы.",
        "{X} висит над дверью пекарни.",
        "На двери написано {x}, а за ней пекарь продаёт хлеб.",
        "{X}, добавил он с улыбкой, но очередь уже ушла.",
        "{X}, бормотал отец при каждом счёте.",
    ],
    "ar": [
        "{X}، تقول اللافتة القديمة فوق باب الطاحونة.",
        "{X}؟ لم يعرف أحد في القرية ما معناها.",
    ],
}
FLOORS = {"en": 0.981, "fr": 0.993, "de": 0.992, "es": 1.0, "ru": 0.992, "ar": 1.0}
TELLING = {
    "de": "der die das und sie uns wir nicht mit auf von",
    "fr": "le la les des vous nous et sur votre cet cette une",
    "es": "el los las su una para con esta por más",
    "en": "the of and this to by your us",
}
ODD = re.compile(r'["“”«»|/@_<>\[\]()#©\d]|[.!?] ?\w*SOURCE|opens new tab')
LONGEST = 12  # words


def language_of(words: str) -> str:
    """Return the language of an example by its letters and little words, '' where none is sure."""
    if re.search("[\u0600-\u06ff]", words):
        return "ar"
    if re.search("[а-яА-Я]", words):
        return "ru"
    if re.search("[\u0370-\u03ff\u0590-\u05ff\u0e00-\uffff]", words):
        return ""
    little = set(words.lower().split())
    return next((lang for lang in reversed(TELLING) if little & set(TELLING[lang].split())), "")


def examples(lang: str) -> Iterator[str]:
    """Yield the examples of the rules that are words alone, without signs and figures."""
    found = {match.strip().rstrip(".!:;,? ") for rule in RULEBOOK.rules for match in rule.matches}
    for words in sorted(found):
        plain = 2 <= len(words.split()) <= LONGEST and not ODD.search(words)
        if plain and language_of(words) == lang:
            yield words


def stays(lang: str, sentence: str) -> bool:
    """Tell whether a sentence stays where it is the last of a story."""
    return sentence in cleaned("\n\n".join([*STORIES[lang], sentence])).paragraphs


@pytest.mark.parametrize("lang", SENTENCES)
def test_furniture_that_a_sentence_speaks_of_stays(lang: str) -> None:
    tried = [
        sentence.format(X=words[0].upper() + words[1:], x=words[0].lower() + words[1:])
        for words in examples(lang)
        for sentence in SENTENCES[lang]
    ]
    lost = [sentence for sentence in tried if not stays(lang, sentence)]
    share = 1 - len(lost) / len(tried)
    assert len(tried) > 50
    assert share >= FLOORS[lang], f"{share:.4f} of {len(tried)} stay; lost, say: {lost[:5]}"
