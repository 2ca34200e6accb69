#!/bin/sh
# Inside the clean Debian of try-deb.sh.
set -eu
export DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8
say() { echo "== $*"; }
fail() { echo "FAILED: $*" >&2; exit 1; }
as() { su ada -s /bin/sh -c "cd; unset LABORMETER_HOME; $*"; }

useradd --create-home ada
apt-get update -qq
if [ -n "${LABORMETER_TRY_BROWSER:-}" ]; then
  apt-get install -y -qq --no-install-recommends chromium libnss3 >/dev/null 2>&1
fi
# Documents stay out of small systems by default; here all files count.
rm -f /etc/dpkg/dpkg.cfg.d/docker /etc/dpkg/dpkg.cfg.d/excludes
find / -xdev -path /proc -prune -o -path /home -prune -o -print | sort >/before

say "install"
apt-get install -y -qq --no-install-recommends /labormeter.deb >/log 2>&1 || { cat /log; exit 1; }
dpkg --verify labormeter || fail "files are not as packed"
missing=$(LD_LIBRARY_PATH=/usr/lib/labormeter/_internal find /usr/lib/labormeter -type f \
  \( -name '*.so*' -o -name labormeter \) -exec ldd {} + 2>/dev/null | grep 'not found' | sort -u || true)
[ -z "$missing" ] || fail "libraries are missing: $missing"
command -v python3 >/dev/null && say "this Debian has a python3" || say "this Debian has no Python"

say "version"; as labormeter --version | grep -q '^labormeter, version' || fail "version"
say "doctor"; as labormeter doctor >/tmp/doctor || true; cat /tmp/doctor
grep -q '^good  versions' /tmp/doctor || fail "doctor does not find its parts"
say "platforms, packs, ledger, rates"
as labormeter platforms list | grep -q '^youtube ' || fail "platforms"
as labormeter packs list | grep -q youtube || fail "packs"
as labormeter ledger >/dev/null || fail "ledger"
as labormeter rates list | grep -q EUR || fail "rates"

say "meter"
as 'labormeter meter & echo $! >pid; wait $!' >/tmp/meter 2>&1 &
for second in $(seq 30); do grep -q 'metering on 127.0.0.1:' /tmp/meter && break; sleep 1; done
cat /tmp/meter
grep -q 'metering on 127.0.0.1:' /tmp/meter || fail "the meter does not start"
as labormeter shift status || fail "shift"
kill "$(cat /home/ada/pid)"
wait || true
rm -f /home/ada/pid
left=$(grep -l '[l]abormeter' /proc/[0-9]*/cmdline 2>/dev/null || true)
[ -z "$left" ] || fail "the meter left processes behind"

say "window"
code=0
as 'QT_QPA_PLATFORM=offscreen timeout 12 labormeter' >/tmp/window 2>&1 || code=$?
cat /tmp/window
[ "$code" = 124 ] || fail "the window ended by itself ($code)"
grep -qi 'traceback\|could not' /tmp/window && fail "the window complains"
say "statement"
as 'labormeter statement -o s.pdf' && head -c4 /home/ada/s.pdf | grep -q %PDF || fail "statement"
rm -f /home/ada/s.pdf

if [ -n "${LABORMETER_TRY_BROWSER:-}" ]; then
  say "practice"
  # Chromium's own sandbox does not work in a changed root for any user but root.
  mkdir -p /tmp/p
  labormeter --home /tmp/p practice --headless || fail "practice"
fi

say "desktop files"
for file in applications/labormeter.desktop man/man1/labormeter.1.gz doc/labormeter/copyright \
  doc/labormeter/labormeter.cdx.json icons/hicolor/scalable/apps/labormeter.svg; do
  [ -s "/usr/share/$file" ] || fail "$file is missing"
done
[ -s /usr/lib/systemd/user/labormeter.service ] || fail "the unit is missing"
[ -z "$(find /etc/systemd/user /usr/lib/systemd/user -path '*wants*' -name 'labormeter*' 2>/dev/null)" ] ||
  fail "the unit is enabled"

say "uninstall, then purge"
as labormeter uninstall --yes
rm -rf "$HOME/.local/share/labormeter" "$HOME/.local/state/labormeter" /tmp/p
left=$(find /home/ada -iname '*labormeter*'); [ -z "$left" ] || fail "left at home: $left"
dpkg -L labormeter | sort -u >/owned
apt-get purge -y -qq labormeter >/log 2>&1 || { cat /log; exit 1; }
find / -xdev -path /proc -prune -o -path /home -prune -o -print | sort >/after
left=$(comm -13 /before /after | grep -i labormeter | grep -v '^/labormeter.deb$' || true)
[ -z "$left" ] || fail "left after purge: $left"
owned=$(comm -13 /before /after | comm -12 - /owned || true)
[ -z "$owned" ] || fail "of the package's files are left: $owned"
say "nothing is left; all is well"
