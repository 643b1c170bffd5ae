#!/usr/bin/env bash
# Measures the promises of bench/README.md as ratios of one run: bench/run.sh [small|full] [rounds]
# small: 1 k, 100 k and 1 M tasks, heaps of 100 MB and 1 GB, Workstation GC. full: 4 GB and Server GC too.
set -euo pipefail
cd "$(dirname "$0")/.."

size=${1:-small} rounds=${2:-5}
. bench/common.sh
build bench/target bench/compare src/dotnet-taskfind
tool=${TASKFIND:-dotnet $PWD/src/dotnet-taskfind/bin/Release/net10.0/dotnet-taskfind.dll}

walk() { # NAME
  $compare walk "$pid" "$rounds" >"$work/walk"
  claim "$1: walk / copy, CPU ms" "$(median "$work/walk" walk cpu_ms)" "$(median "$work/walk" copy cpu_ms)" 1.3
  claim "$1: walk / ClrMD enumerate, CPU ms" "$(median "$work/walk" walk cpu_ms)" "$(median "$work/walk" enumerate cpu_ms)" 1
}

pauses() { # NAME
  $nice $compare pause "$pid" "$work/in" "$work/out" "$work/pause.core" "$rounds" >"$work/pause"
  claim "$1: pause, look / ClrMD loop, ms" "$(median "$work/pause" pause look_ms)" "$(median "$work/pause" pause loop_ms)" 0.25
  claim "$1: pause, look / heap dump, ms" "$(median "$work/pause" pause look_ms)" "$(median "$work/pause" pause dump_ms)" 0.08
}

cold() { # NAME LIMIT
  for _ in $(seq "$rounds"); do
    ask watch >/dev/null
    $nice $tool find Outer -p "$pid" --limit 1 >/dev/null 2>&1
    echo "cold look_ms=$(ask gap)"
    ask watch >/dev/null
    $nice $compare loop "$pid" >/dev/null
    echo "cold loop_ms=$(ask gap)"
  done >"$work/cold"
  claim "$1: pause cold, find / ClrMD loop, ms" "$(median "$work/cold" cold look_ms)" "$(median "$work/cold" cold loop_ms)" "$2"
}

dump() { # TASKS MEGABYTES SERVER: leaves a dump and no process
  start "$1" "$2" "$3"
  $compare dump "$pid" "$work/$1.core" >&2
  stop
}

whole() { # NAME DUMP
  for _ in $(seq "$rounds"); do
    $compare run loop -- $compare loop "$2" | grep exit=
    $compare run list -- bash -c "$tool list --format json '$2' >'$work/list.json' 2>/dev/null"
    $compare run find -- bash -c "$tool find OnSource '$2' --limit 10 >/dev/null 2>&1"
  done >"$work/whole"
  claim "$1: list --format json / ClrMD loop, CPU ms" "$(median "$work/whole" list cpu_ms)" "$(median "$work/whole" loop cpu_ms)" 3
  claim "$1: find / ClrMD loop, CPU ms" "$(median "$work/whole" find cpu_ms)" "$(median "$work/whole" loop cpu_ms)" 1
  claim "$1: list --format json, peak MB (of 1)" "$(($(median "$work/whole" list peak_kb) / 1024))" 1 250
  claim "$1: find, peak MB (of 1)" "$(($(median "$work/whole" find peak_kb) / 1024))" 1 250
  cp "$work/whole" "$work/whole.$(basename "$2")"
}

servers=0 heaps="100 1024"
if [ "$size" = full ]; then servers="0 1" heaps="100 1024 4096"; fi
for server in $servers; do
  for heap in $heaps; do
    start 40000 "$heap" "$server"
    load "$heap MB, 40 k tasks, server $server"
    walk "$heap MB"
    pauses "$heap MB"
  done
  start 40000 400 "$server"
  load "400 MB, 40 k tasks, server $server"
  cold "400 MB" 0.15
  start 1000 4 "$server"
  load "a small process, 1 k tasks, server $server"
  cold "small" 0.333
done

for tasks in 1000 100000 1000000; do
  megabytes=$((tasks == 1000 ? 100 : 1024))
  dump $tasks $megabytes 0
  load "a dump of $megabytes MB, $tasks tasks"
  whole "$tasks tasks" "$work/$tasks.core"
done
start_up=$(median "$work/whole.1000.core" find cpu_ms)
few=$(median "$work/whole.100000.core" find cpu_ms) many=$(median "$work/whole.1000000.core" find cpu_ms)
claim "growth of find from 100 k to 1 M tasks, CPU ms above start-up" "$(awk "BEGIN { print $many - $start_up }")" "$(awk "BEGIN { print $few - $start_up }")" 11
