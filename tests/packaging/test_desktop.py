"""What a Linux desktop reads of the program fits together."""

from __future__ import annotations

import configparser
from typing import Final
from xml.etree import ElementTree

from blueprint.resources import resource
from tests.architecture.sources import ROOT

NAME: Final = "blueprint-designer"
MIME: Final = "{http://www.freedesktop.org/standards/shared-mime-info}"


def entry() -> configparser.SectionProxy:
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[method-assign,assignment]
    parser.read(resource(f"desktop/{NAME}.desktop"), encoding="utf-8")
    return parser["Desktop Entry"]


def test_the_entry_starts_a_command_that_is_installed_and_hands_it_files() -> None:
    command, argument = entry()["Exec"].split()
    scripts = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert f"\n{command} = " in scripts
    assert argument == "%F"


def test_the_entry_is_in_both_languages_and_has_an_icon() -> None:
    found = entry()
    for key in ("Name", "GenericName", "Comment"):
        assert found[key], key
        assert found[f"{key}[zh_CN]"], key
    assert found["Icon"] == NAME
    assert ElementTree.parse(resource(f"desktop/{NAME}.svg")).getroot().tag.endswith("svg")


def test_the_type_of_files_is_the_one_that_the_entry_opens() -> None:
    root = ElementTree.parse(resource(f"desktop/{NAME}.xml")).getroot()
    [kind] = root.findall(f"{MIME}mime-type")
    assert kind.get("type") in entry()["MimeType"].split(";")
    assert [glob.get("pattern") for glob in kind.findall(f"{MIME}glob")] == ["*.blueprint"]


def test_software_centres_find_the_entry() -> None:
    root = ElementTree.parse(resource(f"desktop/{NAME}.metainfo.xml")).getroot()
    assert root.get("type") == "desktop-application"
    assert root.findtext("launchable") == f"{NAME}.desktop"
    assert root.findtext("metadata_license")
    assert root.findtext("summary")
