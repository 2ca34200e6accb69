from labormeter.archives.survey import Source, Survey
from labormeter.ledger.imports import Tally


def source(reader: str, trouble: str = "") -> Source:
    return Source(name="a.zip", reader=reader, title=reader, trouble=trouble)


def test_what_is_new_and_what_is_not_certain() -> None:
    tallies = (
        Tally(platform="x", activity="like", year="", new=3),
        Tally(platform="x", activity="post", year="2020", new=2, same=4, met=5, near=6),
    )
    survey = Survey(sources=(source("x"), source("", "no")), tallies=tallies)
    assert (survey.new, survey.undated, survey.near, survey.changes) == (5, 3, 6, True)
    assert survey.reader == "x"
    assert tallies[1].found == 17


def test_the_same_again_changes_nothing() -> None:
    same = Tally(platform="x", activity="like", year="", same=3)
    survey = Survey(sources=(source("x"), source("har")), tallies=(same,))
    assert not survey.changes
    assert survey.reader == "several"
