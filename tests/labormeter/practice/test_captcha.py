from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from labormeter.practice import captcha

dices = st.integers(0, 2**32).map(random.Random)


@given(dices)
def test_a_board_can_be_answered_and_not_by_choosing_nothing_or_all(dice: random.Random) -> None:
    board = captcha.draw(dice)
    assert len(board.tiles) == len(board.seeds) == captcha.TILES
    assert 2 <= len(board.right) <= 4


@given(dices)
def test_solving_takes_every_round(dice: random.Random) -> None:
    board: captcha.Board | None = captcha.draw(dice)
    rounds = 0
    while board is not None:
        right, board = captcha.judge(board, board.right, dice)
        assert right
        rounds += 1
    assert rounds == captcha.ROUNDS


@given(dices, st.frozensets(st.integers(-2, 12)))
def test_only_the_right_tiles_are_right(dice: random.Random, chosen: frozenset[int]) -> None:
    board = captcha.draw(dice)
    right, following = captcha.judge(board, chosen, dice)
    assert right == (chosen == board.right)
    if not right:
        assert following is not None
        assert following.left == board.left
        assert following.token != board.token
