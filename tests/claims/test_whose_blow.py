"""Who lost or took a place by whose blow, flag or town it is; and what was of another year or only near."""

from __future__ import annotations

from datetime import date

import pytest
from readings import in_report, read

LNA, GNU, CONGO = "Libyan National Army", "Government of National Unity", "Congolese government"
ON = date(2025, 1, 28)
# fmt: off
TOLD = [
    ("The LNA's loss of Tarhuna was a blow to Haftar.", "capture", GNU, LNA, "Tarhuna"),
    ("The LNA's leader conceded the loss of Tarhuna.", "capture", GNU, LNA, "Tarhuna"),
    ("After the loss of Tarhuna the LNA dug in.", "capture", GNU, LNA, "Tarhuna"),
    ("The fall of Tarhuna is a setback for the LNA.", "capture", GNU, LNA, "Tarhuna"),
    ("Azerbaijani forces captured the Artsakh town of Hadrut.", "capture", "Azerbaijan", None, "Hadrut"),
    ("The army's last bastion in Kidal fell to rebels.", "capture", "rebels", "Malian government", "Kidal"),
    ("The MNDAA declared Lashio under its control.", "capture", "MNDAA", "Myanmar military", "Lashio"),
    ("Sudzha was the last town in the Kursk region held by Ukraine.", "hold", "Ukraine", None, "Sudzha"),
    ("M23 captured villages near Goma, including Kibumba.", "capture", "M23", CONGO, "Kibumba"),
    ("The army said it began to withdraw its fighters from Goma.", "withdrawal", CONGO, None, "Goma"),
    ("KYIV, Feb 17 (Reuters) – Russian forces have taken Bakhmut.", "capture", "Russia", None, "Bakhmut"),
]
# fmt: on


@pytest.mark.parametrize(("text", "kind", "actor", "loser", "place"), TOLD)
def test_who_took_it_and_from_whom(
    text: str, kind: str, actor: str | None, loser: str | None, place: str
) -> None:
    (claim,) = read(in_report(text))
    assert (claim.claim.type.value, claim.actor, claim.recipient) == (kind, actor, loser)
    assert claim.place_name == place


@pytest.mark.parametrize(
    "text",
    [
        "The rebels have fire control over Goma.",
        "M23 was ready to pull out of Goma, its leader said.",
    ],
)
def test_what_takes_and_leaves_nothing(text: str) -> None:
    assert not read(in_report(text))


def test_who_withdrew_days_after_a_taking_of_another_year_did_so_then() -> None:
    found = read("The rebels seized Goma in a 2012 insurrection and withdrew days later.", ON)
    assert {(one.claim.type.value, one.days.start, one.days.end) for one in found} == {
        ("capture", date(2012, 1, 1), date(2012, 12, 31)),
        ("withdrawal", date(2012, 1, 1), date(2012, 12, 31)),
    }


def test_who_calls_a_claim_false_does_not_make_it() -> None:
    found = read(
        "The M23 said it had captured Goma, but the army called the claim that they took it false.", ON
    )
    assert {(one.claim.type.value, one.actor, one.side) for one in found} == {
        ("capture", "M23", "M23"),
        ("hold", CONGO, CONGO),
    }
