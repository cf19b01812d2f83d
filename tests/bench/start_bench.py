# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints how long the program takes from start to exit and to its first painted window, with ten years of
history (20,000 episodes, 100,000 readings) and with none, in interleaved runs. Needs a display.
"""
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

PROGRAM, MAKE_HISTORY = sys.argv[1:3]
RUNS = 31
home = pathlib.Path(tempfile.mkdtemp(prefix="unclench-bench-"))
env = os.environ | {"HOME": str(home), "XDG_STATE_HOME": str(home / "state")}
template = {"empty": 0, "ten years": 20_000}
for name, episodes in template.items():
    subprocess.run([MAKE_HISTORY, str(home / name), str(episodes)], check=True)
    subprocess.run([PROGRAM, "make-daily-copy", "--data", str(home / name)], check=True, env=env)


def log(name):
    start = time.monotonic()
    subprocess.run([PROGRAM, "log", "7", "--data", str(home / name)], check=True, env=env, stdout=subprocess.DEVNULL)
    return (time.monotonic() - start) * 1000


def first_paint(name):
    state = home / "paint"
    shutil.rmtree(state, ignore_errors=True)
    start = time.monotonic()
    window = subprocess.Popen([PROGRAM, "--data", str(home / name)], env=env | {"XDG_STATE_HOME": str(state)},
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    painted = None
    while painted is None:
        file = state / "unclench" / "unclench.log"
        text = file.read_text() if file.exists() else ""
        painted = re.search(r"first paint at (\d+) ms", text)
    window.kill()
    window.wait()
    return int(painted.group(1)) - start * 1000


def compare(what, measure, limit):
    times = {name: [] for name in template}
    for name in template:
        measure(name)  # warm
    for _ in range(RUNS):
        for name in template:
            times[name].append(measure(name))
    empty, full = (statistics.median(times[name]) for name in template)
    print(f"{what}: ten years {full:.1f} ms, empty {empty:.1f} ms (medians of {RUNS}), ratio {full / empty:.2f} ({limit})")


compare("log 7, start to exit", log, "under 150 ms, ratio at most 1.2")
compare("window, start to first paint", first_paint, "ratio at most 1.2")
shutil.rmtree(home)
