from __future__ import annotations

import pytest
from factories import GOVERNMENT, KUNDUZ, TALIBAN
from page_factory import claims_of, page_data

from whoholds.exports.page_data import ClaimRow, ColumnRow, PageData


@pytest.fixture(scope="module")
def data() -> PageData:
    return page_data()


def in_order(data: PageData) -> list[ClaimRow]:
    """The rows of all claims as the columns have them: by place, each place's in the order of its part."""
    waiting = {part["place"]: list(part["claims"]) for part in data["parts"]}
    return [waiting[place].pop(0) for place in data["frame"]["facets"]["place"]]


def test_the_columns_stand_in_the_order_of_the_parts(data: PageData) -> None:
    facets = data["frame"]["facets"]
    rows = in_order(data)
    assert len(rows) == len(claims_of(data))
    for name in ("place", "known", "printed"):
        assert facets[name] == [row[name] for row in rows]
    assert facets["known"] == sorted(facets["known"], reverse=True)
    assert facets["published"] == [row.get("published", -1) for row in rows]


@pytest.mark.parametrize(
    "name", ["actor", "recipient", "claimer", "side", "outlet", "type", "factuality", "precision", "judged"]
)
def test_a_column_has_the_value_of_each_claim(data: PageData, name: str) -> None:
    column: ColumnRow = data["frame"]["facets"][name]  # type: ignore[literal-required]
    read = [None if at == -1 else column["values"][at] for at in column["at"]]
    assert read == [row.get(name) for row in in_order(data)]
    assert len(set(column["values"])) == len(column["values"])


def test_what_a_claim_says_is_in_columns(data: PageData) -> None:
    facets, parties = data["frame"]["facets"], [row["name"] for row in data["frame"]["parties"]]
    act = facets["act"]
    columns = zip(act["at"], facets["party"], facets["change"], facets["voice"], strict=True)
    for row, (at, party, change, voice) in zip(in_order(data), columns, strict=True):
        assert (row["says"] is None) == (at == -1)
        if row["says"] is not None:
            named = row["says"]["party"]
            assert (act["values"][at], party) == (row["says"]["act"], -1 if named is None else named)
            assert change == row["says"]["change"]
        assert voice == int(row.get("against", False))
    assert {TALIBAN, GOVERNMENT} <= {parties[one] for one in facets["party"] if one >= 0}


def test_claims_of_one_origin_have_one_number(data: PageData) -> None:
    pairs = set(
        zip((row["origin"] for row in in_order(data)), data["frame"]["facets"]["origin"], strict=True)
    )
    assert len(pairs) == len({origin for origin, _ in pairs}) == len({number for _, number in pairs})


def test_no_sentence_of_a_report_is_in_the_frame(data: PageData) -> None:
    frame = str(data["frame"])
    assert KUNDUZ.name in frame
    for row in claims_of(data):
        assert row["quote"] not in frame
        assert row.get("before", row["quote"]) not in frame
