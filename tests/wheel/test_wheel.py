"""The wheel in an environment of its own, and a repository as Streamlit's Cloud runs it.

What is written and run here is what docs/publish.md says, word for word.
"""

import asyncio
import os
import re
import shutil
import subprocess
import sys
import urllib.request
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest
from streamlit.proto.NewSession_pb2 import NewSession

from tests.benchmarks.client import Run, open_tab
from tests.conftest import ROOT
from tests.pages.app import HEADINGS
from tests.serving import await_health, free_port

pytestmark = pytest.mark.slow

DOCUMENT = ROOT / "docs" / "publish.md"
# Of the example, which `new` writes.
SOURCE, PUBLISHER = "Marrow loses its giant", "The Marrow Echo"
# What this environment says of itself is nothing to another one.
FOREIGN = re.compile(r"VIRTUAL_ENV|PYTHON.*|UV_PROJECT.*|DOSSIER.*|STREAMLIT_.*|COV.*")
ENVIRONMENT = {key: value for key, value in os.environ.items() if not FOREIGN.fullmatch(key)}
HEADLESS = {"STREAMLIT_SERVER_HEADLESS": "true"}


def _blocks(language: str) -> list[str]:
    text = DOCUMENT.read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.DOTALL | re.MULTILINE)


def _run(*words: str | Path, cwd: Path) -> str:
    done = subprocess.run(
        list(map(str, words)), cwd=cwd, env=ENVIRONMENT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def _uv(*words: str | Path, cwd: Path) -> str:
    """Run uv with what its cache holds, or where that does not suffice, with the network."""
    uv = shutil.which("uv")
    if uv is None:
        pytest.skip("no uv: `pip install uv`")
    try:
        return _run(uv, *words, "--offline", cwd=cwd)
    except AssertionError:
        return _run(uv, *words, cwd=cwd)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout."""
    folder = tmp_path_factory.mktemp("dist")
    _uv("build", "--wheel", "--quiet", "--out-dir", folder, cwd=ROOT)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def commands(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the commands of an environment lie that has the wheel and nothing of this checkout."""
    folder = tmp_path_factory.mktemp("installed")
    _uv("venv", "--quiet", "--python", sys.executable, "env", cwd=folder)
    python = folder / "env" / "bin" / "python"
    _uv("pip", "install", "--quiet", "--python", python, wheel, cwd=folder)
    return python.parent


@contextmanager
def _served(words: Sequence[str | Path], port: int, cwd: Path, log: Path) -> Iterator[str]:
    """Run a command that serves; yield the address."""
    with log.open("wb") as output:
        server = subprocess.Popen(
            list(map(str, words)), cwd=cwd, env=ENVIRONMENT | HEADLESS, stdout=output, stderr=output
        )
    try:
        await_health(port, server, log)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(timeout=20)
    told = log.read_text(encoding="utf-8")
    assert "Unforeseen error" not in told, told
    assert "Traceback" not in told, told


def _open(address: str) -> dict[str, Run]:
    """Open every page as a new reader each; a page with an error raises."""

    async def open_all() -> dict[str, Run]:
        found = {}
        for name in HEADINGS:
            page = "" if name == "app" else name
            async with open_tab(address, page) as tab:
                found[name] = await tab.run()
        return found

    # In a thread of its own: the browser tests leave an event loop running in this one.
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(lambda: asyncio.run(open_all())).result()


def _words(run: Run) -> str:
    return " ".join(str(message.delta.new_element) for message in run.messages)


def _session(run: Run) -> NewSession:
    return next(m.new_session for m in run.messages if m.WhichOneof("type") == "new_session")


def _require_whole(pages: dict[str, Run], address: str) -> None:
    """Hold pages to what they are in a checkout: the story, its pictures and ground, the look."""
    for name, run in pages.items():
        assert PUBLISHER in _words(run), name
        session = _session(run)
        assert not session.config.gather_usage_stats
        assert session.custom_theme.heading_font, "the look of .streamlit/config.toml"
    found = re.findall(r"/app/static/pictures/\w+|geo/\w+\.geojson", _words(pages["slideshow"]))
    found += re.findall(r"geo/\w+\.geojson", _words(pages["map"]))
    assert len(set(found)) >= 2
    for path in set(found):
        request = urllib.request.Request(f"{address}/{path.lstrip('/')}")  # noqa: S310
        with urllib.request.urlopen(request, timeout=20) as answer:  # noqa: S310
            assert answer.status == 200


def test_an_installed_wheel_begins_checks_and_serves_a_dossier(
    commands: Path, tmp_path: Path
) -> None:
    python, port = commands / "python", free_port()
    _run(commands / "dossier-dash", "new", "my-story", cwd=tmp_path)
    assert "No problems." in _run(python, "-m", "dash", "check", "my-story", cwd=tmp_path)
    words: list[str | Path] = [python, "-m", "dash", "serve", "my-story", "--port", str(port)]
    with _served(words, port, tmp_path, tmp_path / "log") as address:
        _require_whole(_open(address), address)
    location = _run(python, "-c", "import dash; print(dash.__file__)", cwd=tmp_path)
    assert Path(location.strip()).is_relative_to(commands.parent)


def test_without_a_folder_the_dossier_that_ships_is_served(commands: Path, tmp_path: Path) -> None:
    code = "import dash.dossier.loaders as l; print(len(l.load_dossier(l.dossier_folder()).quotes))"
    assert _run(commands / "python", "-c", code, cwd=tmp_path).strip() == "41"


def test_a_repository_of_its_own_runs_as_the_cloud_runs_it(wheel: Path, tmp_path: Path) -> None:
    """A clean checkout, `uv sync` from its lock file, `streamlit run`, every page."""
    made, checkout = tmp_path / "made", tmp_path / "checkout"
    (made / "wheels").mkdir(parents=True)
    shutil.copy(wheel, made / "wheels")
    project, source = _blocks("toml")
    source = re.sub(r"dossier_dash-[\d.]+-", f"dossier_dash-{wheel.name.split('-')[1]}-", source)
    (made / "pyproject.toml").write_text(f"{project}\n{source}", encoding="utf-8")
    (script,) = _blocks("python")
    (made / "streamlit_app.py").write_text(script, encoding="utf-8")
    (made / ".gitignore").write_text(".venv/\n", encoding="utf-8")
    _run(sys.executable, "-m", "dash", "new", made / "my-story", cwd=ROOT)
    _uv("lock", "--quiet", cwd=made)
    who = ("-c", "user.name=A", "-c", "user.email=a@b.example")
    _run("git", "init", "--quiet", cwd=made)
    _run("git", "add", ".", cwd=made)
    _run("git", *who, "commit", "--quiet", "-m", "A dossier", cwd=made)
    _run("git", "clone", "--quiet", made, checkout, cwd=tmp_path)
    _uv("sync", "--quiet", "--frozen", cwd=checkout)
    # The Cloud's secrets; those at the top are environment variables, too.
    (checkout / ".streamlit").mkdir()
    secrets = checkout / ".streamlit" / "secrets.toml"
    secrets.write_text('DOSSIER_OPEN = "off"\n', encoding="utf-8")
    port = free_port()
    words: list[str | Path] = [checkout / ".venv" / "bin" / "streamlit", "run", "streamlit_app.py"]
    words += [f"--server.port={port}", "--server.address=127.0.0.1"]
    with _served(words, port, checkout, tmp_path / "log") as address:
        pages = _open(address)
        _require_whole(pages, address)
    assert "shows its own dossier only" in _words(pages["open"])


def test_the_commands_of_the_document_are_commands() -> None:
    told = "\n".join(_blocks("sh"))
    named = set(re.findall(r"(?:python -m dash|dossier-dash) (\w+)", told))
    assert named == {"new", "check", "serve"}
    for name in named:
        assert _run(sys.executable, "-m", "dash", name, "--help", cwd=ROOT)
