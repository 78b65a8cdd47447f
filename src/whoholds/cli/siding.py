"""Commands on parties: list those known, check a file of your own, add it to the record."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from whoholds.cli.opening import filling, record_path
from whoholds.cli.options import Json
from whoholds.cli.render import add_row, table, text
from whoholds.cli.screen import say, show, show_json
from whoholds.cli.tally import counted_as

if TYPE_CHECKING:
    from whoholds.database.own_parties import Checked
    from whoholds.party_list import Party

parties = typer.Typer(
    no_args_is_help=True, help="Parties: list those known, add your own.", rich_markup_mode="rich"
)
PartyFile = Annotated[Path, typer.Argument(metavar="FILE", help="TOML, one [[party]] for each.")]


@parties.command("list")
def list_parties(
    ctx: typer.Context,
    country: Annotated[
        str | None, typer.Option(metavar="CODE", help="Only those that act in a country (two letters).")
    ] = None,
    own: Annotated[bool, typer.Option("--own", help="Only those of your own, or that you added to.")] = False,
    as_json: Json = False,
) -> None:
    """Show the parties by which reports are read, those of your own with them."""
    from whoholds.party_list import built_in_parties, own_file, use_parties_of
    from whoholds.party_list import parties as known

    use_parties_of(record_path(ctx))
    built_in, file = set(built_in_parties()), own_file()
    rows = [
        party_dict(party, own=party not in built_in)
        for party in known()
        if (country is None or country.upper() in party.countries) and not (own and party in built_in)
    ]
    if as_json:
        show_json(rows)
        return
    made = table("Name", "Kind", "Acts in", "Since", "Until", "Also called", "Your own")
    for row in rows:
        acts, called = (", ".join(row[key]) for key in ("countries", "aliases"))
        own_one = "yes" if row["own"] else None
        add_row(made, row["name"], row["kind"], acts, row["since"], row["until"], called, own_one)
    show(made)
    say(f"{counted_as(len(rows), 'party', 'parties')}{f', with those of {file}' if file else ''}.")


@parties.command("check")
def check_file(file: PartyFile, as_json: Json = False) -> None:
    """Say what a file of parties would add, or what is wrong with it; nothing is recorded."""
    from whoholds.database.own_parties import check_parties

    _tell(check_parties(file), "would be added", as_json=as_json)


@parties.command("add")
def add_file(ctx: typer.Context, file: PartyFile, as_json: Json = False) -> None:
    """Record parties of your own; reports are read with them from then on, those recorded before as well."""
    with filling(ctx, file) as database:
        checked = database.add_parties(file)
    _tell(checked, "recorded", as_json=as_json)


def _tell(checked: Checked, done: str, *, as_json: bool) -> None:
    if as_json:
        show_json({"new": list(checked.new), "known": list(checked.known)})
        return
    number = counted_as(len(checked.new), "new party", "new parties")
    show(text(f"{number} {done}{': ' if checked.new else ''}{', '.join(checked.new)}."))
    if checked.known:
        show(text(f"Words {done} for parties known: {', '.join(checked.known)}."))


def party_dict(party: Party, *, own: bool) -> dict[str, Any]:
    """A party in plain values; days as ISO, None where not known."""
    days = {key: getattr(party, key) for key in ("since", "until", "state_from", "state_until")}
    return {
        "name": party.name,
        "kind": party.kind,
        "countries": list(party.countries),
        "aliases": list(party.aliases),
        "allies": list(party.allies),
        **{key: day.isoformat() if day is not None else None for key, day in days.items()},
        "own": own,
    }
