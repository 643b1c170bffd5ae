#!/usr/bin/env bash
# What a stop costs by the number of the target's threads: bench/threads.sh [rounds]
set -euo pipefail
cd "$(dirname "$0")/.."

rounds=${1:-7}
. bench/common.sh
build bench/target bench/compare

for threads in 10 200 1000; do
  start 100 4 0 "$threads"
  load "$threads parked threads"
  $nice $compare stop "$pid" "$rounds" >"$work/stop"
  of() { median "$work/stop" stop "$1"; }
  printf '%4s threads stand: attach %.1f ms, detach %.1f ms, both %.1f ms; with the session around it %.1f ms\n' \
    "$(of threads)" "$(of attach_ms)" "$(of detach_ms)" "$(of both_ms)" "$(of session_ms)"
done
claim "stop of $threads parked threads, ms (of 1)" "$(of both_ms)" 1 100
