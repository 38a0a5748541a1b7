"""Every text of a page that a reader can see or hear."""

from collections.abc import Iterator
from typing import Any

from google.protobuf.descriptor import FieldDescriptor
from google.protobuf.message import Message
from streamlit.testing.v1 import AppTest

# What a reader does not see: keys of widgets, addresses, and code of our own.
UNSEEN = {
    "id",
    "key",
    "query_param_key",
    "url",
    "icon",
    "form_id",
    "page_script_hash",
    "query_string",
    "page",
    "js",
}


def seen(app: AppTest) -> Iterator[str]:
    """Yield every text of a page that a reader can see or hear."""
    for element in app:
        if isinstance(getattr(element, "proto", None), Message):
            yield from _texts(element.proto)


def _texts(message: Any) -> Iterator[str]:
    for field, value in message.ListFields():
        if field.name in UNSEEN:
            continue
        for one in value if field.is_repeated else [value]:
            if isinstance(one, Message):
                yield from _texts(one)
            elif field.type == FieldDescriptor.TYPE_STRING and not one.lstrip().startswith(
                "<style"
            ):
                yield one.replace("\\", "")
