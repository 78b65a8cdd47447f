"""Makes `factories` importable from every test, wherever it stands in the tree."""
