"""Words of reports as text of a Markdown file."""

from __future__ import annotations

import re

from whoholds.wording import shown

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~])")


def markdown(words: str) -> str:
    """Words of a report as text: nothing in them is taken for Markdown or HTML."""
    return _SPECIAL.sub(r"\\\1", shown(words))
