"""What a frozen labormeter is made of, the same on every system.

It is collected from the installed wheel, so that both ways of installing hold the same files. The
folder carries an interpreter, the Qt modules that the window uses and mitmproxy's core. It carries
none of mitmproxy's redirectors: they capture other programs' traffic (on Windows by a kernel
driver), which this program never does.
"""

from __future__ import annotations

from typing import Final

NAME: Final = "labormeter"
START: Final = "start.py"
BUNDLE: Final = "org.labormeter.labormeter"
"""The name of the program on macOS."""

PACKAGES: Final = ("labormeter", "labormeter_addon", "labormeter_ui")
"""Ours: every module, since roles and verbs are imported by name, and every data file."""

HIDDEN: Final = (
    # Imported by name where they are wanted.
    "keyring.backends",
    "pyqtgraph",
)

METADATA: Final = ("labormeter", "keyring")
"""Whose metadata is read while it runs, besides doctor's list: its version, its entry points."""

QT: Final = (
    *("QtCore", "QtGui", "QtNetwork", "QtPrintSupport", "QtSvg", "QtWidgets"),
    "QtDBus",  # by which QtWidgets reaches the tray of a Linux desktop
    *("QtOpenGL", "QtOpenGLWidgets"),  # which pyqtgraph imports before it draws a line
)
"""Qt's modules that are carried."""

REDIRECTORS: Final = ("mitmproxy_linux", "mitmproxy_macos", "mitmproxy_windows")
DRIVERS: Final = (*REDIRECTORS, "windivert", "redirector")
"""Words in the path of a file that is never carried, whoever collected it."""

RESEARCH: Final = ("duckdb", "ibis", "matplotlib", "opendp", "pyarrow", "pyspark", "sqlglot")
"""What only those who ask a pool need (the extra `research`); without it labormeter says so."""

EXCLUDED: Final = (
    *REDIRECTORS,
    *RESEARCH,
    # Faces of mitmproxy that are never started.
    "mitmproxy.tools.console",
    "mitmproxy.tools.web",
    "urwid",
    # Other toolkits and test tools that libraries use where they find them.
    "IPython",
    "PyQt5",
    "PyQt6",
    "PySide2",
    "cupy",
    "hypothesis",
    "jinja2.ext",
    "lxml",
    "numba",
    "numpy.f2py",
    "openpyxl",
    "pandas.tests",
    "pyqtgraph.examples",
    "pyqtgraph.opengl",
    "pip",
    "pkg_resources",
    "pytest",
    "scipy",
    "setuptools",
    "sqlalchemy",
    "tkinter",
    *(
        f"PySide6.{name}"
        for name in (
            "QtBluetooth",
            "QtDesigner",
            "QtHelp",
            "QtQml",
            "QtQuick",
            "QtQuickControls2",
            "QtQuickTest",
            "QtQuickWidgets",
            "QtSql",
            "QtTest",
            "QtUiTools",
            "QtXml",
        )
    ),
)

LANGUAGES: Final = ("en", "fr")
"""As in labormeter_ui.language; a test holds the two against each other."""

PLUGINS: Final = frozenset(
    {
        # platforms
        *("qxcb", "qwayland", "qwayland-generic", "qwayland-egl", "qoffscreen", "qminimal"),
        *("qwindows", "qcocoa"),
        *("qmodernwindowsstyle", "qwindowsvistastyle", "qmacstyle"),
        # pictures, icons, keys, sockets, print
        *("qsvg", "qsvgicon", "qjpeg", "qico", "qgif"),
        *("composeplatforminputcontextplugin", "ibusplatforminputcontextplugin"),
        *("cupsprintersupport", "windowsprintersupport", "cocoaprintersupport"),
        *("qxdgdesktopportal",),
        *("xdg-shell", "bradient", "adwaita"),
        *("xcb-egl-integration", "xcb-glx-integration", "qxcb-egl-integration"),
        *("qxcb-glx-integration", "dmabuf-server", "drm-egl-server", "qt-plugin-wayland-egl"),
    }
)
"""Qt's plugins that are kept, by name without `lib` and suffix. The GTK theme is left out: it would
bring half a desktop along; file dialogs come by the desktop's portal."""

UNUSED: Final = ("libQt6EglFS", "libQt6EglFs", "libQt6WlShell")
"""Libraries that only plugins use which are not kept."""

CARRIED: Final = (
    # What the interpreter's own modules need; its version is the one that was tested.
    "libpython3",
    "libssl",
    "libcrypto",
    "libsqlite3",
    "libffi",
    "libbz2",
    "liblzma",
    "libz.",
    "libuuid",
    "libexpat",
    "libmpdec",
    "libzstd",
    "libreadline",
    "libncurses",
    "libtinfo",
)
"""Beginnings of the system libraries that the Linux folder carries. All others (X11, Wayland, GL,
fonts, D-Bus, glib, the C and C++ libraries) belong to the desktop that it runs on, and are named as
the package's dependencies."""


def kept_binary(place: str) -> bool:
    """Return whether a collected library stays: no driver, and of Qt's plugins those named above."""
    parts = place.replace("\\", "/").split("/")
    if any(word in place.lower() for word in DRIVERS) or parts[-1].startswith(UNUSED):
        return False
    if "plugins" not in parts:
        return True
    name = parts[-1].removeprefix("lib").split(".")[0]
    return name in PLUGINS


def is_library(place: str) -> bool:
    """Return whether a collected file is a shared library, by its name."""
    return ".so" in place or place.endswith((".dylib", ".dll"))


def kept_data(place: str) -> bool:
    """Return whether a data file stays: of Qt's own translations those of our languages."""
    parts = place.replace("\\", "/").split("/")
    if "translations" in parts and parts[0] == "PySide6":
        return parts[-1] in {f"qtbase_{code}.qm" for code in LANGUAGES}
    return "tests" not in parts and not any(word in place.lower() for word in DRIVERS)


def kept_library(place: str, source: str) -> bool:
    """Return whether a collected library stays; `source` is where it was found.

    Those that a wheel brings stay, and of the system's those that are carried.
    """
    if "site-packages" in source.replace("\\", "/").split("/") or "/lib-dynload/" in source:
        return True
    name = place.replace("\\", "/").rsplit("/", 1)[-1]
    return not source.startswith(("/lib/", "/lib64/", "/usr/lib/")) or name.startswith(CARRIED)
