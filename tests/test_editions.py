"""Another text at the same address under the same date is a later edition, known from its recording on."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from whoholds.database import Database, in_memory
from whoholds.editions import ORIGIN, as_edition
from whoholds.model import Published, Report

DAY = Published(date(2021, 8, 8))
NOW = datetime(2021, 8, 12, 9, tzinfo=UTC)
FIRST = Report(
    "There was heavy fighting in Kunduz on Sunday, residents said. Shops were shut.",
    outlet="Wire", address="https://wire.example/1", published=DAY,
)  # fmt: skip
SECOND = replace(FIRST, text=f"{FIRST.text} Taliban fighters captured Kunduz on Sunday, the governor said.")
OTHER = replace(FIRST, text="The army sent trucks of flour to Herat, and the bridge was opened again.")


def test_an_edition_is_known_from_now_on() -> None:
    edition = as_edition(SECOND, [FIRST], NOW)
    assert edition.published == Published(DAY.day, NOW, ORIGIN)
    assert edition.key == SECOND.key


@pytest.mark.parametrize(
    ("report", "known"),
    [
        (FIRST, []),
        (FIRST, [FIRST]),
        (SECOND, []),
        (OTHER, [FIRST]),
        (replace(SECOND, published=None), [FIRST]),
        (replace(SECOND, published=Published(date(2021, 8, 10))), [FIRST]),
        (replace(SECOND, published=Published(date(2021, 8, 7))), [FIRST]),
        (replace(SECOND, published=Published(DAY.day, datetime(2021, 8, 8, 7, tzinfo=UTC))), [FIRST]),
        (SECOND, [replace(FIRST, published=None)]),
        (replace(SECOND, text="Fallen."), [replace(FIRST, text="Not fallen.")]),
    ],
)
def test_all_else_stays_as_it_is(report: Report, known: list[Report]) -> None:
    assert as_edition(report, known, NOW) == report


def test_a_third_edition_is_one_too_and_the_same_again_is_none() -> None:
    second = as_edition(SECOND, [FIRST], NOW)
    third = as_edition(replace(SECOND, text=SECOND.text + " It is quiet now."), [FIRST, second], NOW)
    assert third.published is not None
    assert third.published.origin == ORIGIN
    assert as_edition(SECOND, [FIRST, second], NOW).published is None


def asked(database: Database, **known: object) -> tuple[object, ...]:
    state = database.control("Kunduz", on="2021-08-09", as_of="2021-08-09", **known).state  # type: ignore[arg-type]
    return state.status, state.holder, state.holders, state.reported, state.evidence


def test_an_edited_article_leaks_no_hindsight() -> None:
    with in_memory() as database:
        database.add(FIRST)
        before = asked(database)
        database.add(SECOND)
        assert asked(database) == before
        assert database.control("Kunduz", on="2021-08-09").state.holder == "Taliban"
        sequence = database.sequence()
        database.add(SECOND)
        database.add(FIRST)
        assert database.sequence() == sequence
        assert asked(database) == before


def test_an_edition_may_be_given_its_own_date() -> None:
    with in_memory() as database:
        database.add(FIRST)
        database.add(replace(SECOND, published=Published(date(2021, 8, 9))))
        assert asked(database)[1] == "Taliban"
        early = database.control("Kunduz", on="2021-08-08", as_of="2021-08-08").state
        assert early.holder != "Taliban"


def test_posts_of_one_channel_are_no_editions() -> None:
    with in_memory() as database:
        database.add(replace(OTHER, address="https://channel.example"))
        database.add(replace(SECOND, address="https://channel.example"))
        assert asked(database)[1] == "Taliban"
