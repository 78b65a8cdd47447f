"""The reports that the served record is made of: written for these tests."""

from __future__ import annotations

from datetime import date

from whoholds.model import Published, Report

MARKUP = "<script>alert('x')</script>"


def _report(day: str, outlet: str, name: str, text: str) -> Report:
    return Report(text, outlet=outlet, name=name, published=Published(date.fromisoformat(day)))


REPORTS = (
    _report(
        "2021-08-06",
        "Hill Courier",
        "hill-1",
        "The Afghan army held Kunduz on Friday, the provincial governor said. Shops were open in the centre.",
    ),
    _report(
        "2021-08-08",
        "Daily Wire",
        "wire-1",
        "A city changes hands\n\nTaliban fighters captured the city of Kunduz on Sunday, residents said. "
        "A provincial councillor also said that the army had withdrawn from Kunduz.",
    ),
    _report(
        "2021-08-08",
        "Ministry Desk",
        "ministry-1",
        "The Ministry of Defence denied on Sunday that Kunduz had fallen to the Taliban.",
    ),
    _report(
        "2021-08-09",
        "Daily Wire",
        "wire-2",
        f"{MARKUP} Taliban fighters captured Aybak on Monday, Mirwais Tokhi said. "
        "Mirwais Tokhi saw \u202e“<b>bold</b>” flags & heard gunfire in Aybak.",
    ),
    _report(
        "2021-08-09",
        "Field Notes",
        "field-1",
        "At least 20 soldiers were killed in clashes with the Taliban in Taloqan on Monday, a police officer "
        "said. There was no immediate comment from the Taliban.",
    ),
    _report(
        "2021-08-12",
        "Field Notes",
        "=1+1",
        "Taliban fighters captured the city of Ghazni on Thursday, the Afghan government confirmed.",
    ),
)
