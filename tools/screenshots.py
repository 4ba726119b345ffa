"""Draws the pictures of the readme and the guide anew, with the real window and no screen."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"
SIZE = (1900, 980)
PICTURES = {
    "canvas-light.png": ("en", "light", "shoeshine.en"),
    "canvas-dark.png": ("en", "dark", "shoeshine.en"),
    "canvas-zh.png": ("zh_CN", "light", "shoeshine.zh_CN"),
}


def main() -> None:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    IMAGES.mkdir(parents=True, exist_ok=True)
    for name, (language, theme, sample) in PICTURES.items():
        _draw(IMAGES / name, language, theme, ROOT / "resources/samples" / f"{sample}.blueprint")
        print(f"docs/images/{name}")


def _draw(picture: Path, language: str, theme: str, sample: Path) -> None:
    from PySide6.QtCore import QSettings
    from PySide6.QtTest import QTest

    from blueprint.ui.app import Designer, application
    from blueprint.ui.settings import Settings
    from blueprint.ui.theming import switch_theme
    from blueprint.ui.words import switch_language

    application()
    with tempfile.TemporaryDirectory() as folder:
        store = QSettings(str(Path(folder, "settings.ini")), QSettings.Format.IniFormat)
        switch_language(language)
        switch_theme(theme)
        window = Designer(Settings(store)).start()
        window.resize(*SIZE)
        window.files.open_path(sample)
        QTest.qWait(100)
        steps = window.session.document.steps.values()
        window.session.select([step.id for step in steps if step.fail][:1])
        window.canvas.zoom_to(1)
        QTest.qWait(600)  # findings of the whole graph come from the background
        window.grab().save(str(picture))
        window.close()


if __name__ == "__main__":
    main()
