"""Names of places that no gazetteer knows as written: kept unresolved inside their known container, or found
under another spelling near the other places of the report; never guessed."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice

from whoholds.gazetteer import Gazetteer, fold
from whoholds.lexicon import read_lexicon
from whoholds.model import Place, Span
from whoholds.text.place_words import (
    LIST_BEFORE,
    LIST_NEXT,
    described_list_pattern,
    described_pattern,
    included_pattern,
    is_demonym,
    lying_pattern,
    named_pattern,
    place_words,
    taken_pattern,
    weak_pattern,
)
from whoholds.text.taken_places import mentions_of, taken_names

BY_NAME = "name:"  # begins the id of a place that no gazetteer knows
NEAR_KM = 120.0  # from a place of the report, within which another spelling of a name is looked for
ANCHORS = 8  # different places of the report around which it is looked
NAMED = ("settlement", "district")  # kinds of place that another spelling may mean
OWNED = re.compile(r"['’]s$")
OPENING = re.compile(r"(?:The |.*['’]s )")
_VOWELS = str.maketrans("", "", "aeiouywh")
_DOUBLED = re.compile(r"(.)\1+")
ARTICLES = ("Al", "El")
SHORT = 4  # consonants that a name must have
LISTED = 60  # characters before a name of a list in which the one before it stands
LONG = 6  # consonants from which one may differ


@dataclass(frozen=True, slots=True)
class Unknown:
    """A name that no gazetteer knows as written. `sure`: the words around it say that it is a place."""

    span: Span
    kind: str
    sure: bool


def find_unknown(
    text: str, taken: Sequence[Span], parties: Sequence[Span] = (), words: Sequence[Span] = ()
) -> Iterator[Unknown]:
    """Names after "the village of", before "village", after "retook" and "in", that are not already taken.

    `parties` are the words of the text that name parties, `words` those taken that are common words.
    """
    free = _Free(taken, words)
    by_noun = [one for one in (*_named(text), *_described(text)) if free.take(text, one.span, honoured=True)]
    yield from by_noun
    told = [one for one in by_noun if one.span.of(text).split()[0] in place_words("never", "honours")]
    names = {one.span.of(text): one.kind for one in told}  # "Sheikh Saeed", elsewhere taken for a person
    again = (
        Unknown(span, kind, sure=True) for name, kind in names.items() for span in mentions_of(name, text)
    )
    yield from (one for one in again if free.take(text, one.span, honoured=True))
    taken_ones = (Unknown(span, "settlement", sure=True) for span in taken_names(text, parties))
    for one in (*_taken_and_located(text), *taken_ones, *_possible(text)):
        if free.take(text, one.span):
            yield one


def _named(text: str) -> Iterator[Unknown]:
    for pattern in (named_pattern(), included_pattern()):
        for match in pattern.finditer(text):
            yield from _listed(text, match)


def _described(text: str) -> Iterator[Unknown]:
    for pattern in (described_pattern(), lying_pattern()):
        for match in pattern.finditer(text):
            yield Unknown(Span(*match.span("name")), "settlement", sure=True)
    for match in described_list_pattern().finditer(text):
        yield from (Unknown(span, "settlement", sure=True) for span in _list_up_to(text, match))


def _list_up_to(text: str, last: re.Match[str]) -> Iterator[Span]:
    """The names of the list that ends before "districts": "Khan Neshin, Khwaja Ghar and Bangi districts"."""
    yield Span(*last.span("name"))
    at = last.start("name")
    while (before := LIST_BEFORE.search(text[max(0, at - LISTED) : at])) is not None:
        at, until = (max(0, at - LISTED) + end for end in before.span("name"))
        opening = OPENING.match(text, at, until)  # "The" of "The Dand and Daman districts"
        yield Span(opening.end() if opening else at, until)


def _taken_and_located(text: str) -> Iterator[Unknown]:
    """Names that stand both after "in" or "towards" and after "captured" or "the seizure of"."""
    located = {match["name"] for match in weak_pattern().finditer(text)}
    taken = [match for match in taken_pattern().finditer(text) if match["name"] in located]
    names = {match["name"] for match in taken}
    for match in (*taken, *(m for m in weak_pattern().finditer(text) if m["name"] in names)):
        yield Unknown(Span(*match.span("name")), "settlement", sure=True)


def _possible(text: str) -> Iterator[Unknown]:
    for match in weak_pattern().finditer(text):
        yield Unknown(Span(*match.span("name")), "settlement", sure=False)


def _listed(text: str, match: re.Match[str]) -> Iterator[Unknown]:
    """The name after "the village of"; all names of the list after "districts including"."""
    noun = match["noun"].split()[0]
    kind = "district" if noun.startswith("district") else "settlement"
    yield Unknown(Span(*match.span("name")), kind, sure=True)
    if noun.endswith("s"):
        at = match.end()
        while (following := LIST_NEXT.match(text, at)) is not None:
            yield Unknown(Span(*following.span("name")), kind, sure=True)
            at = following.end()


class _Free:
    """Which words of a text are not yet a name: the spans taken, none overlapping, by position."""

    def __init__(self, taken: Sequence[Span], words: Sequence[Span]) -> None:
        self._taken = sorted(taken)
        self._words = frozenset(words)
        self._reach = max((span.end - span.start for span in taken), default=0)

    def take(self, text: str, span: Span, *, honoured: bool = False) -> bool:
        """True, and taken, when the words are no name yet and may begin one; "Sheikh Ali" if `honoured`."""
        first, *more = span.of(text).split()
        article = first in ARTICLES and bool(more)  # "Al Qaryatain"
        honours = place_words("never", "honours") if honoured and more else frozenset()
        barred = (first in place_words("never") and not article) or (
            first in place_words("never", "titles") - honours
        )
        barred |= not more and first in place_words("never", "peoples")
        barred |= is_demonym(span.of(text)) or OWNED.sub("", span.of(text)).split()[-1] in place_words(
            "never", "organisations"
        )
        at = bisect_left(self._taken, Span(span.start - self._reach, 0))
        until = bisect_left(self._taken, Span(span.end, 0))
        met = [other for other in self._taken[at:until] if span.meets(other)]
        within = all(span.start < other.start for other in met)  # "An" in "Wad An Nyal"
        common = all(other in self._words for other in met)
        if barred or (
            met and not (common and (within or first in honours | place_words("taken", "openers")))
        ):
            return False
        self._reach = max(self._reach, span.end - span.start)
        insort(self._taken, span)
        return True


def main_container(known: Sequence[Place], gazetteer: Gazetteer) -> Place | None:
    """The province that all places of a report lie in, else the country that most do, else None."""
    provinces = {place.id if place.kind == "province" else place.province for place in known}
    provinces -= {None}
    if len(provinces) == 1:
        return gazetteer.get(provinces.pop() or "")
    countries = Counter(place.country for place in known if place.country)
    return gazetteer.get(f"iso:{countries.most_common(1)[0][0]}") if countries else None


def unplaced(name: str, container: Place | None, *, kind: str = "settlement") -> Place:
    """A place that no gazetteer knows: no coordinates, inside its known container; its id is made of both."""
    inside = container.id if container else ""
    country = container.country if container else None
    province = None
    if container is not None:
        province = container.id if container.kind == "province" else container.province
    return Place(f"{BY_NAME}{fold(name)}@{inside}", name, kind, None, None, country, province, inside or None)


def container_of(place_id: str, name: str | None) -> tuple[str, str] | None:
    """The name and the id of the container in the id of a place that no gazetteer knows.

    None for any other id, or one without a container. `name`: how it is written, where that is known.
    """
    folded, _, container = place_id.removeprefix(BY_NAME).rpartition("@")
    if not place_id.startswith(BY_NAME) or not folded or not container:
        return None
    return (name if name is not None and fold(name) == folded else folded.title()), container


def anchors_among(known: Sequence[Place], country: str | None) -> tuple[str, ...]:
    """The ids of the first places of a report in a country, around which another spelling is looked for."""
    ids = dict.fromkeys(p.id for p in known if p.kind != "country" and p.country == country)
    return tuple(islice(ids, ANCHORS))


def spelt_otherwise(
    name: str, anchors: Sequence[str], country: str | None, gazetteer: Gazetteer
) -> Place | None:
    """The only place of a country near the anchors whose name has the same consonants, else None.

    A long name may differ in one consonant. None where two places fit.
    """
    wanted = skeleton(name)
    if country is None or len(wanted) < SHORT:
        return None
    near = (_around(anchor, gazetteer) for anchor in anchors)
    sizes = range(len(wanted) - 1, len(wanted) + 2)
    around = (pair for found in near for size in sizes for pair in found.get((wanted[0], size), ()))
    alike = dict.fromkeys(place_id for place_id, bones in around if _alike(wanted, bones))
    places = (place for place_id in alike if (place := gazetteer.get(place_id)) is not None)
    found = [place for place in places if place.country == country and place.kind in NAMED]
    return found[0] if len(found) == 1 else None


@lru_cache(maxsize=1024)
def _around(place_id: str, gazetteer: Gazetteer) -> Mapping[tuple[str, int], Sequence[tuple[str, str]]]:
    """The ids of the settlements near a place, with their consonants, by first and number."""
    place = gazetteer.get(place_id)
    if place is None or place.lat is None or place.lon is None:
        return {}
    found: dict[tuple[str, int], list[tuple[str, str]]] = defaultdict(list)
    for one, name in gazetteer.names_near(place.lat, place.lon, NEAR_KM):
        bones = skeleton(name)
        found[bones[:1], len(bones)].append((one, bones))
    return found


def _alike(one: str, other: str) -> bool:
    if one == other:
        return True
    if min(len(one), len(other)) < LONG or one[0] != other[0] or abs(len(one) - len(other)) > 1:
        return False
    short, long = sorted((one, other), key=len)
    if len(short) < len(long):
        return any(long[:n] + long[n + 1 :] == short for n in range(len(long)))
    return sum(a != b for a, b in zip(one, other, strict=True)) == 1


@cache
def _unified() -> Mapping[str, str]:
    pairs = read_lexicon("en", "places")["spelling"]
    return {written: kept for written, kept in pairs.items() if written != "example"}


@cache
def skeleton(name: str) -> str:
    """The consonants of a name, with letters united that transliterations write differently: "tlbs"."""
    words = [word for word in fold(name).split() if word != "al"]
    letters = "".join(words)
    for written, kept in _unified().items():
        letters = letters.replace(written, kept)
    bones = letters[:1] + letters[1:].translate(_VOWELS)
    return _DOUBLED.sub(r"\1", bones)
