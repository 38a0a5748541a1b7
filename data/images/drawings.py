"""The nine pictures: the opening card and the eight slides, each one idea.

Every number and date comes from a record of the dossier. Figures stand on one scale only where
one body gives them, of the same population and in the same unit; the others stand apart, with
who says so and as of when.
"""

import math
import random
from collections.abc import Callable

from facts import Facts
from ground import Ground
from dash.dates import spell

from sheet import (
    ACCENT,
    CONTEXT,
    INK,
    LAND,
    MARGIN,
    MUTED,
    PAPER,
    RULE,
    WIDTH,
    Point,
    Sheet,
)


def opening_card(facts: Facts) -> Sheet:
    """The region: one country, one border, two areas that its government does not hold."""
    sheet = Sheet()
    ground = Ground(sheet, 21.4, 55.7, 33.0)
    ground.draw()
    label(sheet, ground.at(30.4, 48.9), "Ukraine", 46)
    label(sheet, ground.at(41.3, 51.5), "Russia", 46)
    note(sheet, (504, 528), ["Crimea: annexed by Russia", "in 2014; internationally", "recognised as Ukraine"],
         ground.at(*facts.point("crimea")), bend=(-8, -8))
    note(sheet, (606, 276), ["Held by Russian-", "backed sepa-", "ratists (approx.)"],
         ground.at(38.9, 48.2), bend=(10, 64))
    plate(sheet, "Russia and Ukraine, April 2021", "Each blames the other")
    sheet.line([(MARGIN, 536), (MARGIN + 52, 536)], ACCENT, 4, dash=(2.2, 1.8))
    style = {"colour": ACCENT, "weight": 600, "halo": PAPER}
    sheet.lines((MARGIN + 64, 544), ["Line of contact", "(approximate)"], **style)
    return sheet


def build_up(facts: Facts) -> Sheet:
    """What Ukraine counted, at the border and in Crimea, and what Russia told."""
    sheet = Sheet()
    border, crimea = "mendel-border-2021-04-12", "mendel-crimea-2021-04-12"
    ground = Ground(sheet, 17.6, 56.2, 25.0)
    ground.draw()
    label(sheet, ground.at(30.4, 49.0), "Ukraine", 40)
    for figure, area, place, name in (
        (border, ground.at(36.4, 50.3), ground.at(39.0, 51.4), "at the border"),
        (crimea, ground.at(*facts.point("crimea")), ground.at(37.7, 44.35), "in Crimea"),
    ):
        sheet.line([area, place], ACCENT, 4)
        sheet.disc(area, 6, ACCENT)
        sheet.disc(place, 0.33 * math.sqrt(facts.number(figure)), ACCENT)
        sheet.text((place[0], place[1] + 12), facts.value(figure), 37, family="serif", weight=700,
                   colour=PAPER, align="centre")
        sheet.text((place[0] + 76, place[1] + 10), name, 29, weight=600, halo=PAPER)
    plate(sheet, f"Ukraine's count, {facts.as_of(border)}", "How many Russian troops?")
    sheet.bar(0, 520, WIDTH, 600, PAPER)
    armies, airborne = "shoigu-armies-2021-04-13", "shoigu-airborne-2021-04-13"
    sheet.text((MARGIN, 551), f"{facts.claimant(border)}, for Ukraine. Russia names units, not men: {facts.value(armies)}", colour=MUTED)
    sheet.text((MARGIN, 581), f"armies, {facts.value(airborne)} airborne formations, in its west (Shoigu, {day_of(facts, armies)})", colour=MUTED)
    return sheet


def control_checks(facts: Facts) -> Sheet:
    """Who announced what on which day, and the end that was named."""
    sheet = Sheet()
    sheet.head("Russian forces near Ukraine, spring 2021", "Who announced what")
    groups = spelled(facts, "khomchak-btg-2021-03-30")
    rows = (
        ("khomchak-report", "Khomchak, for Ukraine:", f"{groups} are near", CONTEXT, CONTEXT),
        ("control-checks-announced", "Shoigu, for Russia:", "control checks begin", ACCENT, ACCENT),
        ("shoigu-remarks", "Shoigu: the exercises will", f"be over in {spelled(facts, 'exercises-two-weeks')}", ACCENT, ACCENT),
        ("return-ordered", "Shoigu: the troops", "are to return", ACCENT, ACCENT),
        ("exercises-end", f"The end he had named", f"on {facts.day('shoigu-remarks')}", PAPER, ACCENT),
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
        sheet.text((208, y + 12), facts.day(event), 36, family="serif", weight=700, align="right", colour=edge)
        sheet.text((274, y - 3), above, 28)
        sheet.text((274, y + 29), below, 28)
    return sheet


def warships(facts: Facts) -> Sheet:
    """The pair that sailed in March and the pair announced for April, beside the strait."""
    sheet = Sheet()
    ground = Ground(sheet, 27.35, 46.05, 78.0)
    ground.draw()
    strait = ground.at(*facts.point("bosporus"))
    sheet.disc(strait, 10, PAPER, edge=INK, width=5)
    sheet.text((strait[0], strait[1] + 44), "Bosporus", 29, weight=600, align="centre", halo=PAPER)
    sheet.text((205, 330), "Black Sea", 32, family="serif", weight=600, colour=CONTEXT, align="centre")
    left = 352
    sheet.bar(left - 34, 0, WIDTH, 600, PAPER)
    plate(sheet, "US warships in the Black Sea, 2021", "Two pairs, not one")
    for number in range(int(facts.number("destroyers-march"))):
        ship(sheet, (left + 54 + 136 * number, 206), CONTEXT, solid=True)
    sheet.text((left, 284), "March: sailed", 37, family="serif", weight=700, colour=CONTEXT)
    for row, (event, name) in enumerate((("monterey-enters", "USS Monterey"), ("hudner-enters", "USS Thomas Hudner"))):
        sheet.text((left, 320 + 31 * row), f"{name}, {facts.day(event)}", 25)
    for number in range(int(facts.number("warships-april"))):
        ship(sheet, (left + 54 + 136 * number, 438), ACCENT, solid=False)
    sheet.text((left, 516), "April: never came", 37, family="serif", weight=700, colour=ACCENT)
    sheet.text((left, 552), f"Turkey told of them on {facts.day('turkey-discloses')},", 25)
    sheet.text((left, 582), f"called off on {facts.day('warships-cancelled').replace(' to ', '–', 1)}", 25)
    return sheet


def war_by_month(facts: Facts) -> Sheet:
    """Recorded deaths by month: the steep start and the long remainder."""
    sheet = Sheet()
    sheet.head("People killed, by month", "Seven years of war")
    months = facts.months("ucdp", "2021-03")
    left, right, floor, top = MARGIN, WIDTH - MARGIN, 452.0, 140.0
    peak = max(months, key=lambda month: month["best"])
    highest = max(month["high"] for month in months)
    step = (right - left) / len(months)

    def height(people: float) -> float:
        return floor - people / highest * (floor - top)

    for number, month in enumerate(months):
        x = left + number * step
        sheet.bar(x + 0.8, height(month["best"]), x + step - 0.8, floor, ACCENT if month is peak else CONTEXT)
        centre = x + step / 2
        sheet.line([(centre, height(month["low"])), (centre, height(month["high"]))], INK, 1.4)
        if month["as_of"].endswith("-01"):
            sheet.line([(x, floor), (x, floor + 8)], MUTED, 1.5)
            if int(month["as_of"][:4]) % 2:
                sheet.text((x, floor + 34), month["as_of"][:4], colour=MUTED, align="left" if number < 60 else "centre")
    sheet.line([(left, floor), (right, floor)], INK, 2)
    x = left + months.index(peak) * step + 16
    y = height(peak["best"])
    sheet.text((x, y + 4), facts.value(peak["id"]).split("best estimate ")[1].rstrip(")"), 52, family="serif", weight=700, colour=ACCENT)
    sheet.text((x, y + 36), f"in {facts.as_of(peak['id'])}", 27)
    final = months[-1]
    sheet.text((right, 372), f"{final['best']:,.0f}", 52, family="serif", weight=700, colour=CONTEXT, align="right")
    sheet.text((right, 406), f"in {facts.as_of(final['id'])}", 27, align="right")
    sheet.foot(
        f"{facts.claimant(final['id'])}, to {facts.as_of(final['id'])}",
        "Bars: best estimate. Thin lines: lowest to highest",
    )
    return sheet


def civilians(facts: Facts) -> Sheet:
    """One dot for each civilian: those to the end of 2018, and those of 2019."""
    sheet = Sheet()
    before, year = "un-civilians-killed-2018-12-31", "un-civilians-killed-year-2019"
    until, in_year = facts.as_of(before)[-4:], facts.as_of(year)[-4:]
    sheet.head("One dot, one civilian killed", f"{facts.value(before).capitalize()} by the end of {until}")
    # 14 pixels from dot to dot: on whole pixels all dots look alike.
    apart, columns, left, top = 14 / 1.8, 91, MARGIN + 4, 140
    total, later = int(facts.number(before)), int(facts.number(year))
    spots = [(left + n % columns * apart, top + n // columns * apart) for n in range(total)]
    sheet.dots(spots, 2.9, CONTEXT)
    start = spell(facts.figure(before)["period_start"])
    sheet.text((MARGIN, 454), f"in eastern Ukraine, counted from {start}", 27, colour=CONTEXT)
    sheet.dots([(left + n * apart, 496) for n in range(later)], 2.9, ACCENT)
    sheet.text((left + later * apart + 18, 510), f"{facts.value(year)} in all of {in_year}", 40, family="serif", weight=700, colour=ACCENT)
    sheet.foot(f"{facts.claimant(before)}, as news media relayed it")
    return sheet


def ceasefire(facts: Facts) -> Sheet:
    """An average day before and after 27 July 2020, one stroke a violation; then single days."""
    sheet = Sheet()
    before, after = "osce-violations-per-day-before-2020-07-27", "osce-violations-per-day-after-2020-07-27"
    sheet.head("Ceasefire violations on an average day of 2020", f"{facts.value(before)}, then {facts.value(after)}")
    for figure, left, words in (
        (before, MARGIN, f"before {facts.day('ceasefire-in-force-2020')}"),
        (after, WIDTH / 2 + 14, f"from {facts.day('ceasefire-in-force-2020')} on"),
    ):
        sheet.area(box(left, 132, left + 342, 396), "none", edge=RULE, width=2)
        strokes(sheet, left + 6, 138, 330, 252, int(facts.number(figure)))
        sheet.text((left, 428), words, 28, weight=600)
    large = {"family": "serif", "weight": 700, "colour": ACCENT}
    one, other = "osce-violations-2021-04-02", "osce-violations-2021-04-06"
    sheet.run(
        (MARGIN, 492),
        (
            ("Single days of 2021:", 28, {}),
            (facts.value(one), 40, large),
            (f"on {day_of(facts, one)},", 28, {}),
            (facts.value(other), 40, large),
            (f"on {day_of(facts, other)}", 28, {}),
        ),
    )
    sheet.foot(f"{facts.claimant(before)}. It does not say who broke the truce")
    return sheet


def the_week(facts: Facts) -> Sheet:
    """Three stations of the president, at their true places, with their days."""
    sheet = Sheet()
    sheet.head("Zelenskiy's journeys, April 2021", "Front, Istanbul, Paris")
    west, north, scale = 1.0, 51.6, 17.6

    def at(place: str) -> Point:
        longitude, latitude = facts.point(place)
        return MARGIN + (longitude - west) * scale, 176 + (north - latitude) * scale * 1.3

    donbas, istanbul, paris = at("donbas"), at("istanbul"), at("paris")
    sheet.curve(donbas, (donbas[0] - 10, istanbul[1] - 20), istanbul, ACCENT, 5)
    sheet.curve(istanbul, (paris[0] + 190, istanbul[1] - 20), paris, ACCENT, 5, dash=(3, 2.2))
    for place, event, name, (right, down), align in (
        (donbas, "zelenskiy-donbas", "Donbas: the troops", (20, -62), "right"),
        (istanbul, "erdogan-meeting", "Istanbul: Erdogan", (0, 58), "centre"),
        (paris, "zelenskiy-macron", "Paris: Macron", (-18, -62), "left"),
    ):
        sheet.disc(place, 15, PAPER if event == "zelenskiy-macron" else ACCENT, edge=ACCENT, width=6)
        x, y = place[0] + right, place[1] + down
        sheet.text((x, y), name, 36, family="serif", weight=700, align=align)
        sheet.text((x, y + 33), facts.day(event), 29, align=align)
    sheet.foot("Dashed: after the article of 13 April. Places to scale")
    return sheet


def citizens(facts: Facts) -> Sheet:
    """Six claims about one number, each with whose it is and as of when."""
    sheet = Sheet()
    sheet.head("Russian citizens in the separatist-held area", "Who counts, and how many")
    rows = (
        "reznikov-citizens-2020-12", "residents-400000", "reznikov-citizens-2021",
        "kornet-citizens-2021-04-21", "vodolatsky-citizens-2021", "russian-data-citizens-2021-02",
    )
    rows = tuple(sorted(rows, key=facts.number))
    left, scale = 392.0, (WIDTH - MARGIN - 60 - 392.0) / 640_000
    for number, figure in enumerate(rows):
        y = 152 + number * 68
        own = facts.figure(figure)["in_story"]
        colour = ACCENT if own else CONTEXT
        who = "The gallery: nobody named" if own else f"{facts.claimant(figure)} ({SIDES[figure]})"
        sheet.text((MARGIN, y + 8), who, 25, weight=600, colour=colour)
        sheet.text((MARGIN, y + 37), facts.as_of(figure), colour=MUTED)
        end = left + facts.number(figure) * scale
        sheet.line([(left, y + 32), (end, y + 32)], colour, 7)
        if facts.figure(figure)["bound"] in ("at_least", "more_than"):
            sheet.area([(end, y + 20), (end + 20, y + 32), (end, y + 44)], colour)
        else:
            sheet.disc((end, y + 32), 9, colour)
        sheet.text((left + 8, y + 15), facts.value(figure), 31, family="serif", weight=700)
    sheet.line([(left, 142), (left, 152 + 6 * 68 - 18)], RULE, 2)
    sheet.text((MARGIN, 582), "An arrow: that many or more. Dates differ; do not average", colour=MUTED)
    return sheet


SIDES = {
    "reznikov-citizens-2020-12": "Ukraine",
    "reznikov-citizens-2021": "Ukraine",
    "kornet-citizens-2021-04-21": "“LPR”",
    "vodolatsky-citizens-2021": "Duma",
    "russian-data-citizens-2021-02": "as reported",
}

DRAWINGS: dict[str, Callable[[Facts], Sheet]] = {
    "slide-0.webp": opening_card,
    "slide-1.webp": build_up,
    "slide-2.webp": control_checks,
    "slide-3.webp": warships,
    "slide-4.webp": war_by_month,
    "slide-5.webp": civilians,
    "slide-6.webp": ceasefire,
    "slide-7.webp": the_week,
    "slide-8.webp": citizens,
}


def plate(sheet: Sheet, kicker: str, title: str) -> None:
    """Lay a ground under the head of a sheet that is a map."""
    sheet.bar(0, 0, WIDTH, 128, PAPER)
    sheet.line([(0, 128), (WIDTH, 128)], RULE, 2)
    sheet.head(kicker, title)


def label(sheet: Sheet, where: Point, words: str, size: float) -> None:
    """Name a country on a map."""
    sheet.text(where, words, size, family="serif", weight=600, colour=INK, align="centre", halo=PAPER)


def note(sheet: Sheet, where: Point, lines: list[str], to: Point, bend: Point) -> None:
    """Name an area from beside it, with a line that leads to it."""
    sheet.line([(where[0] + bend[0], where[1] + bend[1]), to], INK, 2)
    sheet.disc(to, 5, INK)
    sheet.lines(where, lines, 25, weight=600, halo=PAPER)


def ship(sheet: Sheet, where: Point, colour: str, *, solid: bool) -> None:
    """Draw a warship from the side, as a silhouette or, where it never came, as an outline."""
    hull = [(-54, 8), (54, 8), (40, 28), (-44, 28)]
    deck = [(-30, 8), (-30, -6), (-12, -6), (-12, -20), (-4, -20), (-2, -36), (2, -36), (4, -20), (12, -20), (12, -6), (26, -6), (26, 8)]
    for shape in (hull, deck):
        points = [(where[0] + x, where[1] + y) for x, y in shape]
        sheet.area(points, colour if solid else PAPER, edge=colour, width=3)
        if not solid:
            sheet.line([*points, points[0]], PAPER, 5, dash=(2, 3))


def strokes(sheet: Sheet, left: float, top: float, width: float, height: float, count: int) -> None:
    """Scatter short strokes over a rectangle, one in each of `count` cells drawn by lot."""
    lot = random.Random(27)  # noqa: S311 - a fixed scatter, not a secret
    columns, rows = 28, 23
    cells = lot.sample(range(columns * rows), count)
    for cell in cells:
        row, column = divmod(cell, columns)
        x = left + (column + 0.5 + lot.uniform(-0.22, 0.22)) * width / columns
        y = top + (row + 0.5 + lot.uniform(-0.22, 0.22)) * height / rows
        sheet.line([(x - 3, y + 4), (x + 3, y - 4)], ACCENT, 3)


def box(left: float, top: float, right: float, bottom: float) -> list[Point]:
    """Return the corners of a rectangle."""
    return [(left, top), (right, top), (right, bottom), (left, bottom)]


def spelled(facts: Facts, figure: str) -> str:
    """Return a figure with its unit: 2 weeks."""
    return f"{facts.value(figure)} {facts.figure(figure)['unit']}"


def day_of(facts: Facts, figure: str) -> str:
    """Return the day of a figure without its year."""
    return facts.as_of(figure).rsplit(" ", 1)[0]
