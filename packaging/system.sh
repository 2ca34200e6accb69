#!/bin/sh
# What must come from the system: libraries for Qt, browsers, a virtual screen, and the tools that
# the tests hold our figures against.
#
#   system.sh          install it (Debian, as root)
#   system.sh check    say in one sentence that can be pasted what is missing; exit 1 if anything is
set -u

packages="chromium firefox-esr libnss3 libnss3-tools xvfb libegl1 libgl1 libxkbcommon0
  libxkbcommon-x11-0 libdbus-1-3 libfontconfig1 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1
  libxcb-shape0 fonts-dejavu-core libimage-exiftool-perl libarchive-zip-perl ffmpeg hledger
  poppler-utils dbus-daemon dconf-service dconf-gsettings-backend gsettings-desktop-schemas
  libglib2.0-bin"

# Node may come from elsewhere, with its npm, and Debian's would be at odds with it.
command -v npm >/dev/null 2>&1 || packages="$packages nodejs npm"

command -v dpkg-query >/dev/null 2>&1 || exit 0 # not Debian: nothing we could say for sure

missing=""
for package in $packages; do
  case "$(dpkg-query -W -f '${Status}' "$package" 2>/dev/null)" in
    *"install ok installed") ;;
    *) missing="$missing $package" ;;
  esac
done
[ -n "$missing" ] || exit 0

if [ "${1:-}" = check ]; then
  echo "Some system packages are missing; please run: sudo apt-get install --no-install-recommends$missing" >&2
  exit 1
fi
if [ "$(id -u)" != 0 ]; then
  echo "Please run as root: apt-get install --no-install-recommends$missing" >&2
  exit 1
fi
apt-get update -qq
# shellcheck disable=SC2086 # a list of words
DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
