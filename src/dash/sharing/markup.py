"""Text of a dossier inside HTML, XML and scripts of data: shown as the letters it is."""

import html
import json
import re
from typing import Any

from dash.bidi import isolate

# What neither XML 1.0 nor HTML allows in a text.
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")


def written(text: str) -> str:
    """Return text for an element or an attribute in quotation marks, on one line.

    It can neither end what it stands in, nor change the order in which other text is shown.
    """
    return html.escape(isolate(" ".join(FORBIDDEN.sub("", text).split())))


def script_of(data: Any) -> str:
    """Return data as JSON that cannot end the script in which it stands.

    See "Restrictions for contents of script elements" in the HTML standard.
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for letter in "<>&":
        text = text.replace(letter, f"\\u{ord(letter):04x}")
    return text
