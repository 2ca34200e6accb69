from typing import Any

from labormeter.archives import meta

AT = 1_700_000_000


def test_each_shape_gives_moment_and_address() -> None:
    older = {"string_list_data": [{"href": "https://a", "timestamp": AT}, {"timestamp": AT + 1}]}
    assert [(one.at, one.address) for one in meta.entry(older)] == [
        (AT * 1_000_000, "https://a"),
        ((AT + 1) * 1_000_000, ""),
    ]
    newer = {
        "timestamp": AT,
        "label_values": [{"label": "x", "value": "no"}, {"value": "https://b"}],
    }
    assert [(one.at, one.address) for one in meta.entry(newer)] == [(AT * 1_000_000, "https://b")]
    mapped = {"string_map_data": {"a": {"timestamp": 0}, "b": {"timestamp": AT}}}
    assert [one.at for one in meta.entry(mapped)] == [AT * 1_000_000]


def test_shapes_of_nobody_raise_nothing() -> None:
    shapes: tuple[dict[str, Any], ...] = (
        {},
        {"string_list_data": []},
        {"string_list_data": [None, 1]},
        {"label_values": [None, {"value": 5}]},
        {"string_map_data": {"a": None}},
        {"timestamp": "no", "title": 5},
    )
    for item in shapes:
        assert [one.at for one in meta.entry(item)] == [None]


def test_kinds_by_the_names_of_fields_alone() -> None:
    given = {"photo_metadata": {"exif_data": [{"latitude": 1, "iso": 2}, {"camera_model": "x"}]}}
    assert meta.kept(given) == ("gps", "camera_model")
    assert meta.kept({"photo_metadata": None}) == meta.kept(None) == ()
