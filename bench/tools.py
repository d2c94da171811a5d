"""What every workload of the benchmark needs: words in both languages, compilers, one command run and clocked."""
import os
import pathlib
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent
OUT = ROOT / "bench-out"


class Contestant:
    """One way to do the work: its command for what a workload hands it, or why it is absent.

    What somebody else makes may be missing; what is made here and is not there is a failure, as nobody knows whether it agrees.
    """

    def __init__(self, name, label, command=None, absent=None, ours=False):
        self.name, self.label, self.command, self.absent, self.ours = name, label, command, absent, ours

    @property
    def is_failure(self):
        return self.ours and self.absent is not None


def say(english, russian):
    print(english, russian, sep="\n", file=sys.stderr, flush=True)


def present(contestants):
    """Those that are installed; the others are named."""
    for contestant in contestants:
        if contestant.is_failure:
            say(f"{contestant.label}: {contestant.absent[0]}", f"{contestant.label}: {contestant.absent[1]}")
        elif contestant.absent:
            say(f"{contestant.label}: skipped: {contestant.absent[0]}", f"{contestant.label}: пропущен: {contestant.absent[1]}")
    return [contestant for contestant in contestants if not contestant.absent]


def quietly(command, log, **options):
    """Whether a command succeeds; what it says goes to a file."""
    with open(log, "wb") as file:
        return subprocess.run(command, stdin=subprocess.DEVNULL, stdout=file, stderr=file, **options).returncode == 0


NO_COMPILER = ("no compiler", "нет компилятора")


def compiled(source, name, *headers):
    """The program that a C or C++ source becomes, or why there is none; compiled again when the source is newer."""
    program, log = OUT / name, OUT / f"{name}.log"
    if program.exists() and all(part.stat().st_mtime < program.stat().st_mtime for part in (source, *headers)):
        return program, None
    plus = source.suffix == ".cpp"
    wanted = [os.environ.get("CXX"), "c++", "clang++", "g++"] if plus else [os.environ.get("CC"), "cc", "clang", "gcc"]
    compilers = [path for path in map(shutil.which, filter(None, wanted)) if path]
    if not compilers:
        return None, NO_COMPILER
    standard = "-std=c++17" if plus else "-std=c11"
    part = OUT / f"{name}.new"
    for compiler in compilers:
        if quietly([compiler, standard, "-O2", "-Wall", "-Wextra", "-o", part, source], log):
            part.replace(program)
            return program, None
    place = log.relative_to(ROOT)
    return None, (f"not compiled, see {place}", f"не собран, см. {place}")


def made(path, sources, make):
    """A file or folder made of sources, again when they are newer; it appears only when it is whole."""
    stamp = path.with_name(path.name + ".stamp")
    if not stamp.exists() or not path.exists() or any(source.stat().st_mtime >= stamp.stat().st_mtime for source in sources):
        make(path)
        stamp.touch()
    return path


class Run:
    """One run of a command: wall time, peak memory, exit status and what it said."""

    def __init__(self, clock, name, command, seconds):
        output = OUT / f"{name}.out"
        # Compiled modules are kept, as they are for anybody, but not beside the sources.
        environment = dict(os.environ, PYTHONPYCACHEPREFIX=str(OUT / "pycache"))
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        paths = [str(HERE / "behave"), str(HERE / "python"), os.environ.get("PYTHONPATH")]
        environment["PYTHONPATH"] = os.pathsep.join(filter(None, paths))
        arguments = [str(part) for part in (clock, seconds, output, *command)]
        answer = subprocess.run(arguments, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, check=True, text=True).stdout
        wall, resident, self.status = map(int, answer.split())
        self.milliseconds, self.mebibytes = wall / 1e6, resident / 1024
        self.said = output.read_text(encoding="utf-8", errors="replace")
