"""The pictures of days, months and claims along an axis, and of the president's journeys."""

from facts import Facts
from marks import spelled
from sheet import ACCENT, CONTEXT, INK, MARGIN, MUTED, PAPER, RULE, WIDTH, Point, Sheet

from dash.dossier.records import Record
from dash.figures.units import spell_number


def control_checks(facts: Facts) -> Sheet:
    """Who announced what on which day, and the end that was named."""
    sheet = Sheet()
    year = facts.year("khomchak-report")
    sheet.head(f"Russian forces near Ukraine, spring {year}", "Who announced what")
    groups = spelled(facts, "khomchak-btg-2021-03-30")
    rows = (
        ("khomchak-report", "Khomchak, for Ukraine:", f"{groups} are near", CONTEXT, CONTEXT),
        ("control-checks-announced", "Shoigu, for Russia:", "control checks begin", ACCENT, ACCENT),
        (
            "shoigu-remarks",
            "Shoigu: the exercises will",
            f"be over in {spelled(facts, 'exercises-two-weeks')}",
            ACCENT,
            ACCENT,
        ),
        ("return-ordered", "Shoigu: the troops", "are to return", ACCENT, ACCENT),
        (
            "exercises-end",
            "The end he had named",
            f"on {facts.day('shoigu-remarks')}",
            PAPER,
            ACCENT,
        ),
    )
    first, last = facts.span(rows[0][0])[0], facts.span(rows[-1][0])[0]

    def height(day: int) -> float:
        return 160 + (day - first) / (last - first) * 390

    sheet.line([(238, height(first)), (238, height(last))], INK, 3)
    for day in range(first, last + 1):
        sheet.line([(229, height(day)), (238, height(day))], INK, 1.5)
    for event, above, below, fill, edge in rows:
        y = height(facts.span(event)[0])
        sheet.disc((238, y), 13, fill, edge=edge, width=4)
        sheet.text(
            (208, y + 12),
            facts.day(event),
            36,
            family="serif",
            weight=700,
            align="right",
            colour=edge,
        )
        if facts.event(event)["precision"] != "day":
            sheet.text((208, y - 22), "about", align="right", colour=edge)
        sheet.text((274, y - 3), above, 28)
        sheet.text((274, y + 29), below, 28)
    return sheet


def war_by_month(facts: Facts) -> Sheet:
    """Recorded deaths by month: the steep start and the long remainder."""
    sheet = Sheet()
    sheet.head("People killed, by month", "Seven years of war")
    months = facts.months("ucdp", "2021-03")
    left, right, floor, top = MARGIN, WIDTH - MARGIN, 424.0, 140.0
    peak = max(months, key=lambda month: month["best"])
    highest = max(month["high"] for month in months)
    step = (right - left) / len(months)

    def height(people: float) -> float:
        return floor - people / highest * (floor - top)

    for number, month in enumerate(months):
        x = left + number * step
        sheet.bar(
            x + 0.8,
            height(month["best"]),
            x + step - 0.8,
            floor,
            ACCENT if month is peak else CONTEXT,
        )
        centre = x + step / 2
        sheet.line([(centre, height(month["low"])), (centre, height(month["high"]))], INK, 1.4)
        if month["as_of"].endswith("-01"):
            sheet.line([(x, floor), (x, floor + 8)], MUTED, 1.5)
            if int(month["as_of"][:4]) % 2:
                sheet.text(
                    (x, floor + 34),
                    month["as_of"][:4],
                    colour=MUTED,
                    align="left" if number < 60 else "centre",
                )
    sheet.line([(left, floor), (right, floor)], INK, 2)
    x = left + months.index(peak) * step + 16
    y = height(peak["best"])
    sheet.text(
        (x, y + 16),
        facts.value(peak["id"]).split("best estimate ")[1].rstrip(")"),
        52,
        family="serif",
        weight=700,
        colour=ACCENT,
    )
    sheet.text((x, y + 48), f"in {facts.as_of(peak['id'])}", 27)
    _widest_month(sheet, max(months, key=lambda month: month["high"]), facts, x)
    final = months[-1]
    sheet.text(
        (right, 344),
        f"{final['best']:,.0f}",
        52,
        family="serif",
        weight=700,
        colour=CONTEXT,
        align="right",
    )
    sheet.text((right, 378), f"in {facts.as_of(final['id'])}", 27, align="right")
    sheet.foot(
        f"{facts.claimant(final['id'])}, to {facts.as_of(final['id'])}",
        "Bars: best estimate. Thin lines: lowest to highest.",
        "Without the Euromaidan deaths in Kyiv, outside that war",
    )
    return sheet


def _widest_month(sheet: Sheet, month: Record, facts: Facts, left: float) -> None:
    """Name the month whose line reaches highest, at the top of its line, and what is in it."""
    name = facts.as_of(month["id"]).split()[0]
    sheet.lines(
        (left, 150), (f"{name}: up to {spell_number(month['high'])},", f"{month['callout']}")
    )


def the_week(facts: Facts) -> Sheet:
    """Three stations of the president, roughly where they lie, with their days."""
    sheet = Sheet()
    sheet.head(f"Zelenskiy's journeys, {facts.map_status()}", "Front, Istanbul, Paris")
    west, north, scale = 1.0, 51.6, 17.6

    def at(place: str) -> Point:
        longitude, latitude = facts.point(place)
        return MARGIN + (longitude - west) * scale, 176 + (north - latitude) * scale * 1.3

    donbas, istanbul, paris = at("donbas"), at("istanbul"), at("paris")
    sheet.curve(donbas, (donbas[0] - 10, istanbul[1] - 20), istanbul, ACCENT, 5)
    sheet.curve(istanbul, (paris[0] + 190, istanbul[1] - 20), paris, ACCENT, 5, dash=(3, 2.2))
    for place, event, name, (right, down), align in (
        (donbas, "zelenskiy-front-2021-04-08", "Donbas: the troops", (20, -62), "right"),
        (istanbul, "erdogan-meeting", "Istanbul: Erdogan", (0, 58), "centre"),
        (paris, "zelenskiy-macron", "Paris: Macron", (-18, -62), "left"),
    ):
        sheet.disc(
            place, 15, PAPER if event == "zelenskiy-macron" else ACCENT, edge=ACCENT, width=6
        )
        x, y = place[0] + right, place[1] + down
        sheet.text((x, y), name, 36, family="serif", weight=700, align=align)
        sheet.text((x, y + 33), facts.day(event), 29, align=align)
    sheet.foot(f"Dashed: after the article of {facts.day('biden-putin-call')}. Not to scale")
    return sheet


def citizens(facts: Facts) -> Sheet:
    """Six claims about one number, each with whose it is and as of when."""
    sheet = Sheet()
    sheet.head("Russian citizens in the separatist-held area", "Who counts, and how many")
    rows = (
        "reznikov-citizens-2020-12",
        "residents-400000",
        "reznikov-citizens-2021",
        "kornet-citizens-2021-04-21",
        "vodolatsky-citizens-2021",
        "russian-data-citizens-2021-02",
    )
    rows = tuple(sorted(rows, key=facts.number))
    left, scale = 392.0, (WIDTH - MARGIN - 60 - 392.0) / 640_000
    for number, figure in enumerate(rows):
        y = 152 + number * 68
        own = facts.figure(figure)["in_story"]
        colour = ACCENT if own else CONTEXT
        who = "The gallery: nobody named" if own else f"{facts.claimant(figure)} ({SIDES[figure]})"
        sheet.text((MARGIN, y + 8), who, 25, weight=600, colour=colour)
        sheet.text((MARGIN, y + 37), facts.dated(figure), colour=MUTED)
        end = left + facts.number(figure) * scale
        sheet.line([(left, y + 32), (end, y + 32)], colour, 7)
        if facts.figure(figure)["bound"] in ("at_least", "more_than"):
            sheet.area([(end, y + 20), (end + 20, y + 32), (end, y + 44)], colour)
        else:
            sheet.disc((end, y + 32), 9, colour)
        sheet.text((left + 8, y + 15), facts.value(figure), 31, family="serif", weight=700)
    sheet.line([(left, 142), (left, 152 + 6 * 68 - 18)], RULE, 2)
    sheet.text(
        (MARGIN, 582), "An arrow: that many or more. Dates differ; do not average", colour=MUTED
    )
    return sheet


SIDES = {
    "reznikov-citizens-2020-12": "Ukraine",
    "reznikov-citizens-2021": "Ukraine",
    "kornet-citizens-2021-04-21": "“LPR”",
    "vodolatsky-citizens-2021": "Duma",
    "russian-data-citizens-2021-02": "as reported",
}
