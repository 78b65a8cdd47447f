"""Headlines that tell one event, after the events that UCDP GED coded from them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from datetime import date
from pathlib import Path

from eval_factuality import HALVES, half_of
from eval_measured import Measured, Row, read_rows, share

from whoholds.events import Headline, group_headlines
from whoholds.gazetteer import load_gazetteer

WORDS_AND_DAYS = 0.68  # B³ F1 of headlines grouped by words within three days


def ged(path: Path) -> Iterator[Measured]:
    """B³ of the groups, over all headlines and over each half of the events.

    The weights are worked on with one half ("tune"); the other ("kept") only measures them.
    """
    rows = read_rows(path)
    of_half = [half_of(f"{row['set']}/{row['event_id']}") for row in rows]
    scored = list(b_cubed([_event(row) for row in rows], groups(rows)))
    for name, to_beat, chosen in (("", WORDS_AND_DAYS, HALVES), *((f"{h}: ", None, (h,)) for h in HALVES)):
        pairs = [pair for pair, half in zip(scored, of_half, strict=True) if half in chosen]
        precision, recall = (share(sum(column), len(pairs)) for column in zip(*pairs, strict=True))
        yield Measured(f"{name}B³ F1", share(2 * precision * recall, precision + recall), to_beat)
        yield Measured(f"{name}B³ precision", precision, pinned=False)
        yield Measured(f"{name}B³ recall", recall, pinned=False)


def b_cubed(gold: Sequence[Hashable], found: Sequence[Hashable]) -> Iterator[tuple[float, float]]:
    """Precision and recall of each thing: of those it was grouped with, and of those it belongs with, the
    share that is in both (Bagga and Baldwin, 1998).
    """
    events, groups = _members(gold), _members(found)
    for event, group in zip(gold, found, strict=True):
        both = len(events[event] & groups[group])
        yield both / len(groups[group]), both / len(events[event])


def _members(keys: Sequence[Hashable]) -> dict[Hashable, set[int]]:
    members: dict[Hashable, set[int]] = defaultdict(set)
    for number, key in enumerate(keys):
        members[key].add(number)
    return members


def _event(row: Row) -> Hashable:
    return row["set"], row["event_id"]


def groups(rows: Sequence[Row]) -> list[Hashable]:
    """The key of the group of each headline; only headlines of one set are compared."""
    group_of: dict[int, Hashable] = {}
    for name in sorted({row["set"] for row in rows}):
        places = [place for place, row in enumerate(rows) if row["set"] == name]
        told = [rows[place] for place in places]
        headlines = [Headline(r["headline"], date.fromisoformat(r["pub_date"]), r["office"]) for r in told]
        for number, group in enumerate(group_headlines(headlines, load_gazetteer())):
            group_of.update({places[member]: (name, number) for member in group})
    return [group_of[place] for place in range(len(rows))]
