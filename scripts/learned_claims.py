"""Would a learned layer know which sentences tell an event, or which claims of the rules are false?

Learned and measured on coded reports by cross-validation over reports.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from learned_encoder import LAYERS, Example, Training, predict, train
from learned_measures import Counts, auc, auc_interval, f1, folds, precision, print_head, print_row, recall

from whoholds.database import read_claims
from whoholds.evaluate import CodedReport, coded_of, read_gold
from whoholds.evaluate.matching import match_claims, overlap
from whoholds.model import Published, Span
from whoholds.picture import ResolvedClaim
from whoholds.text.sentences import find_sentences
from whoholds.text.triggers import has_trigger

NOWHERE = Span(0, 0)
SAME = 0.5
LEAST = (0.05, 0.1, 0.2, 0.3, 0.5)
SURE = (0.5, 0.7, 0.8, 0.9)
FIGURES = {"F1": f1, "precision": precision, "recall": recall}
Chance = Callable[[CodedReport, ResolvedClaim], float]


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence with a word that can name an event."""

    report: str
    at: Span
    example: Example  # right: 1 where something is coded of it
    read: bool  # the rules claim something of it


@dataclass(frozen=True, slots=True)
class Reports:
    """Coded reports, and the claims that the rules read in each, by its name."""

    gold: Sequence[CodedReport]
    read: dict[str, list[ResolvedClaim]]


def compare_events(seed: int, shared: Path) -> None:
    """Print how well a model tells sentences with a coded event from others; as a veto, and as a flag."""
    reports = _reports(shared)
    told = [one for report in reports.gold for one in _told(report, reports.read[report.name])]
    _print_bound(reports)
    chances = _crossed([one.report for one in told], [one.example for one in told], seed, frozen=LAYERS)
    _print_events("learned on coded reports, five folds", reports, told, chances)


def compare_claims(seed: int, shared: Path) -> None:
    """Print what it would change if a model that sees trigger and place dropped claims of the rules."""
    reports = _reports(shared)
    asked = _claims(reports)
    chances = _crossed([name for name, *_ in asked], [example for _, _, example in asked], seed)
    _print_claims(reports, asked, chances)


def print_claims_judged(judge: Callable[[Sequence[Example]], Sequence[np.ndarray]], shared: Path) -> None:
    """The same for a model that judges places; a claim whose place stands in another sentence is kept."""
    reports = _reports(shared)
    asked = _claims(reports)
    judged = judge([example for _, _, example in asked])
    pairs = zip(asked, judged, strict=True)
    _print_claims(reports, asked, [float(one[0]) if ask[2].others else 1.0 for ask, one in pairs])


def _claims(reports: Reports) -> list[tuple[str, ResolvedClaim, Example]]:
    """Every claim of the rules: its report, itself, and what a model is asked of it."""
    found = []
    for report in reports.gold:
        read = reports.read[report.name]
        right = {id(one) for one in _right(report, read)}
        found += [(report.name, one, _of_claim(report, one, right=id(one) in right)) for one in read]
    return found


def _print_claims(
    reports: Reports, asked: Sequence[tuple[str, ResolvedClaim, Example]], chances: Sequence[float]
) -> None:
    told = [bool(example.right[0]) for _, _, example in asked]
    _print_auc(
        f"claims of the rules: {len(told)}, right {sum(told)}", [name for name, *_ in asked], chances, told
    )
    chance_of = {id(one): chance for (_, one, _), chance in zip(asked, chances, strict=True)}
    _print_vetoes(reports, lambda report, one: chance_of[id(one)])
    print_head("at best", FIGURES)
    kept = {report.name: _right(report, reports.read[report.name]) for report in reports.gold}
    print_row("every false claim dropped", _counts(reports.gold, kept), _plain(reports), FIGURES)


def _reports(shared: Path) -> Reports:
    files = [shared / "gold" / name for name in ("dev.jsonl", "seed.jsonl")]
    gold = [report for file in files for report in read_gold(file)]
    gold = list({report.text: report for report in gold}.values())
    return Reports(gold, {report.name: _read(report.text, report.published) for report in gold})


def _read(text: str, published: Published | None) -> list[ResolvedClaim]:
    when = None if published is None else published.at or published.day
    return list(read_claims(text, published=when))


def _told(report: CodedReport, read: Sequence[ResolvedClaim]) -> Iterator[Told]:
    places = [coded_of(one, report.text).at for one in read]
    for at in find_sentences(report.text):
        if has_trigger(at.of(report.text)):
            coded = any(overlap(claim.at, at) >= SAME for claim in report.claims)
            example = Example(at.of(report.text), NOWHERE, (), (int(coded),))
            yield Told(report.name, at, example, any(overlap(place, at) >= SAME for place in places))


def _right(report: CodedReport, read: Sequence[ResolvedClaim]) -> list[ResolvedClaim]:
    found = [coded_of(one, report.text) for one in read]
    return [read[second] for _, second in match_claims(report.claims, found)]


def _of_claim(report: CodedReport, one: ResolvedClaim, *, right: bool) -> Example:
    """The sentence of a claim with its trigger and, where it stands in it, its place."""
    claim = one.claim
    quote, place = claim.quote, claim.place
    words = () if place is None else filter(None, (place.span, place.said))
    others = tuple(_from(quote, span) for span in words if span.within(quote))[:1]
    return Example(quote.of(report.text), _from(quote, claim.trigger or quote), others, (int(right),))


def _from(quote: Span, span: Span) -> Span:
    return Span(span.start - quote.start, span.end - quote.start)


def _crossed(names: Sequence[str], examples: Sequence[Example], seed: int, *, frozen: int = 3) -> list[float]:
    """The chance of each example, by a model that saw no example of the same report."""
    chances = np.zeros(len(examples))
    for part in folds(names, seed):
        learned = [one for name, one in zip(names, examples, strict=True) if name not in part]
        asked = [n for n, name in enumerate(names) if name in part]
        model = train(learned, Training(2, frozen=frozen, seed=seed))
        chances[asked] = [one[0, 1] for one in predict(model, [examples[n] for n in asked])]
    return [float(one) for one in chances]


def _print_events(title: str, reports: Reports, told: Sequence[Told], chances: Sequence[float]) -> None:
    right = [bool(one.example.right[0]) for one in told]
    print(f"\n{title}", flush=True)
    _print_auc(
        f"sentences with a trigger: {len(told)}, coded {sum(right)}", [t.report for t in told], chances, right
    )
    at = {(one.report, one.at): chance for one, chance in zip(told, chances, strict=True)}

    def chance_of(report: CodedReport, claim: ResolvedClaim) -> float:
        quote = coded_of(claim, report.text).at
        near = [c for (name, span), c in at.items() if name == report.name and overlap(span, quote) >= SAME]
        return max(near, default=1.0)

    _print_vetoes(reports, chance_of)
    _print_flags([(one, chance) for one, chance in zip(told, chances, strict=True) if not one.read])


def _print_bound(reports: Reports) -> None:
    """What a veto would change that is right about every sentence."""
    kept = {report.name: list(_beside_coded(report, reports.read[report.name])) for report in reports.gold}
    print_head("at best", FIGURES)
    print_row("no claim of a sentence without one", _counts(reports.gold, kept), _plain(reports), FIGURES)


def _beside_coded(report: CodedReport, read: Iterable[ResolvedClaim]) -> Iterator[ResolvedClaim]:
    for one in read:
        if any(overlap(claim.at, coded_of(one, report.text).at) >= SAME for claim in report.claims):
            yield one


def _print_flags(silent: Sequence[tuple[Told, float]]) -> None:
    """Of sentences with a trigger in which the rules claim nothing: which hold a coded claim."""
    right = [bool(one.example.right[0]) for one, _ in silent]
    names, chances = [one.report for one, _ in silent], [chance for _, chance in silent]
    _print_auc(
        f"of them without a claim of the rules: {len(silent)}, coded {sum(right)}", names, chances, right
    )
    for sure in SURE:
        flagged = [one for one, chance in zip(right, chances, strict=True) if chance >= sure]
        print(f"flagged at ≥ {sure}: {len(flagged)}, rightly {sum(flagged)}")


def _print_auc(title: str, names: Sequence[str], chances: Sequence[float], right: Sequence[bool]) -> None:
    low, high = auc_interval(names, chances, right)
    print(f"{title}; AUC {auc(chances, right):.3f} ({low:.3f} to {high:.3f})", flush=True)


def _plain(reports: Reports) -> Counts:
    return _counts(reports.gold, reports.read)


def _print_vetoes(reports: Reports, chance_of: Chance) -> None:
    plain = _plain(reports)
    print_head("claims", FIGURES)
    print_row("rules", plain, plain, FIGURES)
    for least in LEAST:
        kept = {
            report.name: [one for one in reports.read[report.name] if chance_of(report, one) >= least]
            for report in reports.gold
        }
        print_row(f"dropped below {least}", _counts(reports.gold, kept), plain, FIGURES)


def _counts(gold: Sequence[CodedReport], kept: dict[str, list[ResolvedClaim]]) -> Counts:
    """Hits, found, wanted of each report; optional claims count for nothing, as in `whoholds.evaluate`."""
    counts: dict[str, list[float]] = {}
    for report in gold:
        found = [coded_of(one, report.text) for one in kept[report.name]]
        pairs = match_claims(report.claims, found)
        hits = sum(not report.claims[first].optional for first, _ in pairs)
        wanted = sum(not claim.optional for claim in report.claims)
        counts[report.name] = [hits, hits + len(found) - len(pairs), wanted]
    return counts
