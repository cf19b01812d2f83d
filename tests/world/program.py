# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the real program in a home of its own, so that no test touches a person's."""
import contextlib
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import time
import unittest

PROGRAM = os.environ["UNCLENCH_PROGRAM"]
NOTHING_ELSE = ("PATH", "LANG", "ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS")


class ProgramTest(unittest.TestCase):
    """Each test has its own empty home; `self.data` is its data folder, not made yet."""

    def setUp(self):
        self.home = pathlib.Path(tempfile.mkdtemp(prefix="unclench-test-"))
        self.addCleanup(shutil.rmtree, self.home, ignore_errors=True)
        self.data = self.home / "data"
        runtime = self.home / "runtime"
        runtime.mkdir(mode=0o700)
        self.env = {name: os.environ[name] for name in NOTHING_ELSE if name in os.environ}
        self.env |= {
            "HOME": str(self.home),
            "XDG_DATA_HOME": str(self.home / "share"),
            "XDG_STATE_HOME": str(self.home / "state"),
            "XDG_CONFIG_HOME": str(self.home / "config"),
            "XDG_RUNTIME_DIR": str(runtime),
            "TZ": "Europe/Berlin",
            "LC_ALL": "C.UTF-8",
        }

    def run_program(self, *arguments, data=None, prefix=(), stdin=None, env=None, cwd=None):
        command = [*prefix, PROGRAM, *map(str, arguments), "--data", str(data or self.data)]
        return subprocess.run(command, env=self.env | (env or {}), input=stdin, capture_output=True, timeout=60,
                              cwd=cwd)

    def succeed(self, *arguments, **options):
        done = self.run_program(*arguments, **options)
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        self.assertEqual(done.stderr, b"")
        return done.stdout.decode()

    def fail_with(self, status, *arguments, says="", **options):
        """Checks the exit status, that nothing was printed as a result, and that one line says `says`."""
        done = self.run_program(*arguments, **options)
        error = done.stderr.decode()
        self.assertEqual(done.returncode, status, error or done.stdout.decode())
        self.assertEqual(done.stdout, b"")
        self.assertEqual(error.count("\n"), 1, error)
        self.assertIn(says, error)
        return error

    def ask(self, *arguments, **options):
        return json.loads(self.succeed(*arguments, "--json", **options))

    def wait_for_copies(self, data=None):
        """Until no copy of the day is made any more: commands leave that to a process of its own."""
        folder = str(data or self.data).encode()
        ends = time.monotonic() + 60
        while any(folder in words for words in command_lines()):
            self.assertLess(time.monotonic(), ends, "a copy does not come to its end")
            time.sleep(0.02)

    def readings(self, **options):
        return [r for e in self.ask("history", **options)["episodes"] for r in e["readings"]]


def command_lines():
    for process in pathlib.Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):  # it ended meanwhile
            yield (process / "cmdline").read_bytes()


def database(folder):
    return pathlib.Path(folder) / "unclench.db"
