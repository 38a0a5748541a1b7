"""Tests of dash.datapackage: the zip of a dossier, and what the public validator says of it."""

import csv
import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from dash.datapackage import descriptor, package
from dash.dossier.loaders import load_dossier
from dash.dossier.model import Dossier
from dash.schema.problems import DossierError
from tests import factories as make
from tests import parts


def _errors(content: bytes, folder: Path) -> list[str]:
    """Return the types of the errors that the public validator finds in a zip."""
    frictionless = pytest.importorskip("frictionless", reason="needs `uv run --all-groups pytest`")
    file = folder / "package.zip"
    file.write_bytes(content)
    report = frictionless.validate(str(file))
    assert [task.name for task in report.tasks] == make.table_names() or not report.valid
    return [error for (error,) in report.flatten(["type"])]


def _members(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_public_validator_accepts_the_shipped_dossier(shipped: Dossier, tmp_path: Path) -> None:
    pytest.importorskip("frictionless", reason="needs `uv run --all-groups pytest`")
    (tmp_path / "package.zip").write_bytes(package(shipped))
    command = [sys.executable, "-m", "frictionless", "validate", "--json", "package.zip"]
    told = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stdout + told.stderr
    report = json.loads(told.stdout)
    assert [task["name"] for task in report["tasks"]] == [*make.table_names(), "incidents"]


def test_the_public_validator_accepts_somebody_elses_with_columns_of_their_own(
    tmp_path: Path,
) -> None:
    folder = make.write(tmp_path / "dossier")
    sources = (folder / "sources.csv").read_text(encoding="utf-8").splitlines()
    widened = [sources[0] + ",mood", *(line + ",calm" for line in sources[1:])]
    (folder / "sources.csv").write_text("\n".join(widened) + "\n", encoding="utf-8-sig")
    assert _errors(package(load_dossier(folder)), tmp_path) == []


def test_the_public_validator_accepts_what_a_spreadsheet_wrote(tmp_path: Path) -> None:
    row = make.context_figure(low="1,490", best="", high="1,517", bound="range", in_story="FALSE")
    folder = make.write(tmp_path / "dossier", figures=[make.figure(), row])
    for name in ("events", "quotes"):
        file = folder / f"{name}.csv"
        file.write_bytes(file.read_text(encoding="utf-8").encode("utf-16"))
    content = package(load_dossier(folder))
    assert _errors(content, tmp_path) == []
    assert b",1490,,1517," in _members(content)["figures.csv"]


def test_the_public_validator_accepts_columns_left_out_and_in_another_order(
    tmp_path: Path,
) -> None:
    folder = make.write(tmp_path / "dossier")
    with (folder / "figures.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    kept = [column for column in reversed(rows[0]) if column not in ("same_as", "stated_on")]
    with (folder / "figures.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, kept, extrasaction="ignore")
        writer.writeheader()
        writer.writerows(rows)
    assert _errors(package(load_dossier(folder)), tmp_path) == []


@pytest.mark.parametrize(
    ("table", "sound", "broken", "error"),
    [
        ("events", ",paper,", ",nowhere,", "foreign-key"),
        ("events", ",day,", ",roughly,", "constraint-error"),
        ("figures", ",true,", ",yes,", "type-error"),
        ("quotes", ",toll,", ",tax,", "constraint-error"),
    ],
)
def test_the_schema_tells_what_is_wrong(
    table: str, sound: str, broken: str, error: str, tmp_path: Path
) -> None:
    members = _members(package(make.dossier(tmp_path / "dossier")))
    text = members[f"{table}.csv"].decode()
    assert sound in text
    members[f"{table}.csv"] = text.replace(sound, broken, 1).encode()
    changed = io.BytesIO()
    with zipfile.ZipFile(changed, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    assert error in _errors(changed.getvalue(), tmp_path)


def test_the_tables_are_the_folders_byte_for_byte_and_the_zip_is_the_same_twice(
    tmp_path: Path,
) -> None:
    dossier = make.dossier(tmp_path)
    content = package(dossier)
    assert content == package(dossier)
    members = _members(content)
    for name in [*(f"{table}.csv" for table in make.table_names()), "dossier.toml"]:
        assert members[name] == (tmp_path / name).read_bytes()
    assert load_dossier(_unpack(content, tmp_path / "again")).problems == ()


def _unpack(content: bytes, folder: Path) -> Path:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        archive.extractall(folder)
    return folder


def test_only_what_the_dossier_names_goes_in(tmp_path: Path) -> None:
    about = {"alt": "A", "image_kind": "other", "image_credit": "Ann", "image_licence": "CC0"}
    astray = make.slide(image="../../secret.txt", **about)
    folder = make.write(tmp_path / "dossier", slides=[astray])
    (folder / "draft.txt").write_text("not yet", encoding="utf-8")
    (tmp_path / "secret.txt").write_text("never", encoding="utf-8")
    names = set(_members(package(load_dossier(folder))))
    assert names == {
        *(f"{table}.csv" for table in make.table_names()),
        *("dossier.toml", "datapackage.json", "LICENCE.txt"),
    }


def test_many_valued_cells_are_described_and_single_ones_linked(tmp_path: Path) -> None:
    told = descriptor(make.dossier(tmp_path))
    schema = {part["name"]: part["schema"] for part in told["resources"]}["figures"]
    links = {link["fields"]: link["reference"]["resource"] for link in schema["foreignKeys"]}
    assert links == {
        "claimant": "actors",
        "subset_of": "",
        "same_as": "",
        "replaces": "",
        "source": "sources",
    }
    fields = {field["name"]: field for field in schema["fields"]}
    assert "separated by ;" in fields["area"]["description"]
    assert fields["measure"]["constraints"] == {"required": True, "enum": ["hurt"]}
    assert fields["low"]["type"] == "number"


def test_recorded_deaths_are_a_resource_of_their_own(tmp_path: Path) -> None:
    folder = make.write_incidents(tmp_path, [make.incident()])
    *_, one = descriptor(load_dossier(folder))["resources"]
    assert (one["name"], one["path"]) == ("incidents", "incidents/deaths.parquet")
    assert one["bytes"] == (folder / one["path"]).stat().st_size
    fields = {field["name"]: field for field in one["schema"]["fields"]}
    assert fields["first_day"]["type"] == "date"
    assert fields["best"]["constraints"] == {"required": True, "minimum": 0, "maximum": 100_000_000}
    make.write_parquet(folder / "incidents" / "year=2021" / "part-0.parquet", [make.incident()])
    *_, many = descriptor(load_dossier(folder))["resources"]
    assert many["path"] == ["incidents/deaths.parquet", "incidents/year=2021/part-0.parquet"]


def test_a_broken_dossier_is_not_packed(tmp_path: Path) -> None:
    with pytest.raises(DossierError):
        package(make.dossier(tmp_path, events=[make.event(precision="roughly")]))


def test_what_a_dossier_has_not_is_not_in_its_package(tmp_path: Path) -> None:
    case = parts.Parts(tables=("figures", "events"), frame=("subtitle",))
    dossier = load_dossier(parts.write(tmp_path / "dossier", case))
    told = descriptor(dossier)
    assert [resource["name"] for resource in told["resources"]] == ["sources", "figures", "events"]
    assert told["description"] == "Two towns and a toll"
    assert "licenses" not in told
    assert not {"LICENCE.txt", "places.csv", "world.geojson"} & set(_members(package(dossier)))
    links = [
        link["reference"]["resource"]
        for resource in told["resources"]
        for link in resource["schema"].get("foreignKeys", ())
    ]
    assert set(links) == {"sources", ""}
    frictionless = pytest.importorskip("frictionless", reason="needs `uv run --all-groups pytest`")
    (tmp_path / "package.zip").write_bytes(package(dossier))
    assert frictionless.validate(str(tmp_path / "package.zip")).valid


def test_a_package_unpacked_is_a_dossier_again(tmp_path: Path) -> None:
    case = parts.Parts(tables=("events",), frame=())
    with zipfile.ZipFile(
        io.BytesIO(package(load_dossier(parts.write(tmp_path / "dossier", case))))
    ) as archive:
        archive.extractall(tmp_path / "again")
    assert load_dossier(tmp_path / "again").absent == load_dossier(tmp_path / "dossier").absent


def test_recorded_deaths_whose_licence_forbids_it_are_not_passed_on(tmp_path: Path) -> None:
    folder = make.write_incidents(tmp_path, [make.incident()], {"may_be_published": "no"})
    make.write_parquet(folder / "incidents" / "open.parquet", [make.incident()])
    members = _members(package(load_dossier(folder)))
    assert [name for name in members if name.endswith(".parquet")] == ["incidents/open.parquet"]
    assert b"forbids to pass it on: incidents/deaths.parquet." in members["LICENCE.txt"]
    (resource,) = json.loads(members["datapackage.json"])["resources"][-1:]
    assert resource["path"] == "incidents/open.parquet"
    said = (folder / "dossier.toml").read_text(encoding="utf-8")
    told = said.replace("[incidents]", "[incidents]\nmay_be_published = false")
    (folder / "dossier.toml").write_text(told, encoding="utf-8")
    assert not any(name.endswith(".parquet") for name in _members(package(load_dossier(folder))))
