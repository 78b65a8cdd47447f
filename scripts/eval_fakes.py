"""Articles on Syria from outlets that disagree: how many unarmed people were killed, where, and by whom."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from pathlib import Path

from eval_factuality import HALVES, half_of
from eval_measured import Measured, Row, read_rows, share

from whoholds.database.reading import read_claims
from whoholds.gazetteer import Gazetteer, load_gazetteer
from whoholds.text.figures import FigureMention, find_figures
from whoholds.text.parties import find_parties
from whoholds.text.places import find_places

UNARMED = re.compile(
    r"civilian|citizen|people|person|child|wom[ae]n|resident|famil|infant|girl|boy|volunteer|medic|patient|student"
    r"|worshipper|villager",
    re.IGNORECASE,
)
PART = re.compile(r",? ?(?:including|among (?:them|whom)|of whom)(?: were)? ", re.IGNORECASE)
OF_A_WAR = 10_000  # people: more than any one event killed
GOVERNMENT, COALITION = "syrian government or russian troops", "international coalition forces"
ISLAMIC_STATE = "the organization of the islamic state in iraq and the levant - isis"
NUSRA, KURDISH, REBELS = "al-nusra front", "self administration forces", "armed opposition groups"
SIDES = {  # a party, or a word for one that is not told closer, as the set calls it
    "Syrian government": GOVERNMENT,
    "Russia": GOVERNMENT,
    "Hezbollah": GOVERNMENT,
    "US-led coalition": COALITION,
    "United States": COALITION,
    "Turkey": COALITION,
    "Islamic State": ISLAMIC_STATE,
    "Nusra Front": NUSRA,
    "Hayat Tahrir al-Sham": NUSRA,
    "Syrian Democratic Forces": KURDISH,
    "YPG": KURDISH,
    "Jaish al-Islam": REBELS,
    "Army of Conquest": REBELS,
    "Free Syrian Army": REBELS,
    "Ahrar al-Sham": REBELS,
    "rebel": REBELS,
    "opposition": REBELS,
    "insurgent": REBELS,
}
VIOLENT = ("airstrike", "shelling", "explosion", "clash", "attack_civilians")
AROUND = {"ne:SY-RD": "ne:SY-DI"}  # the set has one Damascus, town and countryside
MISTAKES = ("none told", "told, of none", "more", "less", "none told, place", "another, place")


def fakes(path: Path) -> Iterator[Measured]:
    """Three answers on every article, then how often each kind of mistake is made.

    An article tells its own event first: the first count of unarmed people is taken, and the place nearest to
    the first count of the dead. Who did it is the actor of the first claim of violence that has one, of those
    with people killed where there are any; "unknown" where none has. What to beat is one answer given always.
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
    actors = [str(row["gold"]["actor"]) for row in rows]
    yield from _actors_measured([_actor(row["text"]) for row in rows], actors)
    made = Counter([*killed, *placed])
    for mistake in MISTAKES:
        yield Measured(
            f"mistake: {mistake}", share(made[mistake], len(rows)), lower_is_better=True, pinned=False
        )


def outcomes(row: Row, gazetteer: Gazetteer) -> dict[str, str]:
    """ "right", or the kind of mistake, for each answer on one article."""
    killed = _killed(row["text"], int(row["gold"]["nb_civilians"]))
    return {"civilians killed": killed, "province": _placed(row, gazetteer)}


def _actor(text: str) -> str | None:
    """Who did it, as the set calls the sides; None where no claim of violence has an actor of a side."""
    violent = [claim for claim in read_claims(text) if claim.claim.type.value in VIOLENT]
    deadly = [claim for claim in violent if any(figure.kind == "killed" for figure in claim.claim.figures)]
    told = (_side(claim.actor) for claim in deadly or violent if claim.actor is not None)
    return next((side for side in told if side is not None), None)


def _side(name: str) -> str | None:
    return next((side for word, side in SIDES.items() if name == word or word in name.lower()), None)


def _actors_measured(told: Sequence[str | None], gold: Sequence[str]) -> Iterator[Measured]:
    pairs = list(zip(told, gold, strict=True))
    right = sum((one or "unknown") == other for one, other in pairs)
    most = Counter(gold).most_common(1)[0][1]
    yield Measured("actor", share(right, len(pairs)), share(most, len(pairs)), pinned=False)
    given = [one == other for one, other in pairs if one is not None]
    yield Measured("actor told: right", share(sum(given), len(given)), pinned=False)
    sure = [one == other for one, other in pairs if one is not None and other != "unknown"]
    yield Measured("actor told, and known to the coder: right", share(sum(sure), len(sure)), pinned=False)
    yield Measured("actor told", share(len(given), len(pairs)), pinned=False)


def _right(outcomes: Sequence[str]) -> float:
    return share(sum(one == "right" for one in outcomes), len(outcomes))


def _killed(text: str, gold: int) -> str:
    """Whether the count is right, or which kind of mistake it is."""
    told = next((_least(one) for one in _unarmed(text)), 0)
    if told == gold:
        return "right"
    if not told:
        return "none told"
    if not gold:
        return "told, of none"
    return "more" if told > gold else "less"


def _unarmed(text: str) -> Iterator[FigureMention]:
    """Counts of unarmed people who were killed, of one event each.

    "15, including four children" counts 15: those who are not named are as their part is.
    """
    dead = [one for one in _dead(text) if _least(one) < OF_A_WAR]
    for one, part in zip_longest(dead, dead[1:]):
        who = one.who
        if who is None and part is not None and PART.fullmatch(text, one.span.end, part.span.start):
            who = part.who
        if who is not None and UNARMED.search(who):
            yield one


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
