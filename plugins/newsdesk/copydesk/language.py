"""The language of a text and the direction it is written in.

The script decides where it can; among languages that share one, letters peculiar to a language and
then py3langid (langid.py's model, pruned and quick) decide.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, Literal

SCRIPTS = {
    "ar": re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]"),
    "he": re.compile("[\u0590-\u05ff]"),
    "ru": re.compile("[\u0400-\u04ff]"),
    "el": re.compile("[\u0370-\u03ff]"),
    "hy": re.compile("[\u0530-\u058f]"),
    "ka": re.compile("[\u10a0-\u10ff]"),
    "hi": re.compile("[\u0900-\u097f]"),
    "bn": re.compile("[\u0980-\u09ff]"),
    "th": re.compile("[\u0e00-\u0e7f]"),
    "ko": re.compile("[\uac00-\ud7af]"),
    "zh": re.compile("[\u4e00-\u9fff]"),
}
RTL = frozenset({"ar", "fa", "ur", "ps", "he", "ckb", "ug", "sd", "yi", "dv"})
LETTER = re.compile(r"[^\W\d_]")
KANA = re.compile("[\u3040-\u30ff]")
# Frequent little words: enough of them settle a Latin text without the model.
LITTLE = {
    "en": "the of and to in is that for was on with as by at from said his has been which were",
    "fr": "le la les des et en du une est que dans pour qui sur par pas au plus avec son sont",
    "es": "el la los las de que en y un una por con del se para al su más como este fue ha",
    "de": "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch",
    "tr": "ve bir bu için ile da de olarak daha çok olan sonra kadar gibi ise dedi oldu yılında",
    "it": "il di che e la un per non una sono con del della dei gli nel anche alla più ha",
    "pt": "o a de que e do da em um para com não uma os no se na por mais as dos foi ao",
    "nl": "de het een en van in op dat is te met voor niet zijn aan er ook als bij maar werd",
}
# Letters of scripts that are not Latin, quotation marks and dashes left out.
BEYOND_LATIN = re.compile(
    "[\u0370-\u1dff\u1f00-\u1fff\u2c00-\u2dff\u2e80-\ud7ff\uf900-\ufefc\uff00-\uffdc]"
)
LITTLE_WORDS = {code: frozenset(words.split()) for code, words in LITTLE.items()}
LANGUAGES_OF = {
    word: tuple(code for code, little in LITTLE_WORDS.items() if word in little)
    for word in frozenset().union(*LITTLE_WORDS.values())
}


def language_of(text: str) -> str:
    """Return the ISO 639-1 code of the language of a text, '' where there are no words."""
    sample = text[:900]
    if not BEYOND_LATIN.search(sample):
        return latin(sample) if LETTER.search(sample) else ""
    counts = {code: len(pattern.findall(sample)) for code, pattern in SCRIPTS.items()}
    letters = sum(c.isalpha() for c in sample)
    script, most = max(counts.items(), key=lambda item: item[1])
    if letters and most > letters * 0.3:
        return within_script(script, sample)
    return latin(sample) if letters > 2 else ""


def within_script(script: str, sample: str) -> str:
    """Return the language among those of one script."""
    if script == "ar":
        return arabic_script(sample)
    if script == "zh":
        return "ja" if len(KANA.findall(sample)) > 5 else "zh"
    if script == "ru":
        if re.search("[әғқңөұүһ]", sample, re.IGNORECASE):
            return modelled(sample, "kk", ("kk", "ky", "mn", "tt"))
        if re.search("[їєґ]", sample, re.IGNORECASE):
            return "uk"
        if re.search("[ў]", sample, re.IGNORECASE):
            return modelled(sample, "be", ("be", "uz"))
        if re.search("[ћђџљњј]", sample, re.IGNORECASE):
            return modelled(sample, "sr", ("sr", "mk"))
        return (
            "ru"
            if re.search("[ыэё]", sample, re.IGNORECASE)
            else modelled(sample, "ru", ("ru", "bg", "mk", "sr"))
        )
    return script


def arabic_script(sample: str) -> str:
    """Return Arabic, Persian, Urdu, Pashto or Kurdish by letters only they have."""
    if len(re.findall("[ټډړږښڼۍ]", sample)) > 2:
        return "ps"
    if len(re.findall("[ٹڈڑےں]", sample)) > 3:
        return "ur"
    if len(re.findall("[ێۆڵڕ]", sample)) > 3:
        return "ckb"
    persian = len(re.findall("[پچژگیک\u200c]", sample))
    arabic = len(re.findall("[ةىيكإأؤئ]", sample))
    return "fa" if persian > arabic else "ar"


def latin(sample: str) -> str:
    """Return the language of a Latin text: by little words where they are clear, else the model."""
    words = sample.lower().replace("'", " ").replace("’", " ").split()
    counted = dict.fromkeys(LITTLE_WORDS, 0)
    for word in filter(LANGUAGES_OF.__contains__, words):
        for code in LANGUAGES_OF[word]:
            counted[code] += 1
    hits = sorted(((count, code) for code, count in counted.items()), reverse=True)
    (most, code), (next_most, _) = hits[0], hits[1]
    if most >= 6 and most >= 0.12 * len(words) and most > 1.6 * next_most:
        return code
    return modelled(sample, code if most else "en")


def modelled(sample: str, otherwise: str, among: tuple[str, ...] = ()) -> str:
    """Return the model's answer if it is one of those possible, else `otherwise`."""
    answer = str(model().classify(sample)[0])
    return answer if not among or answer in among else otherwise


@lru_cache(maxsize=1)
def model() -> Any:
    """Return py3langid, loaded when a text first needs it: it takes a third of a second."""
    import py3langid  # type: ignore[import-untyped]

    return py3langid


def load_model() -> None:
    """Load the model now, so that processes forked from this one have it."""
    model().classify("")


def direction_of(lang: str) -> Literal["ltr", "rtl"]:
    """Return the direction a language is written in."""
    return "rtl" if lang in RTL else "ltr"
