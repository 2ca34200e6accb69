#!/bin/sh
# Tries all that `make package` left in dist/; says what could not be tried here.
set -eu
cd "$(dirname "$0")/.."
sh packaging/try-wheel.sh dist/labormeter-*.whl

for folder in dist/labormeter-*-linux-*.tar.gz; do
  [ -e "$folder" ] || continue
  echo "== the folder"
  work=$(mktemp -d)
  tar -C "$work" -xzf "$folder"
  sh packaging/use.sh "$work/labormeter/labormeter"
  rm -rf "$work"
done

.setup/package/bin/python packaging/check_bill.py dist/labormeter-*.cdx.json
for package in dist/labormeter_*.deb; do
  [ -e "$package" ] || continue
  if command -v lintian >/dev/null 2>&1; then
    lintian --fail-on error,warning "$package"
  else
    echo "The Debian package was not checked by lintian, which is not installed."
  fi
  if [ "$(id -u)" = 0 ] && command -v debootstrap >/dev/null 2>&1; then
    sh packaging/try-deb.sh "$package"
  else
    echo "The Debian package was not tried: that needs root and debootstrap."
  fi
done
for tool in desktop-file-validate appstreamcli; do
  command -v "$tool" >/dev/null 2>&1 || { echo "$tool is not installed, and was not asked."; continue; }
  case $tool in
    desktop-file-validate) $tool packaging/debian/labormeter.desktop ;;
    appstreamcli)
      work=$(mktemp -d)
      sed 's/@VERSION@/0.0.1/; s/@DATE@/2026-01-01/' \
        packaging/debian/org.labormeter.labormeter.metainfo.xml \
        >"$work/org.labormeter.labormeter.metainfo.xml"
      $tool validate --no-net "$work/org.labormeter.labormeter.metainfo.xml"
      rm -rf "$work"
      ;;
  esac
done
