"""Words set as large as there is room for, and cut where even the smallest are too many."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import floor

from dash.sharing.cards.card import Card, Passage
from dash.sharing.cards.lettering import Line, cut_short, set_lines

COLUMN_GAP = 48
LEADING = 1.24
STEPS = (1.0, 0.94, 0.88, 0.82, 0.76, 0.7, 0.64, 0.58, 0.52, 0.46, 0.4, 0.3)


@dataclass(frozen=True)
class Block:
    """A passage that has been set: its lines at a size."""

    passage: Passage
    size: float
    lines: tuple[Line, ...]

    @property
    def height(self) -> float:
        """How high it is, in pixels."""
        return len(self.lines) * self.size * LEADING


@dataclass(frozen=True)
class Stack:
    """Blocks below each other, in a room of some width."""

    blocks: tuple[Block, ...]
    room: float

    @property
    def height(self) -> float:
        """How high they are with what lies between them, in pixels."""
        gaps = sum(block.passage.gap for block in self.blocks[1:])
        return gaps + sum(block.height for block in self.blocks)


def fit(card: Card, room: float, most: float) -> tuple[Sequence[Stack], Stack]:
    """Return the columns of a card, and what stands below them, at the largest size that fits.

    Args:
        card: What it holds.
        room: How wide it may be, in pixels.
        most: How high.
    """
    for step in STEPS:
        each = (room - COLUMN_GAP * (len(card.columns) - 1)) / max(1, len(card.columns))
        columns = [_set(column, each, step) for column in card.columns]
        below = _set(card.passages, room, step)
        if height_of(columns, below) <= most:
            break
    return _shortened(columns, below, most)


def height_of(columns: Sequence[Stack], below: Stack) -> float:
    """Return how high columns are with what stands below them."""
    beside = max((column.height for column in columns), default=0.0)
    return beside + below.height + (gap_of(below) if columns else 0)


def gap_of(below: Stack) -> int:
    """Return how much room a stack has above it."""
    return below.blocks[0].passage.gap if below.blocks else 0


def _set(passages: Sequence[Passage], room: float, step: float) -> Stack:
    blocks = []
    for passage in passages:
        if passage.runs:
            size = max(passage.smallest, floor(passage.size * step))
            lines = set_lines(passage.runs, passage.face, room / size)
            blocks.append(Block(passage, size, tuple(lines)))
    return Stack(tuple(blocks), room)


def _shortened(
    columns: Sequence[Stack], below: Stack, most: float
) -> tuple[Sequence[Stack], Stack]:
    """Cut what is too long even at its smallest: first what may go, then the longest passage."""
    below = _without_spare(below, most - height_of(columns, replace(below, blocks=())))
    while height_of(columns, below) > most:
        stacks = [*columns, below]
        cut = [_cut_once(stack) for stack in stacks]
        if cut == stacks:
            break
        *columns, below = cut
    return columns, below


def _without_spare(stack: Stack, most: float) -> Stack:
    """Drop passages that may go, the last one first, until the others have room."""
    for number in reversed(range(len(stack.blocks))):
        if stack.height <= most:
            break
        if stack.blocks[number].passage.keep == 0:
            blocks = (*stack.blocks[:number], *stack.blocks[number + 1 :])
            stack = replace(stack, blocks=blocks)
    return stack


def _cut_once(stack: Stack) -> Stack:
    """Take a line from the block that is longest beyond what is kept of it."""
    spare = [len(block.lines) - block.passage.keep for block in stack.blocks]
    if not spare or max(spare) <= 0:
        return stack
    number = spare.index(max(spare))
    block = stack.blocks[number]
    room = stack.room / block.size
    lines = cut_short(block.lines, len(block.lines) - 1, block.passage.face, room)
    shorter = replace(block, lines=tuple(lines))
    return replace(stack, blocks=(*stack.blocks[:number], shorter, *stack.blocks[number + 1 :]))
