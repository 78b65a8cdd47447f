"""Less plain words for a place that is taken, taken back or held, and what only looks like them."""

from __future__ import annotations

import pytest
from readings import in_report, plain, read

ARMY, RSF, M23, CONGO = "Sudanese government", "Rapid Support Forces", "M23", "Congolese government"
# fmt: off
TOLD = [
    ("The capture of Goma, the province's largest town, by M23 was swift.", "capture", "M23", "Goma"),
    ("M23 came near Goma on Monday and took control of it.", "capture", "M23", "Goma"),
    ("M23 overran Goma unopposed in May 2012.", "handover", "M23", "Goma"),
    ("The army flushed the last RSF fighters from Nyala.", "capture", ARMY, "Nyala"),
    ("Nyala is now RSF-held.", "hold", RSF, "Nyala"),
    ("The city of Nyala remains RSF-controlled.", "hold", RSF, "Nyala"),
    ("The army withdrew from Goma to avoid heavy fighting in the town.", "withdrawal", CONGO, "Goma"),
    ("The expulsion of the RSF from Nyala by the army took days.", "capture", ARMY, "Nyala"),
    ("The army's expulsion of the RSF from Nyala was quick.", "capture", ARMY, "Nyala"),
    ("The ousting of M23 from Goma by the army took two days.", "capture", CONGO, "Goma"),
    ("After driving M23 out of Sake, the army moved on.", "capture", CONGO, "Sake"),
    ("Having driven the RSF out of Nyala, the army set up posts.", "capture", ARMY, "Nyala"),
    ("Nyala changed hands from the army to the RSF.", "capture", RSF, "Nyala"),
    ("Nyala changed hands between the army and the RSF.", "capture", None, "Nyala"),
    ("Nyala changed hands on Friday, the RSF said.", "capture", None, "Nyala"),
    ("The army took back control of Nyala.", "capture", ARMY, "Nyala"),
    ("The army wrested Nyala from the RSF.", "capture", ARMY, "Nyala"),
    ("The army cleared RSF fighters from Nyala.", "capture", ARMY, "Nyala"),
    ("The RSF's commander said his men had left Nyala.", "withdrawal", RSF, "Nyala"),
    ("Gang members seized Nyala.", "capture", "gang members", "Nyala"),
    ("The RSF wrested back Nyala.", "capture", RSF, "Nyala"),
    ("Nyala has been returned to government control.", "capture", ARMY, "Nyala"),
    ("Nyala returned to the army's control.", "capture", ARMY, "Nyala"),
    ("Nyala is back in government hands.", "hold", ARMY, "Nyala"),
    ("Nyala fell to the RSF without a fight.", "handover", RSF, "Nyala"),
    ("The flag of the RSF flies over Nyala.", "hold", RSF, "Nyala"),
    ("The army's flag was flying over Nyala.", "hold", ARMY, "Nyala"),
    ("The last government soldiers left Nyala.", "withdrawal", ARMY, "Nyala"),
    ("The RSF captured Wad Madani on Monday, residents said.", "capture", RSF, "Wad Medani"),
    ("The Taliban captured Lashkar Gah on Monday, officials said.", "capture", "Taliban", "Lashkar Gah"),
    ("The RSF began the year with the capture of Nyala.", "capture", RSF, "Nyala"),
    ("The army's offensive culminated in the capture of Nyala.", "capture", ARMY, "Nyala"),
    ("The army ended the year with the loss of Nyala.", "capture", None, "Nyala"),
    ("M23 fighters have taken Goma and the governor has fled, officials said.", "capture", M23, "Goma"),
    ("M23 fighters captured Goma and the governor was killed.", "capture", M23, "Goma"),
    ('"I can confirm... the town of Sake has fallen to M23," an official said.', "capture", M23, "Sake"),
]
# fmt: on


@pytest.mark.parametrize(("text", "kind", "actor", "place"), TOLD)
def test_what_is_told(text: str, kind: str, actor: str | None, place: str) -> None:
    (claim,) = read(in_report(text))
    assert (claim.claim.type.value, claim.actor, plain(claim.place_name)) == (kind, actor, place)
    assert claim.claim.factuality.value == "certain"


@pytest.mark.parametrize(
    "text",
    [
        "The army dismissed what it called boasts about the capture of Nyala.",
        "The expulsion of diplomats from Khartoum angered the army.",
        "Army planes flew over Nyala.",
        "A white flag flies over Nyala, the army said.",
        "Calm returned to Nyala, the army said.",
        "The army returned a truck to Nyala.",
        "Money changed hands in Nyala, a soldier said.",
        "The army waved at the people of Nyala.",
        "Soldiers fluttered papers over Nyala.",
        "The flies over Nyala bothered the army.",
        "The ouster of the RSF leader from a council in Nyala was a sham.",
    ],
)
def test_what_only_looks_like_it(text: str) -> None:
    assert read(in_report(text)) == ()
