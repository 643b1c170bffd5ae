#!/usr/bin/env bash
# What compiling the package ahead saves in a short run: bench/startup.sh [rounds]
# Both sides are `dotnet tool install`ed from packages of this tree and run by the launcher that the install makes: the package
# for this kind of machine, and the one for any machine, which is plain IL. They look for one method of the same small process, in turns;
# so does the tool from the archive that brings its own runtime.
set -euo pipefail
cd "$(dirname "$0")/.."

rounds=${1:-7}
. bench/common.sh
build bench/target bench/hello
dotnet restore src/dotnet-taskfind -v quiet >&2
version=0.0.0-bench.$(date +%s).$$
DOTNET_ROOT=$(dirname "$(readlink -f "$(command -v dotnet)")")
export DOTNET_ROOT

install() { # NAME PROPERTY…: packs the tool and installs it, past every cache; a restore for other machines would write other lock files
  local name=$1 feed=$work/feed.$1
  shift
  dotnet pack src/dotnet-taskfind -c Release --no-restore -v quiet --nologo -clp:NoSummary -o "$feed" -p:PackageVersion="$version" "$@" >&2
  echo "<configuration><packageSources><clear /><add key='feed' value='$feed' /></packageSources></configuration>" >"$feed/nuget.config"
  NUGET_PACKAGES=$work/packages.$name dotnet tool install dotnet-taskfind --version "$version" --tool-path "$work/$name" --configfile "$feed/nuget.config" >&2
}

once() { # NAME COMMAND…: adds one line to the times
  local name=$1 TIMEFORMAT='%R %U %S'
  shift
  { time "$@" >"$work/output" 2>&1; } 2>"$work/time" || { cat "$work/output" >&2; return 1; }
  awk -v name="$name" '{ printf "%s wall_ms=%.0f cpu_ms=%.0f\n", name, $1 * 1000, ($2 + $3) * 1000 }' "$work/time"
}

install ahead
install il -p:RuntimeIdentifiers=any
dotnet publish src/dotnet-taskfind -v quiet --nologo -p:PublishProfile=linux-x64 -p:ArtifactsPath="$work/build" -p:PackageOutputPath="$work/archive" >&2
mkdir "$work/alone"
tar xzf "$work"/archive/*.tar.gz -C "$work/alone" --strip-components 1
du -b "$work"/archive/*.tar.gz >&2
du -sb "$work/alone" >&2
start 100 4 0
ahead() { once ahead "$work/ahead/dotnet-taskfind" find OnSource "$pid" --limit 1; }
alone() { once alone "$work/alone/dotnet-taskfind" find OnSource "$pid" --limit 1; }
il() { once il "$work/il/dotnet-taskfind" find OnSource "$pid" --limit 1; }
hello() { once hello dotnet "$PWD/bench/hello/bin/Release/net10.0/Hello.dll"; }

# The first run of each reads its files from disk; it is not told.
{ ahead; alone; il; hello; } >/dev/null
load "find in a small process, $rounds rounds"
for round in $(seq "$rounds"); do
  if ((round % 2)); then ahead; alone; il; hello; else hello; il; alone; ahead; fi
done >"$work/times"

line() { # TEXT BASE KEY LIMIT [WHAT]
  local what=${5:-ahead}
  claim "$1" "$(median "$work/times" "$what" "$3")" "$(median "$work/times" "$2" "$3")" "$4" "$(paired "$work/times" "$what" "$2" "$3")"
}
line "find installed / as plain IL, wall ms" il wall_ms 0.80
line "find installed / as plain IL, CPU ms" il cpu_ms ""
line "find installed / dotnet Hello.dll, wall ms" hello wall_ms ""
line "find installed / dotnet Hello.dll, CPU ms" hello cpu_ms ""
line "find from the archive / installed, wall ms" ahead wall_ms "" alone
line "find from the archive / installed, CPU ms" ahead cpu_ms "" alone
