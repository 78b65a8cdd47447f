from __future__ import annotations

from datetime import UTC, date, datetime

from factories import AYBAK, GOVERNMENT, KUNDUZ, KUNDUZ_PROVINCE, MAZAR, TALIBAN, make_resolved, of_government

from whoholds.control import Question, Setting, assess_control
from whoholds.dossier import Known, changes, dossier, timeline
from whoholds.events import fuse_events
from whoholds.model import Mention, Place, Silence, Span

SETTING = Setting(government=GOVERNMENT)
NINTH = date(2021, 8, 9)
TAKEN = make_resolved(id="taken", day=date(2021, 8, 8), published=date(2021, 8, 8))
TAKEN_TOO = make_resolved(id="taken too", outlet="Evening Post")
FIGHTING = make_resolved("clash", id="fighting", actor=GOVERNMENT, day=NINTH, **of_government())
ELSEWHERE = make_resolved("capture", id="elsewhere", place=AYBAK)
LATER = make_resolved("hold", id="later", published=date(2021, 8, 12))
CLAIMS = [TAKEN, TAKEN_TOO, FIGHTING, ELSEWHERE, LATER]
SILENCE = Silence("r1", Span(0, 5), Mention(Span(0, 3)))
AS_OF = datetime(2021, 8, 9, 23, tzinfo=UTC)


class Around:
    """Two places near Kunduz, and the province around it."""

    def near(self, lat: float, lon: float, km: float) -> list[tuple[Place, float]]:
        """Kunduz itself and one more."""
        return [(KUNDUZ, 0.0), (AYBAK, 49.0)] if km >= 49 else [(KUNDUZ, 0.0)]

    def inside(self, place: Place) -> list[Place]:
        """Its province."""
        return [KUNDUZ_PROVINCE]

    def frontiers(self, place: Place, km: float) -> list[tuple[Place, float]]:
        """No border is near."""
        return []

    def capital_of(self, place_id: str) -> Place | None:
        """Kunduz is the seat of its province."""
        return KUNDUZ if place_id == KUNDUZ_PROVINCE.id else None


def test_a_dossier_tells_what_was_known() -> None:
    known = Known(CLAIMS, fuse_events(CLAIMS), {KUNDUZ.id: [SILENCE]})
    found = dossier(KUNDUZ, known, Question(NINTH, AS_OF), setting=SETTING, gazetteer=Around())
    assert (found.state.status, found.state.holder) == ("held", TALIBAN)
    assert {claim.id for claim in found.claims} == {"taken", "taken too", "fighting"}
    assert found.claims[-1].id == "taken"
    assert [one.holder for one in found.history] == [TALIBAN]
    assert [stand.words for stand in found.contradictions[0].stands] == [
        "there is fighting inside it",
        "Taliban holds it",
    ]
    assert found.silences == (SILENCE,)
    assert {name for event in found.events for name in event.claims} >= {"taken", "taken too", "fighting"}
    assert all("elsewhere" not in event.claims for event in found.events)


def test_the_profile() -> None:
    found = dossier(KUNDUZ, Known([]), Question(NINTH), gazetteer=Around()).profile
    assert (found.population, found.kind, found.inside) == (161902, "settlement", (KUNDUZ_PROVINCE,))
    assert found.near == ((AYBAK, 49.0),)
    assert found.seat_of == (KUNDUZ_PROVINCE,)


def test_unknown_population_is_none() -> None:
    village = Place("user:village", "Village", "settlement", None, None)
    found = dossier(village, Known([]), Question(NINTH), gazetteer=Around())
    assert found.profile.population is None
    assert found.profile.near == ()
    assert found.state.unknown_reason == "none"


def test_a_timeline_is_in_order_with_first_known_claims_first() -> None:
    entries = timeline(fuse_events(CLAIMS), CLAIMS)
    assert [entry.day for entry in entries] == sorted(entry.day for entry in entries if entry.day)
    taken = next(entry for entry in entries if "taken" in entry.event.claims)
    assert [claim.id for claim in taken.claims] == ["taken", "taken too"]


def test_of_one_day_the_event_known_first_comes_first() -> None:
    long = make_resolved("hold", id="long", actor=GOVERNMENT, start=date(2021, 7, 1), end=NINTH)
    late = make_resolved("clash", id="late", day=date(2021, 8, 8), published=date(2021, 8, 10), place=AYBAK)
    claims = [late, TAKEN, long]
    entries = timeline(fuse_events(claims), claims)
    assert [entry.claims[0].id for entry in entries] == ["long", "taken", "late"]


def test_changes_between_two_pictures() -> None:
    before = [assess_control(place, [], Question(NINTH), SETTING) for place in (KUNDUZ, MAZAR)]
    after = [assess_control(place, CLAIMS, Question(NINTH), SETTING) for place in (KUNDUZ, MAZAR, AYBAK)]
    found = changes(before, after)
    assert [(change.place.name, change.before is None) for change in found] == [
        ("Aybak", True),
        ("Kunduz", False),
    ]
    assert changes(after, after) == ()
