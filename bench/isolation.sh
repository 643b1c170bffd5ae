#!/usr/bin/env bash
# What it costs to read a dump in a child process: bench/isolation.sh TOOL DUMP [rounds]
# TOOL is an installed dotnet-taskfind, DUMP a small dump. The variable makes the tool take itself for the child, so that it does the work alone.
set -euo pipefail
tool=$1 dump=$2 rounds=${3:-11}
TIMEFORMAT='%R %U %S'
once() { # NAME COMMAND…
  local name=$1
  shift
  { time "$@" >/dev/null 2>&1; } 2>&1 | awk -v name="$name" '{ printf "%s %.0f %.0f\n", name, $1 * 1000, ($2 + $3) * 1000 }'
}
for _ in $(seq "$rounds"); do
  once child "$tool" list "$dump"
  once alone env TASKFIND_ISOLATED=1 "$tool" list "$dump"
done | sort -k1,1 -k2,2n | awk '{ wall[$1, ++n[$1]] = $2; cpu[$1] += $3 } END { for (k in n) printf "%s: wall %d ms (median), CPU %d ms (mean)\n", k, wall[k, int((n[k] + 1) / 2)], cpu[k] / n[k] }'
