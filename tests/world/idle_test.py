# SPDX-License-Identifier: GPL-3.0-or-later
"""Input that stops and returns on a real X server, as a probe built from the program's own code prints it."""
import os
import pathlib
import queue
import subprocess
import threading
import time
import unittest

PROBE = os.environ["UNCLENCH_IDLE_PROBE"]
WITHOUT = ("WAYLAND_DISPLAY", "XDG_SESSION_TYPE")


def switches(pid):
    """Voluntary context switches of all threads: each is something that the process woke for."""
    return sum(int(line.split()[1]) for status in pathlib.Path(f"/proc/{pid}/task").glob("*/status")
               for line in status.read_text().splitlines() if line.startswith("voluntary_ctxt"))


class Idle(unittest.TestCase):
    """Needs DISPLAY: the test is started by xvfb-run."""

    def probe(self, **more):
        env = {name: value for name, value in os.environ.items() if name not in WITHOUT} | more
        process = subprocess.Popen([PROBE], env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        for end in (process.wait, process.kill, process.stdout.close, process.stdin.close):
            self.addCleanup(end)
        self.lines = queue.Queue()
        threading.Thread(target=lambda: [self.lines.put(line.strip()) for line in process.stdout], daemon=True).start()
        self.process = process
        return self.hear()

    def hear(self, seconds=20):
        return self.lines.get(timeout=seconds)

    def hear_nothing(self, seconds):
        with self.assertRaises(queue.Empty):
            self.hear(seconds)

    def hear_idle(self, at_least):
        word, time_ = self.hear().split()
        self.assertEqual(word, "idle")
        self.assertGreaterEqual(int(time_), at_least)
        return int(time_)

    def watch(self, milliseconds):
        self.tell(f"watch {milliseconds}")

    def tell(self, command):
        self.process.stdin.write(command + "\n")
        self.process.stdin.flush()
        self.assertEqual(self.hear(), "done")

    def xdo(self, *arguments):
        subprocess.run(["xdotool", *map(str, arguments)], check=True, timeout=30)

    def move(self):
        """To where the pointer is not: a movement to the same place is none."""
        self.at = (getattr(self, "at", 0) + 7) % 500
        self.xdo("mousemove", self.at, 20)

    def test_input_stops_and_returns(self):
        self.assertEqual(self.probe(), "by x11")
        self.move()
        began = time.monotonic()
        self.watch(1000)
        self.hear_idle(1000)
        self.assertLess(time.monotonic() - began, 15)
        for give in (self.move, lambda: self.xdo("key", "a"), lambda: self.xdo("click", "1")):
            give()
            self.assertEqual(self.hear(), "input")
            self.hear_idle(1000)

    def test_nobody_wakes_while_nothing_happens(self):
        self.probe()
        self.move()
        self.watch(300)
        self.hear_idle(300)
        self.hear_nothing(0.5)  # what telling it had left to do
        before = switches(self.process.pid)
        self.hear_nothing(2)
        self.assertEqual(switches(self.process.pid), before, "while idle")

        self.watch(3600_000)
        self.move()
        self.assertEqual(self.hear(), "input")
        self.hear_nothing(0.5)
        before = switches(self.process.pid)
        for _ in range(20):
            self.move()
        self.hear_nothing(1)
        self.assertEqual(switches(self.process.pid), before, "while there is input")

    def test_a_shorter_time_while_idle_comes_at_once_and_the_return_is_not_lost(self):
        self.probe()
        self.move()
        self.watch(1000)
        self.hear_idle(1000)
        self.watch(200)
        self.hear_idle(1000)
        self.move()
        self.assertEqual(self.hear(), "input")
        self.assertLess(self.hear_idle(200), 1000)

    def test_a_longer_time_while_idle_counts_from_the_last_input(self):
        self.probe()
        self.move()
        self.watch(300)
        self.hear_idle(300)
        self.watch(1500)
        self.hear_idle(1500)
        self.move()
        self.assertEqual(self.hear(), "input")

    def test_input_before_a_longer_time_is_over_is_told(self):
        self.probe()
        self.move()
        self.watch(300)
        self.hear_idle(300)
        self.watch(3600_000)
        self.move()
        self.assertEqual(self.hear(), "input")
        self.hear_nothing(0.5)

    def test_a_time_that_is_over_when_it_is_set_comes_at_once(self):
        self.probe()
        self.move()
        self.watch(900)
        self.hear_idle(900)
        self.tell("stop")
        self.watch(100)
        self.hear_idle(900)

    def test_nothing_is_told_after_it_is_no_longer_watched(self):
        self.probe()
        self.move()
        self.watch(200)
        self.hear_idle(200)
        self.tell("stop")
        self.move()
        self.hear_nothing(0.7)

    def test_the_x_server_of_a_wayland_session_is_not_asked(self):
        self.assertEqual(self.probe(XDG_SESSION_TYPE="wayland"), "by")
        self.assertEqual(self.probe(WAYLAND_DISPLAY="/nowhere/wayland-0"), "by")
        self.assertEqual(self.probe(WAYLAND_DISPLAY="/nowhere/wayland-0", XDG_SESSION_TYPE="x11"), "by x11")

    def test_an_x_server_that_dies_is_lost_and_whoever_was_idle_is_not_forgotten(self):
        read, write = os.pipe()
        server = subprocess.Popen(["Xvfb", "-displayfd", str(write), "-nolisten", "tcp"], pass_fds=[write],
                                  stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.addCleanup(server.wait)
        self.addCleanup(server.kill)
        os.close(write)
        with os.fdopen(read) as display:
            self.assertEqual(self.probe(DISPLAY=":" + display.readline().strip(), XAUTHORITY="/nowhere"), "by x11")
        self.watch(100)
        self.hear_idle(100)
        server.kill()
        self.assertEqual([self.hear(), self.hear()], ["by", "input"])
        self.hear_nothing(0.3)
        self.assertIsNone(self.process.poll())


if __name__ == "__main__":
    unittest.main()
