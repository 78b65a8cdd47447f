from __future__ import annotations

import json
import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st
from page_factory import claims_of, page_data

from whoholds.exports.html import PLACEHOLDER, json_in_script, write_page

MISSING = not (files("whoholds.exports") / "page" / "page.html").is_file()
needs_page = pytest.mark.skipif(
    MISSING, reason="the page is not built: run `npm ci && npm run build` in web/"
)

HOSTILE = [
    "</script><img src=x onerror=alert(1)>",
    "<!-- <script>",
    "]]> & &lt; &#60;",
    "\u202eevil\u202c \u2066isolate\u2069",
    "line\u2028separator\u2029",
    "lone \ud800 surrogate",
    "null \x00 and bell \x07",
    PLACEHOLDER,
    "$& $1 \\u003c",
]

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters()),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=12,
)


class Reader(HTMLParser):
    """Collects the elements of a page, and the text of its data."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[tuple[str, dict[str, str | None]]] = []
        self.data: dict[str, str] = {}
        self.inside: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.opened.append((tag, dict(attrs)))
        self.inside = dict(attrs).get("id") if dict(attrs).get("type") == "application/json" else None

    def handle_endtag(self, tag: str) -> None:
        self.inside = None

    def handle_data(self, data: str) -> None:
        if self.inside is not None:
            self.data[self.inside] = self.data.get(self.inside, "") + data


def read(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    return reader


@pytest.mark.parametrize("words", HOSTILE)
def test_json_in_script_holds_what_it_was_given_and_no_markup(words: str) -> None:
    text = json_in_script({"quote": words})
    assert json.loads(text) == {"quote": words}
    assert not set("<>&\u2028\u2029") & set(text)


@given(JSON)
def test_json_in_script_is_the_same_data_for_any_text(data: object) -> None:
    text = json_in_script(data)
    assert json.loads(text) == data
    assert "<" not in text
    assert text.encode("utf-8").decode("utf-8") == text


@needs_page
def test_the_page_holds_the_data() -> None:
    data = page_data()
    found = {name: json.loads(text) for name, text in read(write_page(data)).data.items()}
    assert found.pop("picture") == json.loads(json.dumps(data["frame"]))
    parts = [found[f"part-{number}"] for number in range(len(data["frame"]["places"]))]
    assert parts == json.loads(json.dumps(data["parts"]))
    assert len(found) == len(parts)


@needs_page
@pytest.mark.parametrize("words", HOSTILE)
def test_no_text_adds_an_element(words: str) -> None:
    plain, hostile = page_data(title="plain"), page_data(title=words)
    claims_of(hostile)[0]["quote"] = words
    hostile["frame"]["places"][0]["name"] = words
    found = read(write_page(hostile))
    assert found.opened == read(write_page(plain)).opened
    parts = [json.loads(text) for name, text in found.data.items() if name.startswith("part-")]
    assert next(row for part in parts for row in part["claims"])["quote"] == words


@needs_page
def test_the_policy_allows_the_page_alone() -> None:
    page = write_page(page_data())
    metas = [attrs for tag, attrs in read(page).opened if tag == "meta"]
    policy = next(one["content"] for one in metas if one.get("http-equiv") == "Content-Security-Policy")
    assert policy is not None
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    for name in ("script", "style"):
        code = re.findall(rf'<{name}(?: type="module")?>(.*?)</{name}>', page, re.DOTALL)
        assert len(code) == 1
        digest = b64encode(sha256(code[0].encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in policy


@needs_page
def test_no_element_loads_anything() -> None:
    loading = [
        (tag, name, value)
        for tag, attrs in read(write_page(page_data())).opened
        for name, value in attrs.items()
        if name in ("src", "href", "srcset", "data", "action") and value not in (None, "data:,")
    ]
    assert loading == []


@needs_page
def test_a_page_can_be_mailed() -> None:
    page = write_page(page_data())
    assert len(page.encode()) < 2_300_000
