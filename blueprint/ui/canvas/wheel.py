"""Wheel, trackpad and pinch: scrolling, and zooming at the pointer."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QNativeGestureEvent, QWheelEvent

from blueprint.layout.geometry import Point
from blueprint.ui.canvas.navigation import Navigator

NOTCH: Final = 120
"""What Qt calls one notch of a wheel, in eighths of a degree."""
TRACKPAD: Final = 100
"""Pixels that two fingers move for one zoom step."""


def turn_wheel(navigator: Navigator, event: QWheelEvent) -> None:
    """Scroll; sideways with Shift; zoom with Ctrl, half a step of √2 a notch."""
    pixels, angle = event.pixelDelta(), event.angleDelta()
    dx, dy = (angle.x(), angle.y()) if pixels.isNull() else (pixels.x(), pixels.y())
    if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        steps = dy / (2 * NOTCH) if pixels.isNull() else dy / TRACKPAD
        navigator.zoom_by(steps, Point(event.position().x(), event.position().y()))
    else:
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and not dx:
            dx, dy = dy, 0
        navigator.pan(-dx, -dy)
    event.accept()


def pinch(navigator: Navigator, event: QNativeGestureEvent) -> bool:
    """Zoom at the fingers, show all on a double tap; False for gestures of another kind."""
    if event.gestureType() == Qt.NativeGestureType.SmartZoomNativeGesture:
        navigator.fit_all()
        return True
    if event.gestureType() != Qt.NativeGestureType.ZoomNativeGesture:
        return False
    at = Point(event.position().x(), event.position().y())
    navigator.zoom_to(navigator.view.zoom * (1 + event.value()), at)
    return True
