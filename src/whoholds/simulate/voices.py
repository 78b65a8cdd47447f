"""The claimers of a simulated war: each with a reliability, an attention and a home of its own."""

from __future__ import annotations

import math
from dataclasses import dataclass
from random import Random

from whoholds.simulate.ground import Ground, Site
from whoholds.simulate.numbers import Beta, Kind, Numbers, OwnInterest
from whoholds.simulate.words import words as words_of


@dataclass(frozen=True, slots=True)
class Voice:
    """A claimer: its words (None: its paper's own voice), side, and the numbers drawn for it (0 to 1).

    `lag` (days) and `spread` are of its lognormal delay. `carried`: the agency or paper that it writes for.
    """

    kind: str
    words: str | None
    side: str | None
    home: Site
    right: float
    notices: float
    lag: float
    spread: float
    states: float
    near_km: float
    carried: str | None
    ahead: float = 0.0
    boasts: float = 0.0
    admits: float = 0.0
    denies: float = 0.0

    def sees(self, site: Site) -> bool:
        """True for a place that is not too far from its home."""
        return not self.near_km or self.home.km(site) <= self.near_km

    def delay(self, dice: Random, lag: float | None = None) -> float:
        """Days from a happening to its publication: lognormal."""
        return (self.lag if lag is None else lag) * dice.lognormvariate(0.0, self.spread)


def make_voices(dice: Random, ground: Ground, numbers: Numbers) -> tuple[Voice, ...]:
    """All claimers of a war; the same dice give the same ones."""
    names, papers = list(words_of("names")), list(words_of("papers")[: numbers.printing.papers])
    dice.shuffle(names)
    dice.shuffle(papers)
    found = []
    for kind, numbers_of_it in numbers.claimers.items():
        for side in ground.sides if numbers_of_it.sided else (None,):
            for number in range(numbers_of_it.count):
                carried = _carried(kind, number, names, papers)
                voice = _voice(dice, ground, kind, numbers_of_it, (side, carried))
                found.append(_interested(dice, voice, numbers.interest) if side else voice)
    return tuple(found)


def _carried(kind: str, number: int, names: list[str], papers: list[str]) -> str | None:
    if kind == "paper":
        return papers[number % len(papers)]
    return f"{names[-1 - number % len(names)]} News Agency" if kind == "agency" else None


def _voice(dice: Random, ground: Ground, kind: str, of: Kind, who: tuple[str | None, str | None]) -> Voice:
    side, carried = who
    homes = [site for site in ground.sites if side in (None, ground.first[site.number])]
    home = dice.choice(homes or list(ground.sites))
    words = of.words.format(side=side, home=home.place.name, name=dice.choice(words_of("names"))) or None
    return Voice(
        kind=kind,
        words=None if kind == "agency" else words,
        side=side,
        home=home,
        right=dice.betavariate(*of.right),
        notices=dice.betavariate(*of.notices),
        lag=of.lag * math.exp(dice.gauss(0.0, 0.3)),
        spread=of.spread,
        states=of.states,
        near_km=of.near_km,
        carried=carried,
    )


def _interested(dice: Random, voice: Voice, numbers: OwnInterest) -> Voice:
    admits: Beta = numbers.admits_official if voice.kind == "official" else numbers.admits
    return Voice(
        voice.kind, voice.words, voice.side, voice.home, voice.right, voice.notices, voice.lag, voice.spread,
        voice.states, voice.near_km, voice.carried,
        ahead=dice.betavariate(*numbers.ahead),
        boasts=dice.betavariate(*numbers.boasts),
        admits=dice.betavariate(*admits),
        denies=dice.betavariate(*numbers.denies),
    )  # fmt: skip
