"""What may be asked: the parameters of the query, each with its form. Others are refused."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from enum import Enum
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from whoholds.control.profiles import profiles
from whoholds.exports import Filter
from whoholds.exports.filters import Wanted as Asked
from whoholds.exports.filters import in_order
from whoholds.exports.map_svg import LARGEST, SMALLEST
from whoholds.model import EventType, Factuality, Precision

_LEAP = r"(?:(?:19|20|21)(?:0[48]|[2468][048]|[13579][26])|2000)-02-29"
_PLAIN = (
    r"(?:19|20|21)[0-9]{2}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
    r"|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))"
)
DAY = rf"(?:{_PLAIN}|{_LEAP})"
ZONE = r"(?:Z|[+-](?:0[0-9]|1[0-4]):[0-5][0-9])"
MOMENT = rf"{DAY}(?:T(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?{ZONE}?)?"
WORDS = 200  # characters of a word asked for

Day = Annotated[str, Field(pattern=f"^{DAY}$", examples=["2021-08-09"])]
Moment = Annotated[str, Field(pattern=f"^{MOMENT}$", examples=["2021-08-09", "2021-08-09T14:30:00+04:30"])]
Sequence = Annotated[str, Field(pattern=f"^(?:[0-9]{{1,18}}|{MOMENT})$", examples=["12"])]
Words = Annotated[str, Field(min_length=1, max_length=WORDS)]
Limit = Annotated[int, Field(ge=1, le=1000)]
Cursor = Annotated[str, Field(pattern="^[A-Za-z0-9_-]{1,400}$")]
Country = Annotated[str, Field(pattern="^[A-Za-z]{2}$")]
ProfileName = Annotated[str, Field(json_schema_extra={"enum": list(profiles())})]

SEVERAL = 50  # values of one filter
REPEATED = frozenset(
    ("place", "party", "claimer", "side", "outlet", "type", "factuality", "precision", "country")
)  # those that may be given several times
Value = TypeVar("Value")
Some = Annotated[list[Value], Field(max_length=SEVERAL)] | None


def some(given: Iterable[str] | None) -> Asked:
    """The values of a filter as the library takes them, each once."""
    values = tuple(dict.fromkeys(str(one.value) if isinstance(one, Enum) else one for one in given or ()))
    return None if not values else values[0] if len(values) == 1 else values


def _said(words: str, **more: Any) -> Any:
    return Field(default=None, description=words, **more)


def _days(asked: BaseModel, *names: str) -> tuple[date | None, date | None]:
    """Two parameters as days. Raises InputError where the first lies after the second."""
    given = (getattr(asked, name) for name in names)
    first, last = (date.fromisoformat(one) if one is not None else None for one in given)
    in_order(first, last, *names)
    return first, last


class Knowledge(BaseModel):
    """The two clocks of knowledge."""

    model_config = ConfigDict(extra="forbid")

    as_of: Moment | None = _said("Only what had been published by this day (its end, UTC) or moment.")
    recorded: Sequence | None = _said("Only what the record held at this ledger sequence or moment.")

    def known(self, seq: int) -> dict[str, Any]:
        """As the library takes them; `seq` is the sequence that counts where none is asked for."""
        given = self.recorded
        return {"as_of": self.as_of, "recorded": seq if given is None else _number(given)}


def _number(given: str) -> int | str:
    return int(given) if given.isdigit() else given


class Nothing(BaseModel):
    """No parameter."""

    model_config = ConfigDict(extra="forbid")


class Clocks(Knowledge):
    """All three clocks."""

    on: Day | None = _said("The day asked about; without it, the last day known of.")

    def clocks(self, seq: int) -> dict[str, Any]:
        """As the library takes them."""
        return {"on": self.on, **self.known(seq)}


class Chosen(Knowledge):
    """Which claims are wanted; states are worked out from all claims, whatever is wanted.

    A parameter of `REPEATED` may be given several times: one of its values is enough.
    """

    place: Some[Words] = _said("Only at this place (name or id), or inside it.")
    party: Some[Words] = _said("Only what this party does or has done to it.")
    claimer: Some[Words] = _said("Only by claimers with these words.")
    side: Some[Words] = _said("Only by claimers of this side, or told by its outlets to its gain.")
    outlet: Some[Words] = _said("Only of this outlet.")
    type: Some[EventType] = _said("Only of this type.")
    factuality: Some[Factuality] = _said("Only as sure as this.")
    precision: Some[Precision] = _said("Only lying so to the place.")
    country: Some[Country] = _said("Only in this country (ISO 3166-1 code of two letters).")
    published_since: Day | None = _said("Only published on this day or later.")
    published_until: Day | None = _said("Only published on this day or earlier.")

    def filter(self) -> Filter:
        """As the library takes it. Raises InputError for days in the wrong order."""
        since, until = _days(self, "published_since", "published_until")
        return Filter(
            place=some(self.place), party=some(self.party), claimer=some(self.claimer), side=some(self.side),
            outlet=some(self.outlet), type=some(self.type), factuality=some(self.factuality),
            precision=some(self.precision), country=some(self.country),
            published_since=since, published_until=until,
        )  # fmt: skip


class Wanted(Chosen):
    """The same, and the days that claims speak of."""

    since: Day | None = _said("Only of this day or later.")
    until: Day | None = _said("Only of this day or earlier.")

    def filter(self) -> Filter:
        """As the library takes it. Raises InputError for days in the wrong order."""
        since, until = _days(self, "since", "until")
        return replace(super().filter(), since=since, until=until)


class Filters(Wanted, Clocks):
    """The clocks, and which claims are wanted."""


class Paged(Filters):
    """The same, in pages."""

    limit: Limit = Field(default=100, description="At most so many rows.")
    cursor: Cursor | None = _said("What `next` of the page before gave.")


class Profiled(Clocks):
    """The clocks, and what "controls" means."""

    profile: ProfileName | None = _said('What "controls" means: a name of a profile.')


class ControlAsked(Filters):
    """Of all places."""

    profile: ProfileName | None = _said('What "controls" means: a name of a profile.')
    parts: bool = Field(default=False, description="Each part of a place (an airport) after its place.")


class SearchAsked(Clocks):
    """A place by its name, or the beginning of it."""

    q: Words = Field(description="A name in any spelling, or how it begins.")
    limit: Annotated[int, Field(ge=1, le=100)] = Field(default=20, description="At most so many places.")


class DiffAsked(Knowledge):
    """Two days, each as known at its moment (else at `as_of`), and which places are wanted."""

    model_config = ConfigDict(extra="forbid", populate_by_name=False)

    from_: Day = Field(alias="from", description="The first day.")
    to: Day = Field(description="The second day.")
    from_as_of: Moment | None = _said("The first day as known at this moment.")
    to_as_of: Moment | None = _said("The second day as known at this moment.")
    place: Some[Words] = _said("Only this place (name or id), or inside it.")
    party: Some[Words] = _said("Only where this party holds it, or is likely to, in one of the two.")
    country: Some[Country] = _said("Only in this country (ISO 3166-1 code of two letters).")
    profile: ProfileName | None = _said('What "controls" means: a name of a profile.')


class FeedAsked(Filters):
    """Which changes are fed."""

    limit: Annotated[int, Field(ge=1, le=1000)] = Field(default=100, description="At most so many entries.")


Pixels = Annotated[int, Field(ge=SMALLEST, le=LARGEST)]


class PictureAsked(Filters):
    """The map of a day as a picture."""

    title: Words | None = _said("The title of the picture.")
    width: Pixels = Field(default=1200, description="Pixels wide.")


class AnimationAsked(Wanted):
    """The maps of many days, one after another."""

    model_config = ConfigDict(extra="forbid", populate_by_name=False)

    from_: Day = Field(alias="from", description="The first day.")
    to: Day = Field(description="The last day.")
    step: Annotated[int, Field(ge=1, le=366)] = Field(default=1, description="Days from one to the next.")
    then: bool = Field(default=False, description="Each day as known at its end.")
    title: Words | None = _said("The title of the pictures.")
    width: Pixels = Field(default=900, description="Pixels wide.")


class PageDays(Chosen):
    """The days that the page covers, and which claims stand on it."""

    since: Day | None = _said("The first day drawn.")
    until: Day | None = _said("The last day drawn.")
    claims_since: Day | None = _said("Only claims of this day or later.")
    claims_until: Day | None = _said("Only claims of this day or earlier.")

    def filter(self) -> Filter:
        """As the library takes it. Raises InputError for days in the wrong order."""
        since, until = _days(self, "claims_since", "claims_until")
        return replace(super().filter(), since=since, until=until)


class PageAsked(PageDays):
    """What the page is to cover."""

    on: Day | None = _said("The day that the page opens on.")
    title: Words | None = _said("The title of the page.")


_FIRST = (
    "What can be shown soon: of a large record only the states of knowledge since the day the page opens on "
    "(`meta.knows_from`), until the whole, which the same address gives without it, was made."
)


class FrameAsked(PageAsked):
    """The frame of the page."""

    first: bool = Field(default=False, description=_FIRST)


class PartAsked(PageDays):
    """The part of a place."""

    newest: bool = Field(default=False, description="Of the frame that has `meta.knows_from`.")


class FacetsAsked(Filters):
    """Which claims are counted."""

    limit: Limit = Field(default=100, description="At most so many values of each filter.")
