"""The written forms of dates: one regular expression for each, built from the word list of the language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from whoholds.lexicon import read_lexicon
from whoholds.text.numbers import number_pattern
from whoholds.text.openers import Openers

Form = tuple[str, "re.Match[str]"]

# Where two forms begin at one place, the longer wins, then the earlier of this table.
_FORMS: Mapping[str, str] = {
    "numeric": r"(?<![\d.:/-])(?:(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)"
    r"|(?P<a>\d{1,2})(?P<sep>[./-])(?P<b>\d{1,2})(?P=sep)(?P<z>\d{4}))(?![\d/-]|\.\d)",
    "month_days": r"{month}\s(?P<d>{day})(?:{dash}(?P<e>{day})(?!\d|,\d))(?:,?\s(?P<y>{year}))?",
    "days_month": r"(?<![\d.,])(?:[Tt]he\s)?(?P<d>{day})(?:{dash}|\sand\s)(?:the\s)?(?P<e>{day})"
    r"\s(?:of\s)?{month}(?:,?\s(?P<y>{year}))?",
    "month_day": r"(?:{lead}{before})?{month}\s(?:the\s)?(?P<d>{day})(?!\d|[,.]\d|\s?(?:%|km|people))"
    r"(?:(?:,\s?|\s|\sof\s)(?P<y>{year})|\sof\s(?:that|the\ssame)\syear)?{after}",
    "day_month": r"(?:{lead}{before})?(?<![\d.,/])(?P<d>{day})\s(?:of\s)?{month}\b"
    r"(?:,?\s(?P<y>{year}))?{after}",
    "month_year": r"{lead}(?:{month}),?\s(?:of\s)?(?:(?P<bc>\d{1,4})\s{bc}|(?P<y>{year})(?:\sAD\b)?)",
    "which_month": r"(?P<which>[Ll]ast|[Tt]his|[Nn]ext|[Tt]he\s(?:previous|following|same)|[Tt]hat)\s{month}",
    "month": r"(?P<lead>{lead}){month}(?:\sof\s(?:that|the\ssame)\syear)?",
    "feast": r"(?P<feast>{feasts})(?:,?\s(?:in\s|of\s)?(?P<y>{year}))?(?![\w])",
    "weekday": r"{lead}(?:(?P<which>[Ll]ast|[Tt]his|[Nn]ext|[Tt]his past|[Tt]he\s(?:previous|following))\s)?"
    r"(?P<weekday>{weekdays})(?!s\b){part}",
    "weekdays": r"(?P<weekday>{weekdays})s",
    "years": r"(?P<y>{year}){dash}(?P<z>\d{4}|\d\d)(?![\d-])",
    "bc": r"{lead}(?P<n>\d{1,4})(?:{dash}(?P<e>\d{1,4}))?\s?{bc}",
    "bc_decade": r"(?:[Tt]he\s)?{lead}(?P<n>\d{1,3})0s\s?{bc}",
    "year": r"(?P<lead>{lead})(?P<y>{year})"
    r"(?![\d%–]|[,.:]\d|-\d|-[a-z]|\s?(?:km|m|people|troops|soldiers)\b)",
    "decade": r"(?:[Tt]he\s)?{lead}(?P<y>1[5-9]\d0|20\d0)['’]?s\b",
    "century": r"(?:[Tt]he\s)?{lead}(?:(?P<n>\d{1,2})(?:st|nd|rd|th)|(?P<word>{ordinals}))[ -]"
    r"century(?:\s{bc})?",
    "season": r"(?:[Tt]he\s)?{lead}(?P<which>(?:[Ll]ast|[Tt]his|[Nn]ext|following)\s)?(?P<season>{seasons})\b"
    r"(?:\s(?:of\s)?(?:(?P<bc>\d{1,4})\s{bc}|(?P<y>{year})))?",
    "days": r"(?P<word>{days})\b",
    "nights": r"(?P<word>{nights})\b",
    "reference": r"(?:[Tt]he\s)?(?P<word>{references})\b",
    "aspect": r"(?P<word>{aspects})(?=[\s-][A-Za-z])",
    "regular": r"(?P<word>{regular})\b",
    "day_part": r"(?:(?<=\b[Aa]t\s)(?P<night>night)|(?P<day>[Dd]aytime|[Nn]ight-?time))\b",
    "clock": r"(?<![\d.:,])(?:(?P<h>1[0-2]|0?\d)(?:[:.](?P<m>[0-5]\d))?\s?(?P<half>[AaPp])(?:\.[Mm]\.|[Mm]\b)"
    r"|(?P<hour>[01]\d|2[0-3]):?(?P<minute>[0-5]\d)\s?(?:hrs|hours|h)\b|(?<=\b[Aa]t\s)(?P<early>0\d)(?P<since>[0-5]\d)\b"
    r"|(?P<told>[01]?\d|2[0-3]):(?P<past>[0-5]\d)(?![\d:]|\.\d))",
    "which_unit": r"{lead}(?P<which>[Ll]ast|[Tt]his|[Nn]ext"
    r"|[Tt]he\s(?:next|following|previous|preceding|same|coming|subsequent)|[Tt]hat(?:\ssame)?|[Ss]ame)"
    r"\s(?P<unit>day|night|morning|afternoon|evening|week|weekend|month|year|decade|century)\b",
    "this_day": r"(?:[Oo]n\s)?[Tt]his\s(?:very\s|same\s)?day,?\s(?:back\s)?"
    r"(?:(?:in\s)?(?P<y>{year})|last\syear|(?:a|one)\syear\sago)\b",
    "edge": r"(?:[Tt]he\s)?(?:end|close|start|beginning|middle)"
    r"\sof\s(?:the|this)\s(?P<unit>day|week|month|year)\b"
    r"|(?:{modifiers})\s(?:the|that)\s(?P<part>month|year)\b|(?:the\s)?(?P<of>month|year)['’]s\send\b",
    "window": r"(?:[Tt]he\s)?(?P<which>[Ll]ast|[Pp]ast|[Pp]revious|[Nn]ext|[Cc]oming|[Ff]ollowing)"
    r"(?:\s(?P<n>{number}|{vague}))?\s(?P<unit>{units})s?\b",
    "offset": r"(?:{about}\s)?(?P<n>{number}|{vague}|[Aa]n?|[Tt]he)\s(?P<unit>{units})s?\s"
    r"(?P<way>ago|earlier|later|before|after|after\sthat|afterwards|previously|prior)\b",
    "duration": r"(?:{about}\s)?(?P<n>{number}|{vague}|[Aa]n?|[Oo]ne|[Pp]er)[ -](?:and\sa\shalf\s)?"
    r"(?:long\s|whole\s|full\s)?"
    r"(?P<unit>{units})s?\b(?!\sold|-old)",
    "some_units": r"(?P<unit>[Hh]our|[Dd]ay|[Ww]eek|[Mm]onth|[Yy]ear|[Dd]ecade)s"
    r"(?:\s(?P<way>ago|later|earlier|before|after))?\b",
}


def find_forms(text: str) -> list[Form]:
    """The written dates of the text in order, none overlapping another: (name of the form, its match)."""
    found = sorted(date_openers().find(text), key=lambda form: (form[1].start(), -form[1].end()))
    return list(_apart(found))


def _apart(found: Iterable[Form]) -> Iterator[Form]:
    end = 0
    for name, match in found:
        if match.start() >= end:
            yield name, match
            end = match.end()


def words_of(group: str, key: str = "words") -> Any:
    """One table of the date words."""
    return read_lexicon("en", "dates")[group][key]


def part_of_day(words: str) -> str | None:
    """The TIMEX3 code of the part of the day that the words name."""
    parts = words_of("parts")
    return next((str(parts[word]) for word in re.findall(r"[a-z]+", words) if word in parts), None)


@cache
def date_openers() -> Openers:
    """The forms of dates, by name."""
    pieces = _pieces()
    return Openers(
        {
            name: re.compile(_not_after(name) + rf"(?:{_filled(form, pieces)})")
            for name, form in _FORMS.items()
        }
    )


def _not_after(name: str) -> str:
    """What may not stand before a form: a word; a hyphen too, but in "5 September-12 September"."""
    return r"(?<!\w)" if name in ("day_month", "month_day", "month_year") else r"(?<![\w-])"


def _filled(form: str, pieces: Mapping[str, str]) -> str:
    """The form with its named pieces put in; braces of the regular expression itself hold digits."""
    return re.sub(r"\{([a-z]+)\}", lambda name: pieces[name.group(1)], form)


def _pieces() -> Mapping[str, str]:
    months = _any(words_of("months"))
    weekdays = _any(words_of("weekdays"))
    short = _any([*words_of("weekdays"), *words_of("weekdays", "short")])
    part = rf"(?:\s(?:{_any(words_of('parts'))})\b)?"
    which = r"[Tt]he\s(?:first|last|final|early|later|opening|closing|latter)"
    some = rf"{which}\s(?:\w{{1,12}}\s)?(?:day|week|month|hour|year|part)s?\sof"
    lead = rf"(?:(?:{_either(words_of('modifiers'))}|{some})(?:\s|-))?"
    return {
        "month": rf"(?P<month>{months})\b(?:\.(?=,?\s?\d))?",
        "weekdays": weekdays,
        "before": rf"(?:(?:{short})\b\.?{part}(?:\sof)?,?\s\(?(?:the\s)?)?"
        r"(?:(?:the\s)?(?:night|morning|evening)\sof\s)?",
        "after": rf"{part}(?:\s?\(?,?\s?(?:{weekdays})\b{part})?",
        "part": part,
        "lead": lead,
        "modifiers": _either(words_of("modifiers")),
        "day": r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?",
        "year": r"(?:1[0-9]|20)\d\d(?!\d)",
        "dash": r"\s?(?:-|–|—|\sto\s|\suntil\s|\sthrough\s)\s?",
        "bc": r"(?:BC|B\.C\b\.?)(?:E\b)?",
        "number": number_pattern(),
        "vague": _either(words_of("vague")),
        "about": rf"(?:{_either(words_of('about'))})",
        "units": _any(words_of("units")) + "|centurie",
        "seasons": _either(words_of("seasons")),
        "ordinals": _either(words_of("centuries")),
        "feasts": _any(words_of("feasts")),
        "days": _either(words_of("days")),
        "aspects": _either(words_of("aspects")),
        "regular": _either(words_of("regular")),
        "nights": _any(words_of("nights")),
        "references": _either(words_of("references")),
    }


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _either(words: Iterable[str]) -> str:
    """The words with their first letter small or capital."""
    both = (
        f"[{word[0].upper()}{word[0]}]{re.escape(word[1:])}" for word in sorted(words, key=len, reverse=True)
    )
    return "|".join(both)


_TIME_WORD = re.compile(
    r"(?:\b(?:in|into|since|until|till|by|from|to|and|or|during|through|throughout|of|for|as|between|before|after"
    r"|around|last|next|this|past|late|early|mid|spring|summer|autumn|winter|fall)\s|[,(–]\s?)$",
    re.IGNORECASE,
)
_CLOCK_WORD = re.compile(
    r"(?:\b(?:at|around|from|until|till|before|after)\s|:\d\d(?:\sto\s|\sand\s|[–-]))$", re.IGNORECASE
)
_THE = re.compile(r"\b(?:the|a|its|their|his)\s$", re.IGNORECASE)
_SOME_WORD = re.compile(r"\b(?:for|in|within|after|over|of|took|lasted|many|several|last)\s$", re.IGNORECASE)
_COUNTED = re.compile(r"\s(?!was\b|is\b|has\b|as\b|its\b|his\b)[a-z]+(?:s|men|women|people|children)\b")
_NAMES_EVENT = re.compile(
    r"\s(?:[Cc]ounter-?)?(?:[Oo]ffensives?|[Cc]ampaigns?|[Oo]perations?|[Uu]prisings?|[Rr]evolution|[Aa]ttacks?"
    r"|[Cc]oup|[Mm]assacre|[Ff]ighting|[Ww]ar|[Rr]ebellion|[Ii]ncident|[Rr]evolt|[Aa]ssault)\b"
)
_MULTIPLE = re.compile(r"\bhalf\s$")


def is_date(name: str, match: re.Match[str]) -> bool:
    """False for words of a date's form that the words around give another sense."""
    before = match.string[max(0, match.start() - 12) : match.start()]
    if name == "month":
        sure = match["month"] in words_of("months", "names") or len(match["month"]) <= 4
        return bool(match["lead"]) or not sure or names_event(match) or bool(_TIME_WORD.search(before))
    if name == "year":
        return bool(match["lead"]) or _is_year(int(match["y"]), before, match)
    if name == "clock":
        return bool(match["half"]) or bool(_CLOCK_WORD.search(before))
    if name == "season":
        return _is_season(match)
    if name == "some_units":
        return bool(match["way"]) or bool(_SOME_WORD.search(before))
    if name == "duration" and match["n"].lower() in ("a", "an"):
        return not _MULTIPLE.search(before)
    return True


def _is_year(year: int, before: str, match: re.Match[str]) -> bool:
    text = match.string
    if _BEGINS.search(before) and _HEADS.match(text, match.end()):
        return True
    if 1500 <= year < 2100 and year % 10 and _THE.search(before):
        return True
    if _COUNTED.match(text, match.end()) and not before.lower().rstrip().endswith(("in", "since", "during")):
        return False
    return bool(_TIME_WORD.search(before)) or (1500 <= year < 2100 and bool(_THE.search(before)))


_BEGINS = re.compile(r"(?:^|[.\n])\s*$")
_HEADS = re.compile(  # "1944: Landings", "1944 saw landings"
    r"\s*(?::|[–—-]\s|\n|$)|\s(?:also\s)?(?:saw|was|brought|began|started|ended|marked|would)\b"
)


def names_event(match: re.Match[str]) -> bool:
    """True for a season or month that a noun follows: "spring offensive", "the October Revolution"."""
    return _NAMES_EVENT.match(match.string, match.end()) is not None


def _is_season(match: re.Match[str]) -> bool:
    if names_event(match):
        return match["season"].lower() != "fall"
    words = match.group().lower()
    after_time = _TIME_WORD.search(match.string[max(0, match.start() - 12) : match.start()])
    if match["season"].lower() == "fall":  # "the fall of Kunduz"
        named = after_time and words.startswith("the ") and not match.string.startswith(" of", match.end())
        return bool(match["y"] or match["which"] or named)
    return bool(match["y"] or match["which"]) or words.startswith("the ") or bool(after_time)
