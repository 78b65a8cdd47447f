"""The map of a record as a picture: named like every answer, saved in any form, shown by a notebook."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from importlib.resources import files
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from told import Telling, taken

from whoholds.database import Database, map_result
from whoholds.database.mapping import Course
from whoholds.errors import InputError
from whoholds.exports import Filter
from whoholds.exports.map_svg import Look

ON = "2021-08-09"
SMALL = Look(width=400)
needs_page = pytest.mark.skipif(
    not (files("whoholds.exports") / "page" / "page.html").is_file(),
    reason="the page is not built: run `npm ci && npm run build` in web/",
)


def marks(svg: str) -> list[tuple[str, str]]:
    return re.findall(r'<g class="(?:dot|area)" data-place="([^"]+)" data-state="(\w+)"', svg)


def test_it_shows_the_states_of_the_day(sample: Database) -> None:
    drawn = marks(sample.map(on=ON, as_of=ON).svg)
    states = {one.state.place.id: one.state for one in sample.controls(on=ON, as_of=ON)}
    assert len(dict(drawn)) == len(drawn) > 40
    for place, status in drawn:
        assert states[place].status == status
    hidden = [one.place for name, one in states.items() if name not in dict(drawn)]
    assert all(one.lat is None or one.kind == "country" for one in hidden)


def test_what_is_told_later_changes_no_picture_of_before(tell: Telling, database: Database) -> None:
    tell(taken())
    before = database.map(on=ON, as_of=ON)
    tell(taken(actor="Afghan government", recipient="Taliban"), outlet="Other", published="2021-08-12")
    tell(taken(place="Aybak"), outlet="Other", published="2021-08-12")
    assert database.map(on=ON, as_of=ON, recorded=before.selection.picture.record.recorded).svg == before.svg
    assert database.map(on=ON).svg != before.svg


def colours(database: Database, as_of: str | None = None) -> dict[str, str]:
    return {one["name"]: one["colour"] for one in database.page_frame(as_of=as_of)["parties"]}


def test_colours_hang_on_neither_what_is_known_nor_what_is_added(tell: Telling, database: Database) -> None:
    tell(taken(actor="Afghan government", recipient="Taliban"), published="2021-08-09")
    for number in range(4):
        tell(taken(actor="Taliban", place="Aybak"), outlet=f"Other {number}", published="2021-08-12")
    early, late = database.map(on=ON, as_of=ON), database.map(on="2021-08-12")
    assert early.ground.order == late.ground.order == ("Afghan government", "Taliban")
    before = colours(database)
    for day in ("2021-07-01", "2021-07-02"):  # older than all that is recorded, and of more claims
        tell(taken(actor="Panjshir Resistance", place="Ghazni"), outlet=day, published=day)
    assert colours(database).items() >= before.items()
    assert colours(database).items() >= colours(database, ON).items()
    assert len({*colours(database).values()}) == len(colours(database)) == 3


def test_a_contested_place_keeps_the_colour_of_its_last_holder(sample: Database) -> None:
    days = [date(2021, month, day) for month in (7, 8) for day in range(1, 32, 3)]
    day = next(
        one for one in days
        if any(answer.state.status == "contested" for answer in sample.controls(on=one, as_of=one))
    )  # fmt: skip
    found = sample.map(on=day, as_of=day)
    contested = [one.place.id for one in found.selection.wanted_states() if one.status == "contested"]
    assert contested
    for place in contested:
        history = sample.view(as_of=day).history(sample.view().places[place], found.selection.on)
        held = [one.holder for one in history if one.holder]
        assert found.ground.last_holders.get(place) == (held[-1] if held else None)


@needs_page
def test_every_form_is_saved(sample: Database, tmp_path: Path) -> None:
    found = sample.map(on=ON, as_of=ON, title="The north", look=SMALL)
    saved = {one: found.save(tmp_path / f"x{one}").read_bytes() for one in (*map_result.SUFFIXES, ".PNG")}
    assert saved[".svg"].decode() == found.svg
    assert "The north" in found.svg
    for suffix, form in ((".png", "PNG"), (".PNG", "PNG"), (".webp", "WEBP")):
        image = Image.open(BytesIO(saved[suffix]))
        assert (image.format, image.size[0]) == (form, 400)
    features = json.loads(saved[".geojson"])["features"]
    assert len(features) == len(found.selection.wanted_states())
    assert saved[".html"].startswith(b"<!doctype html>")
    assert b"The north" in saved[".html"]


@pytest.mark.parametrize(
    ("name", "told"), [("x.gif", "ends in '.gif'"), ("x", "has no suffix"), ("x.svg.zip", "ends in '.zip'")]
)
def test_another_suffix_is_refused(sample: Database, tmp_path: Path, name: str, told: str) -> None:
    with pytest.raises(InputError, match=rf"{re.escape(told)}. Give one of: \.html \.svg"):
        sample.map(on=ON).save(tmp_path / name)
    assert not list(tmp_path.iterdir())


def meta_of(page: str) -> Any:
    """What the page says of itself."""
    return json.loads(page.split('id="picture">')[1].split("</script>")[0])["meta"]


class Frames(HTMLParser):
    """Collects elements with their attributes, unescaped."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


@needs_page
def test_a_notebook_shows_the_page_in_a_frame_of_its_own(sample: Database) -> None:
    found = sample.map(on=ON, as_of=ON, title='"><script>alert(1)</script>')
    reader = Frames()
    reader.feed(found._repr_html_())
    ((tag, frame),) = reader.found
    assert tag == "iframe"
    assert "allow-same-origin" not in (frame["sandbox"] or "")
    assert frame["srcdoc"] == found.html
    assert meta_of(found.html)["title"] == found.look.title


@needs_page
def test_the_page_opens_on_the_day_asked_for(sample: Database) -> None:
    meta = meta_of(sample.map(on="2021-08-03").html)
    assert meta["first"] <= meta["opens"] <= meta["last"]
    assert meta["opens"] == 18_842  # 3 August 2021, in days since 1970


def test_a_large_or_filtered_map_is_shown_as_a_drawing(
    sample: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    filtered = sample.map(on=ON, filter=Filter(party="Taliban"), look=SMALL)
    assert filtered.svg in filtered._repr_html_()
    assert "the party is" in filtered.svg
    assert filtered.selection.filter.asked == {"party": "Taliban"}
    monkeypatch.setattr(map_result, "MOST_CLAIMS", 10)
    whole = sample.map(on=ON, look=SMALL)
    assert "<iframe" not in whole._repr_html_()
    assert whole._repr_svg_() == whole.svg


def test_a_closed_record_still_shows_the_drawing(tell: Telling, database: Database) -> None:
    tell(taken())
    found = database.map(on=ON)
    database.close()
    assert found.svg in found._repr_html_()


def test_private_names_are_withheld(tell: Telling, database: Database) -> None:
    tell(taken(claimer="Gulalai Ahmadzai"))
    found = database.map(on=ON, filter=Filter(claimer="Gulalai Ahmadzai"))
    assert "Gulalai" not in found.svg
    assert "Kunduz" in found.svg
    assert b"Gulalai" not in replace(found, selection=replace(found.selection, filter=Filter())).bytes_of(
        ".geojson"
    )


def test_an_animation_of_days(tell: Telling, database: Database) -> None:
    tell(taken(), published="2021-08-09")
    moved = database.animation(Course("2021-08-07", "2021-08-12", step=2), look=SMALL)
    image = Image.open(BytesIO(moved.webp))
    assert moved.frames == image.n_frames == 4  # type: ignore[attr-defined]
    assert image.size[0] == 400
    hindsight = moved.webp
    then = database.animation(Course("2021-08-07", "2021-08-12", step=2, then=True), look=SMALL).webp
    assert then != hindsight


def test_an_animation_is_saved_as_webp_only(tell: Telling, database: Database, tmp_path: Path) -> None:
    tell(taken())
    moved = database.animation(Course(ON, ON), look=SMALL)
    assert moved.save(tmp_path / "x.webp").read_bytes() == moved.webp
    assert "data:image/webp;base64," in moved._repr_html_()
    with pytest.raises(InputError, match=r"written as \.webp only"):
        moved.save(tmp_path / "x.gif")


@pytest.mark.parametrize(
    ("course", "told"),
    [
        (Course("2021-08-09", "2021-08-07"), "give the earlier one first"),
        (Course("2021-08-07", "2021-08-09", step=0), "A step of 0 days is none"),
        (Course("2001-08-07", "2021-08-09"), "more than 200 pictures. Give a step of 37 days or more"),
        (Course("spring", "2021-08-09"), "spring"),
    ],
)
def test_courses_that_cannot_be(course: Course, told: str) -> None:
    with pytest.raises(InputError, match=re.escape(told)):
        course.days()


@pytest.mark.parametrize("step", [1, 2, 3, 37])
def test_a_course_ends_on_its_last_day(step: int) -> None:
    days = Course("2021-08-01", "2021-08-30", step=step).days()
    assert (days[0].isoformat(), days[-1].isoformat()) == ("2021-08-01", "2021-08-30")
    assert days == sorted(set(days))
    assert all((later - one).days <= step for one, later in pairwise(days))


def test_the_step_that_is_advised_is_enough() -> None:
    course = Course("2001-08-07", "2021-08-09")
    with pytest.raises(InputError) as told:
        course.days()
    step = int(re.findall(r"Give a step of (\d+)", str(told.value))[0])
    assert 190 <= len(replace(course, step=step).days()) <= 200
