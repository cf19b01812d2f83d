# SPDX-License-Identifier: GPL-3.0-or-later
"""Alerts that come while nobody looks at the window: notifications, the background, the start with the desktop."""
import pathlib
import sqlite3
import unittest

from notices import NoticesTest
from program import PROGRAM, database


class Notices(NoticesTest):
    def is_active(self):
        return self.xdo("getactivewindow") == self.window

    def test_an_emergency_is_critical_names_no_symptom_and_brings_the_window_up(self):
        self.start_service()
        self.open_window()
        self.xdo("windowminimize", "--sync", self.window)
        self.succeed("answer", "rf_saddle_numbness", "yes")
        self.until(self.notices)
        self.until(self.is_active)
        notice = self.notices()[0]
        self.assertEqual(notice["title"], "Please get help now")
        self.assertEqual(notice["urgency"], 2)
        self.assertEqual(notice["timeout"], 0)
        self.assertNotIn("legs", notice["body"])

    def test_what_is_for_today_is_told_once_and_opens_the_window_when_pressed(self):
        self.start_service()
        self.open_window()
        self.xdo("windowminimize", "--sync", self.window)
        self.succeed("answer", "rf_fever", "yes")
        self.until(self.notices)
        self.succeed("no-pain", "--at", "2026-01-01T12:00")  # nothing that matters to it
        self.assertEqual([n["urgency"] for n in self.notices()], [1])
        self.assertNotIn("fever", self.notices()[0]["body"].lower())
        self.tell_service("Press")
        self.until(self.is_active)

    def test_the_reason_stands_there_only_where_the_person_wants_it(self):
        self.start_service()
        self.run_program("profile", "notices_say_why", "yes")
        self.open_window()
        self.succeed("answer", "rf_fever", "yes")
        self.until(self.notices)
        self.assertIn("fever", self.notices()[0]["body"])

    def test_an_answer_takes_the_notification_back(self):
        self.start_service()
        self.open_window()
        self.succeed("answer", "rf_fever", "yes")
        self.until(self.notices)
        self.succeed("close", "rf_fever", "seen")
        self.until(lambda: "closed" in self.log.read_text())

    def test_what_was_answered_before_a_slow_service_showed_it_is_taken_back_when_it_does(self):
        self.start_service("slow")
        self.open_window()
        self.succeed("answer", "rf_fever", "yes")
        self.until(self.notices)
        self.succeed("close", "rf_fever", "seen")
        self.tell_service("Answer")
        self.until(lambda: "closed" in self.log.read_text())

    def test_a_service_that_never_answers_does_not_keep_the_window(self):
        self.start_service("slow")
        process = self.open_window()
        self.succeed("answer", "rf_fever", "yes")
        self.until(self.notices)
        self.xdo("key", "ctrl+q")
        self.assertEqual(process.wait(timeout=30), 0)

    def test_a_service_that_comes_back_is_shown_a_new_notification(self):
        service = self.start_service("slow")
        self.open_window()
        self.succeed("answer", "rf_fever", "yes")
        self.until(self.notices)
        service.kill()  # in the middle: it was asked and has not answered
        service.wait()
        self.start_service()
        self.succeed("answer", "rf_saddle_numbness", "yes")
        self.until(self.notices)
        self.assertEqual([notice["replaces"] for notice in self.notices()], [0])

    def test_the_background_shows_no_window_but_calls_for_an_emergency(self):
        self.start_service()
        self.run_program("profile", "first_start_done", "yes")
        self.start([PROGRAM, "--data", str(self.data), "--background"])
        self.until(lambda: self.xdo("search", "--name", "^Unclench$"))
        window = self.xdo("search", "--name", "^Unclench$").split()[-1]
        self.assertNotEqual(self.xdo("getactivewindow"), window)
        self.succeed("answer", "rf_bladder_incontinence", "yes")
        self.until(self.notices)
        self.use_window()

    def test_starting_with_the_desktop_is_offered_once_and_written(self):
        self.open_window(is_offered=False)
        entry = pathlib.Path(self.env["XDG_CONFIG_HOME"]) / "autostart" / "org.unclench.Unclench.desktop"
        self.assertFalse(entry.exists())
        self.xdo("key", "--delay", "200", "alt+e")
        self.until(entry.exists)
        self.assertIn("--background", entry.read_text())
        with sqlite3.connect(database(self.data)) as diary:
            self.assertEqual(diary.execute("SELECT value FROM setting WHERE key = 'autostart_offered'").fetchall(),
                             [("yes",)])


if __name__ == "__main__":
    unittest.main()
