"""Which parties of the page look alike to some readers."""

from __future__ import annotations

import pytest
from factories import GOVERNMENT, TALIBAN
from page_factory import page_data

from whoholds.exports.colour_sight import LEAST_APART
from whoholds.exports.page_colours import colour_findings
from whoholds.exports.page_data import PartyRow
from whoholds.exports.symbology import symbology


def parties(*colours: str) -> list[PartyRow]:
    return [{"name": f"p{number}", "colour": colour} for number, colour in enumerate(colours)]


@pytest.mark.parametrize(
    ("colours", "chosen", "found"),
    [
        (("#332288", "#CC6677"), (), []),
        (("#332288", "#CC6677"), (0, 1), []),
        (("#C00000", "#008000"), (0, 1), [(0, 1, "deutan")]),  # red and green
        (("#332288", "#352489"), (1,), [(0, 1, "tritan")]),
        (("#6B6B6B", "#6B6B6B", "#117733"), (2,), []),  # the shared grey is told by words
        (("#112233", "#112233"), (0,), [(0, 1, "normal")]),
    ],
)
def test_chosen_colours_are_compared(
    colours: tuple[str, ...], chosen: tuple[int, ...], found: list[tuple[int, int, str]]
) -> None:
    rows = colour_findings(parties(*colours), {f"p{number}": colours[number] for number in chosen})
    assert [(row["one"], row["other"], row["sight"]) for row in rows] == found
    assert all(row["apart"] < row["least"] == LEAST_APART for row in rows)


def test_the_worst_pair_comes_first() -> None:
    rows = colour_findings(parties("#112233", "#112233", "#152637"), {"p0": "#112233", "p2": "#152637"})
    assert [row["apart"] for row in rows] == sorted(row["apart"] for row in rows)
    assert len(rows) == 3


def test_the_palette_gives_no_finding() -> None:
    palette = list(symbology()["palette"])
    rows = parties(*palette)
    assert colour_findings(rows, {row["name"]: row["colour"] for row in rows}) == []


def test_the_frame_carries_them() -> None:
    chosen = page_data(colours={TALIBAN: "#C00000", GOVERNMENT: "#008000"})["frame"]
    assert [row["sight"] for row in chosen["meta"]["colour_findings"]] == ["deutan"]
    assert page_data()["frame"]["meta"]["colour_findings"] == []
