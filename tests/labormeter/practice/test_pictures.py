from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labormeter.practice import pictures


def parsed(svg: str) -> ET.Element:
    return ET.fromstring(svg)  # noqa: S314 - our own drawing


@pytest.mark.parametrize("name", sorted(pictures.SCENES))
def test_scenes_are_drawn_whole_and_fetch_nothing(name: str) -> None:
    svg = pictures.scene(name)
    assert len(list(parsed(svg).iter())) > 15
    assert "href" not in svg
    assert svg.count("http") == 1, "the namespace alone"
    assert pictures.scene(name) == svg


def test_an_unknown_scene_is_no_scene() -> None:
    with pytest.raises(KeyError):
        pictures.scene("nowhere")


@given(st.text(max_size=40))
def test_any_name_has_a_face_and_none_gets_out_of_the_drawing(name: str) -> None:
    svg = pictures.face(name)
    assert parsed(svg).tag.endswith("svg")
    assert pictures.face(name) == svg


@given(st.sampled_from(pictures.SUBJECTS), st.integers(0, 2**30))
def test_tiles_differ_by_seed_and_do_not_name_what_they_show(subject: str, seed: int) -> None:
    svg = pictures.tile(subject, seed)
    parsed(svg)
    assert subject not in svg
    assert svg != pictures.tile(subject, seed + 1)
