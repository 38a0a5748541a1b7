"""Where the app, its pages and the dossier that ships lie: in a checkout, or in the wheel."""

from pathlib import Path

PACKAGE = Path(__file__).parent
# What the wheel calls the folder that holds them; pyproject.toml says what goes into it.
IN_WHEEL = "served"


def app_folder() -> Path:
    """Return the folder of app.py, pages/, .streamlit/ and data/."""
    in_wheel = PACKAGE / IN_WHEEL
    return in_wheel if (in_wheel / "app.py").is_file() else PACKAGE.parents[1]


def app_script() -> Path:
    """Return the script that `streamlit run` is given."""
    return app_folder() / "app.py"


def shipped_dossier() -> Path:
    """Return the folder of the dossier that ships."""
    return app_folder() / "data"
