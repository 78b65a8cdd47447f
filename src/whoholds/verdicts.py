"""Which judgement is in force on a claim: verdicts in their order, amendments added up, undoing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from whoholds.model import Coded, Days, Judgement, Verdict


def latest(judgements: Iterable[Judgement]) -> dict[str, Judgement]:
    """The judgement in force on each claim, of those in order of recording; none where all is taken back.

    Each amendment lies over those before it, and later verdicts keep them: `amended` is their sum, whatever
    the verdict. `undo` takes back the newest judgement that is in force, `reset` all of them.
    """
    told: dict[str, list[Judgement | None]] = {}
    for judgement in judgements:
        steps = told.setdefault(judgement.claim, [])
        if judgement.verdict is Verdict.UNDO:
            del steps[-1:]
        elif judgement.verdict is Verdict.RESET:
            steps.append(None)
        else:
            steps.append(_after(steps[-1] if steps else None, judgement))
    return {claim: steps[-1] for claim, steps in told.items() if steps and steps[-1] is not None}


def _after(before: Judgement | None, judgement: Judgement) -> Judgement:
    if before is None or before.amended is None:
        return judgement
    amended = before.amended if judgement.amended is None else over(before.amended, judgement.amended)
    return replace(judgement, amended=amended)


def over(coded: Coded, amended: Coded) -> Coded:
    """Coded values with an amendment laid over them; with a new place, nothing of the old position stays."""
    given = {name: getattr(amended, name) for name in Coded.__slots__ if getattr(amended, name) is not None}
    if "place" in given or "place_id" in given:
        coded = replace(coded, place=None, place_id=None, lat=None, lon=None, precision=None)
    return replace(coded, **given)


def days_over(days: Days, amended: Coded) -> Days:
    """Days with an amendment laid over them: a bound that is not amended stays, unless it no longer fits."""
    start, end = amended.start or days.start, amended.end or days.end
    if start is not None and end is not None and start > end:  # the report was given another date since
        return Days(amended.start, amended.end)
    return Days(start, end)
