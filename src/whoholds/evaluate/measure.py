"""From a file of coded reports to scores: the product reads the same reports, and both are compared."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from whoholds.database import read_claims
from whoholds.errors import InputError
from whoholds.evaluate.coding import CodedClaim, CodedReport, coded_of, read_gold, read_predicted
from whoholds.evaluate.mistakes import Mistake, find_mistakes
from whoholds.evaluate.scores import ClaimScores, score_claims


def evaluate_file(path: Path | str, *, predicted: Path | str | None = None) -> ClaimScores:
    """Score the product on reports that people coded, or the claims of another program in `predicted`.

    Both are JSON Lines in the names of the codebook. Nothing is recorded. Raises InputError when a file
    cannot be read as such, or codes nothing.
    """
    gold = _coded(path)
    return score_claims(gold, read_all(gold) if predicted is None else read_predicted(predicted, gold))


def mistakes_in_file(path: Path | str) -> dict[str, tuple[Mistake, ...]]:
    """What the product misses, finds falsely or reads wrongly in coded reports, by kind, most frequent first.

    Raises InputError when the file cannot be read as coded reports, or codes nothing.
    """
    gold = _coded(path)
    found: dict[str, list[Mistake]] = {}
    for one in find_mistakes(gold, read_all(gold)):
        found.setdefault(one.kind, []).append(one)
    ordered = sorted(found.items(), key=lambda kind: -len(kind[1]))
    return {kind: tuple(cases) for kind, cases in ordered}


def _coded(path: Path | str) -> tuple[CodedReport, ...]:
    gold = read_gold(path)
    if not any(report.claims for report in gold):
        raise InputError(f"{path} holds no coded claim, so there is nothing to compare with.")
    return gold


def read_all(reports: Iterable[CodedReport]) -> dict[str, tuple[CodedClaim, ...]]:
    """What the product reads in each report, by its name, without looking at what was coded."""
    return {report.name: _read(report) for report in reports}


def _read(report: CodedReport) -> tuple[CodedClaim, ...]:
    published = report.published
    when = None if published is None else published.at or published.day
    return tuple(coded_of(claim, report.text) for claim in read_claims(report.text, published=when))
