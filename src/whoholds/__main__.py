"""`python -m whoholds` is the command `whoholds`."""

from whoholds.cli import main

raise SystemExit(main())
