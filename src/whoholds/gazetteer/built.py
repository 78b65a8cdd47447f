"""The files of a built gazetteer: places and names read at once, outlines and curated words when asked."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from whoholds.errors import DataError
from whoholds.gazetteer.areas import Areas, areas_of
from whoholds.gazetteer.columns import read_columns
from whoholds.gazetteer.curated import read_capitals, read_ordinary_words
from whoholds.gazetteer.nearness import Points
from whoholds.gazetteer.spellings import Spellings, spellings_of
from whoholds.gazetteer.table import PlaceTable, table_of
from whoholds.model import content_key

SHIPPED = Path(__file__).resolve().parent.parent / "data" / "gazetteer"
_CURATED = ("additions.toml", "capitals.toml", "common_words.txt")


@dataclass(frozen=True)
class Built:
    """The files of a built gazetteer, read; outlines and curated words only when they are asked for."""

    folder: Path
    table: PlaceTable
    spellings: Spellings

    @cached_property
    def areas(self) -> Areas:
        """The outlines of the provinces."""
        return areas_of(read_columns(self.folder / "areas.whg"))

    @cached_property
    def points(self) -> Points:
        """The settlements by latitude."""
        return self.table.points()

    @cached_property
    def capitals(self) -> Mapping[str, str]:
        """Province id → id of its capital, where it is known for sure."""
        return read_capitals(self.folder / "capitals.toml")

    @cached_property
    def ordinary_words(self) -> frozenset[str]:
        """Folded words that are common in English, names of days and months, titles and first names."""
        return read_ordinary_words(self.folder / "common_words.txt")


def read_built(folder: Path) -> Built:
    """Read places and names of a built gazetteer. Raises DataError."""
    table = table_of(read_columns(folder / "places.whg"))
    return Built(folder, table, spellings_of(read_columns(folder / "names.whg")))


def digest_of(folder: Path) -> str:
    """A hash of the hash of the built columns (from their record) and of the curated words."""
    try:
        built = tomllib.loads((folder / "ORIGIN.toml").read_text(encoding="utf-8"))["content"]
        return content_key(built, *((folder / name).read_text(encoding="utf-8") for name in _CURATED))
    except (OSError, tomllib.TOMLDecodeError, KeyError) as error:
        raise DataError(f"{folder} could not be read ({error}); reinstall whoholds.") from error
