"""Turning points: what is said of places on every day around the day on which they changed hands.

The 34 provincial capitals of Afghanistan in 2021, Avdiivka, Shusha and Kidal, from what people coded in
reports and from what is read in the same reports. A place is a party's where it is held by it or leans to it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path

from eval_capitals import GOVERNMENT, TAKER, Capital, is_at, read_capitals, read_reports, resolved
from eval_measured import Measured, share

from whoholds.claims.rules import extract
from whoholds.control import Question, Setting, assess_control
from whoholds.control.evidence import day_of
from whoholds.control.positions import HOLDS, NOT, is_change, position_of
from whoholds.evaluate import Mistake
from whoholds.model import EventType, Factuality, Place, end_of_day
from whoholds.picture import ControlState, ResolvedClaim
from whoholds.territory import Change, change_of, gathered
from whoholds.why import explain_state

DAY = timedelta(days=1)
OWNED = ("held", "leaning")
CODED, READ = "claims as coded", "claims as read"


@dataclass(frozen=True, slots=True)
class Turning:
    """A place, who lost it to whom, the first and last day on which it can have changed hands, whose
    territory it is by law, and how the names of the reports' war begin.
    """

    town: Capital
    loser: str
    taker: str
    government: str
    war: str


@dataclass(frozen=True, slots=True)
class Told:
    """A turning point with the claims at its place, and the changes told of in its war: (known from, day)."""

    point: Turning
    claims: tuple[ResolvedClaim, ...]
    changes: tuple[tuple[datetime, Change], ...]
    days: tuple[date, ...]

    def ask(self, on: date, as_of: datetime | None) -> ControlState:
        """Who holds it on a day, as known at a moment."""
        return assess_control(self.point.town.place, self.claims, Question(on, as_of), self.setting(as_of))

    def setting(self, as_of: datetime | None) -> Setting:
        """The war around it, as known at a moment."""
        place = self.point.town.place
        told = gathered(change for known, change in self.changes if as_of is None or known <= as_of)
        around = told.get(place.country or "")
        return Setting(self.point.government, around.near(place) if around is not None else ())


@dataclass(frozen=True, slots=True)
class Case:
    """One answer that was asked for: what it is about, who should hold it, and whether it is right."""

    told: Told
    state: ControlState
    wanted: str
    right: bool
    alone: bool = False  # of a taking claim: told by the taker's side alone


def _town(name: str, at: tuple[float, float], country: str, first: str, last: str) -> Capital:
    place = Place(f"user:{name}", name, "settlement", *at, country)
    return Capital(place, date.fromisoformat(first), date.fromisoformat(last))


TOWNS = (
    Turning(_town("Avdiivka", (48.139, 37.745), "UA", "2024-02-16", "2024-02-17"),
            "Ukraine", "Russia", "Ukraine", "UKR"),
    Turning(_town("Shusha", (39.758, 46.749), "AZ", "2020-11-08", "2020-11-09"),
            "Armenia", "Azerbaijan", "Azerbaijan", "NKR"),
    Turning(_town("Kidal", (18.441, 1.408), "ML", "2023-11-14", "2023-11-14"),
            "Tuareg rebels", "Malian government", "Malian government", "MLI"),
)  # fmt: skip


def turning(path: Path, *reports: Path) -> Iterator[Measured]:
    """The share of taking claims borne out within the window a day later; then what must never be."""
    for name, told in histories(path, *reports).items():
        taken = list(takings(told))
        others = [case for case in taken if not case.alone]
        yield Measured(f"the taker's a day after it is told, {name}", _right(taken))
        yield Measured(f"the same, not told by the taker alone, {name}", _right(others))
        for title, cases in (
            ("days held by the wrong party, as known then", wrongly_held(told, then=True)),
            ("days held by the wrong party, in retrospect", wrongly_held(told, then=False)),
            ("answers of places not told to be taken that are the taker's", untaken(told)),
        ):
            count = sum(not case.right for case in cases)
            yield Measured(f"{title}, {name}", float(count), lower_is_better=True)
        yield Measured(f"denials that stand beside the answer, {name}", _right(list(denials(told))))


def _right(cases: Sequence[Case]) -> float:
    return share(sum(case.right for case in cases), len(cases))


@cache
def histories(path: Path, *reports: Path) -> dict[str, tuple[Told, ...]]:
    """Every turning point with the claims at it, as coded and as read."""
    points = [Turning(town, GOVERNMENT, TAKER, GOVERNMENT, "AFG2021") for town in read_capitals(path)]
    found: dict[str, list[Told]] = {CODED: [], READ: []}
    for war in dict.fromkeys(point.war for point in (*points, *TOWNS)):
        its = [point for point in (*points, *TOWNS) if point.war == war]
        coded = [one for file in reports for one in read_reports(file, war)]
        read = [(report, extract(report)) for report, _ in coded]
        for name, told in ((CODED, coded), (READ, read)):
            claims = [claim for report, extraction in told for claim in resolved(report, extraction)]
            found[name] += [_told(point, claims) for point in its]
    return {name: tuple(told) for name, told in found.items()}


def _told(point: Turning, claims: Sequence[ResolvedClaim]) -> Told:
    here = tuple(replace(claim, place=point.town.place) for claim in claims if is_at(claim, point.town))
    changes = tuple((one.known_from, found) for one in claims if (found := change_of(one)) is not None)
    known = sorted(one.known_from.date() for one in claims)
    count = (known[-1] - known[0]).days + 1 if known else 0
    return Told(point, here, changes, tuple(known[0] + number * DAY for number in range(count)))


def takings(told: Sequence[Told]) -> Iterator[Case]:
    """For each claim, from its window on, that a place was taken: the answer 24 hours later.

    Right where the place is the taker's on a day of its window, as known then.
    """
    for one in told:
        claims = [claim for claim in one.claims if is_taking(claim, one.point)]
        for by in sorted({claim.known_from + DAY for claim in claims}):
            known = [claim for claim in claims if claim.known_from <= by]
            first, last = one.point.town.first, min(one.point.town.last, by.date())
            states = [one.ask(first + n * DAY, by) for n in range((last - first).days + 1)]
            right = any(_is_of(state, one.point.taker) for state in states)
            alone = all(claim.side == one.point.taker for claim in known)
            yield Case(one, states[-1], one.point.taker, right, alone)


def is_taking(claim: ResolvedClaim, point: Turning) -> bool:
    """True when a claim tells that the place was taken, or left by the loser, in its window or later."""
    position = position_of(claim)
    said = claim.claim.factuality in (Factuality.CERTAIN, Factuality.PROBABLE)
    if position is None or not is_change(claim) or not said or claim.inferred or not claim.counts:
        return False
    by_taker = position.act == HOLDS and position.party == point.taker
    left = position.act == NOT and position.party == point.loser
    return (by_taker or left) and day_of(claim) >= point.town.first


def untaken(told: Sequence[Told]) -> Iterator[Case]:
    """Every answer, on any day as known at any moment, about places that nobody says to be taken."""
    for one in told:
        if any(is_taking(claim, one.point) for claim in one.claims):
            continue
        for moment in sorted({known for known, _ in one.changes} if one.claims else ()):
            for on in one.days:
                state = one.ask(on, moment)
                yield Case(one, state, one.point.loser, not _is_of(state, one.point.taker))


def wrongly_held(told: Sequence[Told], *, then: bool) -> Iterator[Case]:
    """Every day from the first report of the war to the last, of places told of: as known then, or by all."""
    for one in told:
        for on in one.days if one.claims else ():
            town, point = one.point.town, one.point
            wanted = point.loser if on < town.first else point.taker if on > town.last else None
            if wanted is not None:
                state = one.ask(on, end_of_day(on) if then else None)
                yield Case(one, state, wanted, state.status != "held" or state.holder == wanted)


def denials(told: Sequence[Told]) -> Iterator[Case]:
    """Each denial of a loss by the loser, as known when it was made: it stands beside another answer."""
    for one in told:
        for claim in one.claims:
            if is_denial(claim, one.point.loser):
                state = one.ask(claim.known_from.date(), claim.known_from)
                right = state.holder == one.point.loser or claim.id in state.reported
                yield Case(one, state, f"“{' '.join(claim.quote.split())}” beside it", right)


def is_denial(claim: ResolvedClaim, loser: str) -> bool:
    """True when the loser's side says that it holds the place, or that it was not taken, as of now."""
    position = position_of(claim)
    if position is None or claim.side != loser or claim.inferred or not claim.counts:
        return False
    mine = position.act == HOLDS and position.party == loser
    denied = position.act == NOT and claim.claim.factuality is Factuality.DENIED
    recent = claim.known_from.date() - day_of(claim) < DAY
    return recent and ((mine and claim.claim.type is EventType.HOLD) or denied)


def _is_of(state: ControlState, party: str) -> bool:
    return state.status in OWNED and state.holder == party


def mistakes(path: Path, *reports: Path) -> Iterator[Mistake]:
    """Every case that is not right, with the lines of its reasons."""
    for name, told in histories(path, *reports).items():
        for kind, cases in (
            ("not the taker's a day after it is told", takings(told)),
            ("held by the wrong party, as known then", wrongly_held(told, then=True)),
            ("held by the wrong party, in retrospect", wrongly_held(told, then=False)),
            ("the taker's, though nobody tells so", untaken(told)),
            ("a denial does not stand beside the answer", denials(told)),
        ):
            yield from (_mistake(f"{name}: {kind}", case) for case in cases if not case.right)


def _mistake(kind: str, case: Case) -> Mistake:
    state, one = case.state, case.told
    known = [c for c in one.claims if state.as_of is None or c.known_from <= state.as_of]
    lines = explain_state(state, known, (), one.setting(state.as_of)).lines
    asked = f"{state.place.name} on {state.on}, as of {state.as_of or 'all'}"
    alone = ", told by the taker alone" if case.alone else ""
    return Mistake(asked, f"{kind}{alone}", "\n".join(lines), case.wanted, f"{state.status} {state.holder}")
