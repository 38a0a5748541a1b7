"""A few hundred cases of damage; `python -m tests.damage` runs thousands."""

from pathlib import Path

import pytest

from tests.damage import addresses, folders
from tests.damage.cases import open_damaged, page_of, run, show_address, show_damaged
from tests.pages.app import PAGES, text_of

FOLDERS, SHOWN, ADDRESSES = 110, 44, 42

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that is damaged, still whole."""
    return folders.write(tmp_path_factory.mktemp("sound") / "dossier")


@pytest.mark.parametrize("kind", range(len(folders.KINDS)), ids=list(folders.KINDS))
def test_a_damaged_folder_is_opened_and_its_problems_are_told(kind: int) -> None:
    for number in range(kind, FOLDERS, len(folders.KINDS)):
        open_damaged(number)


@pytest.mark.parametrize("kind", range(len(folders.KINDS)), ids=list(folders.KINDS))
def test_a_page_on_a_damaged_folder_shows_what_it_can(kind: int) -> None:
    for number in range(kind, SHOWN, len(folders.KINDS)):
        show_damaged(number, [page_of(number)])


@pytest.mark.parametrize("page", PAGES)
def test_the_folder_is_sound_before_it_is_damaged(page: str, sound: Path) -> None:
    app = run(page, sound, {})
    assert not app.error
    assert "Source: The Paper" in text_of(app)


@pytest.mark.parametrize("number", range(ADDRESSES))
def test_a_hostile_address_leads_to_the_page(number: int, sound: Path) -> None:
    show_address(number, sound)


@pytest.mark.parametrize(
    ("page", "parameter"),
    [(page, name) for page, names in addresses.PARAMETERS.items() for name in names],
)
def test_an_empty_parameter_leads_to_the_page(page: str, parameter: str, sound: Path) -> None:
    app = run(page, sound, {parameter: ""})
    assert not app.error
