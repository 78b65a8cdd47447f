"""What a hostile report does in the page: nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from factories import KUNDUZ
from page_factory import claims_of, page_data, part_of
from playwright.sync_api import expect
from seen import SETTLED, WIDE, Seen, number_of

from whoholds.exports.html import write_page
from whoholds.exports.page_data import PagePlace
from whoholds.exports.page_place_data import CountRow
from whoholds.exports.page_words import within

TEXTS = {
    "markup": "</script><script>window.pwned = 1</script><img src=https://example.org/x onerror='pwned = 1'>"
    "<style>body{display:none}</style><link rel=stylesheet href=https://example.org/a.css>"
    "<iframe src=https://example.org></iframe><meta http-equiv=refresh content='0;url=https://a.org'>"
    " {{constructor.constructor('pwned = 1')()}} ${pwned = 1} &lt;b&gt;",
    "bidi": "\u202e\u2067)deracs er'uoy( \u202d the end",
    "escape": "\x1b[2J\x1b]0;title\x07 and \x00 and \ufffe",
    "word": "w" * 1_000_000,
}
TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")
FIELDS = ("quote", "before", "after", "claimer", "outlet", "title", "relay", "side", "actor")


def fill_part(part: PagePlace, words: str) -> None:
    """What else stands in the part of a place: reasons, profile, counts."""
    part["labels"][0] = words
    assert part["profile"] is not None
    matter = part["profile"]["matters"][0]
    matter["quote"], matter["outlet"], matter["cue"] = words, words, [0, 3]
    part["profile"]["near"][0]["name"] = words
    counts: list[CountRow] = [
        {"claim": one["id"], "low": 1, "best": None, "high": 2, "text": words} for one in part["claims"][:2]
    ]
    part["tolls"] = [{"kind": words, "who": words, "event": words, "told": counts}]


@pytest.mark.parametrize("name", TEXTS)
def test_hostile_words_do_nothing(wide: Seen, tmp_path: Path, name: str) -> None:
    """In every field that a report fills: shown as they are, nothing run, fetched, pushed away."""
    words = TEXTS[name]
    data = page_data(title=words)
    row = next(one for one in claims_of(data) if one["quote"].startswith("Kunduz city"))
    row.update(dict.fromkeys(FIELDS, words))  # type: ignore[typeddict-item]
    row["address"] = f"javascript:{words}"
    row["trigger"] = [0, 5]
    row["retracted"] = {"known": row["known"], "quote": words, "report": words}
    row["judged"], row["judgement"] = "reject", {"verdict": "reject", "reason": words, "at": row["known"]}
    data["frame"]["places"][row["place"]]["name"] = words
    data["frame"]["parties"][0]["name"] = words
    fill_part(part_of(data, KUNDUZ.id), words)
    data["frame"]["facets"]["outlet"]["values"][0] = words
    path = tmp_path / "hostile.html"
    path.write_text(write_page(data), "utf-8")
    page = wide.open(path, f"#on=2021-08-09&known=then&place={KUNDUZ.id}")
    page.wait_for_function(SETTLED)
    claim = page.locator(f'[id="claim-{row["id"]}"]')
    shown = claim.locator("mark").evaluate("element => element.textContent")
    told = TURNS.sub(lambda sign: f"⟨U+{ord(sign[0]):04X}⟩", within(words))  # they turn nothing
    assert shown in (told, told.replace("\x00", "\ufffd"))
    assert claim.locator("img, script, style, iframe, a").count() == 0
    assert page.evaluate("() => window.pwned") is None
    assert page.evaluate("() => getComputedStyle(document.body).display") == "block"
    for key in ("f", "c"):
        page.keyboard.press(key)
        expect(page.locator(".side")).to_be_visible()
        assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    page.keyboard.press("Escape")
    assert page.evaluate("() => window.pwned") is None
    box = page.get_by_role("complementary").bounding_box()
    assert box is not None
    assert box["x"] + box["width"] <= WIDE["width"]
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    page.get_by_role("button", name="Table").click()
    expect(page.locator("tr.chosen")).to_be_visible()
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    assert number_of(page, KUNDUZ.id) == row["place"] + 1


def test_words_that_turn_the_direction_turn_their_own_line_only(wide: Seen, tmp_path: Path) -> None:
    """A name with a right-to-left override leaves the words after it where they are."""
    data = page_data()
    row = next(one for one in claims_of(data) if one["quote"].startswith("Kunduz city"))
    row["claimer"] = "\u202eevil"
    path = tmp_path / "turned.html"
    path.write_text(write_page(data), "utf-8")
    page = wide.open(path, f"#on=2021-08-09&known=then&place={KUNDUZ.id}")
    says = page.locator(f'[id="claim-{row["id"]}"] .says > span').first
    places = says.evaluate(
        """element => {
          const range = document.createRange();
          range.selectNodeContents(element.lastChild);
          const name = element.querySelector('bdi').getBoundingClientRect();
          return [name.right, range.getBoundingClientRect().left];
        }"""
    )
    assert places[0] <= places[1] + 1
