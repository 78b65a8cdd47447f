"""Claims made by chance at a few places, some inside others, close enough in time to be of one event."""

from __future__ import annotations

from datetime import date, timedelta

from factories import AYBAK, GOVERNMENT, KUNDUZ, KUNDUZ_AIRPORT, KUNDUZ_PROVINCE, TALIBAN, make_resolved
from hypothesis import strategies as st

from whoholds.model import Factuality, Place
from whoholds.picture import ResolvedClaim

QUARTER = Place("user:quarter", "Old Quarter", "settlement", 36.73, 68.86, "AF", None, KUNDUZ.id)
MILL = Place("user:mill", "Mill", "facility", 36.73, 68.86, "AF", None, QUARTER.id)
PLACES = (KUNDUZ, KUNDUZ_AIRPORT, QUARTER, MILL, AYBAK, KUNDUZ_PROVINCE, None)
WORDS = ("Fighters took the market at dawn.", "The army left its base.", "Residents fled over the bridge.")
FIRST = date(2021, 8, 1)


@st.composite
def claim(draw: st.DrawFn) -> ResolvedClaim:
    day = FIRST + timedelta(days=draw(st.integers(0, 30)))
    place = draw(st.sampled_from(PLACES))
    return make_resolved(
        draw(st.sampled_from(["capture", "handover", "withdrawal", "clash", "airstrike", "hold"])),
        id=f"c{draw(st.integers(0, 10**6))}",
        place=place,
        place_name="the mill" if place is None else place.name,
        published=day,
        start=draw(st.sampled_from([None, day, day - timedelta(days=2)])),
        actor=draw(st.sampled_from([TALIBAN, GOVERNMENT, "Militia", None])),
        recipient=draw(st.sampled_from([TALIBAN, GOVERNMENT, None])),
        quote=draw(st.sampled_from(WORDS)),
        factuality=draw(st.sampled_from([Factuality.CERTAIN, Factuality.CERTAIN, *Factuality])),
        judged=draw(st.sampled_from([None, None, None, "reject", "accept"])),
    )


claims = st.lists(claim(), max_size=25, unique_by=lambda one: one.id)
