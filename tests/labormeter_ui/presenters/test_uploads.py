from labormeter.model import Cell
from labormeter_ui.presenters.uploads import Platform, Told, UploadsPresenter, told


def cell(activity: str, acts: int, kind: str = "", source: str = "wire") -> Cell:
    return Cell(
        day="2026-06-01", platform="x", activity=activity, source=source, acts=acts, disclosure=kind  # type: ignore[arg-type]
    )  # fmt: skip


def test_of_how_many_uploads_how_many_told_where() -> None:
    cells = [cell("upload", 52), cell("like", 9), cell("upload", 4, source="practice")]
    disclosed = [
        cell("upload", 30, "gps"), cell("upload", 7, "gps"), cell("upload", 40, "datetime"),
        cell("upload", 4, "gps", "practice"), cell("post", 3, "gps"),
    ]  # fmt: skip
    found = told(cells, disclosed)
    assert (found.uploads, found.of("gps"), found.of("serial")) == (52, 37, 0)
    assert found.kinds == (("datetime", 40), ("gps", 37))
    assert found.platforms == (Platform(name="x", uploads=52, where=37, when=40),)
    assert told([], []) == Told()


def test_what_each_platform_was_told_the_one_with_most_uploads_first() -> None:
    cells = [cell("upload", 2), cell("upload", 5)._replace(platform="facebook")]
    disclosed = [
        cell("upload", 2, "camera_make"), cell("upload", 1, "camera_model"),
        cell("upload", 4, "gps")._replace(platform="facebook"),
    ]  # fmt: skip
    assert told(cells, disclosed).platforms == (
        Platform(name="facebook", uploads=5, where=4),
        Platform(name="x", uploads=2, device=2),
    )


def test_leaving_the_page_lets_the_values_of_a_file_go() -> None:
    presenter = UploadsPresenter()
    presenter.file = object()  # type: ignore[assignment]
    presenter.open(False)
    assert presenter.file is None
