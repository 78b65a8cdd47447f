"""What lies at the edge of a named place, away from it or in a few houses of it is not that place."""

from __future__ import annotations

import pytest
from readings import claimed

NOT_IT = {
    "Taliban seize district on Kunduz's doorstep": ["capture Kunduz near"],
    "The Taliban captured a district on the outskirts of Kunduz.": ["capture Kunduz near"],
    "The Taliban captured a town 50 km from Kunduz.": [],
    "The Taliban captured an outpost within 20 kilometres of Kunduz.": ["capture Kunduz near"],
    "The Taliban seized a village on the edge of Kunduz.": ["capture Kunduz near"],
    "The Taliban seized a hill on Kunduz's northern fringe.": ["capture Kunduz near"],
    "The Taliban captured a district an hour from Kunduz.": [],
    "A district less than an hour's drive from Kunduz was captured by the Taliban.": [],
    "The Taliban seized a village at the gates of Kunduz.": ["capture Kunduz near"],
    "The Taliban hold the hills around Kunduz.": ["hold Kunduz near"],
    "The Taliban hold a number of posts west of Kunduz.": ["hold Kunduz near"],
    "The Taliban and the army fought at the entrances to Kunduz.": ["clash Kunduz near"],
    "The army fought the Taliban on the approaches to Kunduz.": ["clash Kunduz near"],
    "The army pushed the Taliban back from more lands near the ancient city of Kunduz.": [
        "repel Kunduz near"
    ],
    "The army fought the Taliban in the Kunduz sector.": ["clash Kunduz near"],
    "Troops fought in Aqcha, a village near the town of Kunduz. The Taliban hold the village.": [
        "clash Aqcha exact",
        "hold Aqcha exact",
    ],
    "Troops were in the town of Aqcha, not the capital, Kunduz. The Taliban hold the town.": [
        "hold Aqcha exact"
    ],
    "The army attacked Aqcha and its surrounding hills.": ["clash Aqcha exact"],
    "Troops were in Aqcha, some 360 km to the northwest of Kabul. The Taliban hold the city.": [
        "hold Aqcha exact"
    ],
    "The Taliban seized Aqcha, located north of Kabul, and said that troops had withdrawn.": [
        "capture Aqcha exact",
        "withdrawal Aqcha exact",
    ],
    "Taliban attacked Aqcha, which is some 30 km north of Kunduz, but were repelled by the army.": [
        "clash Aqcha exact",
        "repel Aqcha exact",
    ],
    "The army left Aqcha for Kabul. The Kabul-based government lost the town.": [
        "withdrawal Aqcha exact",
        "capture Aqcha exact",
    ],
    "The Taliban captured the village of Qarqin in north-central Jawzjan.": ["capture Qarqin exact"],
    "The Taliban took Aqcha after the army fled, and pushed towards Kunduz.": [
        "capture Aqcha exact",
        "withdrawal Aqcha exact",
    ],
    "The Taliban hold Kunduz. They seized the airport at Zangora on Monday.": [
        "hold Kunduz exact",
        "capture Zangora part",
    ],
    "The army left Khanabad and Aqcha. The Taliban captured the towns.": [
        "withdrawal Khanabad exact",
        "withdrawal Aqcha exact",
        "capture Khanabad exact",
        "capture Aqcha exact",
    ],
    "The army left Khanabad. It holds Aqcha. The Taliban captured the towns.": [
        "withdrawal Khanabad exact",
        "hold Aqcha exact",
    ],
    "The army left Kunduz for Washington to see. The army lost the city.": [
        "withdrawal Kunduz exact",
        "capture Kunduz exact",
    ],
    "The Taliban hold Jawzjan, a province they seized in May.": [
        "hold Jowzjan province",
        "capture Jowzjan province",
    ],
    "The Taliban took most of Nimruz by June, including the capital Zaranj.": ["capture Zaranj exact"],
    "The army controls the situation near Kunduz.": ["hold Kunduz near"],
    "The army left Kunduz for a bridge that connects the city to Imam Sahib.": ["withdrawal Kunduz exact"],
    "She lives in the village of Qarqin, retaken by the army.": ["capture Qarqin exact"],
    "The army withdrew to a post that connects Kunduz to Imam Sahib.": [],
    "Advancing from the city of Kunduz, the Taliban took Aqcha. They hold the city.": [
        "capture Aqcha exact",
        "hold Aqcha exact",
    ],
    "The Taliban took Aqcha. The army is in charge of the capital, Kunduz, and of roads.": [
        "capture Aqcha exact",
        "hold Kunduz exact",
    ],
    "Hostomel, a suburb of Kyiv, was retaken.": ["capture Hostomel exact"],
    "The Taliban took Sheberghan, the army's last stronghold in Jawzjan.": ["capture Shibirghan exact"],
    "After the Taliban took Zangora airport they reached the city centre.": ["capture Zangora part"],
    "In Kunduz the Taliban took over houses and shops.": [],
    "In Kunduz the insurgents have taken over homes in the suburbs of the capital.": [],
    "The Taliban took over streets in Kunduz.": ["capture Kunduz part"],
    "Taliban take three districts in Kunduz": ["capture Kunduz part"],
    "The army drove the Taliban out of three villages in the hills of Kunduz.": ["capture Kunduz part"],
}
IT = {
    "The Taliban captured Kunduz, 50 km from the border.": ["capture Kunduz exact"],
    "The Taliban captured Kunduz on Sunday.": ["capture Kunduz exact"],
    "The Taliban took over in Kunduz.": ["capture Kunduz exact"],
    "The Taliban took over power in Kunduz.": ["capture Kunduz exact"],
    "Fighting at gates of Kabul; Kunduz falls": ["capture Kunduz exact"],
    "The Taliban stood on the outskirts for an hour. Kunduz fell at noon.": ["capture Kunduz exact"],
    "The Taliban captured the town of Kunduz.": ["capture Kunduz exact"],
    "The Taliban captured most of Kunduz.": ["capture Kunduz exact"],
    "The Taliban captured the cities of Kunduz and Herat.": ["capture Kunduz exact", "capture Herat exact"],
    "After an hour Kunduz fell to the Taliban.": ["capture Kunduz exact"],
    "From Kunduz's edges to its centre the Taliban took Kunduz.": ["capture Kunduz exact"],
}


@pytest.mark.parametrize(("text", "told"), [*NOT_IT.items(), *IT.items()])
def test_how_it_lies_to_the_name(text: str, told: list[str]) -> None:
    assert claimed(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The army fought the Taliban at the entrances to Kunduz.", ["clash Kunduz near"]),
        ("The Taliban hold a few posts outside Kunduz.", ["hold Kunduz near"]),
        ("The Taliban hold the posts in the city.", ["hold Herat part"]),
        ("The Taliban hold the city.", ["hold Herat exact"]),
    ],
)
def test_the_name_in_the_clause_wins_over_the_one_before(text: str, told: list[str]) -> None:
    assert claimed(text, after="The Taliban attacked Herat on Friday.") == told
