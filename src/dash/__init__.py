"""A news story as a folder of tables, and the dashboard that draws them."""

import sys

__version__ = "0.1.0"

# pandera imports pandas on Spark wherever Spark's client is installed, which takes time and warns
# of pandas 3. Nothing here uses it: told that it is not there, pandera goes on without.
sys.modules.setdefault("pyspark.pandas", None)  # type: ignore[arg-type]
