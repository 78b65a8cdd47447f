"""Whether words for arms are a state's or a group's: a table, and every group of the ontology."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from readings import read

from whoholds.gazetteer import load_gazetteer
from whoholds.ontology import Party, parties
from whoholds.text.parties import find_parties

LOYAL = "forces loyal"  # "Yemen's paramilitary forces loyal to …": no name that adjectives stand before

# fmt: off
WHOSE = [
    ("Sudan's Rapid Support Forces", [("Rapid Support Forces", "Rapid Support Forces", "")]),
    ("Sudan's paramilitary Rapid Support Forces",
     [("paramilitary Rapid Support Forces", "Rapid Support Forces", "")]),
    ("Sudanese armed forces", [("Sudanese armed forces", "Sudanese government", "")]),
    ("Myanmar's Kachin Independence Army", [("Kachin Independence Army", "Kachin Independence Army", "")]),
    ("Myanmar National Democratic Alliance Army",
     [("Myanmar National Democratic Alliance Army", "MNDAA", "")]),
    ("Russia's Wagner Group forces", [("Wagner Group", "Wagner Group", "")]),
    ("Yemeni forces loyal to Saleh", [("forces loyal to Saleh", "Saleh loyalists", "")]),
    ("Afghan and NATO forces",
     [("Afghan", "Afghan government", ""), ("NATO forces", "NATO", "")]),
    ("Syrian rebel forces", [("rebel forces", None, "rebels")]),
    ("Syrian insurgents attacked army posts",
     [("Syrian insurgents", None, "insurgents"), ("army", None, "government")]),
    ("Haitian gangs now control the port", []),
    ("Afghan warlords control Herat", []),
    ("Russian airborne troops now control the port",
     [("Russian airborne troops", "Russia", "")]),
    ("Russian control of the port", [("Russian control", "Russia", "")]),
    ("an ethnic army", [("ethnic army", None, "armed")]),
    ("an ethnic Kachin army", [("ethnic Kachin army", None, "armed")]),
    ("a rebel army", [("rebel army", None, "rebels")]),
    ("separatist armed forces", [("separatist armed forces", None, "separatists")]),
    ("insurgent troops", [("insurgent troops", None, "insurgents")]),
    ("militia soldiers", [("militia soldiers", None, "armed")]),
    ("a tribal army", []),
    ("rebel and army positions", [("rebel", None, "rebels"), ("army", None, "government")]),
    ("a rebel attack on army posts", [("rebel", None, "rebels"), ("army", None, "government")]),
    ("Afghan officials of the army",
     [("Afghan officials", "Afghan government", ""), ("army", None, "government")]),
]
# fmt: on


@pytest.mark.parametrize(("text", "expected"), WHOSE)
def test_whose_the_arms_are(text: str, expected: list[tuple[str, str | None, str]]) -> None:
    assert [(m.span.of(text), m.name, m.word) for m in find_parties(text)] == expected


def groups() -> list[Party]:
    return [party for party in parties() if party.kind in ("rebels", "militia", "international")]


def adjectives(country: str) -> Iterator[str]:
    for party in parties():
        if party.kind in ("government", "foreign") and country in party.countries[:1]:
            yield from party.demonyms


def with_a_country(party: Party) -> Iterator[str]:
    """Every name of a party after the adjectives and possessives of the countries where it fights."""
    owners = {"Ruritania's", *(word for country in party.countries for word in adjectives(country))}
    for name in (party.name, *party.aliases):
        for owner in owners:
            yield f"{owner} {name} captured the town on Monday."
            yield f"On Monday the {owner} {name} captured the town."
            if LOYAL not in name:
                yield f"On Monday {owner} paramilitary {name} captured the town."


@pytest.mark.parametrize("party", groups(), ids=lambda party: party.name)
def test_the_name_of_a_group_after_a_country_is_the_group(party: Party) -> None:
    for text in with_a_country(party):
        found = [m for m in find_parties(text) if m.how != "generic"]
        assert found, text
        assert all(party.name in m.names for m in found), text


@pytest.mark.parametrize("party", groups(), ids=lambda party: party.name)
def test_a_group_of_a_country_acts_itself(party: Party) -> None:
    on = max(party.since or date(2012, 1, 1), date(2012, 1, 1))
    on = min(on, party.until or on)
    for country in party.countries[:2]:
        town = load_gazetteer().capital_of(f"iso:{country}")
        for owner in adjectives(country):
            if town is None:
                continue
            text = f"{owner} {party.name} captured {town.name} on Monday. The militias have artillery."
            assert [claim.actor for claim in read(text, on)] == [party.name], text
