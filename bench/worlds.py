"""What a step costs in a small school and in one of a million people, from runs with few and with many steps."""
import statistics
import sys

from suites import PASSED
from tools import HERE, OUT, Run, made, say
from world import write

PEOPLE = [1_000, 1_000_000]
FEW, MANY = 4_000, 404_000
# Above what a script may hold unless it is told otherwise.
LIMITS = ["--max-file-bytes", "200000000", "--max-steps", "2000000"]


def scenario(people, steps):
    folder = OUT / "world"
    folder.mkdir(exist_ok=True)
    path = folder / f"people{people}-steps{steps}.sfm"
    return made(path, [HERE / "world.py", HERE / "messenger.sfm"], lambda path: write(people, steps, path))


def measure(clock, sfm, rounds, seconds):
    """Rows of microseconds a step, or nothing when a run failed. Taken round by round, so that setting the world up cancels out."""
    costs, peaks, setups = {}, {}, {}
    for _ in range(rounds):
        for people in PEOPLE:
            pair = []
            for steps in (FEW, MANY):
                one = Run(clock, "world", [*sfm.command(scenario(people, steps), 1), *LIMITS], seconds)
                if one.status != 0 or PASSED.findall(one.said)[-1:] != [("1", "0")]:
                    say(f"sfm: {people} people, {steps} steps: status {one.status}", f"sfm: людей {people}, шагов {steps}: код {one.status}")
                    return None
                pair.append(one)
            costs.setdefault(people, []).append((pair[1].milliseconds - pair[0].milliseconds) * 1000 / (MANY - FEW))
            setups.setdefault(people, []).append(pair[0].milliseconds)
            peaks[people] = max(peaks.get(people, 0), pair[0].mebibytes)
    return [{
        "people": people, "rounds": rounds, "us_a_step": statistics.median(costs[people]), "us_min": min(costs[people]),
        "us_max": max(costs[people]), "few_steps_ms": statistics.median(setups[people]), "peak_mib": peaks[people],
    } for people in PEOPLE]


def table(rows):
    print(f"\nWorld, {MANY - FEW} steps more")
    print(f"{'':22}{'us a step':>12}{'min-max':>24}{'MiB':>9}{'/ small':>9}{'few steps, ms':>16}")
    for row in rows:
        row["to_small"] = row["us_a_step"] / rows[0]["us_a_step"]
        span = f"{row['us_min']:.2f}-{row['us_max']:.2f}"
        label = f"{row['people']} people"
        print(f"{label:22}{row['us_a_step']:12.2f}{span:>24}{row['peak_mib']:9.1f}{row['to_small']:9.2f}{row['few_steps_ms']:16.0f}")
    sys.stdout.flush()
    return rows
