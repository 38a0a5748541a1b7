"""Tests of dash.dossier.loaders: from a folder to a dossier, or to every reason why not."""

import gc
import shutil
import tempfile
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dash.dossier.loaders import STEPS, dossier_folder, load_dossier, open_dossier
from dash.dossier.model import Dossier
from dash.schema.problems import DossierError
from tests import factories as make
from tests import parts
from tests.yardstick import within


def test_a_sound_folder_loads_whole_and_typed(tmp_path: Path) -> None:
    dossier = load_dossier(make.write(tmp_path))
    assert dossier.story.title == "A quarrel over a bridge"
    assert {name: len(dossier.table(name)) for name in make.table_names()} == {
        name: len(rows) for name, rows in make.rows().items()
    }
    many = dossier.figures.loc["hurt-many"]
    assert many["low"] == 12.0
    assert dossier.figures["in_story"].tolist() == [True, False]
    assert pd.isna(many["best"])
    assert dossier.slides.index.tolist() == [1]


def test_what_one_caller_changes_no_other_sees(tmp_path: Path) -> None:
    dossier = load_dossier(make.write(tmp_path))
    mine = dossier.figures
    mine.loc["hurt-many", "low"] = 99
    assert dossier.figures.at["hurt-many", "low"] == 12


def test_every_problem_is_told_with_file_line_column_and_value(tmp_path: Path) -> None:
    folder = make.write(
        tmp_path,
        figures=[
            make.figure(),
            make.context_figure(low="many"),
            make.figure(id="other", bound="some"),
        ],
        quotes=[make.quote(speaker="nobody")],
    )
    with pytest.raises(DossierError) as caught:
        load_dossier(folder)
    told = {(p.file, p.line, p.column, p.value) for p in caught.value.problems}
    assert told == {
        ("figures.csv", 3, "low", "many"),
        ("figures.csv", 4, "bound", "some"),
        ("quotes.csv", 2, "speaker", "nobody"),
    }
    assert "quotes.csv, line 2, speaker: found 'nobody', expected ids of rows of actors" in str(
        caught.value
    )


def test_lines_count_from_the_file_even_after_a_cell_of_several_lines(tmp_path: Path) -> None:
    dossier = make.dossier(
        tmp_path,
        quotes=[make.quote(note="one\ntwo\nthree"), make.quote(id="Q2", topic="weather")],
        differences=[],
    )
    assert [(p.line, p.column) for p in dossier.problems] == [(5, "topic")]


def test_a_broken_table_leaves_the_others_usable(tmp_path: Path) -> None:
    folder = make.write(tmp_path)
    (folder / "quotes.csv").write_bytes(b"id,speech\n\xc3\xa9\xff\xfe")
    dossier = open_dossier(folder)
    assert len(dossier.figures) == 2
    assert dossier.story.title
    with pytest.raises(DossierError, match=r"quotes\.csv, line 2: .*expected text in UTF-8"):
        _ = dossier.quotes


def test_a_table_that_cannot_be_read_makes_no_noise_in_others(tmp_path: Path) -> None:
    folder = make.write(tmp_path)
    (folder / "actors.csv").write_bytes(b"\x81")
    assert {problem.file for problem in open_dossier(folder).problems} == {"actors.csv"}


def test_what_people_type_is_read_and_told(tmp_path: Path) -> None:
    given = make.context_figure(best="", low="1,490", high="1,517", bound="range", in_story="No")
    dossier = make.dossier(tmp_path, figures=[make.figure(), given | {"as_of": "13.04.2020"}])
    assert not dossier.problems
    row = dossier.record("figures", given["id"])
    assert (row["low"], row["high"], row["in_story"]) == (1490, 1517, False)
    assert row["as_of"] == "2020-04-13"
    assert "figures.csv: line 3, high: read 1,517 as 1517" in map(str, dossier.hints)


@pytest.mark.parametrize(
    ("column", "cell", "likely"),
    [
        ("high", "1.517", "1517 if"),
        ("as_of", "4532", "1912-05-28 if"),
        ("as_of", "4/5/1912", "1912-05-"),
    ],
)
def test_what_is_in_doubt_is_refused_with_its_likely_meaning(
    column: str, cell: str, likely: str, tmp_path: Path
) -> None:
    given = make.context_figure() | {column: cell}
    (problem,) = make.dossier(tmp_path, figures=[make.figure(), given]).problems
    assert (problem.file, problem.line, problem.column, problem.value) == (
        *("figures.csv", 3),
        *(column, cell),
    )
    assert f"Write {likely}" in problem.hint


def test_a_folder_without_a_dossier_is_one_problem_and_names_one_inside(tmp_path: Path) -> None:
    make.write(tmp_path / "mine")
    with pytest.raises(DossierError) as error:
        load_dossier(tmp_path)
    (problem,) = error.value.problems
    assert problem.value == "neither dossier.toml nor a table"
    assert problem.hint == f"Did you mean `{tmp_path / 'mine'}`?"


def test_an_empty_folder_lacks_the_frame_and_the_sources(tmp_path: Path) -> None:
    files = {problem.file for problem in open_dossier(tmp_path / "nowhere").problems}
    assert files == {"dossier.toml", "sources.csv"}


def test_the_least_that_opens_is_a_title_a_language_and_a_source(tmp_path: Path) -> None:
    dossier = open_dossier(parts.write(tmp_path, parts.Parts(tables=(), frame=())))
    assert not dossier.problems
    assert dossier.absent == set(make.table_names()) - {"sources"}
    assert all(dossier.table(name).empty for name in dossier.absent)
    assert (dossier.story.published, dossier.story.comparison.measure) == ("2020-05-06", None)


def test_a_table_that_is_meant_by_another_name_is_not_taken_for_absent(tmp_path: Path) -> None:
    folder = make.write(tmp_path)
    (folder / "events.csv").rename(folder / "Events.csv")
    (problem,) = open_dossier(folder).problems
    assert (problem.file, problem.value) == ("events.csv", "Events.csv")


def test_a_table_of_which_a_link_leads_nowhere_is_not_absent(tmp_path: Path) -> None:
    folder = make.write(tmp_path)
    (folder / "events.csv").unlink()
    (folder / "events.csv").symlink_to("nowhere")
    (problem,) = open_dossier(folder).problems
    assert problem.file == "events.csv"


def test_the_environment_names_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOSSIER", str(tmp_path))
    assert dossier_folder() == tmp_path
    monkeypatch.delenv("DOSSIER")
    assert dossier_folder() == Path(__file__).parents[2] / "data"


DAMAGE = st.one_of(
    st.binary(max_size=400),
    st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")),
)


@pytest.mark.slow
@settings(max_examples=60)
@given(
    name=st.sampled_from([*(f"{name}.csv" for name in make.table_names()), "dossier.toml"]),
    damage=DAMAGE,
    where=st.floats(0, 1),
    keep=st.booleans(),
)
def test_a_damaged_file_ends_in_a_dossier_error_or_loads(
    name: str, damage: bytes, where: float, *, keep: bool
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = make.write(Path(folder)) / name
        content = file.read_bytes()
        cut = int(where * len(content))
        file.write_bytes(content[:cut] + damage + (content[cut:] if keep else b""))
        _load_or_dossier_error(Path(folder))


@pytest.mark.slow
@settings(max_examples=80)
@given(table=st.sampled_from(make.table_names()), data=st.data())
def test_any_text_in_any_cell_ends_in_a_dossier_error_or_loads(
    table: str, data: st.DataObject
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        row = make.rows()[table][0]
        column = data.draw(st.sampled_from(sorted(row)))
        odd = st.sampled_from(["nan", "inf", "1e999", "-0", "1_000", "NULL", "NA", ";", "a;;b"])
        value = data.draw(odd | st.text(st.characters(codec="utf-8"), max_size=30))
        dossier_rows = [row | {column: value}, *make.rows()[table][1:]]
        _load_or_dossier_error(make.write(Path(folder), **{table: dossier_rows}))


def _load_or_dossier_error(folder: Path) -> None:
    try:
        dossier = load_dossier(folder)
    except DossierError as error:
        problems = error.problems
    else:
        problems = dossier.problems
        tables = [dossier.table(name) for name in make.table_names()]
        assert all(table.index.is_unique for table in tables)
        return
    assert problems
    assert all(problem.expected for problem in problems)


@pytest.mark.timing
def test_a_large_dossier_is_read_in_three_seconds_of_cpu(shipped: Dossier, tmp_path: Path) -> None:
    folder = tmp_path / "large"
    shutil.copytree(shipped.folder, folder)
    for name, count in (("quotes", 50_000), ("figures", 20_000), ("places", 5_000)):
        _repeat(folder / f"{name}.csv", count)
    with within(3):
        dossier = open_dossier(folder)
    assert dossier.problems == ()
    assert len(dossier.quotes) == 50_000


def _repeat(file: Path, count: int) -> None:
    """Write the rows of a table over and over, each under an id of its own."""
    table = pd.read_csv(file, dtype=str, keep_default_na=False)
    copies = [table]
    for number in range(1, count // len(table) + 1):
        copy = table.assign(id=table["id"] + f"-copy{number}")
        for column in {"replies_to", "subset_of", "same_as", "replaces", "series"} & set(copy):
            copy[column] = ""
        copies.append(copy)
    pd.concat(copies).head(count).to_csv(file, index=False)


def test_the_collector_of_garbage_is_left_as_it_was(tmp_path: Path) -> None:
    make.write(tmp_path)
    assert gc.isenabled()
    open_dossier(tmp_path)
    assert gc.isenabled()
    gc.disable()
    try:
        open_dossier(tmp_path)
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_each_step_is_reported_before_it_begins(tmp_path: Path) -> None:
    make.write(tmp_path)
    told: list[str] = []
    open_dossier(tmp_path, told.append)
    assert len(told) == STEPS
    assert told[1:-2] == make.table_names()


def test_a_clock_at_fault_takes_the_events_alone_and_is_told_once(tmp_path: Path) -> None:
    story = make.STORY.replace('date = "2020-05-06"', 'date = "2020-06-31"')
    events = [make.event(relative="true", locator="P2")]
    (problem,) = make.dossier(tmp_path / "bridge", story, events=events).problems
    assert problem.column == "clocks 1, date"
