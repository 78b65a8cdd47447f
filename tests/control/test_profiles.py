"""What "controls" means, chosen by name: which claims then speak for a place, and with what power."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from factories import GOVERNMENT, KUNDUZ, TALIBAN, make_resolved

from whoholds.control import Question, Setting, assess_control
from whoholds.control.evidence import rows_of
from whoholds.control.part_words import kinds
from whoholds.control.profiles import (
    Profile,
    is_seat,
    method_under,
    profile_named,
    profiles,
    speaking,
    weighed,
)
from whoholds.control.table import control_table
from whoholds.database import read_claims
from whoholds.errors import InputError
from whoholds.model import Place, Precision
from whoholds.picture import ControlState, ResolvedClaim

ON = Question(date(2021, 8, 9))
DISTRICT = Place("user:archi-district", "Archi", "district", 37.2, 69.1, "AF", "ne:AF-KDZ", "ne:AF-KDZ")
SEAT = Place("user:archi", "Archi", "settlement", 37.2, 69.2, "AF", "ne:AF-KDZ", "user:archi-district")


def told(*sentences: str) -> list[ResolvedClaim]:
    """The claims of sentences that two outlets printed, one of them in its own words."""
    return [
        claim
        for number, sentence in enumerate(sentences)
        for claim in read_claims(sentence, published="2021-08-09", outlet=f"Outlet {number}")
    ]


def asked(claims: list[ResolvedClaim], profile: str, place: Place = KUNDUZ) -> ControlState:
    return assess_control(place, claims, ON, Setting(GOVERNMENT, profile=profile))


def test_the_default_takes_every_claim_as_it_is() -> None:
    claims = told("Taliban fighters seized the governor's office in Kunduz, residents said.")
    default = profile_named(None)
    assert default.is_default
    assert default.name == "town"
    assert list(speaking(claims, KUNDUZ, default)) == claims
    assert method_under("name", default) == "name"


def test_an_unknown_profile_names_those_there_are() -> None:
    with pytest.raises(InputError, match=r"no profile 'centr'.*town, centre, most, whole, district_centre"):
        profile_named("centr")


CENTRE = (
    "Taliban fighters seized the governor's office in Kunduz, residents said.",
    "Taliban fighters captured the police headquarters in Kunduz, a monitoring group said.",
)


def test_who_holds_the_centre_holds_the_place_by_the_profile_of_the_centre() -> None:
    claims = told(*CENTRE)
    assert asked(claims, "town").holder is None
    centre = asked(claims, "centre")
    assert (centre.status, centre.holder) == ("held", TALIBAN)
    assert any("its governor's office speaks for the whole (profile centre, power 1)" in one.reason
               for one in centre.evidence)  # fmt: skip


def test_a_part_weighs_under_the_profile_as_much_as_the_place_itself() -> None:
    part = told("Taliban fighters captured the police headquarters in Kunduz, residents said.")
    whole = told("Taliban fighters captured Kunduz, residents said.")
    assert asked(part, "centre").holders == pytest.approx(asked(whole, "town").holders)


def test_other_parts_do_not_speak_for_it() -> None:
    claims = told("Taliban fighters captured the airport in Kunduz, residents said.")
    assert dict(asked(claims, "centre").holders) == dict(asked(claims, "town").holders)


def test_the_army_that_keeps_the_governors_office_is_heard() -> None:
    claims = told(
        "Taliban fighters captured Kunduz, residents said.",
        "Army soldiers still hold the governor's office in Kunduz, residents said.",
    )
    town, centre = asked(claims, "town"), asked(claims, "centre")
    assert centre.holders[GOVERNMENT] > town.holders[GOVERNMENT]


def test_more_than_half_of_it_counts_less_than_the_place_itself() -> None:
    share = told("The Taliban hold large parts of Kunduz, residents said.")
    most = told("The Taliban hold most of Kunduz, residents said.")
    none, some, full = asked(share, "town"), asked(share, "most"), asked(most, "most")
    assert none.evidence == ()
    assert none.holders.get(TALIBAN, 0.0) < some.holders[TALIBAN] < full.holders[TALIBAN]
    (row,) = some.evidence
    (whole,) = full.evidence
    assert row.weights[TALIBAN] == pytest.approx(0.6 * whole.weights[TALIBAN])
    assert "more than half of it speaks for the whole (profile most, power 0.6)" in row.reason


def test_half_or_less_is_not_most_of_it() -> None:
    third = told("The Taliban captured a third of Kunduz, residents said.")
    assert asked(third, "most").evidence[0].weights.keys() == {"contested", TALIBAN}
    assert asked(third, "town").evidence[0].weights.keys() == {"contested", TALIBAN}


def test_most_of_it_is_not_all_of_it() -> None:
    most, every = (told(f"The Taliban captured {words}Kunduz, residents said.") for words in ("most of ", ""))
    assert asked(most, "whole").contested > asked(most, "town").contested
    assert asked(most, "whole").holders[TALIBAN] < asked(most, "town").holders[TALIBAN]
    assert dict(asked(every, "whole").holders) == dict(asked(every, "town").holders)


def test_the_army_that_keeps_the_airport_keeps_others_from_all_of_it() -> None:
    taken = "Taliban fighters captured Kunduz, residents said."
    claims = told(taken, "Army soldiers still hold the airport in Kunduz, residents said.")
    assert asked(claims, "whole").contested > asked(claims, "town").contested
    excepted = told("Taliban fighters captured all of Kunduz except for the airport, residents said.")
    assert asked(excepted, "whole").holders[TALIBAN] < asked(excepted, "town").holders[TALIBAN]
    denied = told("The army denied that the Taliban held most of Kunduz.")
    assert [claim.claim.type for claim in speaking(denied, KUNDUZ, profile_named("whole"))] == [
        claim.claim.type for claim in denied
    ]


def test_who_holds_the_district_centre_holds_the_district() -> None:
    claims = told("Taliban fighters captured the district centre of Imam Sahib, residents said.")
    (place,) = {claim.place for claim in claims if claim.place is not None}
    assert asked(claims, "district_centre", place).holder == TALIBAN
    assert asked(claims, "town", place).holder is None


def test_the_town_of_a_district_speaks_for_it_by_its_profile_alone() -> None:
    claims = [make_resolved(place=SEAT, outlet=name, day=date(2021, 8, 8)) for name in "AB"]
    assert asked(claims, "town", DISTRICT).status == "unknown"
    held = asked(claims, "district_centre", DISTRICT)
    assert (held.status, held.holder) == ("held", TALIBAN)
    assert is_seat(SEAT, DISTRICT)
    assert not is_seat(replace(SEAT, name="Dasht"), DISTRICT)
    assert not is_seat(SEAT, KUNDUZ)
    abroad = replace(SEAT, country="TJ")
    assert not is_seat(abroad, DISTRICT)


@pytest.mark.parametrize("name", list(profiles()))
def test_a_profile_asked_of_its_own_result_changes_nothing(name: str) -> None:
    profile = profile_named(name)
    claims = told(*CENTRE, "The Taliban hold large parts of Kunduz.", "They captured most of Kunduz.")
    once = speaking(claims, KUNDUZ, profile)
    assert speaking(once, KUNDUZ, profile) == once
    assert [claim.id for claim in once] == [claim.id for claim in claims]


def test_a_part_with_less_power_weighs_less() -> None:
    (claim,) = told("Taliban fighters captured the prison in Kunduz, residents said.")
    half = Profile("half", "half", {"prison": 0.5})
    (taken,) = speaking([claim], KUNDUZ, half)
    assert taken.precision is Precision.EXACT
    (row,) = rows_of(taken, control_table())
    less = weighed(row, half)
    assert less.nats == pytest.approx(row.nats / 2)
    assert less.flow == pytest.approx(row.flow / 2)
    assert less.evidence.features[-1] == ("profile", 0.5)


def test_the_table_names_parts_that_there_are_and_says_what_it_means() -> None:
    names = [profile.name for profile in profiles().values()]
    assert names == list(profiles())
    for profile in profiles().values():
        assert set(profile.parts) <= set(kinds())
        assert all(0 <= power <= 1 for power in (*profile.parts.values(), *profile.shares.values()))
        assert profile.meaning
        assert profile.words.startswith("“controls” means ")
    methods = {method_under("name", profile) for profile in profiles().values()}
    assert len(methods) == len(names)
