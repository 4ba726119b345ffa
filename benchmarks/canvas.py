"""How long the canvas takes to follow the hand: frames, and from key press to painted change.

A window of 1600 × 1000 pixels, painted by software without a screen. Times in milliseconds;
with --cpu those of the processor alone, which other programs on the machine do not lengthen.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks.synthetic import synthetic
from blueprint.layout.geometry import Point
from blueprint.ui.canvas.canvas import CanvasView
from blueprint.ui.session import Session
from blueprint.ui.theming import choose_theme, dress

SIZES = (100, 1_000, 10_000)
REPEATS = 60
CLOCK = [time.perf_counter]
NONE = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton


def main() -> None:
    app = QApplication.instance() or QApplication(sys.argv[:1])
    choose_theme("light")
    dress()
    if "--cpu" in sys.argv:
        sys.argv.remove("--cpu")
        CLOCK[0] = time.thread_time
    sizes = tuple(map(int, sys.argv[1:])) or SIZES
    columns = [dict(_measured(size)) for size in sizes]
    print(f"{'ms':24}" + "".join(f"{size:>9} p50  p95  max" for size in sizes))
    for name in columns[0]:
        print(f"{name:24}" + "".join(_row(column[name]) for column in columns))
    app.processEvents()


def _row(times: list[float]) -> str:
    ordered = sorted(times)
    last = len(ordered) - 1
    return f"{ordered[last // 2]:13.1f} {ordered[round(last * 0.95)]:5.1f} {ordered[-1]:5.1f}"


def _measured(size: int) -> Iterator[tuple[str, list[float]]]:
    begun = CLOCK[0]()
    session = Session(synthetic(size))
    yield "open: layout", [_since(begun)]
    canvas = CanvasView(session)
    canvas.resize(1600, 1000)
    begun = CLOCK[0]()
    canvas.show()
    QApplication.processEvents()
    yield "first paint", [_since(begun)]
    session.check_now()
    _settle(canvas)
    canvas.centre_on(session.layout.size[0] / 2, session.layout.size[1] / 2)
    _settle(canvas)
    yield "pan to and fro", [_timed(partial(_wheel, canvas, -1, n)) for n in range(REPEATS)]
    canvas.centre_on(0, session.layout.size[1] / 2)
    _settle(canvas)
    yield "pan on and on", [_timed(partial(canvas.pan, 40, 0)) for _ in range(REPEATS)]
    yield "zoom step", [_zoomed(canvas, n) for n in range(REPEATS)]
    canvas.zoom_to(1.0)
    _settle(canvas)
    yield "drag, five flows", _dragged(session, canvas)
    yield "typing a character", _typed(session, canvas)
    yield "fit all, first frame", [_fitted(canvas) for _ in range(10)]
    yield "fit all, any frame", [time for _ in range(3) for time in _frames_of_fit(canvas)]
    canvas.zoom_to(1.0)
    _settle(canvas)
    whole: list[float] = []
    yield "key to painted change", _changed(session, canvas, whole)
    yield "key to sharp picture", whole
    yield "rules after a change", _checked(session)


def _since(begun: float) -> float:
    return (CLOCK[0]() - begun) * 1000


def _timed(act: Callable[[], object]) -> float:
    """One act and the frame that shows it."""
    begun = CLOCK[0]()
    act()
    QApplication.processEvents()
    return _since(begun)


def _settle(canvas: CanvasView) -> None:
    """Let the canvas paint all that it has to, what lies round the view included."""
    for _ in range(200):
        QApplication.processEvents()
    while not canvas.picture.is_complete:
        QApplication.processEvents()


def _wheel(canvas: CanvasView, notches: int, number: int) -> None:
    at = QPointF(800, 500)
    sideways = Qt.KeyboardModifier.ShiftModifier if number % 3 else NONE
    event = QWheelEvent(
        at,
        QPointF(canvas.viewport().mapToGlobal(at.toPoint())),
        QPoint(),
        QPoint(0, 120 * notches * (-1 if number % 2 else 1)),
        Qt.MouseButton.NoButton,
        sideways,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(canvas.viewport(), event)


def _zoomed(canvas: CanvasView, number: int) -> float:
    spent = _timed(lambda: canvas.zoom_by(1 if number % 2 else -1))
    _settle(canvas)
    return spent


def _busiest(session: Session) -> str:
    """A step in the middle of the document with about five flows."""
    document = session.document
    middle = session.layout.size[0] / 2

    def rank(id: str) -> tuple[int, float]:
        flows = len([*document.outgoing(id), *document.incoming(id)])
        return abs(flows - 5), abs(session.layout.card(id).box.x - middle)

    return min(document.steps, key=rank)


def _dragged(session: Session, canvas: CanvasView) -> list[float]:
    step = _busiest(session)
    session.reveal([step])
    _settle(canvas)
    box = session.layout.card(step).box
    start = _pixel(canvas, box.middle)
    QTest.mousePress(canvas.viewport(), LEFT, NONE, start)
    _move(canvas, start + QPoint(6, 6))
    times = [_timed(partial(_move, canvas, start + QPoint(-4 * n, 2 * n))) for n in range(REPEATS)]
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    QTest.mouseRelease(canvas.viewport(), LEFT, NONE, start)
    _settle(canvas)
    return times


def _pixel(canvas: CanvasView, point: Point) -> QPoint:
    found = canvas.view.to_screen(*point)
    return QPoint(round(found.x), round(found.y))


def _move(canvas: CanvasView, at: QPoint) -> None:
    viewport = canvas.viewport()
    where = QPointF(viewport.mapToGlobal(at))
    button = Qt.MouseButton.NoButton
    event = QMouseEvent(QEvent.Type.MouseMove, QPointF(at), where, button, LEFT, NONE)
    QApplication.sendEvent(viewport, event)


def _typed(session: Session, canvas: CanvasView) -> list[float]:
    step = _busiest(session)
    session.select([step])
    canvas.edit(step)
    _settle(canvas)
    times = [_timed(partial(_key_clicks, canvas, "abc de fg"[n % 9])) for n in range(REPEATS)]
    QTest.keyClick(canvas.editor, Qt.Key.Key_Escape)
    return times


def _key_clicks(canvas: CanvasView, text: str) -> None:
    QTest.keyClicks(canvas.editor, text)


def _key_click(canvas: CanvasView, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
    QTest.keyClick(canvas, key, modifiers)


def _fitted(canvas: CanvasView) -> float:
    canvas.zoom_to(1.0)
    _settle(canvas)
    return _timed(canvas.fit_all)


def _frames_of_fit(canvas: CanvasView) -> list[float]:
    """Each frame until the picture is sharp."""
    canvas.zoom_to(1.0)
    _settle(canvas)
    times = [_timed(canvas.fit_all)]
    while not canvas.picture.is_sharp:
        times.append(_timed(lambda: None))
    return times


def _changed(session: Session, canvas: CanvasView, whole: list[float]) -> list[float]:
    """A step moved by Alt and an arrow key, to and fro, and painted at its new place.

    Into `whole` goes the time until all that is in view has been painted anew.
    """
    step = _busiest(session)
    session.select([step])
    session.reveal([step])
    canvas.setFocus()
    _settle(canvas)
    times = []
    for number in range(REPEATS // 2):
        key = Qt.Key.Key_Left if number % 2 else Qt.Key.Key_Right
        press = Qt.KeyboardModifier.AltModifier
        spent = _timed(partial(_key_click, canvas, key, press))
        while not canvas.picture.shows(session.layout.box(step)):
            spent += _timed(lambda: None)
        times.append(spent)
        while not canvas.picture.is_sharp:
            spent += _timed(lambda: None)
        whole.append(spent)
        session.check_now()
        QApplication.processEvents()
    return times


def _checked(session: Session) -> list[float]:
    """Bringing the findings up to date after such a change."""
    times = []
    for number in range(20):
        session.undo() if number % 2 else session.redo()
        begun = CLOCK[0]()
        session.check_now()
        times.append(_since(begun))
    return times


if __name__ == "__main__":
    main()
