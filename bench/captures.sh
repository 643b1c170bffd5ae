#!/usr/bin/env bash
# What a capture of many tasks weighs, and what it costs to save and to load: bench/captures.sh [TASKS] [rounds]
# The target is tests/targets/Many; `find` on it and on its capture must say the same.
set -euo pipefail
cd "$(dirname "$0")/.."
tasks=${1:-100000} rounds=${2:-5}
. bench/common.sh
build src/dotnet-taskfind tests/targets/Many bench/compare
tool="dotnet $PWD/src/dotnet-taskfind/bin/Release/net10.0/dotnet-taskfind.dll"
target=$PWD/tests/targets/Many/bin/Release/net10.0/Many.dll

once() { # NAME COMMAND…: adds one line to the times
  local name=$1 TIMEFORMAT='%R %U %S'
  shift
  { time "$@" >"$work/output" 2>"$work/errors"; } 2>"$work/time" || { cat "$work/errors" >&2; return 1; }
  awk -v name="$name" '{ printf "%s wall_ms=%.0f cpu_ms=%.0f\n", name, $1 * 1000, ($2 + $3) * 1000 }' "$work/time"
}

load "captures of $tasks tasks, $rounds rounds"
for shape in semaphore whenall mixed; do
  start "$tasks" 1 0 "$shape" # Many takes COUNT DEPTH SHAPE
  for _ in $(seq "$rounds"); do
    once look $tool list "$pid" --limit 1
    once save $tool capture "$pid" -o "$work/many.cap"
    once load $tool list "$work/many.cap" --limit 1
    once find_live $tool find 'Crowd.*' "$pid"
    mv "$work/output" "$work/live"
    once find_capture $tool find 'Crowd.*' "$work/many.cap"
    mv "$work/output" "$work/captured"
  done >"$work/times"
  # Time left goes on in the process and stands still in its capture.
  same=$(cmp -s <(sed -E 's/left:[^],]*//g' "$work/live") <(sed -E 's/left:[^],]*//g' "$work/captured") && echo yes || echo NO)
  echo "$shape: $(stat -c %s "$work/many.cap") bytes; look $(median "$work/times" look wall_ms) ms, look and save $(median "$work/times" save wall_ms) ms, load and list $(median "$work/times" load wall_ms) ms;" \
    "find, all printed: live $(median "$work/times" find_live wall_ms) ms, capture $(median "$work/times" find_capture wall_ms) ms; $(wc -l <"$work/captured") lines, the same: $same"
  $compare captures "$work/many.cap" "$rounds" >"$work/inside"
  echo "$shape, inside of one process: save $(median "$work/inside" save wall_ms) ms, load $(median "$work/inside" load wall_ms) ms"
done
