"""Areas: the states of places on a day, carried to the land around them."""

from __future__ import annotations

from collections.abc import Callable

from whoholds.areas import Areas, Land, areas_method, interpolate, spots_of
from whoholds.database.asking import day_in
from whoholds.database.claimers_asked import Trusting
from whoholds.database.moments import Day, Moment
from whoholds.exports.areas_svg import Drawn
from whoholds.gazetteer import Gazetteer


class Surveying(Trusting):
    """What `Database` says of the land between places."""

    def areas(
        self,
        *,
        on: Day | None = None,
        as_of: Moment | None = None,
        recorded: int | Moment | None = None,
        resolution: int | None = None,
    ) -> Areas:
        """The cells of land around all places that claims are about, as interpolated from their states.

        `resolution` is that of H3, 5 to 7. Raises InputError for another one, or where there would be too
        many cells.
        """
        view = self.view(as_of=as_of, recorded=recorded)
        day = day_in(on, view)
        land = Land(_country_at(view.gazetteer))
        told = ((state, view.claims_at(state.place)) for state in view.states(day))
        spots, left_out = spots_of(told, land.country_at)
        cells = interpolate(spots, land, resolution)
        spoke = {share.place for cell in cells for share in cell.shares}
        return Areas(
            on=day,
            as_of=view.known.as_of,
            recorded=view.known.recorded,
            method=areas_method(view.method),
            resolution=land.used.checked(resolution),
            cells=cells,
            names={spot.id: spot.name for spot in spots if spot.id in spoke},
            left_out=tuple(left_out),
        )

    def areas_drawn(self, areas: Areas, *, recorded: int | Moment | None = None) -> Drawn:
        """What a drawing of areas needs besides: the outlines of provinces, the points of places."""
        gazetteer = self._resolver(self.sequence(recorded)).gazetteer
        countries = sorted({cell.country for cell in areas.cells})
        rings = [
            ring for one in countries for found in gazetteer.province_outlines(one).values() for ring in found
        ]
        places = [place for name in areas.names if (place := gazetteer.get(name)) is not None]
        return Drawn(rings, tuple(places), self.party_order(recorded=areas.recorded))


def _country_at(gazetteer: Gazetteer) -> Callable[[float, float], str | None]:
    """The country at a point (two letters; None at sea), by the gazetteer's outlines of provinces."""

    def country_at(lat: float, lon: float) -> str | None:
        found = gazetteer.province_at(lat, lon)
        return None if found is None else found.country

    return country_at
