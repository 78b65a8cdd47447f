"""The numbers of the method, read from `data/ontology/control.toml` and checked as they are read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from functools import cache
from types import MappingProxyType
from typing import Any

from whoholds.errors import DataError
from whoholds.lexicon import read_ontology
from whoholds.model import Factuality, content_key

CLAIMER_CLASSES = (
    "reporter", "monitor", "media", "official", "resident", "other", "outsider", "unnamed", "own_gain",
    "denied_loss", "admission", "sympathiser", "imagery_verified", "imagery_unverified", "baseline",
)  # fmt: skip
ACT_RATIOS = (
    "fighting", "fighting_side", "fighting_near", "air_strike", "air_strike_near", "shelling",
    "shelling_near", "not_yet",
)  # fmt: skip
ACTS = ("takes", "holds", "restates", "leaves", "denies", "not")
WORD_CLASSES = (
    "imagery",
    "verified",
    "negated",
    "monitor",
    "agencies",
    "media",
    "official",
    "pronouns",
    "sympathiser",
    "speaking_for",
    "resident",
)


@dataclass(frozen=True, slots=True)
class Ratio:
    """A likelihood ratio (dimensionless, > 0), the words for it, and why it has this value."""

    name: str
    value: float
    label: str
    reason: str


@dataclass(frozen=True, slots=True)
class Shares:
    """Parts (0 to 1) of a claim's weight that go to a second state, or that count of what is near or late."""

    entry_actor: float
    left_contested: float
    repel_near: float
    late: float


@dataclass(frozen=True, slots=True)
class Flow:
    """Share (0 to 1) of the other states' probability that a full-weight claim moves before it is weighed.

    `late`: the part of its share that a change moves which may be told late.
    """

    change: float
    admitted: float
    state: float
    late: float


@dataclass(frozen=True, slots=True)
class Redundancy:
    """How little a repetition counts: days, nats and factors."""

    window_days: int
    extra: float
    extra_cap: float
    repeat_days: float
    change_of_mind: float
    family_nats: float
    boast_nats: float
    boast_days: float


@dataclass(frozen=True, slots=True)
class Hazard:
    """Rates per day at full pace: from a party to contested, from a party to another, out of contested, and
    out of it while somebody stands by his word that the place is contested.
    """

    to_contested: float
    to_other: float
    from_contested: float
    from_standing: float


@dataclass(frozen=True, slots=True)
class Region:
    """How a change of hands moves the war around it.

    `quiet`: the pace (0 to 1 of the full one) where none ever was near; `near_km`: a change so far away
    counts half, twice as far a quarter; `province`, `country`: how much (0 to 1) one in the same province
    counts whose distance is not known, and any in the country at the least; `least`: one that raises the heat
    by less counts nothing; `fighting`, `fighting_near`: how much (0 to 1) fighting in the place and beside it
    counts; `fade_days`: after so many days 1/e of it is left; `moves`: the heat (0 to 1) from
    which on a war is called moving.
    """

    quiet: float
    near_km: float
    province: float
    country: float
    least: float
    fighting: float
    fighting_near: float
    fade_days: float
    moves: float


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """What the places around weigh, where they are asked at all.

    `near_km`: one so far away counts half, twice as far a quarter; one that would count less than `least`
    counts nothing. `each_nats`: one neighbour says at most so much, `share` of what they say together
    counts, `cap_nats` at most; after `fade_days` 1/e of a claim is left.
    """

    near_km: float
    least: float
    each_nats: float
    share: float
    cap_nats: float
    fade_days: float


@dataclass(frozen=True, slots=True)
class Time:
    """Days (and hours) after which evidence ages into something else."""

    attack_days: int
    reversal_days: int
    reversal: float
    back_days: int
    back: float
    late_days: int
    undone_days: int
    horizon_moving: int
    horizon_quiet: int
    reported_hours: int
    story_days: int


@dataclass(frozen=True, slots=True)
class Status:
    """Thresholds of the words used: probabilities, independent origins, what makes an origin count, and
    within how many days one side's word stands against the other's."""

    held: float
    leaning: float
    origins: int
    origin_nats: float
    dispute_days: int


@dataclass(frozen=True, slots=True)
class Table:
    """All numbers of the method. `version` is a hash of them, a part of the name of a method.

    `acts`: ratios by class and act ("own_gain/holds"), where an act weighs otherwise than its class does.
    `learnt`: ratios by class of claimer × interest × act, which stand in place of both.
    """

    ratios: Mapping[str, Ratio]
    acts: Mapping[str, Ratio]
    admiralty: Mapping[str, str]
    hedges: Mapping[str, float]
    readers: Mapping[str, float]
    shares: Shares
    flow: Flow
    redundancy: Redundancy
    prior: float
    hazard: Hazard
    region: Region
    neighbours: Neighbourhood
    time: Time
    status: Status
    words: Mapping[str, frozenset[str]]
    version: str
    learnt: Mapping[str, Ratio] = field(default_factory=dict)

    def starting(self, kind: str, act: str) -> Ratio:
        """The ratio of a class of claimer for what it does, one of `ACTS`; who restates holds."""
        acts = ("restates", "holds") if act == "restates" else (act,)
        return next(
            (self.acts[name] for one in acts if (name := f"{kind}/{one}") in self.acts), self.ratios[kind]
        )

    def with_learnt(self, learnt: Mapping[str, Ratio]) -> Table:
        """The same table, with what was learnt laid over it."""
        return replace(self, learnt=MappingProxyType(dict(learnt)))


@cache
def control_table() -> Table:
    """The table of the product. Raises `DataError` where `control.toml` is not as it must be."""
    return table_of(read_ontology("control"))


def table_of(rows: Mapping[str, Any]) -> Table:
    """A checked table from the sections of a `control.toml`; `DataError` says which number is wrong."""
    try:
        table = _built(rows)
    except (KeyError, TypeError, AttributeError) as error:
        raise DataError(
            f"control.toml lacks a section or number ({error}); restore it from the package."
        ) from error
    _check(table)
    return table


def _built(rows: Mapping[str, Any]) -> Table:
    return Table(
        ratios=MappingProxyType({name: Ratio(name, **row) for name, row in rows["ratios"].items()}),
        acts=MappingProxyType(
            {
                f"{kind}/{act}": Ratio(kind, **row)
                for kind, acts in rows["acts"].items()
                for act, row in acts.items()
            }
        ),
        admiralty=MappingProxyType(dict(rows["admiralty"])),
        hedges=MappingProxyType(dict(rows["hedges"])),
        readers=MappingProxyType(dict(rows["readers"])),
        shares=Shares(**rows["shares"]),
        flow=Flow(**rows["flow"]),
        redundancy=Redundancy(**rows["redundancy"]),
        prior=rows["prior"]["baseline"],
        hazard=Hazard(**rows["hazard"]),
        region=Region(**rows["region"]),
        neighbours=Neighbourhood(**rows["neighbours"]),
        time=Time(**rows["time"]),
        status=Status(**rows["status"]),
        words=MappingProxyType({name: frozenset(words) for name, words in rows["words"].items()}),
        version=content_key("control", repr(rows)),
    )


def _check(table: Table) -> None:
    _require(
        set(table.ratios) == {*CLAIMER_CLASSES, *ACT_RATIOS}, "ratios must name exactly the known claims"
    )
    known_acts = {f"{kind}/{act}" for kind in CLAIMER_CLASSES for act in ACTS}
    _require(set(table.acts) <= known_acts, "acts must name known classes of claimers and acts")
    ratios = (*table.ratios.values(), *table.acts.values())
    _require(all(ratio.value > 0 for ratio in ratios), "every ratio must be above 0")
    _require(
        set(table.admiralty) == set(CLAIMER_CLASSES), "admiralty must name exactly the classes of claimers"
    )
    _require(set(table.admiralty.values()) <= set("ABCDEF"), "admiralty letters are A to F")
    hedged = {value.value for value in Factuality if value is not Factuality.FUTURE}
    _require(set(table.hedges) == {*hedged, "unverified"}, "hedges must name every factuality but future")
    _require(
        all(0.03 <= rate < 0.5 for rate in table.readers.values()), "readers' error rates lie in .03 to .5"
    )
    _require("default" in table.readers, "readers need a default error rate")
    _require(set(table.words) == set(WORD_CLASSES), "words must name exactly the classes read from words")
    parts = (*table.hedges.values(), table.prior, *_numbers(table.shares), *_numbers(table.flow))
    _require(all(0 <= part <= 1 for part in parts), "hedges, shares, flows and the prior lie in 0 to 1")
    numbers = (table.redundancy, table.hazard, table.region, table.neighbours, table.time, table.status)
    _require(
        all(number > 0 for part in numbers for number in _numbers(part)), "rates and times must be above 0"
    )
    region = table.region
    parts = (region.quiet, region.province, region.country, region.least, region.moves)
    _require(all(part <= 1 for part in parts), "the numbers of a region are at most 1")
    _require(0.5 < table.status.leaning < table.status.held < 1, "status needs .5 < leaning < held < 1")


def _numbers(part: Any) -> tuple[float, ...]:
    return tuple(float(getattr(part, field.name)) for field in fields(part))


def _require(true: bool, sentence: str) -> None:
    if not true:
        raise DataError(f"control.toml: {sentence}; correct the file or restore it from the package.")
