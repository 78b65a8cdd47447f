"""The language of a text: a cheap test for English first, a model (py3langid) only in doubt."""

from __future__ import annotations

import re
import tempfile
from functools import cache
from typing import Any

from whoholds.errors import StoreError
from whoholds.lexicon import read_lexicon, word_set

UNKNOWN = "und"

_READ = 300  # characters that decide
_FEWEST_LETTERS = 20
_ENGLISH_SHARE = 0.12  # of words that are English function words
_ENGLISH_KINDS = 4  # different ones
_ENGLISH_ALONE = 2  # different ones that no other language of Latin letters has
_FOLDED = {"ckb": "ku", "nb": "no", "nn": "no", "arz": "ar", "prs": "fa"}  # to ISO 639-1
_WORD = re.compile(r"[a-z]+")


def find_language(text: str, *, doubted: bool = True) -> str:
    """The ISO 639-1 code of the text's language, "und" where fewer than 20 letters stand in its beginning.

    Reads the first 300 characters after leading white space. The model is loaded at the first text in doubt;
    where little hangs on it (`doubted` is False), one word that only English has is enough against doubt.
    """
    head = text[: 4 * _READ].lstrip()[:_READ]
    if sum(map(str.isalpha, head)) < _FEWEST_LETTERS:
        return UNKNOWN
    return "en" if _plainly_english(head, doubted=doubted) else _by_model(head)


def language_name(code: str) -> str:
    """The English name of a language by its code; a code without a name is returned as it is."""
    names: dict[str, str] = read_lexicon("en", "languages")["names"]["words"]
    return names.get(code, code)


def _plainly_english(head: str, *, doubted: bool) -> bool:
    words = _WORD.findall(head.lower())
    hits = [word for word in words if word in _function_words()]
    if len(hits) < _ENGLISH_SHARE * len(words):
        return False
    kinds = set(hits)
    alone = len(kinds & word_set("languages", "function_words", "alone"))
    enough = _ENGLISH_ALONE if doubted else _ENGLISH_ALONE - 1
    return alone > enough or (alone == enough and len(kinds) >= _ENGLISH_KINDS)


@cache
def _function_words() -> frozenset[str]:
    return frozenset(read_lexicon("en", "languages")["function_words"]["words"])


def _by_model(head: str) -> str:
    code, _ = _model().classify(head)
    return _FOLDED.get(code, str(code))


@cache
def _model() -> Any:
    """The model, kept to the languages that have a name here: rare ones win too often on short texts.

    It is unpacked in the folder of temporary files; raises `StoreError` where that takes no more.
    """
    from py3langid import langid  # here, not above: loading it takes longer than all else at start-up

    try:
        model = langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE)
    except OSError as error:
        folder = tempfile.gettempdir()
        raise StoreError(
            f"The model of languages cannot be unpacked in {folder} ({error.strerror or error}). "
            "Free space there, or set TMPDIR to another folder."
        ) from error
    known = {*read_lexicon("en", "languages")["names"]["words"], *_FOLDED}
    model.set_languages([code for code in model.labels if code in known])
    return model
