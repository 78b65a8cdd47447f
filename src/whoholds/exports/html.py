"""The map as one HTML file: data, code and drawing in it, opens from a disk, asks nothing of any network."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files

from whoholds.errors import DataError
from whoholds.exports.page_data import PageData
from whoholds.exports.page_words import LONGEST_NAME, within

PLACEHOLDER = '<script type="application/json" id="picture"></script>'


def write_page(data: PageData) -> str:
    """The page with the data in it: the frame in one element, the part of each place in one of its own.

    Texts are cut as `page_words` says.
    Raises `DataError` where the installed product has no page (it is built with the package).
    """
    before, after = _form()
    elements = [_element("picture", within(data["frame"], LONGEST_NAME))]
    elements += [_element(f"part-{part['place']}", within(part)) for part in data["parts"]]
    return "".join([before, *elements, after])


def _element(name: str, data: object) -> str:
    """An element that holds data, and that the page reads when it needs it."""
    return f'<script type="application/json" id="{name}">{json_in_script(data)}</script>'


def json_in_script(data: object) -> str:
    """JSON that no text in it can close: it has no "<", ">", "&" nor lone surrogate, whatever reports say.

    Line separators U+2028 and U+2029 are escaped too. Parsed, it is the same data.
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return "".join(f"\\u{ord(one):04x}" if "\ud800" <= one <= "\udfff" else one for one in text)


@cache
def _form() -> tuple[str, str]:
    """The built page before and after where the data goes."""
    try:
        form = (files("whoholds.exports") / "page" / "page.html").read_text("utf-8")
    except FileNotFoundError as error:
        raise DataError(
            "The page is not in this installation (exports/page/page.html is missing): "
            "install whoholds again, or run `npm ci && npm run build` in web/."
        ) from error
    parts = form.split(PLACEHOLDER)
    if len(parts) != 2:
        raise DataError("The page of this installation has no place for its data: install whoholds again.")
    return parts[0], parts[1]
