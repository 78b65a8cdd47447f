"""A sentence that tells again of an event without saying who."""

from __future__ import annotations

import pytest
from readings import in_report, read

# fmt: off
TOLD_AGAIN = [
    ("M23 attacked the Congolese army in Goma. The clashes in Goma went on all night.",
     ("M23", "Congolese government")),
    ("M23 attacked the Congolese army near Rutshuru. The fighting went on in Goma.",
     ("M23", "Congolese government")),
    ("M23 rebels captured Goma on Monday. The capture of Goma shocked the nation.",
     ("M23", "Congolese government")),
    ("M23 attacked the Congolese army near Sake. Clashes also broke out in Bunia.", (None, None)),
    ("M23 fought it in Goma. CODECO fought the army in Goma. The clashes in Goma went on.", (None, None)),
    ("M23 may attack the Congolese army in Goma. The clashes in Goma in 2012 were worse.", (None, None)),
]
# fmt: on


@pytest.mark.parametrize(("text", "parties"), TOLD_AGAIN)
def test_who_did_what_is_told_again(text: str, parties: tuple[str | None, str | None]) -> None:
    claim = read(in_report(text))[-1]
    assert (claim.actor, claim.recipient) == parties


A_FALL = {
    "A doctor in Goma said the city fell on Sunday. The army said on Monday that it had retaken Goma.": None,
    "Goma fell on Sunday, a doctor said. The Congolese army said that it had retaken Goma.": None,
    "Goma fell, a doctor said. Congolese soldiers recaptured Goma, the army said.": None,
    "Goma fell on Sunday, a doctor said. Goma was captured by M23 on Sunday.": "M23",
    "Goma was retaken on Sunday, a doctor said. The Congolese army retook Goma.": "Congolese government",
}


@pytest.mark.parametrize("text", A_FALL)
def test_who_takes_it_back_did_not_bring_about_the_fall(text: str) -> None:
    assert read(text)[0].actor == A_FALL[text]
