"""What pydantic finds wrong with dossier.toml, in the words of the house."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, time
from types import MappingProxyType, NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from dash.schema.problems import shown
from dash.schema.story import PATTERNS, Story
from dash.schema.suggestions import did_you_mean, nearest

Location = tuple[int | str, ...]
# Any: an entry of `ValidationError.errors()`, whose type pydantic keeps in another package.
Detail = Any
# What pydantic writes behind a key that is itself at fault.
KEY = "[key]"
TEXT = "text between quotation marks"


def told(detail: Detail, *, hinted: bool = True) -> tuple[str | None, str, str]:
    """Return what was found, what is expected there, and a hint or nothing.

    Args:
        detail: An error of pydantic's about `Story`.
        hinted: Whether a hint is looked for, which takes time.
    """
    kind, given = detail["type"], detail["input"]
    if kind == "missing":
        return None, _expected_of_missing(detail["loc"]), ""
    if kind == "extra_forbidden":
        return _unknown_key(detail["loc"], hinted=hinted)
    found, hint = _spelled(given), ""
    if kind == "string_type" and isinstance(given, int | float | date | time):
        hint = f'Write "{_unquoted(given)}", between quotation marks.'
    if kind == "literal_error":
        hint = did_you_mean(found, _words_at(detail["loc"]))
    return found, _expected(detail), hint


def _expected(detail: Detail) -> str:
    phrase = PHRASES.get(detail["type"], "another value")
    return phrase if isinstance(phrase, str) else phrase(detail)


def _expected_of_missing(location: Location) -> str:
    *way, last = location
    if isinstance(last, int):
        return _list_phrase(_at(tuple(way)))
    model = _at(tuple(way))
    described = model.model_fields[last].description if _is_model(model) else None
    return "this key" if described is None else f"this key: {_as_clause(described)}"


def meant_by(location: Location) -> Location | None:
    """Return the place of the key that an unknown key was likely meant to be."""
    *way, last = location
    near = nearest(str(last), _keys(tuple(way)))
    return None if near is None else (*way, near)


def _unknown_key(location: Location, *, hinted: bool) -> tuple[str, str, str]:
    *way, last = location
    where = ".".join(step for step in way if isinstance(step, str))
    expected = f"a key of [{where}]" if where else "a key of dossier.toml"
    keys = _keys(tuple(way))
    hint = (did_you_mean(str(last), keys) or _elsewhere(str(last), way)) if hinted else ""
    return str(last), expected if hint else f"{expected}: {', '.join(keys)}", hint


def _keys(location: Location) -> list[str]:
    model = _at(location)
    return list(model.model_fields) if _is_model(model) else []


def _elsewhere(key: str, way: Iterable[object]) -> str:
    """Tell of a key of the whole that stands in a part: TOML gives a part all that follows it."""
    if any(way) and key in Story.model_fields:
        return f"`{key}` belongs above the first line in [brackets]."
    return ""


def _at(location: Location) -> Any:
    """Return what the contract asks for at a place: a model, or another annotation."""
    kind: Any = Story
    for step in location:
        kind = _inner(kind)
        if _is_model(kind):
            field = kind.model_fields.get(step)
            kind = None if field is None else field.annotation
        elif get_origin(kind) is dict:
            kind = get_args(kind)[1]
        elif get_origin(kind) is tuple:
            parts = get_args(kind)
            kind = parts[0] if parts[-1] is Ellipsis else parts[min(int(step), len(parts) - 1)]
    return _inner(kind)


def _inner(kind: Any) -> Any:
    """Return an annotation without its `Annotated` and its `None`."""
    while True:
        if hasattr(kind, "__metadata__"):
            kind = get_args(kind)[0]
        elif get_origin(kind) in (Union, UnionType):
            kind = next(part for part in get_args(kind) if part is not NoneType)
        else:
            return kind


def _is_model(kind: object) -> bool:
    return isinstance(kind, type) and issubclass(kind, BaseModel)


def _list_phrase(kind: object) -> str:
    parts = get_args(kind)
    if not parts or parts[-1] is Ellipsis:
        of = parts and _inner(parts[0])
        return 'a list of texts: ["…", "…"]' if of is str else "a list: [ … ]"
    return f"a list of {len(parts)} values"


def _options(detail: Detail) -> str:
    return "one of: " + ", ".join(_words_at(detail["loc"]))


def _words_at(location: Location) -> list[str]:
    """Return the fixed words that a place may hold, or that a key there may be."""
    kind = _at(location)
    if location[-1] == KEY:
        kind = get_args(_at(location[:-2]))[0]
    return list(map(str, get_args(kind))) if get_origin(kind) is Literal else []


def _of_lists(detail: Detail) -> str:
    kind = _at(detail["loc"])
    if get_args(kind) and _is_model(_inner(get_args(kind)[0])):
        return f"tables, each below a line [[{detail['loc'][-1]}]]"
    return _list_phrase(kind)


def _of_tables(detail: Detail) -> str:
    name = ".".join(step for step in detail["loc"] if isinstance(step, str))
    return f"keys below a line [{name}]"


def _pattern(detail: Detail) -> str:
    return PATTERNS.get(detail["ctx"]["pattern"], "text of another form")


def _limit(word: str, key: str) -> Callable[[Detail], str]:
    return lambda detail: f"a number {word} {detail['ctx'][key]:g}"


PHRASES: Mapping[str, str | Callable[[Detail], str]] = MappingProxyType(
    {
        "string_type": TEXT,
        "string_too_short": "text that is not blank",
        "string_pattern_mismatch": _pattern,
        "literal_error": _options,
        "tuple_type": _of_lists,
        "too_short": _of_lists,
        "too_long": _of_lists,
        "dict_type": _of_tables,
        "model_type": _of_tables,
        "float_type": "a number",
        "float_parsing": "a number, without quotation marks",
        "finite_number": "a number that is finite",
        "int_type": "a whole number",
        "int_parsing": "a whole number, without quotation marks",
        "int_from_float": "a whole number",
        "bool_type": "true or false, without quotation marks",
        "bool_parsing": "true or false, without quotation marks",
        "greater_than": _limit("above", "gt"),
        "greater_than_equal": _limit("of at least", "ge"),
        "less_than": _limit("below", "lt"),
        "less_than_equal": _limit("of at most", "le"),
        "value_error": lambda detail: str(detail["ctx"]["error"]),
    }
)


def _as_clause(sentence: str) -> str:
    sentence = sentence.removesuffix(".")
    return sentence[:1].lower() + sentence[1:]


def _spelled(given: object) -> str:
    """Return a value as TOML writes it, as far as that is short."""
    if isinstance(given, bool):
        return str(given).lower()
    if isinstance(given, Mapping):
        return "a table" if given else "an empty table"
    if isinstance(given, list | tuple) and not given:
        return "an empty list"
    return _unquoted(given)


def _unquoted(given: object) -> str:
    return given.isoformat() if isinstance(given, date | time) else shown(given)
