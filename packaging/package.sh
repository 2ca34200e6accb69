#!/bin/sh
# Builds into dist/ what can be built here, and says in a sentence what cannot.
#
#   the wheel and the source archive      for pipx, uv and pip, on every system
#   labormeter-VERSION-SYSTEM.tar.gz      a folder with all that it needs, for this system
#   labormeter_VERSION-1_ARCH.deb         the same as a Debian package, where dpkg is
#   labormeter-VERSION.cdx.json           the bill of materials of that folder (CycloneDX)
#   LICENCES                              the licence of each of its parts
set -eu
cd "$(dirname "$0")/.."
dist=$PWD/dist
mkdir -p "$dist"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

sh packaging/environment.sh .setup/package packaging/constraints-package.txt
python=$PWD/.setup/package/bin/python
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct 2>/dev/null || echo 0)
export SOURCE_DATE_EPOCH

rm -f "$dist"/labormeter-*.whl "$dist"/labormeter-*.tar.gz
"$python" -m hatchling build -d "$work" >/dev/null 2>&1 ||
  { "$python" -m hatchling build -d "$work"; exit 1; }
version=$(basename "$work"/labormeter-*.whl | cut -d- -f2)
cp "$work"/labormeter-*.whl "$work"/labormeter-*.tar.gz "$dist/"

if [ "$(uname -s)" != Linux ]; then
  echo "Only the wheel was built: the specs for Windows and macOS are in packaging/freeze/ (docs/packaging.md)."
  exit 0
fi
if ! command -v objdump >/dev/null 2>&1; then
  echo "Only the wheel was built: freezing needs objdump (Debian: binutils)." >&2
  exit 1
fi
LABORMETER_CARRIED="$work/carried.json" \
  sh packaging/freeze/build.sh "$python" "$work"/labormeter-*.whl "$work/frozen"
"$python" packaging/bill.py "$work/bill" "$work/carried.json"
cp "$work/bill/labormeter.cdx.json" "$dist/labormeter-$version.cdx.json"
cp "$work/bill/LICENCES" "$dist/LICENCES"
# The folder alone carries its licences as well.
cp -R "$work/frozen/labormeter" "$work/labormeter"
mkdir "$work/labormeter/doc"
cp -R LICENSE "$work/bill/." "$work/labormeter/doc/"
tar -C "$work" --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$SOURCE_DATE_EPOCH" \
  -czf "$dist/labormeter-$version-linux-$(uname -m).tar.gz" labormeter

if command -v dpkg-deb >/dev/null 2>&1; then
  "$python" packaging/deb.py "$work/frozen/labormeter" "$work/bill" "$dist" >/dev/null
else
  echo "No Debian package was built: that needs dpkg." >&2
fi
(cd "$dist" && ls -sh labormeter[-_]"$version"* LICENCES)
