"""A party that is one or many ("the RSF") with a verb that looks like a noun, and who says so after it."""

from __future__ import annotations

import pytest
from readings import in_report, read

TOLD = [
    ("The SDF control Raqqa, a monitor said.", "hold", "a monitor"),
    ("The RSF control El Fasher, aid workers said.", "hold", "aid workers"),
    ("The RSF hold El Fasher, residents said on Monday.", "hold", "residents"),
    ("JNIM control Djibo, two security officials said.", "hold", "two security officials"),
    ("HTS control most of Idlib, the Observatory said.", "hold", "the Observatory"),
    ("The Arakan Army besiege Sittwe, a teacher said.", "siege", "a teacher"),
    ("M23 encircle Goma, diplomats said.", "siege", "diplomats"),
    ("Boko Haram overran Bama, the mayor said.", "capture", "the mayor"),
    ("Residents said the junta controlled Lashio.", "hold", "Residents"),
    ("Local traders said Hamas controlled Rafah.", "hold", "Local traders"),
    ("The RSF control Bara, according to residents.", "hold", "residents"),
    ("RSF seize El Fasher, residents say.", "capture", "residents"),
    ("IS controls Palmyra, activists said.", "hold", "activists"),
    ("Houthi fighters control Hodeidah, a resident said by phone.", "hold", "a resident"),
]


@pytest.mark.parametrize(("text", "kind", "claimer"), TOLD)
def test_who_holds_and_who_says_so(text: str, kind: str, claimer: str) -> None:
    whole = in_report(text)
    (claim,) = read(whole)
    by = claim.claim.attribution.claimer
    assert (claim.claim.type.value, by and by.span.of(whole)) == (kind, claimer)
    assert claim.actor


@pytest.mark.parametrize(
    "text",
    [
        "The SDF control tower in Raqqa was hit, a monitor said.",
        "The RSF control room in Nyala is empty, aid workers said.",
        "Without army control Nyala would be lost, a trader said.",
        "An RSF control post in Nyala was shut, a trader said.",
        "The RSF hold talks in Nyala, aid workers said.",
        "The RSF hold Nyala residents to be their enemies, he said.",
        "The RSF control traffic in Nyala, a trader said.",
        "The UN control mission in Goma ended, a diplomat said.",
        "They want to take control Nyala traders said.",
    ],
)
def test_what_is_no_hold(text: str) -> None:
    assert [one.claim.type.value for one in read(in_report(text)) if one.claim.type.value == "hold"] == []
