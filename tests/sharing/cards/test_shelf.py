"""Tests of the shelf that drawn cards are kept on."""

from dash.sharing.cards.shelf import Shelf


def test_what_was_put_is_got_with_a_tag_of_its_content() -> None:
    shelf = Shelf(9, 99)
    one, again, other = shelf.put("a", b"1"), shelf.put("b", b"1"), shelf.put("c", b"2")
    assert shelf.get("a") == one
    assert one.tag == again.tag != other.tag
    assert shelf.get("d") is None


def test_what_was_not_asked_for_longest_goes_first() -> None:
    shelf = Shelf(2, 99)
    for name in "ab":
        shelf.put(name, b"1")
    assert shelf.get("a")
    shelf.put("c", b"1")
    assert [bool(shelf.get(name)) for name in "abc"] == [True, False, True]
    assert (len(shelf), shelf.size) == (2, 2)


def test_bytes_are_bounded_too() -> None:
    shelf = Shelf(99, 10)
    for name in "abc":
        shelf.put(name, b"1234")
    assert [bool(shelf.get(name)) for name in "abc"] == [False, True, True]
    assert shelf.put("huge", b"1" * 11).content
    assert shelf.get("huge") is None
    assert shelf.size <= 10


def test_the_same_put_again_counts_once() -> None:
    shelf = Shelf(9, 99)
    shelf.put("a", b"1234")
    shelf.put("a", b"12")
    assert (len(shelf), shelf.size) == (1, 2)
