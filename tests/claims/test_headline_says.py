"""Headlines that say who says so by a colon or a dash alone."""

from __future__ import annotations

from datetime import date

import pytest
from readings import OF_WAR, plain, read

ON = date(2025, 3, 10)


def told(headline: str) -> list[tuple[str, str, str | None, str | None]]:
    found = read(f"{headline}\n\n{OF_WAR}", ON)
    return [(one.claim.type.value, plain(one.place_name), one.actor, one.claimer) for one in found]


@pytest.mark.parametrize(
    ("headline", "claim"),
    [
        ("Bukavu captured: M23", ("capture", "Bukavu", "M23", "M23")),
        ("M23: Bukavu captured", ("capture", "Bukavu", "M23", "M23")),
        ("Bukavu falls – M23", ("capture", "Bukavu", "M23", "M23")),
        ("Bukavu falls to M23: officials", ("capture", "Bukavu", "M23", "officials")),
        ("Bukavu has fallen - M23", ("capture", "Bukavu", "M23", "M23")),
        ("M23 - Bukavu has fallen", ("capture", "Bukavu", "M23", "M23")),
        ("M23: Bukavu taken", ("capture", "Bukavu", "M23", "M23")),
        ("Bukavu seized by M23 – UN", ("capture", "Bukavu", "M23", "UN")),
        ("Army retakes Bukavu - military", ("capture", "Bukavu", "Congolese government", "military")),
        ("Bukavu retaken, says army", ("capture", "Bukavu", "Congolese government", "army")),
        ("M23 rebels have left Bukavu - residents", ("withdrawal", "Bukavu", "M23", "residents")),
        ("Bukavu captured by M23, residents say", ("capture", "Bukavu", "M23", "residents")),
        ("Officials deny attack, say M23 holds Bukavu", ("hold", "Bukavu", "M23", "Officials")),
        ("UN: M23 takes Bukavu", ("capture", "Bukavu", "M23", "UN")),
    ],
)
def test_who_says_so(headline: str, claim: tuple[str, str, str, str]) -> None:
    assert told(headline) == [claim]


@pytest.mark.parametrize(
    "headline",
    [
        "Congo: army retakes Bukavu",
        "Live: M23 captures Bukavu",
        "M23 captures Bukavu: what we know",
        "M23 captures Bukavu – again",
        "Bukavu: M23 captures Bukavu.",
        "BUKAVU - M23 captured Bukavu.",
        "M23 captures Bukavu: UN aid on hold",
    ],
)
def test_nobody_says_so(headline: str) -> None:
    assert [claimer for _, _, _, claimer in told(headline)] == [None]


@pytest.mark.parametrize(
    "headline", ["Photo: UN", "Bukavu: M23", "M23: who they are", "Army chief: Bukavu will not fall"]
)
def test_nothing_is_told(headline: str) -> None:
    assert told(headline) == []


@pytest.mark.parametrize("text", ["Soldiers captured near Bukavu.", "Bukavu residents captured."])
def test_people_who_are_captured_are_no_place(text: str) -> None:
    assert all(kind != "capture" for kind, *_ in told(text))
