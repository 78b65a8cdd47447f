"""Objects that are filled at once are those of the class as it was."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, dataclass, field, replace

import pytest

from whoholds.frozen import filled_at_once


@dataclass(frozen=True, slots=True)
class _Slowly:
    name: str
    days: int = 3
    told: tuple[str, ...] = field(default_factory=tuple)


@filled_at_once
@dataclass(frozen=True, slots=True)
class _AtOnce:
    name: str
    days: int = 3
    told: tuple[str, ...] = field(default_factory=tuple)


@pytest.mark.parametrize(
    "given", [(("a",), {}), (("a", 4), {"told": ("b",)}), ((), {"name": "a", "days": 5})]
)
def test_the_same_values_and_no_other(given: tuple[tuple[object, ...], dict[str, object]]) -> None:
    slowly, made = (kind(*given[0], **given[1]) for kind in (_Slowly, _AtOnce))  # type: ignore[arg-type]
    assert type(made) is _AtOnce
    assert repr(made) == repr(slowly).replace("_Slowly", "_AtOnce")
    again = replace(made)
    assert made == again
    assert hash(made) == hash(again)
    assert replace(made, days=9) != made
    with pytest.raises(FrozenInstanceError):
        made.days = 1  # type: ignore[misc]
    with pytest.raises(TypeError, match="name"):
        _AtOnce()  # type: ignore[call-arg]
