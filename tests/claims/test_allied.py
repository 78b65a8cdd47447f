"""Allied forces that are named together are one holder, the first of them, and no foes of each other."""

from __future__ import annotations

from datetime import date

import pytest
from readings import in_report, plain, read

ON = date(2025, 3, 10)


def told(text: str) -> list[tuple[str, str, str | None]]:
    found = read(in_report(text), ON)
    return [(one.claim.type.value, plain(one.place_name), one.actor) for one in found]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Government forces and allied militias took Bukavu.", "Congolese government"),
        ("The army and its allies seized Bukavu.", "Congolese government"),
        ("M23 and Rwandan troops captured Bukavu.", "M23"),
        ("M23 rebels and their Rwandan allies captured Bukavu.", "M23"),
        ("M23, supported by Rwandan troops, captured Bukavu.", "M23"),
        ("Congolese soldiers and UN peacekeepers retook Bukavu.", "Congolese government"),
        ("UN peacekeepers and Congolese soldiers retook Bukavu.", "Congolese government"),
        ("Congolese forces and local militias retook Bukavu.", "Congolese government"),
    ],
)
def test_the_first_of_allies_takes_it(text: str, actor: str) -> None:
    assert told(text) == [("capture", "Bukavu", actor)]


@pytest.mark.parametrize(
    ("text", "place", "actor"),
    [
        ("The SDF and coalition forces control Raqqa.", "Ar Raqqah", "Syrian Democratic Forces"),
        ("The SDF and the US-led coalition control Raqqa.", "Ar Raqqah", "Syrian Democratic Forces"),
        ("Russian troops and Wagner fighters control Bakhmut.", "Bakhmut", "Russia"),
        ("The TNLA and the MNDAA control Lashio.", "Lashio", "TNLA"),
    ],
)
def test_the_first_of_allies_holds_it(text: str, place: str, actor: str) -> None:
    assert told(text) == [("hold", place, actor)]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Under M23 control Bukavu was quiet.", [("hold", "Bukavu", "M23")]),
        ("M23 control Bukavu.", [("hold", "Bukavu", "M23")]),
        ("The army and M23 fought in Bukavu.", [("clash", "Bukavu", "Congolese government")]),
        ("Crowd and traffic control Bukavu badly needs.", []),
        ("M23 captured Bukavu and the army Goma.", [("capture", "Bukavu", "M23")]),
    ],
)
def test_no_allies(text: str, claims: list[tuple[str, str, str]]) -> None:
    assert told(text)[:1] == claims


def test_an_ally_is_no_foe() -> None:
    (claim,) = read(in_report("Turkish troops and allied Syrian rebels captured Afrin."), ON)
    assert (claim.actor, claim.recipient) == ("Turkey", None)
