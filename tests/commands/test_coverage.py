"""Tests of `python -m dash coverage`."""

import json
from pathlib import Path

import pytest

from dash.__main__ import main
from tests import factories as make


def test_coverage_ends_well_only_when_nothing_is_open(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["coverage", make.write_article(tmp_path, make.ARTICLE), str(folder)]) == 0
    assert "Nothing is open" in capsys.readouterr().out
    more = make.write_article(tmp_path, f"{make.ARTICLE}They crossed in 33 boats.")
    assert main(["coverage", more, str(folder)]) == 1
    out = capsys.readouterr().out
    assert "P6    number     They crossed in [33] boats." in out
    assert "figures.csv" in out


def test_coverage_tells_programs_the_same(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    more = make.write_article(tmp_path, f"{make.ARTICLE}They crossed in 33 boats.")
    assert main(["coverage", more, str(folder), "--format", "json"]) == 1
    told = json.loads(capsys.readouterr().out)
    (found,) = told["open"]
    assert (found["paragraph"], found["kind"], found["words"]) == (6, "number", "33")
    assert told["counts"]["number"]["open"] == 1


def test_coverage_tells_what_it_left_out_in_vain_and_where_the_copy_differs(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with (folder / "dossier.toml").open("a", encoding="utf-8") as file:
        file.write('[[left_out]]\ntext = "ferry"\nreason = "No boat."')
    article = make.write_article(tmp_path, make.ARTICLE.replace("We shall not", "We should not"))
    assert main(["coverage", article, str(folder)]) == 1
    out = capsys.readouterr().out
    assert "“ferry”: it stands nowhere in this copy" in out
    assert "Anchors that do not hold in this copy: 1 of" in out


def test_coverage_without_anything_to_compare_ends_with_2(folder: Path, tmp_path: Path) -> None:
    assert main(["coverage", str(tmp_path / "absent.txt"), str(folder)]) == 2
    assert main(["coverage", make.write_article(tmp_path, " "), str(folder)]) == 2
    assert main(["coverage", make.write_article(tmp_path, make.ARTICLE), str(tmp_path)]) == 2
