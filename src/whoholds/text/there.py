"""Who says so "there": the word is kept from the parser, which is led astray by it."""

from __future__ import annotations

import re
from functools import cache

from whoholds.text.reporting import reporting_verbs, words

THERE = "there"


def without_there(sentence: str) -> str:
    """The sentence with blanks for each "there" between who says so and the verb, as long as it was.

    "The town fell, a doctor there said" is parsed like "The town fell, a doctor said".
    """
    return _pattern().sub(" " * len(THERE), sentence) if f" {THERE} " in sentence else sentence


@cache
def _pattern() -> re.Pattern[str]:
    verbs = "|".join(sorted(map(re.escape, reporting_verbs()), key=lambda form: (-len(form), form)))
    kept = "".join(rf"(?<!\b{re.escape(word)} )" for word in sorted(words("there", "not_after")))
    return re.compile(rf"(?<=[a-z] ){kept}{THERE}(?= (?:{verbs})\b)")
