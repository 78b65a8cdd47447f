"""The words of a quotation that name a part of a place, or say how much of it is meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from whoholds.lexicon import read_lexicon, word_set

BEFORE = 5  # words before the name of a part that may describe it
LISTED = 3  # the same in a list of parts
AMONG = 3  # words between the part and the whole that may describe the whole
_PERCENT = re.compile(r"(\d{1,3})(?:\.\d+)?\s?$")
_DETERMINED = re.compile(r"(?:^|\s)(\S+)\s+$")


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of part: its name, what it is called after the name of the whole, all its words.

    `titles`: those words that make the name of a place, read or added ("Kunduz airport").
    """

    name: str
    label: str
    words: tuple[str, ...]
    titles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters of a quotation, half-open."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation with where it names the whole, what points to it ("the airport"), the word that tells."""

    text: str
    whole: Stretch | None
    said: Stretch | None = None
    trigger: Stretch | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """A part named in a quotation: its kind, and how what is told lies to it: in, near, piece."""

    kind: str
    how: str
    tied: bool  # the name of the whole stands with it


@dataclass(frozen=True, slots=True)
class _Hit:
    start: int
    end: int
    kind: str


@cache
def kinds() -> dict[str, Kind]:
    """All kinds of parts by name, in the order of the word list."""
    lists = read_lexicon("en", "parts")
    read = word_set("places", "kinds", "facility")
    return {
        name: Kind(
            name, one["label"], tuple(one["words"]),
            tuple(dict.fromkeys((one["label"], *(word for word in one["words"] if word in read)))),
        )
        for name, one in lists.items()
    }  # fmt: skip


def kind_of_name(name: str) -> tuple[str, str] | None:
    """What a name of a part consists of: ("Kunduz", "airport") for "Kunduz airport", "the airport in Kunduz".

    None for a name that does not end or begin with the words of a kind.
    """
    found = list(_hits(name))
    if not found:
        return None
    last = max(found, key=lambda hit: hit.end)
    if last.end == len(name.rstrip()) and (whole := _owner(name[: last.start])):
        return whole, last.kind
    first = min(found, key=lambda hit: hit.start)
    lead, rest = name[: first.start].strip().casefold(), name[first.end :]
    link = re.match(rf"\s+(?:{_any(word_set('part_words', 'link'))})\s+(?:the\s+)?", rest, re.IGNORECASE)
    if lead in ("", "the") and link and rest[link.end() :].strip():
        return rest[link.end() :].strip(), first.kind
    return None


def _owner(words: str) -> str:
    """ "Kunduz's " → "Kunduz"; "the " is nobody's."""
    name = re.sub(r"['’]s?$", "", words.strip())
    return "" if name.casefold() in ("", "the", "a", "an") else name


@lru_cache(maxsize=8192)
def parts_named(quoted: Quoted) -> tuple[Named, ...]:
    """The parts of the whole that what is told happened at, by the words alone; empty where none is clear."""
    hits = list(_hits(quoted.text))
    if quoted.said is not None and (pointed := _pointed(quoted, hits)) is not None:
        found = (*_listed(pointed, hits, quoted.text), *_listed_after(pointed, hits, quoted))
        if not _in_clause(quoted, found[0].start, found[-1].end):
            return ()
        whole = quoted.whole
        tied = whole is not None and any(_is_linked(quoted.text, hit.end, whole.start) for hit in found)
        return tuple(_named(quoted, hit, tied=tied) for hit in found if _is_the_one(quoted, hit))
    anchor = quoted.said or quoted.whole
    if anchor is None:
        return ()
    bound = _outermost([hit for hit in hits if _is_tied(quoted.text, hit, anchor)], quoted.text, anchor)
    if bound is None:
        return ()
    listed = list(_listed(bound, hits, quoted.text))
    if not _in_clause(quoted, listed[0].start, max(bound.end, anchor.end)):
        return ()
    return tuple(_named(quoted, hit, tied=True) for hit in listed if _is_the_one(quoted, hit))


def share_named(quoted: Quoted) -> str | None:
    """How much of the whole is meant: most, share (more than half), small (half or less); None: not said."""
    anchor = quoted.said or quoted.whole
    if anchor is None:
        return None
    before = re.sub(
        r"\s(?:the\s)?(?:[a-z]+\s)?(?:city|town|district|village|capital|province)\s+(?:of\s+)?$|\sthe\s+$",
        " ", quoted.text[: anchor.start],
    ).casefold().rstrip()  # fmt: skip
    for word in word_set("part_words", "share", "percent"):
        if before.endswith(word) and (number := _PERCENT.search(before[: -len(word)])):
            return "share" if int(number[1]) > 50 else "small"
    ends = [
        (len(word), name)
        for name in ("share", "most", "small")
        for word in word_set("part_words", name)
        if re.search(rf"(?:^|\s){re.escape(word)}$", before)
    ]
    excepted = re.search(
        rf"\b(?:{_any(word_set('part_words', 'except'))})\s", quoted.text[anchor.end :], re.IGNORECASE
    )
    return max(ends)[1] if ends else "most" if excepted else None


@cache
def _pattern() -> tuple[re.Pattern[str], dict[str, str]]:
    of = {word.casefold(): kind.name for kind in kinds().values() for word in kind.words}
    return re.compile(rf"\b(?:{_any(of)})(?![\w-])", re.IGNORECASE), of


def _any(words: Iterable[str]) -> str:
    return "|".join(
        re.escape(word).replace("'", "['’]") for word in sorted(words, key=lambda word: (-len(word), word))
    )


def _hits(text: str) -> Iterator[_Hit]:
    pattern, of = _pattern()
    for match in pattern.finditer(text):
        yield _Hit(match.start(), match.end(), of[match[0].casefold().replace("’", "'")])


def _pointed(quoted: Quoted, hits: Iterable[_Hit]) -> _Hit | None:
    said = quoted.said
    assert said is not None  # the caller asks only where words point
    return next((hit for hit in hits if hit.start < said.end and said.start < hit.end), None)


def _is_linked(text: str, end: int, start: int) -> bool:
    """True where a link and words that describe the whole stand between: "in the southern city of"."""
    links = _any(word_set("part_words", "link"))
    between = rf"\s+(?:{links})\s+(?:[a-z][a-z-]*\s+){{0,{AMONG}}}?(?:of\s+)?"
    return re.fullmatch(between, text[end:start]) is not None


def _is_tied(text: str, hit: _Hit, anchor: Stretch) -> bool:
    if hit.end <= anchor.start:
        return _is_linked(text, hit.end, anchor.start)
    if hit.start < anchor.end:  # the whole and the part are one name: "Kunduz airport"
        return anchor.start < hit.start and hit.end == anchor.end
    gap = re.fullmatch(r"(?:['’]s?)?((?:\s+[a-z][a-z-]*){0,3}\s+)", text[anchor.end : hit.start])
    return gap is not None and not set(gap[1].split()) & word_set("part_words", "breaks")


def _outermost(tied: list[_Hit], text: str, anchor: Stretch) -> _Hit | None:
    """Of "the prison in the centre of Kunduz" the prison; else the one part that stands with the whole."""
    before = [hit for hit in tied if hit.end <= anchor.start]
    return min(before or tied, key=lambda hit: hit.start, default=None)


def _listed(last: _Hit, hits: Iterable[_Hit], text: str) -> list[_Hit]:
    """The parts listed before one: "the prison, the airport and the bridge of Kunduz"."""
    found = [last]
    for hit in sorted((hit for hit in hits if hit.end <= last.start), key=lambda hit: -hit.start):
        if not _are_listed(text[hit.end : found[0].start]):
            break
        found.insert(0, hit)
    return found


def _listed_after(first: _Hit, hits: Iterable[_Hit], quoted: Quoted) -> list[_Hit]:
    """The parts listed after one that words point to: "the prison and the bridge were under their control".

    Where the word that tells what happened stands before them, none of which something else may be told:
    "they took the prison and the bridge was burnt".
    """
    found: list[_Hit] = []
    for hit in sorted((hit for hit in hits if hit.start >= first.end), key=lambda hit: hit.start):
        last = found[-1] if found else first
        if not _are_listed(quoted.text[last.end : hit.start]):
            break
        found.append(hit)
    if not found:
        return []
    after = quoted.text[found[-1].end :]
    if quoted.trigger is not None and quoted.trigger.start >= found[-1].end:
        return [] if _clause_in(quoted.text[found[-1].end : quoted.trigger.start]) else found
    words = after.split()
    ends = not words or not after[:1].isspace() or words[0].casefold() in word_set("part_words", "follows")
    return found if ends else []


def _are_listed(between: str) -> bool:
    """True for a comma or "and", with words that describe what follows."""
    joined = re.fullmatch(rf"(?:,? and|,)\s+(?:\S+\s+){{0,{LISTED}}}", between)
    return joined is not None and not _clause_in(re.sub(r"^(?:,? and|,)", "", between))


def _in_clause(quoted: Quoted, start: int, end: int) -> bool:
    """True where no other clause begins between the word that tells what happened and the parts."""
    trigger = quoted.trigger
    if trigger is None:
        return True
    if trigger.end <= start:
        return not _clause_in(quoted.text[trigger.end : start])
    return trigger.start < end or not _clause_in(quoted.text[end : trigger.start])


def _clause_in(words: str) -> bool:
    marks = word_set("part_words", "clause", "marks")
    return any(mark in words for mark in marks) or bool(
        set(words.casefold().split()) & word_set("part_words", "clause")
    )


def _described(quoted: Quoted, hit: _Hit) -> list[str]:
    """The words before a part that belong to it, nearest first, up to its article."""
    rest, found = quoted.text[: hit.start], list[str]()
    while len(found) < BEFORE and (match := _DETERMINED.search(rest)):
        found.append(match[1])
        rest = rest[: match.start(1)]
        if match[1].casefold() in ("the", "its", "their") or not match[1][-1].isalpha():
            break
    return found


def _is_the_one(quoted: Quoted, hit: _Hit) -> bool:
    """False for "a base", "another prison", "the Pamir base": not the one that the whole's name tells."""
    for word in _described(quoted, hit):
        if word.casefold() in word_set("part_words", "some"):
            return False
        at = quoted.text.rfind(word, 0, hit.start)
        if word.casefold() in ("the", "its", "their") or _within(quoted.whole, at):
            return True
        if _within(quoted.trigger, at):
            return True
        if word[:1].isupper() and at > 0 and not word.isupper():
            return False
        if not word[-1].isalpha():
            return True
    return True


def _within(stretch: Stretch | None, at: int) -> bool:
    return stretch is not None and stretch.start <= at < stretch.end


def _named(quoted: Quoted, hit: _Hit, *, tied: bool) -> Named:
    before = " ".join(quoted.text[: hit.start].casefold().split()[-BEFORE:])
    words = re.sub(r"\s(?:the|its|their)(?:\s[a-z-]+){0,2}$", "", f" {before}")
    for how, table in (("piece", "piece"), ("near", "near")):
        if re.search(rf"\s(?:{_any(word_set('part_words', table))})$", words):
            return Named(hit.kind, how, tied)
    return Named(hit.kind, "in", tied)
