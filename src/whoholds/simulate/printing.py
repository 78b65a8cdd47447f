"""From what claimers say to what is printed: carriers, copies, late repetitions, and the sentences."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from random import Random

from whoholds.model import Factuality, Precision
from whoholds.simulate.ground import Ground
from whoholds.simulate.numbers import Printing
from whoholds.simulate.telling import Said
from whoholds.simulate.words import verbs, words

FIRST_DAY = date(2011, 3, 1)


@dataclass(frozen=True, slots=True)
class Printed:
    """A statement as one paper printed it: number, outlet, what carried it, moment (UTC), sentence."""

    number: int
    said: Said
    outlet: str
    relayed_by: str | None
    published: datetime
    quote: str

    @property
    def days(self) -> tuple[date, date] | None:
        """The first and last day as its words give them; None where they give none."""
        day = self.said.day
        return None if day is None else (day_of(day), day_of(day))


def day_of(number: int) -> date:
    """The date of a day of the war."""
    return FIRST_DAY + timedelta(days=number)


def print_all(dice: Random, said: list[Said], ground: Ground, numbers: Printing, days: int) -> list[Printed]:
    """Everything printed during the war, in order of publication, numbered so."""
    papers = {name: (dice.betavariate(*numbers.takes), dice.betavariate(*numbers.takes_said))
              for name in words("papers")[: numbers.papers]}  # fmt: skip
    found = [one for each in said for one in _printed(dice, each, ground, papers, numbers)]
    found = [one for one in found if one.published < _moment(days)]
    found.sort(key=lambda one: (one.published, one.quote, one.outlet))
    return [replace(one, number=number) for number, one in enumerate(found)]


def _printed(
    dice: Random, said: Said, ground: Ground, papers: dict[str, tuple[float, float]], numbers: Printing
) -> Iterator[Printed]:
    agency = said.voice.kind == "agency"
    carrier = said.voice.carried if agency else None
    takers = [name for name, (stories, words) in papers.items()
              if dice.random() < (stories if agency else words)]  # fmt: skip
    if said.voice.kind == "paper":
        takers = [str(said.voice.carried)]
    elif not takers:
        takers = [dice.choice(tuple(papers))]
    quote = sentence(dice, said, ground)
    known = said.known
    for number, paper in enumerate(takers):
        words = quote if not number or dice.random() < numbers.copied else sentence(dice, said, ground)
        yield Printed(0, said, paper, carrier, _moment(known), words)
        if dice.random() < numbers.again:
            later = known + dice.expovariate(1 / numbers.again_days)
            yield Printed(0, replace(said, day=None), paper, carrier, _moment(later),
                          sentence(dice, said, ground))  # fmt: skip
        known = said.known + dice.expovariate(24.0 / numbers.hours)


def _moment(known: float) -> datetime:
    seconds = round(known * 86_400)
    return datetime.combine(FIRST_DAY, time(), tzinfo=UTC) + timedelta(seconds=seconds)


def sentence(dice: Random, said: Said, ground: Ground) -> str:
    """A sentence that says it; two writers hardly ever find the same words."""
    place = ground.sites[said.site].place.name
    place = {Precision.NEAR: f"the outskirts of {place}", Precision.PART: f"a part of {place}"}.get(
        said.precision, place
    )
    core = f"{said.actor} {dice.choice(verbs(said.type))} {place}"
    if said.factuality is Factuality.DENIED:
        core = f"it is not true that {core}"
    elif said.factuality is Factuality.FUTURE:
        core = f"{said.actor} means to take {place}"
    elif said.factuality is not Factuality.CERTAIN:
        core = f"{'in all likelihood' if said.factuality is Factuality.PROBABLE else 'perhaps'} {core}"
    who = "" if said.voice.words is None else f", {said.voice.words.removeprefix('the ')} said"
    hedge = ", which could not be verified" if said.unverified else ""
    opening, ending = (
        dice.choice(part).format(n=dice.randrange(4, 99)) for part in (words("openings"), words("closings"))
    )
    when = "" if said.day is None else f" on {day_of(said.day).day} {day_of(said.day):%B}"
    return f"{opening} {core}{when}{who}{hedge} {ending}."
