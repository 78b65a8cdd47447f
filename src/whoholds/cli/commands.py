"""How commands are found and how they end: exit codes, one sentence for an error, a quiet end of a pipe."""

from __future__ import annotations

import sys
from typing import Any, NoReturn

import typer
from typer.core import TyperGroup

from whoholds.cli.dates import MisuseError
from whoholds.cli.exits import STOPPED
from whoholds.cli.screen import hush, say
from whoholds.cli.stopping import end_in_order
from whoholds.errors import WhoholdsError

TWO_WORDS = frozenset({"claims import", "claimers grade", "claimers grades", "evaluate control"})
"""Commands of two words whose first word is a command of its own."""
UsageError: type[Exception] = typer.BadParameter.__bases__[0]  # the parser's own, wherever typer keeps it


class Commands(TyperGroup):
    """The commands of whoholds. `--db FILE` may stand before or after the command."""

    def make_context(self, *given: Any, **more: Any) -> Any:
        """Take the command line apart; what is wrong with it is told in one sentence."""
        try:
            return super().make_context(*given, **more)
        except UsageError as error:
            _misused(error)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Bring `--db` to the front, wherever it was written."""
        return super().parse_args(ctx, _db_first(args))

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find the command; two words where they name one."""
        name = " ".join(args[:2])
        return super().resolve_command(ctx, [name, *args[2:]] if name in TWO_WORDS else args)

    def invoke(self, ctx: Any) -> Any:
        """Run the command; turn what goes wrong into a sentence and an exit code."""
        end_in_order()
        try:
            value = super().invoke(ctx)
            sys.stdout.flush()
        except WhoholdsError as error:
            _fail(str(error), error.exit_code)
        except UsageError as error:
            _misused(error)
        except KeyboardInterrupt:
            _fail("Stopped.", STOPPED)
        except BrokenPipeError:
            hush()
            raise typer.Exit(0) from None
        except OSError as error:
            what = "" if error.filename is None else f" {error.filename}"
            said = error.strerror or error
            _fail(f"The system refused{what}: {said}. Check disk, files and permissions.", 1)
        return value


def _misused(error: Exception) -> NoReturn:
    """Say what is wrong with a command line, and where its help is; without any words the help was shown."""
    context, told = getattr(error, "ctx", None), str(getattr(error, "format_message", error.__str__)())
    if type(error).__name__ == "NoArgsIsHelpError":
        raise error
    sentence = told.replace("Value error, ", "")
    end = "" if sentence.endswith((".", "?", "!")) else "."
    command = "whoholds" if context is None else context.command_path
    _fail(f"{sentence}{end} Help: {command} --help", MisuseError.exit_code)


def _fail(sentence: str, code: int) -> NoReturn:
    try:
        sys.stdout.flush()
    except OSError:
        hush()
    for line in sentence.split("\n"):
        say(line)
    raise typer.Exit(code) from None


def _db_first(args: list[str]) -> list[str]:
    """The arguments with the last `--db FILE` in front; what follows "--" is left alone."""
    end = args.index("--") if "--" in args else len(args)
    moved: list[str] = []
    rest: list[str] = []
    words = iter(args[:end])
    for word in words:
        if word == "--db" and (value := next(words, None)) is not None:
            moved = [word, value]
        elif word.startswith("--db="):
            moved = [word]
        else:
            rest.append(word)
    return [*moved, *rest, *args[end:]]
