"""A small picture to draw pages of: eight places, August 2021, made-up claims, states assessed for real."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Any

from factories import (
    AYBAK,
    GOVERNMENT,
    KUNDUZ,
    KUNDUZ_AIRPORT,
    MAZAR,
    TALIBAN,
    make_figure,
    make_resolved,
)

from whoholds.control import Question, Setting
from whoholds.control.assess import state_of
from whoholds.control.case import prepare
from whoholds.control.chain import run
from whoholds.exports.page_build import Frame, Surroundings, build_page
from whoholds.exports.page_data import ClaimRow, PageData, PagePlace, day_number
from whoholds.exports.page_place_data import MatterRow, ProfileRow
from whoholds.exports.page_states import History, segments_of
from whoholds.model import (
    Estimate,
    Extraction,
    Factuality,
    Mention,
    Place,
    Precision,
    Published,
    Report,
    Silence,
    Span,
    end_of_day,
)
from whoholds.picture import ControlState, Picture, Record, Recorded, ResolvedClaim

FIRST, LAST = date(2021, 8, 1), date(2021, 8, 28)
ZARANJ = Place("gn:1120985", "Zaranj", "settlement", 30.9596, 61.8604, "AF", "ne:AF-NIM", None, 49851)
LASHKAR_GAH = Place(
    "gn:1134720", "Lashkar Gah", "settlement", 31.5938, 64.3716, "AF", "ne:AF-HEL", None, 43934
)
HERAT = Place("gn:1140026", "Herat", "settlement", 34.3482, 62.1997, "AF", "ne:AF-HER", None, 574300)
GHAZNI = Place("gn:1141269", "Ghazni", "settlement", 33.5539, 68.421, "AF", "ne:AF-GHA", None, 141000)
PLACES = (KUNDUZ, KUNDUZ_AIRPORT, AYBAK, MAZAR, ZARANJ, LASHKAR_GAH, HERAT, GHAZNI)
NAMES = {
    "ne:AF-KDZ": "Kunduz", "ne:AF-SAM": "Samangan", "ne:AF-BAL": "Balkh", "ne:AF-NIM": "Nimruz",
    "ne:AF-HEL": "Helmand", "ne:AF-HER": "Herat", "ne:AF-GHA": "Ghazni", "iso:AF": "Afghanistan",
}  # fmt: skip

ARMY: dict[str, Any] = {"claimer": "an army spokesman", "side": GOVERNMENT, "actor": GOVERNMENT}
COUNCIL: dict[str, Any] = {"claimer": "the head of the provincial council", "side": GOVERNMENT}
AGAINST: dict[str, Any] = {**COUNCIL, "against_interest": True}
MOVEMENT: dict[str, Any] = {"claimer": "a Taliban spokesman", "side": TALIBAN}
TOLL = replace(
    make_figure(20, who="civilians"), estimate=Estimate(20, 20, None), text="At least 20 civilians"
)
PEOPLE: dict[str, Any] = {"claimer": "two residents reached by telephone"}


@dataclass(frozen=True)
class Told:
    """One sentence of a report and what is coded in it."""

    quote: str
    trigger: str
    kind: str
    place: Place
    values: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Story:
    """A report: day, outlet, a sentence before, the coded sentences, a sentence after, who is silent."""

    day: int
    outlet: str
    before: str
    told: tuple[Told, ...]
    after: str
    silent: str | None = None


STORIES = (
    Story(2, "North Gazette", "Shops in the centre stayed shut for a third day.", (
        Told("The army holds the whole of Kunduz, an army spokesman said.", "holds", "hold", KUNDUZ, ARMY),
        Told("Fighters shelled the airport south of it overnight.", "shelled", "shelling", KUNDUZ_AIRPORT),
    ), "Two roads to the west were closed."),
    Story(3, "Plain Dealer", "The line to the south was quiet.", (
        Told("Government troops remain in control of Lashkar Gah, two residents said.", "in control", "hold",
             LASHKAR_GAH, {**PEOPLE, "actor": GOVERNMENT}),
        Told("The city is surrounded on three sides, the head of the provincial council said.", "surrounded",
             "siege", LASHKAR_GAH, COUNCIL),
    ), "Food prices doubled within a week."),
    Story(6, "Plain Dealer", "The province borders on Iran.", (
        Told("The Taliban took Zaranj without a fight on Friday, two residents said.", "took",
             "handover", ZARANJ, {**PEOPLE, "day": date(2021, 8, 6)}),
        Told("The head of the provincial council confirmed that Zaranj was lost.", "lost", "capture",
             ZARANJ, {**AGAINST, "recipient": GOVERNMENT, "day": date(2021, 8, 6)}),
    ), "It is the first provincial capital to change hands this year."),
    Story(8, "North Gazette", "Smoke stood over the main square.", (
        Told("Our fighters have captured Kunduz, a Taliban spokesman said.", "captured", "capture", KUNDUZ,
             {**MOVEMENT, "own_interest": True, "day": date(2021, 8, 8), "recipient": GOVERNMENT}),
        Told("Kunduz has not fallen, an army spokesman said.", "not fallen", "hold", KUNDUZ,
             {**ARMY, "day": date(2021, 8, 8)}),
        Told("At least 20 civilians were killed in Kunduz in the shelling, a doctor said.", "shelling",
             "shelling", KUNDUZ, {"claimer": "a doctor", "figures": (TOLL,)}),
    ), "The telephone lines failed in the evening.", "The interior ministry"),
    Story(9, "Daily Wire", "Flags were seen on the roundabout.", (
        Told("Kunduz city is in the hands of the Taliban, the head of the provincial council said.",
             "in the hands", "capture", KUNDUZ, {**AGAINST, "day": date(2021, 8, 8)}),
        Told("The army still holds Kunduz airport, residents said.", "holds", "hold", KUNDUZ_AIRPORT,
             {**PEOPLE, "actor": GOVERNMENT}),
        Told("The Taliban entered Aybak on Monday, the deputy governor said.", "entered", "capture", AYBAK,
             {"claimer": "the deputy governor", "side": GOVERNMENT, "against_interest": True,
              "day": date(2021, 8, 9)}),
    ), "Families left by road to the south."),
    Story(12, "Plain Dealer", "Aircraft were heard until dawn.", (
        Told("Taliban fighters are fighting soldiers inside Herat, residents said.", "fighting", "clash",
             HERAT, {**PEOPLE, "day": date(2021, 8, 12)}),
        Told("Clashes went on in the centre of Herat, an army spokesman said.", "Clashes", "clash", HERAT,
             {**ARMY, "day": date(2021, 8, 12), "precision": Precision.PART}),
        Told("The Taliban may have taken Ghazni, according to messages that could not be verified.", "taken",
             "capture", GHAZNI, {"unnamed": True, "factuality": Factuality.POSSIBLE, "unverified": True,
                                 "relayed_by": "messages on a telephone network"}),
    ), "Flights were cancelled."),
    Story(14, "Daily Wire", "A convoy left the base at night.", (
        Told("Mazar-e Sharif fell to the Taliban on Saturday, residents said.", "fell", "capture", MAZAR,
             {**PEOPLE, "day": date(2021, 8, 14)}),
        Told("The governor of Balkh said that Mazar-e Sharif was lost.", "lost", "capture", MAZAR,
             {"claimer": "the governor of Balkh", "side": GOVERNMENT, "against_interest": True,
              "day": date(2021, 8, 14)}),
    ), "The border bridge stayed open."),
)  # fmt: skip


def page_data(**given: Any) -> PageData:
    """The data of a page of this picture, for the test to change; what is given goes to the frame."""
    return made_data(**given) if given else deepcopy(_made())


@cache
def _made() -> PageData:
    return made_data()


def made_data(**given: Any) -> PageData:
    """The same, worked out anew."""
    picture = make_picture()
    return build_page(
        picture,
        make_frame(**given),
        histories(picture),
        explained=explained(picture),
        surroundings=Surroundings(OUTLINES, NAMES, profile_at),
    ).data()


def profile_at(place: str) -> ProfileRow:
    """A made-up profile: what it is near, and of Kunduz two sentences that tell why it matters."""
    matters: list[MatterRow] = [
        {"kind": "routes", "quote": "Kunduz lies on the road to the north.", "cue": [15, 23],
         "known": day_number(date(2021, 8, 2)), "outlet": "North Gazette",
         "published": day_number(date(2021, 8, 2))},
        {"kind": "hub", "quote": "Kunduz is a hub of trade.", "cue": [12, 15],
         "known": day_number(date(2021, 8, 9))},
    ]  # fmt: skip
    return {
        "rank": {"place": 1, "among": 3, "km": 50.0},
        "inside": [NAMES[one.province] for one in PLACES if one.id == place and one.province],
        "seat_of": [],
        "near": [{"name": "Khanabad", "km": 23.4}],
        "facilities": [],
        "borders": [{"name": "Tajikistan", "km": 53.9}],
        "matters": matters if place == KUNDUZ.id else [],
    }


def claims_of(data: PageData) -> list[ClaimRow]:
    """The claims of all parts."""
    return [row for part in data["parts"] for row in part["claims"]]


def part_of(data: PageData, place: str) -> PagePlace:
    """The part of a place, by its id."""
    return next(part for part in data["parts"] if part["id"] == place)


def make_frame(**given: Any) -> Frame:
    """The frame of the page: four weeks of August 2021."""
    given.setdefault("title", "Who holds which place: northern and western Afghanistan, August 2021")
    return Frame(first=FIRST, last=LAST, generated_at=datetime(2021, 9, 1, 12, tzinfo=UTC), **given)


def make_picture(stories: tuple[Story, ...] = STORIES) -> Picture:
    """The picture that the stories add up to, all that is published by then being known."""
    told = [_recorded(number, story) for number, story in enumerate(stories)]
    claims = {claim.id: claim for recorded, story in told for claim in _claims(recorded, story)}
    at = {place.id: tuple(n for n, c in claims.items() if c.place == place) for place in PLACES}
    by_place = {place: found for place, found in at.items() if found}
    record = Record(tuple(one for one, _ in told), (), (), None, len(told))
    return Picture(record, "rules-1/3f9c2a", claims, (), by_place, {place.id: place for place in PLACES})


def _recorded(number: int, story: Story) -> tuple[Recorded, Story]:
    quiet = f" {story.silent} did not comment." if story.silent else ""
    body = " ".join([story.before, *(told.quote for told in story.told), story.after]) + quiet
    published = Published(date(2021, 8, story.day))
    report = Report(body, outlet=story.outlet, title=f"Report of {story.day} August", published=published,
                    address=f"https://{story.outlet.lower().replace(' ', '-')}.example/{number}")  # fmt: skip
    silences: tuple[Silence, ...] = ()
    if story.silent:
        start = body.index(story.silent)
        place = body.index(story.told[0].place.name)
        silences = (
            Silence(
                report.key,
                Span(start, len(body)),
                Mention(Span(start, start + len(story.silent))),
                Mention(Span(place, place + len(story.told[0].place.name))),
            ),
        )
    extraction = Extraction(report.key, "rules/1", silences=silences)
    return Recorded(report, number + 1, extraction, published.known_from), story


def _claims(recorded: Recorded, story: Story) -> Iterator[ResolvedClaim]:
    text = recorded.report.text
    for told in story.told:
        start = text.index(told.quote)
        quote = Span(start, start + len(told.quote))
        cue = start + told.quote.index(told.trigger)
        day = date(2021, 8, story.day)
        values = {
            "quote": told.quote,
            "trigger": told.trigger,
            "place": told.place,
            "outlet": story.outlet,
            "published": day,
            "known_from": recorded.known_from,
            **told.values,
        }
        made = make_resolved(told.kind, **values)
        spans: dict[str, Any] = {
            "report": recorded.report.key,
            "quote": quote,
            "trigger": Span(cue, cue + len(told.trigger)),
        }
        yield replace(made, claim=replace(made.claim, **spans))


def _runs(picture: Picture) -> Iterator[tuple[date, Place, list[ControlState]]]:
    """For each day on which something was published, the states of each place on all days to the next one."""
    moments = sorted({one.known_from.date() for one in picture.record.reports})
    claims = list(picture.claims.values())
    for number, moment in enumerate(moments):
        until = moments[number + 1] - timedelta(days=1) if number + 1 < len(moments) else LAST
        days = [FIRST + timedelta(days=day) for day in range((until - FIRST).days + 1)]
        as_of = end_of_day(moment)
        for place in PLACES:
            case = prepare(place, claims, as_of, Setting(government=GOVERNMENT))
            passes = run(case.chain, case.rows, days)
            yield moment, place, [state_of(case, passes, Question(day, as_of)) for day in days]


def histories(picture: Picture) -> Iterator[History]:
    """The history of each place as known on each day on which something was published."""
    for moment, place, states in _runs(picture):
        yield History(moment, place.id, segments_of(states, picture.claims))


def explained(picture: Picture) -> Iterator[ControlState]:
    """The states as known at the end of each moment, on its day."""
    for moment, _, states in _runs(picture):
        yield next(state for state in states if state.on == moment)


def _box(west: float, south: float, east: float, north: float) -> list[tuple[float, float]]:
    return [(west, south), (east, south), (east, north), (west, north), (west, south)]


OUTLINES = {
    "ne:AF-KDZ": [_box(68.0, 36.4, 69.5, 37.3)],
    "ne:AF-BAL": [_box(66.0, 35.8, 68.0, 37.3)],
    "ne:AF-SAM": [_box(67.2, 35.4, 68.4, 36.4)],
    "ne:AF-HER": [_box(60.6, 33.4, 64.0, 35.5)],
    "ne:AF-HEL": [_box(63.0, 29.4, 65.2, 33.2)],
    "ne:AF-NIM": [_box(60.8, 29.4, 63.0, 31.6)],
    "ne:AF-GHA": [_box(67.2, 32.2, 68.8, 34.0)],
}
