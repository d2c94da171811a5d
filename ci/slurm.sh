#!/usr/bin/env bash
# The tests as a Slurm array: sbatch ci/slurm.sh, and when it is done sbatch --dependency=afterany:JOB ci/slurm.sh merge
#SBATCH --job-name=sfm
#SBATCH --array=1-3
#SBATCH --cpus-per-task=2
#SBATCH --time=00:10:00
set -euo pipefail

shards=${SLURM_ARRAY_TASK_COUNT:-3}
shard=${SLURM_ARRAY_TASK_ID:-1}
paths=${PATHS:-Examples}
out=${OUT:-sfm-reports}
mkdir -p "$out"

if [[ ${1:-} == merge ]]; then
    # One task is enough for that; the others of the array have nothing to do.
    ((shard == 1)) || exit 0
    # shellcheck disable=SC2046
    sfm report merge "$out/report.json" $(seq -f "$out/shard-%g.json" "$shards")
    exit
fi

sfm test "$paths" --jobs "${SLURM_CPUS_PER_TASK:-2}" --shard "$shard/$shards" --format json > "$out/shard-$shard.json"
