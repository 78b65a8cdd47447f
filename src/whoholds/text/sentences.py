"""Sentences of a report: rules over line breaks, closing punctuation and abbreviations, no parser.

The rules follow Grefenstette and Tapanainen (1994): a full stop ends a sentence unless the word before it is
an abbreviation or an initial; an abbreviation ends one only before a word that likes to begin sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from whoholds.lexicon import read_lexicon
from whoholds.model import Span
from whoholds.text.datelines import Dateline, find_dateline, stamp_end

__all__ = ["Dateline", "find_dateline", "find_sentences"]

_LINE = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_CLOSERS = "\"'”’»)\\]›"
_OPENERS = "\"'“‘«([„‹"
_STOP = re.compile(rf"[.!?…。！？؟۔।]+[{_CLOSERS}]*(?=(\s*)(\S?))")
_WIDE_STOPS = frozenset("。！？।۔")
_WORD_BEFORE = re.compile(r"[^\s\"'“”‘’«»(\[„—–/-]*$")
_WORD_AFTER = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_BULLET = re.compile(r"(?:[-*•–·▪►●◦‣—]|\(?\d{1,2}[.)])[ \t]")
_MARKER = re.compile(r"\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,4})[.)]")
_LOOK_BACK = 24  # characters: the longest abbreviation with its dots


def find_sentences(text: str) -> tuple[Span, ...]:
    """The sentences of the text, in order, trimmed of white space.

    Together they hold every character that is not white space exactly once. A blank line always ends a
    sentence. A single line break ends one after closing punctuation, before a bullet, and after a line that
    stopped short (a headline, a caption); else the line was wrapped and goes on. A date stamp that opens the
    text stands by itself, so does "UPDATE:" before a sentence; a dateline stays with its sentence (see
    `find_dateline`).
    """
    spans = []
    stamp = stamp_end(text)
    for block in _blocks(text):
        start = block.start
        if block.start < stamp < block.end:
            spans.append(_trimmed(text, start, stamp))
            start = stamp
        for end in _ends(text, Span(start, block.end)):
            spans.append(_trimmed(text, start, end))
            start = end
        spans.append(_trimmed(text, start, block.end))
    return tuple(part for span in spans if span.start < span.end for part in _after_label(text, span))


def _after_label(text: str, span: Span) -> Iterator[Span]:
    """A sentence, without the label before it ("BREAKING:"), which stands by itself."""
    label = _label().match(text, span.start, span.end)
    if label is not None and label.end() < span.end:
        yield _trimmed(text, span.start, label.end())
        span = Span(label.end(), span.end)
    yield span


@cache
def _label() -> re.Pattern[str]:
    words = sorted(map(re.escape, _words("labels")), key=len, reverse=True)
    ends = r"(?: \d{1,2})?:|,? \(?\d{1,2}[:.h]\d\d(?: ?(?:UTC|GMT))?\)?(?::| ?[-–—])"  # "UPDATE 14:20 - "
    return re.compile(rf"(?:{'|'.join(words)})(?:{ends})[ \t]+(?=[A-Z“\"‘])")


def _trimmed(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    first = start + len(words) - len(words.lstrip())
    return Span(first, max(first, start + len(words.rstrip())))


def _blocks(text: str) -> Iterator[Span]:
    """Stretches of text between line breaks that end a sentence."""
    for lines in _paragraphs(text):
        width = max(line.end - line.start for line in lines)
        wrapped = any(_goes_on(text, line, following) for line, following in pairwise(lines))
        start = lines[0].start
        for line, following in pairwise(lines):
            if _line_ends(text, line, following, width if wrapped else 0):
                yield Span(start, line.end)
                start = following.start
        yield Span(start, lines[-1].end)


def _paragraphs(text: str) -> Iterator[list[Span]]:
    """The lines that are not blank, grouped where no blank line stands between them."""
    lines: list[Span] = []
    start = 0
    for end, after in [(m.start(), m.end()) for m in _LINE.finditer(text)] + [(len(text), len(text))]:
        line = _trimmed(text, start, end)
        if line.start < line.end:
            lines.append(line)
        elif lines:
            yield lines
            lines = []
        start = after
    if lines:
        yield lines


def _goes_on(text: str, line: Span, following: Span) -> bool:
    """True when the next line plainly continues this one: the text is wrapped by hand."""
    return text[following.start].islower() and text[line.end - 1] not in ".!?…:"


def _line_ends(text: str, line: Span, following: Span, width: int) -> bool:
    """True when the line break ends a sentence; `width`: the longest line of a wrapped paragraph, else 0."""
    if _BULLET.match(text, following.start):
        return True
    first_word = following.of(text).split(None, 1)[0]
    if width and (line.end - line.start) + 1 + len(first_word) > width:
        return False  # the word had no room: wrapped; closing punctuation is judged as inside a line
    last = text[line.end - 1]
    if last in ",-–—(" or text[following.start].islower():
        return False
    stop = _last_stop(text, line)
    if stop is None:
        return True
    return not _abbreviated(text, stop, text[following.start : following.start + _LOOK_BACK])


def _last_stop(text: str, line: Span) -> int | None:
    """Where a closing full stop stands at the end of the line, None where there is none."""
    end = line.end
    while end > line.start and text[end - 1] in _CLOSERS:
        end -= 1
    return end - 1 if text[end - 1 : end] == "." else None


def _ends(text: str, block: Span) -> Iterator[int]:
    """Where sentences end inside a block, its own end left out."""
    bullet = _BULLET.match(text, block.start) or _MARKER.match(text, block.start)
    start = bullet.end() if bullet else block.start
    for stop in _STOP.finditer(text, start, block.end):
        if stop.end() < block.end and _is_end(text, stop):
            yield stop.end()


def _is_end(text: str, stop: re.Match[str]) -> bool:
    space, following = stop.group(1), stop.group(2)
    marks = stop.group()
    if not space:
        return marks[0] in _WIDE_STOPS or _glued(text, stop)
    if following.islower() or following in ",;:)]":
        return False
    if marks.startswith("…") or marks.startswith(".."):
        return following.isupper() or following in _OPENERS
    if marks[0] != ".":
        return True
    return not _abbreviated(text, stop.start(), text[stop.end(1) : stop.end(1) + _LOOK_BACK])


def _glued(text: str, stop: re.Match[str]) -> bool:
    """True for "the attack.The army": two sentences without a space between them."""
    before, after = text[max(0, stop.start() - 3) : stop.start()], text[stop.end() : stop.end() + 2]
    return len(before) == 3 and before.isalpha() and before.islower() and len(after) == 2 and after.istitle()


def _abbreviated(text: str, stop: int, after: str) -> bool:
    """True when the full stop at `stop` belongs to an abbreviation and `after` continues the sentence."""
    found = _WORD_BEFORE.search(text[max(0, stop - _LOOK_BACK) : stop])
    word = found.group() if found else ""
    folded = word.lower()
    if folded in _words("never_ends"):
        return not word.isupper() or len(word) < 4
    if folded in _words("before_number") and after[:1].isdigit():
        return True
    if folded in _words("may_end") or (_INITIALS.fullmatch(word) and "." in word):
        return not _begins(after)
    return len(word) == 1 and word.isupper() and word != "I" and not _begins(after)


def _begins(after: str) -> bool:
    """True when a sentence likes to begin so."""
    after = after.lstrip()
    if after[:1] in _OPENERS:
        return True
    first = _WORD_AFTER.match(after)
    return first is not None and first.group().lower() in _words("begins")


@cache
def _words(group: str) -> frozenset[str]:
    return frozenset(read_lexicon("en", "sentences")[group]["words"])
