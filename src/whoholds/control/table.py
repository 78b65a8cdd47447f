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
    "denied_loss", "admission", "imagery_verified", "imagery_unverified", "baseline",
)  # fmt: skip
ACT_RATIOS = (
    "fighting", "fighting_side", "fighting_near", "air_strike", "air_strike_near", "shelling",
    "shelling_near", "not_yet",
)  # fmt: skip
WORD_CLASSES = ("imagery", "verified", "negated", "monitor", "agencies", "media", "official", "resident")


@dataclass(frozen=True, slots=True)
class Ratio:
    """A likelihood ratio (dimensionless, > 0), the words for it, and why it has this value."""

    name: str
    value: float
    label: str
    reason: str


@dataclass(frozen=True, slots=True)
class Shares:
    """Parts (0 to 1) of a claim's weight that go to a second state."""

    entry_actor: float
    left_contested: float
    repel_near: float


@dataclass(frozen=True, slots=True)
class Flow:
    """Share (0 to 1) of the other states' probability that a full-weight claim moves before it is weighed."""

    change: float
    admitted: float
    state: float


@dataclass(frozen=True, slots=True)
class Redundancy:
    """How little a repetition counts: days, nats and factors."""

    window_days: int
    extra: float
    extra_cap: float
    repeat_days: float
    change_of_mind: float
    family_nats: float


@dataclass(frozen=True, slots=True)
class Hazard:
    """Rates per day: from a party to contested, from a party to another one, out of contested."""

    to_contested: float
    to_other: float
    from_contested: float

    def times(self, factor: float) -> Hazard:
        """The same hazard, so many times faster out of a party's hands."""
        return Hazard(self.to_contested * factor, self.to_other * factor, self.from_contested)


@dataclass(frozen=True, slots=True)
class Time:
    """Days (and hours) after which evidence ages into something else."""

    moving_days: int
    reversal_days: int
    reversal: float
    horizon_moving: int
    horizon_quiet: int
    reported_hours: int
    story_days: int


@dataclass(frozen=True, slots=True)
class Status:
    """Thresholds of the words used: probabilities, independent origins, and what makes an origin count."""

    held: float
    leaning: float
    origins: int
    origin_nats: float


@dataclass(frozen=True, slots=True)
class Table:
    """All numbers of the method. `version` is a hash of them, a part of the name of a method.

    `learnt`: ratios by class of claimer × interest × act, which stand in place of those of the class.
    """

    ratios: Mapping[str, Ratio]
    admiralty: Mapping[str, str]
    hedges: Mapping[str, float]
    readers: Mapping[str, float]
    shares: Shares
    flow: Flow
    redundancy: Redundancy
    prior: float
    moving: Hazard
    quiet: Hazard
    time: Time
    status: Status
    words: Mapping[str, frozenset[str]]
    version: str
    learnt: Mapping[str, Ratio] = field(default_factory=dict)

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
        admiralty=MappingProxyType(dict(rows["admiralty"])),
        hedges=MappingProxyType(dict(rows["hedges"])),
        readers=MappingProxyType(dict(rows["readers"])),
        shares=Shares(**rows["shares"]),
        flow=Flow(**rows["flow"]),
        redundancy=Redundancy(**rows["redundancy"]),
        prior=rows["prior"]["baseline"],
        moving=Hazard(**rows["hazard"]["moving"]),
        quiet=Hazard(**rows["hazard"]["quiet"]),
        time=Time(**rows["time"]),
        status=Status(**rows["status"]),
        words=MappingProxyType({name: frozenset(words) for name, words in rows["words"].items()}),
        version=content_key("control", repr(rows)),
    )


def _check(table: Table) -> None:
    _require(
        set(table.ratios) == {*CLAIMER_CLASSES, *ACT_RATIOS}, "ratios must name exactly the known claims"
    )
    _require(all(ratio.value > 0 for ratio in table.ratios.values()), "every ratio must be above 0")
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
    numbers = (table.redundancy, table.moving, table.quiet, table.time, table.status)
    _require(
        all(number > 0 for part in numbers for number in _numbers(part)), "rates and times must be above 0"
    )
    _require(0.5 < table.status.leaning < table.status.held < 1, "status needs .5 < leaning < held < 1")


def _numbers(part: Any) -> tuple[float, ...]:
    return tuple(float(getattr(part, field.name)) for field in fields(part))


def _require(true: bool, sentence: str) -> None:
    if not true:
        raise DataError(f"control.toml: {sentence}; correct the file or restore it from the package.")
