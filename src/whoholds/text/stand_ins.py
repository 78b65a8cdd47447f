"""What the parser sees in place of words that lead it astray, as long as they are.

"The Taliban claim they have taken it" is parsed as if the Taliban's claim were meant, "a doctor there said"
as if nobody spoke; with another word in its place the rest is parsed rightly.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from whoholds.lexicon import read_lexicon, read_ontology
from whoholds.ontology import Parties, parties
from whoholds.text.reporting import reporting_verbs

NEAR = 3  # words before it
BESIDE = 6  # words before it in which one of `near` must stand
OPENING = 5  # words of a sentence in which it must stand, where it is `first`
WORD = re.compile(r"[\w'-]+")
INITIALS = re.compile(r"[A-Z]{2,}\d*|[A-Z]\d+")
REPORTING, NAME, GROUP, WORDS = "reporting", "name", "group", "word"
STATES = ("government", "foreign")  # kinds of parties that are states


@dataclass(frozen=True, slots=True)
class StandIn:
    """A word with what stands in for it: where, and where not."""

    word: str
    by: str
    place: re.Pattern[str]
    not_after: frozenset[str]
    not_near: frozenset[str]
    near: frozenset[str]
    group: bool
    first: bool


def as_parsed(sentence: str) -> str:
    """The sentence as the parser sees it; of the same length."""
    for one in _stand_ins():
        if one.word in sentence:
            sentence = _replaced(sentence, one)
    return sentence


def _replaced(sentence: str, one: StandIn) -> str:
    def by(match: re.Match[str]) -> str:
        return one.by if _is_meant(one, sentence[: match.start()]) else match.group()

    return one.place.sub(by, sentence)


def _is_meant(one: StandIn, before: str) -> bool:
    written = WORD.findall(before)
    words = [word.lower() for word in written[-BESIDE:]]
    if not before.rstrip()[-1:].isalnum():
        return one.first and not words
    if words[-1] in one.not_after or one.not_near & set(words[-NEAR:]):
        return False
    if (one.first and len(written) > OPENING) or (one.near and one.near.isdisjoint(words)):
        return False
    return not one.group or _is_group(written[-1])


def _is_group(word: str) -> bool:
    """True for the last word of a party's name that may be one or many ("the RSF", "the junta"), and does not
    look like a plural ("rebels")."""
    if word[:1].islower() and word[-1] == "s":
        return False
    return INITIALS.fullmatch(word) is not None or word.lower() in _last_words(parties())


@cache
def _last_words(known: Parties) -> frozenset[str]:
    named = (name for party in known if party.kind not in STATES for name in (party.name, *party.aliases))
    generic = (word for words in read_ontology("party_words")["generic"].values() for word in words)
    return frozenset(name.lower().split()[-1] for name in (*named, *generic))


@cache
def _stand_ins() -> tuple[StandIn, ...]:
    return tuple(
        StandIn(
            row.get("word", name), row["by"], _place(row.get("word", name), row),
            _words(row, "not_after"), _words(row, "not_near"), _words(row, "near"),
            row.get("after") == GROUP, "first" in row,
        )
        for name, row in read_lexicon("en", "stand_ins").items()
    )  # fmt: skip


def _words(row: Mapping[str, str], key: str) -> frozenset[str]:
    return frozenset(row.get(key, "").split())


def _place(word: str, row: Mapping[str, str]) -> re.Pattern[str]:
    then, later = row["then"], row.get("later", "").split()
    if then == NAME:
        return re.compile(rf"(?<= ){word}(?= {_held()})")
    if then == WORDS:
        return re.compile(rf"\b{word}(?= [a-z])")
    follows = sorted(reporting_verbs() if then == REPORTING else then.split())
    stated = rf"[^,;:]* (?:are|were|remain|proved) (?:\w+ )?(?:{'|'.join(later)})\b" if later else ""
    return re.compile(rf"(?<= ){word}(?= (?:{'|'.join(map(re.escape, follows))})\b{stated})")


@cache
def _held() -> str:
    """The name of a place, the noun for one, or how much of it."""
    kinds = read_lexicon("en", "places")["kinds"]
    places = "|".join(sorted((*kinds["settlement"], *kinds["facility"], *kinds["district"])))
    much = "most|all|much|half|parts?|part|large parts|some|nearly all|almost all"
    return rf"(?:(?:{much}) of )?(?:the (?:[\w-]+ )?(?:{places})\b|(?:the [a-z]+ of )?[A-Z])"
