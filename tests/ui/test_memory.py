"""Tests of dash.ui.memory."""

import gc

from dash.ui import memory


def test_what_lives_on_is_set_aside_until_it_is_given_up() -> None:
    try:
        memory.settle()
        assert gc.get_freeze_count() > 10_000
    finally:
        memory.unsettle()
    assert gc.get_freeze_count() == 0
