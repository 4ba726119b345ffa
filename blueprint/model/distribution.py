"""How long something takes when it does not always take equally long."""

from __future__ import annotations

import math
from enum import StrEnum
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator


class Shape(StrEnum):
    """How a duration is spread; the values are the words of files and tables."""

    FIXED = "fixed"
    UNIFORM = "uniform"
    TRIANGULAR = "triangular"
    NORMAL = "normal"
    LOGNORMAL = "lognormal"
    EXPONENTIAL = "exponential"


PARAMETERS = {
    Shape.FIXED: 1,
    Shape.UNIFORM: 2,
    Shape.TRIANGULAR: 3,
    Shape.NORMAL: 2,
    Shape.LOGNORMAL: 2,
    Shape.EXPONENTIAL: 1,
}
"""How many parameters each shape has."""


class Distribution(BaseModel):
    """A duration, in seconds.

    Parameters: fixed (value); uniform (least, most); triangular (least, likeliest, most);
    normal and lognormal (mean, standard deviation); exponential (mean).
    """

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, allow_inf_nan=False)

    shape: Annotated[Shape, Field(strict=False)] = Shape.FIXED
    parameters: Annotated[tuple[float, ...], Field(strict=False)]

    @model_validator(mode="after")
    def _well_formed(self) -> Self:
        if len(self.parameters) != PARAMETERS[self.shape]:
            raise ValueError(f"{self.shape} takes {PARAMETERS[self.shape]} parameters")
        ascending = list(self.parameters) == sorted(self.parameters)
        if self.shape in (Shape.UNIFORM, Shape.TRIANGULAR) and not ascending:
            raise ValueError(f"{self.shape} needs its parameters in ascending order")
        if self.shape in (Shape.NORMAL, Shape.LOGNORMAL) and self.parameters[1] < 0:
            raise ValueError("a standard deviation is never negative")
        if self.shape is Shape.LOGNORMAL and self.parameters[0] <= 0:
            raise ValueError("a lognormal mean is above zero")
        return self

    @property
    def mean(self) -> float:
        """Expected duration, in seconds."""
        match self.shape:
            case Shape.UNIFORM:
                return (self.parameters[0] + self.parameters[1]) / 2
            case Shape.TRIANGULAR:
                return sum(self.parameters) / 3
            case _:
                return self.parameters[0]

    @property
    def variance(self) -> float:
        """Variance, in seconds squared."""
        match self.shape:
            case Shape.FIXED:
                return 0.0
            case Shape.UNIFORM:
                return _square(self.parameters[1] - self.parameters[0]) / 12
            case Shape.TRIANGULAR:
                a, c, b = self.parameters
                return (a * a + b * b + c * c - a * b - a * c - b * c) / 18
            case Shape.EXPONENTIAL:
                return _square(self.parameters[0])
            case _:
                return _square(self.parameters[1])

    @property
    def lognormal_parameters(self) -> tuple[float, float]:
        """Mean and standard deviation of the logarithm, for the lognormal shape."""
        mean, deviation = self.parameters
        spread = math.log1p(_square(deviation / mean))
        return math.log(mean) - spread / 2, math.sqrt(spread)

    def as_shape(self, shape: Shape) -> Distribution:
        """The same mean, spread in another way, as widely as is usual for a first guess.

        Raises pydantic.ValidationError for a lognormal one whose mean is not above zero.
        """
        mean = self.mean
        least, most = sorted((mean / 2, mean * 3 / 2))
        parameters = {
            Shape.FIXED: (mean,),
            Shape.UNIFORM: (least, most),
            Shape.TRIANGULAR: (least, mean, most),
            Shape.NORMAL: (mean, abs(mean) / 4),
            Shape.LOGNORMAL: (mean, abs(mean) / 2),
            Shape.EXPONENTIAL: (mean,),
        }
        return (
            self if shape is self.shape else Distribution(shape=shape, parameters=parameters[shape])
        )


def _square(number: float) -> float:
    """Infinite where `**` would raise OverflowError."""
    return number * number


def fixed(seconds: float) -> Distribution:
    """A duration that is always the same, in seconds."""
    return Distribution(shape=Shape.FIXED, parameters=(float(seconds),))
