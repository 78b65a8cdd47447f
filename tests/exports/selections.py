"""A selection to export: the small picture of the page's tests, its states on 15 August 2021."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from factories import GOVERNMENT
from page_factory import NAMES, PLACES, make_picture

from whoholds.control import Question, Setting, assess_control
from whoholds.events import fuse_events
from whoholds.exports.filters import Filter
from whoholds.exports.selection import Selection
from whoholds.model import content_key
from whoholds.picture import Picture

ON = date(2021, 8, 15)


def make_named() -> Picture:
    """The small picture with its events, and claims' ids of hexadecimal digits, as of a record."""
    picture = make_picture()
    names = {old: content_key(old) for old in picture.claims}
    claims = {names[old]: replace(claim, id=names[old]) for old, claim in picture.claims.items()}
    by_place = {place: tuple(names[old] for old in ids) for place, ids in picture.by_place.items()}
    return replace(picture, claims=claims, by_place=by_place, events=fuse_events(list(claims.values())))


def make_selection(picture: Picture | None = None, **given: Any) -> Selection:
    """All of the picture; `filter` and `public` may be given."""
    shown = picture or make_named()
    claims = list(shown.claims.values())
    question = Question(ON, None, shown.record.recorded, shown.method)
    states = [assess_control(place, claims, question, Setting(GOVERNMENT)) for place in PLACES]
    names = {one.id: {"province": NAMES[str(one.province)]} for one in PLACES if one.province in NAMES}
    return Selection(shown, states, ON, names=names, **given)


def only(**given: Any) -> Selection:
    """What a filter keeps."""
    return make_selection(filter=Filter(**given))


def with_claim(number: int = 0, **values: Any) -> Picture:
    """The picture with one claim changed."""
    picture = make_named()
    key = list(picture.claims)[number]
    claims = {**picture.claims, key: replace(picture.claims[key], **values)}
    return replace(picture, claims=claims, events=fuse_events(list(claims.values())))
