"""One place by every meaning of "controls", side by side."""

from __future__ import annotations

from whoholds.control.profiles import profiles
from whoholds.database.answer import ControlAnswer
from whoholds.database.claimers_asked import Trusting
from whoholds.database.moments import Day, Moment


class Profiling(Trusting):
    """What `Database` answers about profiles."""

    def profiles(
        self,
        place: str,
        *,
        on: Day | None = None,
        as_of: Moment | None = None,
        recorded: int | Moment | None = None,
    ) -> tuple[ControlAnswer, ...]:
        """The answer for a place by each meaning of "controls", the default first; `profile` names each."""
        return tuple(
            self.control(place, on=on, as_of=as_of, recorded=recorded, profile=name) for name in profiles()
        )
