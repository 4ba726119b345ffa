"""How a figure is told beside its goal: printed, never asserted."""

from __future__ import annotations


def tell(name: str, figure: float, most: float, unit: str = "") -> None:
    """One line: the figure, the most it should be, and whether that is met."""
    verdict = "met" if figure <= most else "not met"
    told = f"{figure:,.2f} {unit}".rstrip() if figure < 100 else f"{figure:,.0f} {unit}".rstrip()
    print(f"  {name:46} {told:>12}   goal ≤ {most:g}: {verdict}")
