#!/usr/bin/env bash
# The tests as a Slurm array: sbatch ci/slurm.sh, and when it is done sbatch --dependency=afterany:JOB ci/slurm.sh merge
# SFM_PATHS are files and folders, one a line.
#SBATCH --job-name=sfm
#SBATCH --array=1-3
#SBATCH --cpus-per-task=2
#SBATCH --time=00:10:00
set -euo pipefail

shards=${SLURM_ARRAY_TASK_COUNT:-3}
shard=${SLURM_ARRAY_TASK_ID:-1}
[[ $shards =~ ^[1-9][0-9]{0,3}$ && $shard =~ ^[0-9]{1,4}$ ]] || {
    printf '%s\n' "SLURM_ARRAY_TASK_COUNT and _ID: a number from 1 to 9999" "SLURM_ARRAY_TASK_COUNT and _ID: число от 1 до 9999" >&2
    exit 64
}
out=${OUT:-sfm-reports}
mapfile -t paths < <(tr -d '\r' <<< "${SFM_PATHS:-Examples}" | grep -av '^$')
mkdir -p "$out"

if [[ ${1:-} == merge ]]; then
    # One task is enough for that; the others of the array have nothing to do.
    if ((shard != 1)); then exit 0; fi
    reports=()
    for ((number = 1; number <= shards; number++)); do reports+=("$out/shard-$number.json"); done
    sfm report merge "$out/report.json" "${reports[@]}"
    exit
fi

sfm test --jobs "${SLURM_CPUS_PER_TASK:-2}" --shard "$shard/$shards" --report "json=$out/shard-$shard.json" -- "${paths[@]}"
