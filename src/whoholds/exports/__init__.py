"""The forms in which a picture leaves: plain values, tables, GeoJSON, a brief, the map page."""

from whoholds.exports.filters import Filter
from whoholds.exports.forms import EXPORTS, Export
from whoholds.exports.selection import Selection

__all__ = ["EXPORTS", "Export", "Filter", "Selection"]
