"""whoholds: who controls which place, who says so, and what was known when."""
