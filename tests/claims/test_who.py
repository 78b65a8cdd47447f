"""Who does it, told by a name, by whom they belong to or lead, by a pronoun or by "the brigade"."""

from __future__ import annotations

import pytest
from readings import in_report, read

# fmt: off
TOLD = [
    ("M23-led fighters seized Goma.", "M23"),
    ("An M23-led column entered Goma.", "M23"),
    ("M23-backed fighters seized Goma.", "M23-backed fighters"),
    ("Soldiers from Burundi entered Goma.", "Burundi"),
    ("Rwandan tanks rolled into Goma.", "Rwanda"),
    ("Fighters loyal to M23 captured Goma.", "M23"),
    ("Troops under the command of M23 captured Goma.", "M23"),
    ("Armed men entered Goma.", "armed men"),
    ("M23's men captured Goma.", "M23"),
    ("“Units of a group of troops liberated Avdiivka in Ukraine,” the Russian army said.", "Russia"),
    ("M23 came. The army fought, but no help came and they left Goma, he said.", "Congolese government"),
    ("The army called. M23 rebels left the border town of Goma they had captured.", "M23"),
    ("The 7th Assault Brigade said it had retaken Goma.", "7th Assault Brigade"),
    ("The army said that it had retaken Goma.", "Congolese government"),
    ("Rwanda said M23 had gathered and it had captured Goma.", "M23"),
    ("Soldiers of the 9th Division captured Goma.", "Congolese government"),
    ("The Sons of the Lake Battalion seized Goma from M23.", "Sons of the Lake Battalion"),
    ("The White Wolves Regiment captured Goma.", "White Wolves Regiment"),
    ("The Red Lake Brigade controls Goma.", "Red Lake Brigade"),
    ("Goma is under Rwandan control.", "Rwanda"),
    ("Bakhmut is under Russian control.", "Russia"),
    ("Rwandan helicopters bombed Goma, residents said.", "Rwanda"),
    ("Fighters aligned with M23 captured Goma.", "M23"),
    ("M23 fled. Pro-government militiamen captured Goma.", "Congolese government"),
    ("Forces fighting for Congo's government said they had retaken Goma.", "Congolese government"),
    ("Gunmen fighting M23 captured Goma.", "gunmen"),
    ("The army fled from rebel-held Bunia. They had captured it in May.", "Congolese government"),
    ("M23 hold Goma. They moved on after driving the rebels out of Bunia.", "Congolese government"),
    ("The army left. M23's quick advance enabled them to take Goma.", "M23"),
    ("M23 came. After they captured Goma, M23 fighters marched on.", "M23"),
    ("M23, as it is known, is made up of men who quit the army. They said they took Goma.", "M23"),
    ("M23 rebels are near. The Kurds said they had captured Goma.", "Kurds"),
    ("M23-linked fighters captured Goma.", "M23-linked fighters"),
    ("Military sources in M23 said their forces had left Goma.", "M23"),
    ("M23 is near. The army made gains, including taking back Goma.", "Congolese government"),
    ("Gunmen who want to oust M23 stormed the base before they captured Goma.", "gunmen"),
    ("Commander Kofi captured Goma.", "Commander Kofi"),
    ("Rwandan troops entered Goma. The brigade captured Goma on Monday.", "Rwanda"),
    ("M23 rebels advanced. The army denied that they controlled Goma.", "M23"),
    ("M23 rebels attacked Goma. The army denied that they had left Goma.", "Congolese government"),
    ("The UN called on M23 to leave Goma.", "M23"),
    ("The army accused M23 of an attack. M23 denied that they controlled Goma.", "M23"),
    ("The Lake Brigade entered Goma. CODECO fled Bunia. The brigade captured Goma.", "Lake Brigade"),
]
# fmt: on


@pytest.mark.parametrize(("text", "actor"), TOLD)
def test_who_does_it(text: str, actor: str) -> None:
    assert read(in_report(text))[-1].actor == actor
