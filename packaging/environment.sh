#!/bin/sh
# environment.sh FOLDER PINS: a Python environment exactly as pinned, made afresh whenever the pins or
# the interpreter changed.
set -eu
python=$(sh "$(dirname "$0")/find-python.sh")
stamp="$1/.made-of"
wanted="$python $(cksum <"$2")"
if [ "$(cat "$stamp" 2>/dev/null)" != "$wanted" ]; then
  echo "Setting up $1 with $("$python" --version) ..." >&2
  rm -rf "$1"
  "$python" -m venv "$1"
  "$1/bin/python" -m pip install --quiet --require-hashes --no-deps -r "$2"
  echo "$wanted" >"$stamp"
fi
