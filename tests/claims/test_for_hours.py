"""A place that is taken and lost again in one sentence: both changes, at a place that is not inferred."""

from __future__ import annotations

from datetime import date

import pytest
from readings import plain, read

ON = date(2025, 3, 10)
M23, ARMY = "M23", "Congolese government"
TAKEN, BACK, LEFT = ("capture", M23), ("capture", ARMY), ("withdrawal", M23)


def told(text: str) -> list[tuple[str, str | None]]:
    found = [one for one in read(text, ON) if plain(one.place_name) == "Bukavu" and not one.inferred]
    return [(one.claim.type.value, one.actor) for one in found]


@pytest.mark.parametrize(
    "text",
    [
        "Bukavu was captured by M23 for a few hours on Sunday, then retaken by the army.",
        "Bukavu fell to M23 on Sunday but was retaken by the army.",
        "Bukavu was briefly captured by M23 but recaptured by the army hours later.",
        "Bukavu was seized by M23 and retaken by the army.",
        "M23 briefly captured Bukavu before being driven out by the army.",
        "M23 seized Bukavu for three hours before being expelled by the army.",
        "M23 captured Bukavu but was forced out by the army within a day.",
    ],
)
def test_it_is_taken_and_taken_back(text: str) -> None:
    assert told(text) == [TAKEN, BACK]


@pytest.mark.parametrize(
    "text",
    [
        "M23 seized Bukavu for several hours before they withdrew.",
        "M23 took control of Bukavu for several hours before leaving.",
        "M23 overran Bukavu early on Monday but left hours later.",
        "M23 briefly captured Bukavu before withdrawing.",
    ],
)
def test_it_is_taken_and_left(text: str) -> None:
    assert told(text) == [TAKEN, LEFT]


@pytest.mark.parametrize(
    "text",
    [
        "M23 captured Bukavu before being driven out of Goma.",
        "M23 captured Bukavu before leaving Goma.",
        "M23 captured Bukavu before leaving for the talks.",
        "M23 captured Bukavu after being driven out of Goma by the army.",
        "M23 captured Bukavu after leaving Goma.",
        "M23 captured Bukavu and seized Bukavu again.",
        "M23 captured Bukavu, which was taken by M23 rebels.",
        "M23 captured Bukavu before residents were driven out.",
        "M23 captured Bukavu and retook Goma.",
        "M23 captured Bukavu before shelling Goma.",
    ],
)
def test_nobody_takes_or_leaves_it_again(text: str) -> None:
    assert set(told(text)) == {TAKEN}


@pytest.mark.parametrize(
    "text",
    ["M23 held Bukavu for two hours and then pulled out.", "M23 held Bukavu before being driven out."],
)
def test_what_was_held_is_lost(text: str) -> None:
    assert told(text)[0] == ("hold", M23)
    assert told(text)[1] in (BACK, ("capture", None), LEFT)


def test_what_is_told_of_years_ago_is_not_lost_today() -> None:
    text = "In 2012 they held Bukavu for a week, and in 2013 for days, before being expelled by air strikes."
    assert all(kind != "capture" for kind, _ in told(f"M23 is back. {text}"))
