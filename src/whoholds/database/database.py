"""`Database`: the record in one file, every question to it, and every form in which the answers leave."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from whoholds.database.areas_asked import Surveying
from whoholds.database.asking import day_in
from whoholds.database.judging import checked, verdict_named, worded
from whoholds.database.lookup import claim_named
from whoholds.database.map_result import Animation, MapResult
from whoholds.database.mapping import Asked, Course, animation_of, map_of
from whoholds.database.moments import Day, Moment
from whoholds.database.page_kept import PageKeeping
from whoholds.database.profiles_asked import Profiling
from whoholds.errors import InputError, NotFoundError
from whoholds.exports import EXPORTS, Filter, Selection
from whoholds.exports.brief import Brief, write_brief
from whoholds.exports.filters import SPELT, unmet_words, values_of
from whoholds.exports.frames import to_dataframe
from whoholds.exports.map_panel import filter_words
from whoholds.exports.map_svg import Look
from whoholds.model import Coded, Judgement, Verdict
from whoholds.ontology import parties
from whoholds.party_list import use_parties_of
from whoholds.picture import Judged
from whoholds.store import Store


class Database(PageKeeping, Profiling, Surveying):
    """A record of reports and the picture it adds up to. Made by `whoholds.open`; close it or use `with`.

    Questions take `on` (a day; by default the last one known of), `as_of` (only what was published by then; a
    bare date means its end, UTC) and `recorded` (a ledger sequence, or a moment: as this record stood then).
    `control`, `controls` and `dossier` take `profile`, what "controls" means: a name of `whoholds profiles`.
    They raise NotFoundError for a place or sequence that is not known, InputError for an unclear date or
    profile.
    """

    def brief(
        self,
        on: Day | None = None,
        *,
        as_of: Moment | None = None,
        recorded: int | Moment | None = None,
        public: bool = True,
        filter: Filter | None = None,
    ) -> str:
        """A situation brief in Markdown, every sentence with its claims; `public` withholds names.

        With a filter (a place may be given by name) it tells of what wanted claims are about, and says so.
        """
        chosen = self.selection(on=on, as_of=as_of, recorded=recorded, filter=filter)
        view, day = self.view(as_of=as_of, recorded=recorded), chosen.on
        here = {one.place.id for one in chosen.wanted_states()}
        week = date.fromordinal(day.toordinal() - 7)
        answers = [one for one in view.answers(day) if one.state.place.id in here]
        return write_brief(Brief(
            picture=view.picture, states=tuple(one.state for one in answers), on=day,
            before=view.states(week), public=public, filter=chosen.filter,
            silences=tuple(one for one in view.resolved.silences if not chosen.filter.asked
                      or (one.place is not None and one.place.id in here)),
            settings={one.state.place.id: one.setting for one in answers},
            asked=filter_words(replace(chosen, public=public)),
        ))  # fmt: skip

    def export(
        self,
        form: str,
        *,
        on: Day | None = None,
        as_of: Moment | None = None,
        recorded: int | Moment | None = None,
        filter: Filter | None = None,
    ) -> str:
        """The picture in one of the forms of `whoholds.exports.EXPORTS`, as text; private names are withheld.

        A place in the filter may be given by name. Raises InputError for a form that there is not.
        """
        if form not in EXPORTS:
            raise InputError(f"There is no export {form!r}. Give one of: {', '.join(EXPORTS)}.")
        chosen = self.selection(on=on, as_of=as_of, recorded=recorded, filter=filter)
        return EXPORTS[form].write(replace(chosen, public=True))

    def unmet(
        self, filter: Filter, *, as_of: Moment | None = None, recorded: int | Moment | None = None
    ) -> list[str]:
        """A sentence on each word of a filter that no claim known has, such as a party that is misspelt."""
        if SPELT.isdisjoint(filter.asked):
            return []
        return unmet_words(filter, self.view(as_of=as_of, recorded=recorded).words)

    def check_words(self, filter: Filter, *, recorded: int | Moment | None = None) -> None:
        """Raises NotFoundError for a word of a filter that no claim has, whenever it became known.

        The names of private persons are words of none. A party that is known by name may be asked for before
        anything is told of it.
        """
        known = {one.name.casefold() for one in parties()}
        asked: dict[str, Any] = {
            name: tuple(
                one
                for one in values_of(getattr(filter, name))
                if name not in ("party", "side") or one.casefold() not in known
            )
            for name in SPELT
        }
        wanted = Filter(**asked)
        found = unmet_words(wanted, self.view(recorded=recorded).public_words) if wanted.asked else []
        if found:
            raise NotFoundError(" ".join(found))

    def selection(
        self,
        *,
        on: Day | None = None,
        as_of: Moment | None = None,
        recorded: int | Moment | None = None,
        filter: Filter | None = None,
    ) -> Selection:
        """What an export is made from, with all words; its rows are the plain values."""
        view = self.view(as_of=as_of, recorded=recorded)
        day, wanted = day_in(on, view), filter or Filter()
        wanted = wanted.meant(lambda name: self._place(name, view).id)
        names = {place.id: view.around(place) for place in view.places.values()}
        return Selection(view.picture, view.states(day), day, wanted, public=False, names=names)

    def dataframe(
        self,
        of: str = "claims",
        *,
        on: Day | None = None,
        as_of: Moment | None = None,
        recorded: int | Moment | None = None,
        filter: Filter | None = None,
    ) -> Any:
        """A data frame of "claims", "states" or "events". Raises InputError without polars or pandas."""
        chosen = self.selection(on=on, as_of=as_of, recorded=recorded, filter=filter)
        rows = {"claims": chosen.claim_rows, "states": chosen.state_rows, "events": chosen.event_rows}
        if of not in rows:
            raise InputError(f"There is no table of {of!r}. Give one of: {', '.join(rows)}.")
        return to_dataframe(rows[of]())

    def map(  # noqa: PLR0913 - what names an answer, and how it is drawn
        self,
        *,
        on: Day | None = None,
        as_of: Moment | None = None,
        recorded: int | Moment | None = None,
        filter: Filter | None = None,
        title: str | None = None,
        look: Look | None = None,
    ) -> MapResult:
        """The map of a day, shown by a notebook and saved as .html, .svg, .png, .webp or .geojson.

        `title` stands for that of `look`. Private names are withheld. Raises InputError for a colour or size
        that cannot be.
        """
        drawn = look or Look()
        asked = Asked(on, as_of, recorded, filter or Filter())
        return map_of(self, asked, drawn if title is None else replace(drawn, title=title))

    def animation(
        self,
        course: Course,
        *,
        as_of: Moment | None = None,
        recorded: int | Moment | None = None,
        filter: Filter | None = None,
        look: Look | None = None,
    ) -> Animation:
        """The maps of many days as one animated lossless WebP; without a look 900 pixels wide.

        Raises InputError for days in the wrong order, too many pictures, or without the extra `pictures`.
        """
        asked = Asked(None, as_of, recorded, filter or Filter())
        return animation_of(self, asked, course, look or Look(width=900))

    def judge(
        self,
        claim: str,
        verdict: Verdict | str,
        *,
        reason: str,
        by: str | None = None,
        amended: Coded | None = None,
    ) -> bool:
        """Record a verdict on a claim; False where it was judged just so before.

        `amend` puts values in place of the claim's as it stands: amendments add up, and `accept` and `reject`
        keep them. `undo` takes back the last judgement on the claim, `reset` all. The claim may be given by
        the beginning of its id. Raises NotFoundError for an unknown claim or place (naming near spellings),
        InputError for a blank reason, values that cannot be, or where there is nothing to undo.
        """
        known, why = verdict_named(verdict), worded(reason, "reason")
        view = self.view()
        named = claim_named(claim, view.by_id)
        if known is Verdict.AMEND:
            amended = checked(amended or Coded(), named, view.gazetteer, lambda name: self._place(name, view))
        who = by.strip() or None if by is not None else None
        return self.store.add_judgement(Judgement(named.id, known, why, who, amended))

    def judgements(self, claim: str | None = None) -> tuple[Judged, ...]:
        """What was judged, oldest first, of all claims or of one."""
        return self.store.judgements(claim_named(claim, self.view().by_id).id if claim else None)


def open_database(path: Path | str, *, write: bool = True) -> Database:
    """Open a record; for writing, a missing file is made. Raises StoreError in one clear sentence.

    The parties added to the record opened last are those by which texts are read and claims resolved.
    """
    database = Database(Store.open(path, write=write))
    use_parties_of(Path(path))
    return database


def in_memory() -> Database:
    """An empty record that is gone when closed."""
    use_parties_of(None)
    return Database(Store.in_memory())
