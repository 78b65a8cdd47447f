"""Forces that are said to be no longer in a place have left it."""

from __future__ import annotations

import pytest
from readings import in_report, read

# fmt: off
GONE = [
    ("Government forces are no longer in Kunduz, a doctor said.", "Afghan government"),
    ("The Taliban were no longer in Kunduz on Sunday.", "Taliban"),
    ("The army said M23 fighters were no longer in Goma.", "M23"),
    ("Congolese troops are no longer inside Goma.", "Congolese government"),
    ("There are no government forces left in Kunduz, residents said.", "Afghan government"),
    ("There were no soldiers left in Kunduz.", "Afghan government"),
    ("Afghan soldiers have all gone from Kunduz.", "Afghan government"),
    ("The army is gone from Kunduz.", "Afghan government"),
]
NOT_GONE = [
    "Residents are no longer in Kunduz.",
    "There are no doctors left in Kunduz.",
    "Government forces may be no longer in Kunduz.",
    "Government forces are still in Kunduz.",
    "There are still government forces left in Kunduz.",
    "Soldiers are no longer in danger in Kunduz.",
    "The army is no longer in charge of Kunduz.",
    "The war is no longer in the news in Kunduz.",
    "Families have gone from Kunduz.",
    "The army went from Kunduz to Baghlan and back.",
    "Soldiers went from house to house in Kunduz.",
    "The market in Kunduz is gone.",
]
# fmt: on


@pytest.mark.parametrize(("text", "who"), GONE)
def test_who_is_no_longer_there_has_left(text: str, who: str) -> None:
    (claim,) = read(in_report(text))
    assert (claim.claim.type.value, claim.actor, claim.claim.factuality.value) == (
        "withdrawal",
        who,
        "certain",
    )


@pytest.mark.parametrize("text", NOT_GONE)
def test_nobody_has_left(text: str) -> None:
    assert "withdrawal" not in {claim.claim.type.value for claim in read(in_report(text))}
