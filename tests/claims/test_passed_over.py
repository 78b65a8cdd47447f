"""A name that is an ordinary word as well: passed over with the true reason, read when it is a user's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from whoholds.database import Database, explain, in_memory

SAKE = "The M23 fought the army in Sake on Monday, residents said."


def reasons(text: str) -> list[str]:
    return [one.reason for one in explain(text, published="2024-02-06").unread]


@pytest.mark.parametrize("text", [SAKE, "Sake fell to the M23 on Monday.", "The M23 clashed in Sake."])
def test_the_reason_is_the_word(text: str) -> None:
    assert any(
        reason.split(": ")[1].startswith("“Sake” is also an ordinary word or a person's name")
        for reason in reasons(text)
    )


def test_what_is_captured_is_a_place_though_its_name_is_a_word() -> None:
    (claim,) = explain("The M23 captured Sake on Monday, residents said.").claims
    assert claim.place_name == "Sake"


def test_people_are_not_taken_for_places_passed_over() -> None:
    assert not any("Victoria" in one for one in reasons("The rebels detained and killed Victoria on Monday."))


@pytest.fixture
def own(tmp_path: Path) -> Database:
    table = tmp_path / "places.csv"
    table.write_text("name,lat,lon,country,alternatives\nSake,-1.5,29.1,CD,Are\n", encoding="utf-8")
    database = in_memory()
    database.add_text(SAKE, published="2024-02-06")
    assert database.claims() == ()
    database.add_places(table)
    return database


def test_a_place_of_ones_own_is_read_though_its_name_is_a_word(own: Database) -> None:
    """Also in reports added before, and under its further names; of two so named, the user's is meant."""
    (claim,) = own.claims()
    assert (claim.place_name, claim.place and claim.place.id) == ("Sake", "user:sake")
    again = explain(SAKE.replace("Sake", "Are"), published="2024-02-06", gazetteer=own.gazetteer)
    assert [one.place_name for one in again.claims] == ["Sake"]


def test_a_place_merged_into_another_still_lends_its_name(own: Database) -> None:
    own.merge_places("user:sake", "gn:205970")
    (claim,) = explain(SAKE, published="2024-02-06", gazetteer=own.gazetteer).claims
    assert claim.place is not None
    assert claim.place.id == "gn:205970"
