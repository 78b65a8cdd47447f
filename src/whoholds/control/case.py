"""Everything known of one place, made ready once: its evidence, the states, the chain."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from whoholds.control.before import ended_before
from whoholds.control.chain import OTHER, Chain
from whoholds.control.clock import Nearby
from whoholds.control.echoes import as_quoted
from whoholds.control.evidence import Row, day_of, is_baseline, rows_of
from whoholds.control.fallen import fallen
from whoholds.control.kept import Weighing
from whoholds.control.neighbours import Neighbour
from whoholds.control.positions import (
    ATTACKS,
    CHANGES,
    CONTESTED,
    HOLDS,
    NOT,
    Position,
    is_nameless,
    is_of_government,
    named_party,
)
from whoholds.control.profiles import profile_named, speaking, weighed
from whoholds.control.returning import returning
from whoholds.control.standing import standing
from whoholds.control.table import Region, Table, control_table
from whoholds.control.told_late import told_late
from whoholds.control.vacant import attackers
from whoholds.control.weighed import weigh_in_groups
from whoholds.independence import Voices
from whoholds.lexicon import read_ontology
from whoholds.model import EventType, Factuality, Place, Precision
from whoholds.ontology import parties
from whoholds.picture import ResolvedClaim


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known of the war around a place.

    `government`: the party whose territory it is, the prior's holder where there is no baseline.
    `changes_nearby`: days on which changes were claimed in the region, with how much each counts here (0 to
    1; see `territory.Region`). `table`: the numbers; None takes the product's own. `profile`: what "controls"
    means, by name; None takes the default. `neighbours`: what is told of the places around
    (`neighbours.neighbours_of`), none by default: then they are not asked.
    """

    government: str | None = None
    changes_nearby: tuple[Nearby, ...] = ()
    table: Table | None = None
    profile: str | None = None
    neighbours: tuple[Neighbour, ...] = ()

    @property
    def numbers(self) -> Table:
        """The table that counts."""
        return self.table or control_table()


@dataclass(frozen=True, slots=True)
class Case:
    """One place made ready: claims by id, weighed rows in order, ultimate claimers by claim id, the chain.

    `evidence_days` are the days that claims speak of, first to last, without the "not yet" rows; `ended` the
    last days of states that ended with a change told in the same report, by claim id.
    """

    place: Place
    claims: Mapping[str, ResolvedClaim]
    rows: tuple[Row, ...]
    voices: Mapping[str, str]
    chain: Chain
    evidence_days: tuple[date, ...]
    ended: Mapping[str, date]


@dataclass(frozen=True, slots=True)
class Material:
    """What the claims at a place are worth each by itself, whenever it is asked: rows and voices by claim id.

    It depends on nothing that is published later, so one material serves every moment of knowledge.
    """

    place: Place
    claims: tuple[ResolvedClaim, ...]
    rows: Mapping[str, tuple[Row, ...]]
    voices: Mapping[str, str]
    ended: Mapping[str, date]


def prepare(
    place: Place,
    claims: Sequence[ResolvedClaim],
    as_of: datetime | None,
    setting: Setting,
    said: Voices | None = None,
) -> Case:
    """The case of a place from the claims at it that were known at `as_of` (None: all).

    `said` keeps whose voices were told apart when fewer of the claims were known.
    """
    known = [claim for claim in claims if as_of is None or claim.known_from <= as_of]
    return case_of(gather(place, known, setting, said), as_of, setting)


def gather(
    place: Place, claims: Sequence[ResolvedClaim], setting: Setting, said: Voices | None = None
) -> Material:
    """The material of a place from all claims at it, for the cases of many moments; `said`: see `prepare`."""
    profile = profile_named(setting.profile)
    told = speaking(claims, place, profile)
    here = {claim.id: claim for claim in told if claim.place is not None and claim.place.id == place.id}
    weighing = Weighing(setting.numbers, setting.government)
    ended = ended_before(here.values())
    rows = {name: weighing.rows(claim, ended.get(name)) for name, claim in as_quoted(here).items()}
    if profile.parts or profile.shares:
        rows = {name: tuple(weighed(row, profile) for row in found) for name, found in rows.items()}
    return Material(place, tuple(here.values()), rows, (said or Voices()).of(here.values()), ended)


def case_of(material: Material, as_of: datetime | None, setting: Setting) -> Case:
    """The case from what of a material was known at `as_of`; `setting` as when the material was gathered."""
    known = {claim.id: claim for claim in material.claims if as_of is None or claim.known_from <= as_of}
    table = setting.numbers
    found = [row for name in known for row in material.rows[name]]
    states = _states(found, known.values(), setting)
    prior = _prior(states, known.values(), setting)
    found = fallen([meant(row, states, setting.government) for row in found], states, prior)
    among = frozenset(states)
    touching = [row for row in found if not among.isdisjoint(row.evidence.weights)]
    weighed_rows = weigh_in_groups(touching, material.voices, table.redundancy)
    rows = told_late(returning(weighed_rows, prior, table), prior, table)
    changed = tuple(sorted({row.day for row in rows if row.change and row.nats > 0}))
    nearby = _nearby(rows, setting.changes_nearby, table.region)
    chain = _standing(Chain(states, prior, table, changed, nearby, setting.neighbours), rows, material.voices)
    days = tuple(sorted({row.day for row in rows if not row.not_yet and row.nats > 0}))
    ended = {name: day for name, day in material.ended.items() if name in known}
    return Case(material.place, known, rows, material.voices, chain, days, ended)


def in_region(
    chain: Chain, rows: Sequence[Row], voices: Mapping[str, str], changes: Sequence[Nearby]
) -> Chain:
    """The chain with the clock of a place among changes in the region; all else stays as it is."""
    return _standing(
        replace(chain, nearby=_nearby(rows, changes, chain.table.region), standing=()), rows, voices
    )


def _nearby(rows: Sequence[Row], changes: Sequence[Nearby], region: Region) -> tuple[Nearby, ...]:
    """The changes in the region, and the fighting in the place and beside it."""
    return tuple(sorted({*changes, *_fights(rows, region)}))


def _standing(chain: Chain, rows: Sequence[Row], voices: Mapping[str, str]) -> Chain:
    """The chain with the stretches in which somebody stands by his word that the place is contested."""
    stretches = standing(rows, voices, chain.clock, chain.table)
    return replace(chain, standing=stretches) if stretches else chain


def _states(rows: Sequence[Row], claims: Iterable[ResolvedClaim], setting: Setting) -> tuple[str, ...]:
    """The parties that some row puts there, in order of name, then "other" and "contested".

    Where one is said to have left and no other is named, those who attacked it there may hold the place.
    """
    rows = [row for row in rows if row.nats > 0]
    said = {row.position.party for row in rows if row.position.act != ATTACKS}
    named = {str(party) for party in (*said, setting.government) if party not in (None, OTHER, CONTESTED)}
    for left in [row for row in rows if row.change and row.position.act == NOT]:
        if not named - {left.position.party}:
            named |= attackers(left, claims, setting.numbers.time.attack_days)
    return (*sorted(named), OTHER, CONTESTED)


def _fights(rows: Iterable[Row], region: Region) -> Iterable[Nearby]:
    """The days of fighting in the place and beside it, which heat the war there."""
    fought = (row for row in rows if row.position.act == CONTESTED and row.nats > 0)
    for row in fought:
        near = row.claim.precision is Precision.NEAR
        yield row.day, region.fighting_near if near else region.fighting


def meant(row: Row, states: Sequence[str], government: str | None) -> Row:
    """A row of somebody who is not named, as one that speaks for every party that can be meant.

    "Gunmen" may be any armed group that is known there, or another; "troops" may be a government's.
    """
    said = row.position
    if said.party == OTHER and row.claim.claim.type is EventType.WITHDRAWAL:
        return _left(row, states, government)
    if said.act == NOT and _is_by_others(row.claim):
        return _taken_by_others(row, states, government)
    if said != Position(HOLDS, OTHER) or row.not_yet or not is_nameless(row.claim.actor):
        return row
    own = is_of_government(row.claim.actor)
    meant_by = [state for state in states[:-2] if _is_government(state, government) == own]
    nats = row.evidence.weights[OTHER]
    weights = dict.fromkeys((*meant_by, OTHER), nats)
    return replace(row, evidence=replace(row.evidence, weights=weights))


def _is_by_others(claim: ResolvedClaim) -> bool:
    """True where somebody not named, who is no government's, took a place from a party that is named."""
    taking = claim.claim.type in CHANGES and claim.claim.factuality is not Factuality.DENIED
    if not taking or not is_nameless(claim.actor) or named_party(claim.recipient) is None:
        return False
    said, lists = set((claim.actor or "").casefold().split()), read_ontology("party_words")["nameless"]
    return not said.isdisjoint(lists["no_government"]) and said.isdisjoint(lists["perhaps_its_own"])


def _taken_by_others(row: Row, states: Sequence[str], government: str | None) -> Row:
    """A row of somebody not named who took it from a party: no government took it either."""
    others = {state: -row.nats for state in states[:-2] if _is_government(state, government)}
    weights = others | dict(row.evidence.weights)
    if len(weights) == len(row.evidence.weights):
        return row
    reason = f"{row.evidence.reason}; nor is it told that a government took it"
    return replace(row, evidence=replace(row.evidence, weights=weights, reason=reason))


def _left(row: Row, states: Sequence[str], government: str | None) -> Row:
    """A row of somebody not named who left: of the only party there that can be meant; of none of several."""
    own = is_of_government(row.claim.actor)
    meant_by = [state for state in states[:-2] if _is_government(state, government) == own]
    if len(meant_by) != 1:
        return replace(row, evidence=replace(row.evidence, weights={}))
    (party,) = meant_by
    weights = {party if state == OTHER else state: nats for state, nats in row.evidence.weights.items()}
    evidence, position = replace(row.evidence, weights=weights), Position(row.position.act, party)
    return replace(row, evidence=evidence, position=position)


def _is_government(party: str, government: str | None) -> bool:
    known = parties().get(party)
    return party == government or (known is not None and known.kind == "government")


def _prior(states: Sequence[str], claims: Iterable[ResolvedClaim], setting: Setting) -> Mapping[str, float]:
    likely = (_baseline_holder(claims), setting.government, OTHER)
    favourite = next(state for state in likely if state in states)
    share = setting.numbers.prior
    rest = (1.0 - share) / (len(states) - 1)
    return {state: share if state == favourite else rest for state in states}


def _baseline_holder(claims: Iterable[ResolvedClaim]) -> str | None:
    """The holder by the earliest baseline, for the chain starts there; later ones are evidence.

    None where baselines of that day name several.
    """
    stated = [
        (day_of(claim), claim.actor)
        for claim in claims
        if is_baseline(claim) and claim.actor is not None and rows_of(claim, control_table())
    ]
    first = min((day for day, _ in stated), default=None)
    named = {actor for day, actor in stated if day == first}
    return named.pop() if len(named) == 1 else None
