"""The pictures that are maps: the opening card, the build-up, and the warships."""

import math

from facts import Facts
from ground import Ground
from marks import day_of, label, note, plate, ship
from sheet import ACCENT, CONTEXT, INK, MARGIN, MUTED, PAPER, WIDTH, Point, Sheet


def opening_card(facts: Facts) -> Sheet:
    """The region: one country, one border, two areas that its government does not hold."""
    sheet = Sheet()
    ground = Ground(sheet, 21.4, 55.7, 33.0)
    ground.draw()
    label(sheet, ground.at(30.4, 48.9), "Ukraine", 46)
    label(sheet, ground.at(41.3, 51.5), "Russia", 46)
    note(
        sheet,
        (504, 528),
        [
            "Crimea: annexed by Russia",
            f"in {facts.held_since('crimea')}; internationally",
            "recognised as Ukraine",
        ],
        ground.at(*facts.point("crimea")),
        bend=(-8, -8),
    )
    note(
        sheet,
        (606, 276),
        ["Held by Russian-", "backed sepa-", "ratists (approx.)"],
        ground.at(38.9, 48.2),
        bend=(10, 64),
    )
    plate(sheet, f"Russia and Ukraine, {facts.map_status()}", "Each blames the other")
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
        (crimea, ground.at(*facts.point("crimea")), ground.at(38.2, 45.05), "in Crimea"),
    ):
        sheet.line([area, place], ACCENT, 4)
        sheet.disc(area, 6, ACCENT)
        sheet.disc(place, 0.33 * math.sqrt(facts.number(figure)), ACCENT)
        sheet.text(
            (place[0], place[1] + 12),
            facts.value(figure),
            37,
            family="serif",
            weight=700,
            colour=PAPER,
            align="centre",
        )
        sheet.text((place[0] + 76, place[1] + 10), name, 29, weight=600, halo=PAPER)
    plate(
        sheet,
        f"As {facts.claimant(border)} gave it for Ukraine, {facts.as_of(border)}",
        "How many Russian troops?",
    )
    sheet.bar(0, 520, WIDTH, 600, PAPER)
    armies, airborne = "shoigu-armies-2021-04-13", "shoigu-airborne-2021-04-13"
    sheet.text(
        (MARGIN, 551),
        f"Russia names units and no soldiers' number (Shoigu, {day_of(facts, armies)}):",
        colour=MUTED,
    )
    sheet.text(
        (MARGIN, 581),
        f"{facts.value(armies)} armies and {facts.value(airborne)} airborne formations, "
        "in its west",
        colour=MUTED,
    )
    return sheet


def warships(facts: Facts) -> Sheet:
    """The pair that sailed in March and the pair announced for April, beside the strait."""
    sheet = Sheet()
    ground = Ground(sheet, 27.35, 46.05, 78.0)
    ground.draw()
    strait = ground.at(*facts.point("bosporus"))
    sheet.disc(strait, 10, PAPER, edge=INK, width=5)
    sheet.text((strait[0], strait[1] + 44), "Bosporus", 29, weight=600, align="centre", halo=PAPER)
    sheet.text(
        (205, 330), "Black Sea", 32, family="serif", weight=600, colour=CONTEXT, align="centre"
    )
    left = 352
    sheet.bar(left - 34, 0, WIDTH, 600, PAPER)
    year = facts.year("monterey-enters")
    plate(sheet, f"US warships in the Black Sea, {year}", "Two pairs, not one")
    march, april = facts.number("destroyers-march"), facts.number("warships-april")
    sailed = f"{facts.as_of('destroyers-march').split()[0]}: sailed"
    _fleet(sheet, (left, 206), int(march), sailed, CONTEXT, solid=True)
    for row, (event, name) in enumerate(
        (("monterey-enters", "USS Monterey"), ("hudner-enters", "USS Thomas Hudner"))
    ):
        sheet.text((left, 320 + 31 * row), f"{name}, {facts.day(event)}", 25)
    announced = f"{facts.day('warships-planned')}: cancelled"
    _fleet(sheet, (left, 438), int(april), announced, ACCENT, solid=False)
    sheet.text((left, 552), f"Made known by Turkey on {facts.day('turkey-discloses')},", 25)
    sheet.text(
        (left, 582), f"called off on {facts.day('warships-cancelled').replace(' to ', '–', 1)}", 25
    )
    return sheet


def _fleet(sheet: Sheet, where: Point, count: int, words: str, colour: str, *, solid: bool) -> None:
    """Draw as many warships side by side as there were, and say below them what they did."""
    left, middle = where
    for number in range(count):
        ship(sheet, (left + 54 + 136 * number, middle), colour, solid=solid)
    sheet.text((left, middle + 78), words, 37, family="serif", weight=700, colour=colour)
