# SPDX-License-Identifier: GPL-3.0-or-later
"""A folder that two computers of one person share, each a data folder, by the real program."""
import json
import shutil
import sqlite3
import subprocess
import time
import unittest

from bad_worlds_test import mounted, needs_mount
from program import PROGRAM, ProgramTest, database

PATIENCE = 30  # seconds


class Sharing(ProgramTest):
    def setUp(self):
        super().setUp()
        self.desk = self.home / "desk"
        self.shared = self.home / "shared"
        self.shared.mkdir()

    def rows(self, folder):
        """Everything told, as an export has it, but when and by whom it was made."""
        file = self.home / "export.json"
        self.succeed("export", "json", file, data=folder)
        document = json.loads(file.read_text())
        file.unlink()
        return {name: rows for name, rows in document.items() if isinstance(rows, list)}

    def machine(self, folder):
        connection = sqlite3.connect(database(folder))
        self.addCleanup(connection.close)
        return connection.execute("SELECT value FROM meta WHERE key = 'machine'").fetchone()[0]

    def snapshot(self, folder):
        return self.shared / f"unclench-{self.machine(folder)}.db"

    def until(self, is_so, what):
        """A command leaves the exchange to a process of its own."""
        end = time.monotonic() + PATIENCE
        while not is_so():
            self.assertLess(time.monotonic(), end, what)
            time.sleep(0.1)

    def settle(self):
        """Until what commands left behind themselves is done, so that only the test writes."""
        left = ["pgrep", "-f", f"make-daily-copy --data {self.home}"]
        self.until(lambda: subprocess.run(left, capture_output=True).returncode == 1, "commands are done")

    def spasms(self, folder):
        return len(self.ask("history", data=folder)["episodes"])

    def computers(self, answer):
        return {computer["machine"]: computer for computer in answer["shared"]["computers"]}

    def share_both(self):
        """A spasm on each; both share the folder and know each other."""
        self.succeed("log", 7, "--at", "2024-03-02T08:00")
        self.succeed("end", "--at", "2024-03-02T20:00")
        self.succeed("log", 4, "--at", "2024-03-09T08:00", data=self.desk)
        self.succeed("end", "--at", "2024-03-09T20:00", data=self.desk)
        self.succeed("merge", "--share", self.shared)
        self.succeed("merge", "--share", self.shared, "--mine", "all", data=self.desk)
        self.succeed("merge", "--mine", self.machine(self.desk))  # it was not there at the last look
        self.succeed("merge", data=self.desk)

    def test_both_become_the_same(self):
        self.share_both()
        self.assertEqual(self.spasms(self.data), 2)
        self.assertEqual(self.rows(self.data), self.rows(self.desk))

        self.succeed("log", 5, "--note", "later", "--at", "2024-04-02T08:00", data=self.desk)
        self.succeed("merge", data=self.desk)
        self.assertGreater(self.ask("merge")["added"], 0)
        self.succeed("merge", data=self.desk)
        self.assertEqual(self.rows(self.data), self.rows(self.desk))
        again = self.ask("merge")
        self.assertEqual([again["added"], again["replaced"], again["sent"]], [0, 0, False])
        self.assertEqual({file.stat().st_mode & 0o777 for file in self.shared.iterdir()}, {0o600})

    def test_what_a_command_tells_goes_out_and_in_by_itself(self):
        self.share_both()
        self.succeed("log", 5, "--at", "2024-04-02T08:00", data=self.desk)
        self.until(lambda: sqlite3.connect(self.snapshot(self.desk)).execute(
            "SELECT count(*) FROM episode").fetchone()[0] == 3, "it went out")
        self.succeed("took", "Ibuprofen", "--at", "2024-04-02T09:00")
        self.until(lambda: self.spasms(self.data) == 3, "it came in")

    def test_another_persons_diary_is_named_and_left_alone(self):
        self.succeed("log", 9, "--note", "private", "--at", "2024-03-02T08:00", data=self.desk)
        self.succeed("merge", "--share", self.shared, data=self.desk)
        (self.shared / "budget.db").write_text("no diary")
        theirs = self.machine(self.desk)
        before = {file.name: file.read_bytes() for file in self.shared.iterdir()}
        self.succeed("log", 3, "--at", "2024-03-02T08:00")

        self.fail_with(1, "merge", "--share", self.shared, says=theirs)
        self.assertEqual({file.name: file.read_bytes() for file in self.shared.iterdir()}, before)
        self.assertIsNone(self.ask("status")["shared_folder"])
        said = self.succeed("merge", "--share", self.shared, "--mine", "none")
        self.assertIn(theirs, said)
        self.assertIn("budget.db", said)
        self.assertEqual(len(self.readings()), 1)

        state = self.ask("merge")
        self.assertEqual(self.computers(state)[theirs]["mine"], False)
        self.assertEqual(state["shared"]["left_alone"], [str(self.shared / "budget.db")])
        self.assertIn("left alone", self.succeed("status"))
        self.assertEqual(len(self.readings()), 1)
        self.assertEqual((self.shared / "budget.db").read_text(), "no diary")
        self.fail_with(2, "merge", "--mine", "0123456789ab", says="no diary of a computer")

        self.assertGreater(self.ask("merge", "--mine", theirs)["added"], 0)
        self.assertEqual(len(self.readings()), 2)
        self.ask("merge", "--not-mine", theirs)
        self.succeed("log", 2, "--at", "2024-05-02T08:00", data=self.desk)
        self.succeed("merge", data=self.desk)
        self.ask("merge")
        self.assertEqual(len(self.readings()), 2)

    def test_a_folder_that_vanishes_is_said_and_nothing_stops(self):
        self.share_both()
        self.settle()
        shutil.move(self.shared, self.home / "away")

        self.fail_with(3, "merge", says="is not there")
        self.succeed("log", 5, "--at", "2024-04-02T08:00")
        self.assertEqual(self.ask("status")["shared_folder"]["fault"], "not_there")
        self.assertIn("Shared folder", self.succeed("status"))
        self.assertFalse(self.shared.exists())

        shutil.move(self.home / "away", self.shared)
        self.assertIsNone(self.ask("merge")["shared"]["fault"])
        self.assertGreater(self.ask("merge", data=self.desk)["added"], 0)
        self.assertEqual(self.spasms(self.desk), 3)

    @needs_mount
    def test_a_folder_that_can_only_be_read_is_said_and_read(self):
        self.share_both()
        self.succeed("log", 5, "--at", "2024-04-02T08:00", data=self.desk)
        self.settle()
        script = (f'mount --bind "{self.shared}" "{self.shared}"; mount -o remount,ro,bind "{self.shared}"; '
                  f'"{PROGRAM}" log 6 --at 2024-05-02T08:00 --data "{self.data}" >/dev/null; '
                  f'"{PROGRAM}" merge --data "{self.data}"; echo $?')
        done = subprocess.run([*mounted("true"), "sh", "-c", script], env=self.env, capture_output=True, timeout=60)
        self.assertEqual(done.stdout.split()[-1], b"3", done.stderr.decode())
        self.assertIn(b"Nothing can be written", done.stderr)
        self.assertEqual(self.spasms(self.data), 4)

    @needs_mount
    def test_a_full_disk_keeps_what_was_there(self):
        self.share_both()
        self.succeed("merge", "--share", "off")
        script = (f'mount -t tmpfs -o size=64k tmpfs "{self.shared}"; echo hello >"{self.shared}/letter"; '
                  f'"{PROGRAM}" merge --share "{self.shared}" --data "{self.data}"; echo $?; ls -A "{self.shared}"')
        done = subprocess.run([*mounted("true"), "sh", "-c", script], env=self.env, capture_output=True, timeout=60)
        self.assertEqual(done.stdout.split(), [b"3", b"letter"], done.stderr.decode())
        self.assertIn(b"no room", done.stderr)

    def test_a_file_that_is_cut_short_waits_and_the_rest_goes_on(self):
        self.share_both()
        self.succeed("log", 5, "--at", "2024-04-02T08:00", data=self.desk)
        self.settle()
        file = self.snapshot(self.desk)
        whole = file.read_bytes()
        file.write_bytes(whole[:len(whole) // 2])

        state = self.ask("merge")
        self.assertEqual(self.computers(state)[self.machine(self.desk)]["fault"], "unfinished")
        self.assertIn("did not come in", self.succeed("status"))
        self.assertEqual(self.spasms(self.data), 2)

        file.write_bytes(whole)
        self.assertGreater(self.ask("merge")["added"], 0)
        self.assertEqual(self.spasms(self.data), 3)
        self.assertIsNone(self.computers(self.ask("merge"))[self.machine(self.desk)]["fault"])

    def test_a_newer_version_is_said(self):
        self.share_both()
        self.settle()
        file = self.snapshot(self.desk)
        connection = sqlite3.connect(file)
        connection.execute("PRAGMA user_version = 99")
        connection.close()
        self.assertEqual(self.computers(self.ask("merge"))[self.machine(self.desk)]["fault"], "newer")
        self.assertIn("newer version", self.succeed("merge"))

    def test_what_cannot_be_shared_is_refused(self):
        self.fail_with(2, "merge", says="--share")
        self.fail_with(3, "merge", "--share", self.home / "none", says="not there")
        self.succeed("log", 5)
        self.fail_with(1, "merge", "--share", self.data, says="where the diary itself lies")
        self.fail_with(2, "merge", self.desk, "--share", self.shared, says="take no PATH")
        self.assertEqual(list(self.shared.iterdir()), [])
        self.succeed("merge", "--share", self.shared)
        self.fail_with(2, "merge", "--not-mine", "all", says="Name the computer")
        self.assertIsNone(self.ask("merge", "--share", "off")["shared"])
        self.assertIsNone(self.ask("status")["shared_folder"])
        self.assertTrue(self.snapshot(self.data).exists())

    def test_two_spasms_at_once_are_kept_told_and_named(self):
        self.succeed("log", 5)
        self.succeed("log", 6, data=self.desk)
        self.succeed("merge", "--share", self.shared)
        said = self.succeed("merge", "--share", self.shared, "--mine", "all", data=self.desk)
        self.assertIn("at the same time", said)
        self.assertIn("unclench verify", said)
        findings = {finding["check"] for finding in json.loads(
            self.run_program("verify", "--json", data=self.desk).stdout)["findings"]}
        self.assertIn("several_open", findings)


if __name__ == "__main__":
    unittest.main()
