"""Tests of `python -m dash incidents`: what it takes, what it refuses, and what it says."""

import os
import signal
import zipfile
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from dash.__main__ import main
from dash.importing import importing, writing
from dash.importing.writing import Writer
from tests import factories as make
from tests.importing import events

Told = pytest.CaptureFixture[str]
SIDES = '\n[incidents.sides]\ndeaths_a = ["Government of Valley"]\ndeaths_b = ["Upton Front"]\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make.write(tmp_path / "dossier", make.STORY + make.INCIDENTS + SIDES)


def _rows(folder: Path) -> list[dict[str, Any]]:
    files = sorted((folder / "incidents").rglob("*.parquet"))
    return [row for file in files for row in pq.read_table(file, partitioning=None).to_pylist()]


def _nothing_written(folder: Path) -> bool:
    names = [file.name for file in folder.iterdir()]
    return "incidents" not in names and not any(name.startswith(".inc") for name in names)


def test_an_event_of_ucdp_is_taken_and_the_dossier_passes(folder: Path, capsys: Told) -> None:
    file = events.write(folder.parent / "ged.csv", [events.ged(), events.ged(id=2, low=9)])
    assert main(["incidents", str(file), str(folder)]) == 0
    told = capsys.readouterr()
    assert "Taken: 2 rows, 13 April 2014: 10 deaths (13 to 14)." in told.out
    assert "In 1 row low, best and high stand in another order in the source" in told.out
    assert "CC BY 4.0" in told.out
    first, second = _rows(folder)
    assert (first["deaths_a"], first["deaths_b"], first["deaths_civilians"]) == (2, 1, 2)
    assert (first["low"], first["best"], first["high"], first["sic"]) == (4, 5, 7, False)
    assert (first["place"], first["longitude"], first["latitude"]) == ("Upton town", 2.0, 3.0)
    assert (first["first_day"].isoformat(), first["id"], first["source"]) == (
        "2014-04-13",
        "149866",
        "paper",
    )
    assert second["sic"]
    assert main(["check", str(folder)]) == 0


def test_deaths_of_a_side_that_is_no_party_are_of_a_side_not_known(
    folder: Path, capsys: Told
) -> None:
    rows = [
        events.ged(id=1, side_b="Upton Front"),
        events.ged(id=2, side_b="Lower Front", deaths_b=3, best=7),
        events.ged(id=3, side_a="Upton Front", side_b="Government of Valley"),
    ]
    file = events.write(folder.parent / "ged.csv", rows)
    assert main(["incidents", str(file), str(folder)]) == 0
    first, other, turned = _rows(folder)
    assert (first["deaths_b"], first["deaths_unknown"]) == (1, 0)
    assert (other["deaths_a"], other["deaths_b"], other["deaths_unknown"]) == (2, 0, 3)
    assert (turned["deaths_a"], turned["deaths_b"]) == (1, 2)
    told = capsys.readouterr().out
    assert "Lower Front 3, as dossier.toml gives these sides to no party" in told


def test_the_export_of_hdx_has_a_row_of_tags_and_cells_of_several_lines(
    folder: Path, capsys: Told
) -> None:
    broken = events.ged(source_original='Agency\nand "another"\n\nagency', id=2)
    file = events.write(folder.parent / "hdx.csv", [events.TAGS, broken, events.ged(best=6)])
    assert main(["incidents", str(file), str(folder)]) == 1
    # The names, the tags, four lines of the first event, and then the damaged one.
    assert "hdx.csv, line 7, best: found '6', expected the sum" in capsys.readouterr().err
    events.write(file, [events.TAGS, broken])
    assert main(["incidents", str(file), str(folder)]) == 0
    assert "Read: line 2 is a row of HXL tags" in capsys.readouterr().out


def test_acled_has_one_number_and_no_sides_and_is_not_to_be_published(
    folder: Path, capsys: Told
) -> None:
    rows = [
        events.acled(),
        events.acled(
            event_id_cnty="VAL2", event_date="2023-02-01", time_precision=3, geo_precision=3
        ),
        events.acled(event_type="Protests", fatalities=0),
    ]
    file = events.write(folder.parent / "acled.csv", rows, events.ACLED)
    assert main(["incidents", str(file), str(folder)]) == 0
    told = capsys.readouterr().out
    assert "Do not publish this table" in told
    assert "low and high are the same here" in told
    assert "1  nobody was killed" in told
    first, second = _rows(folder)
    assert first["deaths_unknown"] == first["low"] == first["best"] == first["high"] == 3
    assert first["first_day"].isoformat() == "2023-01-31"
    assert (first["when_precision"], first["where_precision"]) == (1, 2)
    assert (second["when_precision"], second["where_precision"]) == (4, 4)
    metadata = pq.read_schema(folder / "incidents" / "recorded_deaths.parquet").metadata
    assert metadata[b"may_be_published"] == b"no"
    assert main(["check", str(folder)]) == 0
    assert "Hint: incidents: the licence of these rows forbids" in capsys.readouterr().out


MAPPING = """
name = "The city's register"
separator = ";"

[columns]
first_day = "Tag"
place = ["Ort", "Kreis"]
longitude = "x"
latitude = "y"
where_precision = "Lage"
deaths_civilians = "Zivile"
best = "Tote"

[always]
when_precision = 1

[words.where_precision]
genau = 1
Kreis = 3
"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_mapping_reads_any_other_file(encoding: str, folder: Path, capsys: Told) -> None:
    file, mapping = folder.parent / "register.csv", folder.parent / "register.toml"
    mapping.write_text(MAPPING, encoding="utf-8")
    text = 'Tag;Ort;Kreis;x;y;Lage;Zivile;Tote\r\n13.04.2014;Köln;;6,96;50,94;Genau;2;"1,517"\r\n'
    file.write_bytes((text + "14.04.2014;;Süd;;;Kreis;0;1;\r\n").encode(encoding))
    assert main(["incidents", str(file), str(folder), "--mapping", str(mapping)]) == 0
    first, second = _rows(folder)
    assert (first["place"], second["place"]) == ("Köln", "Süd")
    assert (first["longitude"], second["longitude"]) == (6.96, None)
    assert (first["best"], first["deaths_civilians"], first["deaths_unknown"]) == (1517, 2, 1515)
    assert (first["where_precision"], second["where_precision"]) == (1, 3)
    told = capsys.readouterr().out
    assert ("Windows-1252" in told) == (encoding == "cp1252")
    assert "equal to another" not in told
    file.write_bytes(f"{text}13.04.2014;Köln;;6.96;50.94;genau;2;1517\n".encode())
    assert main(["incidents", str(file), str(folder), "--mapping", str(mapping), "--replace"]) == 0
    assert "1 row equal to another in all that is read" in capsys.readouterr().out


def test_parquet_and_a_zip_are_read_as_the_csv_is(folder: Path) -> None:
    file = events.write(folder.parent / "ged.csv", [events.ged()])
    zipped = folder.parent / "ged.zip"
    with zipfile.ZipFile(zipped, "w") as archive:
        archive.write(file, "GEDEvent.csv")
    parquet = folder.parent / "ged.parquet"
    pq.write_table(make.table_of([events.ged()]), parquet)
    told = []
    for each in (file, zipped, parquet):
        assert main(["incidents", str(each), str(folder), "--replace"]) == 0
        told.append(_rows(folder))
    assert told[0] == told[1] == told[2]


def test_an_event_of_two_downloads_is_taken_once(
    folder: Path, capsys: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = events.ged(side_b="Hillmen"), events.ged(id=2, date_end="2014-04-14")
    file = events.write(folder.parent / "ged.csv", [one, other, one])
    monkeypatch.setattr(writing, "MOST_WAITING", 2)
    assert main(["incidents", str(file), str(folder)]) == 0
    told = capsys.readouterr().out
    assert "Taken: 2 rows, 13 to 14 April 2014: 10 deaths (8 to 14)." in told
    assert "1  an event that stands there already, in an equal row" in told
    assert "Hillmen 2, events that stand twice counted twice, as" in told
    assert sorted(row["id"] for row in _rows(folder)) == ["149866", "2"]
    assert len(list((folder / "incidents").glob("year=2014/*.parquet"))) == 1
    events.write(file, [one, other, events.ged(id=2, high=8)])
    assert main(["incidents", str(file), str(folder), "--replace"]) == 1
    assert "1 id of events (2) in more than one row, and the rows differ" in capsys.readouterr().err
    assert len(_rows(folder)) == 2


def test_what_is_not_asked_for_is_counted_by_its_reason(folder: Path, capsys: Told) -> None:
    rows = [
        events.ged(),
        events.ged(country="Hills", best="damaged"),
        events.ged(type_of_violence=3),
        events.ged(dyad_name="Valley - Hillmen"),
        events.ged(date_start="2013-12-31", date_end="2014-01-01"),
        events.ged(date_start="2016-01-01", date_end="2016-01-01"),
    ]
    file = events.write(folder.parent / "ged.csv", rows)
    asked = ["--country", "valley", "--type", "state-based", "--without", "Valley - Hillmen"]
    span = ["--from", "2014", "--to", "2015"]
    assert main(["incidents", str(file), str(folder), *asked, *span]) == 0
    told = capsys.readouterr().out
    for reason in ("another country than valley", "another type than state-based", "before 2014"):
        assert f"1  {'begins ' if 'before' in reason else ''}{reason}" in told
    assert "1  left out by name: Valley - Hillmen" in told
    assert "1  begins after 2015" in told
    assert len(_rows(folder)) == 1
    assert main(["incidents", str(file), str(folder), "--country", "Vally", "--replace"]) == 1
    assert "The file has no country “Vally”. Did you mean “Valley”?" in capsys.readouterr().err
    assert len(_rows(folder)) == 1


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"date_start": "2014-02-30"}, "date_start: found '2014-02-30', expected a day of the"),
        ({"date_start": "4/5/2014"}, "It is 2014-05-04 or 2014-04-05."),
        ({"date_start": ""}, "date_start: found nothing, expected a day"),
        ({"date_end": "2014-04-12"}, "date_end: found '2014-04-12', expected a day that is not"),
        ({"latitude": "137.8", "longitude": "48"}, "may have changed places"),
        ({"latitude": "48 N"}, "latitude: found '48 N', expected degrees"),
        ({"latitude": ""}, "expected longitude and latitude, or neither"),
        ({"best": "1.517"}, "1517 if the point groups thousands"),
        ({"deaths_a": "-2", "best": 1}, "deaths_a: found '-2', expected a whole number from 0"),
        ({"deaths_a": "2.5"}, "deaths_a: found '2.5', expected a whole number"),
        ({"deaths_a": "9" * 30}, "expected a whole number"),
        ({"best": 6}, "expected the sum of deaths_a, deaths_b"),
        ({"where_prec": 8}, "where_prec: found '8', expected a whole number from 1 to 7"),
        ({"date_prec": "NA"}, "date_prec: found 'NA', expected a whole number"),
        ({"type_of_violence": 4}, "one of 1, 2, 3"),
        ({"where_coordinates": "", "adm_1": "", "country": ""}, "found nothing, expected text"),
    ],
)
def test_a_damaged_row_is_told_with_file_line_and_column(
    changes: dict[str, object], told: str, folder: Path, capsys: Told
) -> None:
    file = events.write(folder.parent / "ged.csv", [events.ged(), events.ged(**changes)])
    assert main(["incidents", str(file), str(folder)]) == 1
    err = capsys.readouterr().err
    assert "ged.csv, line 3, " in err
    assert told in err
    assert "1 damaged row of 2 in ged.csv: nothing is written" in err
    assert _nothing_written(folder)
    assert main(["incidents", str(file), str(folder), "--leave-out-damaged"]) == 0
    assert "1  damaged" in capsys.readouterr().out
    assert len(_rows(folder)) == 1


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("1,2,3\n", "line 3: found '3 cells', expected 49 cells"),
        ('1,"open,2\n', "line 3: found 'letters behind a closing quotation mark'"),
        ('1,"a"b,2\n', "line 3: found 'letters behind a closing quotation mark'"),
    ],
)
def test_a_torn_row_is_told_and_those_after_it_are_read(
    line: str, told: str, folder: Path, capsys: Told
) -> None:
    first, *rows = events.lines([events.ged(source_article="x"), events.ged(relid="q, q")])
    file = folder.parent / "ged.csv"
    file.write_text(first + rows[0] + line + rows[1], encoding="utf-8")
    assert main(["incidents", str(file), str(folder)]) == 1
    assert told in capsys.readouterr().err


def test_of_many_damaged_rows_the_first_are_told(folder: Path, capsys: Told) -> None:
    file = events.write(folder.parent / "ged.csv", [events.ged(best="x") for _ in range(30)])
    assert main(["incidents", str(file), str(folder)]) == 1
    err = capsys.readouterr().err
    assert err.count("found 'x'") == 20
    assert "… and 10 more damaged rows." in err


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "the file is empty"),
        (b"\n\n", "the file is empty"),
        (b"%PDF-1.7", "a PDF"),
        (b"\x1f\x8b\x08", "gzip"),
        (b"<!DOCTYPE html><html>", "a web page: the download was likely an error"),
        (b'{"data": []}', "JSON"),
        (b"PK\x03\x04 torn", "the zip is damaged"),
        (b"PAR1 torn", "damaged Parquet"),
        (b"\0\1\2\3", "no text"),
        (b"country,year,gdp\nX,2014,3\n", "neither UCDP GED nor ACLED has columns such as country"),
        (b"147997,UKR-2014-1,2014,1,Clear\n", "its first line holds no names of columns"),
        (b"id,relid,date_start,date_end\n", "neither UCDP GED"),
        (b'"a,b\n', "the row of column names cannot be read"),
        (b"\xff\xfea\0\n", "damaged UTF-16"),
    ],
)
def test_another_file_is_refused_with_what_it_seems_to_be(
    content: bytes, told: str, folder: Path, capsys: Told
) -> None:
    file = folder.parent / "download"
    file.write_bytes(content)
    assert main(["incidents", str(file), str(folder)]) == 2
    assert told in capsys.readouterr().err
    assert _nothing_written(folder)


def test_a_column_that_is_missing_is_named(folder: Path, capsys: Told) -> None:
    columns = [name for name in events.GED if name not in ("deaths_a", "best")]
    file = events.write(folder.parent / "ged.csv", [events.ged()], columns)
    assert main(["incidents", str(file), str(folder)]) == 2
    told = capsys.readouterr().err
    assert "looks like UCDP Georeferenced Event Dataset, but has no column deaths_a, best" in told


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('first_day = "Tag"', "", "columns.first_day is missing"),
        ("longitude", "longtude", "columns.longtude is not known. Did you mean `longitude`"),
        ("[always]\nwhen_precision = 1", "", "when_precision: either a column in [columns]"),
        ('deaths_civilians = "Zivile"\nbest = "Tote"', "", "a column for best, or for one of"),
        ('longitude = "x"', "", "both longitude and latitude"),
        ("[columns]", "[columns", "no TOML"),
        ('"Tote"', '"Tode"', "no column Tode, which the mapping names. It has: Tag, Ort"),
    ],
)
def test_a_mapping_at_fault_is_told(
    old: str, new: str, told: str, folder: Path, capsys: Told
) -> None:
    file, mapping = folder.parent / "register.csv", folder.parent / "register.toml"
    assert old in MAPPING
    mapping.write_text(MAPPING.replace(old, new), encoding="utf-8")
    file.write_text("Tag;Ort;Kreis;x;y;Lage;Zivile;Tote\n", encoding="utf-8")
    assert main(["incidents", str(file), str(folder), "--mapping", str(mapping)]) == 2
    assert told in capsys.readouterr().err


def test_what_is_there_is_replaced_on_demand_alone(folder: Path, capsys: Told) -> None:
    make.write_parquet(folder / "incidents" / "old.parquet", [make.incident()])
    (folder / "incidents" / "README.md").write_text("Mine.", encoding="utf-8")
    file = events.write(folder.parent / "ged.csv", [events.ged()])
    assert main(["incidents", str(file), str(folder)]) == 2
    assert "--replace" in capsys.readouterr().err
    bad = events.write(folder.parent / "bad.csv", [events.ged(best="x")])
    assert main(["incidents", str(bad), str(folder), "--replace"]) == 1
    assert (folder / "incidents" / "old.parquet").exists()
    assert main(["incidents", str(file), str(folder), "--replace"]) == 0
    names = sorted(each.name for each in (folder / "incidents").iterdir())
    assert names == ["README.md", "recorded_deaths.parquet"]


def test_degrees_that_are_mixed_up_show_on_the_map_of_the_dossier(
    folder: Path, capsys: Told
) -> None:
    # The valley reaches from 1° to 3° east and from 2° to 4° north.
    right, turned = events.ged(), events.ged(longitude="4", latitude="2.5")
    file = events.write(folder.parent / "ged.csv", [right])
    assert main(["incidents", str(file), str(folder)]) == 0
    assert "mixed up" not in capsys.readouterr().out
    events.write(file, [turned])
    assert main(["incidents", str(file), str(folder), "--replace"]) == 0
    assert "see whether these columns are mixed up" in capsys.readouterr().out


def test_a_dossier_without_its_frame_gets_the_lines_to_write(tmp_path: Path, capsys: Told) -> None:
    bare = make.write(tmp_path / "bare")
    file = events.write(tmp_path / "ged.csv", [events.ged()])
    assert main(["incidents", str(file), str(bare)]) == 2
    told = capsys.readouterr().err
    assert "[incidents]" in told
    assert 'claimant = "mayor"' in told


@pytest.mark.parametrize(
    ("number", "raised"), [(signal.SIGINT, KeyboardInterrupt), (signal.SIGTERM, SystemExit)]
)
def test_an_import_that_is_stopped_leaves_nothing(
    number: int, raised: type[BaseException], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = events.write(folder.parent / "ged.csv", [events.ged()])
    aside: list[Path] = []

    class Stopped(Writer):
        def close(self) -> None:
            super().close()
            aside.extend(folder.glob(".incidents-*/new/*.parquet"))
            os.kill(os.getpid(), number)

    monkeypatch.setattr(importing, "Writer", Stopped)
    # A process that was started in the background may have been told to pass interrupts over.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with pytest.raises(raised):
            main(["incidents", str(file), str(folder)])
    finally:
        signal.signal(signal.SIGINT, before)
    assert len(aside) == 1, "it was stopped when all was written but not in its place"
    assert _nothing_written(folder)
