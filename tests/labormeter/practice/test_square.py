from __future__ import annotations

import threading

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from labormeter.practice import photo
from labormeter.practice.square import PHOTOS, Square


@pytest.fixture
def square() -> Square:
    return Square(seed=1)


def test_counts_what_it_accepts_and_only_that(square: Square) -> None:
    assert square.like("p1")["ok"]
    assert not square.like("p1")["ok"], "already"
    assert square.unlike("p1")["ok"]
    assert not square.unlike("p1")["ok"]
    assert square.tally == {"like": 1, "undo like": 1}
    assert square.refusals == 2


@pytest.mark.parametrize(
    ("verb", "given", "reason"),
    [
        ("like", ("p5",), "circle"),
        ("like", ("nowhere",), "gone"),
        ("share", ("p5",), "circle"),
        ("comment", ("p6", "x"), "quiet"),
        ("comment", ("p1", "  \n"), "empty"),
        ("follow", ("mai",), "closed"),
        ("follow", ("nobody",), "gone"),
        ("unfollow", ("ines",), "already"),
        ("upload", (b"no picture",), "picture"),
        ("upload", (b"",), "picture"),
        ("post", ("", ""), "empty"),
        ("post", ("x", "f99"), "gone"),
        ("report_open", ("nowhere",), "gone"),
        ("report_send", ("r99",), "gone"),
        ("solve", ("00", frozenset({1})), "gone"),
    ],
)
def test_refusals_say_why_and_count_nothing(
    square: Square, verb: str, given: tuple[object, ...], reason: str
) -> None:
    answer = getattr(square, verb)(*given)
    assert (answer["ok"], answer["reason"]) == (False, reason)
    assert not square.tally
    assert square.refusals == 1


def test_a_report_counts_once_when_it_is_sent_on_grounds(square: Square) -> None:
    name = square.report_open("p3")["report"]["id"]
    assert not square.tally
    assert square.report_send(name)["reason"] == "grounds"
    square.report_reason(name, "dislike")
    assert square.report_send(name)["reason"] == "grounds"
    square.report_reason(name, "spam")
    assert square.report_send(name)["ok"]
    assert square.report_send(name)["reason"] == "gone"
    assert square.tally == {"report": 1}


def test_a_captcha_counts_once_at_its_last_board(square: Square) -> None:
    token = square.board()["board"]["token"]
    wrong = square.solve(token, frozenset())
    assert wrong["reason"] == "tiles"
    token = wrong["board"]["token"]
    more = square.solve(token, square.boards[token].right)
    assert more["captcha"]["state"] == "more"
    token = more["board"]["token"]
    right = square.boards[token].right
    assert square.solve(token, right)["captcha"]["state"] == "solved"
    assert square.solve(token, right)["reason"] == "gone", "a token serves once"
    assert square.tally == {"captcha": 1}


def test_memory_is_bounded(square: Square) -> None:
    for number in range(PHOTOS * 3):
        square.upload(photo.photo(number))
        square.board()
    assert len(square.photos) == PHOTOS
    assert len(square.boards) == PHOTOS
    assert len(square.comment("p1", "x" * 100_000)["comment"]["text"]) == 2000


def test_many_threads_lose_no_count(square: Square) -> None:
    def work() -> None:
        for _ in range(200):
            square.share("p1")

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert square.tally["share"] == 1600


class Visits(RuleBasedStateMachine):
    """Whatever is asked in whatever order, the tally is the number of answers that said ok."""

    def __init__(self) -> None:
        super().__init__()
        self.square = Square(seed=2)
        self.said: dict[str, int] = {}
        self.refused = 0

    def note(self, kind: str, answer: dict[str, object]) -> None:
        if answer["ok"]:
            self.said[kind] = self.said.get(kind, 0) + 1
        else:
            self.refused += 1

    posts = st.sampled_from(["p1", "p5", "p6", "nowhere"])
    people = st.sampled_from(["ines", "mai", "nobody"])

    @rule(post=posts)
    def like(self, post: str) -> None:
        self.note("like", self.square.like(post))

    @rule(post=posts)
    def unlike(self, post: str) -> None:
        self.note("undo like", self.square.unlike(post))

    @rule(person=people)
    def follow(self, person: str) -> None:
        self.note("follow", self.square.follow(person))

    @rule(person=people)
    def unfollow(self, person: str) -> None:
        self.note("undo follow", self.square.unfollow(person))

    @rule(post=posts, text=st.text(max_size=5))
    def comment(self, post: str, text: str) -> None:
        self.note("comment", self.square.comment(post, text))

    @invariant()
    def agrees(self) -> None:
        assert +self.square.tally == self.said
        assert self.square.refusals == self.refused
        assert self.square.tally["like"] - self.square.tally["undo like"] == len(self.square.liked)


Visits.TestCase.settings = settings(max_examples=30, stateful_step_count=25)
TestVisits = Visits.TestCase
