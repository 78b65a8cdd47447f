"""Options that choose claims, the same for every command that takes them."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from typing import TYPE_CHECKING, Annotated, Any

import typer

from whoholds.cli.dates import MisuseError, a_day
from whoholds.cli.screen import say
from whoholds.kinds import EventType, Factuality, Precision

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from whoholds.database import Database
    from whoholds.exports import Filter


def a_type(name: str | None) -> str | None:
    """A callback of an option: the name of an event type. Raises MisuseError naming them."""
    if name is not None and name not in {*EventType}:
        raise MisuseError(f"The type {name[:60]!r} is not known. Give one of: {', '.join(EventType)}.")
    return name


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which claims are wanted, but for the days they speak of."""

    place: Annotated[str | None, typer.Option(help="Only at this place, or inside it.", metavar="PLACE")] = (
        None
    )
    party: Annotated[
        str | None, typer.Option(help="Only what this party does or suffers.", metavar="PARTY")
    ] = None
    claimer: Annotated[
        str | None, typer.Option(help="Only by claimers with these words.", metavar="WORDS")
    ] = None
    side: Annotated[
        str | None,
        typer.Option(
            help="Only by claimers of this side, or told by its outlets to its gain.", metavar="PARTY"
        ),
    ] = None
    outlet: Annotated[str | None, typer.Option(help="Only of this outlet.", metavar="NAME")] = None
    type: Annotated[
        str | None,
        typer.Option(help="Only of this type, such as capture.", metavar="TYPE", callback=a_type),
    ] = None
    factuality: Annotated[Factuality | None, typer.Option(help="Only as sure as this.")] = None
    precision: Annotated[Precision | None, typer.Option(help="Only lying so to the place.")] = None
    country: Annotated[
        str | None, typer.Option(help="Only in this country (ISO code of two letters).", metavar="CODE")
    ] = None
    published_since: Annotated[
        str | None, typer.Option(help="Only published on this day or later.", metavar="DATE", callback=a_day)
    ] = None
    published_until: Annotated[
        str | None,
        typer.Option(help="Only published on this day or earlier.", metavar="DATE", callback=a_day),
    ] = None


@dataclass(frozen=True, slots=True)
class Wanted(Chosen):
    """Which claims are wanted, and so the places they are about."""

    since: Annotated[
        str | None, typer.Option(help="Only claims of this day or later.", metavar="DATE", callback=a_day)
    ] = None
    until: Annotated[
        str | None, typer.Option(help="Only claims of this day or earlier.", metavar="DATE", callback=a_day)
    ] = None

    def filter(self) -> Filter:
        """As the library takes it. Raises MisuseError for days in the wrong order."""
        return _filter(self, ("since", "until"))


@dataclass(frozen=True, slots=True)
class OnPage(Chosen):
    """The same where `--since` and `--until` are the days that a page draws."""

    claims_since: Annotated[
        str | None, typer.Option(help="Only claims of this day or later.", metavar="DATE", callback=a_day)
    ] = None
    claims_until: Annotated[
        str | None, typer.Option(help="Only claims of this day or earlier.", metavar="DATE", callback=a_day)
    ] = None

    def filter(self) -> Filter:
        """As the library takes it. Raises MisuseError for days in the wrong order."""
        return _filter(self, ("claims_since", "claims_until"))


def told_unmet(database: Database, wanted: Filter, **known: Any) -> None:
    """Tell, on standard error, of each value that no claim has: a filter that is misspelt keeps nothing."""
    for words in database.unmet(wanted, **known):
        say(words)


def _filter(asked: Chosen, days: tuple[str, str]) -> Filter:
    from whoholds.exports import Filter

    same = {one.name: value for one in fields(Chosen) if (value := getattr(asked, one.name)) is not None}
    given = asdict(asked)
    since, until = days_in_order(given, *days)
    first, last = days_in_order(given, "published_since", "published_until")
    return Filter(
        **{**same, "since": since, "until": until, "published_since": first, "published_until": last}
    )


def days_in_order(given: Mapping[str, str | None], *names: str) -> tuple[date | None, date | None]:
    """Two options as days. Raises MisuseError where the first lies after the second."""
    from whoholds.errors import InputError
    from whoholds.exports.filters import in_order
    from whoholds.reports.dates import parse_day

    first, last = (parse_day(day) if (day := given[name]) else None for name in names)
    try:
        in_order(first, last, *(f"--{name.replace('_', '-')}" for name in names))
    except InputError as error:
        raise MisuseError(str(error)) from error
    return first, last
