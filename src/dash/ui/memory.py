"""What a server does with its memory once all is made that its readers share."""

import ctypes
import gc
from contextlib import suppress

import pyarrow as pa


def settle() -> None:
    """Set aside what lives on, and give back to the system what was needed to make it.

    Python would look for garbage among all records of the dossier again and again, while a reader
    waits: some 140 ms each time for a large one. And the C library keeps what was freed, a tenth of
    the process, unless it is asked for it.
    """
    gc.collect()
    gc.freeze()
    pa.default_memory_pool().release_unused()
    # The GNU C library alone has it.
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)


def unsettle() -> None:
    """Let Python look at what was set aside again: it is about to be given up."""
    gc.unfreeze()
