"""Which agency a report credits: in its dateline, its by-line, or the line that ends it."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from whoholds.lexicon import read_lexicon
from whoholds.text.datelines import find_dateline

HEAD = 400  # characters in which an opening credit stands
TAIL = 90  # characters in which a closing credit stands
REPORTED = 300  # characters in which "Reporting by …; Editing by …" stands


@lru_cache(maxsize=50_000)
def credit_of(text: str) -> str | None:
    """The agency that a report credits: "(AFP) -", "By Jane Doe, Reuters", "— AFP", "Reporting by …; Editing
    by …"; None where it credits none."""
    dateline = find_dateline(text)
    if dateline is not None and dateline.agency is not None:
        return dateline.agency
    head = text[:HEAD]
    found = _opening().search(head) or _byline().search(head) or _closing().search(text[-TAIL:])
    if found is not None:
        return _short(found["agency"])
    house = _words("credits", "house")
    return str(house["agency"]) if _reported(str(house["words"])).search(text[-REPORTED:]) else None


def _short(agency: str) -> str:
    """ "AP" for "Associated Press"."""
    full = _words("agencies", "full")
    return str(full.get(agency, agency)) if isinstance(full, dict) else agency


def _words(table: str, key: str) -> dict[str, object]:
    found: dict[str, object] = read_lexicon("en", "sentences")[table][key]
    return found


@cache
def _agencies() -> str:
    words = [*read_lexicon("en", "sentences")["agencies"]["words"], *_words("agencies", "full")]
    return "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))


@cache
def _opening() -> re.Pattern[str]:
    """A dateline that a headline runs into: "Town falls. KABUL (Reuters) - The town fell at noon."."""
    return re.compile(rf"\((?P<agency>{_agencies()})[^)\n]{{0,40}}\)[ \t]?(?:--?|–|—)[ \t]")


@cache
def _byline() -> re.Pattern[str]:
    """A line of its own near the head: "By Jane Doe, Reuters", "By AFP", "Reuters"; or the name under a
    by-line."""
    by = r"(?:By[ \t]+(?:[^\n]{2,80}?(?:,|[ \t]\||[ \t][–—-]|[ \t](?:of|for))[ \t]*)?)?(?:[Tt]he[ \t]+)?"
    return re.compile(rf"(?:\A|\n)[ \t]*{by}(?P<agency>{_agencies()})[ \t]*\n")


@cache
def _closing() -> re.Pattern[str]:
    """A credit that ends a text: in brackets, after a dash, on a line of its own, after "Via:" or "©"."""
    credit = "|".join(map(re.escape, read_lexicon("en", "sentences")["credits"]["words"]))
    agency = rf"(?P<agency>{_agencies()})(?:(?:/|, | and | & )[^)\]\n]{{2,40}})?"
    printed = r"(?:©|\([cC]\)|[Cc]opyright)[ \t]?(?:\d{4}[ \t])?"
    open_ = rf"(?:[(\[][ \t]?|[–—][ \t]?|(?:^|\n)[ \t]*(?:-[ \t]*)?|{printed})"
    close = r"[ \t]?[)\]]?\.?\s*\Z"
    return re.compile(rf"(?:{open_}|\b(?i:{credit})[ \t]?:[ \t]?){agency}{close}")


@cache
def _reported(opening: str) -> re.Pattern[str]:
    """How one agency ends its stories: "(Reporting by A and B; Writing by C; Editing by D)"."""
    by = rf"(?:\A|[\n(.][ \t]*){re.escape(opening)} [^\n;]{{2,120}};(?:[^\n;]{{2,80}};)*"
    return re.compile(rf"{by} ?[Ee]diting by [^\n]{{2,80}}\s*\Z")
