"""Rows and files of events as UCDP and ACLED give them out, for tests to bend."""

import csv
import io
from collections.abc import Mapping, Sequence
from pathlib import Path

Row = Mapping[str, object]

# The 49 columns of UCDP GED since 17.1.
_GED = (
    "id,relid,year,active_year,code_status,type_of_violence,conflict_dset_id,conflict_new_id,"
    "conflict_name,dyad_dset_id,dyad_new_id,dyad_name,side_a_dset_id,side_a_new_id,side_a,"
    "side_b_dset_id,side_b_new_id,side_b,number_of_sources,source_article,source_office,"
    "source_date,source_headline,source_original,where_prec,where_coordinates,"
    "where_description,adm_1,adm_2,latitude,longitude,geom_wkt,priogrid_gid,country,"
    "country_id,region,event_clarity,date_prec,date_start,date_end,deaths_a,deaths_b,"
    "deaths_civilians,deaths_unknown,best,high,low,gwnoa,gwnob"
)
# As HDX exports it: a column more, and below the names the tags of the Humanitarian Exchange
# Language.
TAGS = {
    "year": "#date+year",
    "side_a": "#group+name+first",
    "side_b": "#group+name+second",
    "latitude": "#geo+lat",
    "longitude": "#geo+lon",
    "country": "#country+name",
    "date_start": "#date+start",
    "date_end": "#date+end",
    "best": "#affected+killed",
}
_ACLED = (
    "event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,"
    "actor1,assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,"
    "iso,region,country,admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,"
    "source_scale,notes,fatalities,tags,timestamp"
)
GED, ACLED = (names.split(",") for names in (_GED, _ACLED))


def ged(**changes: object) -> dict[str, object]:
    """Return an event of UCDP GED: killed are two of side A, one of side B, two civilians."""
    row: dict[str, object] = {
        "id": 149866,
        "type_of_violence": 1,
        "dyad_name": "Government of Valley - Upton Front",
        "side_a": "Government of Valley",
        "side_b": "Upton Front",
        "where_prec": 1,
        "where_coordinates": "Upton town",
        "adm_1": "Upper oblast",
        "latitude": "3.000000",
        "longitude": "2.000000",
        "country": "Valley",
        "date_prec": 1,
        "date_start": "2014-04-13 00:00:00.000",
        "date_end": "2014-04-13 00:00:00.000",
        "deaths_a": 2,
        "deaths_b": 1,
        "deaths_civilians": 2,
        "deaths_unknown": 0,
        "best": 5,
        "high": 7,
        "low": 4,
    }
    return row | changes


def acled(**changes: object) -> dict[str, object]:
    """Return an event of ACLED: three killed in a battle near a town."""
    row: dict[str, object] = {
        "event_id_cnty": "VAL1",
        "event_date": "31 January 2023",
        "time_precision": 1,
        "event_type": "Battles",
        "actor1": "Military Forces of Valley",
        "actor2": "Upton Front",
        "country": "Valley",
        "admin1": "Upper oblast",
        "location": "Upton",
        "latitude": 3.0,
        "longitude": 2.0,
        "geo_precision": 2,
        "notes": "They fought.",
        "fatalities": 3,
    }
    return row | changes


def lines(rows: Sequence[Row], columns: Sequence[str] = GED, separator: str = ",") -> list[str]:
    """Return the rows of a CSV as text, the names of the columns first."""
    told = []
    for row in ({name: name for name in columns}, *rows):
        text = io.StringIO()
        csv.writer(text, delimiter=separator, lineterminator="\n").writerow(
            [row.get(name, "") for name in columns]
        )
        told.append(text.getvalue())
    return told


def write(
    file: Path, rows: Sequence[Row], columns: Sequence[str] = GED, separator: str = ","
) -> Path:
    """Write a CSV in UTF-8 and return it."""
    file.write_text("".join(lines(rows, columns, separator)), encoding="utf-8", newline="")
    return file
