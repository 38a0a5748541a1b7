"""What a server keeps for all its readers, out of reach of a visitor.

Any visitor may send `clear_cache`, and Streamlit then empties `st.cache_resource` and
`st.cache_data` for everybody. What must last, or is dear to make, is therefore kept here: what the
server has one of by `Lasting`, what is made of a dossier by `KeptWith`, since a visitor may bring
a dossier too.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock
from typing import Concatenate, Generic, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")
Owner = TypeVar("Owner")


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


@dataclass
class _Kept(Generic[T]):
    """The last result for one owner, and what holds back those who ask meanwhile."""

    lock: Lock = field(default_factory=Lock)
    result: tuple[tuple[object, ...], T] | None = None


class KeptWith(Generic[Owner, P, T]):
    """A function of an object, whose last result stays with that object and goes with it.

    Two dossiers have a result each, so that neither takes the other's away, and nothing of one is
    kept once nobody has the dossier any more. All who have the object share the result. Readers
    who ask while it is being made wait for it; an exception is raised to each and not remembered.

    Use it as a decorator of functions with positional arguments; those after the first are
    compared by `==`. The object must be one whose attributes can be kept, without `__slots__`.
    """

    def __init__(self, make: Callable[Concatenate[Owner, P], T]) -> None:
        """Keep what `make` returns with its first argument."""
        self.__doc__ = make.__doc__
        self._make = make

    def __call__(self, owner: Owner, *args: P.args, **kwargs: P.kwargs) -> T:
        """Return what is kept with an object for the other arguments, or make it.

        Raises:
            TypeError: An argument is named.
        """
        if kwargs:
            raise TypeError("give the arguments by position: they are the key of what is kept")
        shelf: dict[object, _Kept[T]] = vars(owner).setdefault("_kept_with", {})
        kept = shelf.setdefault(self, _Kept())
        found = kept.result
        if found is None or found[0] != args:
            with kept.lock:
                found = kept.result
                if found is None or found[0] != args:
                    made = self._make(owner, *args)  # type: ignore[call-arg]
                    found = kept.result = (args, made)
        return found[1]

    def forget(self, owner: Owner) -> None:
        """Let go of what is kept with an object; for tests."""
        vars(owner).get("_kept_with", {}).pop(self, None)
