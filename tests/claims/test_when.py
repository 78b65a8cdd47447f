"""A date in words that only describe a place dates what it stands with, not the event."""

from __future__ import annotations

from datetime import date

import pytest
from readings import read

ON = date(2025, 3, 10)
DESCRIBED = [
    ("The rebels captured Gao, the birthplace of the 2012 uprising, on Monday.", "2025-03-10"),
    ("The rebels captured Gao, home of the 1963 mutineers.", None),
    ("The rebels captured Gao, scene of a massacre in 2012.", None),
    ("Gao, site of the 2012 massacre, was captured by the rebels on Monday.", "2025-03-10"),
    ("The rebels captured Gao, which had held out against them for two years.", None),
    ("Residents said the rebels had captured the town of Gao, which had fought them for three months.", None),
    ("The rebels captured the 2010 World Cup stadium in Gao.", None),
    ("The rebels captured Gao, built in 1905 by the French.", None),
]
OF_THE_EVENT = [
    ("The rebels captured Gao in 2012.", "2012-01-01"),
    ("The rebels captured Gao in their 2012 offensive.", "2012-01-01"),
    ("The 2012 capture of Gao by the rebels shocked the army.", "2012-01-01"),
    ("The rebels captured Gao, the largest town of the north, in March 2012.", "2012-03-01"),
    ("The rebels captured Gao two years ago.", "2023-01-01"),
    ("In 2012 the rebels captured Gao.", "2012-01-01"),
    ("The rebels captured Gao, their last stronghold, on 3 March.", "2025-03-03"),
]
COUNTED = [  # the days so long after a month, not after its first day
    ("The rebels took Gao in January. They left it eleven days later.", "2025-01-12", "2025-02-11"),
    ("In January the rebels took Gao. They left it two weeks later.", "2025-01-15", "2025-02-14"),
    ("The rebels took Gao in 2012. They left it three months later.", "2012-04-01", "2013-03-31"),
    ("The rebels took Gao on 3 January. They left it two weeks later.", "2025-01-17", "2025-01-17"),
    ("In 2012 the rebels held Gao for ten days before withdrawing.", "2012-01-01", "2012-12-31"),
]


@pytest.mark.parametrize(("text", "start"), [*DESCRIBED, *OF_THE_EVENT])
def test_the_day_of_an_event(text: str, start: str | None) -> None:
    found = [one.days.start for one in read(text, ON) if one.claim.type.value == "capture"]
    assert [day.isoformat() if day else None for day in found] == [start]


EACH_ITS_OWN = {
    "M23 captured Sake on Sunday and Goma on Monday.": {"Sake": "2025-03-09", "Goma": "2025-03-10"},
    "M23 took Masisi in January, Uvira on 3 March and Goma on 5 March, it said.": {
        "Masisi": "2025-01-01",
        "Uvira": "2025-03-03",
        "Goma": "2025-03-05",
    },
    "M23 took Sake on Sunday and Goma on Monday was calm.": {"Sake": "2025-03-09"},
    "M23 captured Sake (3 March), Masisi (5 March) and Goma (6 March).": {
        "Sake": "2025-03-03",
        "Masisi": "2025-03-05",
        "Goma": "2025-03-06",
    },
    "Bukavu and Goma fell on Saturday and Sunday respectively.": {
        "Bukavu": "2025-03-08",
        "Goma": "2025-03-09",
    },
    "In 2012 the rebels of M23 held Goma before the army retook it.": {"Goma": "2012-01-01"},
    "M23 captured Sake on Sunday, and on Monday it captured Goma.": {
        "Sake": "2025-03-09",
        "Goma": "2025-03-10",
    },
}


@pytest.mark.parametrize("text", EACH_ITS_OWN)
def test_each_place_of_a_list_has_its_own_day(text: str) -> None:
    taken = {(one.place_name, str(one.days.start)) for one in read(text, ON)}
    assert sorted(taken) == sorted(EACH_ITS_OWN[text].items())


def test_what_still_goes_on_is_not_of_the_day_of_what_happened_before() -> None:
    text = "M23 captured Sake on Friday and clashes are still under way in Goma."
    (fought,) = (one.days for one in read(text, ON) if one.claim.type.value == "clash")
    assert (fought.start, fought.end) == (ON, ON)


@pytest.mark.parametrize(("text", "start", "end"), COUNTED)
def test_days_counted_from_what_is_told_before(text: str, start: str, end: str) -> None:
    (left,) = (one.days for one in read(text, ON) if one.claim.type.value == "withdrawal")
    assert (str(left.start), str(left.end)) == (start, end)
