#!/bin/sh
# use.sh PROGRAM: use an installed labormeter as a person would, on a home that is thrown away.
set -eu
program=$1
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
cd "$home"
labormeter() { "$program" --home "$home/labormeter" "$@"; }
fail() { echo "FAILED: $*" >&2; exit 1; }

"$program" --version | grep -q '^labormeter, version' || fail "version"
labormeter --help | grep -q practice || fail "help"
labormeter platforms list | grep -q '^youtube ' || fail "platforms list"
cat >own.toml <<'PACK'
schema = 1
PACK
labormeter packs check own.toml >said 2>&1 && fail "packs check finds no fault in half a pack"
grep -q 'own.toml' said || fail "packs check"
labormeter packs list | grep -q youtube || fail "packs list"
labormeter rates list | grep -q EUR || fail "rates"
labormeter ledger >/dev/null || fail "ledger"
labormeter doctor >said || true
grep -q '^good  versions' said || { cat said; fail "doctor"; }

"$program" --home "$home/labormeter" meter >said 2>&1 &
meter=$!
for tenth in $(seq 300); do
  grep -q 'metering on 127.0.0.1:' said && break
  kill -0 "$meter" 2>/dev/null || break
  sleep 0.1
done
grep -q 'metering on 127.0.0.1:' said || { cat said; fail "the meter does not start"; }
labormeter shift status | grep -q 'Metering is on' || fail "shift status"
kill "$meter"
wait "$meter" || fail "the meter does not end in good order"
[ -s "$home/labormeter/ledger.db" ] || fail "no ledger was begun"

LABORMETER_HOME="$home/window" QT_QPA_PLATFORM=offscreen timeout 10 "$program" >said 2>&1 && code=0 || code=$?
[ "$code" = 124 ] || { cat said; fail "the window ended by itself ($code)"; }
[ ! -s said ] || { cat said; fail "the window complains"; }
labormeter statement -o statement.pdf >/dev/null 2>&1 && head -c 4 statement.pdf | grep -q '%PDF' ||
  fail "statement"
labormeter uninstall --yes >/dev/null || fail "uninstall"
[ ! -e "$home/labormeter" ] || fail "uninstall leaves something"
echo "all is well"
