"""What is asked and recorded of claimers: their records, what is learnt from them, an analyst's letters."""

from __future__ import annotations

import difflib
from datetime import UTC, datetime

from whoholds.control.evidence import day_of as told_of
from whoholds.control.learning import learn
from whoholds.control.records import ClaimerRecord, claimer_records
from whoholds.control.trials import Trial, claimer_of, trials
from whoholds.database.answers import Answers
from whoholds.database.asking import Asking
from whoholds.database.judging import worded
from whoholds.database.moments import Day, Moment, day_of, moment_of
from whoholds.database.view import View
from whoholds.errors import InputError, NotFoundError
from whoholds.index.known import FromAll
from whoholds.model import Place
from whoholds.pipeline import in_order, resolve, without_hindsight
from whoholds.trust import UNDO, Fitted, Grade, Graded

NEAR = 3  # spellings offered where a claimer is not known


class Trusting(Asking):
    """What `Database` knows of claimers."""

    def claimers(
        self,
        *,
        on: Day | None = None,
        place: str | None = None,
        as_of: Moment | None = None,
        recorded: int | Moment | None = None,
    ) -> tuple[ClaimerRecord, ...]:
        """How many claims of each claimer were borne out later, refuted, or are open; at all places or one.

        With `on`, only claims that tell of that day or an earlier one are counted.
        Each claim is put to the test by all but its own origin, with the starting values of the method.
        """

        last = day_of(on)

        def asked(answers: Answers) -> list[Trial]:
            found = _tried(answers, None if place is None else self._place(place, answers))
            return [one for one in found if last is None or told_of(one.claim) <= last]

        if self.store.path is None:
            return claimer_records(asked(self.view(as_of=as_of, recorded=recorded)))
        return claimer_records(self._asked(asked, as_of, recorded))

    def fit(self, until: Moment) -> Fitted | None:
        """Learn what claims are worth from all that had been published by `until`, and record it.

        Judgements and grades given after that moment do not count. Answers as of earlier moments stay as
        they are. The same again leaves no trace, and so does what teaches nothing (None). Raises InputError
        for a moment that has not come.
        """
        moment = moment_of(until)
        if moment is None or moment.date() > datetime.now(UTC).date():
            raise InputError(f"The cut-off {until} has not come yet. Give a day that has.")
        learnt = learn(self._tried_until(moment), moment)
        if not learnt.cells:
            return None
        self.store.add_fit(learnt)
        return next(one for one in reversed(self.store.fits()) if one.fit.until == moment)

    def _tried_until(self, moment: datetime) -> list[Trial]:
        """What came of all claims, by what had been published and judged by a moment."""
        sequence = self.sequence()
        judged = [one.at for one in self.store.judgements(recorded=sequence)]
        graded = [one.at for one in self.store.grades(recorded=sequence)]
        if self.store.path is not None and all(at <= moment for at in (*judged, *graded)):
            return self._asked(_tried, moment, sequence)
        resolver = self._resolver(sequence)
        record = without_hindsight(self.store.record(as_of=moment, recorded=sequence))
        return _tried(View(FromAll(resolve(record, resolver)), resolver.gazetteer))

    def fits(self) -> tuple[Fitted, ...]:
        """All that was learnt, oldest first."""
        return self.store.fits()

    def grade(self, claimer: str, letter: str, *, reason: str, by: str | None = None) -> bool:
        """Pin a letter (A to F) for a claimer, in the words of `claimers()`, or for all who speak for a side;
        "undo" takes back the last one. False where it is pinned already.

        It counts in the weight of the claimer's claims from then on, also in earlier views, and the reasons
        say so. Raises NotFoundError for a claimer of whom no claim is known, InputError for a letter that
        there is not, a blank reason, or where there is nothing to undo.
        """
        why, asked = worded(reason, "reason"), worded(claimer, "claimer")
        pinned = {one.grade.claimer.casefold(): one.grade.claimer for one in self.store.grades()}
        known = {name.casefold(): name for name in self._speaking()} | pinned
        if asked.casefold() not in known and asked[:4].casefold() == "the ":
            asked = asked[4:]
        if asked.casefold() not in known:
            raise NotFoundError(_unknown(asked, known))
        chosen = letter.strip()
        chosen = UNDO if chosen.casefold() == UNDO else chosen.upper()
        who = by.strip() or None if by is not None else None
        return self.store.add_grade(Grade(known[asked.casefold()], chosen, why, who))

    def grades(self) -> tuple[Graded, ...]:
        """The letters given to claimers, oldest first, with those taken back."""
        return self.store.grades()

    def _speaking(self) -> set[str]:
        claims = self.view().resolved.claims
        return {name for one in claims for name in (claimer_of(one), one.side) if name is not None}


def _tried(answers: Answers, only: Place | None = None) -> list[Trial]:
    """What came of the claims at all places, or at one; places in the order in which they were told of."""
    moment = answers.known.as_of or answers.known.last_told() or datetime.now(UTC)
    found: list[tuple[tuple[object, ...], tuple[Trial, ...]]] = []
    for name in answers.known.ids() if only is None else (only.id,):
        place = only or answers.known.place(name)
        claims = answers.claims_at(place) if place is not None else ()
        if place is not None and claims:
            setting = answers.setting(place, answers.last_day)
            found.append((in_order(claims[0]), trials(place, claims, moment, setting)))
    return [one for _, told in sorted(found, key=lambda pair: pair[0]) for one in told]


def _unknown(asked: str, known: dict[str, str]) -> str:
    near = difflib.get_close_matches(asked.casefold(), known, n=NEAR, cutoff=0.5)
    hint = f" Did you mean {' or '.join(known[one] for one in near)}?" if near else ""
    return f"No claim of {asked!r} is known.{hint} The names are those of: whoholds claimers"
