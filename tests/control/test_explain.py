"""What the prior adds is said in words, and that it carries an answer where it does."""

from __future__ import annotations

from factories import GOVERNMENT, KUNDUZ, TALIBAN, make_resolved

from whoholds.control import Question, Setting, assess_control
from whoholds.picture import ResolvedClaim

BOAST = make_resolved(
    "capture", actor=GOVERNMENT, recipient=TALIBAN, side=GOVERNMENT, claimer="a spokesman", own_interest=True
)
REPORTS = [make_resolved("capture", actor=GOVERNMENT, outlet=outlet) for outlet in ("A", "B", "C")]


def prior_words(claims: list[ResolvedClaim], government: str | None = GOVERNMENT) -> str:
    state = assess_control(KUNDUZ, claims, Question(BOAST.known_from.date()), Setting(government))
    return state.terms[0].label


def test_a_boast_that_the_prior_carries() -> None:
    said = "before any report (prior): 0.60 for whose territory it is"
    assert prior_words([BOAST]) == f"{said}; it counts for more than all that is told"
    assert prior_words(REPORTS) == said


def test_a_prior_that_favours_another_is_not_explained() -> None:
    assert (
        prior_words([make_resolved(outlet=outlet) for outlet in ("A", "B", "C")])
        == "before any report (prior)"
    )


def test_the_holder_by_a_baseline() -> None:
    stated = make_resolved("hold", actor=GOVERNMENT, extractor="baseline")
    assert "0.60 for the holder by the baseline" in prior_words([stated], None)
