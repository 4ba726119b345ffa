"""Failure mode and effects analysis: from a probability to the usual scale of occurrence."""

from __future__ import annotations

from typing import Final

_SCALE: Final = (
    (0.1, 10),
    (0.05, 9),
    (0.02, 8),
    (0.01, 7),
    (0.002, 6),
    (0.0005, 5),
    (0.0001, 4),
    (0.00001, 3),
)


def occurrence(probability: float) -> int:
    """1 (never) to 10 (one in ten or more), by the usual scale of FMEA."""
    for least, rating in _SCALE:
        if probability >= least:
            return rating
    return 2 if probability > 0 else 1


def risk_priority(severity: int, probability: float, detection: int) -> int:
    """Risk priority number: severity × occurrence × detection, 1 to 1000."""
    return severity * occurrence(probability) * detection
