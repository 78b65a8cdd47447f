"""Files dropped on a page, the token given, reports to be dropped."""

from __future__ import annotations

import json

from playwright.sync_api import Page, expect
from serving import TOKEN

DROP = """files => {
  const given = new DataTransfer();
  for (const [name, text] of files) given.items.add(new File([text], name));
  const told = {dataTransfer: given, bubbles: true, cancelable: true};
  document.body.dispatchEvent(new DragEvent('dragover', told));
  document.body.dispatchEvent(new DragEvent('drop', told));
}"""
FILES = {
    "hill.txt": "The Afghan army held Kunduz on Friday, the provincial governor said.",
    "wire.txt": "Taliban fighters captured the city of Kunduz on Sunday, residents said.",
    "lines.jsonl": "\n".join(
        json.dumps({"id": name, "outlet": "Wire", "published": "2021-08-09", "text": text})
        for name, text in (
            ("one", "Taliban fighters captured Aybak on Monday, the deputy governor said."),
            ("two", "Taliban fighters captured the city of Taloqan on Sunday, residents said."),
        )
    ),
}


def drop(page: Page, files: dict[str, str]) -> None:
    """Drop files as from a file manager."""
    page.evaluate(DROP, list(files.items()))


def give_token(page: Page, token: str = TOKEN) -> None:
    """Give the token where it is asked for."""
    page.get_by_label("Token").fill(token)
    page.keyboard.press("Enter")


def take_in(page: Page, files: dict[str, str], day: str = "2021-08-09") -> None:
    """Drop files, say their day, and have them taken in; the token is had already."""
    drop(page, files)
    expect(
        page.get_by_role("button", name="Take in")
    ).to_be_focused()  # it takes the focus once files are there
    page.get_by_label("Published on").fill(day)
    page.get_by_role("button", name="Take in").click()


def place(page: Page, name: str) -> None:
    """Open a dossier, whose claims are there then."""
    page.get_by_role("combobox", name="Find a place").fill(name)
    page.keyboard.press("Enter")
    expect(page.locator(".claim").first).to_be_visible()
