"""A tab of the benchmark holds what Streamlit's browser would, no more and no less."""

import pytest
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.benchmarks.held import HeldMessages


def held(most_runs: int) -> HeldMessages:
    tab = HeldMessages()
    start = ForwardMsg()
    start.new_session.config.max_cached_message_age = most_runs
    tab.take(start)
    return tab


def text(words: str, fragment: str = "", *, cacheable: bool = True) -> ForwardMsg:
    message = ForwardMsg(hash=words)
    message.delta.new_element.text.body = words
    message.delta.fragment_id = fragment
    message.metadata.cacheable = cacheable
    return message


def reference(words: str, at: int) -> ForwardMsg:
    message = ForwardMsg(ref_hash=words)
    message.metadata.delta_path.append(at)
    return message


def finish(
    tab: HeldMessages,
    *fragments: str,
    status: "ForwardMsg.ScriptFinishedStatus.ValueType" = ForwardMsg.FINISHED_SUCCESSFULLY,
) -> None:
    message = ForwardMsg(script_finished=status)
    message.metadata.run.fragment_ids.extend(fragments)
    tab.take(message)


def test_only_what_is_worth_keeping_is_held() -> None:
    tab = held(2)
    tab.take(text("long"))
    tab.take(text("short", cacheable=False))
    assert list(tab.hashes) == ["long"]


def test_a_reference_is_what_it_refers_to_at_a_place_of_its_own() -> None:
    tab = held(2)
    tab.take(text("long"))
    meant = tab.take(reference("long", 7))
    assert meant.delta.new_element.text.body == "long"
    assert list(meant.metadata.delta_path) == [7]


def test_a_reference_to_what_is_not_held_ends_the_measuring() -> None:
    with pytest.raises(KeyError, match="gone"):
        held(2).take(reference("gone", 0))


def test_what_is_not_used_is_let_go_after_so_many_runs() -> None:
    tab = held(2)
    for words in "used", "unused":
        tab.take(text(words))
    finish(tab)
    finish(tab)
    assert list(tab.hashes) == ["used", "unused"]
    tab.take(reference("used", 0))
    finish(tab)
    assert list(tab.hashes) == ["used"]


def test_a_message_that_is_sent_again_is_used() -> None:
    tab = held(0)
    tab.take(text("again"))
    finish(tab, "other part")
    tab.take(text("again"))
    finish(tab)
    assert not tab.hashes, "kept for no run"
    tab = held(1)
    for _ in range(3):
        tab.take(text("again"))
        finish(tab)
    assert list(tab.hashes) == ["again"]


def test_a_run_of_a_fragment_lets_go_of_nothing_else() -> None:
    tab = held(0)
    tab.take(text("page"))
    tab.take(text("part", "one"))
    tab.take(text("other", "two"))
    finish(tab, "one")
    assert list(tab.hashes) == ["page", "other"]


def test_a_run_that_gives_way_to_another_does_not_count() -> None:
    tab = held(0)
    tab.take(text("page"))
    finish(tab, status=ForwardMsg.FINISHED_EARLY_FOR_RERUN)
    assert list(tab.hashes) == ["page"]
