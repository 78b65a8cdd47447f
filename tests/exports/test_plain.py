"""Claims, events and states in plain values: the codebook's names, nothing but JSON, unknown as null."""

from __future__ import annotations

import json

import pytest
from factories import KUNDUZ, make_figure, make_resolved
from selections import make_selection, with_claim

from whoholds.events import fuse_events
from whoholds.exports.plain import claim_dict, event_dict
from whoholds.model import Estimate, Stage

CODEBOOK = set(
    "quote start_char end_char type trigger actor recipient place lat lon precision start end ongoing "  # noqa: SIM905
    "claimer relayed_by side factuality unverified figures stage id place_id inferred extractor".split()
)


def test_a_claim_has_the_keys_of_the_codebook() -> None:
    row = claim_dict(make_resolved(figures=(make_figure(20, who="civilians"),), stage=Stage.AGREED))
    assert set(row) >= CODEBOOK
    assert json.loads(json.dumps(row, allow_nan=False)) == row
    assert (row["place"], row["lat"], row["lon"]) == ("Kunduz", KUNDUZ.lat, KUNDUZ.lon)
    assert row["figures"] == [
        {"kind": "killed", "who": "civilians", "low": 20, "best": 20, "high": 20, "text": "20"}
    ]
    assert (row["start"], row["end"], row["stage"]) == (None, "2021-08-09", "agreed")


def test_unknown_is_null() -> None:
    row = claim_dict(make_resolved(place=None, actor=None, outlet=None))
    assert [row[key] for key in ("place", "place_id", "lat", "lon", "actor", "outlet", "claimer")] == [
        None
    ] * 7


@pytest.mark.parametrize(
    ("public", "claimer"), [(False, "Abdul Karim"), (True, "a named person (name withheld)")]
)
def test_private_names(public: bool, claimer: str) -> None:
    row = claim_dict(
        make_resolved(id="1", claimer="Abdul Karim", quote="It fell, Abdul Karim said."), public=public
    )
    assert row["claimer"] == claimer
    assert ("Karim" in json.dumps(row)) is not public


def test_an_event_keeps_each_count_and_the_range() -> None:
    claims = [
        make_resolved("clash", outlet=outlet, figures=(make_figure(count),), day=make_resolved().published)
        for outlet, count in (("One", 10), ("Two", 15))
    ]
    (event,) = fuse_events(claims)
    row = event_dict(event, {claim.id: claim for claim in claims})
    (figure,) = row["figures"]
    assert (figure["low"], figure["best"], figure["high"]) == (10, None, 15)
    assert sorted(Estimate(one["low"], one["best"], one["high"]).best or 0 for one in figure["told"]) == [
        10,
        15,
    ]
    assert row["place"] == "Kunduz"
    assert len(row["claims"]) == 2


def test_a_state_names_itself_and_every_row_its_quotation() -> None:
    for row in make_selection().state_rows():
        assert sum(row["holders"].values()) + row["contested"] == pytest.approx(1, abs=1e-3)
        assert (row["on"], row["method"], row["recorded"]) == ("2021-08-15", "rules-1/3f9c2a", 7)
        assert all(one["quote"] and one["claim"] for one in row["evidence"])
        assert json.loads(json.dumps(row, allow_nan=False)) == row


def test_reasons_withhold_names_too() -> None:
    picture = with_claim(claimer="Abdul Karim", side=None)
    assert "Karim" not in json.dumps(make_selection(picture).state_rows())
    assert "Karim" in json.dumps(make_selection(picture, public=False).state_rows())
