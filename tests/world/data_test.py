# SPDX-License-Identifier: GPL-3.0-or-later
"""*Your data* in the window: the ways out of a damaged diary, and deleting everything."""
import random
import unittest

from accessible import AccessibleTest
from program import PROGRAM, database


class DataTest(AccessibleTest):
    def keep_a_spasm(self):
        self.succeed("log", 6)
        self.succeed("end")
        self.wait_for_copies()

    def damage(self):
        database(self.data).write_bytes(random.Random(1).randbytes(40_000))

    def open_damaged(self):
        window = self.start([PROGRAM, "--data", str(self.data)])
        self.use_window()
        self.until(lambda: self.says("Your diary could not be opened"))
        return window

    def spasms(self):
        return len(self.ask("history")["episodes"])


class Damaged(DataTest):
    def test_what_can_be_read_is_saved_and_the_window_opens(self):
        self.keep_a_spasm()
        self.damage()
        self.open_damaged()
        self.until(lambda: self.press("Save what can be read into a new diary"))
        self.until(lambda: self.run_program("history").returncode == 0)
        self.assertEqual(self.spasms(), 1)  # out of the copy
        self.assertEqual(len(list(self.data.glob("damaged-*.db"))), 1)
        self.until(lambda: self.says("Spasm now"))

    def test_going_back_to_the_backup_opens_the_window(self):
        self.keep_a_spasm()
        self.damage()
        self.open_damaged()
        self.until(lambda: self.press("Go back to the newest good backup"))
        self.until(lambda: self.run_program("history").returncode == 0)
        self.assertEqual(self.spasms(), 1)
        self.assertEqual(len(list(self.data.glob("damaged-*.db"))), 1)

    def test_only_looking_changes_nothing(self):
        self.keep_a_spasm()
        self.damage()
        before = database(self.data).read_bytes()
        window = self.open_damaged()
        self.until(lambda: self.press("Look at what can be read"))
        self.until(lambda: self.says("for reading alone"))
        self.xdo("key", "ctrl+q")
        window.wait(timeout=20)
        self.assertEqual(database(self.data).read_bytes(), before)
        self.assertEqual(list(self.data.glob("damaged-*")), [])

    def test_a_diary_that_vanished_comes_back_from_its_backup(self):
        self.keep_a_spasm()
        database(self.data).unlink()
        self.open_damaged()
        self.until(lambda: self.press("Go back to the newest good backup"))
        self.until(lambda: self.run_program("history").returncode == 0)
        self.assertEqual(self.spasms(), 1)


class Forgetting(DataTest):
    def test_everything_goes_after_the_word_and_the_program_ends(self):
        self.keep_a_spasm()
        window = self.open_window()
        self.xdo("key", "ctrl+shift+d")
        self.until(lambda: self.focus("Part of your data: Backups"))
        self.xdo("key", "--delay", "100", "Right", "Right", "Right", "Right", "space")
        self.until(lambda: self.focus("The word that deletes everything"))
        self.xdo("type", "--delay", "20", "forget")
        self.until(lambda: self.press("Delete everything on this computer, and close Unclench"))
        self.until(lambda: self.says("cannot come back"))
        self.assertFalse(self.data.exists(), list(self.data.rglob("*")) if self.data.exists() else "")
        self.assertFalse((self.home / "state" / "unclench").exists())
        self.until(lambda: self.press("Close Unclench"))
        window.wait(timeout=20)
        self.assertFalse((self.home / "config" / "unclench" / "window.ini").exists())


if __name__ == "__main__":
    unittest.main()
