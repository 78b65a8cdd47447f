"""Areas: the states of places carried to the cells of land around them, as interpolated, never as told.

interpolate     the cells around places, with what is said of each and by which places
Areas           the cells, what they add up to in km², which places spoke and which could not
merged          the outlines of the cells that say the same, as GeoJSON geometries
spots_of        places that can speak for the land around them, out of the states of places
"""

from whoholds.areas.cells import Areas, Cell, LeftOut, Share
from whoholds.areas.interpolate import Land, interpolate
from whoholds.areas.numbers import Numbers, areas_method, numbers
from whoholds.areas.outlines import merged, outline_of
from whoholds.areas.spots import Spot, spots_of
from whoholds.areas.totals import LABEL, Extent, extents_of

__all__ = [
    "LABEL",
    "Areas",
    "Cell",
    "Extent",
    "Land",
    "LeftOut",
    "Numbers",
    "Share",
    "Spot",
    "areas_method",
    "extents_of",
    "interpolate",
    "merged",
    "numbers",
    "outline_of",
    "spots_of",
]
