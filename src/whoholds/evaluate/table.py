"""Scores as tables of text, for the screen and for documents, and as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from whoholds.evaluate.scores import ClaimScores, Slot, Tally


@dataclass(frozen=True, slots=True)
class Table:
    """A heading, the names of the columns, rows of as many texts."""

    heading: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


_TALLY = ("precision", "recall", "F1", "found", "false", "missed")


def to_table(scores: ClaimScores) -> tuple[Table, ...]:
    """Three tables: claims, values of matched claims beside the constant answer, types."""
    tallies = _tallies(scores)
    kinds = [(kind.value, str(count), *_cells(tally)) for kind, count, tally in scores.types]
    return (
        Table(
            "Claims", ("what must agree", *_TALLY), tuple((name, *_cells(t)) for name, t in tallies.items())
        ),
        Table(
            "Values of the claims found",
            ("value", "right", "one answer always", "of"),
            tuple(_slot_cells(slot) for slot in scores.slots),
        ),
        Table("By type", ("type", "coded", *_TALLY), tuple(kinds)),
    )


def to_dict(scores: ClaimScores) -> dict[str, Any]:
    """The same as plain values; shares 0 to 1, rounded to three digits."""
    return {
        "reports": scores.reports,
        "claims": {name: _plain(tally) for name, tally in _tallies(scores).items()},
        "values": {
            slot.name: {"right": round(slot.share, 3), "constant": _rounded(slot.constant), "of": slot.of}
            for slot in scores.slots
        },
        "types": {kind.value: {"coded": count, **_plain(tally)} for kind, count, tally in scores.types},
    }


def _tallies(scores: ClaimScores) -> dict[str, Tally]:
    return {
        "sentence, type, place": scores.claims,
        "the same, types of control only": scores.control,
        "sentence, place": scores.any_type,
        "sentence, type": scores.any_place,
    }


def _cells(tally: Tally) -> tuple[str, ...]:
    shares = (tally.precision, tally.recall, tally.f1)
    return (*(f"{share:.3f}" for share in shares), str(tally.hits), str(tally.false), str(tally.missed))


def _slot_cells(slot: Slot) -> tuple[str, ...]:
    constant = "" if slot.constant is None else f"{slot.constant:.3f}"
    return slot.name, f"{slot.share:.3f}", constant, str(slot.of)


def _plain(tally: Tally) -> dict[str, float | int]:
    shares = {"precision": tally.precision, "recall": tally.recall, "f1": tally.f1}
    counts = {"found": tally.hits, "false": tally.false, "missed": tally.missed}
    return {**{name: round(share, 3) for name, share in shares.items()}, **counts}


def _rounded(share: float | None) -> float | None:
    return None if share is None else round(share, 3)
