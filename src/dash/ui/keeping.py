"""How long browsers, and what stands between, may keep an answer; and in which packing.

Headers by RFC 9111 and RFC 9110.
"""

from collections.abc import Mapping
from types import MappingProxyType

# Its address carries a digest: other content has another address.
FOR_EVER: Mapping[str, str] = MappingProxyType(
    {"Cache-Control": "public, max-age=31536000, immutable"}
)
# What a visitor brought.
NEVER: Mapping[str, str] = MappingProxyType({"Cache-Control": "private, no-store"})
# There is a packed and an unpacked one at the same address.
IN_TWO_FORMS: Mapping[str, str] = MappingProxyType({"Vary": "Accept-Encoding"})
PACKED: Mapping[str, str] = MappingProxyType({"Content-Encoding": "gzip"})
