"""Who says what, on annotated news articles: the words that are said, then who says them.

Annotated and found attributions are paired one to one, those first that share the greatest part of the words
that either has. A word is a run of letters, digits and underscores. Pooled (micro): of all words of all found
contents, the share that the content paired with it has too (precision); of all words of all annotated
contents, the same (recall). For each attribution (macro): the mean of these shares, nothing for one without
a pair. `content F1` and `claimer, content given` are stricter: a pair counts only when the two share half of
the words that either has. A claimer is right when it shares a character with an annotated one.

Attributions inside of quoted speech are left out: the annotators left them to the one who is quoted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from eval_factuality import HALVES, half_of
from eval_measured import Measured, Row, read_rows, share

from whoholds import Attribution, find_attributions
from whoholds.model import Span

SAME = 0.5  # of the words that either content has, the share that both have
WORD = re.compile(r"\w+")
Words = frozenset[int]  # where the words begin


@dataclass(slots=True)
class Counts:
    """What is added up over articles: words, attributions, and shares of each attribution."""

    both: int = 0
    given_words: int = 0
    wanted_words: int = 0
    given: int = 0
    wanted: int = 0
    precision: float = 0.0
    recall: float = 0.0
    same: int = 0
    named: int = 0
    right: int = 0
    same_named: int = 0
    same_right: int = 0


def attribution(path: Path) -> Iterator[Measured]:
    """Both halves of the articles together, then the halves: rules are worked on with `tune` alone."""
    halves = {half: Counts() for half in HALVES}
    whole = Counts()
    for article in read_rows(path):
        for counts in (whole, halves[half_of(article["id"])]):
            _count(article, counts)
    micro, macro = _word_f1(whole)
    yield Measured("content words F1, pooled", micro, 0.70)
    yield Measured("content words precision, pooled", share(whole.both, whole.given_words))
    yield Measured("content words recall, pooled", share(whole.both, whole.wanted_words))
    yield Measured("content words F1, for each attribution", macro)
    yield Measured("content F1", share(2 * whole.same, whole.given + whole.wanted))
    yield Measured("content precision", share(whole.same, whole.given))
    yield Measured("claimer, some words shared", share(whole.right, whole.named), 0.75)
    yield Measured("claimer, content given", share(whole.same_right, whole.same_named), 0.80)
    for name, counts in halves.items():
        yield Measured(f"{name}: content words F1, pooled", _word_f1(counts)[0], pinned=False)
        yield Measured(f"{name}: content words F1, for each attribution", _word_f1(counts)[1], pinned=False)
        yield Measured(f"{name}: claimer, some words shared", share(counts.right, counts.named), pinned=False)


def _word_f1(counts: Counts) -> tuple[float, float]:
    """Pooled over words, and for each attribution."""
    return (
        share(2 * counts.both, counts.given_words + counts.wanted_words),
        _harmonic(_mean(counts.precision, counts.given), _mean(counts.recall, counts.wanted)),
    )


def _mean(total: float, number: int) -> float:
    """A mean, 0 of nothing."""
    return total / number if number else 0.0


def _harmonic(one: float, other: float) -> float:
    return 2 * one * other / (one + other) if one + other else 0.0


def _count(article: Row, counts: Counts) -> None:
    text = article["text"]
    annotated = said(article)
    found = [(words(text, one.content), one) for one in find_attributions(text) if not one.quoted]
    wanted, given = [words for words, _ in annotated], [words for words, _ in found]
    counts.wanted, counts.given = counts.wanted + len(wanted), counts.given + len(given)
    counts.wanted_words += sum(map(len, wanted))
    counts.given_words += sum(map(len, given))
    for number, place in pairs(wanted, given):
        both = len(wanted[number] & given[place])
        counts.both += both
        counts.precision += both / len(given[place])
        counts.recall += both / len(wanted[number])
        same = both >= SAME * len(wanted[number] | given[place])
        who = annotated[number][1]
        right = meets(found[place][1], who)
        counts.same += same
        counts.named += bool(who)
        counts.right += right
        counts.same_named += same and bool(who)
        counts.same_right += same and right


def said(article: Row) -> list[tuple[Words, list[Span]]]:
    """The annotated contents of an article, each with where its claimers stand."""
    text = article["text"]
    every = [(words(text, _spans(one, "Content")), _spans(one, "Source")) for one in article["attributions"]]
    return [pair for pair in every if pair[0]]


def meets(found: Attribution, who: Sequence[Span]) -> bool:
    """True when a claimer that was found shares a character with an annotated one."""
    return any(claimer.meets(one) for claimer in found.claimers for one in who)


def pairs(wanted: Sequence[Words], given: Sequence[Words]) -> Iterator[tuple[int, int]]:
    """The numbers of an annotated and a found content that share words, each in one pair at most."""
    likeness = [
        (share(len(one & other), len(one | other)), number, place)
        for number, one in enumerate(wanted)
        for place, other in enumerate(given)
        if one & other
    ]
    left, right = set(range(len(wanted))), set(range(len(given)))
    for _, number, place in sorted(likeness, key=lambda pair: (-pair[0], *pair[1:])):
        if number in left and place in right:
            left.remove(number)
            right.remove(place)
            yield number, place


def _spans(annotated: Row, part: str) -> list[Span]:
    return [Span(start, end) for one in annotated.get(part, ()) for start, end in one["spans"]]


def words(text: str, spans: Iterable[Span]) -> Words:
    """Where the words of some spans begin."""
    return frozenset(word.start() for span in spans for word in WORD.finditer(text, span.start, span.end))
