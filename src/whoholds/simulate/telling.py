"""What claimers say of a simulated war: late, wrong, ahead of the truth, against it, or nothing."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from random import Random

from whoholds.model import EventType, Factuality, Precision
from whoholds.simulate.ground import Site
from whoholds.simulate.numbers import Numbers
from whoholds.simulate.voices import Voice
from whoholds.simulate.war import (
    BEGUN,
    BESIEGED,
    CONTESTED,
    HANDED,
    LEFT,
    PLANNED,
    REPELLED,
    STRUCK,
    TAKEN,
    Happening,
    War,
)

TYPES = {
    TAKEN: EventType.CAPTURE, HANDED: EventType.HANDOVER, LEFT: EventType.WITHDRAWAL,
    REPELLED: EventType.REPEL, BESIEGED: EventType.SIEGE, PLANNED: EventType.CAPTURE,
}  # fmt: skip
CHANGES = (TAKEN, HANDED, LEFT)
ONGOING = (EventType.HOLD, EventType.CLASH, EventType.SIEGE)


@dataclass(frozen=True, slots=True)
class Said:
    """One statement: who says what of which site, on which day of the war it became known (days, fraction).

    `day`: the day that its words name; None where they name none.
    """

    voice: Voice
    type: EventType
    site: int
    actor: str | None
    recipient: str | None
    known: float
    day: int | None = None
    factuality: Factuality = Factuality.CERTAIN
    unverified: bool = False
    precision: Precision = Precision.EXACT


@dataclass(frozen=True, slots=True)
class Scene:
    """A war with its numbers, and the dark stretches: (region, first day, last day)."""

    war: War
    numbers: Numbers
    dark: tuple[tuple[int, int, int], ...]

    def light(self, site: Site, day: int) -> float:
        """How much comes out of a site's region on a day: 1, or little in a dark stretch."""
        shut = any(region == site.region and first <= day <= last for region, first, last in self.dark)
        return self.numbers.reporting.blackout_factor if shut else 1.0


def make_scene(dice: Random, war: War, numbers: Numbers) -> Scene:
    """The war with stretches of silence drawn for it."""
    told = numbers.reporting
    regions = sorted({site.region for site in war.ground.sites})
    starts = [
        (dice.choice(regions), dice.randrange(max(1, numbers.ground.days))) for _ in range(told.blackouts)
    ]
    return Scene(war, numbers, tuple((region, day, day + told.blackout_days) for region, day in starts))


def tell(dice: Random, scene: Scene, voices: tuple[Voice, ...]) -> list[Said]:
    """Everything that the claimers say during the war, in no order."""
    found: list[Said] = []
    for voice in voices:
        for happening in scene.war.happenings:
            if _notices(dice, scene, voice, happening):
                found += [_worded(dice, scene, said) for said in _told_of(dice, scene, voice, happening)]
        found += _states(dice, scene, voice)
    found += _fights(dice, scene, voices)
    return found


def _notices(dice: Random, scene: Scene, voice: Voice, one: Happening) -> bool:
    site = scene.war.ground.sites[one.site]
    if not voice.sees(site):
        return False
    chance = voice.notices * scene.light(site, one.day) * _fame(site)
    if one.kind == LEFT or (one.kind == TAKEN and one.again):
        chance *= scene.numbers.reporting.recaptures
    if one.kind in (STRUCK, PLANNED, REPELLED):
        chance *= 0.5
    return dice.random() < chance


def _fame(site: Site) -> float:
    return min(1.0, 0.5 + 0.35 * site.fame)


def _told_of(dice: Random, scene: Scene, voice: Voice, one: Happening) -> Iterator[Said]:
    known = one.day + voice.delay(dice)
    if one.kind == STRUCK:
        kind = dice.choice((EventType.AIRSTRIKE, EventType.SHELLING))
        yield Said(voice, kind, one.site, one.actor, one.recipient, known, one.day)
    elif one.kind == BEGUN:
        if voice.side == one.actor and dice.random() < voice.ahead:
            yield Said(voice, EventType.CAPTURE, one.site, one.actor, one.recipient, known, one.day)
    elif voice.side is None:
        yield _by_neutral(dice, scene, Said(voice, TYPES[one.kind], one.site, one.actor, one.recipient,
                                            known, one.day), one)  # fmt: skip
    else:
        yield from _by_side(dice, scene, voice, one, known)


def _by_neutral(dice: Random, scene: Scene, said: Said, one: Happening) -> Said:
    """What is said as it was, or wrongly: of the next place, of another day, or the opposite."""
    if one.kind == PLANNED:
        return replace(said, factuality=Factuality.FUTURE, day=None)
    if dice.random() < said.voice.right:
        return said
    told, kind = scene.numbers.reporting, dice.random()
    if kind < told.near_misses:
        near = scene.war.ground.roads[one.site]
        return replace(said, site=dice.choice(near)) if near else said
    if kind < told.near_misses + told.wrong_days:
        off = dice.expovariate(1 / told.wrong_days_scale) * dice.choice((-1, 1))
        return replace(said, day=max(0, min(one.day + round(off), math.floor(said.known))))
    if one.kind == REPELLED:
        return replace(said, type=EventType.CAPTURE, actor=one.recipient, recipient=one.actor)
    if one.kind in CHANGES:
        return replace(said, factuality=Factuality.DENIED)
    return said


def _by_side(dice: Random, scene: Scene, voice: Voice, one: Happening, known: float) -> Iterator[Said]:
    interest, side = scene.numbers.interest, voice.side
    loser, winner = (one.actor, one.recipient) if one.kind == LEFT else (one.recipient, one.actor)
    plain = Said(voice, TYPES[one.kind], one.site, one.actor, one.recipient, known, one.day)
    if one.kind == REPELLED:
        if side == one.actor:
            yield plain
        elif side == one.recipient and dice.random() < voice.boasts:
            yield replace(plain, type=EventType.CAPTURE, actor=side, recipient=one.actor)
    elif one.kind == PLANNED:
        if side == one.actor:
            yield replace(plain, factuality=Factuality.FUTURE, day=None)
    elif side == winner or (one.kind == BESIEGED and side in (winner, loser)):
        yield plain
    elif side == loser:
        if dice.random() < voice.admits:
            yield replace(plain, known=one.day + voice.delay(dice, interest.admits_lag))
        elif one.kind != LEFT and dice.random() < voice.denies:
            later = one.day + voice.delay(dice, interest.denies_lag)
            yield replace(plain, known=later, day=None, factuality=Factuality.DENIED)


def _states(dice: Random, scene: Scene, voice: Voice) -> Iterator[Said]:
    """Statements that somebody holds a place, now and then: by what the claimer knew some days before."""
    for site in scene.war.ground.sites:
        if not voice.sees(site):
            continue
        day = dice.expovariate(voice.states * _fame(site))
        while day < scene.numbers.ground.days:
            if dice.random() < scene.light(site, int(day)):
                holder = _believed(dice, scene, voice, site.number, day)
                if holder is not None:
                    yield _worded(dice, scene, Said(voice, EventType.HOLD, site.number, holder, None, day))
            day += dice.expovariate(voice.states * _fame(site))


def _believed(dice: Random, scene: Scene, voice: Voice, site: int, day: float) -> str | None:
    held = scene.war.held[site]
    holder = held[max(0, math.floor(day - voice.delay(dice)))]
    if voice.side is not None:
        was_there = voice.side in held[max(0, int(day) - 30) : int(day) + 1]
        insists = dice.random() < scene.numbers.interest.claims_lost
        tells = was_there and (holder in (voice.side, CONTESTED) or insists)
        return voice.side if tells else None
    if holder == CONTESTED:
        return None
    if dice.random() < voice.right:
        return holder
    return dice.choice([side for side in scene.war.ground.sides if side != holder])


def _fights(dice: Random, scene: Scene, voices: tuple[Voice, ...]) -> Iterator[Said]:
    """Reports of fighting: in a battle often, elsewhere near the front now and then without one."""
    told, ground = scene.numbers.reporting, scene.war.ground
    for site in ground.sites:
        held = scene.war.held[site.number]
        watchers = [voice for voice in voices if voice.sees(site)]
        for day, holder in enumerate(held):
            around = sorted({scene.war.held[other][day] for other in ground.roads[site.number]})
            enemies = [side for side in around if side not in (holder, CONTESTED)]
            chance = told.fought if holder == CONTESTED else told.false_alarm if enemies else 0.0
            for voice in watchers if chance else ():
                if dice.random() < chance * voice.notices * scene.light(site, day) * 0.4:
                    fought = _fought(dice, scene, voice, site.number, day)
                    yield _worded(dice, scene, replace(fought, actor=dice.choice(enemies or around)))


def _fought(dice: Random, scene: Scene, voice: Voice, site: int, day: int) -> Said:
    told, kind = scene.numbers.reporting, dice.random()
    said = Said(voice, EventType.CLASH, site, None, None, day + voice.delay(dice), day)
    if kind < told.fought_outside:
        return replace(said, precision=Precision.NEAR)
    if kind < told.fought_outside + told.fought_part:
        part = dice.choice((EventType.CAPTURE, EventType.ENTRY))
        return replace(said, type=part, precision=Precision.PART)
    return said


def _worded(dice: Random, scene: Scene, said: Said) -> Said:
    """The statement with its hedge, and with its day only where the words give it."""
    told = scene.numbers.reporting
    if dice.random() >= told.exact_day:
        said = replace(said, day=None)
    if said.factuality is not Factuality.CERTAIN or said.voice.kind == "footage":
        return said
    kind = dice.random()
    if kind < told.probable:
        return replace(said, factuality=Factuality.PROBABLE)
    if kind < told.probable + told.possible:
        return replace(said, factuality=Factuality.POSSIBLE)
    return replace(said, unverified=dice.random() < told.unverified)
