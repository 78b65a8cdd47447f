"""The map as a drawing: every state has its mark, counts equal the selection, hostile names are inert."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

import pytest
from drawn import EACH, GROUND, METHOD, SQUARE, SVG, at, groups, read, selection, state, statuses, words_of
from selections import make_named, make_selection, only
from test_html import HOSTILE

from whoholds.errors import InputError
from whoholds.exports.map_panel import panel_of
from whoholds.exports.map_spots import Ground
from whoholds.exports.map_svg import Look, colour_findings, map_svg, panel_svg, same_size, scene_of
from whoholds.exports.symbology import symbology
from whoholds.model import Precision

GOVERNMENT, TALIBAN = symbology()["palette"][:2]
WIDTHS = (320, 480, 760, 1200, 4000)


def marks_of(svg: str) -> dict[str, str]:
    """The SVG of each dot's mark, by the name of its place."""
    found = re.findall(r'<g class="dot" data-place="user:(\w+)"[^>]*><title>[^<]*</title>\s*(.*?)</g>', svg)
    return {name: re.sub(r"url\(#\w+-", "url(#", mark) for name, mark in found}


def test_every_state_has_its_mark() -> None:
    marks = marks_of(map_svg(selection(*EACH), replace(GROUND, last_holders={"user:Contested": "Taliban"})))
    assert f'fill="{TALIBAN}"' in marks["Held"]
    assert "dasharray" not in marks["Held"]
    assert re.search(f'fill="none" stroke="{GOVERNMENT}"[^>]*dasharray', marks["Leaning"])
    assert 'fill="url(#striped0)"' in marks["Contested"]
    assert 'fill="url(#dotted)"' in marks["Nothing"]
    assert "dasharray" not in marks["Nothing"]
    assert re.search(r'fill="url\(#dotted\)"[^>]*dasharray', marks["Old"])
    assert '<circle r="17"' in marks["Around"]
    assert f'fill="none" stroke="{TALIBAN}"' in marks["Somewhere"]
    assert "M-4 0H4" in marks["Somewhere"]
    assert len(set(marks.values())) == len(EACH)


def test_certainty_is_never_opacity() -> None:
    svg = map_svg(selection(*EACH), GROUND)
    assert "opacity" not in svg
    area = state(replace(EACH[0].place, id="ne:AF-KDZ", kind="province"), "held", "Taliban")
    held = map_svg(selection(area), GROUND)
    leaning = map_svg(selection(replace(area, status="leaning")), GROUND)
    shares = [set(re.findall(r'opacity="([.\d]+)"', svg)) for svg in (held, leaning)]
    assert shares[0] == shares[1] == {str(symbology()["area_opacity"])}


def test_stripes_are_of_the_last_holder_and_the_challenger() -> None:
    ground = replace(GROUND, last_holders={"user:Contested": "Afghan government"})
    svg = map_svg(selection(EACH[2]), ground)
    (pattern,) = re.findall(r'<pattern id="\w+-striped0".*?</pattern>', svg)
    assert re.findall(r'fill="(#\w+)"', pattern) == [GOVERNMENT, TALIBAN]


def test_the_counts_are_those_of_the_selection() -> None:
    chosen = make_selection()
    svg = map_svg(chosen, Ground())
    drawn, wanted = groups(svg, "dot"), Counter(one.status for one in chosen.wanted_states())
    assert statuses(drawn) == wanted
    words = words_of(svg)
    for status in ("held", "leaning", "contested", "unknown"):
        assert f"{wanted[status]} {status}: " in words
    assert f"States of {len(drawn)} places" in words
    holding = Counter((one.holder, one.status) for one in chosen.wanted_states() if one.holder)
    for (party, status), count in holding.items():
        assert re.search(rf"{party}: [^:]*\b{count} {status}", words)


def test_filters_choose_the_places_and_are_said() -> None:
    chosen = only(party="Taliban", type="capture")
    svg = map_svg(chosen, Ground())
    assert len(groups(svg, "dot")) == len(chosen.wanted_states()) < len(make_selection().wanted_states())
    assert "Only places with claims where the party is Taliban; the type is capture." in words_of(svg)
    assert "Only places" not in words_of(map_svg(make_selection(), Ground()))


def test_a_private_name_in_a_filter_is_withheld() -> None:
    named = only(claimer="Gulalai Ahmadzai")
    assert "Gulalai" not in map_svg(named, Ground())
    assert "Gulalai" in map_svg(replace(named, public=False), Ground())


@pytest.mark.parametrize("width", WIDTHS)
def test_what_stands_around_the_map(width: int) -> None:
    words = words_of(map_svg(selection(*EACH), GROUND, Look(title="The north", width=width)))
    for told in (
        "The north",
        "True on 9 August 2021, as known on 8 August 2021",
        "Reports gathered, not verified facts.",
        f"Method {METHOD} · ledger 7.",
        "no line is a statement on a border",
        "GeoNames (CC BY 4.0)",
        "Natural Earth (public domain)",
    ):
        assert told in words
    assert "True on 9 August 2021" in (read(map_svg(selection(), GROUND)).findtext(f"{SVG}title") or "")


@pytest.mark.parametrize("width", WIDTHS)
def test_all_stands_inside_the_picture(width: int) -> None:
    svg = map_svg(selection(*EACH), GROUND, Look(width=width))
    root = read(svg)
    high = float(root.get("height") or 0)
    assert (root.get("width"), root.get("viewBox")) == (str(width), f"0 0 {width} {high:g}")
    for text in root.iter(f"{SVG}text"):
        assert 0 < float(text.get("x") or 0) < width
        assert 0 < float(text.get("y") or 0) < high


def test_a_height_is_kept_or_refused() -> None:
    assert read(map_svg(selection(*EACH), GROUND, Look(width=900, height=700))).get("height") == "700"
    with pytest.raises(InputError, match=r"330 pixels high has no room.*Give (\d+) or more") as told:
        map_svg(selection(*EACH), GROUND, Look(width=900, height=330))
    least = int(re.findall(r"Give (\d+)", str(told.value))[0])
    assert map_svg(selection(*EACH), GROUND, Look(width=900, height=least))


@pytest.mark.parametrize(("width", "height"), [(10, None), (5000, None), (900, 10), (900, 4001)])
def test_sizes_out_of_bounds(width: int, height: int | None) -> None:
    with pytest.raises(InputError, match="Give 320 to 4000"):
        Look(width=width, height=height)


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_names_are_inert(words: str) -> None:
    place = at("x", 36.0, 67.0)
    told = state(replace(place, name=words, id=words), "held", words)
    svg = map_svg(selection(told), Ground(), Look(title=words))
    allowed = {"svg", "title", "defs", "pattern", "rect", "circle", "clipPath", "g", "path", "text"}
    assert {one.tag.removeprefix(SVG) for one in read(svg).iter()} <= allowed
    names = {name for one in read(svg).iter() for name in one.attrib}
    assert not any(name.startswith("on") or "href" in name for name in names)
    assert not re.search("[\u202a-\u202e\u2066\u2067]", svg)
    assert svg.count("\u2068") == svg.count("\u2069")


def test_a_name_of_a_megabyte_is_cut() -> None:
    told = state(replace(at("x", 36.0, 67.0), name="ا" * 1_000_000), "held", "B" * 1_000_000)
    assert len(map_svg(selection(told), Ground(), Look(title="C " * 500_000))) < 20_000


def test_areas_are_filled_and_what_cannot_be_drawn_is_counted() -> None:
    province = state(replace(EACH[0].place, id="ne:AF-KDZ", kind="province"), "leaning", "Taliban")
    country = state(replace(EACH[0].place, id="iso:AF", kind="country"), "unknown")
    lost = state(replace(EACH[0].place, id="user:Lost", lat=None, lon=None), "held", "Taliban")
    svg = map_svg(selection(province, country, lost), GROUND)
    assert statuses(groups(svg, "area")) == {"leaning": 1}
    assert groups(svg, "dot") == []
    assert "States of 3 places" in words_of(svg)
    assert "Not on the map, but counted: 2" in words_of(svg)
    assert "not exact" not in words_of(svg)


def test_parties_beyond_the_palette_are_named_beside_their_places() -> None:
    towns = [state(at(f"Town{one}", 36 + one / 4, 67 + one % 3), "held", f"Party {one}") for one in range(8)]
    told = replace(GROUND, order=(*GROUND.order, *(f"Party {one}" for one in range(7))))
    words = words_of(map_svg(selection(*towns), told))
    beyond = [one for one in range(8) if f"Town{one} (Party {one})" in words]
    assert beyond == [4, 5, 6, 7]  # two of the ground take colours first; nobody said a word of the last one


def test_the_order_of_the_ground_moves_no_colour_of_a_party() -> None:
    held = selection(EACH[0])
    other = replace(GROUND, order=("Afghan government", "Taliban"))
    assert f'fill="{TALIBAN}"' in marks_of(map_svg(held, GROUND))["Held"]
    assert f'fill="{TALIBAN}"' in marks_of(map_svg(held, other))["Held"]
    chosen = map_svg(held, GROUND, Look(colours={"Taliban": "#123456"}))
    assert 'fill="#123456"' in marks_of(chosen)["Held"]
    with pytest.raises(InputError, match="not of the form"):
        map_svg(held, GROUND, Look(colours={"Taliban": "red"}))


def test_colours_are_judged() -> None:
    panel = panel_of(selection(*EACH), GROUND)
    plain, red = (
        Look(),
        Look(colours={"Taliban": "#aa4444", "Afghan government": "#a04848", "Nobody": "#000000"}),
    )
    assert colour_findings(scene_of([panel], GROUND, plain), plain) == []
    alike, unused = colour_findings(scene_of([panel], GROUND, red), red)
    assert "look alike in" in alike
    assert unused == "No party here is called Nobody, so its colour is not used."


@pytest.mark.parametrize("look", [Look(), Look(width=400), Look(width=900, height=700)])
def test_a_series_has_one_size_one_place_for_the_map_and_one_legend(look: Look) -> None:
    lost = state(replace(at("Lost", 36.0, 67.0), lat=None, lon=None), "held", "A party with a long name")
    panels = [panel_of(selection(*some), GROUND) for some in (EACH[:1], EACH, (EACH[4], lost))]
    scene, settled = same_size(panels, scene_of(panels, GROUND, look), look)
    drawings = [panel_svg(one, scene, settled) for one in panels]
    assert {read(one).get("height") for one in drawings} == {str(settled.height)}
    assert settled.height == look.height or look.height is None
    land = {re.findall(r'<path d="(M[^"]+)" fill="#ffffff"', one)[0] for one in drawings}
    assert len(land) == 1
    assert len({len(groups(one, "legend")) for one in drawings}) == 1
    for svg in drawings:
        lines = [float(one.get("y") or 0) for one in read(svg).iter(f"{SVG}text")]
        assert max(lines) < (settled.height or 0)


def test_two_drawings_in_one_document_keep_their_own_patterns() -> None:
    taken = replace(GROUND, last_holders={"user:Contested": "Afghan government"})
    drawings = [map_svg(selection(EACH[2]), ground) for ground in (GROUND, taken)]
    ids = [re.findall(r'\bid="([^"]+)"', one) for one in drawings]
    assert not set(ids[0]) & set(ids[1])
    for named, svg in zip(ids, drawings, strict=True):
        assert set(re.findall(r"url\(#([^)]+)\)", svg)) <= set(named)


def test_nothing_to_draw() -> None:
    svg = map_svg(selection(), Ground())
    assert groups(svg, "dot") == []
    assert "States of 0 places" in words_of(svg)


def test_the_structure_of_a_small_picture() -> None:
    svg = map_svg(selection(EACH[0], EACH[3]), GROUND, Look(title="Two", width=800))
    lines = [re.sub(r"\d+(\.\d+)?", "0", line) for line in svg.splitlines()]
    shapes = [re.sub(r'(data-\w+|class)="([^"]*)".*', r"\1=\2", line)[:24] for line in lines]
    assert [one.get("data-mark") for one in groups(svg, "legend")] == [
        "heading", "Taliban", "heading", "held", "leaning", "contested", "unknown",
    ]  # fmt: skip
    assert shapes.count("<g class=dot") == 2
    assert [one.get("data-place") for one in groups(svg, "dot")] == ["user:Held", "user:Nothing"]
    assert lines[0].startswith("<svg xmlns=")
    assert lines[-1] == "</svg>"
    assert map_svg(selection(EACH[0], EACH[3]), GROUND, Look(title="Two", width=800)) == svg


def test_dots_stand_where_their_places_lie() -> None:
    svg = map_svg(selection(*EACH), GROUND)
    moved = r"translate\(([\d.]+) ([\d.]+)\)"
    spots = {
        one.get("data-place"): tuple(map(float, re.findall(moved, one.get("transform") or "")[0]))
        for one in groups(svg, "dot")
    }
    held, leaning, contested = (spots[f"user:{name}"] for name in ("Held", "Leaning", "Contested"))
    assert held[0] < leaning[0]
    assert held[1] == leaning[1] > contested[1]
    assert held[0] == contested[0]
    ring = re.findall(r'<path d="M([^"]+)Z" fill="#ffffff"', svg)[0]
    corners = [tuple(map(float, point.split())) for point in ring.split("L")]
    assert len(corners) == len(SQUARE) - 1
    (left, bottom), (right, top) = corners[0], corners[2]
    assert held[0] == pytest.approx(left + (right - left) / 4, abs=0.2)
    assert held[1] == pytest.approx(bottom + (top - bottom) / 3, abs=0.2)


def test_a_place_that_claims_only_speak_of_from_near_is_hollow() -> None:
    exact = make_named()
    near = {key: replace(one, precision=Precision.NEAR) for key, one in exact.claims.items()}
    for picture, hollow in ((exact, False), (replace(exact, claims=near), True)):
        chosen = make_selection(picture)
        told = {one.place.id for one in chosen.wanted_states() if one.evidence}
        assert told
        assert {one.place.id for one in panel_of(chosen, Ground()).spots if one.uncertain} == (
            told if hollow else set()
        )
        assert ("position is not exact" in words_of(map_svg(chosen, Ground()))) is hollow
