# SPDX-License-Identifier: GPL-3.0-or-later
"""What with_syncthing.sh runs: two homes, two programs in the background, two Syncthings that know each other."""
import json
import os
import pathlib
import random
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time

PROGRAM = os.environ["UNCLENCH_PROGRAM"]
PATIENCE = 180  # seconds
CONFIG = """<configuration version="36">
    <folder id="diary" label="diary" path="{path}" type="sendreceive" rescanIntervalS="10" fsWatcherEnabled="true"
            fsWatcherDelayS="1" ignorePerms="false">
        <device id="{mine}"></device>
        <device id="{other}"></device>
    </folder>
    <device id="{mine}" name="mine"><address>tcp://127.0.0.1:{port}</address></device>
    <device id="{other}" name="other"><address>tcp://127.0.0.1:{other_port}</address></device>
    <gui enabled="false"></gui>
    <options>
        <listenAddress>tcp://127.0.0.1:{port}</listenAddress>
        <globalAnnounceEnabled>false</globalAnnounceEnabled>
        <localAnnounceEnabled>false</localAnnounceEnabled>
        <relaysEnabled>false</relaysEnabled>
        <natEnabled>false</natEnabled>
        <crashReportingEnabled>false</crashReportingEnabled>
        <urAccepted>-1</urAccepted>
        <autoUpgradeIntervalH>0</autoUpgradeIntervalH>
        <reconnectionIntervalS>2</reconnectionIntervalS>
        <startBrowser>false</startBrowser>
        <setLowPriority>false</setLowPriority>
    </options>
</configuration>
"""


def until(is_so, what):
    begin = time.monotonic()
    while not is_so():
        if time.monotonic() - begin > PATIENCE:
            sys.exit(f"FAILED: not within {PATIENCE} s: {what}")
        time.sleep(0.2)
    return time.monotonic() - begin


def free_port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


class Computer:
    def __init__(self, home):
        self.home = home
        self.data = home / "data"
        self.shared = home / "shared"
        self.sync = home / "syncthing"
        self.shared.mkdir(parents=True)
        (home / "runtime").mkdir(mode=0o700)
        self.env = {name: os.environ[name] for name in ("PATH", "LANG", "DISPLAY", "XAUTHORITY",
                                                        "DBUS_SESSION_BUS_ADDRESS") if name in os.environ}
        self.env |= {"HOME": str(home), "XDG_RUNTIME_DIR": str(home / "runtime"), "TZ": "UTC", "LC_ALL": "C.UTF-8"}
        self.port = free_port()
        self.running = []
        self.syncthing = None
        subprocess.run(["syncthing", "generate", f"--home={self.sync}"], env=self.env, check=True, capture_output=True)
        self.id = subprocess.run(["syncthing", f"--home={self.sync}", "--device-id"], env=self.env, check=True,
                                 capture_output=True, text=True).stdout.split()[-1]

    def run(self, *arguments):
        done = subprocess.run([PROGRAM, *map(str, arguments), "--data", str(self.data)], env=self.env,
                              capture_output=True, text=True, timeout=PATIENCE)
        if done.returncode != 0:
            sys.exit(f"FAILED: {arguments}: {done.stderr}")
        return done.stdout

    def spasms(self):
        return len(json.loads(self.run("history", "--json"))["episodes"])

    def told(self):
        file = self.home / "export.json"
        self.run("export", "json", file)
        document = json.loads(file.read_text())
        file.unlink()
        return {name: rows for name, rows in document.items() if isinstance(rows, list)}

    def carry(self, other):
        (self.sync / "config.xml").write_text(CONFIG.format(path=self.shared, mine=self.id, other=other.id,
                                                            port=self.port, other_port=other.port))
        self.begin_carrying()

    def begin_carrying(self):
        log = open(self.home / "syncthing.log", "ab")
        self.syncthing = subprocess.Popen(["syncthing", "serve", f"--home={self.sync}", "--no-browser",
                                           "--no-restart", "--no-upgrade"], env=self.env, stdout=log, stderr=log)

    def end_carrying(self):
        if self.syncthing is not None:
            self.syncthing.terminate()
            self.syncthing.wait()
            self.syncthing = None

    def open_window(self):
        self.running.append(subprocess.Popen([PROGRAM, "--background", "--data", str(self.data)], env=self.env,
                                             stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))

    def end(self):
        self.end_carrying()
        for process in self.running:
            if process.poll() is not None:
                print(f"FAILED: a program ended by itself with {process.returncode}", file=sys.stderr)
            process.terminate()
            process.wait()


def tell(computer, day):
    computer.run("log", random.randint(1, 9), "--at", f"2025-{1 + day // 28:02}-{1 + day % 28:02}T08:00", "--note",
                 f"day {day}")
    computer.run("end", "--at", f"2025-{1 + day // 28:02}-{1 + day % 28:02}T20:00")


def converge(laptop, desk, rounds):
    day = 0
    for computer in (laptop, desk):
        tell(computer, day)
        day += 3
    laptop.run("merge", "--share", laptop.shared)
    desk.run("merge", "--share", desk.shared)
    laptop.carry(desk)
    desk.carry(laptop)
    files = lambda computer: len(list(computer.shared.glob("unclench-*.db")))
    first = until(lambda: files(laptop) == 2 and files(desk) == 2, "both files are in both folders")
    print(f"both files in both folders after {first:.1f} s")
    laptop.run("merge", "--mine", "all")
    desk.run("merge", "--mine", "all")
    until(lambda: laptop.spasms() == 2 and desk.spasms() == 2, "both have both spasms")

    laptop.open_window()
    desk.open_window()
    locks = [computer.data / "unclench.lock" for computer in (laptop, desk)]
    until(lambda: all(lock.exists() for lock in locks), "both programs run")
    took = []
    total = 2
    for number in range(rounds):
        here, there = (laptop, desk) if number % 2 == 0 else (desk, laptop)
        tell(here, day)
        day += 3
        total += 1
        took.append(until(lambda: there.spasms() == total, f"round {number} arrives"))
    took.sort()
    print(f"{rounds} rounds, seconds from telling to standing on the other: least {took[0]:.1f}, "
          f"median {statistics.median(took):.1f}, most {took[-1]:.1f}")

    # Both write while nothing is carried.
    desk.end_carrying()
    tell(laptop, day)
    tell(desk, day + 3)
    desk.begin_carrying()
    apart = until(lambda: laptop.spasms() == desk.spasms() == total + 2, "what was told apart comes together")
    print(f"told on both while nothing was carried: together {apart:.1f} s after it was again")

    until(lambda: laptop.told() == desk.told(), "the exports are the same")
    left = sorted({path.name for each in (laptop, desk) for path in each.shared.iterdir()
                   if not path.name.startswith(".st")})
    print(f"exports are the same: {total + 2} spasms; in the folders: {', '.join(left)}")
    if len(left) != 2:
        sys.exit("FAILED: something else lies in the folders")


def main():
    rounds = int(sys.argv[1])
    home = pathlib.Path(tempfile.mkdtemp(prefix="unclench-sharing-"))
    computers = []
    try:
        for name in ("laptop", "desk"):
            (home / name).mkdir()
            computers.append(Computer(home / name))
        converge(*computers, rounds)
    finally:
        for computer in computers:
            computer.end()
        shutil.rmtree(home, ignore_errors=True)
    print("ok")


main()
