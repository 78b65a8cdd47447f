"""What an adding did: the numbers, and what came of each thing given."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from whoholds.errors import StoreError
from whoholds.pipeline import Ingested
from whoholds.reports import Rejected, Skipped

Outcome = Ingested | Rejected | Skipped


@dataclass(frozen=True, slots=True)
class Added:
    """What an adding did. Iterating gives the outcomes, in the order of what was given; `len` counts them.

    Reports: `new`, `known` before, known and now given a date (`dated`), `purged` before and not taken in
    again, `rejected`, `skipped`. `editions`: recorded now as later editions of articles. `claims`: read.
    """

    new: int = 0
    known: int = 0
    dated: int = 0
    purged: int = 0
    rejected: int = 0
    skipped: int = 0
    editions: int = 0
    claims: int = 0
    outcomes: tuple[Outcome, ...] = field(default=(), repr=False)

    @classmethod
    def of(cls, outcomes: Iterable[Outcome]) -> Added:
        """The sum over the outcomes; where they come from an iterator, going through it does the adding.

        Raises StoreError, which says how many reports are recorded, when the record takes no more.
        """
        every: list[Outcome] = []
        try:
            every.extend(outcomes)
        except StoreError as error:
            new = sum(isinstance(one, Ingested) and one.new for one in every)
            raise StoreError(f"{error} Recorded before: {new} new reports.") from error
        reports = [one for one in every if isinstance(one, Ingested)]
        return cls(
            new=sum(one.new for one in reports),
            known=sum(not one.new and not one.purged for one in reports),
            dated=sum(one.dated and not one.new for one in reports),
            purged=sum(one.purged for one in reports),
            rejected=sum(isinstance(one, Rejected) for one in every),
            skipped=sum(isinstance(one, Skipped) for one in every),
            editions=sum(one.edition for one in reports),
            claims=sum(len(one.extraction.claims) for one in reports if one.extraction is not None),
            outcomes=tuple(every),
        )

    def __iter__(self) -> Iterator[Outcome]:
        return iter(self.outcomes)

    def __len__(self) -> int:
        return len(self.outcomes)

    @property
    def problems(self) -> tuple[Rejected, ...]:
        """What was rejected, and dates that were not taken; `where` and `why` say what and why."""
        found = (_problem(one) for one in self.outcomes)
        return tuple(one for one in found if one is not None)


def _problem(outcome: Outcome) -> Rejected | None:
    if isinstance(outcome, Ingested) and outcome.problem is not None:
        return Rejected(outcome.report.name or outcome.key, outcome.problem)
    return outcome if isinstance(outcome, Rejected) else None
