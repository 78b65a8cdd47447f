"""An address with ".json" answers as the one without."""

from __future__ import annotations

import pytest
from serving import Served


@pytest.mark.parametrize("path", ["/api/places/Kunduz", "/api/control", "/api/claims", "/api/health"])
def test_the_same_with_json(served: Served, path: str) -> None:
    plain, named = served.client.get(path), served.client.get(f"{path}.json")
    assert (plain.status_code, named.status_code) == (200, 200)
    assert plain.json() == named.json()


def test_the_same_of_one_claim(served: Served) -> None:
    claim = served.rows("/api/claims", "claims")[0]["id"]
    plain, named = (served.client.get(f"/api/claims/{claim}{end}") for end in ("", ".json"))
    assert (plain.status_code, named.status_code) == (200, 200)
    assert plain.json() == named.json()
