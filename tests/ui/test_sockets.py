"""Tests of dash.ui.sockets: what is accepted sends at once."""

import socket

import pytest

from dash.ui import sockets


def _accepted(listening: socket.socket) -> int:
    with socket.create_connection(listening.getsockname()), listening.accept()[0] as accepted:
        return accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


@pytest.fixture
def listening() -> socket.socket:
    """A socket bound as Streamlit binds its own."""
    bound = socket.socket(socket.AF_INET)
    bound.bind(("127.0.0.1", 0))
    bound.listen(1)
    return bound


def test_accepted_connections_inherit_the_option(listening: socket.socket) -> None:
    with listening:
        assert not _accepted(listening)
        assert sockets.send_at_once() >= 1
        assert _accepted(listening)


def test_a_socket_that_does_not_listen_is_left_alone() -> None:
    with socket.socket(socket.AF_INET) as idle:
        sockets.send_at_once()
        assert not idle.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


def test_where_descriptors_cannot_be_listed_nothing_happens(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sockets, "DESCRIPTORS", ())
    assert sockets.send_at_once() == 0
