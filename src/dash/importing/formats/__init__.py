"""What the columns of an event file are: two formats that are known, and mapping files."""

import tomllib
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
    model_validator,
)

from dash.files import read_regular
from dash.importing.faults import EventFileError
from dash.schema.incidents import BOUNDS, COLUMNS, PARTIES
from dash.schema.suggestions import did_you_mean

KNOWN = ("ucdp-ged", "acled")
FOLDER = Path(__file__).parent
# A mapping file has some dozen lines.
MOST_BYTES = 1_000_000


def header(name: str) -> str:
    """Return the name of a column as two are compared: without case and outer spaces."""
    return name.strip().strip("\ufeff").lower()


Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


def _as_several(given: object) -> object:
    return [given] if isinstance(given, str) else given


def _as_text(given: object) -> object:
    return str(given) if isinstance(given, int) and not isinstance(given, bool) else given


# One column of the file, or several of which the first that is not blank counts.
Names = Annotated[tuple[Name, ...], BeforeValidator(_as_several), Field(min_length=1)]
Value = Annotated[str, BeforeValidator(_as_text)]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Columns(_Part):
    """Which column of the file holds what; those of the contract, and six of the file's alone."""

    first_day: Name
    last_day: Name | None = None
    when_precision: Name | None = None
    place: Names
    longitude: Name | None = None
    latitude: Name | None = None
    where_precision: Name | None = None
    events: Name | None = None
    deaths_a: Name | None = None
    deaths_b: Name | None = None
    deaths_civilians: Name | None = None
    deaths_unknown: Name | None = None
    low: Name | None = None
    best: Name | None = None
    high: Name | None = None
    side_a: Name | None = None
    side_b: Name | None = None
    conflict: Name | None = None
    country: Name | None = None
    type: Name | None = None
    id: Name | None = None

    def given(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield what each column is for, and the names that it may have in the file."""
        for role in type(self).model_fields:
            names = getattr(self, role)
            if names is not None:
                yield role, names if isinstance(names, tuple) else (names,)


class Always(_Part):
    """What is the same for every row."""

    when_precision: Annotated[int, Field(ge=1, le=5)] | None = None
    where_precision: Annotated[int, Field(ge=1, le=7)] | None = None


class Words(_Part):
    """What the file's words mean: its words, and for each a number or a word of ours."""

    when_precision: dict[str, int] | None = None
    where_precision: dict[str, int] | None = None
    type: dict[str, Value] | None = None


class Format(_Part):
    """How an event file is read.

    Attributes:
        name: What it is called in the report.
        licence: Under which licence its rows stand.
        may_be_published: Whether that licence lets the rows be passed on.
        cite: What to cite.
        notes: What somebody must know who reads the table.
        separator: What stands between the cells of a CSV; without it, what the header shows.
        columns: Which column holds what.
        always: What is the same for every row.
        words: What its words mean.
    """

    name: Name
    licence: Name | None = None
    may_be_published: bool = True
    cite: Name | None = None
    notes: tuple[Name, ...] = ()
    separator: Literal[",", ";", "\t", "|"] | None = None
    columns: Columns
    always: Always = Field(default_factory=Always)
    words: Words = Field(default_factory=Words)

    @model_validator(mode="after")
    def _says_enough(self) -> Self:
        columns = self.columns
        for role in ("when_precision", "where_precision"):
            if (getattr(columns, role) is None) == (getattr(self.always, role) is None):
                raise ValueError(f"{role}: either a column in [columns] or a number in [always]")
        if columns.best is None and not any(getattr(columns, party) for party in PARTIES):
            raise ValueError(f"[columns]: a column for best, or for one of {', '.join(PARTIES)}")
        if (columns.longitude is None) != (columns.latitude is None):
            raise ValueError("[columns]: both longitude and latitude, or neither")
        for side in ("a", "b"):
            if getattr(columns, f"side_{side}") and not getattr(columns, f"deaths_{side}"):
                raise ValueError(f"[columns]: deaths_{side}, where there is side_{side}")
        return self

    def missing(self, names: Collection[str]) -> list[str]:
        """Return which columns a file of these columns lacks."""
        there = {header(name) for name in names}
        return [
            " or ".join(any_of)
            for _, any_of in self.columns.given()
            if not there.intersection(map(header, any_of))
        ]


def known_format(names: Collection[str]) -> Format | None:
    """Return the format that a file of these columns has; None where it is none of the known."""
    formats = (_read(FOLDER / f"{name}.toml") for name in KNOWN)
    return next((each for each in formats if not each.missing(names)), None)


def nearest_format(names: Collection[str]) -> tuple[Format, list[str]]:
    """Return the known format that a file lacks the least of, and what it lacks."""
    formats = (_read(FOLDER / f"{name}.toml") for name in KNOWN)
    told = ((each, each.missing(names)) for each in formats)
    return min(told, key=lambda pair: len(pair[1]))


def read_mapping(file: Path) -> Format:
    """Read a mapping file.

    Raises:
        EventFileError: It cannot be read, or does not say what is needed.
    """
    try:
        return _read(file)
    except OSError as error:
        raise EventFileError(f"{file}: {error.strerror}. Name a mapping file (TOML).") from error
    except ValidationError as error:
        lines = [f"{file}: {_told(dict(detail))}." for detail in error.errors(include_url=False)]
        raise EventFileError("\n".join(lines)) from error
    except (ValueError, RecursionError) as error:
        raise EventFileError(f"{file}: no TOML: {error}.") from error


def _read(file: Path) -> Format:
    text = read_regular(file, MOST_BYTES).decode("utf-8-sig")
    return Format.model_validate(tomllib.loads(text))


def _told(detail: dict[str, object]) -> str:
    """Return what pydantic finds wrong, as a sentence without its end."""
    location = detail["loc"]
    where = ".".join(map(str, location)) if isinstance(location, tuple) else ""
    if detail["type"] == "missing":
        return f"{where} is missing"
    if detail["type"] == "extra_forbidden":
        known = [*Format.model_fields, *Columns.model_fields, *COLUMNS, *BOUNDS]
        hint = did_you_mean(where.rpartition(".")[2], known)
        return f"{where} is not known{f'. {hint}' if hint else ''}".removesuffix("?")
    message = str(detail["msg"]).removeprefix("Value error, ")
    return f"{where}: {message}" if where else message
