from __future__ import annotations

import math
import statistics
from pathlib import Path

import pytest

from labormeter.errors import KnownError
from labormeter.pool import privacy
from labormeter.pool.privacy import Spent


def test_noise_is_of_the_stated_size_and_about_nothing() -> None:
    drawn = privacy.noisy([1000] * 4000, cells=4, most=25, rho=0.5)
    assert drawn.sigma == pytest.approx(math.sqrt(4) * 25 / math.sqrt(2 * 0.5))
    values = [one - 1000 for one in drawn.values]
    assert abs(statistics.mean(values)) < 5 * drawn.sigma / math.sqrt(len(values))
    assert statistics.stdev(values) == pytest.approx(drawn.sigma, rel=0.1)
    inside = sum(abs(one) <= drawn.interval for one in values) / len(values)
    assert inside == pytest.approx(0.95, abs=0.02)


def test_neighbours_are_told_apart_no_better_than_promised() -> None:
    """With and without one person: P(event | with) <= exp(epsilon) P(event | without) + delta.

    For a set of events, thresholds, the empirical odds stay within the bound, beyond sampling.
    """
    epsilon, delta, draws = 1.0, 1e-6, 6000
    rho = privacy.rho_of(epsilon, delta)
    without = privacy.noisy([100] * draws, cells=1, most=50, rho=rho).values
    with_one = privacy.noisy([150] * draws, cells=1, most=50, rho=rho).values
    for threshold in range(-200, 500, 25):
        p = sum(one > threshold for one in with_one) / draws
        q = sum(one > threshold for one in without) / draws
        slack = 4 * math.sqrt(0.25 / draws)
        assert p <= math.exp(epsilon) * q + delta + slack
        assert 1 - q <= math.exp(epsilon) * (1 - p) + delta + slack


def test_less_noise_than_the_budget_would_show() -> None:
    """The check above can fail: noise for a tenth of the influence is told apart."""
    draws, rho = 6000, privacy.rho_of(1.0, 1e-6)
    without = privacy.noisy([100] * draws, cells=1, most=5, rho=rho).values
    with_one = privacy.noisy([150] * draws, cells=1, most=5, rho=rho).values
    p = sum(one > 125 for one in with_one) / draws
    q = sum(one > 125 for one in without) / draws
    assert p > math.exp(1.0) * q + 4 * math.sqrt(0.25 / draws)


def test_epsilon_and_rho_are_each_other_s_inverse() -> None:
    for epsilon in (0.1, 1.0, 3.0):
        rho = privacy.rho_of(epsilon, 1e-6)
        assert privacy.epsilon_of(rho, 1e-6) == pytest.approx(epsilon, rel=1e-3)
    assert privacy.epsilon_of(0, 1e-6) == 0
    # The measured pair of the design: rho 0.1 is about epsilon 2.1 at 1e-6.
    assert privacy.epsilon_of(0.1, 1e-6) == pytest.approx(2.14, abs=0.05)


def test_the_ledger_refuses_to_overspend(tmp_path: Path) -> None:
    rho = privacy.rho_of(2.0, 1e-6)
    assert privacy.afford(tmp_path, rho, 3.0, 1e-6) == pytest.approx(2.0, rel=1e-3)
    privacy.write_off(tmp_path, Spent(release=1, rho=rho, what="cells"))
    with pytest.raises(KnownError, match="of 3"):
        privacy.afford(tmp_path, rho * 2, 3.0, 1e-6)
    assert [one.release for one in privacy.spent(tmp_path)] == [1]


def test_costs_add_up_by_rho_and_not_by_epsilon(tmp_path: Path) -> None:
    rho = privacy.rho_of(1.0, 1e-6)
    privacy.write_off(tmp_path, Spent(release=1, rho=rho, what="cells"))
    assert privacy.afford(tmp_path, rho, 3.0, 1e-6) < 2.0


def test_a_damaged_ledger_lets_nothing_be_spent(tmp_path: Path) -> None:
    (tmp_path / "privacy.json").write_text("[{")
    with pytest.raises(KnownError, match="nothing may be spent"):
        privacy.afford(tmp_path, 0.001, 3.0, 1e-6)
