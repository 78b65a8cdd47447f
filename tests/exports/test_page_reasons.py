"""What the page keeps of the reasons of states."""

from __future__ import annotations

from page_factory import page_data

from whoholds.control.table import control_table


def test_the_frame_has_the_rules_of_the_words() -> None:
    table, limits = control_table(), page_data()["frame"]["meta"]["limits"]
    assert (limits["held"], limits["leaning"], limits["origins"]) == (
        table.status.held, table.status.leaning, table.status.origins,
    )  # fmt: skip
    assert (limits["moving"], limits["quiet"]) == (table.time.horizon_moving, table.time.horizon_quiet)
    assert limits["leaning"] < limits["held"]
