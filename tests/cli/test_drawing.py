"""The command `draw`."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from running import Run, run_command

ON = ("--on", "2021-08-09", "--as-of", "2021-08-09")


@pytest.mark.parametrize(("suffix", "form"), [(".png", "PNG"), (".webp", "WEBP")])
def test_pixels(ask: Run, tmp_path: Path, suffix: str, form: str) -> None:
    path = tmp_path / f"map{suffix}"
    ran = ask("draw", path, *ON, "--width", "500")
    assert (ran.exit_code, ran.stdout) == (0, "")
    assert f"Written: {path}" in ran.stderr
    image = Image.open(path)
    assert (image.format, image.size[0]) == (form, 500)


def test_a_drawing_obeys_filters_and_names_its_answer(ask: Run, tmp_path: Path) -> None:
    whole, part = tmp_path / "whole.svg", tmp_path / "part.svg"
    assert ask("draw", whole, *ON, "--title", "The north").exit_code == 0
    assert ask("draw", part, *ON, "--place", "Kunduz", "--height", "800").exit_code == 0
    texts = [path.read_text("utf-8") for path in (whole, part)]
    assert "The north" in texts[0]
    assert 'height="800"' in texts[1]
    assert all("True on 9 August 2021, as known on 9 August 2021" in text for text in texts)
    assert "the place is or lies in" in texts[1]
    counts = [text.count('class="dot"') for text in texts]
    assert counts[0] > counts[1] > 0


def test_an_animation(ask: Run, tmp_path: Path) -> None:
    path = tmp_path / "map.webp"
    days = ("--from", "2021-08-07", "--to", "2021-08-09", "--as-known-then")
    assert ask("draw", path, *days, "--width", "400").exit_code == 0
    image = Image.open(BytesIO(path.read_bytes()))
    assert image.n_frames == 3  # type: ignore[attr-defined]


def test_colours_that_look_alike_are_told(ask: Run, tmp_path: Path) -> None:
    path = tmp_path / "map.svg"
    given = (
        "--colour",
        "Taliban=#aa4444",
        "--colour",
        "Afghan government=#a04848",
        "--colour",
        "Mars=#000000",
    )
    ran = ask("draw", path, *ON, *given)
    assert ran.exit_code == 0
    assert re.search(r"(Taliban|Afghan government) look alike in \w+ sight", ran.stderr)
    assert "No party here is called Mars" in ran.stderr
    assert "#aa4444" in path.read_text("utf-8")


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (
            ("map.gif",),
            2,
            "map.gif is not the name of a picture that is drawn. Let it end in .svg, .png, .webp.",
        ),
        (("map",), 2, "map is not the name of a picture"),
        (("map.svg", "--colour", "red"), 2, "'red' is no colour of a party"),
        (("map.webp", "--from", "2021-08-01"), 2, "An animation needs both days"),
        (("map.png", "--from", "2021-08-01", "--to", "2021-08-02"), 2, "written as .webp only"),
        (("map.webp", "--from", "2021-08-01", "--to", "2021-08-02", *ON), 2, "--on, not both"),
        (("map.svg", "--as-known-then"), 2, "--as-known-then is for animations"),
        (("map.webp", "--from", "2021-08-03", "--to", "2021-08-02"), 3, "give the earlier one first"),
        (("map.webp", "--from", "1999-08-01", "--to", "2021-08-02"), 3, "more than 200 pictures"),
        (("map.svg", "--height", "330"), 3, "has no room for map and legend"),
        (("map.svg", "--place", "Atlantis City"), 5, "Atlantis City"),
    ],
)
def test_what_cannot_be(
    ask: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], code: int, told: str
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = ask("draw", *words)
    assert (ran.exit_code, ran.stdout) == (code, "")
    assert told in ran.stderr
    assert len(ran.stderr.replace("Drawing …\n", "").splitlines()) == 1
    assert not list(tmp_path.iterdir())


def test_sizes_are_checked_by_the_parser(ask: Run) -> None:
    assert ask("draw", "map.svg", "--width", "3").exit_code == 2


def test_without_a_record(tmp_path: Path) -> None:
    assert run_command("draw", tmp_path / "map.svg", "--db", tmp_path / "none.db").exit_code == 4
