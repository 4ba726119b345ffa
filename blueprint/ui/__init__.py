"""The desktop program.

What needs no Qt is imported first: PySide reads the source of every module that follows it, to
see how that uses it, which takes as long as many of them take by themselves.
"""

import blueprint.drawing.compose
import blueprint.layout.layout
import blueprint.measures
import blueprint.rules
import blueprint.storage

__all__ = ["blueprint"]
