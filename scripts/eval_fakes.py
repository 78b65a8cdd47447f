"""Articles on Syria from outlets that disagree: the province, and how many unarmed people were killed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from eval_factuality import HALVES, half_of
from eval_measured import Measured, Row, read_rows, share

from whoholds.gazetteer import Gazetteer, load_gazetteer
from whoholds.text.figures import FigureMention, find_figures
from whoholds.text.parties import find_parties
from whoholds.text.places import find_places

UNARMED = re.compile(r"civilian|people|person|child|wom[ae]n|resident|famil|infant|girl|boy", re.IGNORECASE)
AROUND = {"ne:SY-RD": "ne:SY-DI"}  # the set has one Damascus, town and countryside
MISTAKES = ("none told", "told, of none", "more", "less", "none told, place", "another, place")


def fakes(path: Path) -> Iterator[Measured]:
    """Two answers on every article, then how often each kind of mistake is made.

    An article tells its own event first: the first count of unarmed people is taken, and the place nearest to
    the first count of the dead. What to beat is one answer given always.
    """
    rows, gazetteer = read_rows(path), load_gazetteer()
    gold = [int(row["gold"]["nb_civilians"]) for row in rows]
    places = [row["gold"]["location"] for row in rows]
    killed = [_killed(row["text"], int(row["gold"]["nb_civilians"])) for row in rows]
    placed = [_placed(row, gazetteer) for row in rows]
    halves = [half_of(row["text"]) for row in rows]
    yield Measured("civilians killed", _right(killed), share(gold.count(0), len(rows)))
    yield Measured("province", _right(placed), share(Counter(places).most_common(1)[0][1], len(rows)))
    for half in HALVES:
        for name, outcomes in (("civilians killed", killed), ("province", placed)):
            its = [one for one, other in zip(outcomes, halves, strict=True) if other == half]
            yield Measured(f"{half}: {name}", _right(its), pinned=False)
    made = Counter([*killed, *placed])
    for mistake in MISTAKES:
        yield Measured(
            f"mistake: {mistake}", share(made[mistake], len(rows)), lower_is_better=True, pinned=False
        )


def outcomes(row: Row, gazetteer: Gazetteer) -> dict[str, str]:
    """ "right", or the kind of mistake, for each answer on one article."""
    killed = _killed(row["text"], int(row["gold"]["nb_civilians"]))
    return {"civilians killed": killed, "province": _placed(row, gazetteer)}


def _right(outcomes: Sequence[str]) -> float:
    return share(sum(one == "right" for one in outcomes), len(outcomes))


def _killed(text: str, gold: int) -> str:
    """Whether the count is right, or which kind of mistake it is."""
    counts = [_least(one) for one in _dead(text) if one.who is not None and UNARMED.search(one.who)]
    told = counts[0] if counts else 0
    if told == gold:
        return "right"
    if not told:
        return "none told"
    if not gold:
        return "told, of none"
    return "more" if told > gold else "less"


def _placed(row: Row, gazetteer: Gazetteer) -> str:
    """Whether the province is right, or which kind of mistake it is."""
    text, named = row["text"], gazetteer.named(row["gold"]["location"])
    wanted = {place.province or place.id for place in named if place.country == "SY"}
    dead = _dead(text)
    at = dead[0].span.start if dead else 0
    told = [
        (abs(one.span.start - at), AROUND.get(one.place.province, one.place.province))
        for one in find_places(text, gazetteer, find_parties(text))
        if one.place.country == "SY" and one.place.province is not None
    ]
    if not told:
        return "none told, place"
    return "right" if min(told)[1] in wanted else "another, place"


def _dead(text: str) -> list[FigureMention]:
    return [one for one in find_figures(text) if one.kind == "killed"]


def _least(mention: FigureMention) -> int:
    return mention.estimate.low or mention.estimate.best or 0
