"""Places: by name, in text, by position, by what they lie in.

load_gazetteer()   the gazetteer that ships with whoholds (GeoNames, Natural Earth, curated additions)
Gazetteer          its questions: get, named, names_in, near, province_at, inside, with_places
read_places        places of the user's own from CSV, GeoJSON or a GeoNames country file
fold               the key under which two spellings are one name
"""

from whoholds.gazetteer.areas import Ring, polygons
from whoholds.gazetteer.fold import fold
from whoholds.gazetteer.gazetteer import Gazetteer, load_gazetteer
from whoholds.gazetteer.names import NameHit
from whoholds.gazetteer.user import read_places

__all__ = ["Gazetteer", "NameHit", "Ring", "fold", "load_gazetteer", "polygons", "read_places"]
