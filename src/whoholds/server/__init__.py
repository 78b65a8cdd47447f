"""The web application: the record's answers over HTTP, and the page that is made of them.

`docs/reference/http.md` lists what it answers; `docs/how-to/serve.md` says how it is run.
"""

from whoholds.server.application import make_api, make_app
from whoholds.server.desk import Desk
from whoholds.server.running import AddressError, serve
from whoholds.server.settings import Settings

__all__ = ["AddressError", "Desk", "Settings", "make_api", "make_app", "serve"]
