#!/usr/bin/env bash
# The tests on several hosts at once with GNU parallel: HOSTS is a list for --sshlogin (":" is this machine).
# Every host has sfm and the same working folder.
set -euo pipefail

shards=${SHARDS:-3}
paths=${1:-Examples}
out=${OUT:-sfm-reports}
mkdir -p "$out"
rm -f "$out"/shard-*.json

# A shard with a failed scenario still writes its report; the merge says how it all came out.
parallel --sshlogin "${HOSTS:-:}" --workdir . --jobs 1 --results "$out/shard-{}.log" \
    sfm test "$paths" --shard "{}/$shards" --format json ">" "$out/shard-{}.json" ::: $(seq "$shards") || true

# shellcheck disable=SC2046
sfm report merge "$out/report.json" $(seq -f "$out/shard-%g.json" "$shards")
