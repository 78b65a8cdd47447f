"""What names the content of a page: two pages with one hash show the same, whoever made them, and when."""

from __future__ import annotations

import json
from hashlib import sha256

from whoholds.exports.page_data import PageFrame

OF_META = ("first", "last", "recorded", "method", "unplaced")


def data_hash(frame: PageFrame) -> str:
    """SHA-256 of a frame as JSON (keys sorted, no spaces, UTF-8), in hexadecimal digits.

    Of `meta` only the range of days, the ledger sequence, the method and the claims not on the page count:
    not the title, the day that it opens on, nor when and by which version it was made.
    """
    meta = frame["meta"]
    counted = {**frame, "meta": {name: value for name, value in meta.items() if name in OF_META}}
    text = json.dumps(counted, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
