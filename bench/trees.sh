#!/usr/bin/env bash
# How long graphs take that a naive walk never gets through, and in how many lines they are told: bench/trees.sh [rounds]
set -euo pipefail
cd "$(dirname "$0")/.."

rounds=${1:-5}
. bench/common.sh
build tests/targets/Graphs bench/compare src/dotnet-taskfind
graphs=$PWD/tests/targets/Graphs/bin/Release/net10.0/Graphs.dll
tool=${TASKFIND:-dotnet $PWD/src/dotnet-taskfind/bin/Release/net10.0/dotnet-taskfind.dll}

for graph in "diamonds" "fan" "chain 10000" "chain 100000"; do
  stop
  rm -f "$work/in" "$work/out"
  mkfifo "$work/in" "$work/out"
  exec 7<>"$work/in" 8<>"$work/out"
  # shellcheck disable=SC2086 # a graph is its name and size
  dotnet "$graphs" $graph <"$work/in" >"$work/out" 7>&- 8>&- &
  pid=$!
  while read -r line <&8; do [ "$line" = ready ] && break; done
  for command in "tree" "list --group" "list" "find Bottom"; do
    for _ in $(seq "$rounds"); do
      # shellcheck disable=SC2086
      $compare run tree -- bash -c "$tool $command $pid >'$work/lines' 2>/dev/null"
    done >"$work/tree"
    printf '%-14s %-14s wall %6.0f ms, CPU %6.0f ms, peak %4.0f MB, %s lines\n' \
      "$graph" "$command" "$(median "$work/tree" tree wall_ms)" "$(median "$work/tree" tree cpu_ms)" "$(($(median "$work/tree" tree peak_kb) / 1024))" "$(wc -l <"$work/lines")"
  done
done
