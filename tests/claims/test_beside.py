"""Who does it and to whom by the words beside an event."""

from __future__ import annotations

import pytest
from readings import in_report, read

# fmt: off
BESIDE = [
    ("The army repelled an assault on Goma launched by M23.", ("Congolese government", "M23")),
    ("M23 killed ten soldiers in an ambush in Goma.", ("M23", "Congolese government")),
    ("The attack on Goma, carried out by M23, lasted all day.", ("M23", "Congolese government")),
    ("An M23 suicide bomber blew himself up in Goma.", ("M23", None)),
    ("Rwandan planes struck M23 positions near Goma.", ("Rwanda", "M23")),
    ("M23 launched an offensive in Goma, targeting the positions of CODECO.", ("M23", "CODECO")),
    ("Liwa al-Nur launched an assault on Goma.", ("Liwa al-Nur", None)),
    ("US air strikes hit M23 positions in Goma.", ("United States", "M23")),
    ("US missile strikes hit an M23 base in Goma.", ("United States", "M23")),
    ("A missile fired by Rwandan forces killed three villagers in Goma.", ("Rwanda", "civilians")),
    ("Three villagers were killed in Goma in a raid carried out by M23.", ("M23", "civilians")),
    ("Three villagers were killed in Goma in a storm.", (None, "civilians")),
    ("M23 launched a series of attacks in Goma.", ("M23", "Congolese government")),
    ("The air strike in Goma is suspected to have been carried out by Rwandan planes.", ("Rwanda", None)),
    ("An attack on Goma condemned by Rwanda went on.", (None, None)),
]
# fmt: on


@pytest.mark.parametrize(("text", "parties"), BESIDE)
def test_who_is_told_beside_the_event(text: str, parties: tuple[str | None, str | None]) -> None:
    claim = read(in_report(text))[0]
    assert (claim.actor, claim.recipient) == parties
