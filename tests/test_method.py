"""The method's name: the same for the same code, data and places, another for another."""

from __future__ import annotations

import subprocess
import sys

from factories import KUNDUZ_AIRPORT

from whoholds.gazetteer import load_gazetteer
from whoholds.method import method_name


def test_places_of_ones_own_make_another_method() -> None:
    gazetteer = load_gazetteer()
    assert method_name(gazetteer) != method_name(gazetteer.with_places([KUNDUZ_AIRPORT]))


def test_the_same_in_another_process() -> None:
    script = (
        "from whoholds.gazetteer import load_gazetteer; from whoholds.method import method_name; "
        "print(method_name(load_gazetteer()))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == method_name(load_gazetteer())
    assert len(method_name(load_gazetteer())) == 16
