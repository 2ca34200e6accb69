#!/bin/sh
# try-deb.sh PACKAGE.deb [BASE]: install the package into a clean Debian, use it as a person would, and
# take it away again. As root. BASE is a folder where debootstrap's clean system is kept between runs.
#
# LABORMETER_TRY_BROWSER=1 installs Chromium there too, and works a practice shift with it.
set -eu
package=$(realpath "$1")
if [ "$(id -u)" != 0 ] || ! command -v debootstrap >/dev/null 2>&1; then
  echo "Trying the package in a clean Debian needs root and debootstrap." >&2
  exit 1
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
base=${2:-$work/base}
. /etc/os-release
if [ ! -e "$base/etc/debian_version" ]; then
  mirror=$(sed -n 's/^URIs: *\([^ ]*\).*/\1/p;s/^deb \([^ ]*\) .*/\1/p' \
    /etc/apt/sources.list.d/*.sources /etc/apt/sources.list 2>/dev/null | head -n 1)
  debootstrap --variant=minbase "$VERSION_CODENAME" "$base" "$mirror" >"$work/log" 2>&1 || {
    tail -n 5 "$work/log" >&2
    exit 1
  }
fi
root=$work/root
cp -a "$base" "$root"
cp /etc/resolv.conf /etc/hosts "$root/etc/" 2>/dev/null || true
rm -rf "$root/etc/apt/apt.conf.d" "$root/etc/apt/sources.list" "$root/etc/apt/sources.list.d"
for part in apt.conf.d sources.list sources.list.d trusted.gpg.d; do
  [ -e "/etc/apt/$part" ] && cp -a "/etc/apt/$part" "$root/etc/apt/"
done
rm -f "$root"/etc/apt/sources.list.d/*cloud*
cp "$package" "$root/labormeter.deb"
cp "$(dirname "$0")/try-inside.sh" "$root/try.sh"
# Mounts live in a namespace of their own and are gone with it.
unshare --mount --pid --fork sh -c '
  mount -t proc proc "$1/proc"
  mount --rbind /dev "$1/dev"
  mount -t tmpfs tmpfs "$1/run"
  LABORMETER_TRY_BROWSER='"${LABORMETER_TRY_BROWSER:-}"' chroot "$1" sh /try.sh' sh "$root"
