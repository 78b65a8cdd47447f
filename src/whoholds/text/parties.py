"""Parties named in a report, and its generic words ("rebels", "the army"), which `focus` resolves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from whoholds.lexicon import read_ontology, word_set
from whoholds.model import Span
from whoholds.ontology import Parties, Party, parties
from whoholds.text.described import BACKED, Hit, find_described, led_end
from whoholds.text.favouring import Favouring, find_favouring
from whoholds.text.held_words import is_held_by
from whoholds.text.state_words import (
    irregular_before,
    is_of_group,
    is_of_locals,
    own_end,
    state_end,
)
from whoholds.text.stretches import InOrder

if TYPE_CHECKING:
    from daachorse import CharwiseDoubleArrayAhoCorasick

LONG = 80  # characters before an abbreviation in brackets in which the name stands that it is short for
STATES = ("government", "foreign")  # kinds of parties that are states
ROLES = {
    "government": "government",
    "regime": "government",
    "junta": "government",
    "enemy": "enemy",
}  # of generic words; else rebels


@dataclass(frozen=True, slots=True)
class PartyMention:
    """Words that mean a party. `name` is its plain name, None where a generic word has no party in focus.

    `how` is named ("Taliban"), state ("Afghan troops") or generic ("insurgents"); `role` the kind of party;
    `metonym` marks the name of a capital or country, which means the party only where it acts or speaks.
    `word` is the kind of a generic word (rebels, jihadists, separatists, insurgents, armed, paramilitaries,
    government, regime, junta, enemy) or backed; `names` are the parties that share the alias, of a generic
    word those whose country it is from or who back it. `vague` marks a name that is a common word.
    """

    span: Span
    name: str | None
    how: str
    role: str
    metonym: bool = False
    word: str = ""
    names: tuple[str, ...] = ()
    vague: bool = False


@dataclass(frozen=True, slots=True)
class _Named:
    span: Span


@dataclass(frozen=True, slots=True)
class _Around:
    """What else a text names, by position: armed groups, and adjectives of states."""

    groups: InOrder[_Named]
    states: InOrder[_Named]


@dataclass(slots=True)
class _Entry:
    how: str
    role: str
    metonym: bool = False
    word: str = ""
    names: list[str] = field(default_factory=list)
    vague: bool = False


def _table() -> tuple[CharwiseDoubleArrayAhoCorasick, tuple[_Entry, ...]]:
    return _table_of(parties())


@lru_cache(maxsize=8)
def _table_of(known: Parties) -> tuple[CharwiseDoubleArrayAhoCorasick, tuple[_Entry, ...]]:
    import daachorse

    rows: dict[str, _Entry] = {}
    for party in known:
        for alias in _forms(party):
            _enter(rows, alias, "named", party, alias in _capitals())
        for word in party.demonyms:
            for form in _and_small(word):
                _enter(rows, form, "demonym", party, False)
    for kind, words in read_ontology("party_words")["generic"].items():
        for word in words:
            for form in (word, word[0].upper() + word[1:]):
                rows.setdefault(form, _Entry("generic", ROLES.get(kind, "rebels"), word=kind))
    return daachorse.CharwiseDoubleArrayAhoCorasick(list(rows)), tuple(rows.values())


def _forms(party: Party) -> Iterator[str]:
    """The names of a party, as they stand inside a sentence and at its beginning."""
    for alias in (party.name, *party.aliases):
        yield from _and_small(alias)
        yield alias.replace(" al-", " Al-")
        if alias[0].islower():
            yield alias[0].upper() + alias[1:]


def _and_small(name: str) -> Iterator[str]:
    """A name, and as outlets write it that give an enemy state no capital letter ("russian troops")."""
    yield name
    first, gap, rest = name.partition(" ")
    if first in read_ontology("party_words")["small"]["words"]:
        yield first.lower() + gap + rest


def _enter(rows: dict[str, _Entry], alias: str, how: str, party: Party, metonym: bool) -> None:
    vague = alias.casefold() in _vague()
    entry = rows.setdefault(alias.replace("’", "'"), _Entry(how, party.kind, metonym, vague=vague))
    if entry.how == how and party.name not in entry.names:
        entry.names.append(party.name)


@cache
def _vague() -> frozenset[str]:
    return frozenset(word.casefold() for word in read_ontology("party_words")["vague"]["words"])


@cache
def _capitals() -> frozenset[str]:
    return frozenset(read_ontology("party_words")["metonyms"]["capitals"])


@cache
def _not_the_party() -> re.Pattern[str]:
    """ "Taliban-backed": who is backed by the party, not the party."""
    return re.compile(rf"[-‑](?:{'|'.join(read_ontology('party_words')['attached']['words'])})")


def find_parties(text: str) -> tuple[PartyMention, ...]:
    """All mentions of parties, in order, none inside another.

    Generic words ("insurgents") have `name` None: which party they mean, the whole report tells.
    """
    automaton, entries = _table()
    plain = text.replace("’", "'").replace("‘", "'")
    hits = [(s, e, entries[k]) for s, e, k in automaton.find_overlapping(plain) if _bounded(plain, s, e)]
    groups = InOrder(_Named(Span(s, e)) for s, e, entry in sorted(hits, key=_place) if _is_group(entry))
    states = InOrder(_Named(Span(s, e)) for s, e, entry in sorted(hits, key=_place) if entry.how == "demonym")
    hits += _described(plain, hits, groups)
    hits.sort(key=_place)
    found: list[PartyMention] = []
    for start, end, entry in hits:
        if found and start < found[-1].span.end:
            continue
        mention = _mention(plain, Span(start, end), entry, _Around(groups, states))
        if mention is None:
            continue
        while found and mention.span.start <= found[-1].span.start:
            found.pop()  # "rebel" in "rebel army"
        found.append(mention)
    return tuple(_as_abbreviated(found, text))


def _as_abbreviated(found: Sequence[PartyMention], text: str) -> list[PartyMention]:
    """The mentions; "Myanmar's National Democratic Alliance Army (MNDAA)" is whom the brackets name."""
    kept: list[PartyMention] = []
    for mention in found:
        short = mention.how == "named" and mention.role not in STATES and text[mention.span.end :][:1] == ")"
        name = _long_name().search(text, max(0, mention.span.start - LONG), mention.span.start)
        if short and name is not None:
            inside = [one for one in kept if one.span.start >= name.start()]
            if inside and all(one.how in ("state", "generic") for one in inside):
                kept = kept[: -len(inside)]
                kept.append(replace(mention, span=Span(inside[0].span.start, name.end("name"))))
        kept.append(mention)
    return kept


@cache
def _long_name() -> re.Pattern[str]:
    return re.compile(r"(?P<name>[A-Z][\w'’-]+(?: (?:of|for|and|the|[A-Z][\w'’-]+))+) \($")


def _place(hit: tuple[int, int, _Entry]) -> tuple[int, int]:
    return hit[0], -hit[1]


def _described(
    text: str, hits: Iterable[tuple[int, int, _Entry]], groups: InOrder[_Named]
) -> list[tuple[int, int, _Entry]]:
    """Armed people whom the name or adjective of a party before them describes."""
    names = [
        Hit(Span(s, e), tuple(entry.names), entry.how == "demonym" and state_end(text, e, groups) is None)
        for s, e, entry in hits
        if entry.names
    ]
    found = [
        (one.span.start, one.span.end, _Entry("generic", "rebels", word=one.word, names=list(one.names)))
        for one in find_described(text, names)
    ]
    return [*found, *((one.span.start, one.span.end, _favouring(one)) for one in find_favouring(text))]


def _favouring(one: Favouring) -> _Entry:
    party = parties().get(one.party) if one.party is not None else None
    if party is None:
        return _Entry("generic", "government", word="government")
    if one.abroad:
        return _Entry("generic", "rebels", word=BACKED, names=[party.name])
    return _Entry("named", party.kind, names=[party.name])


def _is_group(entry: _Entry) -> bool:
    """True for the name of an armed group or alliance: who is meant when a country is named before it."""
    return entry.how == "named" and not entry.metonym and entry.role not in STATES


def _bounded(text: str, start: int, end: int) -> bool:
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    return not (before.isalnum() or before in "-@#_" or after.isalnum() or after == "_")


def _led(text: str, span: Span, entry: _Entry, groups: InOrder[_Named]) -> PartyMention | None:
    """ "An Afghan-led security force" is the state's, "M23-led fighters" are M23."""
    names = tuple(entry.names)
    if _is_group(entry) and (own := led_end(text, span.end, groups)) is not None:
        return PartyMention(
            Span(span.start, own), entry.names[0], "named", entry.role, names=tuple(entry.names)
        )
    if entry.how != "demonym" or not text.startswith("-led ", span.end):
        return None
    end = state_end(text, span.end + len("-led"), groups)
    names = tuple(entry.names)
    return PartyMention(Span(span.start, end), names[0], "state", entry.role, names=names) if end else None


@cache
def _opposed() -> re.Pattern[str]:
    words = "|".join(word_set("pointing", "opposing", "against"))
    return re.compile(rf"(?:,? who (?:are )?)? (?:{words}) (?:(?:to|against|with|the) )*")


def _opposes_group(text: str, end: int, groups: InOrder[_Named]) -> bool:
    """True for "fighters opposed to the Taliban": whoever they are, not a group that the report names."""
    told = _opposed().match(text, end)
    return told is not None and any(groups.meeting(Span(told.end(), told.end() + 1)))


def _mention(text: str, span: Span, entry: _Entry, around: _Around) -> PartyMention | None:
    groups = around.groups
    if _not_the_party().match(text, span.end):
        return _led(text, span, entry, groups)
    if entry.how == "generic":
        if entry.role == "rebels" and _opposes_group(text, span.end, groups):
            return None
        if is_of_locals(text, span):
            return None
        irregular = irregular_before(text, span.start) if entry.word == "government" else None
        if irregular is None:
            return PartyMention(span, None, "generic", entry.role, word=entry.word, names=tuple(entry.names))
        start, word = irregular
        if word == "nobody":
            return None
        return PartyMention(Span(start, span.end), None, "generic", "rebels", word=word)
    names = tuple(entry.names)
    if entry.how == "demonym":
        held = is_held_by(text, span.end)
        end = span.end if held else own_end(text, span.end, groups, around.states)
        if end is None:
            return None
        return PartyMention(Span(span.start, end), names[0], "state", entry.role, names=names)
    if entry.role in STATES and is_of_group(text, span, groups):
        return None
    return PartyMention(span, names[0], "named", entry.role, entry.metonym, names=names, vague=entry.vague)
