"""Who says so last, who takes where no taker is named, and which place "the city" is past places passed."""

from __future__ import annotations

from datetime import date

import pytest
from readings import in_report, plain, read

TAKERS = {
    "M23 controls Goma. Congo's president said that the city would be retaken.": "Congolese government",
    "M23 controls Goma. Kinshasa said that Goma would be liberated.": "Congolese government",
    "The Taliban control Kunduz. An army officer said it would be recaptured.": "Afghan government",
    "The army held Herat. A Taliban spokesman said that Herat had been liberated.": "Taliban",
    "The Taliban hold Kunduz. An army officer said it would be retaken by the Taliban.": "Taliban",
    "The Taliban attacked Kunduz. An army officer said that the city had fallen.": "Taliban",
    "The army announced the capture of Musa Khel, a Taliban stronghold in Khost.": "Afghan government",
    "The army confirmed the capture of Taloqan, a Taliban stronghold.": "Afghan government",
    "The Taliban attacked Kunduz. The army confirmed the capture of Taloqan.": "Taliban",
    "The Taliban attacked Kunduz. The army announced the capture of Taloqan.": "Afghan government",
    "Last month's loss of the border town of Goma to Rwandan troops hurt M23.": "Rwanda",
    "M23 attacked Sake. Goma was retaken.": None,
    "Rebels took Myawaddy, on the border with Thailand. Government troops hold the town.": "Myanmar military",
    "M23 controls Goma. The rebels said that Bukavu would be taken.": "M23",
    "The Taliban attacked Kunduz. Residents said that the city had been captured.": "Taliban",
    "The Houthis hold Mocha. The coalition said it had captured Hodeidah.": "coalition",
    "The Houthis hold Mocha. The coalition captured Hodeidah.": "coalition",
    "The Houthis hold Mocha. A coalition of tribes captured Hodeidah.": "coalition",
    "M23 holds Goma. The alliance said it had captured Bukavu.": "alliance",
}


@pytest.mark.parametrize("text", TAKERS)
def test_who_takes(text: str) -> None:
    assert [one.actor for one in read(text)][-1] == TAKERS[text]


HELD = {
    "M23 walked into Bukavu. Burundian troops left through Uvira. Now the rebels control the city.": "Bukavu",
    "M23 entered Bukavu. Soldiers were seen heading towards Uvira. The rebels control the city.": "Bukavu",
    "M23 entered Bukavu. Thousands fled to Uvira. The rebels control the city.": "Bukavu",
    "M23 entered Bukavu. Later they entered Uvira. The rebels control the city.": "Uvira",
    "M23 entered Bukavu. Fighting reached Uvira on Sunday. The rebels control the city.": "Uvira",
    "Burundian troops left through Uvira. The rebels control the city.": "Uvira",
}


@pytest.mark.parametrize("text", HELD)
def test_which_city(text: str) -> None:
    held = [plain(one.place_name) for one in read(text) if one.claim.type.value == "hold"]
    assert held == [HELD[text]]


CONTAINERS = {
    "Ukraine hit a depot in Ryazan. Moscow said it had taken Dachenske.": None,
    "Ukraine hit a depot in Ryazan. Russia said it had retaken Dachenske.": "RU",
    "Fighting went on in Kharkiv in Ukraine. Moscow said it had taken Dachenske.": "UA",
}


@pytest.mark.parametrize("text", CONTAINERS)
def test_a_state_takes_unknown_places_abroad(text: str) -> None:
    place = read(text)[-1].place
    assert place is not None
    assert place.country == CONTAINERS[text]


TOLD_LAST = {
    "The Taliban stormed Imam Sahib. The governor of Kunduz said the town had fallen.": "Imam Sahib",
    "M23 entered Uvira. The governor of South Kivu said that the town had been lost.": "Uvira",
    "The Taliban stormed Imam Sahib. The mayor of Kunduz said the city had fallen.": "Kunduz",
    "The Taliban stormed Herat. The governor of Kunduz said the city had fallen.": "Kunduz",
}


@pytest.mark.parametrize("text", TOLD_LAST)
def test_a_town_just_told_comes_before_the_capital_of_the_office(text: str) -> None:
    assert plain(read(text)[-1].place_name) == TOLD_LAST[text]


def test_a_town_of_a_governors_province_that_nobody_knows_is_not_its_capital() -> None:
    assert read("M23 fighters attacked Sake. The governor of North Kivu said the town had fallen.") == ()


SAID = {
    "The Taliban seized Zaranj, a Taliban commander announced on Friday.": "a Taliban commander",
    "Rebels took Hama, a monitoring group said on Friday.": "a monitoring group",
    "Sudan's army controls Babanusa, activists said.": "activists",
    "Aybak was captured by the Taliban, Hamid Rahimi, a police chief, said on Friday.": "Hamid Rahimi",
    "Zalingei has fallen to the RSF, the mayor of the town, Adam Bashir, admitted on Friday.": "the mayor",
    "M23 took Sake, residents and a UN official told AFP on Friday.": "a UN official",
}


@pytest.mark.parametrize("text", SAID)
def test_who_says_so_at_the_end(text: str) -> None:
    """The words before "said" are no place, and their day is not the day of the fall."""
    claims = read(in_report(text))
    assert {one.place_name for one in claims if one.place is not None} == {claims[0].place_name}
    assert (claims[-1].claimer or "").startswith(SAID[text])
    assert all(one.claimer and (one.claim.type.value == "hold" or one.days.start is None) for one in claims)


@pytest.mark.parametrize(
    "text",
    [
        "M23 celebrated the capture of Goma.",
        "M23 congratulated its fighters on the capture of Goma.",
        "M23 praised its men for capturing Goma.",
        "Telegram channels linked to M23 said Goma had been captured by M23.",
        "Social media accounts close to M23 said M23 had captured Goma.",
    ],
)
def test_a_boast_is_the_word_of_who_boasts(text: str) -> None:
    (taken,) = read(text, date(2025, 1, 29))
    assert (taken.claim.type.value, taken.actor, taken.side) == ("capture", "M23", "M23")
