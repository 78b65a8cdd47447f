"""Many patterns looked for at once: at each word only those that can begin with its first letters.

What each pattern can begin with is worked out from the pattern itself, as `re` understands it, so that
nothing is left out. Searching a text for one long pattern after another costs several times as much.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from importlib import import_module
from typing import Any

LETTERS = 3  # of a beginning that are looked at
DIGIT = "0"  # stands for every digit
_WORD_BEGINS = re.compile(r"(?<!\w)\w")
_DIGITS = str.maketrans("123456789", DIGIT * 9)
_MOST = 200  # characters of a set that are told apart
_REMEMBERED = 50_000  # beginnings of words
_Begun = tuple[str, bool]  # the first characters, and whether it is known what may follow them


class Openers:
    """Patterns that each begin at the beginning of a word, by name: `patterns`."""

    def __init__(self, patterns: Mapping[str, re.Pattern[str]]) -> None:
        self.patterns = patterns
        self._begun = {name: beginnings(pattern) for name, pattern in patterns.items()}
        self._opened_by = lru_cache(_REMEMBERED)(self._find)

    def find(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[tuple[str, re.Match[str]]]:
        """What `finditer` of each pattern finds between two positions, by where it begins.

        What begins at one place is in the order of the patterns.
        """
        ends = dict.fromkeys(self.patterns, 0)
        for word in _WORD_BEGINS.finditer(text, start, end):
            at = word.start()
            for name, pattern in self._opened_by(text[at : at + LETTERS]):
                if at >= ends[name] and (match := pattern.match(text, at, end)) is not None:
                    ends[name] = match.end()
                    yield name, match

    def _find(self, letters: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
        """The patterns that may begin with these characters."""
        plain = letters.translate(_DIGITS)
        firsts = {plain[:n] for n in range(len(plain) + 1)}
        sure = plain.isascii()  # there are more digits than ten
        return tuple(
            (name, pattern)
            for name, pattern in self.patterns.items()
            if not sure or not firsts.isdisjoint(self._begun[name])
        )


def beginnings(pattern: re.Pattern[str]) -> frozenset[str]:
    """What a pattern can begin with, three characters each; one that is shorter may go on in any way."""
    try:
        tree = import_module("re._parser").parse(pattern.pattern, pattern.flags)
    except (ImportError, AttributeError):  # another Python than those known here: looked for everywhere
        return frozenset({""})
    if pattern.flags & re.IGNORECASE:
        return frozenset({""})
    return frozenset(letters for letters, _ in _after({("", True)}, tree))


def _after(begun: Iterable[_Begun], steps: Iterable[tuple[Any, Any]]) -> set[_Begun]:
    """The beginnings that some steps of a pattern make of those before them."""
    found = set(begun)
    for step, told in steps:
        going = {one for one in found if one[1] and len(one[0]) < LETTERS}
        if not going:
            break
        found = (found - going) | _stepped(going, str(step), told)
    return found


def _stepped(going: set[_Begun], step: str, told: Any) -> set[_Begun]:
    if step in ("ASSERT", "ASSERT_NOT", "AT"):
        return going
    if step == "LITERAL":
        return {(letters + _plain(chr(told)), True) for letters, _ in going}
    if step == "IN" and (held := _held(told)) is not None:
        return {(letters + one, True) for letters, _ in going for one in held}
    if step == "BRANCH":
        return set().union(*(_after(going, branch) for branch in told[1]))
    if step == "SUBPATTERN":
        return _after(going, told[-1])
    if step in ("MAX_REPEAT", "MIN_REPEAT"):
        return _repeated(going, *told)
    return {(letters, False) for letters, _ in going}


def _repeated(going: set[_Begun], least: int, most: Any, steps: Any) -> set[_Begun]:
    found = set() if least else set(going)
    for time in range(1, min(int(most), LETTERS) + 1):
        going = _after(going, steps)
        if time >= least or time == LETTERS:
            found |= going
    return found


def _held(told: Iterable[tuple[Any, Any]]) -> set[str] | None:
    """The characters of a set, None where they are too many."""
    found: set[str] = set()
    for kind, what in told:
        if str(kind) == "LITERAL":
            found.add(_plain(chr(what)))
        elif str(kind) == "RANGE" and what[1] - what[0] < _MOST:
            found |= {_plain(chr(code)) for code in range(what[0], what[1] + 1)}
        elif str(what) == "CATEGORY_DIGIT":
            found.add(DIGIT)
        else:
            return None
    return found


def _plain(letter: str) -> str:
    return letter.translate(_DIGITS)
