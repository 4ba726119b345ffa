"""Make Blueprint Sans again: one TrueType family for Latin, Greek, Cyrillic and simplified Chinese.

Run by hand, when the fonts should change (resources/fonts/README.md says why we merge our own):

    python tools/make_font.py UNIHAN [FOLDER]

UNIHAN is Unicode's Unihan_OtherMappings.txt, packed with bzip2 or not (Debian: package
unicode-data). Needs npm and fontTools. Afterwards run tools/make_advances.py.
"""

from __future__ import annotations

import bz2
import re
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

FAMILY: Final = "Blueprint Sans"
LATIN: Final = "@expo-google-fonts/noto-sans@0.4.2"
HAN: Final = "@expo-google-fonts/noto-sans-sc@0.4.3"
WEIGHTS: Final = {"Regular": "400Regular", "Bold": "700Bold"}

LATIN_RANGES: Final = (
    (0x0020, 0x024F),
    (0x0300, 0x052F),
    (0x1E00, 0x1EFF),
    (0x2010, 0x205F),
    (0x2070, 0x20BF),
    (0x2100, 0x22FF),
)
SIGN_RANGES: Final = (
    (0x2002, 0x2003),
    (0x2100, 0x22FF),
    (0x2460, 0x27BF),
    (0x3000, 0x30FF),
    (0xFF00, 0xFFEF),
)
FEATURES: Final = ["kern", "mark", "mkmk", "ccmp"]
ASCENT: Final = 1160
DESCENT: Final = -288
TYPO: Final = (880, -120)


def main(unihan: Path, folder: Path) -> None:
    common = set(common_characters(mappings(unihan)))
    with tempfile.TemporaryDirectory() as scratch:
        work = Path(scratch)
        latin, han = (fetched(package, work) for package in (LATIN, HAN))
        for name, weight in WEIGHTS.items():
            made = folder / f"BlueprintSans-{name}.ttf"
            merge(font_file(latin, weight), font_file(han, weight), common, made, work)
            print(f"{made}: {made.stat().st_size:,} bytes")


def fetched(package: str, work: Path) -> Path:
    """The folder of an unpacked npm package."""
    folder = work / re.sub(r"\W+", "-", package)
    folder.mkdir()
    subprocess.run(["npm", "pack", package], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    with tarfile.open(next(folder.glob("*.tgz"))) as archive:
        archive.extractall(folder, filter="data")
    return folder / "package"


def font_file(package: Path, weight: str) -> Path:
    return next((package / weight).glob("*.ttf"))


def mappings(file: Path) -> str:
    """The text of Unihan_OtherMappings.txt, packed with bzip2 or not."""
    content = file.read_bytes()
    return (bz2.decompress(content) if file.suffix == ".bz2" else content).decode("utf-8")


def common_characters(unihan: str) -> Iterator[int]:
    """The 8,105 characters of the table of general standard Chinese characters (kTGH)."""
    for code in re.findall(r"^U\+([0-9A-F]+)\tkTGH\t", unihan, re.MULTILINE):
        yield int(code, 16)


def gb2312() -> Iterator[int]:
    """All characters of GB 2312."""
    for lead in range(0xA1, 0xF8):
        for trail in range(0xA1, 0xFF):
            try:
                yield ord(bytes((lead, trail)).decode("gb2312"))
            except UnicodeDecodeError:
                continue


def spread(ranges: Iterable[tuple[int, int]]) -> set[int]:
    return {code for first, last in ranges for code in range(first, last + 1)}


def merge(latin: Path, han: Path, common: set[int], made: Path, work: Path) -> None:
    """One font of what is wanted of both; the first goes before the second."""
    from fontTools.merge import Merger

    first = subset(latin, spread(LATIN_RANGES), work / "latin.ttf")
    wanted = (set(gb2312()) | common | spread(SIGN_RANGES)) - first
    subset(han, wanted, work / "han.ttf")
    font = Merger().merge([str(work / "latin.ttf"), str(work / "han.ttf")])
    finish(font, made.stem.rpartition("-")[2])
    font.save(made)


def subset(source: Path, wanted: set[int], target: Path) -> set[int]:
    """Write `target` with the wanted characters of `source`; returns those that it has."""
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont

    options = Options(hinting=False, layout_features=FEATURES, notdef_outline=True)
    options.drop_tables += ["vhea", "vmtx", "VORG", "BASE", "gasp"]
    font = TTFont(source)
    maker = Subsetter(options)
    maker.populate(unicodes=wanted)
    maker.subset(font)
    font.save(target)
    return set(font.getBestCmap())


def finish(font: Any, style: str) -> None:
    """Set the metrics of lines and the names."""
    font["hhea"].ascent = font["OS/2"].usWinAscent = ASCENT
    font["hhea"].descent = DESCENT
    font["OS/2"].usWinDescent = -DESCENT
    font["OS/2"].sTypoAscender, font["OS/2"].sTypoDescender = TYPO
    font["hhea"].lineGap = font["OS/2"].sTypoLineGap = 0
    names = {1: FAMILY, 2: style, 4: f"{FAMILY} {style}", 6: f"BlueprintSans-{style}"}
    for number in (16, 17, 21, 22, 25):
        font["name"].removeNames(nameID=number)
    for number, text in names.items():
        font["name"].removeNames(nameID=number)
        font["name"].setName(text, number, 3, 1, 0x409)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        raise SystemExit(__doc__)
    default = Path(__file__).parent.parent / "resources" / "fonts"
    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else default)
