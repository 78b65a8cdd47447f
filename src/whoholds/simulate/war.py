"""The course of a simulated war: who truly holds each place on each day, and what happens there."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from random import Random

from whoholds.simulate.ground import Ground
from whoholds.simulate.numbers import Fighting

CONTESTED = "contested"
BEGUN, TAKEN, REPELLED, LEFT, HANDED, BESIEGED, STRUCK, PLANNED = (
    "begun", "taken", "repelled", "left", "handed over", "besieged", "struck", "planned",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Happening:
    """What happens at a site on a day: `actor` does it to `recipient`; `again`: it was the actor's before."""

    kind: str
    day: int
    site: int
    actor: str
    recipient: str
    again: bool = False


@dataclass(frozen=True, slots=True)
class War:
    """The truth: holders by site and day (a side, or "contested"), and happenings in order of day."""

    ground: Ground
    held: tuple[tuple[str, ...], ...]
    happenings: tuple[Happening, ...]


@dataclass(slots=True)
class _Battle:
    actor: str
    recipient: str
    ends: int
    won: bool
    raid: bool = False


@dataclass(slots=True)
class _Course:
    """The war while it goes on: holders now, battles, raids, sieges and counter-attacks to come."""

    ground: Ground
    dice: Random
    numbers: Fighting
    holder: list[str]
    had: list[set[str]]
    battles: dict[int, _Battle] = field(default_factory=dict)
    raids: dict[int, str] = field(default_factory=dict)  # site: whom it goes back to
    sieges: dict[int, int] = field(default_factory=dict)  # site: the day on which it can hold no more
    counters: list[tuple[int, int, str]] = field(default_factory=list)  # day, site, who comes back
    told: list[Happening] = field(default_factory=list)
    driving: str = ""
    until: float = 0.0

    def tell(self, kind: str, day: int, site: int, actor: str, recipient: str) -> None:
        self.told.append(Happening(kind, day, site, actor, recipient, actor in self.had[site]))

    def enemies(self, site: int) -> list[str]:
        """Who else holds places on the roads to a site, one entry a place."""
        mine = self.holder[site]
        return [self.holder[other] for other in self.ground.roads[site] if self.holder[other] != mine]

    def take(self, site: int, actor: str) -> None:
        self.had[site].add(actor)
        self.holder[site] = actor
        self.sieges.pop(site, None)


def make_war(dice: Random, ground: Ground, numbers: Fighting, days: int) -> War:
    """A war of so many days; the same dice give the same war."""
    course = _Course(ground, dice, numbers, list(ground.first), [{side} for side in ground.first])
    held: list[list[str]] = [[] for _ in ground.sites]
    for day in range(days):
        if day:
            _day(course, day)
        for site, days_of_it in enumerate(held):
            days_of_it.append(CONTESTED if site in course.battles else course.holder[site])
    return War(ground, tuple(map(tuple, held)), tuple(course.told))


def _day(course: _Course, day: int) -> None:
    numbers, dice = course.numbers, course.dice
    if day >= course.until:
        course.driving = dice.choice([side for side in course.ground.sides if side != course.driving])
        course.until = day + dice.gammavariate(numbers.initiative_shape, numbers.initiative_scale)
    _end_battles(course, day)
    _end_raids(course, day)
    _come_back(course, day)
    for site in course.ground.sites:
        if not site.quiet and site.number not in course.battles:
            _attacked(course, day, site.number)
            _encircled(course, day, site.number)
            _struck(course, day, site.number)


def _end_battles(course: _Course, day: int) -> None:
    for site, battle in list(course.battles.items()):
        if battle.ends > day:
            continue
        del course.battles[site]
        if not battle.won:
            course.tell(REPELLED, day, site, battle.recipient, battle.actor)
            continue
        _taken(course, day, site, battle)


def _taken(course: _Course, day: int, site: int, battle: _Battle) -> None:
    course.tell(TAKEN, day, site, battle.actor, battle.recipient)
    course.take(site, battle.actor)
    if battle.raid:
        course.raids[site] = battle.recipient
    elif course.dice.random() < course.numbers.counter:
        wait = course.dice.weibullvariate(course.numbers.counter_scale, course.numbers.counter_shape)
        course.counters.append((day + 1 + round(wait), site, battle.recipient))


def _end_raids(course: _Course, day: int) -> None:
    for site, back in list(course.raids.items()):
        if site in course.battles or course.dice.random() >= course.numbers.raid_stay:
            continue
        del course.raids[site]
        if course.holder[site] != back:
            course.tell(LEFT, day, site, course.holder[site], back)
            course.take(site, back)


def _come_back(course: _Course, day: int) -> None:
    due = [one for one in course.counters if one[0] <= day]
    course.counters = [one for one in course.counters if one[0] > day]
    for _, site, side in due:
        if site not in course.battles and side in course.enemies(site):
            _fight(course, day, site, side, course.numbers.counter_won)


def _attacked(course: _Course, day: int, site: int) -> None:
    numbers, dice = course.numbers, course.dice
    for side in sorted(set(course.enemies(site))):
        drives = side == course.driving
        if dice.random() < (numbers.attack_driving if drives else numbers.attack):
            _fight(course, day, site, side, numbers.won_driving if drives else numbers.won)
            return
    behind = {enemy for other in course.ground.roads[site] for enemy in course.enemies(other)}
    raiders = sorted(behind - {course.holder[site]})
    if raiders and dice.random() < numbers.raid:
        side = dice.choice(raiders)
        _taken(course, day, site, _Battle(side, course.holder[site], day, won=True, raid=True))


def _fight(course: _Course, day: int, site: int, side: str, chance: float) -> None:
    numbers, dice = course.numbers, course.dice
    length = round(dice.lognormvariate(0.0, numbers.battle_spread) * numbers.battle_lag)
    battle = _Battle(side, course.holder[site], day + length, won=dice.random() < chance)
    if dice.random() < numbers.planned:
        course.tell(PLANNED, day, site, side, battle.recipient)
    course.tell(BEGUN, day, site, side, battle.recipient)
    if length:
        course.battles[site] = battle
    elif battle.won:
        _taken(course, day, site, battle)
    else:
        course.tell(REPELLED, day, site, battle.recipient, battle.actor)


def _encircled(course: _Course, day: int, site: int) -> None:
    enemies = course.enemies(site)
    if site in course.battles or len(enemies) < len(course.ground.roads[site]):
        course.sieges.pop(site, None)
        return
    around = Counter(enemies).most_common(1)[0][0]
    if site not in course.sieges:
        lasts = course.dice.gammavariate(course.numbers.siege_shape, course.numbers.siege_scale)
        course.sieges[site] = day + 1 + round(lasts)
        course.tell(BESIEGED, day, site, around, course.holder[site])
    elif day >= course.sieges[site]:
        course.tell(HANDED, day, site, around, course.holder[site])
        course.take(site, around)


def _struck(course: _Course, day: int, site: int) -> None:
    enemies = sorted(set(course.enemies(site)))
    if enemies and course.dice.random() < course.numbers.strike:
        course.tell(STRUCK, day, site, course.dice.choice(enemies), course.holder[site])
