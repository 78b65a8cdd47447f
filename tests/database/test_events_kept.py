"""After a new report, a retraction or a verdict, only the blocks that it touches are fused again."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from whoholds.database import Database, in_memory
from whoholds.events import fuse_events

KUNDUZ = "The Taliban captured Kunduz on Sunday, residents said."
ZARANJ = "The Taliban captured Zaranj on Friday, residents said."
CASES: list[tuple[str, Callable[[Database], object], int]] = [
    ("a report of another place", lambda db: db.add_text(ZARANJ, published="2021-08-07"), 1),
    ("the same told again", lambda db: db.add_text(f"{KUNDUZ} ", outlet="B", published="2021-08-10"), 1),
    ("a report without claims", lambda db: db.add_text("The weather was fine.", published="2021-08-09"), 0),
    (
        "a retraction",
        lambda db: db.add_text(
            "Correction: our report that Kunduz was captured was wrong. The Daily Wire regrets the error.",
            outlet="Daily Wire", published="2021-08-10",
        ),
        0,  # what was taken back tells nothing more: there is no block left to be fused
    ),
    ("a verdict", lambda db: db.judge(db.claims(place="Kunduz")[0].id, "accept", reason="seen"), 1),
]  # fmt: skip


@pytest.mark.parametrize(("act", "fused"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_only_what_is_touched_is_fused_again(act: Callable[[Database], object], fused: int) -> None:
    with in_memory() as database:
        database.add_text(KUNDUZ, outlet="Daily Wire", published="2021-08-09")
        for day, place in (("2021-08-08", "Taloqan"), ("2021-08-12", "Herat"), ("2021-08-13", "Kandahar")):
            database.add_text(f"The Taliban captured {place}, residents said.", published=day)
        database.timeline()
        before = database._book.fused
        act(database)
        picture = database.picture()
        assert picture.events == fuse_events(list(picture.claims.values()))
        assert database._book.fused == before + fused
        database.timeline(place="Kunduz")
        database.dossier("Kunduz")
        assert database._book.fused == before + fused
