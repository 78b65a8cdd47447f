"""Options that several commands share, as dataclasses: `@grouped` takes them apart for the parser."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, get_type_hints

import typer

from whoholds.cli.dates import WHOLE_NUMBER, MisuseError, a_day, a_moment, a_sequence

if TYPE_CHECKING:
    from whoholds.reports import Given

Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="The file to write; else standard output."),
]


PlaceName = Annotated[str, typer.Argument(metavar="PLACE", help="A name in any spelling, or an id.")]


def a_profile(name: str | None) -> str | None:
    """A callback of an option: the name of a profile that there is. Raises MisuseError naming them."""
    from whoholds.control.profiles import profile_named
    from whoholds.errors import InputError

    try:
        return None if name is None else profile_named(name).name
    except InputError as error:
        raise MisuseError(str(error)) from error


ProfileName = Annotated[
    str | None,
    typer.Option(
        "--profile",
        help='What "controls" means: a name of `whoholds profiles`; without it, the first of them.',
        metavar="NAME",
        callback=a_profile,
    ),
]
AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        help="Only what had been published by this day or moment.",
        metavar="MOMENT",
        callback=a_moment,
    ),
]
RecordedAt = Annotated[
    str | None,
    typer.Option(
        help="Only what this record held at this ledger sequence or moment.",
        metavar="SEQ",
        callback=a_sequence,
    ),
]


MethodName = Annotated[
    str | None,
    typer.Option(help="Of an answer's name: refuse to answer by another method.", metavar="NAME"),
]


@dataclass(frozen=True, slots=True)
class Clocks:
    """The clocks of a question: true on a day, as published by a moment, as recorded at a sequence."""

    on: Annotated[
        str | None,
        typer.Option(
            help="The day asked about, YYYY-MM-DD; without it, the last day known.",
            metavar="DATE",
            callback=a_day,
        ),
    ] = None
    as_of: AsOf = None
    recorded: RecordedAt = None

    @property
    def all(self) -> dict[str, Any]:
        """The three clocks, as the library takes them."""
        return {"on": self.on, **Knowledge(self.as_of, self.recorded).known}


Neighbours = Annotated[
    bool,
    typer.Option("--neighbours", help="What is told of the places around counts too, as one capped line."),
]


@dataclass(frozen=True, slots=True)
class By:
    """What "controls" means in the answers, and by which method they must be given."""

    profile: ProfileName = None
    method: MethodName = None
    neighbours: Neighbours = False

    @property
    def all(self) -> dict[str, Any]:
        """As the library takes them."""
        return {"profile": self.profile, "method": self.method, "neighbours": self.neighbours}


@dataclass(frozen=True, slots=True)
class Meaning:
    """What "controls" means in the answers, by which method, and which units they are about."""

    profile: ProfileName = None
    method: MethodName = None
    profiles: Annotated[
        bool, typer.Option("--profiles", help='One place by each meaning of "controls", side by side.')
    ] = False
    parts: Annotated[
        bool, typer.Option("--parts", help="Each part of a place (an airport, a base) after its place.")
    ] = False
    neighbours: Neighbours = False

    @property
    def by(self) -> dict[str, Any]:
        """Profile and method as the library takes them."""
        return {"profile": self.profile, "method": self.method}


@dataclass(frozen=True, slots=True)
class Knowledge:
    """The two clocks of knowledge, for questions that are not about one day."""

    as_of: AsOf = None
    recorded: RecordedAt = None

    @property
    def known(self) -> dict[str, Any]:
        """As the library takes them."""
        return {"as_of": self.as_of, "recorded": _sequence(self.recorded)}


def _sequence(words: str | None) -> int | str | None:
    return int(words) if words is not None and WHOLE_NUMBER.fullmatch(words) else words


def given_of(outlet: str | None, published: str | None) -> Given:
    """What is said of reports that do not say it themselves. Raises InputError for an unclear date."""
    from whoholds.reports import Given, parse_published

    return Given(outlet, parse_published(published) if published is not None else None)


def grouped(command: Callable[..., None]) -> Callable[..., None]:
    """Let a command take a dataclass of options: each field becomes an option of its own."""
    hints = get_type_hints(command, include_extras=True)
    groups: dict[str, Any] = {name: kind for name, kind in hints.items() if is_dataclass(kind)}

    @functools.wraps(command)
    def taking(*args: Any, **given: Any) -> None:
        packed: dict[str, Any] = {
            name: kind(**{one.name: given.pop(one.name) for one in fields(kind)})
            for name, kind in groups.items()
        }
        command(*args, **given, **packed)

    parameters = [
        one
        for name, old in inspect.signature(command).parameters.items()
        for one in _taken_apart(name, old, hints)
    ]
    taking.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    taking.__annotations__ = {one.name: one.annotation for one in parameters}
    del taking.__wrapped__
    return taking


def _taken_apart(name: str, old: inspect.Parameter, hints: dict[str, Any]) -> list[inspect.Parameter]:
    kind = hints.get(name)
    if not is_dataclass(kind):
        default = old.default
        return [inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=kind)]
    inner = get_type_hints(kind, include_extras=True)
    return [
        inspect.Parameter(
            one.name, inspect.Parameter.KEYWORD_ONLY, default=_default(one), annotation=inner[one.name]
        )
        for one in fields(kind)
    ]


def _default(one: Field[Any]) -> Any:
    return inspect.Parameter.empty if one.default is MISSING else one.default
