"""Processor time of a page's threads, counted by the tracing of the browser."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Page

TRACED = ["disabled-by-default-devtools.timeline", "blink.user_timing", "__metadata"]


@dataclass
class Traced:
    """The tasks of a trace, in milliseconds of processor time, and its marks."""

    events: list[dict[str, Any]] = field(default_factory=list)

    def threads(self, word: str) -> set[tuple[int, int]]:
        """The threads whose name has a word."""
        named = [one for one in self.events if one["name"] == "thread_name"]
        return {(one["pid"], one["tid"]) for one in named if word in one["args"]["name"]}

    def tasks(self, word: str) -> list[tuple[float, float]]:
        """Start (microseconds) and processor time (milliseconds) of the outermost tasks of such threads."""
        threads = self.threads(word)
        found = [one for one in self.events if one["name"].endswith("RunTask") and one.get("ph") == "X"]
        found = [one for one in found if (one["pid"], one["tid"]) in threads and self._of_page(one["pid"])]
        found.sort(key=lambda one: (one["tid"], one["ts"], -one["dur"]))
        tasks, end, thread = list[tuple[float, float]](), -1.0, None
        for one in found:
            if one["tid"] == thread and one["ts"] < end:
                continue
            thread, end = one["tid"], one["ts"] + one["dur"]
            tasks.append((one["ts"], one.get("tdur", one["dur"]) / 1000))
        return tasks

    def _of_page(self, pid: int) -> bool:
        return pid in {one["pid"] for one in self.events if one["name"].startswith("bench-")}

    def marks(self, word: str) -> list[float]:
        """The moments of such marks, in microseconds."""
        return sorted(one["ts"] for one in self.events if one["name"].startswith(word))

    def spent(self, thread: str, start: float, end: float) -> float:
        """Processor time of the tasks of a thread that begin in a stretch, in milliseconds."""
        return sum(spent for at, spent in self.tasks(thread) if start <= at < end)


@contextmanager
def tracing(page: Page) -> Iterator[Traced]:
    """What happens meanwhile; the marks of the page begin with "bench-"."""
    client, traced = page.context.new_cdp_session(page), Traced()
    done: list[bool] = []
    client.on("Tracing.dataCollected", lambda told: traced.events.extend(told["value"]))
    client.on("Tracing.tracingComplete", lambda _: done.append(True))
    client.send(
        "Tracing.start",
        {
            "traceConfig": {"includedCategories": TRACED, "excludedCategories": ["*"]},
            "transferMode": "ReportEvents",
        },
    )
    yield traced
    client.send("Tracing.end")
    while not done:
        page.wait_for_timeout(50)
    client.detach()
