"""Texts in capitals only: what is a name keeps its capital, all else is made small, nothing moves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whoholds.gazetteer import load_gazetteer
from whoholds.lexicon import read_lexicon
from whoholds.text.true_case import in_true_case

TABLE = [
    ("TALIBAN FIGHTERS SEIZED KUNDUZ ON SUNDAY.", "Taliban fighters seized Kunduz on Sunday."),
    (
        "THE U.S. ARMY LEFT BAGRAM ON 5 MAY. IT MAY RETURN.",
        "The U.S. army left Bagram on 5 May. It may return.",
    ),
    ("I SAW THE PKK AND THE YPG NEAR KOBANI.", "I saw the PKK and the YPG near Kobani."),
    ("THE PRISON IN MAZAR-E-SHARIF WAS EMPTY.", "The prison in Mazar-e-Sharif was empty."),
    (
        "THE FIGHTING LEFT MANY HOMES IN THE SOUTH OF\nALEPPO BURNT.\n\nNOBODY CAME.",
        "The fighting left many homes in the south of\nAleppo burnt.\n\nNobody came.",
    ),
    ("ISIS TOLD US: WE HOLD RAQQA TODAY.", "ISIS told us: we hold Raqqa today."),
    ("REBELS OF M23 ARE NEAR GOMA, SAID GEN. KABILA.", "Rebels of M23 are near Goma, said Gen. Kabila."),
]
EXAMPLES = [(table["example"], table["cased"]) for table in read_lexicon("en", "case").values()]


@pytest.mark.parametrize(("shouted", "cased"), [*TABLE, *EXAMPLES])
def test_names_keep_their_capitals(shouted: str, cased: str) -> None:
    assert in_true_case(shouted, load_gazetteer()) == cased


@pytest.mark.parametrize(
    "text",
    [
        "Taliban fighters seized Kunduz on Sunday.",
        "TALIBAN SEIZE KUNDUZ\n\nThe Taliban have seized the northern city of Kunduz, officials said.",
        "KUNDUZ FELL.",  # too short to tell
        "1,204 – 5/6",
        "سقطت مدينة قندوز في أيدي طالبان يوم الأحد",
        "",
    ],
)
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert in_true_case(text, load_gazetteer()) is text


@given(st.text(alphabet=st.sampled_from("ABCDEFİŞÇßΣǅ .\n'’-[]\"!,01") | st.characters(), min_size=15))
def test_no_letter_moves_and_none_is_another(text: str) -> None:
    shouted = text.upper()
    cased = in_true_case(shouted, load_gazetteer())
    assert len(cased) == len(shouted)
    assert all(one == other or one.lower() == other for one, other in zip(shouted, cased, strict=True))
