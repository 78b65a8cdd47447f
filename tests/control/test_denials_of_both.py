"""Denials alone, of one side or of both, hold no place."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from readings import in_report, plain, read

from whoholds.control.assess import Question, assess_control
from whoholds.control.case import Setting

ON = date(2025, 3, 10)


@pytest.mark.parametrize(
    "texts",
    [
        ("M23 denied it had been driven out of Bukavu.", "Residents denied that Bukavu had fallen."),
        ("M23 denied losing Bukavu.", "Residents denied that Bukavu had fallen to M23."),
        ("M23 denied that Bukavu had fallen.", "The army denied that Bukavu had fallen."),
        ("The army denied that it had lost Bukavu.", "M23 denied that it had captured Bukavu."),
        ("Residents denied that Bukavu had fallen to M23.", "Aid workers denied that M23 took Bukavu."),
        ("M23 denied that it had withdrawn from Bukavu.", "The mayor denied that M23 held Bukavu."),
    ],
)
def test_denials_alone_hold_nothing(texts: tuple[str, str]) -> None:
    days = (ON - timedelta(days=1), ON)
    claims = [one for text, day in zip(texts, days, strict=True) for one in read(in_report(text), day)]
    (place,) = {one.place for one in claims if one.place is not None}
    assert plain(place.name) == "Bukavu"
    state = assess_control(place, claims, Question(ON), Setting(government="Congolese government"))
    assert state.status in ("leaning", "contested", "unknown")
