"""The archive's word list: which words are forms of one word, which endings say so.

Pagefind's search program knows one language at a time (the first one loaded serves all bundles of
a page), so relatives are found here, by each language's own stemmer, and looked up by the page:
`prices` finds `price` because both stand under one stem in English stories. A word asked for that
no story has in that form is tried with the endings that words of the archive exchange.

Written to `words/`: `0.txt`, `1.txt`, ... hold the words in order, one a line:
`word stories relatives`, a relative as the length of the start it shares (base 36) and its rest.
A word that stands in few shards says in which: `stories@shard.shard`, their numbers in base 36.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

import orjson
import Stemmer
from newsdesk.disk import write_aside, write_changed

from .bundle import Words
from .memory import recall
from .shards import Facts, mark_of, newest_first
from .tokens import SPACELESS, fold

STEMMERS = {
    "ar": "arabic", "hy": "armenian", "eu": "basque", "ca": "catalan", "da": "danish",
    "nl": "dutch", "en": "english", "et": "estonian", "fi": "finnish", "fr": "french",
    "de": "german", "el": "greek", "hi": "hindi", "hu": "hungarian", "id": "indonesian",
    "ga": "irish", "it": "italian", "lt": "lithuanian", "ne": "nepali", "no": "norwegian",
    "nb": "norwegian", "nn": "norwegian", "pt": "portuguese", "ro": "romanian", "ru": "russian",
    "sr": "serbian", "es": "spanish", "sv": "swedish", "ta": "tamil", "tr": "turkish",
    "yi": "yiddish",
}  # fmt: skip
NAME = "words"
CHUNK = 600  # words a file: about 10 kB, 3 kB compressed
RELATIVES = 24  # a stem with more forms than this is a stemmer's mistake
ENDINGS = 60  # of a language
FEW = 4  # shards: who asks for a rare word need not load forty years to learn where it is not
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_LISTED = re.compile(rf"(?=.*[^\W\d_])[^{SPACELESS}]{{2,}}")
_STEMMED = re.compile(rf"[^\W\d_{SPACELESS}]{{2,30}}")
_START = 3  # letters two forms must share for their endings to count

Relatives = dict[str, set[str]]
Forms = dict[str, dict[str, str]]


def _of_language(lang: str, written: dict[str, str]) -> Relatives:
    """Return the words of one language that share a stem, each with the others."""
    related: Relatives = defaultdict(set)
    if lang not in STEMMERS:
        return related
    stems: defaultdict[str, set[str]] = defaultdict(set)
    forms = [form for form, plain in written.items() if _STEMMED.fullmatch(plain)]
    for form, stem in zip(forms, Stemmer.Stemmer(STEMMERS[lang], 0).stemWords(forms), strict=True):
        stems[fold(stem)].add(written[form])
    for group in stems.values():
        if 1 < len(group) <= RELATIVES:
            for word in group:
                related[word] |= group - {word}
    return related


def families(forms: Forms) -> dict[str, Relatives]:
    """Return for each language its plain words that share a stem, each with the others."""
    return {lang: _of_language(lang, written) for lang, written in forms.items()}


def relatives(by_language: dict[str, Relatives]) -> Relatives:
    """Return for each plain word its relatives in any language."""
    related: Relatives = defaultdict(set)
    for words in by_language.values():
        for word, others in words.items():
            related[word] |= others
    return related


def _shared(one: str, other: str) -> int:
    """Return how many letters two words share at the start, at most 35 (one digit of base 36)."""
    length = min(len(one), len(other), 35)
    while one[:length] != other[:length]:  # relatives: only an ending differs
        length -= 1
    return length


def endings(by_language: dict[str, Relatives]) -> list[tuple[str, str]]:
    """Return the endings that relatives exchange most, ("s", "") from silos and silo: for each
    language its commonest, all of them by how often they are exchanged."""
    pairs: Counter[tuple[str, str]] = Counter()
    for words in by_language.values():
        counts: Counter[tuple[str, str]] = Counter()
        for word, others in words.items():
            for other in others:
                start = _shared(word, other)
                if start >= _START:
                    counts[word[start:], other[start:]] += 1
        pairs.update(dict(_commonest(counts)[:ENDINGS]))
    return [pair for pair, _ in _commonest(pairs)]


def _commonest(counts: Counter[tuple[str, str]]) -> list[tuple[tuple[str, str], int]]:
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def merge(shards: Iterable[Words]) -> Words:
    """Return the words of several shards as one."""
    whole = Words()
    for words in shards:
        whole.stories.update(words.stories)
        for lang, written in words.forms.items():
            whole.forms.setdefault(lang, {}).update(written)
    return whole


def where(shards: Sequence[Words]) -> dict[str, list[int]]:
    """Return the numbers of the shards of each word that stands in FEW of them, and not in all."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for number, words in enumerate(shards):
        for word in words.stories:
            found[word].append(number)
    few = min(FEW, len(shards) - 1)
    return {word: numbers for word, numbers in found.items() if len(numbers) <= few}


@cache
def _base36(number: int) -> str:
    high, low = divmod(number, 36)
    return (_base36(high) if high else "") + _DIGITS[low]


def _lines(
    words: Words, related: Relatives, few: Mapping[str, Sequence[int]]
) -> Iterator[tuple[str, str]]:
    """Yield (word, line) in order. The list is complete, so that the page can ask for all words
    with the same start; only numbers and the signs of scripts without blanks are left out."""
    for word in sorted(words.stories):
        if not _LISTED.fullmatch(word):
            continue
        line = f"{word} {words.stories[word]}"
        if word in few:
            line += "@" + ".".join(map(_base36, few[word]))
        if others := related.get(word):
            starts = ((other, _shared(word, other)) for other in sorted(others))
            line += " " + ",".join(_DIGITS[start] + other[start:] for other, start in starts)
        yield word, line


def bring_words(every: Sequence[Facts], output: Path, memory: Path) -> dict[str, object]:
    """Write the word list into `output`, or leave it as it is when the last was of the same
    stories; return what the manifest says of it. The last one's mark lies in `memory`."""
    told, mark = memory / NAME, mark_of(every)
    last = recall(told) or {}
    if last.get("tag") == mark and (output / NAME).exists():
        return dict(last["words"])
    told.unlink(missing_ok=True)  # cut off from here on, the list is neither the old nor the new
    words = write_words([facts.as_words() for facts in newest_first(every)], output / NAME)
    write_aside(told, orjson.dumps({"tag": mark, "words": words}))
    return words


def write_words(shards: Sequence[Words], folder: Path) -> dict[str, object]:
    """Write the word list of shards in the manifest's order; return what the manifest says of it:
    the first word of each file, the endings that words exchange."""
    words = merge(shards)
    by_language = families(words.forms)
    related = relatives(by_language)
    lines = list(_lines(words, related, where(shards)))
    firsts = []
    folder.mkdir(parents=True, exist_ok=True)  # of drafts alone there are no words
    for number, start in enumerate(range(0, len(lines), CHUNK)):
        chunk = lines[start : start + CHUNK]
        firsts.append(chunk[0][0])
        text = "\n".join(line for _, line in chunk)
        write_changed(folder / f"{number}.txt", text.encode())
    for path in folder.glob("*.txt"):
        if path.name not in {f"{number}.txt" for number in range(len(firsts))}:
            path.unlink()
    return {"files": firsts, "endings": [list(pair) for pair in endings(by_language)]}
