"""The words of simulated wars, read from `data/simulate/words.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

from whoholds.model import EventType


def words(name: str) -> tuple[str, ...]:
    """The words of a kind, in the order of the file: a seed draws by it."""
    return tuple(_file()[name])


def verbs(kind: EventType) -> tuple[str, ...]:
    """The verbs for a type of event."""
    return tuple(_file()["verbs"][kind.value])


@cache
def _file() -> Mapping[str, Any]:
    found = resources.files("whoholds") / "data" / "simulate" / "words.toml"
    return tomllib.loads(found.read_text(encoding="utf-8"))
