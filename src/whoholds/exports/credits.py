"""Whose work a picture stands on: said in every form that it leaves in."""

from __future__ import annotations

CREDITS = (
    "Place names: GeoNames (CC BY 4.0). Boundaries: Natural Earth (public domain), simplified. "
    "Made with whoholds."
)
