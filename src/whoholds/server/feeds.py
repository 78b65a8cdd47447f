"""Feeds of changes of control: Atom (RFC 4287) and JSON Feed 1.1."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import quote
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree as Xml

from whoholds.exports.plain import Row
from whoholds.server.differences import Turn
from whoholds.wording import BANNER, shown

NAMESPACE = "http://www.w3.org/2005/Atom"
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Feed:
    """Changes, the latest first; `home` the address of the page, `address` that of the feed."""

    title: str
    home: str
    address: str
    turns: Sequence[Turn]

    def page_of(self, turn: Turn) -> str:
        """The address of the place on the page, on the day of the change, as known at its end when it became
        known: on that day itself it may have been unheard of."""
        known = turn.known.astimezone(UTC).date()
        return f"{self.home}#on={turn.now.start}&known={known}&place={quote(turn.place.id, safe='')}"


def feed_title(asked: Row) -> str:
    """ "Changes of control (party Taliban)"."""
    told = ", ".join(
        f"{name} {one if isinstance(one, str) else ' or '.join(one)}" for name, one in asked.items()
    )
    return f"Changes of control ({told})" if told else "Changes of control"


def atom(feed: Feed) -> bytes:
    """The feed as Atom."""
    Xml.register_namespace("", NAMESPACE)
    root = Xml.Element(_name("feed"))
    _add(root, "id", uuid5(NAMESPACE_URL, feed.address).urn)
    _add(root, "title", feed.title)
    _add(root, "subtitle", BANNER)
    _add(root, "updated", _moment(max((one.known for one in feed.turns), default=EPOCH)))
    Xml.SubElement(_add(root, "author", None), _name("name")).text = "whoholds"
    Xml.SubElement(root, _name("link"), rel="self", href=feed.address, type="application/atom+xml")
    Xml.SubElement(root, _name("link"), rel="alternate", href=feed.home, type="text/html")
    for turn in feed.turns:
        entry = _add(root, "entry", None)
        _add(entry, "id", turn.id)
        _add(entry, "title", turn.title)
        _add(entry, "updated", _moment(turn.known))
        _add(entry, "summary", f"{turn.words} {BANNER}")
        Xml.SubElement(entry, _name("link"), rel="alternate", href=feed.page_of(turn), type="text/html")
        for tag in _tags(turn):
            Xml.SubElement(entry, _name("category"), term=shown(tag))
    made: bytes = Xml.tostring(root, encoding="utf-8", xml_declaration=True)
    return made


def json_feed(feed: Feed) -> Row:
    """The feed as JSON Feed."""
    return {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.home,
        "feed_url": feed.address,
        "description": BANNER,
        "items": [
            {
                "id": turn.id,
                "url": feed.page_of(turn),
                "title": turn.title,
                "content_text": f"{turn.words} {BANNER}",
                "date_published": _moment(turn.known),
                "tags": _tags(turn),
            }
            for turn in feed.turns
        ],
    }


def _tags(turn: Turn) -> list[str]:
    return [turn.now.status, *([turn.now.holder] if turn.now.holder is not None else [])]


def _moment(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _name(tag: str) -> str:
    return f"{{{NAMESPACE}}}{tag}"


def _add(parent: Xml.Element, tag: str, words: str | None) -> Xml.Element:
    """An element; words without what XML cannot hold."""
    made = Xml.SubElement(parent, _name(tag))
    if words is not None:
        made.text = shown(words).encode("utf-8", "replace").decode("utf-8")
    return made
