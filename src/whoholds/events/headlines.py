"""Headlines that tell one event, where a headline says too little to make a claim of it.

Two headlines are compared by named features with their weights, as claims are (`features.py`); the docstring
of a feature is the reason in words. Groups are made by mean likeness (`linkage.py`).
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from whoholds.events.linkage import groups_of
from whoholds.gazetteer import Gazetteer
from whoholds.text.dates import find_dates
from whoholds.text.parties import find_parties
from whoholds.text.places import find_places

REACH = 10  # days: headlines that are further apart are not compared
LETTERS = 4  # of a piece of a word: two spellings of one name share most pieces
WORD = re.compile(r"[^\W\d_]{3,}")
NUMBER = re.compile(r"\d+")
DROPPED = re.compile(r"&#\d+;|['’‘`ʿʾ]")


@dataclass(frozen=True, slots=True)
class Headline:
    """One headline, the day it was published on and by whom."""

    text: str
    published: date
    outlet: str | None = None


@dataclass(frozen=True, slots=True)
class Marks:
    """What is compared: day, whether the headline itself tells it, provinces, parties, numbers, pieces.

    `pieces` weigh the parts of words by how rare they are among all headlines; their squares add up to 1.
    """

    day: date
    told: bool
    outlet: str | None
    provinces: frozenset[str]
    parties: frozenset[str]
    numbers: frozenset[int]
    pieces: Mapping[str, float]


def same_words(one: Marks, other: Marks) -> float:
    """They share words or most letters of words, the rarer the better."""
    return math.sqrt(_shared(one, other))


def same_day(one: Marks, other: Marks) -> float:
    """They are of one day."""
    return float(one.day == other.day)


def next_day(one: Marks, other: Marks) -> float:
    """One is of the day after the other."""
    return float(_days(one, other) == 1)


def far_days(one: Marks, other: Marks) -> float:
    """More than three days lie between them."""
    return float(_days(one, other) > 3)


def both_tell_day(one: Marks, other: Marks) -> float:
    """Both say themselves on which day it happened, and it is one day."""
    return float(one.told and other.told and one.day == other.day)


def other_day_told(one: Marks, other: Marks) -> float:
    """Both say themselves on which day it happened, and the days differ; each day between counts."""
    return float(_days(one, other)) if one.told and other.told else 0.0


def other_provinces(one: Marks, other: Marks) -> float:
    """Both name places, and of no common province."""
    return float(bool(one.provinces and other.provinces) and not one.provinces & other.provinces)


def same_numbers(one: Marks, other: Marks) -> float:
    """They give the same number."""
    return float(bool(one.numbers & other.numbers))


def same_parties(one: Marks, other: Marks) -> float:
    """They name the same party."""
    return float(bool(one.parties & other.parties))


def same_outlet(one: Marks, other: Marks) -> float:
    """One outlet printed both: more often two events than one told twice."""
    return float(one.outlet is not None and one.outlet == other.outlet)


Feature = Callable[[Marks, Marks], float]
FEATURES: tuple[tuple[Feature, float], ...] = (
    (same_words, 3.5),
    (same_day, 3.2),
    (next_day, 2.0),
    (far_days, -1.7),
    (both_tell_day, 1.8),
    (other_day_told, -2.6),
    (other_provinces, -1.9),
    (same_numbers, 0.4),
    (same_parties, 1.1),
    (same_outlet, -0.5),
)
THRESHOLD = 3.0  # what the features of two headlines, or of two groups on average, must add up to


def likeness(one: Marks, other: Marks) -> float:
    """What all features of two headlines add up to."""
    return sum(weight * feature(one, other) for feature, weight in FEATURES)


def group_headlines(headlines: Sequence[Headline], gazetteer: Gazetteer) -> tuple[tuple[int, ...], ...]:
    """The numbers of the headlines that tell one event each, every headline in one group."""
    marks = read_marks(headlines, gazetteer)
    pairs = {pair: likeness(marks[pair[0]], marks[pair[1]]) for pair in near_pairs(marks)}
    return groups_of(len(marks), pairs, threshold=THRESHOLD)


def near_pairs(marks: Sequence[Marks]) -> Iterator[tuple[int, int]]:
    """The pairs of headlines at most `REACH` days apart."""
    by_day: dict[int, list[int]] = defaultdict(list)
    for number, one in enumerate(marks):
        by_day[one.day.toordinal()].append(number)
    for number, one in enumerate(marks):
        day = one.day.toordinal()
        later = (other for after in range(REACH + 1) for other in by_day.get(day + after, ()))
        yield from ((number, other) for other in later if marks[other].day > one.day or other > number)


def read_marks(headlines: Sequence[Headline], gazetteer: Gazetteer) -> list[Marks]:
    """What is compared, of each headline in order."""
    pieces = [_pieces(one.text) for one in headlines]
    number_with = Counter(piece for of_one in pieces for piece in of_one)
    rarity = {piece: math.log(len(pieces) / count) for piece, count in number_with.items()}
    return [
        _marks(one, _weighed(of_one, rarity), gazetteer)
        for one, of_one in zip(headlines, pieces, strict=True)
    ]


def _marks(headline: Headline, pieces: Mapping[str, float], gazetteer: Gazetteer) -> Marks:
    text = headline.text
    mentions = find_parties(text)
    places = [one.place for one in find_places(text, gazetteer, mentions) if one.place.kind != "country"]
    days = [
        one.start
        for one in find_dates(text, headline.published)
        if one.kind == "day" and one.start is not None and one.start == one.end
    ]
    past = [day for day in days if day <= headline.published]
    return Marks(
        past[0] if past else headline.published,
        bool(past),
        headline.outlet,
        frozenset(place.province or place.id for place in places),
        frozenset(one.name or one.word for one in mentions),
        frozenset(n for n in map(int, NUMBER.findall(_folded(text))) if 1 < n < 1900),
        pieces,
    )


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", DROPPED.sub("", text.lower()))
    return "".join(sign for sign in plain if not unicodedata.combining(sign))


def _pieces(text: str) -> frozenset[str]:
    words = (f" {word} " for word in WORD.findall(_folded(text)))
    return frozenset(word[at : at + LETTERS] for word in words for at in range(len(word) - LETTERS + 1))


def _weighed(pieces: frozenset[str], rarity: Mapping[str, float]) -> Mapping[str, float]:
    length = math.sqrt(sum(rarity[piece] ** 2 for piece in pieces)) or 1.0
    return {piece: rarity[piece] / length for piece in sorted(pieces)}


def _shared(one: Marks, other: Marks) -> float:
    return sum(weight * other.pieces.get(piece, 0.0) for piece, weight in one.pieces.items())


def _days(one: Marks, other: Marks) -> int:
    return abs((one.day - other.day).days)
