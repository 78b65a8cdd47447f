"""The numbers of claimers' records, read from `data/ontology/trust.toml` and checked as they are read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from whoholds.control.table import Ratio, Table, control_table
from whoholds.errors import DataError
from whoholds.lexicon import read_ontology
from whoholds.trust import LETTERS, Cell, Fit


@dataclass(frozen=True, slots=True)
class Settled:
    """When a claim counts as settled: the probability, days after it became known, days after its own."""

    probability: float
    days: int
    after: int


@dataclass(frozen=True, slots=True)
class Learning:
    """How claims are learnt from: cases that the starting ratio weighs, the least error rate, days."""

    prior_cases: float
    floor: float
    half_life: float


@dataclass(frozen=True, slots=True)
class TrustTable:
    """All numbers of claimers' records; `grades` are likelihood ratios, `letters` least shares borne out."""

    settled: Settled
    learning: Learning
    grades: Mapping[str, float]
    letters: Mapping[str, float]


@cache
def trust_table() -> TrustTable:
    """The table of the product. Raises `DataError` where `trust.toml` is not as it must be."""
    rows = read_ontology("trust")
    try:
        table = TrustTable(
            Settled(**rows["settled"]), Learning(**rows["fit"]), rows["grades"], rows["letters"]
        )
    except (KeyError, TypeError) as error:
        raise DataError(f"trust.toml lacks a number ({error}); restore it from the package.") from error
    sound = (
        set(table.grades) == set(LETTERS)
        and min(table.grades.values()) >= 1
        and 0.5 < table.settled.probability < 1
        and 0 < table.learning.floor < 0.5
        and min(table.learning.prior_cases, table.learning.half_life, table.settled.days) > 0
        and list(table.letters.values()) == sorted(table.letters.values(), reverse=True)
    )
    if not sound:
        raise DataError("trust.toml has a number that cannot be; restore it from the package.")
    return table


def error_of(ratio: float) -> float:
    """The share of claims that are wrong, by a likelihood ratio: one below 1 weighs on what is denied."""
    return 1.0 / (1.0 + max(ratio, 1.0 / ratio))


def letter_of(share: float) -> str:
    """The letter for a share (0 to 1) of claims borne out."""
    return next(letter for letter, least in trust_table().letters.items() if share >= least)


@lru_cache(maxsize=64)
def fitted_table(fit: Fit | None) -> Table:
    """The table of the product, with what was learnt laid over its starting ratios."""
    table = control_table()
    return table if fit is None else table.with_learnt({cell.key: _learnt(cell, fit) for cell in fit.cells})


def _learnt(cell: Cell, fit: Fit) -> Ratio:
    start = control_table().starting(cell.kind, cell.act)
    label = f"{start.label}, learnt from claims settled by {fit.until.date().isoformat()}"
    return Ratio(start.name, cell.ratio, label, f"starting ratio {start.value:g}")
