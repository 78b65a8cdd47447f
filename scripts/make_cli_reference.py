"""Writes docs/reference/cli.md from the commands themselves: python scripts/make_cli_reference.py

With --check, says whether the file is current, and ends with 1 where it is not.
"""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import EnumType
from pathlib import Path
from typing import Any, get_args

from typer.models import ArgumentInfo, OptionInfo

from whoholds.cli.app import COMMANDS
from whoholds.cli.exits import EXIT_CODES
from whoholds.cli.placing import places
from whoholds.cli.siding import parties

PAGE = Path(__file__).resolve().parent.parent / "docs" / "reference" / "cli.md"
HEAD = """# The command line

<!-- Made by scripts/make_cli_reference.py; do not edit. -->

`whoholds [--db FILE] COMMAND …`. The record is one file: `--db FILE`, which may stand anywhere in the line,
else `WHOHOLDS_DB`, else `whoholds.db` in the current folder.

Answers go to standard output, messages and progress to standard error, so that
`whoholds control --json > states.json` holds nothing but the answer. Every question takes `--json`: lists of
claims, events, reports and judgements are JSON Lines, other answers one JSON value. Colours appear only on a
terminal, and none where `NO_COLOR` is set. `whoholds --install-completion` adds completion to the shell.

Days are `YYYY-MM-DD`. Three clocks name an answer: `--on` (true on that day), `--as-of` (from what had been
published by then) and `--recorded` (as this record held it at a ledger sequence).
"""


def page() -> str:
    """The whole page."""
    parts = [HEAD, "## Exit codes\n", "| code | meaning |\n|---|---|"]
    parts += [f"| {code} | {meaning} |" for code, meaning in EXIT_CODES.items()]
    for heading, commands in COMMANDS.items():
        parts.append(f"\n## {heading}")
        for name, command in (commands | _of_two_words() if heading == "Begin" else commands).items():
            parts += _command(name, command)
    return "\n".join(parts) + "\n"


def _of_two_words() -> dict[str, Callable[..., Any]]:
    return {
        f"{name} {one.name}": one.callback
        for name, group in (("places", places), ("parties", parties))
        for one in group.registered_commands
        if one.callback
    }


def _command(name: str, command: Callable[..., Any]) -> Iterator[str]:
    """Usage, what it does, and a table of its arguments and options, read from its signature."""
    given = [
        (parameter, *get_args(parameter.annotation))
        for parameter in inspect.signature(command, eval_str=True).parameters.values()
        if get_args(parameter.annotation)
    ]
    arguments = [_Row(*one) for one in given if isinstance(one[2], ArgumentInfo)]
    options = [_Row(*one) for one in given if isinstance(one[2], OptionInfo)]
    yield f"\n### `{' '.join(['whoholds', name, *(one.usage for one in arguments)])}`\n"
    yield " ".join((command.__doc__ or "").split())
    if arguments or options:
        yield "\n| | |\n|---|---|"
    yield from (_cells(f"`{one.usage}`", one.words) for one in arguments)
    yield from (_cells(one.flags, one.words) for one in options)


def _cells(*cells: str) -> str:
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


@dataclass(frozen=True)
class _Row:
    """One argument or option: its parameter, its type, and what the parser is told of it."""

    parameter: inspect.Parameter
    kind: Any
    info: ArgumentInfo | OptionInfo

    @property
    def needed(self) -> bool:
        return self.parameter.default is inspect.Parameter.empty

    @property
    def value(self) -> str:
        """The word for the value, or the values there are to choose from."""
        if self.info.metavar:
            return self.info.metavar
        kinds: list[Any] = [one for one in (self.kind, *get_args(self.kind)) if isinstance(one, EnumType)]
        return "|".join(str(one.value) for kind in kinds for one in kind) or "N"

    @property
    def usage(self) -> str:
        return self.value if self.needed else f"[{self.value}]"

    @property
    def flags(self) -> str:
        first = [self.info.default] if isinstance(self.info.default, str) else []
        names = [*first, *(self.info.param_decls or ())] or [f"--{self.parameter.name.replace('_', '-')}"]
        value = "" if self.kind is bool else f" {self.value}"
        return ", ".join(f"`{name}{value}`" for name in names)

    @property
    def words(self) -> str:
        words = " ".join((self.info.help or "").split())
        if self.needed and isinstance(self.info, OptionInfo):
            words += " Must be given."
        return words + (f" Else `{self.info.envvar}`." if self.info.envvar else "")


def main() -> None:
    """Write the page, or check it."""
    if sys.argv[1:] == ["--check"]:
        current = PAGE.exists() and PAGE.read_text(encoding="utf-8") == page()
        sys.exit(None if current else "docs/reference/cli.md is not current: run this script without --check")
    PAGE.parent.mkdir(parents=True, exist_ok=True)
    PAGE.write_text(page(), encoding="utf-8")
    print(f"Written: {PAGE}")


if __name__ == "__main__":
    main()
