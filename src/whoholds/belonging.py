"""Whose people or outlet words name by a party beside them: "Taliban radio", "Russian-appointed mayor"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from functools import cache, lru_cache

from whoholds.claims.context import ReportWords
from whoholds.lexicon import word_set
from whoholds.model import Span
from whoholds.ontology import ARMED_GROUPS, Parties, Party, parties
from whoholds.text.parties import STATES

WORD = re.compile(r"[\w.'’-]+")
BODY = re.compile(r" (?:of|at|in|from|with|for) ")  # behind it stands where, not who
NAME = r"[\w'’]+(?: [\w'’]+){0,3}"  # up to four words before a hyphen: "Rapid Support Forces-run"


def party_spoken_for(claimer: Span, words: ReportWords) -> str | None:
    """The party whose outlet, appointee or partisan a claimer's words name; None where they name none.

    A state's journalists are not the state ("Russian radio"), what an armed group puts out is the group.
    "It" is the party that it stands for.
    """
    said = claimer.of(words.text)
    if said.lower() in word_set("sides", "it"):
        return _begun_with(claimer, words)
    if not _lowered(said).isdisjoint(word_set("sides", "bystanders")):
        return None
    organ = _organ(claimer, words) or _state_organ(claimer, words)
    return _partisan(said, words) or organ or _close_to(claimer, words)


def _begun_with(claimer: Span, words: ReportWords) -> str | None:
    """Who "it" is in "The M23 took Goma, it said": the one party that the sentence names, which begins it.

    Not where the sentence before does not name it too: "it" may then be whoever spoke there.
    """
    *earlier, sentence = words.sentences_before(claimer.start, 2) or [claimer]
    told = words.parties_in(Span(sentence.start, claimer.start))
    if len(told) != 1 or told[0].how != "named" or told[0].metonym or sentence.end < claimer.end:
        return None
    party, opening = told[0], Span(sentence.start, told[0].span.start).of(words.text).strip().lower()
    many = party.span.of(words.text).endswith("s")  # "the Houthis", "M23 rebels": they
    known = [m.name for m in words.parties_in(earlier[0])] if earlier else [party.name]
    return party.name if opening in ("", "the") and not many and party.name in known else None


def speaks_no_longer(claimer: Span, words: ReportWords) -> bool:
    """True for "former officials", "Amin, an ex-general", where nothing else says whom they speak for now."""
    rest: list[Span] = []
    former, at = False, claimer.start
    for part in claimer.of(words.text).split(","):
        gone = any(word in word_set("sides", "no_longer") for word in re.split(r"[\W_]+", part.lower()))
        former = former or gone
        if not gone:
            rest.append(Span(at, at + len(part)))
        at += len(part) + 1
    return former and not any(_tells_of_office(part, words) for part in rest)


def _tells_of_office(part: Span, words: ReportWords) -> bool:
    offices = word_set("sides", "official") | word_set("sides", "speaking")
    return bool(words.parties_in(part)) or not _lowered(part.of(words.text)).isdisjoint(offices)


def _partisan(said: str, words: ReportWords) -> str | None:
    """ "Taliban-run", "pro-Taliban": of whoever stands there, by name or as an adjective."""
    published = words.report.published
    for name in _hyphened(BODY.split(said, maxsplit=1)[0]):
        if (party := party_called(name, published.day if published else None)) is not None:
            return party.name
    return None


def _hyphened(said: str) -> Iterator[str]:
    for match in _under().finditer(said):
        before = match["name"].split()
        yield from (" ".join(before[first:]) for first in range(len(before)))
    yield from (match["name"] for match in _for().finditer(said))


@cache
def _under() -> re.Pattern[str]:
    return re.compile(rf"(?P<name>{NAME})[-‑](?:{'|'.join(sorted(word_set('sides', 'under')))})\b")


@cache
def _for() -> re.Pattern[str]:
    return re.compile(rf"\b(?i:{'|'.join(sorted(word_set('sides', 'for')))})[-‑](?P<name>[\w'’]+)")


def party_called(word: str, on: date | None) -> Party | None:
    """The party that a name or an adjective means on a day; of a state, the government of that day."""
    named = parties().named(word)
    if named is not None:
        return named
    home = _by_adjective(parties()).get(word)
    if home is None:
        return None
    return next(iter(parties().governments(home[0].countries[0], on)), home[0])


@lru_cache(maxsize=8)
def _by_adjective(known: Parties) -> dict[str, tuple[Party, ...]]:
    found: dict[str, list[Party]] = defaultdict(list)
    for party in known:
        for word in party.demonyms if party.countries else ():
            found[word].append(party)
    return {word: tuple(them) for word, them in found.items()}


def _organ(claimer: Span, words: ReportWords) -> str | None:
    """ "Taliban radio", "the Houthis' own news agency"."""
    for party in words.parties_in(claimer):
        if party.name is None or party.how != "named" or party.role not in ARMED_GROUPS:
            continue
        behind = WORD.findall(words.text[party.span.end : claimer.end].lower())[:3]
        if not word_set("sides", "organs").isdisjoint(behind):
            return party.name
    return None


def _close_to(claimer: Span, words: ReportWords) -> str | None:
    """ "Accounts close to the rebels", "channels linked to M23"; not people "in areas loyal to" somebody."""
    for party in words.parties_in(claimer):
        before = _lowered(words.text[claimer.start : party.span.start])
        led = _close().search(words.text[claimer.start : party.span.start]) is not None
        if party.name is not None and led and not before.isdisjoint(word_set("sides", "organs")):
            return party.name
    return None


@cache
def _close() -> re.Pattern[str]:
    words = "|".join(sorted(word_set("sides", "organs", "close")))
    return re.compile(rf"\b(?:{words}) (?:to|with|by) (?:the )?$", re.IGNORECASE)


def _state_organ(claimer: Span, words: ReportWords) -> str | None:
    """ "Russian state media", "Mali's state broadcaster"; of a state that is not named, the country tells."""
    said = _lowered(claimer.of(words.text))
    if said.isdisjoint(word_set("sides", "organs", "of_state")):
        return None
    named = [m for m in words.parties_in(claimer) if m.name and m.how != "generic" and m.role in STATES]
    return named[0].name if named and not said.isdisjoint(word_set("sides", "organs")) else None


def _lowered(said: str) -> set[str]:
    return {word.strip(".'’").lower() for word in WORD.findall(said)}
