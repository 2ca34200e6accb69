from __future__ import annotations

import asyncio
import ssl
import threading
import time
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import serialization
from mitmproxy.certs import CertStore

from labormeter import lock
from labormeter.browser import authority, bidi, devtools, find, flag, launch, profile, trust
from labormeter.browser.find import Browser
from labormeter.browser.profile import Profile
from labormeter.errors import KnownError
from labormeter.home import Home

if TYPE_CHECKING:
    from collections.abc import Iterator

    from labormeter.browser.authority import Authority
    from labormeter.browser.devtools import Tools

CHROME = Browser(name="chrome", title="Chrome", family="chromium", command=("/usr/bin/chrome",))
FOX = Browser(name="firefox", title="Firefox", family="firefox", command=("/usr/bin/firefox",))
FOREIGN = ("bank.example", "accounts.google.com")
WHERE = Profile(Path("/p"), Path("/p/data"))


def line(browser: Browser, *, headless: bool = False, debug: bool = False, spki: str = "",
         superuser: bool = False) -> list[str]:  # fmt: skip
    return launch.arguments(
        browser,
        WHERE,
        script="data:pac",
        spki=spki,
        url="https://x.com/",
        headless=headless,
        debug=debug,
        superuser=superuser,
    )


def test_a_chromium_gets_its_profile_its_pac_and_the_page_last() -> None:
    found = line(CHROME)
    assert found[0] == "/usr/bin/chrome"
    assert found[-1] == "https://x.com/"
    assert f"--user-data-dir={WHERE.data}" in found
    assert "--proxy-pac-url=data:pac" in found


def test_a_persons_browser_is_not_weakened() -> None:
    joined = " ".join(line(CHROME))
    for word in ("no-sandbox", "ignore-certificate", "remote-debugging", "test-type", "headless",
                 "disable-web-security", "proxy-server"):  # fmt: skip
        assert word not in joined


def test_only_what_is_asked_for_is_added() -> None:
    assert "--remote-debugging-port=0" in line(CHROME, debug=True)
    assert "--headless=new" in line(CHROME, headless=True)
    assert "--no-sandbox" in line(CHROME, superuser=True)
    assert "--ignore-certificate-errors-spki-list=KEY" in line(CHROME, spki="KEY")


def test_firefox_and_flatpak_have_their_own_ways() -> None:
    assert line(FOX, headless=True) == [
        "/usr/bin/firefox", "--profile", str(WHERE.data), "--headless", "https://x.com/",
    ]  # fmt: skip
    flat = replace(
        CHROME, command=("/usr/bin/flatpak", "run"), package="flatpak", identity="com.google.Chrome"
    )
    assert line(flat)[:4] == [
        "/usr/bin/flatpak", "run", f"--filesystem={WHERE.root}", "com.google.Chrome",
    ]  # fmt: skip


def test_a_plain_chromium_lives_in_its_profile_and_still_finds_the_persons_look(
    tmp_path: Path,
) -> None:
    (tmp_path / ".Xauthority").write_text("")
    base = {"HOME": "/home/ada", "LANG": "fr_FR.UTF-8", "SSLKEYLOGFILE": "/tmp/keys"}
    found = launch.surroundings(CHROME, WHERE, base, tmp_path)
    if not launch.homed(CHROME):
        pytest.skip("only Linux sets HOME")
    assert found["HOME"] == str(WHERE.root)
    assert found["XDG_CONFIG_HOME"] == str(tmp_path / ".config")
    assert found["XAUTHORITY"] == str(tmp_path / ".Xauthority")
    assert found["LANG"] == "fr_FR.UTF-8"
    assert "SSLKEYLOGFILE" not in found
    assert base["HOME"] == "/home/ada"


def test_only_a_plain_chromium_on_linux_gets_another_home() -> None:
    assert launch.homed(CHROME, "linux")
    assert not launch.homed(FOX, "linux")
    assert not launch.homed(CHROME, "win32")
    assert not launch.homed(replace(CHROME, package="snap"), "linux")


def test_a_browser_that_is_told_of_a_key_waits_for_a_meter_that_has_one(
    home: Home, vouched: Authority, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "person"))
    packed = replace(CHROME, package="flatpak", identity="com.google.Chrome")
    with pytest.raises(KnownError, match="has no key for Chrome yet") as said:
        launch.browse(home, vouched, port=1, url="about:blank", browser=packed)
    assert "start it again" in said.value.hint
    assert not (tmp_path / "person").exists(), "nothing was made"


def test_what_firefox_is_told_is_no_way_out_of_its_string() -> None:
    told = launch.preferences('data:"); evil("')
    assert 'user_pref("network.proxy.autoconfig_url", "data:\\"); evil(\\"");' in told
    assert 'user_pref("network.proxy.type", 2);' in told
    assert 'user_pref("network.proxy.failover_direct", true);' in told


# ---- A real browser, a proxy of the test's own, leaves signed by our authority


class Proxy:
    """Answers CONNECT as the engine does: with a leaf of mitmproxy's own store."""

    def __init__(self, home: Home) -> None:
        self.store = CertStore.from_store(home.ca, "mitmproxy", 2048)
        self.folder = home.run
        self.asked: list[str] = []
        self.served: list[str] = []
        self.port = 0
        self.ready = threading.Event()
        self.loop = asyncio.new_event_loop()

    def context(self, host: str) -> ssl.SSLContext:
        entry = self.store.get_cert(host, [x509.DNSName(host)])
        key = entry.privatekey.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        file = self.folder / "leaf.pem"
        file.write_bytes(key + entry.cert.to_pem())
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(file)
        return context

    async def handle(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            head = await reader.readuntil(b"\r\n\r\n")
            host = head.split()[1].decode().partition(":")[0]
            self.asked.append(host)
            writer.write(b"HTTP/1.1 200 OK\r\n\r\n")
            await writer.start_tls(self.context(host))
            await reader.readuntil(b"\r\n\r\n")
            self.served.append(host)
            page = b"<title>metered</title>"
            writer.write(
                b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n"
                b"Content-Length: %d\r\n\r\n%s" % (len(page), page)
            )
            await writer.drain()
        except (OSError, ssl.SSLError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    async def serve(self) -> None:
        server = await asyncio.start_server(self.handle, "127.0.0.1", 0)
        self.port = server.sockets[0].getsockname()[1]
        self.ready.set()

    def run(self) -> None:
        asyncio.set_event_loop(self.loop)
        self.loop.run_until_complete(self.serve())
        self.loop.run_forever()
        for task in asyncio.all_tasks(self.loop):
            task.cancel()
        self.loop.run_until_complete(asyncio.sleep(0))


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return Home(tmp_path / "home").create()


@pytest.fixture
def vouched(home: Home) -> Authority:
    return authority.ensure(home, ["x.com"], time.time_ns() // 1000)


@pytest.fixture
def proxy(home: Home, vouched: Authority) -> Iterator[Proxy]:
    del vouched
    proxy = Proxy(home)
    thread = threading.Thread(target=proxy.run, daemon=True)
    thread.start()
    assert proxy.ready.wait(10)
    yield proxy
    proxy.loop.call_soon_threadsafe(proxy.loop.stop)
    thread.join(10)


@contextmanager
def opened(home: Home, vouched: Authority, port: int, browser: Browser) -> Iterator[Tools]:
    where = profile.place(home, browser, Path.home())
    devtools.forget_port(where.data)
    found = launch.browse(
        home,
        vouched,
        port=port,
        url="about:blank",
        browser=browser,
        headless=True,
        debug=True,
    )
    try:
        with devtools.attach(where.data, lambda: found.process.poll() is None) as tools:
            yield tools
            tools.quit()
    finally:
        found.close()


@pytest.mark.journey
def test_chromium_trusts_us_for_metered_hosts_and_for_nothing_else(
    home: Home, vouched: Authority, proxy: Proxy, chromium: Browser
) -> None:
    # The PAC is told of a host more than the certificate names, which the product never does.
    wider = replace(vouched, hosts=(*vouched.hosts, *FOREIGN))
    with opened(home, wider, proxy.port, chromium) as tools:
        page = tools.open("https://x.com/")
        assert page.evaluate("document.title") == "metered"
        for host in FOREIGN:
            with pytest.raises(devtools.DevtoolsError, match="ERR_CERT_INVALID"):
                page.navigate(f"https://{host}/")
        asked = set(proxy.asked)
        with pytest.raises(devtools.DevtoolsError, match="ERR_NAME_NOT_RESOLVED"):
            page.navigate("https://elsewhere.invalid/")
    assert set(proxy.asked) == asked == {"x.com", *FOREIGN}


@pytest.mark.journey
def test_firefox_trusts_us_for_metered_hosts_and_for_nothing_else(
    home: Home, vouched: Authority, proxy: Proxy, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "person"))
    (tmp_path / "person").mkdir()
    firefox = find.choose("", "firefox")
    wider = replace(vouched, hosts=(*vouched.hosts, *FOREIGN))
    found = launch.browse(
        home, wider, port=proxy.port, url="about:blank", browser=firefox, headless=True, debug=True
    )
    try:
        with bidi.attach(found.profile.data, lambda: found.process.poll() is None) as fox:
            fox.navigate("https://x.com/")
            assert fox.evaluate("document.title") == "metered"
            for host in FOREIGN:
                with pytest.raises(bidi.BidiError):
                    fox.navigate(f"https://{host}/")
                why = fox.evaluate("document.getFailedCertSecurityInfo().errorCodeString")
                assert why == "SEC_ERROR_CERT_NOT_IN_NAME_SPACE"
            fox.quit()
    finally:
        found.close()
    assert set(proxy.asked) == {"x.com", *FOREIGN}
    assert set(proxy.served) == {"x.com"}


@pytest.mark.journey
def test_without_the_trust_step_chromium_refuses_us(
    home: Home,
    vouched: Authority,
    proxy: Proxy,
    chromium: Browser,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(trust, "add", lambda *_: None)
    with opened(home, vouched, proxy.port, chromium) as tools:
        page = tools.open()
        with pytest.raises(devtools.DevtoolsError, match="ERR_CERT_AUTHORITY_INVALID"):
            page.navigate("https://x.com/")


@pytest.mark.journey
def test_one_that_is_told_of_a_key_does_not_take_the_key_that_lies_on_the_disk(
    home: Home, vouched: Authority, proxy: Proxy, chromium: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = authority.spki(authority.issue(authority.fleeting(), ("x.com",), time.time_ns() // 1000))
    monkeypatch.setattr(flag, "told", lambda *_: True)
    with lock.hold(home.lock) as hold:
        hold.tell(port=1, flag_port=proxy.port, flag_key=told)
        with opened(home, vouched, 1, chromium) as tools:
            page = tools.open()
            with pytest.raises(devtools.DevtoolsError, match="ERR_CERT_AUTHORITY_INVALID"):
                page.navigate("https://x.com/")
    assert (set(proxy.asked), proxy.served) == ({"x.com"}, [])


@pytest.mark.journey
def test_the_persons_own_trust_store_is_left_alone(
    home: Home, proxy: Proxy, chromium: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = tmp_path / "person"
    person.mkdir()
    monkeypatch.setenv("HOME", str(person))
    found = authority.read(home)
    assert found is not None
    with opened(home, found, proxy.port, chromium) as tools:
        tools.open("https://x.com/").close()
    assert not (person / ".pki").exists()
    assert not (person / ".local").exists()


@pytest.mark.journey
def test_firefox_comes_through_the_proxy_and_trusts_us(
    home: Home, vouched: Authority, proxy: Proxy
) -> None:
    try:
        browser = find.choose("firefox")
    except KnownError as error:
        pytest.skip(str(error))
    found = launch.browse(
        home, vouched, port=proxy.port, url="https://x.com/", browser=browser, headless=True
    )
    try:
        end = time.monotonic() + 30
        while time.monotonic() < end and not proxy.served:
            assert found.process.poll() is None
            time.sleep(0.05)
        assert set(proxy.served) == {"x.com"}
        assert set(proxy.asked) == {"x.com"}
        assert trust.holds(found.profile.data, vouched.certificate)
    finally:
        found.close()


def test_a_program_that_does_not_start_is_said(home: Home, vouched: Authority) -> None:
    missing = replace(FOX, command=(str(home.root / "nowhere"),))
    with pytest.raises(KnownError, match="Firefox did not start"):
        launch.browse(home, vouched, port=1, url="about:blank", browser=missing)
