"""Counting what came of reports as they are taken in, and the words for it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from whoholds.cli.screen import say

if TYPE_CHECKING:
    from whoholds.pipeline import Ingested
    from whoholds.reports import Rejected, Skipped

TOLD = 20  # rejections and unread reports told one by one; the rest is counted
PREFIX = "not read: "


@dataclass(slots=True)
class Tally:
    """What came of the reports so far."""

    recorded: int = 0
    known: int = 0
    dated: int = 0
    purged: int = 0
    editions: int = 0
    misdated: int = 0
    claims: int = 0
    undated: int = 0
    rejected: int = 0
    skipped: int = 0
    not_read: Counter[str] = field(default_factory=Counter)

    def count(self, item: Ingested | Rejected | Skipped) -> None:
        """Count one; what was rejected is told on standard error as it comes."""
        from whoholds.reports import Rejected, Skipped

        if isinstance(item, Rejected):
            self.reject(item.why)
        elif isinstance(item, Skipped):
            self.skipped += 1
            say(f"Passed over: {item.why}")
        else:
            self._recorded(item)

    def reject(self, why: str) -> None:
        """Count something that could not be read, and say why."""
        self.rejected += 1
        say(why)

    def _recorded(self, item: Ingested) -> None:
        self.purged += item.purged
        self.recorded += item.new
        self.known += not item.new and not item.purged
        self.dated += item.dated and not item.new
        self.undated += item.undated
        self.editions += item.edition
        if item.problem is not None:
            self.misdated += 1
            say(item.problem)
        if item.extraction is None:
            return
        self.claims += len(item.extraction.claims)
        if item.extraction.not_read is not None:
            self._unread(item, item.extraction.not_read)

    def _unread(self, item: Ingested, reason: str) -> None:
        self.not_read[reason.removeprefix(PREFIX)] += 1
        if self.not_read.total() <= TOLD:
            say(f"{item.report.name or item.report.title or 'A report'}: {reason}")

    def summary(self) -> str:
        """What was recorded, in a sentence or two."""
        parts = [f"{counted(self.recorded, 'report')} recorded, with {counted(self.claims, 'claim')}."]
        for number, words in (
            (self.known, "known already"),
            (self.dated, "given a date"),
            (self.editions, "later edition of an article known already, so known from now on"),
            (self.misdated, "dated in the future, so recorded without a date"),
            (self.purged, "purged before and not taken in again"),
            (self.rejected, "rejected"),
            (self.skipped, "passed over"),
        ):
            if number:
                parts.append(f"{number} {words}.")
        parts += [
            f"{counted(number, 'report')} not read: {reason}." for reason, number in self.not_read.items()
        ]
        return " ".join(parts)

    def advice(self) -> list[str]:
        """What the user may want to do next."""
        if not self.undated:
            return []
        return [
            f"Without a date of publication: {counted(self.undated, 'report')}. Relative dates (“on Sunday”) "
            "stay unresolved there. Give it with: whoholds add FILE --published YYYY-MM-DD"
        ]

    def stopped(self) -> str:
        """What to say when the user stopped the work."""
        return (
            f"Stopped. {counted(self.recorded, 'report')} recorded; the rest is left out whole. "
            "The same command again goes on from there."
        )

    def kept(self) -> str:
        """What to say when the record takes no more."""
        return f"Recorded before: {counted(self.recorded, 'report')}; the rest is left out whole."

    def to_dict(self) -> dict[str, Any]:
        """The counts in plain values."""
        return {
            "recorded": self.recorded,
            "known": self.known,
            "dated": self.dated,
            "purged": self.purged,
            "editions": self.editions,
            "misdated": self.misdated,
            "claims": self.claims,
            "undated": self.undated,
            "rejected": self.rejected,
            "skipped": self.skipped,
            "not_read": dict(self.not_read),
        }


def counted_as(number: int, one: str, several: str) -> str:
    """ "1 party", "2 parties"."""
    return f"{number:,} {one if number == 1 else several}"


def counted(number: int, noun: str) -> str:
    """ "1 report", "1,204 reports"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
