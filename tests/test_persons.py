"""The list of persons in public office is well formed, and tells who speaks for whom on which day."""

from __future__ import annotations

from datetime import date

import pytest

from whoholds.ontology import parties
from whoholds.persons import Person, party_of_office, party_of_person, persons

DAY = date(2023, 6, 1)


@pytest.mark.parametrize("person", persons(), ids=lambda one: f"{one.name}: {one.party}")
def test_an_entry_is_well_formed(person: Person) -> None:
    assert parties().get(person.party) is not None
    assert person.office
    assert person.reference.startswith("Wikipedia: ")
    assert len(set(person.names)) == len(person.names)
    assert all(name == name.strip() and len(name) > 3 for name in person.names)
    assert person.since is None or person.until is None or person.since < person.until


def test_no_name_means_two_parties_on_one_day() -> None:
    days = [date(year, 6, 1) for year in range(2010, 2027)]
    for on in days:
        meant: dict[str, str] = {}
        for person in (one for one in persons() if one.speaks(on)):
            for name in person.names:
                assert meant.setdefault(name, person.party) == person.party


SPEAKERS = [
    ("Putin", DAY, "Russia"),
    ("President Putin", DAY, "Russia"),
    ("President Vladimir Putin", DAY, "Russia"),
    ("President Volodymyr Zelenskyy", DAY, "Ukraine"),
    ("Boris Zelenskyy", DAY, None),
    ("Defence Minister Sergei Shoigu", DAY, "Russia"),
    ("Putin's defence minister", DAY, "Russia"),
    ("a spokesman for Haftar", DAY, "Libyan National Army"),
    ("the army chief, Gen. Burhan", DAY, "Sudanese government"),
    ("Colonel Goita", DAY, "Malian government"),
    ("Ahmed al-Sharaa", DAY, "Hayat Tahrir al-Sham"),
    ("Ahmed al-Sharaa", date(2025, 1, 5), "Syrian transitional government"),
    ("Defence Minister Gallant", DAY, "Israel"),
    ("Gallant soldiers", DAY, None),
    ("Assad", date(2025, 3, 1), None),
    ("Natiq Aliyev", DAY, None),
    ("critics of Erdogan", DAY, None),
    ("Assad's brother", DAY, None),
    ("Putin's critics", DAY, None),
    ("Captain Moussa Traoré", DAY, None),
]


@pytest.mark.parametrize(("said", "on", "party"), SPEAKERS)
def test_the_party_of_a_person(said: str, on: date, party: str | None) -> None:
    assert party_of_person(said, on) == party


def test_who_holds_an_office() -> None:
    assert party_of_office("president", "Zelensky met Putin on Friday.", DAY) == "Russia"
    assert party_of_office("president", "Shoigu met soldiers on Friday.", DAY) is None
