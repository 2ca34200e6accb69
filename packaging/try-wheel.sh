#!/bin/sh
# try-wheel.sh WHEEL: install the wheel as people do (pip, pipx, uv tool), each into a place of its
# own, and use what was installed outside the tree.
set -eu
wheel=$(realpath "$1")
here=$(cd "$(dirname "$0")" && pwd)
tools=$here/../.setup/package/bin
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python=$(sh "$here/find-python.sh")
# The versions that were tested, without their hashes: a hash for one means a hash for all.
grep '^[a-z]' "$here/constraints-package.txt" | sed 's/ *\\$//' >"$work/pins"

use() {
  echo "== $1"
  shift
  HOME="$work/home" PATH="$work/none:/usr/bin:/bin" sh "$here/use.sh" "$@"
}

"$python" -m venv "$work/venv"
"$work/venv/bin/python" -m pip install --quiet --constraint "$work/pins" "${wheel}[all]"
use pip "$work/venv/bin/labormeter"
rm -rf "$work/venv"

if [ -x "$tools/pipx" ]; then
  export PIPX_HOME="$work/pipx" PIPX_BIN_DIR="$work/pipx/bin" PIPX_MAN_DIR="$work/pipx/man"
  "$tools/pipx" install --quiet --python "$python" \
    --pip-args "--quiet --constraint $work/pins" "${wheel}[all]"
  use pipx "$PIPX_BIN_DIR/labormeter"
  "$tools/pipx" uninstall --quiet labormeter
  [ ! -e "$PIPX_BIN_DIR/labormeter" ]
else
  echo "pipx was not tried: run make package first." >&2
fi

if [ -x "$tools/uv" ]; then
  export UV_TOOL_DIR="$work/uv" UV_TOOL_BIN_DIR="$work/uv/bin" UV_CACHE_DIR="$work/cache"
  "$tools/uv" tool install --quiet --python "$python" --constraints "$work/pins" "labormeter[all] @ file://$wheel"
  use "uv tool" "$UV_TOOL_BIN_DIR/labormeter"
  "$tools/uv" tool uninstall --quiet labormeter
  [ ! -e "$UV_TOOL_BIN_DIR/labormeter" ]
else
  echo "uv was not tried: run make package first." >&2
fi
