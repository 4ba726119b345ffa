"""A window from a cold start until it is painted: an empty one of Qt, or the designer.

`python benchmarks/programs/window.py empty|designer [FILE]`. Prints the megabytes that the
process holds once the window is painted, and ends at once.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
_ROUNDS = 20
"""How often the events are processed at least, so that nothing is left waiting."""


def main(words: list[str]) -> None:
    if words[0] == "empty":
        _empty()
    else:
        _designer([Path(word) for word in words[1:]])
    print(_megabytes(), flush=True)
    os._exit(0)


def _empty() -> None:
    from PySide6.QtWidgets import QApplication, QMainWindow

    app = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.resize(1600, 1000)
    window.show()
    for _ in range(_ROUNDS):
        app.processEvents()


def _designer(files: list[Path]) -> None:
    from PySide6.QtCore import QSettings

    from blueprint.ui.app import Designer, application
    from blueprint.ui.settings import Settings

    app = application()
    folder = tempfile.mkdtemp()
    store = QSettings(str(Path(folder) / "settings.ini"), QSettings.Format.IniFormat)
    frame = Designer(Settings(store)).start()
    frame.resize(1600, 1000)
    window = frame.current
    for _ in range(_ROUNDS):
        app.processEvents()
    for file in files:
        window.files.open_path(file)
        for _ in range(_ROUNDS):
            app.processEvents()
        while not window.canvas.picture.is_sharp:
            app.processEvents()


def _megabytes() -> float:
    """What the process holds now; its peak where the system does not tell."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    except OSError:
        import resource

        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return pages * os.sysconf("SC_PAGE_SIZE") / 1024 / 1024


if __name__ == "__main__":
    main(sys.argv[1:])
