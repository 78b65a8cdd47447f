"""The parties of wars: the built-in ones of `data/ontology/parties`, and those of a file of the user's."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from whoholds.errors import DataError, InputError, WhoholdsError
from whoholds.lexicon import read_ontology, read_ontology_folder

OWN_FILE = "WHOHOLDS_PARTIES"  # environment variable: a TOML file of the user's own parties
_of_record: dict[str, Path | None] = {}  # "file": the parties of the record opened last
ARMED_GROUPS = ("rebels", "militia")  # kinds of parties that govern no state, but for those that came to
KINDS = frozenset((*ARMED_GROUPS, "government", "foreign", "international"))
CALLED = frozenset(("rebels", "jihadists", "separatists", "insurgents", "paramilitaries"))
NEEDED = ("name", "kind", "countries")


@dataclass(frozen=True, slots=True)
class Party:
    """One party to a conflict. `name` is its plain name and its identity.

    `kind` is government, rebels, militia, foreign or international; `countries` the ISO codes of where it
    acts, the first of them that which it governs, if any; `aliases` words that mean it; `demonyms` adjectives
    of its state. `state_from` and `state_until` are the first and last day on which it governed: armed groups
    that became a government, and governments that are no more. `since` and `until` are the first and last day
    of its existence, as far as known. `called` are the kinds of generic words that fit an armed group
    (rebels, jihadists, separatists, insurgents, paramilitaries; none given: rebels and insurgents); `allies`
    the parties that it fights beside and that are yet others; `reference` a public list or page that names
    it; `sample` a sentence in which it acts, read by a test.
    """

    name: str
    kind: str
    countries: tuple[str, ...]
    aliases: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    state_from: date | None = None
    state_until: date | None = None
    since: date | None = None
    until: date | None = None
    called: tuple[str, ...] = ()
    allies: tuple[str, ...] = ()
    reference: str = ""
    sample: str = ""

    @property
    def is_group(self) -> bool:
        """True for an armed group, also one that came to govern."""
        return self.kind in ARMED_GROUPS

    def begun(self, on: date) -> bool:
        """True when the party is known to exist by a day: reports may still tell of one that is no more."""
        return self.since is None or self.since <= on


class Parties:
    """The parties, by any of their names."""

    def __init__(self, parties: Iterable[Party]) -> None:
        self._by_name = {party.name: party for party in parties}
        self._by_alias: dict[str, Party] = {}
        self._of_state: dict[str, list[Party]] = {}
        for party in self:
            if party.countries:
                self._of_state.setdefault(party.countries[0], []).append(party)
            for alias in (party.name, *party.aliases):
                self._by_alias.setdefault(alias.casefold(), party)

    def __iter__(self) -> Iterator[Party]:
        return iter(self._by_name.values())

    def __len__(self) -> int:
        return len(self._by_name)

    def get(self, name: str) -> Party | None:
        """The party with exactly this plain name."""
        return self._by_name.get(name)

    def named(self, words: str) -> Party | None:
        """The party that words name, by plain name or alias, in any case; None for generic words."""
        words = words.strip()
        return self._by_alias.get(words.casefold()) or self._by_alias.get(_bare(words).casefold())

    def governments(self, country: str, on: date | None = None) -> tuple[Party, ...]:
        """The parties that govern a state (ISO 3166-1 alpha-2) on a day, armed groups from `state_from`;
        without a day, those that are a government by kind, past ones included."""
        return tuple(party for party in self._of_state.get(country, ()) if _governs(party, on))


def _bare(words: str) -> str:
    return words[4:] if words[:4].casefold() == "the " else words


def _governs(party: Party, on: date | None) -> bool:
    """True when a party is in office on a day; without a day, when it is a government by kind."""
    if on is None:
        return party.kind == "government"
    if party.kind != "government" and party.state_from is None:
        return False
    begun = party.state_from is None or party.state_from <= on
    return begun and (party.state_until is None or on <= party.state_until)


def parties() -> Parties:
    """The built-in parties, with those of the user's own file (see `own_file`).

    Raises `DataError` when a built-in entry is not as it must be, `InputError` when the user's file is not.
    """
    own = own_file()
    return _with_own(own, own_text_of(own)) if own is not None else built_in_parties()


def own_file() -> Path | None:
    """The user's own parties: the file that the environment variable WHOHOLDS_PARTIES names, else the one
    that lies beside the record opened last; None without any."""
    named = os.environ.get(OWN_FILE)
    return Path(named) if named else _of_record.get("file")


def parties_beside(record: Path) -> Path:
    """The file of the parties that were added to a record."""
    return record.with_name(f"{record.name}.parties.toml")


def use_parties_of(record: Path | None) -> None:
    """Let the parties beside a record count from now on; None: those of no record."""
    file = parties_beside(record) if record is not None else None
    _of_record["file"] = file if file is not None and file.exists() else None


@cache
def built_in_parties() -> Parties:
    """The parties that come with whoholds. Raises `DataError` when an entry is not as it must be."""
    rows = [row for table in read_ontology_folder("parties") for row in table.get("party", ())]
    return _checked([_party(row, "parties", DataError) for row in rows], "parties", DataError)


def own_text() -> str | None:
    """What stands in the file of the user's own parties, None without one. Raises `InputError` likewise."""
    own = own_file()
    return own_text_of(own) if own is not None else None


@lru_cache(maxsize=8)
def _with_own(file: Path, text: str) -> Parties:
    return with_entries(file, text)


def own_parties(file: Path) -> Parties:
    """The built-in parties with those of a TOML file: `[[party]]` entries with the fields of `Party`.

    An entry with the name of a built-in party adds its words to that party and replaces what else it gives.
    Raises `InputError` when the file cannot be read or an entry is not as it must be.
    """
    text = own_text_of(file)
    refuse_twice(file, entries_of(file, text))
    return with_entries(file, text)


def refuse_twice(file: Path, rows: Sequence[Mapping[str, Any]]) -> None:
    """Raise `InputError` where a file has two entries of one name: nobody can tell which is meant."""
    names = [str(row.get("name")) for row in rows]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise InputError(f"{file}: the party {twice!r} stands there twice. Write one entry for it.")


def entries_of(file: Path, text: str) -> list[dict[str, Any]]:
    """The entries of a file of parties, as they are written. Raises `InputError` where it is no such file."""
    try:
        rows = tomllib.loads(text).get("party", [])
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"{file} is not valid TOML ({error}): write each party as [[party]].") from error
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise InputError(f"{file} has no list of parties: write each party as [[party]].")
    return rows


def with_entries(file: Path, text: str) -> Parties:
    """The built-in parties with the entries of a text; `file` is named where one is not as it must be."""
    found = {party.name: party for party in built_in_parties()}
    rows = entries_of(file, text)
    for row in rows:
        known = found.get(str(row.get("name")))
        one = _party({**_plain(known), **row} if known else row, str(file), InputError)
        if known is not None:
            one = replace(
                one,
                aliases=(*known.aliases, *one.aliases),
                demonyms=(*known.demonyms, *one.demonyms),
                allies=(*known.allies, *one.allies),
            )
        found[one.name] = one
    _refuse_claimed_words(rows, str(file))
    return _checked(list(found.values()), str(file), InputError)


def _refuse_claimed_words(rows: Sequence[Mapping[str, Any]], where: str) -> None:
    """No alias that means anybody ("the army") or another party: it would act for both."""
    for row in rows:
        name = row.get("name")
        for alias in map(str, row.get("aliases", ())):
            other = built_in_parties().named(alias)
            if _bare(alias.strip()).casefold() in _common_words():
                raise InputError(
                    f"{where}: the alias {alias!r} of the party {name!r} is said of many. Give another."
                )
            if other is not None and other.name != name:
                raise InputError(
                    f"{where}: the alias {alias!r} of the party {name!r} means {other.name!r}. "
                    "Give another alias, or write the entry under that name."
                )


@cache
def _common_words() -> frozenset[str]:
    lists = read_ontology("party_words")["generic"].values()
    return frozenset(("the", "a", "an", *(word.casefold() for words in lists for word in words)))


def own_text_of(file: Path) -> str:
    """What stands in a file of parties. Raises `InputError` when it cannot be read."""
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        named = f" {OWN_FILE} names it." if os.environ.get(OWN_FILE) == str(file) else ""
        raise InputError(
            f"The parties of {file} cannot be read ({error}).{named} Give a TOML file of [[party]] entries."
        ) from error


def _plain(party: Party) -> dict[str, Any]:
    """What an entry of the user's need not repeat: all but the lists that are added to."""
    kept = {one.name: getattr(party, one.name) for one in fields(Party)}
    return {name: value for name, value in kept.items() if name not in ("aliases", "demonyms", "allies")}


def _party(row: Mapping[str, Any], where: str, error: type[WhoholdsError]) -> Party:
    name = row.get("name", "?")
    missing = [key for key in NEEDED if key not in row]
    unknown = [key for key in row if key not in {one.name for one in fields(Party)}]
    if missing or unknown:
        wrong = f"lacks {missing[0]}" if missing else f"has the unknown field {unknown[0]!r}"
        raise error(f"{where}: the party {name!r} {wrong}; it needs {', '.join(NEEDED)}.")
    given = {key: _value(key, row[key], f"{where}: {key} of the party {name!r}", error) for key in row}
    party = Party(**given)
    if (fault := _wrong(party)) is not None:
        raise error(f"{where}: the party {name!r} {fault}.")
    return party


def _value(key: str, value: Any, what: str, error: type[WhoholdsError]) -> Any:
    if key in ("countries", "aliases", "demonyms", "called", "allies"):
        if not isinstance(value, (list, tuple)) or not all(isinstance(one, str) and one for one in value):
            raise error(f"{what} must be a list of words.")
        return tuple(value)
    if key in ("state_from", "state_until", "since", "until"):
        if isinstance(value, int) and 1500 <= value <= 2200:
            return date(value, 12, 31) if key.endswith("until") else date(value, 1, 1)
        if value is not None and type(value) is not date:
            raise error(f"{what} must be a day such as 2012-04-04 or a year such as 2012.")
        return value
    if not isinstance(value, str) or (key == "name" and not value.strip()):
        raise error(f"{what} must be words.")
    return value


def _wrong(party: Party) -> str | None:
    """What is not as it must be, in words that follow the party's name."""
    if party.kind not in KINDS:
        return f"has the kind {party.kind!r}; it is one of {', '.join(sorted(KINDS))}"
    if any(len(code) != 2 or not code.isascii() or not code.isupper() for code in party.countries):
        return "has a country that is no ISO 3166-1 code of two capital letters, such as ML"
    if unknown := sorted(set(party.called) - CALLED):
        return f"is called {unknown[0]!r}; known are {', '.join(sorted(CALLED))}"
    for first, last in ((party.since, party.until), (party.state_from, party.state_until)):
        if first is not None and last is not None and first > last:
            return f"ends ({last}) before it begins ({first})"
    return None


def _checked(found: list[Party], where: str, error: type[WhoholdsError]) -> Parties:
    """The parties together: each name once, every ally known."""
    known = Parties(found)
    if len(known) != len(found):
        names = [party.name for party in found]
        twice = next(name for name in names if names.count(name) > 1)
        raise error(f"{where}: the party {twice!r} stands there twice.")
    for party, ally in ((one, ally) for one in found for ally in one.allies):
        if known.get(ally) is None:
            raise error(f"{where}: the ally {ally!r} of the party {party.name!r} is no party.")
    return known
