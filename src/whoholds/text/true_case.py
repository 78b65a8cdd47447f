"""Texts written in capitals only, with the capitals that a mixed text would have, at the same offsets.

The finders tell a name by its capital. In "REBELS TOOK THE TOWN OF BAKAR" every word has one, so all is made
small but what begins a sentence and what is known as a name: of a place, a party, a month, by its initials.
Names of people stay small unless they are also names of places.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from whoholds.gazetteer import Gazetteer, NameHit
from whoholds.lexicon import read_lexicon, word_set
from whoholds.model import Span
from whoholds.ontology import Parties, parties

FEWEST = 20  # letters of which a text must consist at least
SHARE = 0.95  # of the letters that are capitals
WORD = re.compile(r"[^\W\d_]+")
BEGINS = re.compile(r"(?:\A|\n[ \t]{0,80}\n|[.!?…][\"'”’)\]]{0,3}\s)\W{0,80}(?=[^\W\d_])")
BEFORE = re.compile(r"[\w.]{0,12}\Z")
INITIALS = re.compile(r"\b[b-df-hj-np-tv-xz]{2,6}\b")
ALONE = re.compile(r"\bi\b(?!\.)")


def in_true_case(text: str, gazetteer: Gazetteer) -> str:
    """The text, of the same length; another one only where nearly all of its letters are capitals."""
    if not _is_shouted(text):
        return text
    small = "".join(map(_lowered, text))
    letters = list(small)
    for start in _begun(small):
        letters[start] = text[start]
    for start, form in _names(text, small, gazetteer):
        letters[start : start + len(form)] = form
    return "".join(letters)


def _is_shouted(text: str) -> bool:
    """True when nearly all letters that have a capital form are capitals."""
    capitals = sum(map(str.isupper, text))
    return capitals >= FEWEST and capitals >= SHARE * (capitals + sum(map(str.islower, text)))


def _lowered(letter: str) -> str:
    small = letter.lower()
    return small if len(small) == 1 else letter


def _begun(small: str) -> Iterator[int]:
    """Where a sentence begins: a paragraph, and what follows a full stop that no abbreviation has."""
    for found in BEGINS.finditer(small):
        start, stop = found.end(), found.start()
        word = BEFORE.search(small, max(0, stop - 12), stop) if small[stop] in ".!?…" else None
        before = word.group() if word is not None else ""
        if before in word_set("sentences", "never_ends") or len(before) == 1:
            continue
        following = WORD.match(small, start)
        begins = following is not None and following.group() in word_set("sentences", "begins")
        if begins or before not in word_set("sentences", "may_end"):
            yield start


def _names(text: str, small: str, gazetteer: Gazetteer) -> Iterator[tuple[int, str]]:
    """Where a name stands, and how it is written; later ones go before earlier ones."""
    for found in INITIALS.finditer(small):
        if found.group() not in word_set("case", "abbreviated"):
            yield found.start(), found.group().upper()
    for found in ALONE.finditer(small):
        yield found.start(), "I"
    for found in _titled().finditer(small):
        yield found.start("title"), found["title"][0].upper()
        yield found.start("name"), found["name"][0].upper()
    for hit in gazetteer.names_in(text):
        if _is_name(hit, text, gazetteer):
            yield from _capitalised(small, hit.span)
    yield from _written(small, _party_forms(parties()))
    for found in _dated().finditer(small):
        yield found.start("month"), found["month"][0].upper()


def _is_name(hit: NameHit, text: str, gazetteer: Gazetteer) -> bool:
    """False for words of the language, and for "the bank": an article before what is no name without it."""
    name = hit.span.of(text).lower()
    first, _, rest = name.partition(" ")
    if hit.common or not word_set("case", "never").isdisjoint((name, rest)):
        return False
    if first not in word_set("case", "led"):
        return True
    places = (gazetteer.get(one) for one in hit.places)
    is_area = any(place is not None and place.kind in ("country", "province") for place in places)
    return is_area or any(not one.common for one in gazetteer.names_in(rest.title()))


def _capitalised(small: str, name: Span) -> Iterator[tuple[int, str]]:
    """Every word of a name, but for the small ones inside."""
    for word in WORD.finditer(small, name.start, name.end):
        inside = word.start() > name.start and word.group() in word_set("case", "small")
        if not inside:
            yield word.start(), word.group()[0].upper()


@lru_cache(maxsize=8)
def _party_forms(known: Parties) -> Mapping[str, str]:
    """How the names of parties, adjectives of states, months and days are written, by their small letters."""
    dates = read_lexicon("en", "dates")
    doubtful = dates["months"]["names"]
    written = [
        word for word in (*dates["months"]["words"], *dates["weekdays"]["words"]) if word not in doubtful
    ]
    for party in known:
        written += [party.name, *party.aliases, *party.demonyms]
    never = word_set("case", "never")
    forms = {form.replace("’", "'").lower(): form.replace("’", "'") for form in reversed(written)}
    return {small: form for small, form in forms.items() if small not in never and len(small) == len(form)}


def _written(small: str, forms: Mapping[str, str]) -> Iterator[tuple[int, str]]:
    """Where one of these forms stands as whole words, letter by letter, longer ones last."""
    plain = small.replace("’", "'").replace("\n", " ")
    for found in sorted(_pattern(tuple(forms)).finditer(plain), key=lambda one: one.end() - one.start()):
        for at, letter in enumerate(forms[found.group()], start=found.start()):
            if letter.isupper():
                yield at, letter


@lru_cache(maxsize=8)
def _pattern(forms: tuple[str, ...]) -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, forms), key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{words})(?!\w)")


@cache
def _titled() -> re.Pattern[str]:
    """A short title, which no name of a thing has, and the name after it."""
    titles = "|".join(one[:-1].lower() for one in word_set("places", "never", "titles") if one.endswith("."))
    return re.compile(rf"\b(?P<title>{titles})\.?\s+(?P<name>[^\W\d_]{{3,}})")


@cache
def _dated() -> re.Pattern[str]:
    """A month whose name is also a word, beside the number of a day or year."""
    months = "|".join(word.lower() for word in read_lexicon("en", "dates")["months"]["names"])
    return re.compile(rf"(?:(?<=\d )|\b(?=\w+\.? \d))(?P<month>{months})\b")
