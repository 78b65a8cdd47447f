"""What was missed, found wrongly or read wrongly, one record each, by kind: where the next work lies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from whoholds.evaluate.coding import CodedClaim, CodedReport
from whoholds.evaluate.matching import SAME_SENTENCE, match_claims, overlap, same_place
from whoholds.evaluate.scores import SAME, Found


@dataclass(frozen=True, slots=True)
class Mistake:
    """One mistake. `kind` begins with "missed", "false" or "wrong"; `coded` and `read` say what was given."""

    report: str
    kind: str
    quote: str
    coded: str | None
    read: str | None


def find_mistakes(gold: Sequence[CodedReport], predicted: Found) -> tuple[Mistake, ...]:
    """Every coded claim that was missed, every false one, every wrong value, in the order of the reports."""
    return tuple(
        mistake for report in gold for mistake in _of_report(report, tuple(predicted.get(report.name, ())))
    )


def _of_report(report: CodedReport, found: Sequence[CodedClaim]) -> Iterator[Mistake]:
    pairs = match_claims(report.claims, found)
    matched, used = {first for first, _ in pairs}, {second for _, second in pairs}
    missed = [one for n, one in enumerate(report.claims) if n not in matched and not one.optional]
    false = [one for n, one in enumerate(found) if n not in used]
    for one in missed:
        yield _mistake(report, f"missed: {_why(one, false, 'read')}", one, None)
    for one in false:
        yield _mistake(report, f"false: {_why(one, missed, 'coded')}", None, one)
    for first, second in sorted(pairs):
        yield from _wrong_values(report, report.claims[first], found[second])


def _why(one: CodedClaim, others: Sequence[CodedClaim], done: str) -> str:
    """What stands in the same sentence instead."""
    beside = [other for other in others if overlap(one.at, other.at) >= SAME_SENTENCE]
    if any(same_place(one, other) for other in beside):
        return f"another type was {done}"
    if any(one.type == other.type for other in beside):
        return f"another place was {done}"
    return f"nothing like it was {done} in the sentence"


def _wrong_values(report: CodedReport, one: CodedClaim, other: CodedClaim) -> Iterator[Mistake]:
    for name, (same, value) in SAME.items():
        if name != "claimer present" and not same(one, other):
            yield Mistake(report.name, f"wrong {name}", one.quote, _shown(value(one)), _shown(value(other)))


def _mistake(report: CodedReport, kind: str, one: CodedClaim | None, other: CodedClaim | None) -> Mistake:
    claim = one if one is not None else other
    quote = claim.quote if claim is not None else ""
    return Mistake(report.name, kind, quote, _told(one), _told(other))


def _told(claim: CodedClaim | None) -> str | None:
    """ "capture at Kunduz by Taliban"."""
    if claim is None:
        return None
    return f"{claim.type.value} at {claim.place or '?'}" + (f" by {claim.actor}" if claim.actor else "")


def _shown(value: object) -> str | None:
    return None if value is None else str(value)
