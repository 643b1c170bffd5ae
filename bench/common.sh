# What the scripts here share: builds, a target that is asked over two pipes, and the lines they print. Sourced from the repository's root.
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 MSBUILDDISABLENODEREUSE=1
target=$PWD/bench/target/bin/Release/net10.0/BenchTarget.dll
compare="dotnet $PWD/bench/compare/bin/Release/net10.0/TaskFind.Bench.dll"
work=$(mktemp -d) pid=
# Neighbours on the machine lengthen every pause; who may, measures with a higher priority on both sides.
nice=$(nice -n -10 true 2>/dev/null && echo "nice -n -10" || true)

build() { for project; do dotnet build "$project" -c Release -v quiet --nologo -clp:NoSummary >&2; done; }

stop() {
  [ -z "$pid" ] || kill "$pid" 2>/dev/null || true
  exec 7>&- 8>&- || true
  pid=
}
trap 'stop; rm -rf "$work"' EXIT

start() { # TASKS MEGABYTES SERVER [THREADS]
  stop
  rm -f "$work/in" "$work/out"
  mkfifo "$work/in" "$work/out"
  exec 7<>"$work/in" 8<>"$work/out"
  DOTNET_gcServer=$3 $nice dotnet "$target" "$1" "$2" "${4:-0}" <"$work/in" >"$work/out" 7>&- 8>&- &
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

# The values of a key among the lines of a file that begin with a name, and their median.
values() { awk -v name="$2" -v key="$3=" '$1 == name { for (i = 2; i <= NF; i++) if (index($i, key) == 1) print substr($i, length(key) + 1) }' "$1"; }
middle() { sort -n | awk '{ v[NR] = $1 } END { print NR ? v[int((NR + 1) / 2)] : "none" }'; }
median() { values "$1" "$2" "$3" | middle; }

# paired FILE NAME BASE KEY: the median of the rounds' own ratios, which a machine that is busy for some rounds moves less.
paired() { paste <(values "$1" "$2" "$4") <(values "$1" "$3" "$4") | awk '$2 > 0 { print $1 / $2 }' | middle; }

# claim TEXT MEASURED BASE LIMIT [RATIO]: one line of the table; the ratio is that of the two unless it is given, and no limit makes no promise.
claim() {
  awk -v t="$1" -v a="$2" -v b="$3" -v l="$4" -v r="${5:-}" 'BEGIN {
    if (r == "") r = b > 0 ? a / b : 0
    verdict = l == "" ? "for information" : sprintf("at most %s: %s", l, r > 0 && r <= l + 0 ? "met" : "NOT MET")
    printf "%-64s %9.1f / %9.1f = %6.3f (%s)\n", t, a, b, r, verdict
  }'
}

load() { echo "-- $1; load $(cut -d' ' -f1-3 /proc/loadavg), $(nproc) processors"; }
