"""Addresses: what is the same in other clothes, and what is a stream of posts."""

from __future__ import annotations

import pytest

from whoholds.addresses import is_article, plain_address

KUNDUZ = "wire.example/2021/08/kunduz"


@pytest.mark.parametrize(
    ("address", "plain"),
    [
        ("https://wire.example/2021/08/kunduz", KUNDUZ),
        ("http://WWW.Wire.example/2021/08/kunduz/", KUNDUZ),
        ("wire.example/2021//08/kunduz#comments", KUNDUZ),
        ("https://m.wire.example/2021/08/kunduz/amp?utm_source=x&fbclid=y", KUNDUZ),
        ("https://wire.example/2021/08/%6Bunduz", KUNDUZ),
        ("https://wire.example/story?id=7&utm_medium=mail", "wire.example/story?id=7"),
        ("https://wire.example/story?id=8", "wire.example/story?id=8"),
        ("https://wire.example", "wire.example/"),
        ("https://www.example/", "www.example/"),
        ("Channel  Five", "channel five"),
        ("http://[", "http://["),
    ],
)
def test_what_does_not_change_what_is_shown_is_left_out(address: str, plain: str) -> None:
    assert plain_address(address) == plain


@pytest.mark.parametrize(
    ("address", "article"),
    [
        ("https://wire.example/2021/08/kunduz", True),
        ("https://wire.example/1", True),
        ("https://wire.example/?p=12", True),
        ("https://t.me/kunduz_news/1234", True),
        ("https://t.me/s/kunduz_news", False),
        ("https://x.com/governor", False),
        ("https://x.com/governor/status/99", True),
        ("https://wire.example", False),
        ("https://wire.example/?utm_source=mail", False),
        ("https://wire.example/world/", False),
        ("https://wire.example/liveblog/2021/8/8/kunduz", False),
        ("https://wire.example/kunduz-live-updates", False),
        ("https://forum.example/@governor", False),
        ("Channel Five", False),
        ("", False),
    ],
)
def test_an_article_or_many_posts(address: str, article: bool) -> None:
    assert is_article(address) is article
