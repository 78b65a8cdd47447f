"""No text, however built, makes a finder slow: 100,000 characters in under a second."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date

import pytest

from whoholds.gazetteer import load_gazetteer
from whoholds.text.datelines import find_dateline, stamp_end
from whoholds.text.dates import find_dates
from whoholds.text.figures import find_figures
from whoholds.text.language import find_language
from whoholds.text.places import find_places
from whoholds.text.retraction import find_retractions
from whoholds.text.sentences import find_sentences
from whoholds.text.silence import find_silences
from whoholds.text.true_case import in_true_case

SIZE = 100_000
SECONDS = 1.0
TRIES = 3  # on a machine that is busy with other things

FINDERS: dict[str, Callable[[str], object]] = {
    "sentences": find_sentences,
    "dateline": find_dateline,
    "stamp": stamp_end,
    "dates": lambda text: find_dates(text, date(2021, 8, 11)),
    "figures": find_figures,
    "language": find_language,
    "places": lambda text: find_places(text[: SIZE // 4]),
    "true case": lambda text: in_true_case(text[: SIZE // 4].upper(), load_gazetteer()),
    "silences": lambda text: find_silences(text, find_sentences(text)),
    "retractions": lambda text: find_retractions(text, find_sentences(text)),
}

PIECES = [
    "1",
    "1 ",
    '"',
    ".",
    ". ",
    "a.",
    "\n",
    " ",
    "KABUL, ",
    "Xo-",
    "Xo'",
    "Kabul Herat ",
    "20 people ",
    "two hundred and ",
    "20 civilians and ",
    "a man, including ",
    "August 6-",
    "the last two days of ",
    "from May to ",
    "has not immediately yet ",
    "no immediate official ",
    "retracted its very very ",
    "declined to comment, ",
    "ß",
]


@pytest.mark.parametrize("finder", FINDERS)
def test_time(finder: str) -> None:
    FINDERS[finder]("It fell on Monday.")  # reads the word lists and compiles the expressions
    for piece in PIECES:
        text = (piece * (SIZE // len(piece) + 1))[:SIZE]
        assert any(spent(FINDERS[finder], text) < SECONDS for _ in range(TRIES)), repr(piece)


def spent(find: Callable[[str], object], text: str) -> float:
    """Seconds of processor time."""
    begun = time.process_time()
    find(text)
    return time.process_time() - begun
