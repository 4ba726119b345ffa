"""Which links lead to another blueprint, and from where."""

from __future__ import annotations

from pathlib import Path

import pytest

from blueprint.model.links import linked_path, names_a_whole_path, path_from


@pytest.mark.parametrize(
    ("link", "path"),
    [
        ("parts/pay.blueprint", "parts/pay.blueprint"),
        ("./parts\\pay.BLUEPRINT ", "parts/pay.BLUEPRINT"),
        ("../steps.csv", "../steps.csv"),
        ("支付.xlsx", "支付.xlsx"),
        ("https://example.org/steps.csv", ""),
        ("C:\\pay.blueprint", ""),
        ("\\\\host\\share\\pay.blueprint", ""),
        ("/pay.blueprint", ""),
        ("~/pay.blueprint", ""),
        ("pay.exe", ""),
        ("file:///pay.blueprint", ""),
        ("pay\u202e.blueprint", ""),
        ("", ""),
    ],
)
def test_a_link_leads_to_blueprints_and_tables_beside_its_file(link: str, path: str) -> None:
    assert linked_path(link) == path


@pytest.mark.parametrize("path", ["/a.blueprint", "C:\\a.csv", "\\\\host\\a.xlsx", "~/a.tsv"])
def test_a_whole_path_is_known_as_one(path: str) -> None:
    assert names_a_whole_path(path)
    assert not names_a_whole_path("a/b.blueprint")
    assert not names_a_whole_path("https://example.org")


def test_the_path_between_two_files_has_forward_slashes(tmp_path: Path) -> None:
    file = tmp_path / "parts" / "pay.blueprint"
    assert path_from(tmp_path, file) == "parts/pay.blueprint"
    assert path_from(tmp_path / "a" / "b", file) == "../../parts/pay.blueprint"
