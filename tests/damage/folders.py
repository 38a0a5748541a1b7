"""Ways to damage a dossier's folder, each drawn from a seeded source of chance."""

import csv
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random

from dash.schema.validation import table_columns
from tests import factories as make

Damage = Callable[[Path, Random], None]

STORY = (
    make.STORY.replace(
        'beside = ["hurt-count"]', 'beside = ["hurt-count"]\npairs = [["hurt-many", "hurt-count"]]'
    )
    + """
[[views]]
id = "world"
name = "The world"
bounds = [-90.0, -60.0, 90.0, 60.0]
overview = true

[[spans]]
name = "Spring"
start = "2020-03"
end = "2020-05"

[[lanes]]
name = "Tolls"
topics = ["toll"]

[glance]
figures = ["hurt-many", "hurt-count"]
differences = ["D1"]
events = ["quarrel"]

[series.counts]
label = "Counts"
kind = "running_total"

[[rises]]
before = "hurt-many"
after = "hurt-count"
beside = "hurt-count"
note = "Nobody knows."

[[figure_layers]]
id = "hurt-layer"
name = "The hurt"
figures = ["hurt-many"]

[[layers]]
id = "land"
file = "geo/land.geojson"
name = "Land"
style = "land"
"""
)
LAND = (
    '{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"id": "UPT"}, '
    '"geometry": {"type": "Polygon", "coordinates": [[[1, 1], [3, 1], [3, 4], [1, 4], [1, 1]]]}}]}'
)
CELLS = (
    *("nan", "inf", "-0", "1e999", "1_000", "NULL", "NA", ";", "a;;b", "=1+1", "٣", "１２", "12,5"),
    *("2021-02-30", "0000", "0001", "9999", "9999-12-31", "2021-13", "٢٠٢١", "P0", "P99999999"),
    *("\u202eevil", "\ud83d\ude00", "a" * 20_000, "<b>x</b>", "![p](http://x.example/p)", "'", '"'),
    *("moon", "hurt-many", "mayor;mayor", "true", "slide-1", "slide-x", "180", "-90", "90", "1e15"),
)
VALUES = (
    *(
        '""',
        '"x"',
        "0",
        "-1",
        "1e308",
        "1e999",
        "nan",
        "inf",
        "true",
        "[]",
        "[[]]",
        "{}",
        "'\\u202e'",
    ),
    *('"2021-02-30"', '"0000"', '"9999"', '"٢٠٢١"', "9" * 5000, "0x" + "f" * 5000, '"P0"', '["x"]'),
    *("[1.0, 2.0, 1.0, 2.0]", "[3.0, 4.0, 1.0, 2.0]", "[1.0, 89.0, 3.0, 90.0]", '["hurt-moany"]'),
    *('[["hurt-many", "hurt-many"]]', '"hurt"', '"view"', '"valley"', "[" * 3000, "1979-05-27"),
)
GEOMETRIES = (
    *("1e999", '"\\ud800"', "9" * 5000, "[" * 3000 + "]" * 3000, "null", "{}", "[]", "NaN", "181"),
    *("-1e400", '"x"', "[[[1, 91], [3, 1], [3, 4]]]", "[[1, 1]]", "true"),
)


def write(folder: Path) -> Path:
    """Write the sound dossier that is damaged."""
    make.write(folder, STORY)
    (folder / "geo").mkdir()
    (folder / "geo" / "land.geojson").write_text(LAND, encoding="utf-8")
    return folder


def damage(folder: Path, number: int) -> str:
    """Damage a folder as the case of this number says; return what was done."""
    chance = Random(number)  # noqa: S311 - the same for everybody
    kinds = list(KINDS)
    done = [kinds[number % len(kinds)], *chance.choices(kinds, k=chance.choice((0, 0, 0, 1, 3)))]
    for name in done:
        try:
            KINDS[name](folder, chance)
        except (OSError, ValueError, IndexError):
            continue  # an earlier damage has taken what this one wants
    return ", ".join(done)


def _file(folder: Path, chance: Random) -> Path:
    names = [*(f"{name}.csv" for name in make.table_names()), "dossier.toml", "geo/land.geojson"]
    return _regular(folder / chance.choice(names))


def _table(folder: Path, chance: Random) -> Path:
    return _regular(folder / f"{chance.choice(make.table_names())}.csv")


def _regular(file: Path) -> Path:
    """Return a file that may be read and written without waiting for ever."""
    if not file.is_file():
        raise FileNotFoundError(file)
    return file


def _cut(folder: Path, chance: Random) -> None:
    file = _file(folder, chance)
    content = file.read_bytes()
    file.write_bytes(content[: chance.randrange(len(content))])


def _lines_cut(folder: Path, chance: Random) -> None:
    file = _table(folder, chance)
    lines = file.read_bytes().splitlines(keepends=True)
    file.write_bytes(b"".join(lines[: chance.randrange(len(lines))]))


def _bytes(folder: Path, chance: Random) -> None:
    file = _file(folder, chance)
    content = file.read_bytes()
    place = chance.randrange(len(content) + 1)
    file.write_bytes(content[:place] + chance.randbytes(chance.randrange(1, 40)) + content[place:])


def _character(folder: Path, chance: Random) -> None:
    file = _file(folder, chance)
    content = file.read_bytes()
    place = chance.randrange(len(content))
    odd = chance.choice([b",", b'"', b"\n", b"\r", b"\0", b"=", b"[", b"]", b"{", b"#", b";", b"-"])
    file.write_bytes(content[:place] + odd + content[place + chance.randrange(2) :])


def _encoding(folder: Path, chance: Random) -> None:
    file = _file(folder, chance)
    text = file.read_text(encoding="utf-8") + "\u00e9"
    file.write_bytes(text.encode(chance.choice(["utf-16", "latin-1", "utf-32", "utf-8-sig"])))


def _gone(folder: Path, chance: Random) -> None:
    _file(folder, chance).unlink()


def _renamed(folder: Path, chance: Random) -> None:
    file = _file(folder, chance)
    file.rename(file.with_name(f"other-{file.name}"))


def _swapped(folder: Path, chance: Random) -> None:
    shutil.copy(_file(folder, chance), _file(folder, chance))


def _folder(folder: Path, chance: Random) -> None:
    file = _file(folder, chance)
    file.unlink()
    file.mkdir()


def _pipe(folder: Path, chance: Random) -> None:
    file = _file(folder, chance)
    file.unlink()
    os.mkfifo(file)


def _device(folder: Path, chance: Random) -> None:
    file = _file(folder, chance)
    file.unlink()
    file.symlink_to("/dev/zero")


def _link_to_nowhere(folder: Path, chance: Random) -> None:
    file = _file(folder, chance)
    file.unlink()
    file.symlink_to("nowhere")


def _link_to_itself(folder: Path, chance: Random) -> None:
    file = _file(folder, chance)
    file.unlink()
    file.symlink_to(file.name)


def _strays(folder: Path, chance: Random) -> None:
    for name in ("x.csv", ".#figures.csv", "geo/.#land.geojson", "geo/x.geojson"):
        (folder / name).symlink_to(chance.choice(["nowhere", name, "someone@host.1:2"]))


def _cell(folder: Path, chance: Random) -> None:
    table = chance.choice(make.table_names())
    row = chance.choice(make.rows()[table])
    rows = [dict(each) for each in make.rows()[table]]
    column = chance.choice(sorted(row))
    chance.choice(rows)[column] = chance.choice(CELLS).encode("utf-8", "ignore").decode()
    with _regular(folder / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(table_columns(table)), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def _comma(folder: Path, chance: Random) -> None:
    file = _table(folder, chance)
    head, *lines = file.read_text(encoding="utf-8").splitlines()
    number = chance.randrange(len(lines))
    lines[number] = lines[number].replace(",", ",,", 1)
    file.write_text("\n".join([head, *lines]), encoding="utf-8")


def _key_mistyped(folder: Path, chance: Random) -> None:
    file = _table(folder, chance)
    head, *lines = file.read_text(encoding="utf-8").splitlines()
    lines[0] = "x" + lines[0]
    file.write_text("\n".join([head, *lines]), encoding="utf-8")


def _value(folder: Path, chance: Random) -> None:
    file = _regular(folder / "dossier.toml")
    lines = file.read_text(encoding="utf-8").splitlines()
    number = chance.choice([number for number, line in enumerate(lines) if " = " in line])
    lines[number] = f"{lines[number].partition(' = ')[0]} = {chance.choice(VALUES)}"
    file.write_text("\n".join(lines), encoding="utf-8")


def _line(folder: Path, chance: Random) -> None:
    file = _regular(folder / "dossier.toml")
    lines = file.read_text(encoding="utf-8").splitlines()
    number = chance.randrange(len(lines))
    extra = [lines[number], "colour = 1", "", "[[views]]", "[x]"]
    lines[number : number + chance.randrange(2)] = [chance.choice(extra)]
    file.write_text("\n".join(lines), encoding="utf-8")


def _twice(folder: Path, chance: Random) -> None:
    file = _regular(folder / "dossier.toml")
    parts = file.read_text(encoding="utf-8").split("\n\n")
    file.write_text("\n\n".join([*parts, chance.choice(parts)]), encoding="utf-8")


def _many_keys(folder: Path, chance: Random) -> None:
    file = _regular(folder / "dossier.toml")
    keys = "".join(f"key{number} = 1\n" for number in range(chance.choice([3, 2_000])))
    file.write_text(keys + file.read_text(encoding="utf-8"), encoding="utf-8")


def _ground(folder: Path, chance: Random) -> None:
    file = _regular(folder / "geo" / "land.geojson")
    text = file.read_text(encoding="utf-8")
    old = chance.choice(
        ["[[[1, 1], [3, 1], [3, 4], [1, 4], [1, 1]]]", '"UPT"', "1, 1", '"Polygon"']
    )
    file.write_text(text.replace(old, chance.choice(GEOMETRIES), 1), encoding="utf-8")


KINDS: dict[str, Damage] = {
    "a file cut": _cut,
    "lines cut": _lines_cut,
    "bytes put in": _bytes,
    "a character changed": _character,
    "another encoding": _encoding,
    "a file gone": _gone,
    "a file renamed": _renamed,
    "a file in place of another": _swapped,
    "a folder in place of a file": _folder,
    "a pipe in place of a file": _pipe,
    "a device in place of a file": _device,
    "a link to nowhere": _link_to_nowhere,
    "a link to itself": _link_to_itself,
    "stray files": _strays,
    "an odd cell": _cell,
    "a comma too many": _comma,
    "a key mistyped": _key_mistyped,
    "an odd value": _value,
    "a line too many or too few": _line,
    "a part twice": _twice,
    "keys too many": _many_keys,
    "odd ground": _ground,
}
