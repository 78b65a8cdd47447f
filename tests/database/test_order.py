"""The picture depends on what is recorded, never on the order or number of times it was added."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from told import SAMPLE

from whoholds.claims.rules import extract
from whoholds.database.view import View
from whoholds.gazetteer import load_gazetteer
from whoholds.index.known import FromAll
from whoholds.model import Extraction, Report
from whoholds.pipeline import Resolver, ingest, resolve_record
from whoholds.reports import read_reports
from whoholds.store import Store

NAMES = ("Lashkar Gah", "Zaranj", "Kunduz")


@cache
def reports() -> tuple[Report, ...]:
    """The sample's reports of some days in August that name one of three towns, a correction among them."""
    found = [one for one in read_reports(SAMPLE / "reports.jsonl") if isinstance(one, Report)]
    days = [
        one
        for one in found
        if one.published and 4 <= one.published.day.day <= 8 and one.published.day.month == 8
    ]
    return tuple(one for one in days if any(name in one.text for name in NAMES))[:10]


@cache
def read(key: str) -> Extraction:
    return extract(next(one for one in reports() if one.key == key))


def view_of(order: Sequence[Report], **known: object) -> View:
    with Store.in_memory() as store:
        for _ in ingest(order, store, extractor=lambda report: read(report.key)):
            pass
        gazetteer = load_gazetteer()
        resolved = resolve_record(store, Resolver(gazetteer), **known)  # type: ignore[arg-type]
        return View(FromAll(resolved), gazetteer)


def told(view: View) -> tuple[object, ...]:
    """All of a picture but the ledger's numbers."""
    states = [replace(state, recorded=0) for state in view.states(view.last_day)]
    return (
        list(view.resolved.claims),
        view.picture.events,
        view.picture.by_place,
        states,
        view.resolved.silences,
    )


def test_the_reports_are_worth_shuffling() -> None:
    view = view_of(reports())
    assert len(reports()) == 10
    assert any(claim.retracted for claim in view.resolved.claims)
    assert len({claim.place.id for claim in view.resolved.claims if claim.place}) >= 3


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_any_order_and_any_repetition_give_the_same_picture(data: st.DataObject) -> None:
    order = data.draw(st.permutations(reports()))
    again = data.draw(st.lists(st.sampled_from(reports()), max_size=4))
    assert told(view_of([*order, *again])) == told(view_of(reports()))


@pytest.mark.parametrize("number", [2, 5, 8])
def test_what_was_known_at_a_moment_is_what_was_published_by_then(number: int) -> None:
    moment = sorted(one.published.known_from for one in reports() if one.published)[number]
    by_then = [one for one in reports() if one.published and one.published.known_from <= moment]
    assert told(view_of(reports(), as_of=moment))[:3] == told(view_of(by_then))[:3]
    assert len(view_of(reports(), as_of=moment - timedelta(days=400)).resolved.claims) == 0
