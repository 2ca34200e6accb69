import pytest
from exports_more import ARCHIVES
from exports_read import Reads

from labormeter.archives.found import UnreadableError


@pytest.mark.parametrize("era", ["amazon-2025"])
def test_each_era_tells_of_acts_of_the_platform(reads: Reads, era: str) -> None:
    made = ARCHIVES[era]()
    found = reads(made.files)
    assert {*Reads.count(found)} == {(platform, activity) for platform, activity, _ in made.truth}


def test_versions_of_a_review_are_one_review(reads: Reads) -> None:
    found = [one for _, one in reads(ARCHIVES["amazon-2025"]().files)]
    reviews = [one for one in found if one.activity == "review" and one.once]
    assert len({one.made for one in reviews}) == 5
    assert len(reviews) == 8


def test_a_table_without_a_date_is_not_guessed_at(reads: Reads) -> None:
    name = "Retail.CustomerReviews.ReviewsVersions1"
    with pytest.raises(UnreadableError, match="no column with a date"):
        reads({f"{name}/{name}.csv": "asin,rating\nB1,5\n"})
