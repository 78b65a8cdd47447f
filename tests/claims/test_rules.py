"""What is read over several sentences: what words point back to, who says it, when it was."""

from __future__ import annotations

from datetime import date

import pytest
from readings import DAY, claimed, in_report, plain, read, read_extraction

from whoholds.model import Factuality, Stage
from whoholds.picture import ResolvedClaim

BACK = {
    "the city": (
        "The Taliban massed near Kunduz.",
        "They captured the city on Saturday.",
        ["capture Kunduz exact"],
    ),
    "there": (
        "The army holds Kidal.",
        "Fighting was heavy there.",
        ["clash Kidal exact"],
    ),
    "its centre": (
        "The rebels moved on Kidal.",
        "The army bombed the centre of the city.",
        ["airstrike Kidal part"],
    ),
    "the airport": (
        "The Taliban hold Kunduz.",
        "The army still controls the airport.",
        ["hold Kunduz part"],
    ),
    "an airport named before": (
        "The army says that it holds Kunduz airport.",
        "The Taliban say they captured the airport.",
        ["capture Kunduz Airport exact"],
    ),
    "an airport of a town named since": (
        "The army holds Kunduz airport. Taloqan was quiet.",
        "The Taliban captured the airport.",
        ["capture Taloqan part"],
    ),
    "what a town is, between commas": (
        "The army had held it for months.",
        "El Fula, the capital of West Kordofan, fell to the RSF on Thursday.",
        ["capture Al Fulah exact"],
    ),
    "overrun, after an apposition": (
        "The Taliban advanced.",
        "Islam Qala, a crossing into Iran, was overrun by the Taliban.",
        ["capture Eslam Qaleh exact"],
    ),
    "the province": (
        "The Taliban captured Zaranj.",
        "Government forces lost the province.",
        ["capture Nimruz province"],
    ),
    "the three cities": (
        "The Taliban massed near Kunduz, Taloqan and Herat.",
        "They captured the three cities.",
        ["capture Kunduz exact", "capture Taloqan exact", "capture Herat exact"],
    ),
    "the capitals of provinces": (
        "The Taliban advanced.",
        "They captured the capitals of Nimruz and Samangan provinces.",
        ["capture Zaranj exact", "capture Aibak exact"],
    ),
    "a series": (
        "The Taliban advanced.",
        "They captured Kunduz, the second provincial capital to fall.",
        ["capture Kunduz exact"],
    ),
    "a place with its container": (
        "The Taliban advanced.",
        "They captured Aybak, the capital of Samangan province.",
        ["capture Aibak exact"],
    ),
    "a landmark": (
        "The Taliban advanced.",
        "They captured Aybak, north of Kabul.",
        ["capture Aibak exact"],
    ),
    "nothing told before": ("The Taliban advanced.", "They captured the city.", []),
}


@pytest.mark.parametrize("name", BACK)
def test_what_words_point_back_to(name: str) -> None:
    before, text, expected = BACK[name]
    assert claimed(text, after=before) == expected


def test_a_place_carried_over_is_marked() -> None:
    text = "The Taliban attacked Kunduz on Friday. Clashes broke out between soldiers and the insurgents."
    first, second = read(in_report(text))
    assert (first.inferred, second.inferred) == (False, True)
    assert first.place == second.place


PARTIES = {
    "subject and object": ("The Taliban captured Kunduz from Afghan forces.", "Taliban", "Afghan government"),
    "the opponent is clear": ("The Taliban captured Kunduz.", "Taliban", "Afghan government"),
    "insurgents": ("The Taliban advanced. The insurgents captured Kunduz.", "Taliban", "Afghan government"),
    "they": ("The Taliban advanced. They captured Kunduz.", "Taliban", "Afghan government"),
    "passive": ("Kidal was seized by the Malian army.", "Malian government", None),
    "by two": ("Malian soldiers and Wagner mercenaries captured Kidal.", "Malian government", None),
    "the loser only": ("Afghan forces lost Kunduz to the Taliban.", "Taliban", "Afghan government"),
    "no party": ("Gunmen seized Kidal.", "gunmen", None),
}


@pytest.mark.parametrize("name", PARTIES)
def test_who_does_it_to_whom(name: str) -> None:
    text, actor, recipient = PARTIES[name]
    claim = read(in_report(text))[-1]
    assert (claim.actor, claim.recipient) == (actor, recipient)


def test_we_is_the_speakers_party() -> None:
    text = "“We have captured Kunduz,” Taliban spokesman Zabihullah Mujahid said on Sunday."
    (claim,) = read(in_report(text))
    assert (claim.actor, claim.side, claim.own_interest) == ("Taliban", "Taliban", True)


SAID = {
    "a councillor": (
        "The Taliban captured Kunduz, provincial council member Karim Jan said.",
        "provincial council member Karim Jan",
        "Afghan government",
    ),
    "residents": ("Residents said the Taliban captured Kunduz.", "Residents", None),
    "according to": (
        "According to the police, the Taliban captured Kunduz.",
        "the police",
        "Afghan government",
    ),
    "nobody": ("The Taliban captured Kunduz.", None, None),
    "unnamed": ("The Taliban are reported to have captured Kunduz.", "unnamed", None),
}


@pytest.mark.parametrize("name", SAID)
def test_who_says_it(name: str) -> None:
    text, claimer, side = SAID[name]
    (claim,) = read(in_report(text, "The Taliban and the Afghan army are at war."))
    assert (claim.claimer, claim.side) == (claimer, side)


DAYS = {
    "on Saturday": ("The Taliban captured Kunduz on Saturday.", date(2021, 8, 7), date(2021, 8, 7)),
    "nothing said": ("The Taliban captured Kunduz.", None, DAY),
    "a present state": ("The Taliban control Kunduz.", DAY, DAY),
    "in a year": ("The Taliban captured Kunduz in 2015.", date(2015, 1, 1), date(2015, 12, 31)),
    "said on a day": (
        "The army said on Friday that the Taliban had captured Kunduz.",
        None,
        date(2021, 8, 6),
    ),
    "planned": ("The Taliban will capture Kunduz.", None, None),
}


@pytest.mark.parametrize("name", DAYS)
def test_when_it_was(name: str) -> None:
    text, start, end = DAYS[name]
    (claim,) = read(in_report(text))
    assert (claim.days.start, claim.days.end) == (start, end)


def test_history_keeps_its_own_dates() -> None:
    claims = read(
        in_report("The Taliban attacked Kunduz on Sunday. They had captured the city in 2015 and 2016.")
    )
    assert [(c.claim.type.value, c.days.start and c.days.start.year) for c in claims] == [
        ("clash", 2021),
        ("capture", 2015),
        ("capture", 2016),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The Taliban captured Kunduz on Saturday.",
        "The Taliban captured Kunduz yesterday.",
        "The Taliban control Kunduz.",
        "Fighting is still raging in Kunduz.",
        "The Taliban have held Kunduz since Friday.",
    ],
)
def test_without_a_date_of_publication_nothing_is_filled_in(text: str) -> None:
    (claim,) = read(in_report(text), None)
    assert (claim.days.start, claim.days.end, claim.published) == (None, None, None)


def test_without_a_date_of_publication_full_dates_count() -> None:
    (claim,) = read(in_report("The Taliban captured Kunduz on 8 August 2021."), None)
    assert (claim.days.start, claim.days.end) == (DAY, DAY)


FACTS = {
    "The Taliban captured Kunduz.": Factuality.CERTAIN,
    "The Taliban may have captured Kunduz.": Factuality.POSSIBLE,
    "The Taliban have reportedly captured Kunduz.": Factuality.PROBABLE,
    "The Taliban plan to capture Kunduz.": Factuality.FUTURE,
    "Taliban fighters did not enter Kunduz.": Factuality.DENIED,
}


@pytest.mark.parametrize("text", FACTS)
def test_how_sure_it_is(text: str) -> None:
    (claim,) = read(in_report(text))
    assert claim.claim.factuality is FACTS[text]


def test_a_denied_loss_is_a_hold_of_the_holder() -> None:
    text = "The Taliban said they had captured Kunduz. The Afghan government denied the claim."
    _, claim = read(in_report(text))
    assert (claim.claim.type.value, claim.actor) == ("hold", "Afghan government")


STAGES = {
    "The UN called for a ceasefire in Aleppo.": Stage.CALLED_FOR,
    "The rebels agreed to a ceasefire in Aleppo.": Stage.AGREED,
    "The army announced a ceasefire in Aleppo.": Stage.ANNOUNCED,
    "The rebels rejected a ceasefire in Aleppo.": Stage.REFUSED,
    "The army violated the ceasefire in Aleppo.": Stage.BROKEN,
}


@pytest.mark.parametrize("text", STAGES)
def test_how_far_a_truce_is(text: str) -> None:
    (claim,) = read(in_report(text))
    assert claim.claim.stage is STAGES[text]


def killed(claim: ResolvedClaim) -> list[tuple[str, int | None, int | None, int | None]]:
    return [(f.kind, f.estimate.low, f.estimate.best, f.estimate.high) for f in claim.claim.figures]


def test_casualties_go_to_what_caused_them() -> None:
    (claim,) = read(in_report("An air strike on Kunduz killed 11 civilians and wounded at least 20."))
    assert claim.claim.type.value == "airstrike"
    assert ("killed", 11, 11, 11) in killed(claim)
    assert ("injured", 20, 20, None) in killed(claim)


def test_the_toll_of_a_war_happened_at_no_place_of_its_own() -> None:
    text = "The army shelled Aleppo on Saturday. Over 300,000 people have been killed since 2011."
    assert [claim.claim.type.value for claim in read(in_report(text))] == ["shelling"]


def test_districts_in_a_list_stay_unresolved_in_their_province() -> None:
    text = "In Nimruz province the Taliban control four districts including Ashkin, Pulalak and Charburja."
    claims = read(in_report(text))
    assert [(c.place_name, c.precision.value, c.container) for c in claims] == [
        ("Ashkin", "district", "ne:AF-NIM"),
        ("Pulalak", "district", "ne:AF-NIM"),
        ("Charburja", "district", "ne:AF-NIM"),
    ]
    assert all(c.place is not None and c.place.lat is None for c in claims)


def test_a_party_that_is_silent() -> None:
    text = "The Taliban captured Kunduz. There was no immediate comment from the army."
    (silence,) = read_extraction(in_report(text)).silences
    assert silence.party.span.of(text) == "the army"
    assert silence.place is not None
    assert silence.place.span.of(text) == "Kunduz"


def test_a_report_that_is_taken_back() -> None:
    text = "Correction: an earlier version of this article said that Kunduz had fallen to the Taliban."
    (found,) = read_extraction(in_report(text)).retractions
    assert found.place is not None
    assert found.place.span.of(text) == "Kunduz"


SWAPPED = {  # what is taken back, what is claimed
    "Correction: an earlier version misstated the town. It was Kunduz, not Herat.": ("Herat", []),
    "Correction: the town that the Taliban captured was Kunduz, not Herat.": ("Herat", ["Kunduz"]),
    "The Taliban took Herat. Correction: an earlier version misstated the town. It was Kunduz, not Herat.": (
        "Herat", [],
    ),
    "The Taliban took Kunduz. Correction: an earlier version misnamed it. It was Kunduz rather than Herat.": (
        "Herat", ["Kunduz"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("text", SWAPPED)
def test_the_place_that_another_is_put_in_place_of_is_taken_back(text: str) -> None:
    told, claimed_places = SWAPPED[text]
    (found,) = read_extraction(in_report(text)).retractions
    assert found.place is not None
    assert found.place.span.of(text) == told
    assert [plain(c.place_name) for c in read(in_report(text))] == claimed_places
