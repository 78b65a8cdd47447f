"""The page on HTTP is made from the server's own description, and current."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "scripts" / "make_http_reference.py"


def test_the_page_is_current(monkeypatch: pytest.MonkeyPatch) -> None:
    """As the script would write it now, with every address."""
    spec = importlib.util.spec_from_file_location("make_http_reference", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "make_http_reference", script)
    spec.loader.exec_module(script)
    whole = script.description()
    page = script.PAGE.read_text(encoding="utf-8")
    assert page == script.page(whole), "run: python scripts/make_http_reference.py"
    for path, operations in whole["paths"].items():
        for method, operation in operations.items():
            assert f"### {method.upper()} `{path}`" in page
            assert operation["description"]
            assert "422" not in operation["responses"]
    assert whole["openapi"].startswith("3.1")
    names = [one["operationId"] for operations in whole["paths"].values() for one in operations.values()]
    assert len(names) == len(set(names))
