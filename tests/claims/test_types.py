"""Sentences of every event type, and what they must give: "type place precision"."""

from __future__ import annotations

import pytest
from readings import claimed

CASES = {
    # capture
    "The Taliban captured Kunduz.": ["capture Kunduz exact"],
    "Kunduz was captured by the Taliban on Saturday.": ["capture Kunduz exact"],
    "Taliban fighters have seized Zaranj, the capital of Nimruz province.": ["capture Zaranj exact"],
    "Kunduz has fallen to the Taliban.": ["capture Kunduz exact"],
    "The army lost Kunduz to the Taliban.": ["capture Kunduz exact"],
    "The Taliban took control of Kunduz on Sunday.": ["capture Kunduz exact"],
    "Government forces lost control of Kunduz.": ["capture Kunduz exact"],
    "The recapture of Kunduz by Afghan forces took ten days.": ["capture Kunduz exact"],
    "Azerbaijani troops raised their flag over Shusha.": ["capture Shusha exact"],
    "The rebels drove the army out of Kidal.": ["capture Kidal exact"],
    "Kidal came under the control of the Malian army.": ["capture Kidal exact"],
    "The army recaptured El-Fasher, Darfur.": ["capture El Fasher exact"],
    "The Taliban seized Kunduz, Taloqan and Sar-e Pul.": [
        "capture Kunduz exact",
        "capture Taloqan exact",
        "capture Sar-e Pul exact",
    ],
    "The Taliban captured most of Kunduz.": ["capture Kunduz exact"],
    "The Taliban captured several buildings in the centre of Kunduz.": ["capture Kunduz part"],
    "The Taliban seized Takhar province.": ["capture Takhar province"],
    "The capital of Nimruz province fell to the Taliban.": ["capture Zaranj exact"],
    # handover
    "The Taliban entered Zaranj without a fight.": ["handover Zaranj exact"],
    "Zaranj fell to the Taliban without any resistance.": ["handover Zaranj exact"],
    "Elders handed over Zaranj to the Taliban.": ["handover Zaranj exact"],
    # withdrawal
    "Government troops withdrew from Aybak.": ["withdrawal Aibak exact"],
    "The army abandoned Aybak.": ["withdrawal Aibak exact"],
    "The retreat of Ukrainian forces from Avdiivka was orderly.": ["withdrawal Avdiyivka exact"],
    # hold
    "Government forces control Mazar-e Sharif.": ["hold Mazar-e Sharif exact"],
    "Zaranj is under Taliban control.": ["hold Zaranj exact"],
    "Kidal is in the hands of Tuareg rebels.": ["hold Kidal exact"],
    "The Taliban still hold Zaranj.": ["hold Zaranj exact"],
    "The army denied that Kunduz had fallen to the Taliban.": ["hold Kunduz exact"],
    # entry
    "Taliban fighters entered Herat.": ["entry Herat exact"],
    "The army advanced into Kidal.": ["entry Kidal exact"],
    "A video showed Taliban fighters in Kunduz.": ["entry Kunduz exact"],
    # repel
    "Government forces repelled a Taliban attack on Kunduz.": ["repel Kunduz exact"],
    "Afghan troops pushed back the Taliban from Kunduz.": ["repel Kunduz exact"],
    # siege
    "The Taliban have surrounded Ghazni.": ["siege Ghazni exact"],
    "The army besieged Talbiseh for months.": ["siege Tallbisah exact"],
    "The siege of Ghazni by the Taliban has lasted for weeks.": ["siege Ghazni exact"],
    # clash
    "Heavy fighting continued in Kandahar.": ["clash Kandahar exact"],
    "Afghan forces clashed with the Taliban near Kandahar.": ["clash Kandahar near"],
    "The Taliban launched an assault on Lashkar Gah.": ["clash Lashkar Gah exact"],
    "Gunmen ambushed a convoy of soldiers in Kidal.": ["clash Kidal exact"],
    # airstrike
    "Afghan planes bombed Sheberghan.": ["airstrike Shibirghan exact"],
    "An air strike on Sheberghan killed eleven fighters.": ["airstrike Shibirghan exact"],
    "Syrian warplanes hit rebel positions in Aleppo.": ["airstrike Aleppo part"],
    # shelling
    "Russian artillery shelled Avdiivka.": ["shelling Avdiyivka exact"],
    "The rebels fired rockets at Aleppo.": ["shelling Aleppo exact"],
    "Mortar fire killed two soldiers in Aleppo.": ["shelling Aleppo exact"],
    "Shells landed on Aleppo.": ["shelling Aleppo exact"],
    "Rockets slammed into a market in Aleppo.": ["shelling Aleppo part"],
    "Aleppo came under artillery fire.": ["shelling Aleppo exact"],
    "A tank fell into the river at Aleppo.": [],
    "The army and the rebels exchanged fire in Aleppo.": ["clash Aleppo exact"],
    "Nine soldiers died in an ambush outside Aleppo.": ["clash Aleppo near"],
    # explosion
    "A roadside bomb exploded in Jalalabad.": ["explosion Jalalabad exact"],
    "A big explosion was heard in Lashkar Gah.": ["explosion Lashkar Gah exact"],
    # attack on civilians
    "Gunmen killed three civilians in Khost.": ["attack_civilians Khost exact"],
    "Militants kidnapped eleven villagers in Khost.": ["attack_civilians Khost exact"],
    # destruction
    "Taliban fighters burned a school in Kunduz.": ["destruction Kunduz exact"],
    # detention
    "The police arrested five militants in Khost.": ["detention Khost exact"],
    "The rebels captured twenty soldiers in Kidal.": ["detention Kidal exact"],
    "The Taliban freed hundreds of prisoners in Farah.": ["detention Farah exact"],
    # movement
    "The army deployed commandos to Kandahar.": ["movement Kandahar exact"],
    "The Taliban were advancing on Kabul.": ["movement Kabul exact"],
    "Reinforcements were sent to Kunduz.": ["movement Kunduz exact"],
    # displacement
    "Thousands of families fled Kunduz.": ["displacement Kunduz exact"],
    # access
    "The Taliban closed the border crossing at Torkham.": ["access Torkham exact"],
    "The army blocked the road in Kunduz.": ["access Kunduz part"],
    # ceasefire
    "The rebels and the army agreed on a ceasefire in Aleppo.": ["ceasefire Aleppo exact"],
}


@pytest.mark.parametrize("sentence", CASES)
def test_what_a_sentence_gives(sentence: str) -> None:
    assert claimed(sentence) == CASES[sentence]


TRAPS = {
    "a price that fell": "Wheat prices fell in Kunduz by a fifth, traders told the army.",
    "taking office": "The new governor took office in Kunduz on Sunday.",
    "taking part": "Officials took part in a meeting in Kunduz.",
    "taking control of a ministry's budget": "The minister took control of spending, and left for Kunduz.",
    "a strike of workers": "Teachers in Kunduz went on strike over their pay.",
    "a strike called off": "The union in Kunduz called off its strike.",
    "sport: a title": "Kandahar captured the cricket title in Kabul.",
    "sport: a battle": "The battle for promotion goes on in Herat.",
    "sport: a loss": "Herat lost to Kandahar in the final.",
    "a campaign of votes": "The battle for votes has begun in Kunduz.",
    "no fighting": "The convoy reached its goal without fighting in Kunduz.",
    "an end of fighting": "Elders in Kunduz called for an end to the fighting.",
    "a whole country": "Foreign troops withdrew from the country.",
    "another one, not named": "The Taliban captured another provincial capital.",
    "the dateline": "KUNDUZ, Aug 8 (Newswire) - The army attacked the rebels.",
    "the speaker's town": "A resident of Kunduz said that the rebels were attacked.",
    "a spokesman's town": "A spokesman in Doha said that the Taliban had captured a district.",
    "a book": "The novel captured the mood in Kunduz.",
    "a photograph": "The photographer shot the bridge in Kunduz at dawn.",
    "a road toll": "The road in Kunduz claimed many cars.",
    "a cold": "The minister fell ill in Kunduz.",
    "a deal": "The company struck a deal in Kunduz.",
    "geography": "Kunduz lies 330 kilometres north of Kabul.",
    "an opinion": "Violence is escalating, the general said in Kabul.",
    "a firm held": "Talks were held in Kunduz.",
    "an election": "The party held a rally in Kunduz.",
}


@pytest.mark.parametrize("name", TRAPS)
def test_what_is_no_event_of_war(name: str) -> None:
    assert claimed(TRAPS[name]) == []
