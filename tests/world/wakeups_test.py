# SPDX-License-Identifier: GPL-3.0-or-later
"""How often the program wakes in 60 s with its window hidden and nothing due: prints the count."""
import pathlib
import subprocess
import unittest

from desktop import DesktopTest, timers_of


def switches(pid):
    """Voluntary context switches of all threads: each is something that the process woke for."""
    return sum(int(line.split()[1]) for status in pathlib.Path(f"/proc/{pid}/task").glob("*/status")
               for line in status.read_text().splitlines() if line.startswith("voluntary_ctxt"))


class Wakeups(DesktopTest):
    def test_hidden_and_nothing_due(self):
        self.run_program("profile", "sitting_on", "no")  # sitting_wakeups_test counts with it
        window = self.open_window()
        self.xdo("windowminimize", "--sync", self.window)
        self.until(lambda: not timers_of(window.pid))
        before = None
        while switches(window.pid) != before:  # what starting had left to do
            before = switches(window.pid)
            with self.assertRaises(subprocess.TimeoutExpired):
                window.wait(timeout=2)
        with self.assertRaises(subprocess.TimeoutExpired):
            window.wait(timeout=60)
        count = switches(window.pid) - before
        print(f"{count} wake-ups in 60 s")
        self.assertEqual(count, 0)


if __name__ == "__main__":
    unittest.main()
