"""The application: routes, what stands before them, and the errors."""

from __future__ import annotations

from fastapi import FastAPI
from fastapi.telemetry import TelemetryConfig
from starlette.types import ASGIApp

from whoholds.server.caching import Answers
from whoholds.server.description import WORDS, describe
from whoholds.server.desk import Desk
from whoholds.server.guard import Guard
from whoholds.server.problems import answer_problems
from whoholds.server.routes_about import about_routes
from whoholds.server.routes_claims import claim_routes, conflict_routes, event_routes, report_routes
from whoholds.server.routes_control import control_routes, place_routes
from whoholds.server.routes_lists import diff_routes, finding_routes, list_routes
from whoholds.server.routes_pictures import picture_routes
from whoholds.server.routes_taken import brief_routes, feed_routes, taken_routes
from whoholds.server.routes_writing import judgement_routes, writing_routes
from whoholds.store.opened import code_version

SUMMARY = (
    "Who controls which place, who says so, and what was known when: reports gathered, not verified facts."
)


ROUTES = (
    control_routes, place_routes, claim_routes, report_routes, event_routes, conflict_routes, list_routes,
    finding_routes, diff_routes, taken_routes, brief_routes, feed_routes, picture_routes, judgement_routes,
    writing_routes, about_routes,
)  # fmt: skip
"""In this order: the last one takes what none before it takes."""

NOTHING_TOLD: TelemetryConfig = {
    "tracing": False, "metrics": False, "logs": False, "operation_spans": False, "auto_configure": False,
}  # fmt: skip
"""No word of a question leaves the server, whatever the environment of the process asks of FastAPI."""


def make_api(desk: Desk) -> FastAPI:
    """The routes over a record, with their OpenAPI description."""
    api = FastAPI(
        title="whoholds",
        version=code_version(),
        summary=SUMMARY,
        description=WORDS,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        telemetry=NOTHING_TOLD,
    )
    answer_problems(api)
    for add in ROUTES:
        add(api, desk)
    api.openapi = describe(api)  # type: ignore[method-assign]
    return api


def make_app(desk: Desk) -> ASGIApp:
    """The whole application, to be run by an ASGI server."""
    return Guard(Answers(make_api(desk), desk), desk.settings)
