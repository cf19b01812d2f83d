# SPDX-License-Identifier: GPL-3.0-or-later
"""Sitting against the real program: input that is really made, breaks that are really asked for and answered."""
import os
import pathlib
import signal
import sqlite3
import subprocess
import time
import unittest

from notices import NoticesTest
from program import PROGRAM, database

GET_UP = "Time to get up"
BREAK = "Unclench: break"
INTERFACE = "org.unclench.Unclench.Sitting"
OBJECT = "/org/unclench/Unclench/Sitting"
# Half an hour must have gone by on the boot clock before it can be moved by half an hour.
LATER = ["unshare", "--time", "--boottime", "7200", "--fork", "--kill-child"]


class SittingTest(NoticesTest):
    def setUp(self):
        super().setUp()
        can_move = subprocess.run([*LATER, "true"], capture_output=True).returncode == 0
        self.clock = LATER if can_move else []
        if not can_move and time.clock_gettime(time.CLOCK_BOOTTIME) < 30 * 60:
            self.skipTest("this system gives no time namespace, and has not run for half an hour")
        self.env |= {"PATH": "/usr/bin:/bin"}
        for key, value in (("first_start_done", "yes"), ("autostart_offered", "yes"), ("sound_on", "no"),
                           ("speech_on", "no"), ("sitting_minutes", "20")):
            self.succeed("profile", key, value)

    def run_program(self, *arguments, prefix=(), **more):
        return super().run_program(*arguments, prefix=[*prefix, *self.clock], **more)

    def start_background(self):
        return self.start([*self.clock, PROGRAM, "--background", "--data", str(self.data)])

    def sitting(self):
        return self.ask("status")["sitting"]

    def type_until(self, holds):
        self.until(lambda: self.xdo("key", "shift") == "" and holds())

    def sit_down(self):
        self.type_until(lambda: self.sitting()["state"] == "seated")

    def let_pass(self, minutes):
        """As if it had been so for longer; any command makes the program look."""
        milliseconds = minutes * 60_000
        with sqlite3.connect(database(self.data)) as diary:
            diary.execute("UPDATE seat_span SET begin_boot_ms = begin_boot_ms - ?1, begin_utc_ms = begin_utc_ms - ?1,"
                          " end_boot_ms = end_boot_ms - ?1, end_utc_ms = end_utc_ms - ?1", (milliseconds,))
            diary.execute("UPDATE seat_event SET at_boot_ms = at_boot_ms - ?1, at_utc_ms = at_utc_ms - ?1",
                          (milliseconds,))
        diary.close()
        self.succeed("symptom", "fever", "--gone")

    def prompts(self):
        return [notice for notice in self.notices() if notice["title"] == GET_UP]


class Sitting(SittingTest):
    def test_a_break_is_asked_for_after_a_pause_in_typing_and_answered_by_its_button(self):
        self.start_service()
        self.start_background()
        self.sit_down()
        self.let_pass(20)
        self.until(self.prompts)
        self.assertTrue(self.sitting()["due"])
        self.assertEqual(self.prompts()[0]["actions"][2::2], ["up", "later", "skip"])
        self.assertEqual(self.prompts()[0]["urgency"], 1)
        self.tell_service("PressButton", "up")
        self.until(lambda: self.sitting()["state"] == "walking")
        self.assertEqual(self.sitting()["seated_seconds"], 0)
        self.until(lambda: "closed" in self.log.read_text())
        # Back at the keyboard, once there was a pause.
        self.type_until(lambda: self.sitting()["state"] == "seated")

    def test_it_waits_while_somebody_types(self):
        self.start_service()
        self.start_background()
        self.sit_down()
        self.let_pass(20)
        end = time.monotonic() + 6
        self.until(lambda: self.xdo("key", "shift") == "" and time.monotonic() > end)
        self.assertEqual(self.prompts(), [])
        self.until(self.prompts)

    def test_later_and_skip(self):
        self.start_service()
        self.start_background()
        self.sit_down()
        self.let_pass(20)
        for left in (1, 0):
            self.until(lambda left=left: len(self.prompts()) == 2 - left)
            self.tell_service("PressButton", "later")
            self.until(lambda left=left: self.sitting()["snoozes_left"] == left)
            self.assertFalse(self.sitting()["due"])
            self.let_pass(5)
        self.until(lambda: len(self.prompts()) == 3)
        self.assertNotIn("later", self.prompts()[-1]["actions"])
        self.tell_service("PressButton", "skip")
        self.until(lambda: not self.sitting()["due"])
        self.assertEqual(self.sitting()["snoozes_left"], 2)

    def test_a_meeting_holds_it_and_a_command_ends_the_pause(self):
        self.start_service()
        self.start_background()
        self.sit_down()
        self.succeed("pause", "2h")
        self.let_pass(20)
        self.assertEqual((self.sitting()["held"], self.sitting()["because"]), (True, ["pause"]))
        self.succeed("resume")
        self.until(self.prompts)

    def test_an_emergency_comes_first_and_the_break_is_asked_for_after_it(self):
        self.start_service()
        self.start_background()
        self.sit_down()
        self.run_program("answer", "rf_saddle_numbness", "yes")
        self.until(lambda: any(notice["urgency"] == 2 for notice in self.notices()))
        self.let_pass(20)
        end = time.monotonic() + 6
        self.until(lambda: self.sitting()["due"] and time.monotonic() > end)
        self.assertEqual(self.prompts(), [])
        self.run_program("close", "rf_saddle_numbness", "mistake")
        self.until(self.prompts)

    def test_the_full_screen_leaves_for_an_emergency(self):
        self.succeed("profile", "break_prompt", "full_screen")
        self.open_window(prefix=self.clock)
        self.sit_down()
        self.let_pass(20)
        self.until(lambda: self.xdo("search", "--onlyvisible", "--name", BREAK))
        self.run_program("answer", "rf_saddle_numbness", "yes")
        self.until(lambda: not self.xdo("search", "--onlyvisible", "--name", BREAK))

    def test_the_card_comes_without_the_keyboard_and_leaves_with_the_answer(self):
        self.succeed("profile", "break_prompt", "card")
        window = self.open_window(prefix=self.clock)
        self.sit_down()
        self.let_pass(20)
        self.until(lambda: self.xdo("search", "--onlyvisible", "--name", BREAK))
        self.assertEqual(self.xdo("getactivewindow"), self.window)
        self.succeed("up")
        self.until(lambda: self.sitting()["state"] == "walking")
        self.succeed("sit")
        self.until(lambda: not self.xdo("search", "--onlyvisible", "--name", BREAK))
        self.assertIsNone(window.poll())

    def test_the_full_screen_is_left_by_escape(self):
        self.succeed("profile", "break_prompt", "full_screen")
        self.open_window(prefix=self.clock)
        self.sit_down()
        self.let_pass(20)
        self.until(lambda: self.xdo("search", "--onlyvisible", "--name", BREAK))
        self.xdo("key", "Escape")  # still meant for something else
        end = time.monotonic() + 6
        self.until(lambda: self.sitting()["due"] and time.monotonic() > end)
        self.assertTrue(self.xdo("search", "--onlyvisible", "--name", BREAK))
        self.xdo("key", "Escape")
        self.until(lambda: not self.xdo("search", "--onlyvisible", "--name", BREAK))
        with sqlite3.connect(database(self.data)) as diary:
            deeds = [row[0] for row in diary.execute("SELECT deed FROM seat_event")]
        diary.close()
        self.assertEqual(deeds, ["skipped"])

    def test_a_kill_leaves_no_open_end(self):
        for _ in range(int(os.environ.get("KILL_ROUNDS", "5"))):
            program = subprocess.Popen([*self.clock, PROGRAM, "--background", "--data", str(self.data)], env=self.env,
                                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            self.sit_down()
            program.send_signal(signal.SIGKILL)
            program.wait()
        with sqlite3.connect(database(self.data)) as diary:
            self.assertEqual(diary.execute("SELECT count(*) FROM seat_span WHERE end_utc_ms IS NULL").fetchone()[0], 1)
        diary.close()
        self.succeed("verify")

    def test_a_pause_and_a_posture_are_told_by_commands_and_bad_ones_refused(self):
        self.succeed("sit")
        self.assertEqual(self.sitting()["state"], "seated")
        self.succeed("stand")
        self.assertEqual(self.sitting()["state"], "standing")
        self.succeed("lie")
        self.succeed("away")
        self.succeed("up")
        self.assertEqual(self.sitting()["state"], "walking")
        self.fail_with(2, "pause", "soon", says="no length of time")
        self.fail_with(2, "pause", "3d", says="48 hours")
        self.fail_with(1, "resume", says="not paused")
        self.fail_with(1, "sit", "--at", "2020-01-01T10:00", says="before the beginning")
        self.fail_with(2, "up", "--at", "2020-01-01T10:00", says="takes no --at")
        self.succeed("profile", "sitting_on", "no")
        self.fail_with(1, "sit", says="not measured")
        self.assertEqual(self.sitting(), {"measured": False})


class OnTheBus(SittingTest):
    """The program of the default folder answers on the bus."""

    def setUp(self):
        super().setUp()
        self.data = self.home / "share" / "unclench"
        self.succeed("profile", "first_start_done", "yes")
        self.succeed("profile", "autostart_offered", "yes")
        self.start([*self.clock, PROGRAM, "--background"])
        self.until(lambda: self.call("Sit").returncode == 0)

    def gdbus(self, *arguments):
        return subprocess.run(["gdbus", *arguments], env=self.env, capture_output=True, timeout=30)

    def call(self, method, *arguments):
        return self.gdbus("call", "--session", "--dest", "org.unclench.Unclench", "--object-path", OBJECT, "--method",
                          f"{INTERFACE}.{method}", *arguments)

    def state(self):
        return self.gdbus("call", "--session", "--dest", "org.unclench.Unclench", "--object-path", OBJECT, "--method",
                          "org.freedesktop.DBus.Properties.Get", INTERFACE, "State").stdout.decode()

    def test_it_tells_its_state_and_takes_what_the_card_takes(self):
        self.assertIn("'state': <'seated'>", self.state())
        for method, posture in (("Stand", "standing"), ("Lie", "lying"), ("Away", "away"), ("GotUp", "walking"),
                                ("Back", "seated")):
            self.assertEqual(self.call(method).returncode, 0, method)
            self.assertIn(f"'state': <'{posture}'>", self.state())
        self.assertEqual(self.call("Pause", "30").returncode, 0)
        self.assertIn("pause_left_seconds", self.state())
        self.assertEqual(self.call("Resume").returncode, 0)
        self.assertEqual(self.call("Meeting", "45").returncode, 0)
        self.assertIn("meeting_left_seconds", self.state())

    def test_it_says_why_it_refuses(self):
        refused = self.call("Snooze")
        self.assertNotEqual(refused.returncode, 0)
        self.assertIn(b"No break is due now", refused.stderr)
        self.assertNotEqual(self.call("Meeting", "999").returncode, 0)

    def test_it_tells_when_something_changes(self):
        log = self.home / "monitor"
        with log.open("w") as out:
            monitor = subprocess.Popen(["gdbus", "monitor", "--session", "--dest", "org.unclench.Unclench",
                                        "--object-path", OBJECT], env=self.env, stdout=out)
        self.addCleanup(monitor.wait)
        self.addCleanup(monitor.kill)
        self.until(lambda: "The name" in log.read_text())
        self.call("Stand")
        self.until(lambda: "StateChanged" in log.read_text() and "'standing'" in log.read_text())

    def test_its_description_is_that_of_the_documents(self):
        introspected = self.gdbus("introspect", "--session", "--dest", "org.unclench.Unclench", "--object-path",
                                  OBJECT).stdout.decode()
        document = (pathlib.Path(__file__).parents[2] / "docs" / "dbus.md").read_text()
        for method in ("Sit", "Stand", "Lie", "Away", "GotUp", "Back", "Snooze", "Skip", "Pause", "Meeting", "Resume",
                       "StateChanged"):
            self.assertIn(f"{method}(", introspected)
            self.assertIn(f"`{method}", document)


if __name__ == "__main__":
    unittest.main()
