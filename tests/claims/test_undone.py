"""What undoes a taking told just before without naming the place again."""

from __future__ import annotations

from datetime import date

import pytest
from readings import plain, read

ON = date(2025, 3, 10)
M23, ARMY = "M23", "Congolese government"
DRIVEN_OUT = [
    "M23 seized Bukavu but was driven out within a day.",
    "M23 captured Bukavu. It was driven out after a week.",
    "M23 captured Bukavu. They were forced out on Sunday.",
    "M23 took Bukavu on Monday and was expelled by the army.",
    "M23 seized Bukavu, but was pushed out two days later.",
    "M23 seized Bukavu, only to be driven out two days later.",
]
LEFT = [
    "M23 captured Bukavu on Monday but left two days later.",
    "M23 captured Bukavu on Monday. They left two days later.",
    "Bukavu was captured by M23 on Monday, the mayor said, but they left two days later.",
    "M23 seized Bukavu and later withdrew.",
]
THEM = [
    "M23 captured Bukavu on Sunday but government forces drove them out on Monday, residents said.",
    "M23 captured Bukavu on Sunday and troops expelled them on Monday.",
    "M23 captured Bukavu. Government forces ousted them.",
    "M23 captured Bukavu before soldiers drove them out.",
    "Bukavu was captured by M23 on Sunday, but the army pushed them out.",
]
RECOVERED = [
    "M23 seized Bukavu before soldiers retook it the next day.",
    "M23 seized Bukavu, then lost it hours later.",
    "M23 said it had seized Bukavu, then lost Bukavu hours later.",
    "M23 seized Bukavu; soldiers later recovered it.",
    "M23 captured Bukavu. The Congolese army later recovered it.",
    "M23 captured Bukavu, but the army took it again on Sunday.",
]
NOT_UNDONE = [
    "M23 captured Bukavu from the army. It left two days later.",
    "M23 captured Bukavu. He left two days later, the governor's wife said.",
    "M23 captured Bukavu; it left its heavy weapons there.",
    "M23 captured Bukavu. The governor left two days later.",
    "M23 captured Bukavu. Journalists were driven out within a day.",
    "M23 captured Bukavu and left a garrison behind.",
    "M23 captured Bukavu and Rutshuru. It was driven out.",
    "M23 captured Bukavu. It was driven out of Goma.",
    "M23 captured Bukavu. It left Goma on Sunday.",
    "M23 shelled Bukavu but was driven out within a day.",
    "M23 captured Bukavu. It left the talks on Sunday.",
    "M23 captured Bukavu. The army tried to drive them out.",
    "M23 captured Bukavu. The army vowed to drive them out.",
    "M23 captured Bukavu. The army has not driven them out.",
    "M23 captured Bukavu. Hunger drove them out.",
    "M23 captured Bukavu. Soldiers drove them to Kigali.",
    "M23 captured Bukavu and residents fled before soldiers drove them out.",
    "M23 captured Bukavu. Residents fled as soldiers drove them out.",
]


def told(text: str) -> list[tuple[str, str | None, str | None]]:
    found = [one for one in read(text, ON) if plain(one.place_name) == "Bukavu"]
    return [(one.claim.type.value, one.actor, one.recipient) for one in found]


@pytest.mark.parametrize("text", DRIVEN_OUT)
def test_who_had_taken_it_and_was_driven_out_has_lost_it(text: str) -> None:
    assert set(told(text)) == {("capture", M23, ARMY), ("capture", ARMY, M23)}


@pytest.mark.parametrize("text", THEM)
def test_who_drives_out_them_who_had_just_taken_it_takes_it_back(text: str) -> None:
    assert set(told(text)) == {("capture", M23, ARMY), ("capture", ARMY, M23)}


@pytest.mark.parametrize("text", LEFT)
def test_who_had_taken_it_and_left_has_withdrawn_from_it(text: str) -> None:
    assert ("withdrawal", M23, None) in told(text)


@pytest.mark.parametrize("text", RECOVERED)
def test_what_was_taken_and_is_recovered_is_taken_back(text: str) -> None:
    assert ("capture", ARMY, M23) in told(text)


@pytest.mark.parametrize("text", NOT_UNDONE)
def test_what_leaves_or_loses_no_place_just_taken(text: str) -> None:
    found = told(text)
    assert ("capture", ARMY, M23) not in found
    assert all(kind != "withdrawal" for kind, _, _ in found)


@pytest.mark.parametrize(
    ("text", "earlier"),
    [
        ("The army undid the M23 capture of Bukavu.", True),
        ("M23's capture of Bukavu was reversed.", True),
        ("M23's capture of Bukavu was rolled back.", True),
        ("M23's capture of Bukavu was not reversed.", False),
        ("M23's capture of Bukavu could be reversed.", False),
        ("M23's capture of Bukavu was condemned.", False),
    ],
)
def test_a_capture_told_as_undone_is_of_an_earlier_time(text: str, earlier: bool) -> None:
    (found,) = read(text, ON)
    assert (found.claim.time is not None and found.claim.time.inferred) == earlier


@pytest.mark.parametrize(
    ("text", "taken_back"),
    [
        ("M23 seized Bukavu overnight but government forces soon had it back.", True),
        ("M23 seized Bukavu but the army got it back.", True),
        ("M23 seized Bukavu and the army got back to talks.", False),
    ],
)
def test_who_has_a_place_back_has_taken_it(text: str, taken_back: bool) -> None:
    assert (("capture", ARMY, M23) in told(text)) == taken_back


def test_who_took_it_lost_it() -> None:
    told = read("M23 captured Bukavu on Saturday, but lost it on Sunday.", ON)
    said = [(plain(claim.actor), plain(claim.recipient), claim.days.end) for claim in told]
    assert (ARMY, M23, date(2025, 3, 9)) in said
