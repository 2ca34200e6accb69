#!/bin/sh
# build.sh PYTHON WHEEL OUT: freeze a wheel with the interpreter of an environment that has what the
# wheel stands on and PyInstaller, into OUT/labormeter.
set -eu
python=$1 wheel=$2 out=$3
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$python" -m pip install --quiet --no-deps --no-index --force-reinstall "$wheel"
cd "$work"
"$python" -m PyInstaller --noconfirm --log-level ERROR \
  --distpath "$out" --workpath "$work/made" "$here/linux.spec"
# Symbols for debuggers are a quarter of it. The program itself carries its modules at its end and
# must not be touched.
if command -v strip >/dev/null 2>&1; then
  find "$out/labormeter/_internal" -type f -name '*.so*' -exec strip --strip-unneeded {} +
fi
