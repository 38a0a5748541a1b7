"""What a server keeps for all its readers, out of reach of a visitor.

Any visitor may send `clear_cache`, and Streamlit then empties `st.cache_resource` and
`st.cache_data` for everybody. What must last, or is dear to make, is therefore kept here.
"""

from collections.abc import Callable
from threading import Lock
from typing import Generic, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class Lasting(Generic[P, T]):
    """A function that remembers its last result, and makes it anew for other arguments only.

    All readers get the same object, so it must be one that nobody changes. Readers who ask while
    it is being made wait for it; an exception is raised to each of them and not remembered.

    Use it as a decorator of functions with positional arguments, which are compared by `==`.
    """

    def __init__(self, make: Callable[P, T]) -> None:
        """Keep what `make` returns."""
        self.__doc__ = make.__doc__
        self._make = make
        self._lock = Lock()
        self._kept: tuple[tuple[object, ...], T] | None = None

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> T:
        """Return what is kept for these arguments, or make it.

        Raises:
            TypeError: An argument is named.
        """
        if kwargs:
            raise TypeError("give the arguments by position: they are the key of what is kept")
        kept = self._kept
        if kept is None or kept[0] != args:
            with self._lock:
                kept = self._kept
                if kept is None or kept[0] != args:
                    kept = self._kept = (args, self._make(*args))  # type: ignore[call-arg]
        return kept[1]

    def forget(self) -> None:
        """Let go of what is kept; for tests."""
        self._kept = None
