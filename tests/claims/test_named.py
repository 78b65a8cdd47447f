"""What a name's own apposition names is no second place."""

from __future__ import annotations

import pytest
from readings import claimed

DESCRIBED = [
    ("The Taliban captured Panjwai, a district in Kandahar.", ["capture Panjwai exact"]),
    (
        "Taliban fighters have taken Khanabad, a district in Kunduz, residents said.",
        ["capture Khanabad exact"],
    ),
    ("The Taliban have taken Panjwai, an area in Kandahar.", ["capture Panjwai exact"]),
    ("The Taliban captured Khanabad and Kunduz.", ["capture Khanabad exact", "capture Kunduz exact"]),
    ("The Taliban captured Khanabad, Aybak, and Kunduz.", 3),
    ("The Taliban captured Panjwai, a district in Kandahar, and Kunduz.", 2),
]


@pytest.mark.parametrize(("text", "expected"), DESCRIBED)
def test_a_container_in_an_apposition_is_no_second_place(text: str, expected: list[str] | int) -> None:
    found = claimed(text)
    assert (len(found) if isinstance(expected, int) else found) == expected
