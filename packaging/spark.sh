#!/bin/sh
# Puts Spark beside .venv, exactly as pinned, for the tests that ask a pool on it. Needs Java 17.
set -eu
cd "$(dirname "$0")/.."

if ! command -v java >/dev/null 2>&1; then
  echo "Spark needs Java: install openjdk-17-jre-headless." >&2
  exit 1
fi
stamp=.setup/spark/.made-of
wanted="$(.venv/bin/python --version) $(cksum <packaging/constraints-spark.txt)"
if [ "$(cat "$stamp" 2>/dev/null)" != "$wanted" ]; then
  echo "Setting up Spark in .setup/spark ..." >&2
  rm -rf .setup/spark
  .venv/bin/python -m pip install --quiet --require-hashes --no-deps --target .setup/spark \
    -r packaging/constraints-spark.txt
  echo "$wanted" >"$stamp"
fi
