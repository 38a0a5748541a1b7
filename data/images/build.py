"""Draw the pictures of this folder from the tables beside it.

    uv run --group images python data/images/build.py

Writes one WebP file a slide, which is committed, and `words.json` with every word on each. A
test draws them again and compares. Nothing of this is needed when the dashboard runs.
"""

from pathlib import Path

from drawings import DRAWINGS
from gallery import draw_gallery

if __name__ == "__main__":
    draw_gallery(Path(__file__).parent, DRAWINGS, __doc__.splitlines()[0])
