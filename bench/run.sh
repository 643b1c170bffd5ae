#!/usr/bin/env bash
# Measures the walk, the pause and whole commands against their rivals, as paired ratios of one run. Usage: bench/run.sh [small|full]
# small: 100 MB, 400 MB and 1 GB heaps. full: 4 GB and 1 M tasks too. Needs the SDK, 8 GB of memory and disk in $TMPDIR.
set -euo pipefail
cd "$(dirname "$0")"
size=${1:-small}
rounds=${ROUNDS:-5}
work=$(mktemp -d)
target=
finish() { [ -z "$target" ] || kill -9 "$target" 2>/dev/null || true; exec 9>&- || true; rm -rf "$work"; }
trap finish EXIT
exec 9>/dev/null

dotnet build Target --configuration Release -v quiet -nologo
dotnet build Compare --configuration Release -v quiet -nologo
dotnet build ../src/dotnet-taskfind --configuration Release -v quiet -nologo
rival="dotnet Compare/bin/Release/net10.0/TaskFind.Bench.dll"
tool="dotnet ../src/dotnet-taskfind/bin/Release/net10.0/dotnet-taskfind.dll"

# start METHODS MEGABYTES SERVER: a target that is ready; its stdin is descriptor 9 and its stdout descriptor 8.
start() {
  rm -f "$work/in" "$work/out"
  mkfifo "$work/in" "$work/out"
  exec 9<>"$work/in" 8<>"$work/out"
  DOTNET_gcServer=$3 dotnet Target/bin/Release/net10.0/Target.dll "$1" "$2" <"$work/in" >"$work/out" 2>/dev/null 8>&- 9>&- &
  target=$!
  read -r about <&8
  read -r ready <&8
  echo; echo "### $about"
}
stop() { kill -9 "$target"; wait "$target" 2>/dev/null || true; target=; exec 9>&- 8>&-; }
gap() { echo gap >&9; read -r answer <&8; echo "$answer"; }

# of KEY: reads one line of figures, gives the value of a key.
of() { tr ' ' '\n' | sed -n "s/^$1=//p" | head -1; }
# cost COMMAND...: 'user+system seconds, peak MB' of a whole command.
cost() { /usr/bin/env bash -c 'TIMEFORMAT="%U %S"; { time "$@" >/dev/null 2>&1; } 2>&1' _ "$@" | awk '{ printf "%.3f\n", $1 + $2 }'; }
median() { sort -g | awk '{ v[NR] = $1 } END { printf "%.3f (%.3f to %.3f)", v[int((NR + 1) / 2)], v[1], v[NR] }'; }

# pause LABEL: the pause that the target itself saw, ours against both rivals.
pause() {
  : >"$work/ours"; : >"$work/clrmd"; : >"$work/heapdump"; : >"$work/r1"; : >"$work/r2"
  for _ in $(seq "$rounds"); do
    gap >/dev/null; $tool list "$target" >/dev/null 2>&1; ours=$(gap)
    $rival clrmd "$target" >/dev/null; clrmd=$(gap)
    $rival dump "$target" "$work/pause.dmp" >/dev/null 2>&1; dump=$(gap); rm -f "$work/pause.dmp"
    echo "$ours" >>"$work/ours"; echo "$clrmd" >>"$work/clrmd"; echo "$dump" >>"$work/heapdump"
    awk "BEGIN { print $ours / $clrmd }" >>"$work/r1"; awk "BEGIN { print $ours / $dump }" >>"$work/r2"
  done
  echo "$1: pause ours $(median <"$work/ours") ms, ClrMD attach and walk $(median <"$work/clrmd") ms, heap dump $(median <"$work/heapdump") ms"
  echo "$1: ratio to ClrMD $(median <"$work/r1"), to a heap dump $(median <"$work/r2")"
}

# whole LABEL DUMP: whole commands on a dump against the bare loop, by processor time.
whole() {
  : >"$work/list"; : >"$work/find"; : >"$work/loop"; : >"$work/r1"; : >"$work/r2"
  for _ in $(seq "$rounds"); do
    loop=$($rival clrmd "$2" | of cpu)
    list=$(cost $tool list --format json --limit 100000000 --promises --framework "$2")
    find=$(cost $tool find OnDelay --limit 1 "$2")
    echo "$loop" >>"$work/loop"; echo "$list" >>"$work/list"; echo "$find" >>"$work/find"
    awk "BEGIN { print $list / $loop }" >>"$work/r1"; awk "BEGIN { print $find / $loop }" >>"$work/r2"
  done
  echo "$1: CPU list --format json $(median <"$work/list") s, find $(median <"$work/find") s, bare ClrMD loop $(median <"$work/loop") s"
  echo "$1: ratio list $(median <"$work/r1"), find $(median <"$work/r2")"
  command -v /usr/bin/time >/dev/null && /usr/bin/time -f "$1: peak of list --format json %M KB" $tool list --format json --limit 100000000 --promises --framework "$2" 2>&1 >/dev/null | tail -1
}

# dumped LABEL METHODS MB SERVER: makes a dump of such a target.
dumped() {
  start "$2" "$3" "$4"
  $rival dump "$target" "$work/$1.dmp" >/dev/null
  stop
}

echo "$(nproc) processors, load $(cut -d' ' -f1-3 /proc/loadavg), $(dotnet --version)"

start 1000 5 0;     pause "small process"; stop
start 40000 100 0;  pause "100 MB, 40 k methods"; stop
start 40000 400 0;  pause "400 MB, 40 k methods"; stop
start 40000 1000 0; pause "1 GB, 40 k methods"; $rival floor "$target" "$rounds" | sed 's/^/1 GB walk, live: /'; stop
start 40000 1000 1; pause "1 GB, 40 k methods, Server GC"; stop

dumped k100 75000 1000 0; whole "1 GB, 100 k tasks" "$work/k100.dmp"
$rival floor "$work/k100.dmp" "$rounds" | tail -1 | sed 's/^/1 GB walk, dump: /'
rm "$work/k100.dmp"
if [ "$size" = full ]; then
  dumped m1 700000 1000 0; whole "1 GB, 1 M tasks" "$work/m1.dmp"; rm "$work/m1.dmp"
  start 40000 4000 0; pause "4 GB, 40 k methods"; stop
fi
