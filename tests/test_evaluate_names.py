"""When two names mean the same, for scoring."""

from __future__ import annotations

import pytest

from whoholds.evaluate.names import same_party, share_word


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (None, None, True),
        (None, "Sar-e Pul", False),
        ("Sar-e Pul", "Sar-e Pol", True),  # "sar" is enough
        ("Ḩalab", "halab", True),
        ("police spokesman Anders Holm", "Holm", True),
        ("police spokesman Anders Holm", "the police", True),  # nothing telling in "the police"
        ("the provincial council", "the provincial governor", True),
        ("residents", "a doctor", False),
    ],
)
def test_a_word_in_common(one: str | None, other: str | None, same: bool) -> None:
    assert share_word(one, other) is same
    assert share_word(other, one) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Afghan government", "Afghan security forces", True),
        ("ISIS", "Islamic State", True),
        ("crisis group", "Islamic State", False),
        ("US", "U.S. military", True),
        ("usual suspects", "United States", False),
        ("Syria", "Syrian army", True),
        ("Mali", "Malian troops", True),
        ("Somali police", "Mali", False),
        ("pro-regime fighters", "Assad's forces", True),
        ("gunmen", "unknown gunmen", True),
        (None, "Taliban", False),
    ],
)
def test_the_same_party(one: str | None, other: str | None, same: bool) -> None:
    assert same_party(one, other) is same
    assert same_party(other, one) is same
