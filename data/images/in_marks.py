"""The pictures that count mark by mark: civilians killed, and violations of the ceasefire."""

from facts import Facts
from marks import box, day_of, strokes
from sheet import ACCENT, CONTEXT, MARGIN, RULE, WIDTH, Sheet

from dash.dates import spell


def civilians(facts: Facts) -> Sheet:
    """One dot for each civilian: those to the end of 2018, and those of 2019."""
    sheet = Sheet()
    before, year = "un-civilians-killed-2018-12-31", "un-civilians-killed-year-2019"
    until, in_year = facts.as_of(before)[-4:], facts.as_of(year)[-4:]
    sheet.head(
        "One dot, one civilian killed", f"{facts.value(before).capitalize()} by the end of {until}"
    )
    # 14 pixels from dot to dot: on whole pixels all dots look alike.
    apart, columns, left, top = 14 / 1.8, 91, MARGIN + 4, 140
    total, later = int(facts.number(before)), int(facts.number(year))
    spots = [(left + n % columns * apart, top + n // columns * apart) for n in range(total)]
    sheet.dots(spots, 2.9, CONTEXT)
    start = spell(facts.figure(before)["period_start"])
    sheet.text((MARGIN, 454), f"in eastern Ukraine, counted from {start}", 27, colour=CONTEXT)
    sheet.dots([(left + n * apart, 496) for n in range(later)], 2.9, ACCENT)
    sheet.text(
        (left + later * apart + 18, 510),
        f"{facts.value(year)} in all of {in_year}",
        40,
        family="serif",
        weight=700,
        colour=ACCENT,
    )
    sheet.foot(f"{facts.claimant(before)}, as news media relayed it")
    return sheet


def ceasefire(facts: Facts) -> Sheet:
    """An average day before and after 27 July 2020, one stroke a violation; then single days."""
    sheet = Sheet()
    before, after = (
        "osce-violations-per-day-before-2020-07-27",
        "osce-violations-per-day-after-2020-07-27",
    )
    sheet.head(
        f"Ceasefire violations on an average day of {facts.as_of(before)[-4:]}",
        f"{facts.value(before)}, then {facts.value(after)}",
    )
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
            (f"Single days of {facts.as_of(one)[-4:]}:", 28, {}),
            (facts.value(one), 40, large),
            (f"on {day_of(facts, one)},", 28, {}),
            (facts.value(other), 40, large),
            (f"on {day_of(facts, other)}", 28, {}),
        ),
    )
    sheet.foot(f"{facts.claimant(before)}. It does not say who broke the truce")
    return sheet
