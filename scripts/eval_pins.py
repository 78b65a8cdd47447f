"""Pinned figures: what was reached, and the hash of the reading code that reached it. Floors only rise."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from eval_measured import PROJECT, Measured

FILE = PROJECT / "tests" / "floors.toml"
PACKAGE = PROJECT / "src" / "whoholds"
READING = (
    "claims",
    "text",
    "resolve",
    "resolve.py",
    "roles.py",
    "sides.py",
    "party_list.py",
    "events",
    "ontology.py",
    "data/lexicon",
    "data/ontology",
)
HEAD = """\
# Written by `python scripts/run_eval.py --pin`: figures reached on annotated sets beside the project.
# tests/test_floors.py fails where one is no longer reached. One is lowered only with a reason.
"""


@dataclass(frozen=True, slots=True)
class Lowered:
    """A floor that was lowered, and why."""

    of: str
    figure: str
    before: float
    after: float
    reason: str


@dataclass(frozen=True, slots=True)
class Pins:
    """Floors by set and figure, the hash of the reading code that reached them by set, what was lowered."""

    reading: Mapping[str, str]
    floors: Mapping[str, Mapping[str, float]]
    lowered: tuple[Lowered, ...] = ()


def reading_hash() -> str:
    """Sixteen hexadecimal digits over the code and words that turn a report into claims."""
    total = hashlib.blake2b(digest_size=8)
    named = (PACKAGE / name for name in READING)
    files = [file for path in named for file in ([path] if path.is_file() else path.rglob("*"))]
    for file in sorted(file for file in files if file.suffix in (".py", ".toml")):
        total.update(file.relative_to(PACKAGE).as_posix().encode() + b"\0" + file.read_bytes() + b"\0")
    return total.hexdigest()


def read_pins(path: Path = FILE) -> Pins:
    """What is pinned; nothing where the file is missing."""
    if not path.exists():
        return Pins({}, {})
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    lowered = tuple(Lowered(**row) for row in data.get("lowered", []))
    return Pins(data["reading"], data["floors"], lowered)


def below(pins: Pins, name: str, figures: Sequence[Measured]) -> list[Measured]:
    """The figures of a set that are worse than pinned."""
    floors = pins.floors.get(name, {})
    return [one for one in figures if one.name in floors and one.ahead_of(floors[one.name]) < 0]


def raised(pins: Pins, measured: Mapping[str, Sequence[Measured]], reason: str | None = None) -> Pins:
    """The pins with every better figure in place of the old; worse ones too, where a reason is given.

    A set of which a floor stays that is not reached keeps the hash of the code that reached it.
    """
    floors = {name: dict(of_set) for name, of_set in pins.floors.items()}
    reading, lowered = dict(pins.reading), list(pins.lowered)
    for name, figures in measured.items():
        worse = below(pins, name, figures)
        kept = worse if reason is None else []
        new = {one.name: round(one.value, 3) for one in figures if one.pinned and one not in kept}
        if reason is not None:
            lowered += [_lowered(pins, name, one, reason) for one in worse]
        floors[name] = {**floors.get(name, {}), **new}
        if not kept:
            reading[name] = reading_hash()
    return Pins(reading, floors, tuple(lowered))


def _lowered(pins: Pins, name: str, one: Measured, reason: str) -> Lowered:
    return Lowered(name, one.name, pins.floors[name][one.name], round(one.value, 3), reason)


def write_pins(pins: Pins, path: Path = FILE) -> None:
    """Write the file anew."""
    lines = [HEAD, f'pinned = "{datetime.now(UTC).date().isoformat()}"', "", "[reading]"]
    lines += [f'{name} = "{code}"' for name, code in sorted(pins.reading.items())]
    for name, figures in sorted(pins.floors.items()):
        lines += ["", f"[floors.{name}]", *(f'"{figure}" = {value}' for figure, value in figures.items())]
    for one in pins.lowered:
        reason = " ".join(one.reason.replace("\\", "/").replace('"', "'").split())
        lines += ["", "[[lowered]]", f'of = "{one.of}"', f'figure = "{one.figure}"']
        lines += [f"before = {one.before}", f"after = {one.after}", f'reason = "{reason}"']
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
