"""Pins every requirement by version and hash, for all systems at once.

`pip-compile` resolves for the system that it runs on. What the other systems need besides
(`ELSEWHERE`) is pinned in the same way and added under its marker. Neither file names an index,
so that pip takes the packages from wherever its own settings say.

    python -m pip install pip-tools && python tools/pin.py [--upgrade]
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
EXTRAS = ["desktop", "cluster", "dev"]
ELSEWHERE = {"colorama": 'sys_platform == "win32"'}
FILES = {
    "requirements.txt": ("What the program needs, the window included.", ["desktop"]),
    "requirements-dev.txt": ("What its tests and checks need as well.", EXTRAS),
}


def main() -> None:
    for name, (purpose, extras) in FILES.items():
        options = [f"--extra={extra}" for extra in extras]
        pinned = _compiled(ROOT / "pyproject.toml", *options, keep=ROOT / name)
        known = {line.split("==")[0] for line in pinned.splitlines() if "==" in line}
        for package, marker in ELSEWHERE.items():
            if package not in known:
                pinned += _under_marker(package, marker)
        head = f"# {purpose} Made by tools/pin.py; do not edit.\n"
        (ROOT / name).write_text(head + pinned, encoding="utf-8")


def _under_marker(package: str, marker: str) -> str:
    with tempfile.TemporaryDirectory() as folder:
        wanted = Path(folder, "wanted.in")
        wanted.write_text(f"{package}\n", encoding="utf-8")
        first, *rest = _compiled(wanted).splitlines(keepends=True)
    return first.replace(" \\", f" ; {marker} \\", 1) + "".join(rest)


def _compiled(source: Path, *options: str, keep: Path | None = None) -> str:
    """The pins of `source`; versions in `keep` stay unless `--upgrade` was asked for."""
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder, "pinned.txt")
        if keep is not None and keep.exists() and "--upgrade" not in sys.argv:
            output.write_bytes(keep.read_bytes())
        command = ["--generate-hashes", "--allow-unsafe", "--strip-extras", "--no-header"]
        command += ["--no-annotate", "--no-emit-index-url", "--no-emit-trusted-host"]
        command += ["--no-emit-find-links", "--no-emit-options", "--quiet"]
        command += [f"--output-file={output}"]
        subprocess.run(
            [sys.executable, "-m", "piptools", "compile", *command, *options, str(source)],
            check=True,
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
        )
        return output.read_text(encoding="utf-8")


if __name__ == "__main__":
    main()
