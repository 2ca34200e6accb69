from __future__ import annotations

from labormeter.rules.fault import Fault, suggestion


def test_a_fault_says_file_rule_and_sentence() -> None:
    assert str(Fault("x.toml", "like", "It has no path.")) == "x.toml: like: It has no path."


def test_a_near_word_is_suggested_and_a_far_one_is_not() -> None:
    assert suggestion("acepted", ["accepted", "where"]) == " Did you mean accepted?"
    assert suggestion("zebra", ["accepted", "where"]) == ""
    assert suggestion("zebra", []) == ""
