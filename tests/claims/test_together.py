"""Who took a place with another stands beside the one that counts; rivals who each claim it do not."""

from __future__ import annotations

import pytest
from readings import in_report, read

TOGETHER = [  # text, {actor: beside}
    ("The TNLA and MNDAA captured Kyaukme.", {"TNLA": None, "MNDAA": "TNLA"}),
    ("French and Malian troops seized Kidal.", {"Malian government": None, "France": "Malian government"}),
    ("The army and M23 both claim to have captured Goma.", {"Congolese government": None, "M23": None}),
]


@pytest.mark.parametrize(("text", "beside"), TOGETHER)
def test_who_stands_for_those_who_took_it(text: str, beside: dict[str, str | None]) -> None:
    found = [one for one in read(in_report(text)) if one.claim.type.value == "capture"]
    assert {one.actor: one.beside for one in found} == beside
