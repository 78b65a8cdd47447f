"""Reports from files, folders and standard input."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from whoholds.errors import InputError
from whoholds.model import Published, Report
from whoholds.reports import READERS, Given, Rejected, Skipped, read_reports, read_text_report
from whoholds.reports.lines import MOST_LINE

SAMPLE = Path(__file__).parents[2] / "src/whoholds/data/sample/reports.jsonl"


def jsonl(path: Path, *lines: Any) -> Path:
    path.write_text(
        "".join(f"{line if isinstance(line, str) else json.dumps(line)}\n" for line in lines), "utf-8"
    )
    return path


def only_report(path: Path, **given: Any) -> Report:
    (found,) = read_reports(path, **given)
    assert isinstance(found, Report)
    return found


@pytest.mark.parametrize("name", ["2021-08-09-kunduz.txt", "note.md", "NOTE.TXT", "dispatch"])
def test_a_text_file_is_one_report(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes("Kunduz fell.\r\n— an official\n".encode())
    assert only_report(path) == Report("Kunduz fell.\r\n— an official\n", name=name)  # no date from its name
    given = only_report(path, outlet="Wire", published=Published(date(2021, 8, 9)))
    assert (given.outlet, given.published) == ("Wire", Published(date(2021, 8, 9)))


@pytest.mark.parametrize(
    ("line", "report"),
    [
        ({"text": "It fell."}, Report("It fell.")),
        ({"text": "It fell.", "other": [1]}, Report("It fell.")),
        ({"text": "It fell.", "title": "News"}, Report("News\n\nIt fell.", title="News")),
        ({"text": "News\nIt fell.", "title": "News"}, Report("News\nIt fell.", title="News")),
        ({"text": "It fell.", "title": " "}, Report("It fell.")),
        ({"title": "It fell"}, Report("It fell", title="It fell")),
        ({"id": 7, "text": "It fell."}, Report("It fell.", name="7")),
        (
            {"name": "n", "url": "https://e.org/1", "text": "It."},
            Report("It.", None, "https://e.org/1", name="n"),
        ),
        ({"outlet": "A", "text": "It."}, Report("It.", "A")),
        ({"published": "2021-08-09", "text": "It."}, Report("It.", published=Published(date(2021, 8, 9)))),
        ({"published": None, "outlet": None, "text": "It."}, Report("It.")),
    ],
)
def test_a_line_is_one_report(tmp_path: Path, line: dict[str, Any], report: Report) -> None:
    assert only_report(jsonl(tmp_path / "a.jsonl", line)) == report


def test_a_line_says_more_than_what_is_given_for_all(tmp_path: Path) -> None:
    path = jsonl(
        tmp_path / "a.jsonl", {"text": "One."}, {"text": "Two.", "outlet": "B", "published": "2021-08-10"}
    )
    found = read_reports(path, outlet="A", published=Published(date(2021, 8, 9)))
    reports = [report for report in found if isinstance(report, Report)]
    assert [(report.outlet, report.published and report.published.day.day) for report in reports] == [
        ("A", 9),
        ("B", 10),
    ]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("{not json", "not JSON"),
        ("[1, 2]", "not a JSON object"),
        ("[" * 100_000, "not JSON"),
        ({"outlet": "A"}, 'no "text"'),
        ({"text": ["a"]}, '"text" is not a text'),
        ({"text": "  "}, 'no "text"'),
        ({"text": "It.", "published": "last week"}, "not clear"),
        ({"text": "It.", "published": 20210809}, "not clear"),
        ({"text": "half \ud83d"}, r"U\+D83D"),
        ({"text": "It.", "outlet": "a\0b"}, r"U\+0000"),
        (json.dumps({"text": "x" * (MOST_LINE + 1)}), "longer than 10 MB"),
        ('{"text": ' + "9" * 5000 + "}", "not JSON"),
    ],
)
def test_a_bad_line_is_named_and_the_rest_is_read(tmp_path: Path, line: Any, why: str) -> None:
    path = jsonl(tmp_path / "a.jsonl", {"text": "One."}, "", line, {"text": "Two."})
    one, rejected, two = read_reports(path)
    assert isinstance(rejected, Rejected)
    assert rejected.where == f"{path}, line 3"
    with pytest.raises(InputError, match=why):
        raise InputError(rejected.why)
    assert [report.text for report in (one, two) if isinstance(report, Report)] == ["One.", "Two."]


def test_bytes_that_are_not_utf_8_spoil_one_line_only(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'\xef\xbb\xbf{"text": "One."}\n{"text": "caf\xe9"}\n{"text": "Two."}')
    kinds = [type(found) for found in read_reports(path)]
    assert kinds == [Report, Rejected, Report]


def test_a_folder_is_read_in_order_and_says_what_it_passed_over(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "two.md").write_text("Two.")
    (tmp_path / "a.txt").write_text("One.")
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "x.txt").write_text("hidden")
    (tmp_path / "z.jsonl").write_text('{"text": "Three."}\n')
    (tmp_path / "b" / "up").symlink_to(tmp_path, target_is_directory=True)
    found = list(read_reports(tmp_path))
    reports = [report for report in found if isinstance(report, Report)]
    assert [(report.text, report.name) for report in reports] == [
        ("One.", "a.txt"),
        ("Two.", "b/two.md"),
        ("Three.", None),
    ]
    assert [Path(item.where).name for item in found if isinstance(item, Rejected)] == ["empty.txt"]
    skipped = [Path(item.where).name for item in found if isinstance(item, Skipped)]
    assert skipped == [".git", "up", "photo.jpg"]


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("page.html", b"<p>It fell.</p>", "web page"),
        ("data.json", b"{}", "JSON"),
        ("report.pdf", b"%PDF-1.4", "PDF"),
        ("lines.jsonl", b"\x89PNG\r\n\x1a\n", "PNG"),
        ("lines.jsonl", '{"text": "a"}'.encode("utf-16"), "UTF-8"),
        ("empty.txt", b"", "empty"),
    ],
)
def test_a_named_file_that_cannot_be_read(tmp_path: Path, name: str, content: bytes, says: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)

    def read() -> None:
        for found in read_reports(path):
            assert isinstance(found, Rejected)
            raise InputError(found.why)

    with pytest.raises(InputError, match=says) as refused:
        read()
    assert str(path) in str(refused.value)


def test_a_missing_path_is_refused_at_once(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no file"):
        read_reports(tmp_path / "nowhere.txt")


def test_a_name_that_is_not_utf_8(tmp_path: Path) -> None:
    path = Path(str(tmp_path / "caf") + "\udce9.txt")
    try:
        path.write_text("It fell.")
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    assert only_report(path).name == "caf�.txt"


@pytest.mark.parametrize("text", ["It fell.", b"\xef\xbb\xbfIt fell."])
def test_standard_input(text: str | bytes) -> None:
    assert read_text_report(text, Given("A")) == Report("It fell.", "A")


def test_standard_input_that_is_empty() -> None:
    with pytest.raises(InputError, match="standard input is empty"):
        read_text_report(b"\n")


def test_every_reader_has_suffixes_of_its_own() -> None:
    suffixes = [suffix for reader in READERS.values() for suffix in reader.suffixes]
    assert len(suffixes) == len(set(suffixes))


def test_the_sample_is_read_whole() -> None:
    found = list(read_reports(SAMPLE))
    assert len(found) == len(SAMPLE.read_text("utf-8").splitlines())
    assert all(isinstance(report, Report) and report.published for report in found)


def test_an_empty_path_is_no_folder() -> None:
    with pytest.raises(InputError, match="The path is empty"):
        read_reports("")


@pytest.mark.parametrize("text", ["\ufeffKunduz fell.", "Kunduz fell.\r\n", "\u200bKunduz fell."])
def test_a_text_that_is_given_is_kept_to_the_character(text: str) -> None:
    assert read_text_report(text).text == text


@pytest.mark.parametrize(
    ("text", "said"), [("Kunduz\0fell.", "holds a NUL"), ("\ufeff", "is empty"), ("%PDF-1.4", "a PDF")]
)
def test_a_text_that_is_none_is_not_called_standard_input(text: str, said: str) -> None:
    with pytest.raises(InputError, match=f"^the text .*{said}"):
        read_text_report(text)
