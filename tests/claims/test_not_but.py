"""That "not X but Y" denies X alone; a claim that is called untrue leaves no capture."""

from __future__ import annotations

from datetime import date

import pytest
from readings import in_report, plain, read

ON = date(2025, 3, 10)
GOMA, BUKAVU = "Goma", "Bukavu"


def taken(text: str) -> list[tuple[str, str | None]]:
    found = [one for one in read(in_report(text), ON) if one.claim.type.value == "capture"]
    return [(plain(one.place_name), one.actor) for one in found]


@pytest.mark.parametrize(
    ("text", "captures"),
    [
        ("M23 did not capture Goma but Bukavu.", [(BUKAVU, "M23")]),
        ("M23 captured not Goma but Bukavu.", [(BUKAVU, "M23")]),
        ("M23 did not seize Goma but the town of Bukavu.", [(BUKAVU, "M23")]),
        ("M23 has not taken Goma but Bukavu.", [(BUKAVU, "M23")]),
        ("It was Bukavu, not Goma, that M23 captured.", [(BUKAVU, "M23")]),
        ("M23 did not just capture Goma but Bukavu too.", [(GOMA, "M23"), (BUKAVU, "M23")]),
        ("M23 captured Goma but not Bukavu.", [(GOMA, "M23")]),
        ("M23 did not capture Goma or Bukavu.", []),
        ("M23 did not capture Goma, but Bukavu is tense.", []),
        ("M23 did not capture Goma but its soldiers shelled Bukavu.", []),
        ("M23 denied capturing Goma and Bukavu.", []),
        ("M23 captured all of South Kivu but Bukavu.", []),
    ],
)
def test_only_what_is_denied_is_denied(text: str, captures: list[tuple[str, str]]) -> None:
    assert taken(text) == captures


@pytest.mark.parametrize(
    "text",
    [
        "M23's claim to have captured Goma is false.",
        "M23's claims to have captured Goma are untrue.",
        "M23 claims to have captured Goma are untrue.",
        "M23 claims that Goma has fallen are baseless, the governor said.",
        "M23 claims of capturing Goma are false, the army said.",
        "Claims by M23 to have captured Goma are untrue.",
        "M23 claims to have captured Goma, but this is untrue.",
        "M23 said it had captured Goma; that is false.",
        "M23 says it has captured Goma, but this was a lie.",
    ],
)
def test_what_is_untrue_is_no_capture(text: str) -> None:
    assert taken(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "M23 claims to have captured Goma.",
        "M23 claims to have captured Goma, but this could not be verified.",
        "M23 captured Goma, but it is not safe.",
        "M23 captured Goma, but that was in vain.",
        "M23 said it had captured Goma; that is a defeat for the army.",
        "M23 claims to have captured Goma are true, residents said.",
    ],
)
def test_what_is_not_called_untrue_stays(text: str) -> None:
    assert [place for place, _ in taken(text)] == [GOMA]


@pytest.mark.parametrize(
    "hands", ["in rebel hands", "in M23 hands", "in the hands of M23", "under M23 control"]
)
def test_who_says_that_others_do_not_hold_it_denies_their_hold(hands: str) -> None:
    told = read(f"M23 said it captured Goma. The Congolese army said the city was not {hands}.", ON)[-1]
    assert (told.claim.type.value, told.claim.factuality.value) == ("hold", "denied")
    assert (told.actor, told.side) == ("M23", "Congolese government")
