#!/bin/sh
# Prints the path of a Python 3.13 or 3.12 interpreter, or says what to do and exits with 1.
# A name on the PATH proves nothing (pyenv puts shims there that only say "not found"), so each
# candidate is run before it is believed. mitmproxy 12 needs 3.12; 3.13 is preferred.
set -u

works() {
  "$1" -c 'import sys, venv, ensurepip; sys.exit(not ((3, 12) <= sys.version_info[:2] <= (3, 13)))' \
    >/dev/null 2>&1
}

offer() {
  [ -n "$1" ] && works "$1" && "$1" -c 'import sys; print(sys.executable)' && exit 0
}

offer "${LABORMETER_PYTHON:-}"
for minor in 13 12; do
  offer "$(command -v "python3.$minor" 2>/dev/null)"
  for root in "${PYENV_ROOT:-}" "$HOME/.pyenv" /opt/pyenv /usr/local/pyenv; do
    [ -n "$root" ] || continue
    for found in "$root"/versions/3."$minor"*/bin/python; do offer "$found"; done
  done
  for found in "$HOME"/.local/share/uv/python/cpython-3."$minor"*/bin/python3 \
    /usr/local/bin/python3."$minor" /opt/homebrew/bin/python3."$minor"; do offer "$found"; done
done
offer "$(command -v python3 2>/dev/null)"

# None here: uv brings one. Where uv is missing too, any Python can bring uv.
uv=$(command -v uv 2>/dev/null)
if [ -z "$uv" ] && python3 -m venv .setup/uv >/dev/null 2>&1 &&
  .setup/uv/bin/python -m pip install --quiet uv >/dev/null 2>&1; then
  uv=.setup/uv/bin/uv
fi
if [ -n "$uv" ]; then
  "$uv" python install 3.13 >&2 && offer "$("$uv" python find 3.13 2>/dev/null)"
fi
echo "labormeter needs Python 3.13 or 3.12: install it (for example with 'uv python install 3.13')" \
  "or name it with LABORMETER_PYTHON=/path/to/python3.13, then try again." >&2
exit 1
