"""From a file of coded reports to scores: the product reads the same reports, and both are compared."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from whoholds.database import read_claims
from whoholds.errors import InputError
from whoholds.evaluate.coding import CodedClaim, CodedReport, coded_of, read_gold, read_predicted
from whoholds.evaluate.scores import ClaimScores, score_claims


def evaluate_file(path: Path | str, *, predicted: Path | str | None = None) -> ClaimScores:
    """Score the product on reports that people coded, or the claims of another program in `predicted`.

    Both are JSON Lines in the names of the codebook. Nothing is recorded. Raises InputError when a file
    cannot be read as such, or codes nothing.
    """
    gold = read_gold(path)
    if not any(report.claims for report in gold):
        raise InputError(f"{path} holds no coded claim, so there is nothing to compare with.")
    return score_claims(gold, read_all(gold) if predicted is None else read_predicted(predicted, gold))


def read_all(reports: Iterable[CodedReport]) -> dict[str, tuple[CodedClaim, ...]]:
    """What the product reads in each report, by its name, without looking at what was coded."""
    return {report.name: _read(report) for report in reports}


def _read(report: CodedReport) -> tuple[CodedClaim, ...]:
    published = report.published
    when = None if published is None else published.at or published.day
    return tuple(coded_of(claim, report.text) for claim in read_claims(report.text, published=when))
