#!/usr/bin/env bash
# The tests on several hosts at once with GNU parallel; the arguments are files and folders. HOSTS is a list for --sshlogin (":" is this
# machine). Every host has sfm, bash and the same working folder.
set -euo pipefail

shards=${SHARDS:-3}
[[ $shards =~ ^[1-9][0-9]{0,3}$ ]] || {
    printf '%s\n' "SHARDS: a number from 1 to 9999" "SHARDS: число от 1 до 9999" >&2
    exit 64
}
out=${OUT:-sfm-reports}
if (($# == 0)); then set -- Examples; fi
mkdir -p "$out"
rm -f "$out"/shard-*.json

numbers=()
reports=()
for ((shard = 1; shard <= shards; shard++)); do
    numbers+=("$shard")
    reports+=("$out/shard-$shard.json")
done

# What parallel is given goes through a shell of the host: whatever that may be, single quotes keep a word as it is. Within them `''` is
# nothing to the shell, and keeps parallel from taking a `{}` of a name for the number of the shard.
quoted() {
    local mark="'" word=$1
    word=${word//$mark/$mark\\$mark$mark}
    word=${word//\}/$mark$mark\}}
    printf "'%s'" "$word"
}
report=$(quoted "$out/shard-")
paths=
for path; do paths+=" $(quoted "$path")"; done

# A shard with a failed scenario still writes its report; the merge says how it all came out.
parallel --sshlogin "${HOSTS:-:}" --workdir . --jobs 1 \
    "sfm test --shard {}/$shards --report json=$report{}.json --$paths" ::: "${numbers[@]}" || true

sfm report merge "$out/report.json" "${reports[@]}"
