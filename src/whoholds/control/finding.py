"""The words for a day's probabilities: held, leaning, contested, or unknown and why."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from copy import copy
from datetime import date, timedelta
from typing import NamedTuple

from whoholds.carried import is_carried_over
from whoholds.control.case import Case
from whoholds.control.chain import OTHER
from whoholds.control.evidence import Row, day_of
from whoholds.control.positions import CONTESTED, leaves_open, position_of
from whoholds.control.speaking import opposes, supports
from whoholds.control.support import Support, Told
from whoholds.control.vacant import Vacancy
from whoholds.voice_keys import origin_of

__all__ = [
    "Finder",
    "Finding",
    "find",
    "horizon_of",
    "opposes",
    "story_of",
    "supports",
    "told_firmly",
]


NOBODY = ""  # no party is called so
TOLD, STALE, ENTERED, DISPUTED, BOASTED = "told", "stale", "entered", "disputed", "boasted"  # doubts
VACANT = "vacant"  # another one: others left, and it is told on which later day the party came
GUESSED = "guessed"  # others left, and nothing that is told puts the party there


class Finding(NamedTuple):
    """The words for a day's probabilities: status, holder, the state that is explained, why unknown."""

    status: str
    holder: str | None
    top: int
    unknown_reason: str | None = None


class Finder:
    """Finds the words for the probabilities of a case, day by day; what the days share is worked out once."""

    def __init__(self, case: Case, before: Finder | None = None) -> None:
        """`before`: that of another case of the place, of which what stayed the same is kept."""
        self.case = case
        self._before = before._supports if before is not None else {}
        self._days = case.evidence_days
        self._stories = Stories(case.rows, case.chain.table.time.story_days)
        self._first = min((row.day for row in case.rows if row.nats > 0), default=None)
        rows = [row for row in case.rows if not row.not_yet]
        self._told: Told = _told(case, rows, before._told if before else None)
        graded = (claim for claim in case.claims.values() if claim.grade is not None and claim.counts)
        told = (claim for claim in graded if not is_carried_over(claim) and position_of(claim) is not None)
        self._graded = min(map(day_of, told), default=None)
        self._open_days = sorted({day_of(claim) for claim in case.claims.values() if leaves_open(claim)})
        self._moving: dict[tuple[int, int], bool] = {}
        self._settled: dict[tuple[str, int, int, int, int], bool] = {}
        self._supports: dict[str, Support] = {}
        self._vacancies: dict[str, Vacancy] = {}

    def in_region(self, case: Case) -> Finder:
        """The same of a case that differs in the changes in its region alone."""
        moved = copy(self)
        moved.case, moved._moving = case, {}
        return moved

    def find(self, belief: Sequence[float], on: date, horizon: int | None = None) -> Finding:
        """The words for a day's probabilities. Unknown is a rule of output: none, stale or weak.

        `horizon`: that of the day, where it is known already.
        """
        states, limits = self.case.chain.states, self.case.chain.table.status
        chance = max(belief)
        top = belief.index(chance)
        if not self._days or self._first is None or on < self._first:
            # what is told of later days holds nothing before
            return Finding("unknown", None, top, "weak" if self._is_discounted(on) else "none")
        horizon = self.horizon(on) if horizon is None else horizon
        if self._age(on) > horizon:
            return Finding("unknown", None, top, "stale")
        if chance < limits.leaning or states[top] == OTHER:
            return Finding("unknown", None, top, "weak")
        if states[top] == CONTESTED:
            return Finding("contested", None, top)
        if (doubt := self.doubt(states[top], on, horizon)) is not None:
            return Finding("unknown", None, top, "stale" if doubt == STALE else "weak")
        settled = chance >= limits.held and self._is_settled(states[top], on, horizon)
        return Finding("held" if settled else "leaning", states[top], top)

    def doubt(self, holder: str, on: date, horizon: int) -> str | None:
        """Why it is unknown whether the likeliest party holds the place, whatever its probability; None: it
        is not. One of the doubts above."""
        if self._is_presumed(holder, on, horizon) or not self._is_told(holder, on):
            return TOLD
        if not self._is_kept(holder, on, horizon):
            return STALE
        support, near = self._support(holder), self._near(on, horizon)
        vacancy = self._vacancy(holder)
        if vacancy.covers(*near[:2]):
            return VACANT
        if vacancy.is_guessed(*near):
            return GUESSED
        if support.is_entered(*near):
            return ENTERED
        if support.is_disputed(*near):
            return DISPUTED
        return BOASTED if support.is_boasted(*near) else None

    def horizon(self, on: date) -> int:
        """After how many days the last evidence before a day is stale: fewer where the war moved since."""
        time, clock, at = self.case.chain.table.time, self.case.chain.clock, bisect_right(self._days, on)
        last = self._days[at - 1] if at else on
        key = (at, bisect_right(clock.starts, on.toordinal()) if at else -on.toordinal())
        if key not in self._moving:
            self._moving[key] = clock.hottest(last, on) >= self.case.chain.table.region.moves
        return time.horizon_moving if self._moving[key] else time.horizon_quiet

    @property
    def row_days(self) -> Sequence[date]:
        """The days of the rows, in their order, without "not yet"."""
        return self._told.days

    @property
    def story_days(self) -> Sequence[date]:
        """The days that any row speaks of, in order."""
        return self._stories.days

    def begins(self) -> Iterable[int]:
        """The days (ordinals) on which what claims tell begins: with weight, by whom an analyst graded, or
        that nobody knows."""
        begun = (self._first, self._graded, *self._open_days)
        return (day.toordinal() for day in begun if day is not None)

    def last_evidence(self, on: date, found: Finding) -> date | None:
        """The last day up to a day of which claims tell who holds the place; where that is too old, of which
        anything speaks for who likeliest did: that others fight there since is no word for it."""
        if found.unknown_reason == "stale":
            last = self._support(self.case.chain.states[found.top]).last_kept(on)
            if last is not None:
                return last
        at = bisect_right(self._days, on)
        return self._days[at - 1] if at else None

    def _support(self, holder: str) -> Support:
        if holder not in self._supports:
            self._supports[holder] = Support(self._told, holder, self._before.get(holder))
        return self._supports[holder]

    def _vacancy(self, holder: str) -> Vacancy:
        if holder not in self._vacancies:
            time = self.case.chain.table.time
            self._vacancies[holder] = Vacancy(self._told, holder, self.case.claims, time)
        return self._vacancies[holder]

    def _age(self, on: date) -> int:
        """The days from the nearest evidence, before or after."""
        at = bisect_right(self._days, on)
        ages = [abs((on - day).days) for day in self._days[max(0, at - 1) : at + 1]]
        return min(ages)

    def _is_discounted(self, on: date) -> bool:
        """True where it is told who holds the place, by those whom an analyst graded as no evidence."""
        return self._graded is not None and self._graded <= on

    def _is_presumed(self, holder: str, on: date, horizon: int) -> bool:
        """True where as much is told against the holder as for it, of one moment: only the prior decides."""
        days = self._told.days
        first = bisect_left(days, on - timedelta(days=horizon))
        return self._support(holder).is_presumed(first, bisect_right(days, on))

    def _is_told(self, holder: str, on: date) -> bool:
        """True where anybody tells that the holder has it, or another has it not; not of a day before."""
        days, (first, last) = self._told.days, self._stories.around(on)
        return self._support(holder).is_told(bisect_left(days, first), bisect_right(days, last))

    def _is_kept(self, holder: str, on: date, horizon: int) -> bool:
        """False where all that speaks for the holder is stale: that others fight there is no word for it."""
        days, (first, last) = self._told.days, self._stories.around(on)
        since, until = max(first, on - timedelta(days=horizon)), min(last, on + timedelta(days=horizon))
        return self._support(holder).is_kept(bisect_left(days, since), bisect_right(days, until))

    def origins(self, holder: str, on: date) -> tuple[int, int] | None:
        """How many independent origins tell near a day that a party holds the place, and how many settle it;
        None where it is settled."""
        first, now, last = self._near(on, self.horizon(on))
        support = self._support(holder)
        if support.is_well_told(first, now, last) or support.is_unopposed(first, now):
            return None
        return support.origins(first, last), support.origins_needed(first, now, last)

    def is_named(self, holder: str, on: date) -> bool:
        """True where somebody says, near a day, that the party holds the place."""
        first, _, last = self._near(on, self.horizon(on))
        return self._support(holder).names(first, last)

    def _near(self, on: date, within: int) -> tuple[int, int, int]:
        """The numbers of the first row near a day, of the first after it, and of the first far after it."""
        days, horizon = self._told.days, timedelta(days=within)
        return bisect_left(days, on - horizon), bisect_right(days, on), bisect_right(days, on + horizon)

    def _is_settled(self, holder: str, on: date, within: int) -> bool:
        """True when enough of them tell it. Whom nobody says to hold it may come after another, no more."""
        first, now, last = self._near(on, within)
        key = (holder, first, now, last, bisect_right(self._open_days, on))
        if key not in self._settled:
            self._settled[key] = self._is_known(holder, first, last, key[-1]) and self._settles(*key[:-1])
        return self._settled[key]

    def _is_known(self, holder: str, first: int, last: int, opened: int) -> bool:
        """False where nobody without an interest tells as a fact that a party holds the place since it was
        told that nobody knows, on the last of so many days."""
        if not opened:
            return True
        since = bisect_left(self._told.days, self._open_days[opened - 1])
        return self._support(holder).is_fact(max(first, since), last)

    def _settles(self, holder: str, first: int, now: int, last: int) -> bool:
        """True when the rows near a day, those up to it among them, settle that a party holds the place."""
        support = self._support(holder)
        if not support.names(first, last):
            return False
        return support.is_well_told(first, now, last) or support.is_unopposed(first, now)


class Stories:
    """The days that rows speak of, and the stretches of them without so many days of silence."""

    def __init__(self, rows: Iterable[Row], silence: int) -> None:
        self._limit = timedelta(days=silence)
        self.days = sorted({row.day for row in rows})
        self._starts: list[date] = []
        for number, day in enumerate(self.days):
            anew = number == 0 or day - self.days[number - 1] >= self._limit
            self._starts.append(day if anew else self._starts[-1])

    def around(self, on: date) -> tuple[date, date]:
        """The first and the last day of which is told what weighs on a day."""
        at = bisect_right(self.days, on)
        if at and on - self.days[at - 1] < self._limit:
            return self._starts[at - 1], max(on, self._end(at - 1))
        return on, self._end(at) if at < len(self.days) else on

    def _end(self, at: int) -> date:
        """The last day of the stretch to which a day with rows belongs."""
        return self.days[bisect_right(self._starts, self._starts[at]) - 1]


def told_firmly(case: Case, rows: Sequence[Row]) -> bool:
    """True where rows that all say the same are enough to settle it (`support.Support.is_well_told`)."""
    return Support(_told(case, rows), NOBODY).is_well_told(0, len(rows), len(rows))


def _told(case: Case, rows: Sequence[Row], before: Told | None = None) -> Told:
    origins = [origin_of(row.claim, case.voices[row.claim.id]) for row in rows]
    return Told(rows, origins, case.chain.table.status, before)


def find(case: Case, belief: Sequence[float], on: date) -> Finding:
    """The words for the probabilities of one day."""
    return Finder(case).find(belief, on)


def horizon_of(case: Case, on: date) -> int:
    """After how many days the last evidence before a day is stale: the war moved then or since, or not."""
    return Finder(case).horizon(on)


def story_of(case: Case, on: date) -> tuple[Row, ...]:
    """The rows that weigh on a day: no stretch without evidence as long as a story parts them from it."""
    first, last = Stories(case.rows, case.chain.table.time.story_days).around(on)
    return tuple(row for row in case.rows if first <= row.day <= last)
