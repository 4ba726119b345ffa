"""Draws the pictures of the readme and the guide anew, with the real window and no screen.

All of them go to `out/screenshots`; those that the readme and the guide show are kept in
`docs/images` as well, in few colours, so that they stay small.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from blueprint.ui.main_window import MainWindow

ROOT: Final = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
IMAGES: Final = ROOT / "docs" / "images"
OUT: Final = ROOT / "out" / "screenshots"
SIZE: Final = (1600, 1000)
SAMPLES: Final = ROOT / "resources" / "samples"

LATE: Final = {
    "loan": ("Bank", 12 * 86_400),
    "parcel": ("Service course", 3 * 86_400),
    "hotel": ("Hotel study", 86_400),
    "shoeshine": ("Service course", 600),
}
"""Samples that stand in for files of late: their folders, and how many seconds ago they changed."""

Scene = Callable[["MainWindow"], "QImage"]


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture: which sample is open, in which language and look, and what is done to it."""

    scene: Scene
    sample: str = "shoeshine"
    language: str = "en"
    theme: str = "light"
    recent: Iterable[str] = ()
    kept: bool = False


def main(wanted: list[str]) -> int:
    unknown = [name for name in wanted if name not in PICTURES]
    if unknown:
        print(f"There is no picture “{unknown[0]}”; there are: {', '.join(PICTURES)}.")
        return 2
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    OUT.mkdir(parents=True, exist_ok=True)
    for name, picture in PICTURES.items():
        if wanted and name not in wanted:
            continue
        image = _taken(picture)
        image.save(str(OUT / f"{name}.png"))
        print(f"out/screenshots/{name}.png")
        if picture.kept:
            IMAGES.mkdir(parents=True, exist_ok=True)
            _in_few_colours(image).save(str(IMAGES / f"{name}.png"))
            print(f"docs/images/{name}.png")
    return 0


def _in_few_colours(image: QImage) -> QImage:
    """The same picture in its 256 commonest colours, which a flat one hardly shows."""
    from PySide6.QtCore import Qt

    plain = image.convertToFormat(image.Format.Format_RGB32)
    pixels = memoryview(plain.constBits()).cast("I")
    table = [colour | 0xFF000000 for colour, _ in Counter(pixels).most_common(256)]
    return plain.convertToFormat(
        plain.Format.Format_Indexed8, table, Qt.ImageConversionFlag.AvoidDither
    )


def _taken(picture: Picture) -> QImage:
    from PySide6.QtCore import QEvent, QSettings
    from PySide6.QtWidgets import QApplication

    from blueprint.ui.app import Designer, application
    from blueprint.ui.settings import Settings
    from blueprint.ui.theming import switch_theme
    from blueprint.ui.words import switch_language

    application()
    with tempfile.TemporaryDirectory() as folder:
        store = QSettings(str(Path(folder, "settings.ini")), QSettings.Format.IniFormat)
        os.environ["HOME"] = folder  # no path of this machine is in the pictures
        settings = Settings(store)
        for name in picture.recent:
            settings.remember(_copy(name, picture.language, Path(folder)))
        switch_language(picture.language)
        switch_theme(picture.theme)
        frame = Designer(settings).start()
        frame.resize(*SIZE)
        window = frame.current
        if picture.sample:
            sample = SAMPLES / f"{picture.sample}.{picture.language}.blueprint"
            window.files.open_path(sample)
        _pause(200)
        try:
            return picture.scene(window)
        finally:
            window.session.history.mark_clean()
            frame.close()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _copy(sample: str, language: str, folder: Path) -> Path:
    """A sample as a file of the user's, last changed some while ago."""
    place, ago = LATE[sample]
    folder = folder / "Documents" / place
    folder.mkdir(parents=True, exist_ok=True)
    copy = folder / f"{sample}.blueprint"
    copy.write_bytes((SAMPLES / f"{sample}.{language}.blueprint").read_bytes())
    changed = time.time() - ago
    os.utime(copy, (changed, changed))
    return copy


def _pause(milliseconds: int = 400) -> None:
    """Let what is done in the background come in: pictures of lists, findings of the graph."""
    from PySide6.QtTest import QTest

    QTest.qWait(milliseconds)


def _grabbed(window: MainWindow) -> QImage:
    """The window once its drawing is painted in full."""
    for _ in range(100):
        if window.canvas.picture.is_sharp:
            break
        _pause(50)
    return window.grab().toImage()


# --- scenes ------------------------------------------------------------------------------


def canvas(window: MainWindow) -> QImage:
    """The window at work: a fail point is selected."""
    steps = window.session.document.steps.values()
    window.session.select([step.id for step in steps if step.fail][:1])
    window.canvas.fit_width()
    _pause(600)
    return _grabbed(window)


def wide(window: MainWindow) -> QImage:
    """A moment of truth is selected; the panels make room for a long blueprint."""
    for panel in ("outline", "inspector", "bottom"):
        window.show_panel(panel, False)
    steps = window.session.document.steps.values()
    window.session.select([step.id for step in steps if step.moment_of_truth][:1])
    _pause(200)
    window.canvas.fit_width()
    _pause(400)
    return _grabbed(window)


def whole(window: MainWindow) -> QImage:
    """All of a blueprint, the panels put away."""
    for panel in ("outline", "inspector", "bottom"):
        window.show_panel(panel, False)
    _pause(50)
    window.canvas.fit_all()
    _pause()
    return _grabbed(window)


def welcome(window: MainWindow) -> QImage:
    """The start page with files of late."""
    _pause(1500)
    return _grabbed(window)


def analysis(window: MainWindow) -> QImage:
    """The figures of the blueprint."""
    from blueprint.ui.analysis.view import AnalysisView

    window.show_view("analysis")
    shown = window.views.currentWidget()
    assert isinstance(shown, AnalysisView)
    shown.simulate(shown.assumptions.settings)
    for _ in range(60):
        _pause(500)
        if not shown.assumptions.progress.isVisible():
            break
    _pause(1000)
    return _grabbed(window)


def presentation(window: MainWindow) -> QImage:
    """One moment of the service before an audience."""
    from blueprint.ui.present.presentation import Presentation

    columns = [column.id for column in window.session.document.columns]
    shown = Presentation(window.session.document, columns[min(3, len(columns) - 1)])
    shown.resize(*SIZE)
    shown.show()
    _pause()
    image = shown.grab().toImage()
    shown.close()
    return image


def poster(window: MainWindow) -> QImage:
    """The page that is printed, 1.6 pixels a point."""
    from PySide6.QtGui import QImage

    from blueprint.export.blueprint_sheet import page_sheet
    from blueprint.export.exporter import ExportOptions, Job
    from blueprint.export.png import paint_png

    made = page_sheet(Job(window.session.document, ExportOptions(page="A3")))
    return QImage.fromData(paint_png(made.sheet, scale=1.6))


def report(window: MainWindow) -> QImage:
    """The first pages of the report, side by side."""
    from importlib import import_module
    from typing import Any

    from PySide6.QtGui import QImage

    from blueprint.export.exporter import Job
    from blueprint.export.report import EXPORTER

    reader: Any = import_module("pypdfium2")
    pages = reader.PdfDocument(EXPORTER.write(Job(window.session.document)).content)
    images = []
    for place in range(min(3, len(pages))):
        made = pages[place].render(scale=1.5).to_pil().convert("RGB")
        row = QImage.Format.Format_RGB888
        images.append(QImage(made.tobytes(), made.width, made.height, 3 * made.width, row).copy())
    return _beside(images, len(images))


def comparison(window: MainWindow) -> QImage:
    """A to-be beside the as-is, what differs marked and listed."""
    from blueprint.storage import open_document

    other = open_document(SAMPLES / "restaurant-to-be.en.blueprint").document
    window.comparing.show(other, "Family restaurant, to-be")
    _pause(900)
    return _grabbed(window)


def lesson(window: MainWindow) -> QImage:
    """A lesson on its way: task, checks, the student's own drawing."""
    from blueprint.i18n import current_language

    folder = ROOT / "resources" / "lessons" / current_language()
    window.lessons.begin(folder / "03-line-of-visibility.lesson.md")
    _pause(1200)
    return _grabbed(window)


def parts(window: MainWindow) -> QImage:
    """The drawing's parts in colour, on dark ground and in black and white."""
    from PySide6.QtGui import QImage

    from blueprint.export.blueprint_sheet import drawing_sheet
    from blueprint.export.exporter import ExportOptions, Job
    from blueprint.export.png import paint_png

    images = []
    for look in ("light", "dark", "mono", "contrast-dark"):
        made = drawing_sheet(Job(window.session.document, ExportOptions(theme=look)))
        images.append(QImage.fromData(paint_png(made.sheet, scale=0.8)))
    return _beside(images, 2)


def editing(window: MainWindow) -> QImage:
    """Four states of editing in one picture."""
    scenes = (several, typing, dragging, connecting)
    return _beside([scene(window) for scene in scenes], 2)


def _beside(images: list[QImage], across: int) -> QImage:
    """Several pictures as one, so many in a row."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QImage, QPainter

    smooth = Qt.TransformationMode.SmoothTransformation
    width = SIZE[0] // across
    small = [image.scaledToWidth(width, smooth) for image in images]
    height = max(image.height() for image in small)
    whole = QImage(SIZE[0], height * -(-len(small) // across), QImage.Format.Format_RGB32)
    whole.fill(Qt.GlobalColor.white)
    painter = QPainter(whole)
    for place, image in enumerate(small):
        painter.drawImage((place % across) * width, (place // across) * height, image)
    painter.end()
    return whole


def several(window: MainWindow) -> QImage:
    """Several cards are selected."""
    from blueprint.model.notation import LaneRole

    document = window.session.document
    lane = next(lane.id for lane in document.lanes if lane.role is LaneRole.ONSTAGE)
    window.session.select([id for id, step in document.steps.items() if step.lane == lane][:3])
    _pause()
    return _grabbed(window)


def typing(window: MainWindow) -> QImage:
    """A text is edited in place."""
    steps = window.session.document.steps.values()
    window.session.edit(next((step for step in steps if step.fail), next(iter(steps))).id)
    _pause()
    return _grabbed(window)


def dragging(window: MainWindow) -> QImage:
    """A card is dragged to another lane; neighbours make room."""
    from blueprint.model.notation import LaneRole

    document = window.session.document
    roles = {lane.id: lane.role for lane in document.lanes}
    step = next(s for s in document.steps.values() if roles[s.lane] is LaneRole.ONSTAGE)
    lane = next(lane.id for lane in document.lanes if lane.role is LaneRole.BACKSTAGE)
    start = window.session.layout.card(step.id).box.middle
    end = window.session.layout.cell_box(lane, step.column).middle
    return _dragged(window, start, end)


def connecting(window: MainWindow) -> QImage:
    """A connector is drawn from a handle to another card."""
    from blueprint.model.notation import LaneRole

    document = window.session.document
    layout = window.session.layout
    by_role = {document.lane(step.lane).role: step.id for step in document.steps.values()}
    source, target = by_role[LaneRole.CUSTOMER], by_role[LaneRole.ONSTAGE]
    window.session.select((source,))
    box = layout.card(source).box
    return _dragged(window, (box.middle[0], box.y + box.height), layout.card(target).box.middle)


def palette(window: MainWindow) -> QImage:
    """Everything that can be done, found by typing."""
    window.show_palette("col")
    _pause()
    from PySide6.QtGui import QPainter

    from blueprint.ui.dialogs.palette import Palette

    image = _grabbed(window)
    shown = window.findChild(Palette)
    if shown is not None:
        painter = QPainter(image)
        painter.drawPixmap(window.mapFromGlobal(shown.pos()), shown.grab())
        painter.end()
        shown.close()
    return image


def _dragged(window: MainWindow, start: tuple[float, float], end: tuple[float, float]) -> QImage:
    """The window while the mouse is held over `end`; then the drag is given up."""
    from PySide6.QtCore import QPoint, Qt
    from PySide6.QtTest import QTest

    viewport = window.canvas.viewport()
    first, last = (window.canvas.view.to_screen(*place) for place in (start, end))
    begin, over = QPoint(round(first.x), round(first.y)), QPoint(round(last.x), round(last.y))
    _move(window, begin, held=False)
    _pause(300)
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=begin)
    for place in (begin + QPoint(6, 6), (begin + over) / 2, over):
        _move(window, place, held=True)
    _pause()
    image = _grabbed(window)
    QTest.keyClick(window.canvas, Qt.Key.Key_Escape)
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=over)
    return image


def _move(window: MainWindow, at: object, *, held: bool) -> None:
    from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QApplication

    assert isinstance(at, QPoint)
    viewport = window.canvas.viewport()
    none, left = Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(at),
        QPointF(viewport.mapToGlobal(at)),
        none,
        left if held else none,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(viewport, event)


PICTURES: Final[dict[str, Picture]] = {
    "canvas-light": Picture(canvas, kept=True),
    "canvas-dark": Picture(wide, "hotel", theme="dark", kept=True),
    "canvas-zh": Picture(canvas, language="zh_CN", kept=True),
    "canvas-contrast": Picture(canvas, theme="high_contrast"),
    "welcome": Picture(welcome, "", recent=LATE, kept=True),
    "welcome-dark": Picture(welcome, "", theme="dark", recent=LATE),
    "welcome-zh": Picture(welcome, "", language="zh_CN", recent=LATE, kept=True),
    "analysis": Picture(analysis),
    "analysis-zh": Picture(analysis, language="zh_CN"),
    "compare": Picture(comparison, "restaurant-as-is"),
    "compare-dark": Picture(comparison, "restaurant-as-is", theme="dark"),
    "lesson": Picture(lesson, "", kept=True),
    "lesson-dark": Picture(lesson, "", theme="dark"),
    "lesson-zh": Picture(lesson, "", language="zh_CN", kept=True),
    "presentation": Picture(presentation, "hotel"),
    "pdf-poster": Picture(poster),
    "pdf-report": Picture(report),
    "components": Picture(parts),
    "routing-hotel": Picture(whole, "hotel"),
    "routing-restaurant": Picture(whole, "restaurant-as-is"),
    "routing-parcel-zh": Picture(whole, "parcel", language="zh_CN"),
    "editing-states": Picture(editing, "hotel"),
    "editing-several": Picture(several),
    "editing-typing": Picture(typing),
    "editing-dragging": Picture(dragging, "hotel"),
    "editing-connecting": Picture(connecting, "hotel"),
    "palette": Picture(palette),
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
