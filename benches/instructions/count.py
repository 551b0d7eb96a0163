"""Count the instructions of fixed work under callgrind, and compare them with the baseline.

A clock on a shared machine can't tell a commit that is 3 % slower; a count of instructions can.
The counts of one program vary by up to 1 % from run to run, since hash tables are seeded anew, so
the median of several runs is taken; more than the tolerance is a change of the code.
"""

import argparse
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
from pathlib import Path

BASELINE = Path(__file__).with_name("baseline.json")
PROJECT = Path(__file__).parents[2]
TOLERANCE = 0.02
RUNS = 3
ACCEPT = "just instructions-baseline"


def said_by(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True, cwd=PROJECT).stdout


def built():
    """The program, which cargo builds and names as JSON."""
    command = ["cargo", "bench", "--locked", "--bench", "instructions", "--no-run"]
    lines = said_by(*command, "--quiet", "--message-format=json").splitlines()
    programs = [message.get("executable") for message in map(json.loads, lines)]
    return next(program for program in programs if program)


def under_callgrind(program, *arguments):
    """What it prints, and how many instructions it took; the environment is the same for all."""
    command = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", program]
    environment = {"PATH": os.environ["PATH"]}
    done = subprocess.run(
        [*command, *arguments], check=False, capture_output=True, text=True, env=environment
    )
    if done.returncode:
        raise RuntimeError(f"{program} {' '.join(arguments)} failed:\n{done.stderr}")
    collected = [line for line in done.stderr.splitlines() if "Collected :" in line]
    return done.stdout, int(collected[0].rpartition(":")[2])


def counted(program):
    """The instructions of each piece of work by itself, and the instruction sets it could use."""
    listed = [line.split() for line in under_callgrind(program)[0].splitlines()]
    works = [words[1:] for words in listed if words[0] == "work"]
    names = {name for pair in works for name in pair}
    whole = {
        name: statistics.median(under_callgrind(program, name)[1] for _ in range(RUNS))
        for name in sorted(names)
    }
    counts = {name: whole[name] - whole[begins] for name, begins in works}
    return counts, [words[1] for words in listed if words[0] == "feature"]


def measured():
    counts, features = counted(built())
    setting = {
        "rustc": said_by("rustc", "--version").strip(),
        "valgrind": said_by("valgrind", "--version").strip(),
        "libc": " ".join(platform.libc_ver()),
        "features": features,
    }
    return {"setting": setting, "instructions": counts}


def other_setting(baseline, now):
    """What of the machine and the tools is not as it was for the baseline, in words."""
    return [
        f"{name} is {now['setting'][name]}, that of the baseline {was}"
        for name, was in baseline["setting"].items()
        if now["setting"][name] != was
    ]


def change(was, now):
    return f"{was:,} -> {now:,} instructions ({now / was - 1:+.1%})"


def failures(baseline, now):
    """Why the counts do not pass: work that is slower, or that only one of the two has."""
    was, is_now = baseline["instructions"], now["instructions"]
    unknown = [
        f"{name}: in one of baseline and program only" for name in was.keys() ^ is_now.keys()
    ]
    slower = [
        f"{name}: {change(count, is_now[name])}, which is more than {TOLERANCE:.0%}"
        for name, count in was.items()
        if name in is_now and is_now[name] > count * (1 + TOLERANCE)
    ]
    return sorted(unknown) + slower


def compare(now):
    baseline = json.loads(BASELINE.read_text("utf-8"))
    if others := other_setting(baseline, now):
        print("instructions are not compared:", *others, sep="\n  ")
        return 0
    for name, count in now["instructions"].items():
        print(f"{name}: {change(baseline['instructions'].get(name, count), count)}")
    if failed := failures(baseline, now):
        print("\nslower than the baseline:", *failed, sep="\n  ", file=sys.stderr)
        print(f"If that is worth it: {ACCEPT}, and say why in the commit.", file=sys.stderr)
        return 1
    return 0


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--write", action="store_true", help="make what is counted the baseline")
    options = parser.parse_args()
    if not shutil.which("valgrind"):
        print("instructions are not counted: valgrind is not installed")
        return int(options.write)
    now = measured()
    if options.write:
        BASELINE.write_text(json.dumps(now, indent=2) + "\n", "utf-8")
        return 0
    return compare(now)


if __name__ == "__main__":
    sys.exit(main())
