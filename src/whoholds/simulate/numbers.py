"""The numbers of simulated wars, read from `data/simulate/war.toml`: none of them is the method's own."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from types import MappingProxyType
from typing import Any

from whoholds.errors import DataError, InputError

Beta = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Ground:
    """The plane, its places and regions: counts, kilometres, shares."""

    days: int
    places: int
    width_km: float
    height_km: float
    apart_km: float
    roads: int
    third_side: float
    regions: int
    quiet: float
    fame_spread: float


@dataclass(frozen=True, slots=True)
class Fighting:
    """How places change hands: chances a day, shares, and the forms of durations in days."""

    initiative_shape: float
    initiative_scale: float
    attack: float
    attack_driving: float
    won: float
    won_driving: float
    battle_lag: float
    battle_spread: float
    counter: float
    counter_shape: float
    counter_scale: float
    counter_won: float
    raid: float
    raid_stay: float
    siege_shape: float
    siege_scale: float
    strike: float
    planned: float


@dataclass(frozen=True, slots=True)
class Reporting:
    """What all reporting has in common: shares, and days of silence."""

    blackouts: int
    blackout_days: int
    blackout_factor: float
    recaptures: float
    exact_day: float
    probable: float
    possible: float
    unverified: float
    near_misses: float
    wrong_days: float
    wrong_days_scale: float
    fought: float
    fought_outside: float
    fought_part: float
    false_alarm: float


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of claimer: how many, and from what its members' own numbers are drawn."""

    words: str
    sided: bool
    count: int
    right: Beta
    notices: Beta
    lag: float
    spread: float
    states: float
    near_km: float


@dataclass(frozen=True, slots=True)
class OwnInterest:
    """What a side says of its own gains and losses: beta distributions, days, and a share."""

    ahead: Beta
    boasts: Beta
    admits: Beta
    admits_official: Beta
    admits_lag: float
    denies: Beta
    denies_lag: float
    claims_lost: float


@dataclass(frozen=True, slots=True)
class Printing:
    """Who prints what others said: beta distributions, hours, shares, days."""

    papers: int
    takes: Beta
    takes_said: Beta
    hours: float
    copied: float
    again: float
    again_days: float


@dataclass(frozen=True, slots=True)
class Numbers:
    """All numbers of a simulated war and of the reporting about it."""

    ground: Ground
    fighting: Fighting
    reporting: Reporting
    claimers: Mapping[str, Kind]
    interest: OwnInterest
    printing: Printing


@cache
def war_numbers() -> Numbers:
    """The numbers of the product. Raises `DataError` where `war.toml` is not as it must be."""
    found = resources.files("whoholds") / "data" / "simulate" / "war.toml"
    return numbers_of(found.read_text(encoding="utf-8"))


def read_numbers(path: Path) -> Numbers:
    """The numbers of a file of the same form. Raises `InputError` where it is not as it must be."""
    try:
        return numbers_of(path.read_text(encoding="utf-8"))
    except (DataError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: {error}") from error


def numbers_of(text: str) -> Numbers:
    """The numbers of a TOML text; `DataError` says what is missing or unknown in it."""
    try:
        return _built(tomllib.loads(text))
    except (tomllib.TOMLDecodeError, KeyError, TypeError) as error:
        raise DataError(
            f"The numbers of simulated wars are not as they must be ({error}). Compare with war.toml."
        ) from error


def _built(rows: Mapping[str, Any]) -> Numbers:
    return Numbers(
        ground=Ground(**rows["ground"]),
        fighting=Fighting(**rows["fighting"]),
        reporting=Reporting(**rows["reporting"]),
        claimers=MappingProxyType({name: Kind(**row) for name, row in rows["claimers"].items()}),
        interest=OwnInterest(**rows["interest"]),
        printing=Printing(**rows["printing"]),
    )
