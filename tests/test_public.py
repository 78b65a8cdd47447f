"""The public names: all there, all documented, and importing the package loads nothing heavy."""

from __future__ import annotations

import subprocess
import sys

import pytest

import whoholds
from whoholds.errors import InputError

HEAVY = ("spacy", "numpy", "apsw", "typer", "rich", "daachorse", "py3langid", "whoholds.gazetteer")


def test_importing_loads_nothing_heavy() -> None:
    script = f"import sys, whoholds; print([name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("name", whoholds.__all__)
def test_every_public_name_is_there_and_documented(name: str) -> None:
    value = getattr(whoholds, name)
    assert name in dir(whoholds)
    assert isinstance(value, str) or value.__doc__


def test_a_name_that_there_is_not() -> None:
    with pytest.raises(AttributeError, match="nothing"):
        whoholds.nothing  # noqa: B018


def test_a_text_is_read_without_a_record() -> None:
    text = "Taliban fighters captured Kunduz on Sunday, residents said."
    (claim,) = whoholds.read_claims(text, published="2021-08-09", outlet="Wire")
    assert (claim.actor, claim.place_name, claim.claimer, claim.outlet) == (
        "Taliban",
        "Kunduz",
        "residents",
        "Wire",
    )
    assert text[claim.claim.quote.start : claim.claim.quote.end] == claim.quote
    (undated,) = whoholds.read_claims(text)
    assert undated.days.start is None


def test_what_was_not_read_is_said() -> None:
    explained = whoholds.explain("Військові увійшли до міста Бахмут у неділю, повідомили мешканці та влада.")
    assert explained.claims == ()
    assert explained.not_read == "not read: Ukrainian"


def test_the_dates_of_a_text() -> None:
    text = "They left on Monday."
    (found,) = whoholds.find_dates(text, "2021-08-11")
    assert (found.span.of(text), found.value, found.anchored) == ("Monday", "2021-08-09", True)
    assert whoholds.find_dates(text)[0].start is None
    with pytest.raises(InputError):
        whoholds.find_dates(text, "last week")


@pytest.mark.parametrize(("text", "published"), [("", None), ("Kunduz fell.", "last week")])
def test_what_cannot_be_read(text: str, published: str | None) -> None:
    with pytest.raises(InputError):
        whoholds.read_claims(text, published=published)
