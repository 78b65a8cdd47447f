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
