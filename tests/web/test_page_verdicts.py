"""Verdicts on claims in the served page: given, shown, taken back, by mouse and by keyboard."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from dropping import FILES, give_token, place
from playwright.sync_api import Locator, Page, Route, expect
from seen import PHONE, SETTLED, WIDE, Seen, missing
from serving import TOKEN, Served, serving

from whoholds.database import open_database
from whoholds.model import Report
from whoholds.server.settings import STATIC

JUDGEMENTS = "**/api/judgements"
VIEW = "#on=2021-08-09&known=then&view=table"  # beside a dossier, the table is there sooner than the map


@pytest.fixture(scope="session")
def told(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The record that is copied for each test."""
    path = tmp_path_factory.mktemp("judged") / "record.db"
    with open_database(path) as database:
        for name, text in FILES.items():
            if name.endswith(".txt"):
                database.add(Report(text, name=name, outlet=name), published="2021-08-09")
    return path


@pytest.fixture
def writable(told: Path, tmp_path: Path) -> Iterator[Served]:
    if not (STATIC / "index.html").is_file():
        missing("the page is not built: run `npm ci && npm run build` in web/")
    shutil.copy(told, tmp_path / "record.db")
    with serving(tmp_path / "record.db", token=TOKEN) as one:
        yield one


@pytest.fixture
def seen(browser: Any, writable: Served) -> Iterator[Seen]:
    """A wide page on it, Kunduz open; at the end it has asked its own server alone and shows no token."""
    one = Seen(browser, WIDE)
    one.page.goto(f"{writable.address}/{VIEW}")
    place(one.page, "Kunduz")
    yield one
    assert [url for url in one.asked if not url.startswith((writable.address, "data:", "blob:"))] == []
    assert [words for words in one.complaints if "Failed to load resource" not in words] == []
    one.context.close()


def claim(page: Page, words: str) -> Locator:
    return page.locator(".claim").filter(has_text=words)


def judge(page: Page, words: str, verdict: str, reason: str) -> None:
    """Open the form on a claim and fill it in; the token is given where it is asked for."""
    claim(page, words).get_by_role("button", name=verdict).click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    if page.evaluate("() => sessionStorage.length") == 0:
        give_token(page)
    dialog.get_by_label("Reason").fill(reason)


def test_a_claim_is_rejected_and_the_view_is_kept(seen: Seen, writable: Served) -> None:
    page = seen.page
    expect(page.locator(".state")).to_contain_text("Taliban")
    page.get_by_role("button", name="Map", exact=True).click()
    page.wait_for_function(SETTLED)
    page.wait_for_function("() => location.hash.includes('look=')")
    before = page.evaluate("() => location.hash")
    judge(page, "Sunday", "Reject", "filmed in another town")
    page.get_by_label("Your name").fill("night desk")
    page.get_by_role("button", name="Reject the claim").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(claim(page, "Sunday").locator(".flag")).to_contain_text("Rejected by judgement, in hindsight")
    expect(claim(page, "Sunday")).to_contain_text("filmed in another town")
    expect(page.locator(".state")).not_to_contain_text("Taliban")
    expect(page.locator(".told")).to_contain_text("Rejected.")
    assert page.evaluate("() => location.hash") == before
    expect(claim(page, "Sunday").get_by_role("button", name="Reject")).to_be_focused()
    (row,) = writable.rows("/api/judgements", "judgements")
    assert (row["verdict"], row["reason"]) == ("reject", "filmed in another town")
    assert TOKEN not in page.evaluate("() => JSON.stringify([document.cookie, location.href, localStorage])")


def test_all_of_it_by_the_keyboard(seen: Seen, writable: Served) -> None:
    page = seen.page
    claim(page, "Sunday").get_by_role("button", name="Reject").press("Enter")
    expect(page.get_by_label("Token")).to_be_focused()
    page.keyboard.type(TOKEN)
    page.keyboard.press("Enter")
    expect(page.get_by_label("Reason")).to_be_focused()
    page.keyboard.type("a rumour")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".told")).to_contain_text("Rejected.")
    expect(claim(page, "Sunday").locator(".flag")).to_be_visible()
    page.keyboard.press("u")
    expect(page.get_by_label("Reason")).to_have_value("Judged by mistake")
    expect(page.get_by_role("dialog")).to_contain_text("a rumour")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".told")).to_contain_text("taken back")
    expect(claim(page, "Sunday").locator(".flag")).to_have_count(0)
    expect(page.locator(".state")).to_contain_text("Taliban")
    page.keyboard.press("j")
    rows = page.locator(".judged > li")
    expect(rows).to_have_count(2)
    expect(rows.first).to_contain_text("Taken back")
    expect(rows.last).to_contain_text("a rumour")
    page.keyboard.press("Escape")
    expect(page.locator(".dossier h2")).to_have_text("Kunduz")
    assert [row["verdict"] for row in writable.rows("/api/judgements", "judgements")] == ["reject", "undo"]


def test_an_amendment_moves_the_claim(seen: Seen, writable: Served) -> None:
    page = seen.page
    judge(page, "Sunday", "Amend", "read again")
    page.set_viewport_size({"width": 1280, "height": 560})  # lower than the form
    page.get_by_text("More values").click()
    expect(page.get_by_role("button", name="Amend the claim")).to_be_in_viewport(ratio=1)
    page.get_by_role("button", name="Amend the claim").click()
    expect(page.get_by_role("alert")).to_contain_text("Give at least one value")
    page.get_by_label("Place now: Kunduz").fill("Kundzzuz")
    page.get_by_role("button", name="Amend the claim").click()
    expect(page.get_by_role("alert")).to_contain_text("Kundzzuz")
    page.get_by_label("Place now: Kunduz").fill("")
    page.get_by_label("Last day").fill("2021-08-20")
    page.get_by_role("button", name="Amend the claim").click()
    expect(page.get_by_role("alert")).to_contain_text("when the report was published")
    page.get_by_label("Last day").fill("")
    page.get_by_label("Place now: Kunduz").fill("Khanabad")
    page.get_by_label("How sure").select_option("probable")
    page.get_by_role("button", name="Amend the claim").click()
    expect(page.locator(".told")).to_contain_text("Amended.")
    expect(claim(page, "Sunday")).to_have_count(0)
    place(page, "Khanabad")
    expect(claim(page, "Sunday").locator(".flag")).to_contain_text("Amended by judgement")
    expect(claim(page, "Sunday")).to_contain_text("probable")
    page.get_by_role("button", name="Judgements").click()
    expect(page.locator(".judged .amended")).to_contain_text("Khanabad")
    (row,) = writable.rows("/api/judgements", "judgements")
    assert row["amended"]["factuality"] == "probable"  # type: ignore[index]


def test_the_list_takes_back_what_is_in_force(seen: Seen, writable: Served) -> None:
    page = seen.page
    for verdict, reason in (("Accept", "our own people saw it"), ("Reject", "a copy")):
        judge(page, "Sunday", verdict, reason)
        page.get_by_role("button", name=f"{verdict} the claim").click()
        expect(page.locator(".told")).to_contain_text(f"{verdict}ed.")
        expect(claim(page, "Sunday").locator(".flag")).to_contain_text(f"{verdict}ed")
    page.get_by_role("button", name="Judgements").click()
    rows = page.locator(".judged > li")
    expect(rows.first).to_contain_text("a copy")
    expect(rows.first).to_contain_text("by nobody named")
    undo = rows.get_by_role("button", name="Undo")
    expect(undo).to_have_count(1)
    undo.click()
    page.get_by_label("Reason").fill("no copy after all")
    page.get_by_role("button", name="Take it back").click()
    expect(claim(page, "Sunday").locator(".flag")).to_contain_text("our own people saw it")


def test_undo_takes_back_no_judgement_but_the_one_it_names(seen: Seen, writable: Served) -> None:
    """Rejected here, accepted in another tab since: undo says so, and the acceptance stays."""
    page = seen.page
    judge(page, "Sunday", "Reject", "a copy")
    page.get_by_role("button", name="Reject the claim").click()
    expect(page.locator(".told")).to_contain_text("Rejected.")
    other = seen.context.new_page()
    other.goto(f"{writable.address}/{VIEW}")
    place(other, "Kunduz")
    judge(other, "Sunday", "Accept", "seen by two")
    other.get_by_role("button", name="Accept the claim").click()
    expect(other.locator(".told")).to_contain_text("Accepted.")
    page.keyboard.press("u")
    page.get_by_role("button", name="Take it back").click()
    expect(page.get_by_role("alert")).to_contain_text("Another judgement of this claim stands now: Accepted")
    verdicts = [row["verdict"] for row in writable.rows("/api/judgements", "judgements")]
    assert verdicts == ["reject", "accept"]
    other.get_by_role("button", name="Judgements").click()
    states = other.locator(".judged .badge")
    expect(states).to_have_text(["in force", "replaced"])
    other.keyboard.press("Escape")
    other.keyboard.press("u")
    other.get_by_role("button", name="Take it back").click()
    expect(claim(other, "Sunday").locator(".flag")).to_contain_text("Rejected")


def test_a_judgement_elsewhere_is_told_as_a_change_and_not_as_reports(browser: Any, writable: Served) -> None:
    one = Seen(browser, WIDE)
    one.page.clock.install()
    one.page.goto(f"{writable.address}/{VIEW}")
    place(one.page, "Kunduz")
    given = {"claim": str(claim(one.page, "Sunday").get_attribute("id")).removeprefix("claim-")}
    given |= {"verdict": "reject", "reason": "a copy"}
    headers = {"Authorization": f"Bearer {TOKEN}"}
    assert writable.client.post("/api/judgements", json=given, headers=headers).status_code == 200
    one.page.clock.fast_forward(31_000)
    expect(one.page.locator(".newer")).to_contain_text("The record has changed")
    expect(one.page.locator(".newer")).not_to_contain_text("reports")
    one.context.close()


def test_a_reason_is_needed_and_a_lost_token_is_asked_for_again(seen: Seen) -> None:
    page = seen.page
    judge(page, "Sunday", "Accept", "   ")
    page.get_by_role("button", name="Accept the claim").click()
    expect(page.get_by_role("alert")).to_contain_text("Give a reason")
    page.get_by_label("Reason").fill("seen")
    page.route(JUDGEMENTS, lambda route: route.fulfill(status=401, json={"detail": "no"}))
    page.get_by_role("button", name="Accept the claim").click()
    expect(page.get_by_label("Token")).to_be_visible()
    assert page.evaluate("() => sessionStorage.getItem('whoholds.token')") is None


@pytest.mark.parametrize(
    ("status", "words"), [(503, "is being written"), (None, "The server does not answer")]
)
def test_what_is_not_recorded_is_told(seen: Seen, status: int | None, words: str) -> None:
    page = seen.page
    judge(page, "Sunday", "Accept", "seen")

    def refuse(route: Route) -> None:
        if status is None:
            route.abort()
        else:
            route.fulfill(status=status, json={"detail": "The record is being written by another process."})

    page.route(JUDGEMENTS, refuse)
    page.get_by_role("button", name="Accept the claim").click()
    expect(page.get_by_role("alert")).to_contain_text(words)
    page.unroute(JUDGEMENTS)
    page.get_by_role("button", name="Accept the claim").click()
    expect(page.locator(".told")).to_contain_text("Accepted.")


def test_readers_see_what_was_judged_and_not_by_whom(browser: Any, writable: Served) -> None:
    name = writable.rows("/api/claims?place=Kunduz", "claims")[0]["id"]
    with open_database(writable.record) as database:
        database.judge(str(name), "reject", reason="a rumour", by="night desk")
    with serving(writable.record) as reading:
        one = Seen(browser, PHONE)
        page = one.page
        page.goto(f"{reading.address}/{VIEW}")
        place(page, "Kunduz")
        expect(page.locator(".verdicts")).to_have_count(0)
        page.get_by_role("button", name="Judgements").click()
        expect(page.locator(".judged")).to_contain_text("a rumour")
        assert "night desk" not in page.locator("body").inner_text()
        expect(page.get_by_role("dialog").get_by_role("button", name="Undo")).to_have_count(0)
        assert one.complaints == []
        one.context.close()


def test_an_older_state_of_the_record_cannot_be_judged(browser: Any, writable: Served) -> None:
    one = Seen(browser, WIDE)
    one.page.goto(f"{writable.address}/?recorded=1{VIEW}")
    place(one.page, "Kunduz")
    expect(one.page.locator(".verdicts")).to_have_count(0)
    expect(one.page.get_by_role("button", name="Add reports")).to_have_count(0)
    one.context.close()


def test_names_and_reasons_are_text(seen: Seen) -> None:
    page = seen.page
    words = "<img src=x onerror='window.pwned=1'>\u202e{n} $&"
    judge(page, "Sunday", "Accept", words)
    page.get_by_label("Your name").fill(words)
    page.get_by_role("button", name="Accept the claim").click()
    expect(claim(page, "Sunday").locator(".flag")).to_contain_text("onerror")
    page.get_by_role("button", name="Judgements").click()
    expect(page.locator(".judged")).to_contain_text("by <img src=x")
    assert page.locator(".judged img, .claim img").count() == 0
    assert page.evaluate("() => window.pwned") is None


def test_the_forms_fit_a_phone(browser: Any, writable: Served) -> None:
    one = Seen(browser, PHONE)
    page = one.page
    page.goto(f"{writable.address}/{VIEW}")
    place(page, "Kunduz")
    judge(page, "Sunday", "Amend", "w" * 300)
    boxes = "[document.documentElement, document.querySelector('dialog')]"
    wide = f"() => {boxes}.map(box => box.scrollWidth - box.clientWidth)"
    assert json.dumps(page.evaluate(wide)) == "[0, 0]"
    box = page.get_by_role("dialog").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= PHONE["width"]
    one.context.close()
