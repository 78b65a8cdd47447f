"""The parts of reading, each on a set that annotates it: dates, who says what, places of events, figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from eval_measured import Measured, Row, f1, read_rows, share

from whoholds.claims.rules import extract
from whoholds.model import Report, Span
from whoholds.text.attribution import find_attributions
from whoholds.text.dates import find_dates
from whoholds.text.parse import parse_sentences
from whoholds.text.quotations import carry_quotations
from whoholds.text.said import Said
from whoholds.text.sentences import find_sentences

SAME_CONTENT = 0.5  # of the characters that either content has, the share that both have


def dates(path: Path) -> Iterator[Measured]:
    """A time counts when its words meet the annotated ones and its value is the same."""
    hits = wanted = given = 0
    for report in read_rows(path):
        mentions = find_dates(report["text"], date.fromisoformat(report["dct"]))
        values = [(mention.span, value) for mention in mentions for value in (mention.value or "").split("/")]
        given, wanted = given + len(values), wanted + len(report["timex"])
        for timex in report["timex"]:
            at = Span(timex["start"], timex["end"])
            same = next((pair for pair in values if pair[0].meets(at) and pair[1] == timex["value"]), None)
            if same is not None:
                values.remove(same)
                hits += 1
    yield Measured("span and value F1", f1(hits, given, wanted), 0.83)


def attribution(path: Path) -> Iterator[Measured]:
    """What is said counts when half of its characters are shared; then, whether who says it is met."""
    hits = found = wanted = named = right = 0
    for article in read_rows(path):
        saids = [said for said in _saids(article["text"]) if said.content]
        gold = [(_spans(one, "Content"), _spans(one, "Source")) for one in article["attributions"]]
        gold = [pair for pair in gold if pair[0]]
        found, wanted = found + len(saids), wanted + len(gold)
        for number, place in _same_contents([content for content, _ in gold], saids):
            hits += 1
            claimer, sources = saids[place].claimer, gold[number][1]
            named += bool(sources)
            right += claimer is not None and any(claimer.meets(one) for one in sources)
    yield Measured("content F1", f1(hits, found, wanted), 0.70)
    yield Measured("content precision", share(hits, found))
    yield Measured("claimer, content given", share(right, named), 0.80)


def event_place(path: Path) -> Iterator[Measured]:
    """The words for the place of one event in a sentence on its own, often none.

    A sentence without words of armed conflict is not read, nor an event that is none of the codebook's.
    """
    hits = found = wanted = none = none_right = 0
    for row in read_rows(path):
        verbs = [Span(start, end) for start, end, _ in row["verb"]]
        gold = [Span(start, end) for start, end, _ in row["location"]]
        told = _event_places(row["text"], verbs)
        found, wanted = found + len(told), wanted + len(gold)
        hits += sum(any(one.meets(other) for other in told) for one in gold)
        none += not gold
        none_right += not gold and not told
    yield Measured("place F1", f1(hits, found, wanted), 0.55)
    yield Measured("place precision", share(hits, found))
    yield Measured("none, where there is none", share(none_right, none))


def _saids(text: str) -> Sequence[Said]:
    spans = find_sentences(text)
    found = [said for sentence in parse_sentences(text, spans) for said in find_attributions(sentence)]
    return carry_quotations(text, spans, found)


def _spans(annotated: Row, part: str) -> list[Span]:
    return [Span(start, end) for one in annotated.get(part, ()) for start, end in one["spans"]]


def _same_contents(gold: Sequence[Sequence[Span]], saids: Sequence[Said]) -> Iterator[tuple[int, int]]:
    """Pairs of an annotated and a found content, the best first, each in one pair at most."""
    wanted = [_characters(spans) for spans in gold]
    given = [_characters(said.content) for said in saids]
    likeness = [
        (share(len(one & other), len(one | other)), number, place)
        for number, one in enumerate(wanted)
        for place, other in enumerate(given)
        if one & other
    ]
    left, right = set(range(len(gold))), set(range(len(saids)))
    for alike, number, place in sorted(likeness, key=lambda found: (-found[0], *found[1:])):
        if alike >= SAME_CONTENT and number in left and place in right:
            left.remove(number)
            right.remove(place)
            yield number, place


def _characters(spans: Iterable[Span]) -> set[int]:
    return {at for span in spans for at in range(span.start, span.end)}


def _event_places(text: str, verbs: Sequence[Span]) -> set[Span]:
    """Where the claims of a verb are said to happen."""
    return {
        claim.place.span
        for claim in extract(Report(text)).claims
        if claim.place is not None
        and claim.trigger is not None
        and any(claim.trigger.meets(verb) for verb in verbs)
    }
