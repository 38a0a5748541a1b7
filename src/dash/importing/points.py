"""Whether points lie on the dossier's map, or would do so with their degrees exchanged."""

from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from dash.schema.incidents import LAST_DRAWN
from dash.schema.story import Bounds

# Of the points, from which on it is no chance.
MOST_OF_THEM = 0.8
DEGREES = ("longitude", "latitude")


class Points:
    """Counts points on the map, as they are and with degrees exchanged."""

    def __init__(self, bounds: Bounds | None) -> None:
        """Keep the map's west, south, east and north; without a map nothing is counted."""
        self._bounds = bounds
        self._drawn = self._inside = self._inside_turned = 0

    @property
    def look_turned(self) -> bool:
        """Whether most lie on the map only with their degrees exchanged."""
        most = MOST_OF_THEM * self._drawn
        return self._inside_turned > most and self._drawn - self._inside > most

    def add(self, rows: pa.RecordBatch) -> None:
        """Count the points of rows in the columns of the contract."""
        if self._bounds is None:
            return
        drawn = pc.less_equal(rows.column("where_precision"), LAST_DRAWN)
        points = rows.filter(pc.and_(drawn, pc.is_valid(rows.column("longitude"))))
        longitudes, latitudes = (
            points.column(name).to_numpy(zero_copy_only=False) for name in DEGREES
        )
        self._drawn += points.num_rows
        self._inside += _number_inside(longitudes, latitudes, self._bounds)
        self._inside_turned += _number_inside(latitudes, longitudes, self._bounds)


def _number_inside(longitudes: Any, latitudes: Any, bounds: Bounds) -> int:
    west, south, east, north = bounds
    across = (longitudes >= west) & (longitudes <= east)
    return int((across & (latitudes >= south) & (latitudes <= north)).sum())
