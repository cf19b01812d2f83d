# SPDX-License-Identifier: GPL-3.0-or-later
"""What watching a chair costs: wake-ups with the window hidden while somebody types, and while nobody is there; memory.

Prints the counts; two a minute and none are the most.
"""
import pathlib
import subprocess
import time
import unittest

from sitting_test import SittingTest
from wakeups_test import switches


class SittingWakeups(SittingTest):
    def minute(self, program, each_second):
        before = switches(program)
        end = time.monotonic() + 60
        while time.monotonic() < end:
            each_second()
            with self.assertRaises(subprocess.TimeoutExpired):
                self.window_process.wait(timeout=1)
        return switches(program) - before

    def test_hidden(self):
        self.clock = []  # the process itself, and no other around it, is what is counted
        self.window_process = self.open_window()
        self.xdo("windowminimize", "--sync", self.window)
        self.sit_down()
        program = self.window_process.pid
        # A letter: of Shift the X server tells each program that draws windows.
        self.minute(program, lambda: self.xdo("key", "a"))  # what starting had left to do
        typing = self.minute(program, lambda: self.xdo("key", "a"))
        status = pathlib.Path(f"/proc/{program}/status").read_text()
        resident = next(line for line in status.splitlines() if line.startswith("VmRSS"))
        print(f"a key each second: {typing} wake-ups in 60 s; {' '.join(resident.split())}")
        self.until(lambda: self.sitting()["state"] == "away", seconds=240)
        self.minute(program, lambda: None)
        away = self.minute(program, lambda: None)
        print(f"nobody there: {away} wake-ups in 60 s")
        self.assertLessEqual(typing, 2)
        self.assertEqual(away, 0)


if __name__ == "__main__":
    unittest.main()
