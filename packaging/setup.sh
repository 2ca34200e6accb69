#!/bin/sh
# Makes .venv/ at the root with labormeter and all that it needs, exactly as pinned.
# Third-party clients for the journeys go into an environment of their own.
set -eu
cd "$(dirname "$0")/.."

if [ "$(id -u)" = 0 ] || [ -n "${CI:-}" ]; then
  sh packaging/system.sh
else
  sh packaging/system.sh check || true
fi

sh packaging/environment.sh .venv packaging/constraints.txt
sh packaging/environment.sh .setup/clients packaging/constraints-clients.txt
# Clients for Node, where there is Node: as the lock file says, by hash, without their scripts.
if command -v npm >/dev/null 2>&1; then
  wanted="$(node --version) $(cksum <tests/journey/clients/package-lock.json)"
  if [ "$(cat .setup/node/.made-of 2>/dev/null)" != "$wanted" ]; then
    mkdir -p .setup/node
    cp tests/journey/clients/package.json tests/journey/clients/package-lock.json .setup/node/
    (cd .setup/node && npm ci --ignore-scripts --no-audit --no-fund --silent)
    echo "$wanted" >.setup/node/.made-of
  fi
fi
if [ ! -e .venv/.linked ] || [ pyproject.toml -nt .venv/.linked ]; then
  .venv/bin/python -m pip install --quiet --no-deps --no-build-isolation --editable .
  touch .venv/.linked
fi
# Translations are compiled when their sources changed.
.venv/bin/python -m labormeter_ui.translations build
