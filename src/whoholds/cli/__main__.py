"""`python -m whoholds.cli`."""

from whoholds.cli import main

raise SystemExit(main())
