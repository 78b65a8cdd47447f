"""Everything known of one place, made ready once: its evidence, the states, the chain."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from whoholds.control.chain import OTHER, Chain
from whoholds.control.evidence import Row, day_of, is_baseline, rows_of
from whoholds.control.positions import ATTACKS, CONTESTED
from whoholds.control.redundancy import weigh
from whoholds.control.table import Table, control_table
from whoholds.independence import voices
from whoholds.model import Place
from whoholds.picture import ResolvedClaim


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known of the war around a place.

    `government`: the party whose territory it is, the prior's holder where there is no baseline.
    `changes_nearby`: days on which changes were claimed in the region. `table`: the numbers; None takes the
    product's own.
    """

    government: str | None = None
    changes_nearby: tuple[date, ...] = ()
    table: Table | None = None

    @property
    def numbers(self) -> Table:
        """The table that counts."""
        return self.table or control_table()


@dataclass(frozen=True, slots=True)
class Case:
    """One place made ready: claims by id, weighed rows in order, ultimate claimers by claim id, the chain.

    `evidence_days` are the days that claims speak of, first to last, without the "not yet" rows.
    """

    place: Place
    claims: Mapping[str, ResolvedClaim]
    rows: tuple[Row, ...]
    voices: Mapping[str, str]
    chain: Chain
    evidence_days: tuple[date, ...]


def prepare(place: Place, claims: Sequence[ResolvedClaim], as_of: datetime | None, setting: Setting) -> Case:
    """The case of a place from the claims at it that were known at `as_of` (None: all)."""
    known = {
        claim.id: claim
        for claim in claims
        if claim.place is not None
        and claim.place.id == place.id
        and (as_of is None or claim.known_from <= as_of)
    }
    table = setting.numbers
    found = [row for claim in known.values() for row in rows_of(claim, table, setting.government)]
    states = _states(found, setting.government)
    touching = [row for row in found if any(state in states for state in row.evidence.weights)]
    voice = voices(known.values())
    rows = weigh(touching, voice, table.redundancy)
    changed = tuple(sorted({row.day for row in rows if row.change}))
    nearby = tuple(sorted(setting.changes_nearby))
    chain = Chain(states, _prior(states, known.values(), setting), table, changed, nearby)
    days = tuple(sorted({row.day for row in rows if not row.not_yet}))
    return Case(place, known, rows, voice, chain, days)


def _states(rows: Iterable[Row], government: str | None) -> tuple[str, ...]:
    """The parties that some row puts there, in order of name, then "other" and "contested"."""
    parties = {row.position.party for row in rows if row.position.act != ATTACKS}
    named = sorted(party for party in (*parties, government) if party not in (None, OTHER, CONTESTED))
    return (*dict.fromkeys(map(str, named)), OTHER, CONTESTED)


def _prior(states: Sequence[str], claims: Iterable[ResolvedClaim], setting: Setting) -> Mapping[str, float]:
    favourite = _baseline_holder(claims) or setting.government or OTHER
    share = setting.numbers.prior
    rest = (1.0 - share) / (len(states) - 1)
    return {state: share if state == favourite else rest for state in states}


def _baseline_holder(claims: Iterable[ResolvedClaim]) -> str | None:
    """The holder by the earliest baseline, for the chain starts there; later ones are evidence."""
    stated = [
        (day_of(claim), claim.id, claim.actor)
        for claim in claims
        if is_baseline(claim) and claim.actor is not None and rows_of(claim, control_table())
    ]
    return min(stated)[2] if stated else None
