"""What a reader's browser holds of what a server has sent, so that it is not sent again.

Made after ForwardMessageCache of Streamlit's frontend (1.67): a message that the server marks as
worth keeping is kept until its part of the page has run so many times without it; each request
names all that is kept, and the server sends a reference in place of any of that.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg


@dataclass
class _Held:
    message: ForwardMsg
    used: int  # the run in which it was last sent or referred to


class HeldMessages:
    """The messages that one tab holds."""

    def __init__(self) -> None:
        """Hold nothing yet."""
        self._held: dict[str, _Held] = {}
        self._runs = 0
        self._most_runs = 0

    @property
    def hashes(self) -> Collection[str]:
        """What a request says that the browser holds."""
        return self._held.keys()

    def take(self, message: ForwardMsg) -> ForwardMsg:
        """Take in what the server has sent; return it, or what it refers to.

        Raises:
            KeyError: It refers to what is not held. In a browser, the page ends there.
        """
        match message.WhichOneof("type"):
            case "ref_hash":
                held = self._held[message.ref_hash]
                held.used = self._runs
                meant = ForwardMsg()
                meant.CopyFrom(held.message)
                meant.metadata.CopyFrom(message.metadata)
                return meant
            case "new_session":
                self._most_runs = message.new_session.config.max_cached_message_age
            case "script_finished":
                if message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                    self._count_run(message.metadata.run.fragment_ids)
        if message.metadata.cacheable:
            self._held.setdefault(message.hash, _Held(message, self._runs)).used = self._runs
        return message

    def _count_run(self, fragments: Sequence[str]) -> None:
        """Let go of what is too old; after a run of fragments, only of what belongs to them."""
        self._runs += 1
        self._held = {
            key: held
            for key, held in self._held.items()
            if self._runs - held.used <= self._most_runs
            or (fragments and held.message.delta.fragment_id not in fragments)
        }
