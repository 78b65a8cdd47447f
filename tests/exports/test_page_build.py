from __future__ import annotations

import json
from datetime import date

import pytest
from factories import GOVERNMENT, KUNDUZ, TALIBAN
from page_factory import (
    FIRST,
    LAST,
    OUTLINES,
    PLACES,
    STORIES,
    claims_of,
    make_frame,
    make_picture,
    page_data,
    part_of,
)

from whoholds.chances import chance_word
from whoholds.errors import InputError
from whoholds.exports.page_build import build_page
from whoholds.exports.page_claims import CONTEXT, context_of
from whoholds.exports.page_data import ClaimRow, PageData, day_number
from whoholds.exports.party_colours import colours_of, preferred
from whoholds.exports.symbology import symbology
from whoholds.model import Span
from whoholds.ontology import parties


@pytest.fixture(scope="module")
def data() -> PageData:
    return page_data()


def claims_at(data: PageData, place: str) -> list[ClaimRow]:
    return part_of(data, place)["claims"]


@pytest.mark.parametrize(
    ("day", "number"), [(date(1970, 1, 1), 0), (date(2021, 8, 1), 18840), (date(1969, 12, 31), -1)]
)
def test_days_count_from_1970(day: date, number: int) -> None:
    assert day_number(day) == number


def test_every_index_leads_somewhere(data: PageData) -> None:
    frame = data["frame"]
    parties, places, cells = (len(frame["parties"]), len(frame["places"]), len(frame["cells"]))
    named: list[int | None] = [party for cell in frame["cells"] for party in (cell[1], cell[2], cell[6])]
    named += [party for cell in frame["cells"] for party in cell[7]]
    named += [row["says"]["party"] for row in claims_of(data) if row["says"] is not None]
    assert all(party is None or 0 <= party < parties for party in named)
    for number, part in enumerate(data["parts"]):
        assert (part["place"], part["id"]) == (number, frame["places"][number]["id"])
        assert all(row["place"] == number for row in [*part["claims"], *part["silences"]])
    for change in (one for moment in frame["changes"] for one in moment):
        assert 0 <= change[0] < places
        assert all(0 <= cell < cells for cell in change[3::2])
    assert len(frame["changes"]) == len(frame["moments"])


def test_quotation_and_trigger_are_those_of_the_report(data: PageData) -> None:
    said = {told.quote: told.trigger for story in STORIES for told in story.told}
    assert len(claims_of(data)) == len(said)
    for row in claims_of(data):
        start, end = row["trigger"]
        assert row["quote"][start:end] == said[row["quote"]]


def test_a_claim_stands_between_its_neighbours(data: PageData) -> None:
    row = next(row for row in claims_of(data) if row["quote"].startswith("Kunduz has not fallen"))
    assert row["before"] == "Our fighters have captured Kunduz, a Taliban spokesman said."
    assert row["after"].startswith("At least 20 civilians were killed")


def test_claims_run_from_the_newest(data: PageData) -> None:
    for part in data["parts"]:
        known = [row["known"] for row in part["claims"]]
        assert known == sorted(known, reverse=True)


def test_what_is_unknown_is_absent(data: PageData) -> None:
    assert all(value is not None or name == "says" for row in claims_of(data) for name, value in row.items())
    own_voice = [row for row in claims_of(data) if "claimer" not in row]
    assert {row["quote"][:17] for row in own_voice} == {"Fighters shelled ", "The Taliban may h"}


def test_a_statement_against_interest_is_marked(data: PageData) -> None:
    against = [row["quote"] for row in claims_at(data, KUNDUZ.id) if row.get("against")]
    assert against == ["Kunduz city is in the hands of the Taliban, the head of the provincial council said."]


def test_claims_of_one_side_have_one_origin(data: PageData) -> None:
    rows = claims_at(data, KUNDUZ.id)
    of_side = {row["origin"] for row in rows if row.get("side") == GOVERNMENT}
    assert len(of_side) == 1
    assert len({row["origin"] for row in rows}) == 3


def test_a_figure_keeps_its_words(data: PageData) -> None:
    figures = [row["figures"] for row in claims_of(data) if "figures" in row]
    assert figures == [
        [
            {
                "kind": "killed",
                "who": "civilians",
                "low": 20,
                "best": 20,
                "high": None,
                "text": "At least 20 civilians",
            }
        ]
    ]


def test_who_is_silent_is_at_the_place_that_is_named(data: PageData) -> None:
    (row,) = [row for part in data["parts"] for row in part["silences"]]
    assert (row["party"], row["quote"]) == (
        "The interior ministry",
        "The interior ministry did not comment.",
    )
    assert data["frame"]["places"][row["place"]]["id"] == KUNDUZ.id


def test_terms_add_up_to_the_probability_of_the_cell(data: PageData) -> None:
    told = [one for part in data["parts"] for one in (*part["explanations"], *part["again"])]
    assert 0 < len(told) <= len(PLACES) * len(data["frame"]["moments"])
    for part in data["parts"]:
        assert all(0 <= again[0] < len(part["explanations"]) for again in part["again"])
        for row in part["explanations"]:
            assert row["place"] == part["place"]
            assert all(0 <= label < len(part["labels"]) for label, _, _ in row["terms"])
            assert row["on"] <= row["as_of"]


def test_outlines_come_back_as_they_were(data: PageData) -> None:
    for row, (place_id, rings) in zip(data["frame"]["outlines"], OUTLINES.items(), strict=True):
        flat = row["rings"][0]
        xs = [sum(flat[0 : 2 * n + 1 : 2]) / 1000 for n in range(len(flat) // 2)]
        ys = [sum(flat[1 : 2 * n + 2 : 2]) / 1000 for n in range(len(flat) // 2)]
        assert list(zip(xs, ys, strict=True)) == [tuple(point) for point in rings[0]], place_id


def test_the_frame_is_on_the_page(data: PageData) -> None:
    meta = data["frame"]["meta"]
    assert (meta["first"], meta["last"]) == (day_number(FIRST), day_number(LAST))
    assert meta["generated_at"] == "2021-09-01T12:00:00+00:00"
    assert meta["unplaced"] == 0
    assert "not verified" in meta["banner"]


def test_an_empty_picture_is_a_small_page() -> None:
    data = build_page(make_picture(()), make_frame(), []).data()
    assert (data["frame"]["places"], data["parts"], data["frame"]["moments"]) == ([], [], [])
    assert len(json.dumps(data)) < 2000


def test_a_party_has_its_colour_wherever_it_is_told_of(data: PageData) -> None:
    own = symbology()["parties"]
    assert {parties().get(name) is not None for name in own} == {True}
    assert set(own.values()) <= set(symbology()["palette"])
    rows = {row["name"]: row["colour"] for row in data["frame"]["parties"]}
    assert (rows[GOVERNMENT], rows[TALIBAN]) == (own[GOVERNMENT], own[TALIBAN])
    (alone,) = colours_of(["Popular Front"]).values()
    told = colours_of([TALIBAN, "Popular Front", "Northern Front"])
    assert told["Popular Front"] == next(
        one for one in (alone, *preferred("Popular Front")) if one != own[TALIBAN]
    )
    assert colours_of([*told, "Later Front"]).items() >= told.items()  # what is recorded later moves none


@pytest.mark.parametrize(
    ("chosen", "colours"),
    [
        ({}, ["#332288", "#CC6677"]),
        ({GOVERNMENT: "#cc6677"}, ["#cc6677", preferred(TALIBAN)[1]]),
        ({TALIBAN: "#000000"}, ["#332288", "#000000"]),
    ],
)
def test_chosen_colours_are_not_given_twice(chosen: dict[str, str], colours: list[str]) -> None:
    assert list(colours_of([GOVERNMENT, TALIBAN], chosen).values()) == colours


def test_parties_beyond_the_palette_share_a_grey() -> None:
    colours = list(colours_of([f"party {number}" for number in range(8)]).values())
    assert len(set(colours[:6])) == 6
    assert set(colours[6:]) == {symbology()["beyond_palette"]}


@pytest.mark.parametrize("colour", ["red", "#12345", "#12345g", "#332288;}"])
def test_a_colour_that_is_none_is_refused(colour: str) -> None:
    with pytest.raises(InputError, match="#rrggbb"):
        colours_of(["A"], {"A": colour})


@pytest.mark.parametrize(
    ("probability", "word"),
    [(0.03, "almost no chance"), (0.5, "roughly even chance"), (1.0, "almost certain")],
)
def test_probabilities_have_words(probability: float, word: str) -> None:
    assert chance_word(probability) == word


@pytest.mark.parametrize(
    ("text", "quote", "before", "after"),
    [
        ("One. Two. Three.", "Two.", "One.", "Three."),
        ("Two.", "Two.", None, None),
        ("Two. Three.", "Two.", None, "Three."),
        ("A headline\n\nTwo, in\nlines. Three.", "Two, in\nlines.", "A headline\n", "Three."),
        ("Two.\n\nThree,\nlast.", "Two.", None, "\nThree, last."),
        (f"{'a' * (CONTEXT + 9)}. Two.", "Two.", f"…{'a' * (CONTEXT - 1)}.", None),
    ],
)
def test_context_is_a_sentence_on_either_side(
    text: str, quote: str, before: str | None, after: str | None
) -> None:
    start = text.index(quote)
    assert context_of(text, Span(start, start + len(quote))) == (before, after)
