"""Spellings made comparable: one folded key for the many ways in which a name is written.

`fold` strips case, marks (NFKD) and apostrophes, and unites what transliterations write differently: the
joining vowel of Persian ("Mazar-e-Sharif", "Mazar-i Sharif") and the Arabic article ("Deir ez-Zor", "Deir
al-Zor"). `find_words` gives the words of a text with exact offsets, so that a folded name points back.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

_APOSTROPHES = frozenset("'’‘‛`´′ʼʻʽʾʿˈˌʹʺ＇׳")
_HYPHENS = frozenset("-‐‑‒–−־﹣－")
_MARK = "\u0301"  # stands for every mark and invisible character inside a word
_MANY = "ß"  # stands for every letter that folds to more or less than one character
_OTHER = ","  # stands for everything that ends a name
_LETTERS = {  # letters without a decomposition; letters of Arabic script that are typed in two ways
    **dict(zip("łøđðħıŋɗɓƙəŧ", "loddhindbket", strict=True)),
    **{"æ": "ae", "œ": "oe", "þ": "th", "ي": "ی", "ى": "ی", "ك": "ک", "ة": "ه", "ـ": ""},
}
_JOINING = frozenset({"e", "i", "ye", "yi"})
_ARTICLES = frozenset({"al", "el", "ul", "ash", "ar", "az", "ez", "esh", "adh", "ath", "ud", "uz"})
_HYPHENED_ARTICLES = _ARTICLES | {"ad", "an", "as", "at", "ed", "en", "er", "es", "et", "ol", "od"}
_REMEMBERED = 20_000  # names are asked for again and again
_ALIKE = 0.55  # share of letters in common, as difflib counts it
_WORD = re.compile(rf"[^\W_][\w{_MARK}]*(?:'+[^\W_][\w{_MARK}]*)*")


class _Letters(dict[int, str]):
    """Character → its folded letters, worked out once each; nothing for marks and apostrophes."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _fold_letter(chr(code))
        return folded


class _Classes(dict[int, str]):
    """Character → exactly one character, so that offsets stay: its folded letter, or what it stands for."""

    def __missing__(self, code: int) -> str:
        kind = self[code] = _class_of(chr(code))
        return kind


_letters = _Letters()
_classes = _Classes()


def _fold_letter(char: str) -> str:
    if char in _APOSTROPHES:
        return ""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", char).casefold())
    return "".join(_LETTERS.get(part, part) for part in plain if part.isalnum() or _is_vowel_sign(part))


def _is_vowel_sign(char: str) -> bool:
    """Signs of Indic scripts that carry a vowel: marks of combining class 0."""
    return unicodedata.category(char) in {"Mc", "Mn"} and not unicodedata.combining(char)


def _class_of(char: str) -> str:
    if char in _APOSTROPHES:
        return "'"
    if char in _HYPHENS:
        return "-"
    if char.isspace():
        return "\n" if char == "\n" else " "
    if unicodedata.category(char) in {"Mn", "Mc", "Me", "Cf"} or char == "ـ":
        return _MARK
    if not char.isalnum():
        return "." if char == "." else _OTHER
    folded = _letters[ord(char)]
    return folded if len(folded) == 1 and folded.isalnum() else _MANY


@dataclass(slots=True)
class Words:
    """The words of a text: their offsets in it, and the text one character for one, folded where it can be.

    `starts[i]`, `ends[i]` are code-point offsets of word i in `text`; a possessive 's is outside of the word.
    """

    text: str
    classed: str
    starts: list[int]
    ends: list[int]

    def __len__(self) -> int:
        return len(self.starts)

    def key(self, index: int) -> str:
        """Word `index`, folded."""
        start, end = self.starts[index], self.ends[index]
        word = self.classed[start:end]
        if word.isascii() and "'" not in word:
            return word
        return _from_first_letter(self.text[start:end].translate(_letters))

    def gap(self, index: int) -> str:
        """What stands between word `index` and the next, by class (space, line end, "-", "."; else ",")."""
        return self.classed[self.ends[index] : self.starts[index + 1]]

    def joined(self, index: int) -> bool:
        """True when a hyphen follows word `index` and the next word directly follows that."""
        end = self.ends[index]
        return (
            self.classed[end : end + 1] == "-" and index + 1 < len(self) and self.starts[index + 1] == end + 1
        )


def _from_first_letter(word: str) -> str:
    """The word without marks before its first letter, where a letter that came apart left one there."""
    first = next((n for n, char in enumerate(word) if unicodedata.category(char)[0] != "M"), len(word))
    return word[first:]


def find_words(text: str) -> Words:
    """Find the words of a text of any script (runs of letters, digits, marks and inner apostrophes)."""
    classed = text.translate(_classes)
    words = Words(text, classed, [], [])
    for match in _WORD.finditer(classed):
        start, end = match.span()
        words.starts.append(start)
        words.ends.append(end - 2 if classed[end - 2 : end] == "'s" and end - start > 2 else end)
    return words


@lru_cache(_REMEMBERED)
def fold(text: str) -> str:
    """The key under which a name is looked up: folded words joined by single spaces.

    Lower case, without marks and apostrophes, a joining vowel as "e" and an Arabic article as "al" when they
    stand before another word. Two spellings with equal keys are the same name. Empty when nothing is a word.
    """
    if text.isascii() and text.replace(" ", "").isalnum():  # most names: nothing but words and spaces
        plain = text.lower().split()
        return join(plain, [False] * len(plain))
    words = find_words(text)
    return join(
        [words.key(index) for index in range(len(words))], [words.joined(i) for i in range(len(words))]
    )


def alike(name: str, key: str) -> bool:
    """True when a name, folded, is a spelling of a key ("Ḩamāh", "hama"), not another word ("Aībak")."""
    bare = fold(name).removeprefix("al "), key.removeprefix("al ")
    return SequenceMatcher(None, *bare).ratio() > _ALIKE


def join(keys: Sequence[str], hyphened: Sequence[bool]) -> str:
    """Join folded words to a name; `hyphened[i]` says that a hyphen follows word i."""
    last = len(keys) - 1
    return " ".join(_unite(keys, hyphened, last)) if last > 0 else "".join(keys)


def _unite(keys: Sequence[str], hyphened: Sequence[bool], last: int) -> Iterator[str]:
    for index, key in enumerate(keys):
        if index == last:
            yield key
        else:
            yield (inner_form if index else first_form)(key, hyphened[index])


def first_form(key: str, hyphened: bool) -> str:
    """A folded word as it stands in a name before another word: any form of the Arabic article is "al"."""
    return "al" if key in (_HYPHENED_ARTICLES if hyphened else _ARTICLES) else key


def inner_form(key: str, hyphened: bool) -> str:
    """A folded word as it stands between two words of a name: any form of the joining vowel is "e"."""
    return "e" if key in _JOINING else first_form(key, hyphened)


def is_article(key: str) -> bool:
    """True for a folded word that is a form of the Arabic article before a hyphen ("al-Bab", "ad-Dawr")."""
    return key in _HYPHENED_ARTICLES
