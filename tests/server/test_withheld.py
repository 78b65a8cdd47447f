"""Names of private persons are in no answer of the server, and cannot be asked for."""

from __future__ import annotations

import json

import pytest
from served_reports import REPORTS
from serving import Served


@pytest.mark.parametrize(
    "path",
    ["/api/claims", "/api/claims.csv", "/api/claims.geojson", "/api/reports", "/api/events", "/api/facets",
     "/api/places/Aybak", "/api/control", "/api/claimers", "/api/page.json", "/map.html", "/api/brief.md",
     "/feeds/changes.atom", "/api/conflicts", "/api/claimers.csv", "/api/conflicts.csv",
     "/api/places/Aybak.csv"],
)  # fmt: skip
def test_names_of_private_persons_are_withheld(served: Served, path: str) -> None:
    assert "Mirwais" not in served.client.get(path).text


def test_withheld_names_cannot_be_asked_for(served: Served) -> None:
    refused = served.client.get("/api/claims?claimer=mirwais")
    assert (refused.status_code, refused.json()["detail"]) == (404, "No claim has the claimer 'mirwais'.")
    (claim,) = served.rows("/api/claims?claimer=a named person", "claims")
    told = served.client.get(f"/api/reports/{claim['report_key']}").json()
    assert "Mirwais" not in json.dumps(told)
    assert len(told["text"]) == len(REPORTS[3].text)
    assert "Tokhi" not in served.client.get(f"/api/reports/{claim['report_key']}.txt").text
