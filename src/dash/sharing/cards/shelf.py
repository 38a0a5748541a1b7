"""Pictures that were drawn, kept for the next who asks: so many, and so many bytes."""

from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass
from hashlib import sha256
from threading import Lock

DIGEST_LENGTH = 20


@dataclass(frozen=True)
class Kept:
    """A file and what it is told from another by.

    Attributes:
        content: Its bytes.
        tag: An entity tag (RFC 9110, 8.8.3): another content has another one.
    """

    content: bytes
    tag: str


class Shelf:
    """Files by what was asked for; those that were not asked for longest go first."""

    def __init__(self, most: int, most_bytes: int) -> None:
        """Keep no more than so many files, and no more than so many bytes of them."""
        self._most = most
        self._most_bytes = most_bytes
        self._files: OrderedDict[Hashable, Kept] = OrderedDict()
        self._bytes = 0
        self._lock = Lock()

    def __len__(self) -> int:
        """Return how many files are kept."""
        return len(self._files)

    @property
    def size(self) -> int:
        """How many bytes they have together."""
        return self._bytes

    def get(self, asked: Hashable) -> Kept | None:
        """Return what is kept, or None."""
        with self._lock:
            found = self._files.get(asked)
            if found:
                self._files.move_to_end(asked)
            return found

    def put(self, asked: Hashable, content: bytes) -> Kept:
        """Keep a file, unless it is larger than all that may be kept, and return it."""
        kept = Kept(content, f'"{sha256(content).hexdigest()[:DIGEST_LENGTH]}"')
        with self._lock:
            before = self._files.pop(asked, None)
            self._bytes += len(content) - (len(before.content) if before else 0)
            self._files[asked] = kept
            while self._files and (len(self._files) > self._most or self._bytes > self._most_bytes):
                _, gone = self._files.popitem(last=False)
                self._bytes -= len(gone.content)
        return kept
