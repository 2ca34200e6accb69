"""A new user before the window, on a real screen: clicks what a person clicks and says what is there.

python person.py HOME first     first start, set-up, practice shift, charts, another lens, quit
python person.py HOME again     start again, and look whether all is as it was left
python person.py HOME account   an act by hand, down to its rate, a statement as PDF, and what drifts
python person.py HOME remove    remove everything while it meters
"""

import json
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QFileDialog
from sitting import Sitting


class Person(Sitting):
    def first(self) -> dict[str, object]:
        shell, wizard = self.window.shell, self.window.setup.wizard
        assert shell.page == "setup"
        titles = [wizard.title.text()]
        for _ in range(4):
            self.press(wizard.next)
            titles.append(wizard.title.text())
        mode = shell.shift.mode
        self.until(lambda: mode.text() == "Metering", "the meter starts")
        practising = wizard.practising
        self.press(practising.shown)
        self.until(lambda: practising.figure.text() != "0", "acts are seen to arrive")
        seen_while_it_runs = self.opened.presenters.practice.state.running
        self.until(practising.verdict.isVisible, "the shift ends")
        verdict = practising.verdict.text()
        self.press(wizard.next)
        assert shell.page == "today"
        figure = self.window.today_page.figure
        self.until(figure.isVisible, "the page of today has figures")
        if not figure.practice.isChecked():
            self.press(figure.practice)
        counted = self.opened.presenters.today.state.gestures
        self.press(shell.buttons["charts"])
        self.press(self.window.charts.practice)
        days = self.opened.presenters.charts.days
        self.until(lambda: days.state.total > 0, "the charts show it")
        self.press(shell.buttons["settings"])
        lens = self.window.settings.controls["lens"].editor
        assert isinstance(lens, QComboBox)
        self.until(lambda: lens.count() > 1, "there are lenses")
        lens.setFocus()
        QTest.keyClick(lens, Qt.Key.Key_Down)
        held = self.opened.presenters.settings
        self.until(lambda: held.state.values["lens"] == "buyer", "it is kept")
        return {
            "titles": titles,
            "seen_while_it_runs": seen_while_it_runs,
            "verdict": verdict,
            "counted": counted,
            "lens": held.state.values["lens"],
        }

    def again(self) -> dict[str, object]:
        presenters = self.opened.presenters
        self.until(lambda: presenters.settings.state.values, "the settings are read")
        self.until(lambda: presenters.today.state.practised, "the ledger is read")
        return {
            "page": self.window.shell.page,
            "practised": presenters.today.state.practised,
            "net": presenters.today.state.net,
            "lens": presenters.settings.state.values["lens"],
            "wizard": presenters.setup.state.step,
        }

    def account(self) -> dict[str, object]:
        """From a total down to the rate and its source; then the statement on paper."""
        shell, acts, rates = self.window.shell, self.window.acts, self.window.rates
        self.until(lambda: self.opened.answering.picture, "the ledger is read")
        self.press(shell.buttons["ledger"])
        self.press(acts.add_button)
        dialog = self.opened.leading.dialog
        assert dialog is not None
        dialog.platform.setCurrentIndex(dialog.platform.findData("facebook"))
        self.press(dialog.save)
        self.press(shell.buttons["today"])
        figure = self.window.today_page.figure
        self.until(lambda: figure.figure.text() == "1", "the act is counted")
        self.press(figure.platforms.lines[0])
        self.until(lambda: acts.presenter.complete and acts.presenter.acts, "its act is shown")
        acts.table.selectRow(0)
        self.until(acts.detail.rate_button.isVisible, "its worth is shown")
        self.press(acts.detail.rate_button)
        self.until(lambda: rates.presenter.rate is not None, "the card of the rate is shown")
        assert rates.presenter.rate is not None
        target = Path(sys.argv[1]).parent / "mine.pdf"
        QFileDialog.getSaveFileName = lambda *_: (str(target), "")  # type: ignore[method-assign]
        self.press(shell.buttons["statement"])
        self.until(lambda: self.opened.presenters.statement.state, "the statement is drawn")
        self.press(self.window.statement.keep_button)
        self.until(lambda: "mine.pdf" in shell.bar.text.text(), "it is kept")
        self.press(shell.buttons["platforms"])
        self.until(lambda: self.opened.presenters.drift.state.read, "the ledger is looked at")
        return {
            "rate": rates.presenter.rate.source,
            "pdf": target.read_bytes()[:5].decode(),
            "drift": self.window.watching.drift.title.text(),
        }

    def remove(self) -> dict[str, object]:
        """Remove everything, as the page of set-up offers it, while a meter runs."""
        left: list[bool] = []
        self.opened.left.connect(lambda: left.append(True))
        mode = self.window.shell.shift.mode
        self.until(lambda: mode.text() == "Metering", "the meter starts")
        self.press(self.window.shell.buttons["setup"])
        removal = self.window.setup.overview.removal
        before = removal.remove.isEnabled()
        removal.sure.setChecked(True)
        self.until(removal.remove.isEnabled, "it is meant")
        removal.remove.click()
        self.until(
            lambda: self.opened.gone, self.window.shell.bar.text.text() or "everything is removed"
        )
        assert self.opened.gone is not None
        gone = self.opened.gone.places.toPlainText().splitlines()
        self.press(self.opened.gone.leave)
        self.until(lambda: left, "the program ends")
        return {"asked": not before, "left": len(left), "gone": gone}

    def leave(self) -> None:
        """Close the window, and see the program end what it started."""
        self.window.close()
        self.opened.close()


def main(folder: str, what: str) -> None:
    person = Person(folder)
    try:
        steps = {name: getattr(person, name) for name in ("first", "again", "account", "remove")}
        found = steps[what]()
    finally:
        person.leave()
    sys.stdout.write(json.dumps(found) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
