"""The image-tile captcha of the practice site: boards of nine drawn tiles.

shown --answer--> wrong: another board, nothing solved
              --> right, one more to do: another board
              --> right, and it was the last: solved
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from labormeter.practice.pictures import SUBJECTS

if TYPE_CHECKING:
    import random

TILES: Final = 9
ROUNDS: Final = 2
"""Boards that have to be answered well."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """One board of tiles, known by a token that serves once."""

    token: str
    asked: str
    """The subject to be chosen."""
    tiles: tuple[str, ...]
    seeds: tuple[int, ...]
    left: int = ROUNDS
    """Boards still to be answered well, this one among them."""

    @property
    def right(self) -> frozenset[int]:
        """Return the positions that show what is asked for."""
        return frozenset(index for index, shown in enumerate(self.tiles) if shown == self.asked)


def draw(dice: random.Random, left: int = ROUNDS) -> Board:
    """Return a new board with two to four tiles that fit."""
    asked = dice.choice(SUBJECTS)
    others = [subject for subject in SUBJECTS if subject != asked]
    fitting = dice.randrange(2, 5)
    tiles = [asked] * fitting + [dice.choice(others) for _ in range(TILES - fitting)]
    dice.shuffle(tiles)
    return Board(
        token=f"{dice.getrandbits(64):016x}",
        asked=asked,
        tiles=tuple(tiles),
        seeds=tuple(dice.getrandbits(30) for _ in tiles),
        left=left,
    )


def judge(board: Board, chosen: frozenset[int], dice: random.Random) -> tuple[bool, Board | None]:
    """Return whether an answer is right, and the board that follows (None: solved)."""
    if chosen != board.right:
        return False, draw(dice, board.left)
    if board.left > 1:
        return True, draw(dice, board.left - 1)
    return True, None
