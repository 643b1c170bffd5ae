#!/usr/bin/env bash
# Measures the promises of bench/README.md as ratios of one run: bench/run.sh [small|full] [rounds]
# small: 1 k, 100 k and 1 M tasks, heaps of 100 MB and 1 GB, Workstation GC. full: 4 GB and Server GC too.
set -euo pipefail
cd "$(dirname "$0")/.."

size=${1:-small} rounds=${2:-5}
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
for project in bench/target bench/compare src/dotnet-taskfind; do dotnet build "$project" -c Release -v quiet --nologo >&2; done
target=$PWD/bench/target/bin/Release/net10.0/BenchTarget.dll
compare="dotnet $PWD/bench/compare/bin/Release/net10.0/TaskFind.Bench.dll"
tool=${TASKFIND:-dotnet $PWD/src/dotnet-taskfind/bin/Release/net10.0/dotnet-taskfind.dll}
work=$(mktemp -d) pid=
# Neighbours on the machine lengthen every pause; who may, measures with a higher priority on both sides.
nice=$(nice -n -10 true 2>/dev/null && echo "nice -n -10" || true)

stop() {
  [ -z "$pid" ] || kill "$pid" 2>/dev/null || true
  exec 7>&- 8>&- || true
  pid=
}
trap 'stop; rm -rf "$work"' EXIT

start() { # TASKS MEGABYTES SERVER
  stop
  rm -f "$work/in" "$work/out"
  mkfifo "$work/in" "$work/out"
  exec 7<>"$work/in" 8<>"$work/out"
  DOTNET_gcServer=$3 $nice dotnet "$target" "$1" "$2" <"$work/in" >"$work/out" 7>&- 8>&- &
  pid=$!
  while read -r line <&8; do
    [ "$line" = ready ] && break
    echo "target: $line" >&2
  done
}

ask() { # prints what the heartbeat answers
  echo "$1 run" >&7
  while read -r line <&8; do
    case $line in "$1 run "*) echo "${line##* }"; return ;; esac
  done
}

# The median of a key's values among the lines of a file that begin with a name.
median() { awk -v name="$2" -v key="$3=" '$1 == name { for (i = 2; i <= NF; i++) if (index($i, key) == 1) print substr($i, length(key) + 1) }' "$1" | sort -n | awk '{ v[NR] = $1 } END { print NR ? v[int((NR + 1) / 2)] : "none" }'; }

# claim TEXT MEASURED BASE LIMIT: one line of the table.
claim() { awk -v t="$1" -v a="$2" -v b="$3" -v l="$4" 'BEGIN { r = b > 0 ? a / b : 0; printf "%-64s %9.1f / %9.1f = %6.3f (at most %s: %s)\n", t, a, b, r, l, r > 0 && r <= l ? "met" : "NOT MET" }'; }

load() { echo "-- $1; load $(cut -d' ' -f1-3 /proc/loadavg), $(nproc) processors"; }

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
