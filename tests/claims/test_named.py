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
    ("The Taliban captured Qalat, Kunduz's main camp.", ["capture Qalat exact"]),
    ("The Taliban captured Khanabad, Aybak, and Kunduz.", 3),
    ("The Taliban captured Panjwai, a district in Kandahar, and Kunduz.", 2),
]


@pytest.mark.parametrize(("text", "expected"), DESCRIBED)
def test_a_container_in_an_apposition_is_no_second_place(text: str, expected: list[str] | int) -> None:
    found = claimed(text)
    assert (len(found) if isinstance(expected, int) else found) == expected


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("The Taliban captured Khanabad, Imam Sahib and Kunduz's airport.", "part"),
        ("The Taliban captured Aliabad, Khanabad and the police headquarters of Kunduz.", "part"),
        ("The Taliban captured Khanabad and the airport of Kunduz.", "part"),
        ("The Taliban captured Khanabad, Imam Sahib and Kunduz.", "exact"),
        ("The Taliban captured Khanabad, Imam Sahib and the city of Kunduz.", "exact"),
        ("The Taliban captured Khanabad, Imam Sahib and the airport, and Kunduz.", "exact"),
    ],
)
def test_a_part_at_the_end_of_a_list_is_not_the_whole(text: str, precision: str) -> None:
    assert f"capture Kunduz {precision}" in claimed(text)
