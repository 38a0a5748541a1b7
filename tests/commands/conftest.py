"""What the commands' tests share."""

from pathlib import Path

import pytest

from tests import factories as make


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small sound dossier."""
    return make.write(tmp_path / "dossier")
