# SPDX-License-Identifier: GPL-3.0-or-later
"""Two computers of one person, each a data folder, by the real program."""
import shutil
import sqlite3
import unittest

from program import ProgramTest, database

# Of one machine alone, or a second form of what stands elsewhere.
NOT_COMPARED = ("meta", "note_text", "note_search")


class Merge(ProgramTest):
    def setUp(self):
        super().setUp()
        self.desk = self.home / "desk"

    def tables(self, folder):
        connection = sqlite3.connect(database(folder))
        self.addCleanup(connection.close)
        names = [name for name, in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
                 if not name.startswith(NOT_COMPARED)]
        self.assertGreater(len(names), 20)
        columns = {"change_log": "kind, record_id, replaced_utc_ms, machine, old"}
        return {name: sorted(connection.execute(f"SELECT {columns.get(name, '*')} FROM {name}").fetchall(), key=repr)
                for name in names}

    def test_both_become_the_same(self):
        self.succeed("log", 7, "--note", "on the laptop", "--at", "2024-03-02T08:00")
        self.succeed("end", "--at", "2024-03-02T20:00")
        self.succeed("log", 4, "--note", "at the desk", "--at", "2024-03-09T08:00", data=self.desk)
        self.succeed("took", "Ibuprofen", "--at", "2024-03-09T08:05", data=self.desk)
        self.succeed("end", "--at", "2024-03-09T20:00", data=self.desk)

        done = self.ask("merge", self.desk)
        self.assertGreaterEqual(done["added"], 5)
        self.assertEqual([done["replaced"], done["alike"], done["older"], done["overlaps"]], [0, 0, 0, 0])
        self.assertIn("entries came in.", self.succeed("merge", database(self.data), data=self.desk))

        self.assertEqual(self.tables(self.data), self.tables(self.desk))
        self.assertEqual([r["note"] for r in self.readings()], ["at the desk", "on the laptop"])
        self.assertIn("There was nothing new in it.", self.succeed("merge", self.desk))
        self.assertEqual(self.ask("verify")["ok"], True)

    def test_the_other_file_and_what_lies_beside_it_stay_as_they_are(self):
        self.succeed("log", 5, data=self.desk)
        stick = self.home / "stick"
        stick.mkdir()
        with sqlite3.connect(database(self.desk)) as source, sqlite3.connect(stick / "unclench.db") as target:
            source.backup(target)
        source.close()
        target.close()
        before = {file.name: file.read_bytes() for file in stick.iterdir()}

        self.succeed("merge", stick)

        self.assertEqual({file.name: file.read_bytes() for file in stick.iterdir()}, before)
        self.assertEqual(len(self.readings()), 1)

    def test_two_open_spasms_are_kept_and_told(self):
        self.succeed("log", 5)
        self.succeed("log", 6, data=self.desk)

        said = self.succeed("merge", self.desk)

        self.assertIn("at the same time", said)
        self.assertIn("unclench verify", said)
        self.succeed("end")
        self.succeed("end")
        self.assertEqual(self.ask("status")["episodes"]["open"], 0)

    def test_an_open_emergency_is_told_at_once(self):
        self.run_program("answer", "rf_saddle_numbness", "yes", data=self.desk)

        said = self.succeed("merge", self.desk)

        self.assertEqual(self.ask("status")["highest"], "emergency")
        self.assertGreater(said.count("\n"), 1, "the warning stands behind what came in")

    def test_what_cannot_be_taken_in_is_refused_and_nothing_changes(self):
        self.succeed("log", 5)
        before = self.tables(self.data)
        newer = self.home / "newer.db"
        shutil.copy(database(self.data), newer)
        connection = sqlite3.connect(newer)
        connection.execute("PRAGMA user_version = 99")
        connection.close()
        text = self.home / "text.txt"
        text.write_text("no diary")

        self.fail_with(1, "merge", self.data, says="this diary itself")
        self.fail_with(1, "merge", database(self.data), says="this diary itself")
        self.fail_with(2, "merge", says="PATH")
        self.fail_with(2, "merge", self.desk, "--at", "2026-03-02T08:00", says="--at")
        self.fail_with(3, "merge", self.home / "none.db", says="cannot be opened")
        self.fail_with(3, "merge", newer, says="newer version")
        self.fail_with(3, "merge", text, says="no diary of Unclench")

        self.assertEqual(self.tables(self.data), before)


if __name__ == "__main__":
    unittest.main()
