"""Dates: from words to days, as seen from the day of publication."""

from __future__ import annotations

from datetime import date

import pytest

from whoholds.text.dates import find_dates

WEDNESDAY = date(2021, 8, 11)


def day(month: int, number: int, year: int = 2021) -> date:
    return date(year, month, number)


TABLE = [
    ("It fell on Monday.", "Monday", day(8, 9), day(8, 9), "day"),
    ("It fell on Wednesday.", "Wednesday", day(8, 11), day(8, 11), "day"),
    ("It fell on Monday morning.", "Monday morning", day(8, 9), day(8, 9), "day"),
    ("It fell last Friday.", "last Friday", day(8, 6), day(8, 6), "day"),
    ("Since Friday, five have fallen.", "Friday", day(8, 6), day(8, 11), "since"),
    ("The talks will begin on Friday.", "Friday", day(8, 13), day(8, 13), "day"),
    ("He said on Friday that it will fall.", "Friday", day(8, 6), day(8, 6), "day"),
    ("It will end by Saturday.", "Saturday", None, day(8, 14), "until"),
    ("By Saturday the army was there.", "Saturday", None, day(8, 7), "until"),
    ("It fell yesterday.", "yesterday", day(8, 10), day(8, 10), "day"),
    ("It fell today.", "today", day(8, 11), day(8, 11), "day"),
    ("It was shelled overnight.", "overnight", day(8, 10), day(8, 11), "span"),
    ("It fell last night.", "last night", day(8, 10), day(8, 10), "day"),
    ("20 died in the last two days.", "the last two days", day(8, 9), day(8, 11), "span"),
    ("20 died in the past 24 hours.", "the past 24 hours", day(8, 10), day(8, 11), "span"),
    ("They were fighting for over a week.", "over a week", day(8, 4), day(8, 11), "duration"),
    ("After 20 years of war it fell.", "20 years", None, None, "duration"),
    ("It fell a year ago today.", "a year ago today", day(8, 11, 2020), day(8, 11, 2020), "day"),
    ("It fell two months ago on Friday.", "two months ago on Friday", day(6, 6), day(6, 6), "day"),
    ("It fell on this day last year.", "on this day last year", day(8, 11, 2020), day(8, 11, 2020), "day"),
    ("It fell two weeks ago.", "two weeks ago", day(7, 28), day(7, 28), "day"),
    ("It fell last week.", "last week", day(8, 2), day(8, 8), "span"),
    ("On this day in 2012 it fell.", "On this day in 2012", day(8, 11, 2012), day(8, 11, 2012), "day"),
    ("It fell this day in 2012.", "this day in 2012", day(8, 11, 2012), day(8, 11, 2012), "day"),
    ("It fell this week.", "this week", day(8, 9), day(8, 11), "span"),
    ("It fell last month.", "last month", day(7, 1), day(7, 31), "span"),
    ("It fell in May.", "May", day(5, 1), day(5, 31), "span"),
    ("It fell in December.", "December", day(12, 1, 2020), day(12, 31, 2020), "span"),
    ("The best since May.", "May", day(5, 1), day(8, 11), "since"),
    ("It fell in 2015.", "2015", day(1, 1, 2015), day(12, 31, 2015), "span"),
    ("It fell on Aug. 8.", "Aug. 8", day(8, 8), day(8, 8), "day"),
    ("It fell on 6 August 2021.", "6 August 2021", day(8, 6), day(8, 6), "day"),
    ("It fell on September 3.", "September 3", day(9, 3, 2020), day(9, 3, 2020), "day"),
    ("It fell early on August 3.", "early on August 3", day(8, 3), day(8, 3), "day"),
    ("On Sunday, August 8, it fell.", "Sunday, August 8", day(8, 8), day(8, 8), "day"),
    ("It fell Friday (August 6th).", "Friday (August 6th)", day(8, 6), day(8, 6), "day"),
    ("It was shelled August 6-8.", "August 6-8", day(8, 6), day(8, 8), "span"),
    ("From Monday to Wednesday it held.", "Monday to Wednesday", day(8, 9), day(8, 11), "span"),
    ("Between May 3 and May 9 it held.", "May 3 and May 9", day(5, 3), day(5, 9), "span"),
    ("It fell on 15-02-2016.", "15-02-2016", day(2, 15, 2016), day(2, 15, 2016), "day"),
    ("It fell on 3/4/2021.", "3/4/2021", None, None, "ref"),
    ("It has burned in recent days.", "recent days", None, None, "ref"),
    ("War came in the 1990s.", "the 1990s", day(1, 1, 1990), day(12, 31, 1999), "span"),
    ("It fell in the spring of 2020.", "the spring of 2020", day(3, 1, 2020), day(5, 31, 2020), "span"),
    ("It struck after Mondays blast.", "Mondays", day(8, 9), day(8, 11), "after"),
    ("They march on Mondays.", "Mondays", None, None, "set"),
    ("It fell by Christmas 2020.", "Christmas 2020", None, day(12, 25, 2020), "until"),
    ("The former mayor fled.", "former", None, None, "aspect"),
    ("They attack at night.", "night", None, None, "aspect"),
    ("They attack daily.", "daily", None, None, "set"),
    ("Some 30 a day are killed.", "a day", None, None, "duration"),
    (
        "Between the 13th and the 19th of July 2021 it held.",
        "the 13th and the 19th of July 2021",
        day(7, 13),
        day(7, 19),
        "span",
    ),
    (
        "It was a fort in the nineteenth century.",
        "the nineteenth century",
        day(1, 1, 1801),
        day(12, 31, 1900),
        "span",
    ),
    ("Its 2006 highs are past.", "2006", day(1, 1, 2006), day(12, 31, 2006), "span"),
    ("2007 also saw fighting.", "2007", day(1, 1, 2007), day(12, 31, 2007), "span"),
    ("It fell last winter.", "last winter", day(12, 1, 2020), day(2, 28), "span"),
]


@pytest.mark.parametrize(("text", "words", "start", "end", "kind"), TABLE)
def test_one_date(text: str, words: str, start: date | None, end: date | None, kind: str) -> None:
    (found,) = find_dates(text, WEDNESDAY)
    assert found.span.of(text) == words
    assert (found.start, found.end, found.kind) == (start, end, kind)


@pytest.mark.parametrize(
    "text",
    [
        "They may have sat on a second march.",
        "Theresa May met April Jones.",
        "He is a 20-year-old from Kunduz.",
        "He is 45 years old.",
        "The fall of Kunduz shook them.",
        "About 2000 people fled.",
        "The sun will march on the fall guys.",
    ],
)
def test_words_that_are_no_dates(text: str) -> None:
    assert find_dates(text, WEDNESDAY) == ()


def test_two_years_are_two_mentions() -> None:
    text = "They held it in 2015 and 2016."
    assert [(mention.value, mention.start) for mention in find_dates(text, WEDNESDAY)] == [
        ("2015", date(2015, 1, 1)),
        ("2016", date(2016, 1, 1)),
    ]


def test_the_next_day_hangs_on_the_date_before() -> None:
    text = "On August 6 they took Zaranj. The next day they took Sheberghan. Two days later they left."
    assert [mention.start for mention in find_dates(text, WEDNESDAY)] == [day(8, 6), day(8, 7), day(8, 9)]


def test_the_next_day_without_a_date_before_stays_open() -> None:
    (found,) = find_dates("The next day they left.", WEDNESDAY)
    assert (found.value, found.start, found.end) == (None, None, None)


def values(text: str, published: date | None = WEDNESDAY) -> list[str | None]:
    return [mention.value for mention in find_dates(text, published)]


HISTORY = "War broke out in 1850, was told of in 1851, and ended in 1860. Books of 1870 and 1880 tell of it. "


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("On 3 May 1855 they landed. In June they won.", ["1855-05-03", "1855-06"]),
        ("In December 1855 they landed. In January they won.", ["1855-12", "1856-01"]),
        # told by the way: the story stays where it is
        (
            "In May 1855 they landed, as their fathers had in 1812. In June they won.",
            ["1855-05", "1812", "1855-06"],
        ),
        (
            "In May 1855 it began a siege that lasted until March 1857. In June they won.",
            ["1855-05", "1857-03", "1855-06"],
        ),
        ("In May 1855 they saw the previous year again. In June they won.", ["1855-05", "1854", "1855-06"]),
        # told as it goes on: the story moves
        ("In May 1855 they landed.\n\n1856: Siege\n\nIn June they won.", ["1855-05", "1856", "1856-06"]),
        (
            "In May 1855 they met, and they won on 7 July 1857. In August it fell.",
            ["1855-05", "1857-07-07", "1857-08"],
        ),
        ("On 3 May 1855 they landed. The fort fell that afternoon.", ["1855-05-03", "1855-05-03TAF"]),
        ("In May 1855 they landed. Their spring offensive failed.", ["1855-05", "1855-SP"]),
        ("In 1855 they landed. Another event of this year was a siege.", ["1855", "1855"]),
        ("In 1855 they landed. It was their capital for the next decade.", ["1855", "P10Y"]),
        ("On 3 May 1855 (a Thursday), two days after it began, it ended.", ["1855-05-03", "1855-05-03"]),
    ],
)
def test_dates_of_a_history_hang_on_its_story(text: str, told: list[str]) -> None:
    values_told = [value for value in values(HISTORY + text) if value and not value.startswith("XXXX")]
    assert values_told[5:] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("In April 480 BC they came. In June they left.", ["BC0480-04", "BC0480-06"]),
        ("In the summer and autumn of 481 BC they came.", ["BC0481-SU", "BC0481-FA"]),
        ("In 490 BC they came. The following year they left.", ["BC0490", "BC0489"]),
        ("In 2 BC they came. Three years later they left.", ["BC0002", "0002"]),
        ("In the 470s BC they came.", ["BC047"]),
        ("The war ended (149 B.C to 146 B.C) in ruin.", ["BC0149/BC0146"]),
    ],
)
def test_years_before_christ(text: str, told: list[str]) -> None:
    assert values(text, None) == told
    assert all(mention.start is None for mention in find_dates(text, None) if "BC" in (mention.value or ""))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("At 5:34 AM local time on March 20, 2003 it began.", ["2003-03-20T05:34", "2003-03-20"]),
        (
            "On Monday they attacked at 0600 and at 7 p.m.",
            ["2021-08-09", "2021-08-09T06:00", "2021-08-09T19:00"],
        ),
        ("On Monday they met. They attack at 19:00.", ["2021-08-09", "XXXX-XX-XXT19:00"]),
        ("At 12:15 a.m. it burned.", ["XXXX-XX-XXT00:15"]),
        ("From 05:00 to 7:30 it burned.", ["XXXX-XX-XXT05:00", "XXXX-XX-XXT07:30"]),
        ("The ratio is 10:30, as in verse 3:16.", []),
    ],
)
def test_hours_of_a_day(text: str, told: list[str]) -> None:
    assert values(text) == told


def test_a_report_is_seen_from_publication_though_it_names_a_past_year() -> None:
    text = (
        "The war began in 2014. In June the town fell, and in March and April 2018 others. It fell on Monday."
    )
    assert values(text) == ["2014", "2021-06", "2018-03", "2018-04", "2021-08-09"]


def test_a_year_less_month_takes_the_year_beside_it() -> None:
    text = "It was shelled in March and April 2018."
    assert [mention.value for mention in find_dates(text, WEDNESDAY)] == ["2018-03", "2018-04"]


RELATIVE = (
    "It fell on Monday, yesterday, last week, two weeks ago, overnight, on August 8, in May, this year."
)


def test_without_publication_nothing_relative_is_filled_in() -> None:
    found = find_dates(RELATIVE, None)
    assert len(found) == 8
    assert all(mention.start is None and mention.end is None and not mention.anchored for mention in found)


def test_relative_dates_are_marked_as_anchored() -> None:
    assert all(mention.anchored for mention in find_dates(RELATIVE, WEDNESDAY))
    assert not any(
        mention.anchored for mention in find_dates("It fell on 6 May 2015 and in 2016.", WEDNESDAY)
    )
