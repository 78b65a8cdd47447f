"""The command `draw`: the map of a day, or of many days, as a picture."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from whoholds.cli.dates import MisuseError, a_day
from whoholds.cli.filtering import Wanted, told_unmet
from whoholds.cli.opening import reading
from whoholds.cli.options import Clocks, Knowledge, grouped
from whoholds.cli.output_file import write_file
from whoholds.cli.screen import say, told_place

if TYPE_CHECKING:
    from whoholds.database.mapping import Course
    from whoholds.exports.map_svg import Look

FORMS = (".svg", ".png", ".webp")
_COLOUR = re.compile(r"(.+)=(#[0-9A-Fa-f]{6})")


def a_picture(path: Path) -> Path:
    """A callback of an argument: a file whose suffix names a form of picture. Raises MisuseError."""
    if path.suffix.lower() not in FORMS:
        raise MisuseError(
            f"{path.name} is not the name of a picture that is drawn. Let it end in {', '.join(FORMS)}."
        )
    return path


def colours(given: list[str] | None) -> list[str] | None:
    """A callback of an option: each is PARTY=#rrggbb. Raises MisuseError."""
    for words in given or ():
        if _COLOUR.fullmatch(words) is None:
            raise MisuseError(f"{words[:60]!r} is no colour of a party. Give it as 'M23=#332288'.")
    return given


@dataclass(frozen=True, slots=True)
class Styled:
    """How the picture looks."""

    title: Annotated[str | None, typer.Option(help="The title of the picture.", metavar="WORDS")] = None
    width: Annotated[
        int | None,
        typer.Option(help="Pixels; without it 1200, of an animation 900.", metavar="N", min=320, max=4000),
    ] = None
    height: Annotated[
        int | None,
        typer.Option(help="Pixels; without it as high as needed.", metavar="N", min=320, max=4000),
    ] = None
    colour: Annotated[
        list[str] | None,
        typer.Option(
            help="A colour for a party, in place of the palette's; may be repeated.",
            metavar="PARTY=#RRGGBB",
            callback=colours,
        ),
    ] = None

    def look(self, width: int) -> Look:
        """As the library takes it; `width` where none was given."""
        from whoholds.exports.map_svg import Look

        parts = [_COLOUR.fullmatch(words) for words in self.colour or ()]
        chosen = {one[1]: one[2] for one in parts if one is not None}
        return Look(self.title, self.width or width, self.height, chosen)


@dataclass(frozen=True, slots=True)
class Moving:
    """The days of an animation."""

    first: Annotated[
        str | None,
        typer.Option("--from", help="Animate (.webp): the first day.", metavar="DATE", callback=a_day),
    ] = None
    last: Annotated[
        str | None,
        typer.Option("--to", help="Animate: the last day.", metavar="DATE", callback=a_day),
    ] = None
    step: Annotated[int, typer.Option(help="Animate: every how many days.", metavar="DAYS", min=1)] = 1
    seconds: Annotated[
        float, typer.Option(help="Animate: how long a day is shown.", metavar="S", min=0.02, max=60)
    ] = 0.5
    then: Annotated[
        bool, typer.Option("--as-known-then", help="Animate: each day by what had been published by its end.")
    ] = False

    def is_wanted(self, on: str | None, suffix: str) -> bool:
        """True for an animation. Raises MisuseError where the options do not fit together."""
        if (self.first is None) != (self.last is None):
            raise MisuseError("An animation needs both days: give --from and --to.")
        if self.first is None:
            if self.then:
                raise MisuseError("--as-known-then is for animations: give --from and --to, or use --as-of.")
            return False
        if suffix.lower() != ".webp":
            raise MisuseError("An animation is written as .webp only. Name such a file.")
        if on is not None:
            raise MisuseError("An animation shows many days: give --from and --to, or --on, not both.")
        return True

    def course(self) -> Course:
        """As the library takes it."""
        from whoholds.database.mapping import Course

        return Course(self.first or "", self.last or "", self.step, self.then, self.seconds)


@grouped
def draw(  # noqa: PLR0913 - a file, and groups of options
    ctx: typer.Context,
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE.svg|.png|.webp",
            help="The picture to write, in the form of its suffix.",
            callback=a_picture,
        ),
    ],
    clocks: Clocks,
    styled: Styled,
    moving: Moving,
    wanted: Wanted,
) -> None:
    """Draw the map of a day as a picture, or of many days as an animation. Private names are withheld."""
    many = moving.is_wanted(clocks.on, file.suffix)
    known, chosen = Knowledge(clocks.as_of, clocks.recorded).known, wanted.filter()
    with reading(ctx) as database:
        told_place(database, wanted.place, **known)
        told_unmet(database, chosen, **known)
        say("Drawing …")
        if many:
            asked = known | {"filter": chosen, "look": styled.look(900)}
            moved = database.animation(moving.course(), **asked)
            findings, made = list(moved.findings), moved.webp
        else:
            found = database.map(**clocks.all, filter=chosen, look=styled.look(1200))
            findings, made = found.findings, found.bytes_of(file.suffix)
    for words in findings:
        say(words)
    write_file(file, made)
    say(f"Written: {file}")
