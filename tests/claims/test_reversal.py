"""Which verbs undo a taking, and at which place."""

from __future__ import annotations

import pytest
from readings import read, report

from whoholds.claims.context import report_words
from whoholds.claims.named import Where
from whoholds.claims.reading import read_sentences
from whoholds.claims.reversal import is_reversal, same_place
from whoholds.gazetteer import load_gazetteer
from whoholds.model import Precision


@pytest.mark.parametrize(
    ("text", "verb", "by_other", "lost", "undoes"),
    [
        ("The army recaptured Kunduz.", "recaptured", True, False, True),
        ("The army recaptured Kunduz.", "recaptured", False, False, False),
        ("The army withdrew from Kunduz.", "withdrew", False, False, True),
        ("The army withdrew from Kunduz.", "withdrew", True, False, False),
        ("The army lost Kunduz to the Taliban.", "lost", False, False, True),
        ("The army was driven from Kunduz.", "driven", False, False, True),
        ("The army returned to Kunduz after losing it.", "returned", False, True, True),
        ("The army marched back into Kunduz.", "marched", False, True, True),
        ("The army shelled Kunduz.", "shelled", None, False, False),
        ("The army shelled Kunduz.", "shelled", False, True, False),
    ],
)
def test_a_verb_that_undoes_a_taking(
    text: str, verb: str, by_other: bool | None, lost: bool, undoes: bool
) -> None:
    (sentence,) = read_sentences(report_words(report(text), load_gazetteer()))
    token = next(one for one in sentence.parsed.tokens if one.text == verb)
    assert is_reversal(token, sentence, by_other=by_other, lost=lost) is undoes


@pytest.mark.parametrize(
    ("text", "verb", "unsaid", "same"),
    [
        ("The army captured Kunduz before leaving it.", "leaving", False, True),
        ("The army captured Kunduz before leaving Herat.", "leaving", True, False),
        ("The army captured Kunduz before withdrawing to Herat.", "withdrawing", True, True),
        ("The army captured Kunduz before withdrawing.", "withdrawing", True, True),
        ("The army captured Kunduz before withdrawing.", "withdrawing", False, False),
    ],
)
def test_the_same_place(text: str, verb: str, unsaid: bool, same: bool) -> None:
    (sentence,) = read_sentences(report_words(report(text), load_gazetteer()))
    claim = next(one for one in read(text) if one.claim.type.value == "capture")
    assert claim.claim.place is not None
    assert claim.place is not None
    where = Where(claim.claim.place, claim.place, Precision.EXACT)
    token = next(one for one in sentence.parsed.tokens if one.text == verb)
    assert same_place(token, where, sentence, unsaid=unsaid) is same
