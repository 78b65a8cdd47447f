"""What small records are made of."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Any, Protocol

SAMPLE = Path(str(files("whoholds") / "data" / "sample"))


class Telling(Protocol):
    """Takes in one coded report: its claims, with outlet and day of publication."""

    def __call__(self, *claims: dict[str, Any], outlet: str = ..., published: str | None = ...) -> str: ...


def taken(**given: Any) -> dict[str, Any]:
    """A coded claim: the Taliban took Kunduz from the government on 8 August 2021."""
    return {
        "type": "capture",
        "place": "Kunduz",
        "actor": "Taliban",
        "recipient": "Afghan government",
        "start": "2021-08-08",
        "end": "2021-08-08",
        "factuality": "certain",
        **given,
    }
