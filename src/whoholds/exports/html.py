"""The map as one HTML file: data, code and drawing in it, opens from a disk, asks nothing of any network."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files

from whoholds.errors import DataError
from whoholds.exports.page_data import PageData

PLACEHOLDER = '<script type="application/json" id="picture"></script>'


def write_page(data: PageData) -> str:
    """The page with the data in it.

    Raises `DataError` where the installed product has no page (it is built with the package).
    """
    before, after = _form()
    filled = PLACEHOLDER.replace("></", f">{json_in_script(data)}</")
    return f"{before}{filled}{after}"


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
