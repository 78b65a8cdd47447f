"""A date given for all of a folder dates what has none, and changes no date that is known."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import whoholds


def test_the_daily_folder_keeps_its_dates(tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "one.txt").write_text("The Taliban captured Kunduz on Sunday, officials said.", "utf-8")
    with whoholds.open(tmp_path / "a.db") as database:
        database.add(folder, published="2021-08-09")
        (folder / "two.txt").write_text("The Taliban captured Herat on Thursday, officials said.", "utf-8")
        database.add(folder, published="2021-08-13")
        days = {claim.place_name: claim.published for claim in database.claims()}
        assert days == {"Kunduz": date(2021, 8, 9), "Herāt": date(2021, 8, 13)}
        database.add(folder / "one.txt", published="2021-08-10")  # one file, named: a correction
        corrected = [claim.published for claim in database.claims() if claim.place_name == "Kunduz"]
        assert corrected == [date(2021, 8, 10)]
