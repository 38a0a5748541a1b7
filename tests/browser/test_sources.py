"""The trail in a browser: from a record to its source, and a stranger's copy of the story."""

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("playwright", reason="browser tests need `uv run --all-groups pytest`")

# isort: split
from playwright.sync_api import Page, expect

from dash.markdown import WORD_JOINER
from dash.schema.vocabulary import VERIFICATION
from tests import factories as make
from tests.browser.conftest import FIRST_PAINT
from tests.serving import serve

pytestmark = pytest.mark.browser

HOSTILE = """<!doctype html><html><body onload="document.title='owned'">
<script>document.title='owned'</script><img src="http://evil.invalid/x.png" onerror="alert(1)">
<p>They quarrelled on Tuesday over the old bridge, said the mayor.</p>
<p>There were more than a dozen hurt. ![x](http://evil.invalid/y.png) &lt;img src=x&gt;</p>
<p>“We shall not pay.”</p><p>The bridge stands to this day.</p></body></html>"""


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server that shows the small dossier."""
    folder = tmp_path_factory.mktemp("small")
    with serve(folder / "server.log", DOSSIER=str(make.write(folder / "dossier"))) as address:
        yield address


def _open(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.get_by_text("Map status")).to_be_visible(timeout=FIRST_PAINT)


def test_a_record_leads_to_its_words_and_to_all_that_rests_on_its_source(
    page: Page, small: str
) -> None:
    _open(page, f"{small}/sources?sources_view=Method")
    expect(page.get_by_text(f"{VERIFICATION['ART'].label} (ART)", exact=True).first).to_be_visible()
    page.get_by_role("link", name="Timeline").click()
    expect(page.get_by_role("heading", level=1, name="What happened when")).to_be_visible()
    page.get_by_role("button", name="They quarrel").first.click()
    page.get_by_role("button", name="Source").first.click()
    original = page.get_by_role("link", name="Open the original at these words")
    words = "quarrelled%20on%20Tuesday"
    expect(original).to_have_attribute("href", f"https://paper.example/1#:~:text={words}")
    page.get_by_role("link", name="All that rests on this source").click()
    expect(page.get_by_role("heading", name="What rests on it: 6 records")).to_be_visible()
    assert page.url == f"{small}/sources?source=paper"
    page.get_by_role("link", name="The bridge", exact=True).click()
    expect(page.get_by_role("heading", level=1, name="Where it happens")).to_be_visible()
    page.go_back()
    expect(page.get_by_role("heading", name="What rests on it: 6 records")).to_be_visible()
    page.get_by_role("button", name="All sources").click()
    expect(page.get_by_text("2 sources", exact=True)).to_be_visible()


def test_a_hostile_copy_is_shown_as_text_and_asks_nobody(
    page: Page, small: str, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.html"
    copy.write_text(HOSTILE, encoding="utf-8")
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    _open(page, f"{small}/sources?sources_view=Check+it+yourself")
    page.locator("input[type=file]").set_input_files(copy)
    expect(page.get_by_text("copy.html")).to_be_visible()
    page.get_by_role("button", name="Compare").click()
    expect(page.get_by_text("6 of 6 anchors stand once")).to_be_visible()
    marked = page.locator("strong", has_text="more than a dozen hurt")
    expect(marked).to_be_visible()
    shown = f"![x](http:{WORD_JOINER}//evil.invalid/y.png) <img src=x>"
    expect(page.get_by_text(shown)).to_be_visible()
    link = page.get_by_role("link", name="hurt-many", exact=True)
    assert link.evaluate("link => link.href") == f"{small}/casualties?figure=hurt-many"
    assert page.title() == "Sources · A quarrel over a bridge"
    own = (small, small.replace("http", "ws"), "data:", "blob:")
    assert [url for url in requests if not url.startswith(own)] == []


def test_the_whole_dossier_is_one_file(page: Page, small: str) -> None:
    _open(page, f"{small}/sources?sources_view=Tables")
    with page.expect_download() as download:
        page.get_by_role("button", name="Download the dossier (zip)").click()
    assert download.value.suggested_filename == "paper.zip"
    content = Path(download.value.path()).read_bytes()
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert "datapackage.json" in archive.namelist()
