"""The desktop application put together: what is read, held, shown and asked.

ledger --Reader on the desk's thread--> Picture --> Presenters --> views
button --> ShiftPresenter --> Capture --> a row of `control` --> the meter --> its answer
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QObject, QSettings, Signal
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from labormeter import announce
from labormeter.errors import KnownError
from labormeter.roles import command
from labormeter_ui import crash, icons, language, library, theme, words
from labormeter_ui.answering import Answering
from labormeter_ui.bringing import Bringing
from labormeter_ui.capture import Capture
from labormeter_ui.choosing import Choosing
from labormeter_ui.errand import Errand
from labormeter_ui.exporting import Exporting
from labormeter_ui.leading import Leading
from labormeter_ui.owning import Owning
from labormeter_ui.partaking import Partaking
from labormeter_ui.presenters.acts import Filter
from labormeter_ui.presenters.pages import Presenters
from labormeter_ui.purse import Purse
from labormeter_ui.rooming import Rooming
from labormeter_ui.settling import Settling
from labormeter_ui.tail import Reader, Tail, now
from labormeter_ui.teaching import Teaching
from labormeter_ui.tray import Tray
from labormeter_ui.views.bar import Message
from labormeter_ui.views.gone import GoneDialog
from labormeter_ui.views.window import Window
from labormeter_ui.work import Desk

if TYPE_CHECKING:
    from collections.abc import Callable

    from labormeter.home import Home
    from labormeter_ui.picture import Picture

translate = QCoreApplication.translate

PLATFORMS: Final = "platform"
ONLY: Final = {"captcha": "captcha", "disclosed": "upload"}
"""What is measured -> the one activity that it is measured of."""


class Desktop(QObject):
    """Everything of one window on one home.

    Signals:
        left: the program is to end.
    """

    left = Signal()

    def __init__(
        self,
        home: Home,
        *,
        meters: bool = True,
        tray: bool = True,
        clock: Callable[[], int] = now,
    ) -> None:
        super().__init__()
        self.home, self._meters = home, meters
        self.desk = Desk(self)
        self.reader, self.purse = Reader(home), Purse(home)
        self.presenters = Presenters(self)
        # What pages ask has a desk of its own: however long it takes, the figures go on moving.
        self.book = Reader(home)
        self.asking = Desk(self, interrupt=self.book.interrupt)
        self.answering = Answering(self.asking, self.book, Purse(home), self.presenters, self)
        self.tail = Tail(self.reader, self.desk, self, clock=clock)
        self.capture = Capture(home, self.desk, self)
        self.choosing = Choosing(home, self.desk, self.presenters.settings, self)
        self.settling = Settling(home, self.presenters, self)
        self.owning = Owning(home, self.presenters.own, self)
        self.exporting = Exporting(home, self.presenters.share, self)
        self.teaching = Teaching(home, self.presenters.teach, self)
        self.bringing = Bringing(home, self.presenters.history, self)
        self.browser = Errand(self)
        self._first = not home.ledger.exists()
        kept = QSettings(str(home.root / "window.ini"), QSettings.Format.IniFormat)
        self.window = Window(self.presenters, kept)
        wanted = tray and QSystemTrayIcon.isSystemTrayAvailable()
        self.tray = Tray(self.presenters, self) if wanted else None
        self.gone: GoneDialog | None = None
        self._stage = ""
        self._read()
        self._control()
        self._choices()
        self._pages()
        self.leading = Leading(self.window, self.presenters, self.answering, self)
        self.rooming = Rooming(home, self.window.room, self)
        self.partaking = Partaking(home, self.window, self.presenters, self.leading, self)
        self.partaking.failed.connect(self._failed)
        self.window.shell.waiting.watch(self.partaking.studying.desk)

    def start(self) -> None:
        """Show the window, follow the ledger, and see to it that a meter runs."""
        if self.tray is not None:
            self.tray.show()
        if self._first:
            self.presenters.setup.begin()
            self.window.shell.turn("setup")
        self.window.show()
        self.tail.start()
        self.partaking.remind()
        if self._meters:
            self.capture.begin()

    def close(self) -> None:
        """End what the window started, and nothing else."""
        self.tail.stop()
        self.settling.close()
        self.owning.close()
        self.exporting.close()
        self.rooming.close()
        self.partaking.close()
        self.teaching.close()
        self.bringing.close()
        self.capture.close()
        self.asking.close(self.book.close)
        self.desk.close(self.reader.close)

    def speak(self, chosen: str) -> None:
        """Change the language now and keep the choice."""
        self.presenters.settings.choose("language", chosen)

    def _spoken(self, chosen: str) -> None:
        language.use(chosen)
        self.window.shell.show_language(chosen)
        if self.tray is not None:
            self.tray.say()

    def _read(self) -> None:
        self.tail.seen.connect(self._seen)
        for desk in (self.desk, self.asking):
            desk.failed.connect(self._failed)
        for desk in (self.asking, self.settling.desk):
            self.window.shell.waiting.watch(desk)

    def _control(self) -> None:
        shift = self.presenters.shift
        shift.asked.connect(self.capture.ask)
        shift.changed.connect(self._tell_shift)
        shift.lost.connect(self._lost)
        self.capture.starting.connect(shift.begin)
        self.capture.failed.connect(self._not_started)
        self.settling.practised.connect(self._practised)
        self.browser.ended.connect(self._browsed)

    def _choices(self) -> None:
        self.choosing.refused.connect(
            lambda error: self._say(Message("choice", library.fault(error)))
        )
        self.choosing.language.connect(self._spoken)
        self.presenters.settings.reopen.connect(self._reopen)
        self.choosing.read()
        setup = self.presenters.setup
        setup.finished.connect(lambda _whole: self.window.shell.turn("today"))
        setup.removal_wanted.connect(self._removing)
        self.settling.removed.connect(self._gone)
        self.settling.kept.connect(self._kept)
        self.owning.refused.connect(
            lambda said: self._say(Message("own", library.heard(said), "bad"))
        )
        self.teaching.refused.connect(
            lambda error: self._say(Message("teach", library.fault(error)))
        )
        self.bringing.refused.connect(
            lambda error: self._say(Message("history", library.fault(error)))
        )
        self.presenters.teach.allow_wanted.connect(self._allow)

    def _allow(self, pack: str) -> None:
        self.presenters.settings.switched.emit(pack, True)
        self.presenters.teach.cancel()

    def _removing(self) -> None:
        """Let go of all that lies in home, so that it can be removed."""
        self._stage = "leaving"
        self.window.kept = None
        self.tail.stop()
        self.asking.cancel()
        self.asking.give(self.book.close, lambda _: self._let_go())

    def _let_go(self) -> None:
        self.desk.give(self.reader.close, lambda _: self._released())

    def _released(self) -> None:
        self.capture.close()
        self.settling.remove()

    def _gone(self, places: tuple[str, ...]) -> None:
        """Show what is gone. Nothing else can be reached meanwhile: it would begin a home anew."""
        self.gone = GoneDialog(places, self.window)
        self.gone.finished.connect(lambda _: self.left.emit())
        self.gone.open()

    def _kept(self, said: str) -> None:
        self._stage = ""
        self.capture.reopen()
        self.tail.start()
        sentence = translate("Desktop", "Not everything could be removed.")
        self._say(Message("removal", f"{sentence} {library.heard(said)}".strip(), "bad"))

    def _reopen(self) -> None:
        sentence = translate(
            "Desktop", "Other hosts are metered now. Close the metered browser and open it again."
        )
        again = translate("Desktop", "Open the metered browser")
        self._say(Message("reopen", sentence, "warn", again, self._browse))

    def _pages(self) -> None:
        shell, page = self.window.shell, self.window.today_page
        shell.turned.connect(self._turned)
        shell.language.connect(self.speak)
        shell.browse.connect(self._browse)
        page.empty.browse.connect(self._browse)
        page.empty.practice.connect(self._practise)
        page.figure.wanted.connect(self._drill)
        page.recent.chart.wanted.connect(self._drill_days)
        self.window.charts.chart.wanted.connect(self._drill_chart)
        self.window.charts.rhythm.wanted.connect(self._drill_hour)
        self.window.closing.connect(self._closing)
        if self.tray is not None:
            self.tray.opened.connect(self.window.come)
            self.tray.left.connect(self.left)

    def _turned(self, page: str) -> None:
        self.presenters.charts.open(page == "charts")
        self.presenters.drift.open(page == "platforms")
        told = page in {"today", "ledger"} and self.presenters.today.state.begun
        self.presenters.history.open(page == "history" or told)
        if page == "ledger":
            self.presenters.acts.freshen()
        if page == "setup":
            self.settling.read()
            self.owning.read()
        if page in {"setup", "settings"}:
            self.choosing.read()

    def _seen(self, picture: Picture) -> None:
        self.window.shell.bar.over("failed")
        self.answering.see(picture)
        begun = self.presenters.today.state.begun
        self.presenters.see(picture)
        self.presenters.history.open(picture.begun and not begun)
        self.desk.give(lambda: self.purse.wages(picture), self.presenters.wage.take)
        self.window.shell.show_date(picture.today)
        self.window.acts.know({cell.platform for cell in picture.cells} | set(picture.watched))
        self.window.statement.know(picture.watched)
        self.window.share.export.know(picture.watched)
        self.window.watching.teach.know(picture.watched)

    def _drill(self, dimension: str, value: str) -> None:
        practice = self.presenters.today.state.practice
        wanted = Filter(
            platform=value if dimension == PLATFORMS else "",
            activity="" if dimension == PLATFORMS else value,
            practice=practice,
        )
        self.window.acts.show_filter(wanted)
        self.window.shell.turn("ledger")

    def _drill_days(self, since: str, until: str) -> None:
        practice = self.presenters.today.state.practice
        wanted = Filter(period="days", since=since, until=until, practice=practice)
        self.window.acts.show_filter(wanted)
        self.window.shell.turn("ledger")

    def _drill_chart(self, since: str, until: str) -> None:
        choice = self.presenters.charts.choice
        wanted = Filter(
            period="days",
            since=since,
            until=until,
            activity=ONLY.get(choice.measure, ""),
            practice=choice.practice,
        )
        self.window.acts.show_filter(wanted)
        self.window.shell.turn("ledger")

    def _drill_hour(self, hour: int) -> None:
        since, until = self.presenters.charts.stretch
        choice = self.presenters.charts.choice
        wanted = Filter(
            period="days", since=since, until=until, hour=hour, practice=choice.practice
        )
        self.window.acts.show_filter(wanted)
        self.window.shell.turn("ledger")

    def _browse(self) -> None:
        self.browser.start(command("command", "--home", str(self.home.root), "browse"))

    def _browsed(self, code: int, said: str) -> None:
        if code:
            sentence = translate("Desktop", "The metered browser could not be opened.")
            self._say(Message("browse", f"{sentence} {library.heard(said)}".strip()))

    def _practise(self) -> None:
        self.window.today_page.empty.practising(busy=True)
        self.presenters.today.show_practice(True)
        self.presenters.practice.begin(by_hand=True)

    def _practised(self, code: int, said: str) -> None:
        self.window.today_page.empty.practising(busy=False)
        if code:
            sentence = translate("Desktop", "The practice shift could not be finished.")
            self._say(Message("practice", f"{sentence} {library.heard(said)}".strip()))
        else:
            sentence = translate(
                "Desktop", "The practice shift is over. Its acts stay out of your totals."
            )
            self._say(Message("practice", sentence, "good"))

    def _closing(self) -> None:
        if self.tray is None:
            self.left.emit()

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, KnownError):
            crash.show(error)
            return
        self._say(Message("failed", library.fault(error), "bad", keep=True))

    def _not_started(self, said: str) -> None:
        sentence = translate("Desktop", "Metering could not be started.")
        again = translate("Desktop", "Try again")
        text = f"{sentence} {library.heard(said)}".strip()
        self._say(Message("meter", text, "bad", again, self.capture.begin))

    def _lost(self) -> None:
        if self._stage == "leaving":
            return
        sentence = translate(
            "Desktop",
            "Metering stopped without being asked. Pages go on; what you do now is not counted.",
        )
        start = translate("Desktop", "Start metering")
        self._say(Message("meter", sentence, "bad", start, self.capture.begin))
        QApplication.alert(self.window)
        if self.tray is not None:
            self.tray.tell(sentence)
        else:
            self.settling.desk.give(lambda: announce.show(sentence), lambda _shown: None)

    def _tell_shift(self) -> None:
        state, bar = self.presenters.shift.state, self.window.shell.bar
        if state.mode in {"metering", "starting"}:
            bar.over("meter")
        if state.unanswered:
            sentence = translate(
                "Desktop", "The meter does not answer. What it does has not changed."
            )
            self._say(Message("answer", sentence))
        else:
            bar.over("answer")
        if state.gap and state.mode != "absent":
            sentence = translate(
                "Desktop", "Metering is interrupted (%1). Pages go on; the gap is drawn."
            )
            text = sentence.replace("%1", words.reason(state.gap_reason))
            self._say(Message("gap", text, keep=True))
        else:
            bar.over("gap")
        if state.mode == "private":
            sentence = translate("Desktop", "Private: nothing is looked at and nothing is kept.")
            self._say(Message("private", sentence, "private", keep=True))
        else:
            bar.over("private")

    def _say(self, message: Message) -> None:
        self.window.shell.bar.show_message(message)


def dress(program: QApplication) -> None:
    """Put the program into the theme that the system asks for, now and whenever that changes."""
    program.setStyle("Fusion")
    program.setWindowIcon(icons.application())
    program.styleHints().colorSchemeChanged.connect(lambda _scheme: wear(program))
    wear(program)


def wear(program: QApplication) -> None:
    """Put the program into the theme of now."""
    worn = theme.current()
    program.setPalette(theme.palette(worn))
    program.setStyleSheet(theme.sheet(worn))
