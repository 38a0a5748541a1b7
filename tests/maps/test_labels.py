"""Tests of dash.maps.labels."""

from dash.maps.labels import Box, Label, place_labels, text_width


def _at(x: float, y: float, text: str = "Upton", gap: float | None = 9.0) -> Label:
    return Label(text, x, y, 14, gap)


def test_a_free_name_stands_right_of_its_point() -> None:
    (placed,) = place_labels([_at(0, 0)], [])
    assert placed is not None
    assert (placed.anchor, placed.baseline, placed.offset) == ("start", "center", (9, 0))


def test_a_name_moves_aside_for_what_stands_there_and_gives_up_in_a_crowd() -> None:
    (placed,) = place_labels([_at(0, 0)], [Box(10, -5, 40, 5)])
    assert placed is not None
    assert placed.anchor == "end"
    assert place_labels([_at(0, 0)], [Box(-200, -200, 200, 200)]) == [None]


def test_the_first_name_has_the_first_choice() -> None:
    first, second = place_labels([_at(0, 0), _at(0, 1)], [])
    assert first is not None
    assert second is not None
    assert first.anchor == "start"
    assert not first.box.meets(second.box)


def test_a_point_that_is_drawn_only_with_its_name_needs_room_for_both() -> None:
    own = Box(-4, -4, 4, 4)
    label = Label("Upton", 0, 0, 14, 9, own=own)
    assert place_labels([label], [Box(-1, -1, 1, 1)]) == [None]
    placed = place_labels([label, _at(2, 2, "On it", gap=None)], [])
    assert placed[0] is not None
    assert placed[1] is None or not placed[1].box.meets(own)


def test_the_widest_line_counts() -> None:
    assert text_width("ab\nabcdef", 10) == text_width("abcdef", 10)
    assert text_width("Київ", 10) > 0


def test_the_edge_of_the_frame_cuts_no_name() -> None:
    frame = Box(-100, -100, 100, 100)
    (town,) = place_labels([_at(80, 0)], [], frame)
    assert town is not None
    assert town.anchor == "end"
    (land,) = place_labels([_at(90, 0, gap=None)], [], frame)
    assert land is not None
    assert frame.holds(land.box)
    assert abs(land.offset[0]) <= land.label.width / 2
    assert place_labels([_at(100, 0, "A very long name", gap=None)], [], frame) == [None]
    (outside,) = place_labels([_at(300, 0)], [], frame)
    assert outside is not None
    assert outside.offset == (9, 0)
