"""Incidents in wire reports written in capitals only (MUC-4): type, place, perpetrator, who vouches for it.

What is read are claims; the events that they add up to stand for incidents, by `incident_types.toml`. Forced
work stoppages have no event type: they count as missed. A place is right when it is the innermost place coded
or lies in it; a perpetrator when it shares a telling word with a coded organisation; the confidence when the
claim's factuality and claimer say the same ("claimed or admitted": the perpetrator says so).

An incident read and one coded are paired one to one when the type agrees, those first that agree on most.
`template F1` counts filled values: type, place, organisation, its confidence. It is not the measure of GTT
(entities of persons, targets and weapons beside organisations; F1 .50 on the same reports), and no smaller
task: it is printed beside it because it is the nearest published figure.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from eval_factuality import HALVES, half_of
from eval_halves import of_half
from eval_measured import Measured, Row, f1, read_rows, share

from whoholds import read_claims
from whoholds.evaluate.names import share_word, words
from whoholds.events import fuse_events
from whoholds.gazetteer import load_gazetteer
from whoholds.model import Factuality
from whoholds.ontology import parties
from whoholds.picture import ResolvedClaim

TYPES = tomllib.loads(Path(__file__).with_name("incident_types.toml").read_text(encoding="utf-8"))
GTT = 0.50
FILED = re.compile(r",\s+(\d{1,2}) ([A-Z]{3})[A-Z]* (\d\d)\b")
MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
HEAD = 200  # characters in which the day of a wire report stands
FACT, OWN, AUTHORITIES, ACCUSED, POSSIBLE = (
    "REPORTED AS FACT",
    "CLAIMED OR ADMITTED",
    "SUSPECTED OR ACCUSED BY AUTHORITIES",
    "SUSPECTED OR ACCUSED",
    "POSSIBLE",
)


@dataclass(frozen=True, slots=True)
class Incident:
    """One incident. `types`, `confidence`: any of these; `actors`: organisations, each by its names.

    `places` are the coded innermost ones, or the place read with all that it lies in.
    """

    types: frozenset[str]
    places: tuple[str, ...]
    actors: tuple[tuple[str, ...], ...] = ()
    confidence: frozenset[str] = frozenset()

    @property
    def filled(self) -> int:
        """How many of the four values it has."""
        return 1 + bool(self.places) + bool(self.actors) + bool(self.confidence)


CONSTANT = Incident(frozenset({"ATTACK"}), ("El Salvador",), (("FMLN",),), frozenset({FACT}))
Reports = Sequence[tuple[str, Sequence[Incident], Sequence[Incident]]]  # half, coded, read


def incidents(path: Path) -> Iterator[Measured]:
    """The figures beside one answer given always: in each report, an attack in El Salvador by the FMLN."""
    reports = [(half_of(row["id"]), coded(row), read(row)) for row in read_rows(path)]
    always = {
        one.name: one.value for one in _measured([(half, gold, [CONSTANT]) for half, gold, _ in reports])
    }
    for one in _measured(reports):
        yield Measured(one.name, one.value, GTT if one.name == "template F1" else always[one.name])
    yield Measured("template F1 of one answer always", always["template F1"], pinned=False)
    for half in HALVES:
        yield from (of_half(one, half) for one in _measured([of for of in reports if of[0] == half]))


def coded(row: Row) -> list[Incident]:
    """The incidents that people coded in a report."""
    return [
        Incident(
            frozenset(kind for one in template["INCIDENT: TYPE"] for kind in one.split(" / ")),
            tuple(name for one in template["INCIDENT: LOCATION"] for name in _innermost(one)),
            tuple(_names(one) for one in template["PERP: ORGANIZATION ID"]),
            frozenset(kind for one in template["PERP: ORGANIZATION CONFIDENCE"] for kind in _confidence(one)),
        )
        for template in row["templates"]
    ]


def read(row: Row) -> list[Incident]:
    """The incidents that the claims read in a report add up to."""
    claims = {claim.id: claim for claim in read_claims(row["text"], published=filed(row["text"]))}
    events = [[claims[name] for name in event.claims] for event in fuse_events(list(claims.values()))]
    return [incident for told in events if (incident := _incident(told)) is not None]


def filed(text: str) -> str | None:
    """The day in the head of a wire report ("BOGOTA, 12 JAN 90"), ISO; None without one."""
    found = FILED.search(text, 0, HEAD)
    if found is None or found[2] not in MONTHS:
        return None
    return f"19{found[3]}-{MONTHS.index(found[2]) + 1:02}-{int(found[1]):02}"


def agree(gold: Incident, other: Incident) -> tuple[bool, bool, bool, bool]:
    """Whether type, place, perpetrator and confidence agree, where both have them."""
    who = any(share_word(name, actor) for names in gold.actors for name in names for (actor,) in other.actors)
    return (
        bool(gold.types & other.types),
        any(_same(name, place) for name in gold.places for place in other.places),
        who,
        who and bool(gold.confidence & other.confidence),
    )


def paired(gold: Sequence[Incident], found: Sequence[Incident]) -> list[tuple[Incident, Incident]]:
    """Incidents of the same type, each in one pair at most, those first that agree on most."""
    possible = [
        (sum(agree(one, other)), -first, -second)
        for first, one in enumerate(gold)
        for second, other in enumerate(found)
        if one.types & other.types
    ]
    pairs: dict[int, int] = {}
    for _, first, second in sorted(possible, reverse=True):
        if -first not in pairs and -second not in pairs.values():
            pairs[-first] = -second
    return [(gold[first], found[second]) for first, second in pairs.items()]


def _measured(reports: Reports) -> Iterator[Measured]:
    pairs = [pair for _, gold, found in reports for pair in paired(gold, found)]
    agreed = [agree(*pair) for pair in pairs]
    wanted = [one for _, gold, _ in reports for one in gold]
    given = [one for _, _, found in reports for one in found]
    named = [(gold, one) for gold, one in pairs if gold.actors]
    known = [agree(*pair) for pair in named]
    yield Measured(
        "any incident, or none: right", share(sum(bool(g) == bool(f) for _, g, f in reports), len(reports))
    )
    yield Measured("incident F1: type", f1(len(pairs), len(given), len(wanted)))
    both = sum(one[1] for one in agreed)
    yield Measured("incident F1: type and place", f1(both, len(given), len(wanted)))
    yield Measured("perpetrator, of incidents found", share(sum(one[2] for one in known), len(known)))
    yield Measured("perpetrator and confidence, of the same", share(sum(one[3] for one in known), len(known)))
    filled, coded_filled = (sum(one.filled for one in of) for of in (given, wanted))
    values = sum(sum(one) for one in agreed)
    yield Measured("template F1", f1(values, filled, coded_filled))


def _incident(told: Sequence[ResolvedClaim]) -> Incident | None:
    """The incident that an event's claims tell; None for an event of no such kind."""
    types = frozenset(kind for kind, of in TYPES.items() if any(_tells(claim, of) for claim in told))
    if not types:
        return None
    if len(types) > 1:
        types -= {"ATTACK"}
    by = next((claim for claim in told if claim.actor is not None), None)
    actors = ((by.actor,),) if by is not None and by.actor is not None else ()
    confidence = frozenset({_vouched(by)}) if by is not None else frozenset()
    return Incident(types, tuple(_around(told[0])), actors, confidence)


def _tells(claim: ResolvedClaim, of: Row) -> bool:
    if claim.claim.type.value not in of["types"]:
        return False
    trigger = (claim.trigger or "").lower()
    return "words" not in of or any(word in trigger for word in of["words"])


def _vouched(claim: ResolvedClaim) -> str:
    """Who vouches for the perpetrator, in the words of the templates."""
    side = parties().get(claim.side) if claim.side else None
    if claim.side is not None and claim.side == claim.actor:
        return OWN
    if claim.claim.factuality in (Factuality.POSSIBLE, Factuality.PROBABLE) and claim.claimer is None:
        return POSSIBLE
    if side is not None and side.kind == "government":
        return AUTHORITIES
    return ACCUSED if claim.claimer is not None else FACT


def _around(claim: ResolvedClaim) -> Iterator[str]:
    """The place of a claim and all that it lies in, by name."""
    if claim.place_name is not None:
        yield claim.place_name
    gazetteer = load_gazetteer()
    inner = claim.place or gazetteer.get(claim.container or "")
    if inner is not None:
        yield from (one.name for one in (inner, *gazetteer.inside(inner)))


def _same(one: str, other: str) -> bool:
    first, second = set(words(one)), set(words(other))
    return bool(first) and (first <= second or (bool(second) and second <= first))


def _innermost(location: str) -> Iterator[str]:
    """The last of each chain: "PERU: AYACUCHO (DEPARTMENT)" → AYACUCHO."""
    for chain in location.split(" / "):
        last = chain.strip("() ").split(": ")[-1]
        yield from (re.sub(r"\(.*", "", one).strip() for one in last.split(" - "))


def _names(organisation: str) -> tuple[str, ...]:
    return tuple(re.findall(r'"([^"]+)"', organisation))


def _confidence(told: str) -> Iterator[str]:
    yield from (kind.strip("? ") for kind in told.split(":")[0].split(" / "))
