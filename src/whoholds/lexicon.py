"""The words of a language, kept in `data/lexicon/<language>/<name>.toml`: words in data, rules in code."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

from whoholds.errors import DataError


@cache
def read_lexicon(language: str, name: str) -> Mapping[str, Any]:
    """The parsed tables of one word list, read once.

    Raises `DataError` when the file is missing or is not TOML.
    """
    return _read(f"lexicon/{language}/{name}.toml")


@cache
def word_set(name: str, table: str, key: str = "words", *, language: str = "en") -> frozenset[str]:
    """The words under one key of one table of a word list. Raises `DataError` where there are none."""
    try:
        return frozenset(read_lexicon(language, name)[table][key])
    except KeyError as error:
        raise DataError(
            f"{name}.toml ({language}) has no words at {table}.{key}: reinstall whoholds."
        ) from error


@cache
def read_ontology(name: str) -> Mapping[str, Any]:
    """The parsed tables of `data/ontology/<name>.toml`, read once. Raises `DataError` likewise."""
    return _read(f"ontology/{name}.toml")


@cache
def read_ontology_folder(name: str) -> tuple[Mapping[str, Any], ...]:
    """The parsed tables of all files of `data/ontology/<name>`, by file name. Raises `DataError` likewise."""
    folder = resources.files("whoholds") / "data" / "ontology" / name
    try:
        names = sorted(file.name for file in folder.iterdir() if file.name.endswith(".toml"))
    except OSError as error:
        raise DataError(f"There is no folder of word lists ontology/{name}: reinstall whoholds.") from error
    return tuple(_read(f"ontology/{name}/{one}") for one in names)


def _read(path: str) -> Mapping[str, Any]:
    file = resources.files("whoholds") / "data" / path
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise DataError(f"There is no word list {path}: reinstall whoholds.") from error
    except tomllib.TOMLDecodeError as error:
        raise DataError(f"The word list {path} is not valid TOML ({error}): mend it or reinstall.") from error
