"""Text of a dossier that tries to be more than text is shown as the letters it is."""

import itertools
import re
from collections.abc import Iterator

import pytest

pytest.importorskip("playwright", reason="browser tests need `uv run --all-groups pytest`")

# isort: split
from playwright.sync_api import Page, expect

from dash.dossier.loaders import open_dossier
from dash.ui.quotes.browse import PAGE_SIZE
from tests import factories as make
from tests.browser.conftest import FIRST_PAINT
from tests.damage import folders
from tests.serving import serve

pytestmark = pytest.mark.browser

# The squares of the statements are a picture of our own.
OTHER_IMAGES = "img:not([src^='data:image/svg'])"
# What is in the table, and what a reader must see where that differs.
HOSTILE = {
    "<b>bold</b> <img src=x onerror=window.hacked=1> <script>window.hacked=1</script>": None,
    "&lt;b&gt; &amp; &copy; &#42;": None,
    "# Heading ## Another": None,
    "1. list - item * item + item": None,
    "**bold** _italic_ ~~struck~~ `code`": None,
    "[click](javascript:window.hacked=1) ![x](https://elsewhere.example/x.png)": None,
    "<https://elsewhere.example> https://elsewhere.example www.elsewhere.example a@b.example": None,
    ":material/home: :red[red] :smile: :small[small] :blue-badge[badge] :streamlit:": None,
    "$E = mc^2$ and $$\\int_0^1$$ and \\(x\\)": None,
    "| a | b | --- | --- | 1 | 2 |": None,
    "> quoted, --- ruled, ``` fenced": None,
    "-> <- <-> -- >= <= ~= :-)": None,
    "back\\slash \\* and {{template}} %s {0} #hash @name": None,
    "\U0001f469‍\U0001f469‍\U0001f467 \U0001f1fa\U0001f1e6 👍🏽 e\u0301": None,
    "שלום עולם abc": None,
    "evil\u202etxt.exe\u202c end": "evil[U+202E]txt.exe[U+202C] end",
    "isolate\u2066left open": "isolate[U+2066]left open",
}
# Loads from elsewhere, if Markdown or HTML reads it.
NAME = (
    "![p](https://elsewhere.example/p.png) <img src=https://elsewhere.example/i.png> "
    "[l](https://elsewhere.example) :material/home:"
)
LONG = "long " * 1999 + "long!"


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server whose statements, speaker, place and notes are hostile."""
    quotes = [
        make.quote(
            id=f"Q{number}",
            text=text,
            exact=text.split()[0],
            note=text,
            check="altered",
            original_text=f"{text} More",
            original_source="paper",
            medium=text,
        )
        for number, text in enumerate([*HOSTILE, LONG])
    ]
    name = "<i>Name</i> :material/home: -> $x$"
    folder = make.write(
        tmp_path_factory.mktemp("hostile"),
        quotes=quotes,
        actors=[make.actor(name=name, role=f"Role {name}")],
        slides=[make.slide(quotes="Q0")],
        differences=[make.difference(title=name, explanation=name, records="Q0")],
        places=[make.place(name=name)],
    )
    log = tmp_path_factory.mktemp("server") / "server.log"
    with serve(log, DOSSIER=str(folder)) as address:
        yield address


@pytest.fixture(scope="module")
def named(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server whose dossier.toml has a hostile name in every field for one."""
    story = re.sub(
        r'(?m)^(title|subtitle|summary|disclaimer|licence|name|label|note|reason|lead) = ".*"$',
        lambda line: f"{line[1]} = '{line[1]} {NAME}'",
        folders.STORY,
    )
    for key in ("everyone", "toll"):
        story = re.sub(rf'(?m)^{key} = ".*"$', f"{key} = '{key} {NAME}'", story)
    number = itertools.count()
    story = re.sub(r"(?m)^name = '", lambda _: f"name = 'n{next(number)} ", story)
    folder = folders.write(tmp_path_factory.mktemp("named") / "dossier")
    (folder / "dossier.toml").write_text(story, encoding="utf-8")
    assert open_dossier(folder).problems == ()
    log = tmp_path_factory.mktemp("server") / "server.log"
    with serve(log, DOSSIER=str(folder)) as address:
        yield address


def test_statements_show_their_letters(page: Page, hostile: str) -> None:
    shown: list[str] = []
    for number in range(-(-(len(HOSTILE) + 1) // PAGE_SIZE)):
        page.goto(f"{hostile}/quotes?quotes_page={number + 1}")
        expect(page.get_by_text("Source: The Paper")).to_be_visible(timeout=FIRST_PAINT)
        main = page.get_by_test_id("stMain")
        shown += main.get_by_role("heading", level=3).all_text_contents()
        for element in (OTHER_IMAGES, "script", "table", "pre", ".katex", "a[href*='.example']"):
            assert main.locator(element).count() == 0, element
        assert main.locator("hr").count() == 1, "the line above the page's foot"
        assert page.evaluate("window.hacked") is None
    expected = [f"“{seen or text}”" for text, seen in HOSTILE.items()]
    assert [_plain(text) for text in shown] == [_plain(text) for text in [*expected, f"“{LONG}”"]]


def test_a_comparison_of_hostile_words_shows_their_letters(page: Page, hostile: str) -> None:
    page.goto(f"{hostile}/quotes?quote=Q0")
    printed = page.get_by_text("The story printed").locator("xpath=..")
    expect(printed).to_contain_text(next(iter(HOSTILE)), timeout=FIRST_PAINT)
    assert page.evaluate("window.hacked") is None


def test_ten_thousand_letters_are_all_there(page: Page, hostile: str) -> None:
    page.goto(f"{hostile}/quotes?quote=Q{len(HOSTILE)}")
    heading = page.get_by_role("heading", level=2).first
    expect(heading).to_have_text(f"“{LONG}”", timeout=FIRST_PAINT)
    width = page.get_by_test_id("stMain").evaluate("e => e.scrollWidth - e.clientWidth")
    assert width == 0


@pytest.mark.parametrize("view", ["Browse", "Exchange", "Where accounts differ"])
def test_no_view_of_the_quotes_lets_hostile_text_act(view: str, page: Page, hostile: str) -> None:
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(f"{hostile}/quotes?quotes_view={view}")
    expect(page.get_by_text("Source: The Paper")).to_be_visible(timeout=FIRST_PAINT)
    name = page.get_by_test_id("stMain").get_by_text("<i>Name</i>").last
    expect(name).to_be_visible()
    assert "<i>Name</i> :material/home: -> $x$" in _plain(name.inner_text())
    own = (hostile, hostile.replace("http", "ws"), "data:", "blob:")
    assert [url for url in requests if not url.startswith(own)] == []
    assert page.evaluate("window.hacked") is None
    expect(page.get_by_test_id("stException")).to_have_count(0)


def test_a_search_marks_hostile_words_without_letting_them_act(page: Page, hostile: str) -> None:
    page.goto(f"{hostile}/quotes?quotes_search=bold")
    heading = page.get_by_role("heading", level=3).first
    expect(heading).to_contain_text("bold", timeout=FIRST_PAINT)
    shown = [_plain(text) for text in page.get_by_role("heading", level=3).all_text_contents()]
    wanted = {_plain(f"“{text}”") for text in HOSTILE if "bold" in text}
    assert set(shown) == wanted
    assert page.get_by_test_id("stMain").locator(f"{OTHER_IMAGES}, script").count() == 0


@pytest.mark.parametrize(
    "path",
    [
        "",
        "map",
        "map?map_place=bridge",
        "casualties",
        "casualties?figures_view=Over time",
        "casualties?figures_view=Compare two",
        "casualties?figure=hurt-many",
        "quotes",
        "quotes?quotes_view=Exchange",
        "slideshow",
        "timeline",
        "timeline?event=quarrel",
        "sources",
        "sources?sources_view=Method",
    ],
)
def test_no_name_of_the_story_loads_anything_from_elsewhere(
    path: str, page: Page, named: str
) -> None:
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(f"{named}/{path}")
    expect(page.get_by_text("Source: The Paper")).to_be_visible(timeout=FIRST_PAINT)
    # A picture is asked for once its words are drawn: the last of the page's may come late.
    page.wait_for_load_state("networkidle")
    own = (named, named.replace("http", "ws"), "data:", "blob:")
    assert [url for url in requests if not url.startswith(own)] == []
    main = page.get_by_test_id("stMain")
    assert main.locator("[src*='elsewhere.example'], a[href*='elsewhere.example']").count() == 0
    expect(page.get_by_test_id("stException")).to_have_count(0)


def _plain(text: str) -> str:
    """Return text without the characters that have no shape and guard it."""
    return "".join(letter for letter in text if letter not in "\u2068\u2069\u2060").strip()
