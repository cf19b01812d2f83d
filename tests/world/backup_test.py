# SPDX-License-Identifier: GPL-3.0-or-later
"""Backups and going back to them, in a world that pulls out sticks, fills disks and cuts the power: the old state or
the new one, never between. The number of rounds with a kill comes from KILL_ROUNDS.
"""
import os
import pathlib
import random
import shutil
import sqlite3
import stat
import subprocess
import time
import unittest

from bad_worlds_test import mounted, needs_mount
from program import PROGRAM, ProgramTest, database

MIGRATIONS = pathlib.Path(__file__).resolve().parents[2] / "core" / "store" / "migrations"
UMASK_NONE = ("sh", "-c", 'umask 0; exec "$@"', "sh")


def told(file):
    """What a person told, out of a file: every reading, bout and episode with all its columns."""
    with sqlite3.connect(file) as connection:
        rows = {table: sorted(map(repr, connection.execute(f"SELECT * FROM {table}")))
                for table in ("episode", "bout", "reading")}
    connection.close()
    return rows


def is_whole(file):
    with sqlite3.connect(f"file:{file}?immutable=1", uri=True) as connection:
        answer, = connection.execute("PRAGMA integrity_check").fetchone()
    connection.close()
    return answer == "ok"


def add_readings(file, count, note):
    """Straight into the file, since a thousand runs of the program take too long."""
    with sqlite3.connect(file) as connection:
        episode, begin = connection.execute("SELECT episode_id, begin_utc_ms FROM bout").fetchone()
        for i in range(count):
            connection.execute("INSERT INTO reading VALUES (?, 1, 1, 'aaaaaaaaaaaa', NULL, ?, ?, 60, 3, NULL, ?)",
                               (f"00000000-0000-7000-8000-{i:012x}", episode, begin, note))
    connection.close()


class BackupTest(ProgramTest):
    def begin(self, *arguments):
        """The first spasm, and the copy of the day that it leaves to a process of its own."""
        self.succeed("log", *arguments)
        self.wait_for_copies()
        self.assertTrue(list((self.data / "copies").glob("daily-*.db")), "no copy of the day was made")


class BackupCommand(BackupTest):
    def setUp(self):
        super().setUp()
        self.stick = self.home / "stick"
        self.stick.mkdir()

    def test_there_is_nothing_to_keep_before_there_is_a_diary(self):
        self.fail_with(1, "backup", self.stick, says="no diary")
        self.assertEqual(list(self.stick.iterdir()), [])
        self.assertFalse(self.data.exists())

    def test_a_file_or_a_folder_takes_it(self):
        self.begin(6)
        file = self.stick / "mine.db"
        self.assertEqual(self.ask("backup", file)["backups"], [str(file)])
        self.assertEqual(told(file), told(database(self.data)))
        dated, = self.ask("backup", self.stick)["backups"]
        self.assertRegex(pathlib.Path(dated).name, r"^unclench-[0-9a-f]{12}-\d{4}-\d\d-\d\d\.db$")
        self.succeed("log", 3)
        self.succeed("backup", file)
        self.assertEqual(told(file), told(database(self.data)))
        self.assertEqual(len(list(self.stick.iterdir())), 2)

    def test_without_a_place_the_copy_of_the_day_is_renewed(self):
        self.begin(6)
        self.succeed("make-daily-copy")
        self.succeed("log", 3)
        copy, = self.ask("backup")["backups"]
        self.assertEqual(told(copy), told(database(self.data)))
        self.assertTrue(pathlib.Path(copy).name.startswith("daily-"))

    def test_it_is_private_also_when_umask_says_otherwise(self):
        self.begin(6)
        pictures = self.data / "pictures"
        pictures.mkdir(mode=0o700)
        with sqlite3.connect(database(self.data)) as connection:
            connection.execute("INSERT INTO own_exercise VALUES ('00000000-0000-7000-8000-000000000001', 1, 1,"
                               " 'aaaaaaaaaaaa', NULL, 'Cat', '', 'cat.png', 1)")
        connection.close()
        (pictures / "cat.png").write_bytes(b"a cat")
        self.succeed("backup", self.stick, prefix=UMASK_NONE)
        self.succeed("backup", prefix=UMASK_NONE)
        daily, = self.ask("restore")["backups"]
        self.succeed("restore", daily["file"], prefix=UMASK_NONE)
        for folder, _, files in [*os.walk(self.stick), *os.walk(self.data)]:
            if pathlib.Path(folder) != self.stick:
                self.assertEqual(stat.S_IMODE(os.stat(folder).st_mode), 0o700, folder)
            for name in files:
                if name != "cat.png" or pathlib.Path(folder) != pictures:
                    self.assertEqual(stat.S_IMODE(os.stat(pathlib.Path(folder) / name).st_mode), 0o600, name)

    def test_what_is_not_its_own_is_left_alone(self):
        self.begin(6)
        self.succeed("log", 1, data=self.home / "other")
        theirs = self.stick / "theirs.db"
        self.succeed("backup", theirs, data=self.home / "other")
        letter = self.stick / "letter.txt"
        letter.write_text("Dear Anna")
        before = theirs.read_bytes()
        self.fail_with(1, "backup", theirs, says="left alone")
        self.fail_with(1, "backup", letter, says="left alone")
        self.assertEqual(theirs.read_bytes(), before)
        self.assertEqual(letter.read_text(), "Dear Anna")
        self.fail_with(1, "backup", database(self.data), says="where the diary itself lies")
        self.fail_with(1, "backup", self.data, says="where the diary itself lies")
        self.assertEqual(len(self.readings()), 1)

    def test_a_stick_that_is_gone_is_said_and_nothing_is_made(self):
        self.begin(6)
        self.fail_with(3, "backup", self.home / "gone" / "mine.db", says="not there")
        self.fail_with(3, "backup", "--keep-in", self.home / "gone", says="not there")
        self.assertFalse((self.home / "gone").exists())

    @needs_mount
    def test_a_stick_that_can_only_be_read_is_said(self):
        self.begin(6)
        read_only = mounted(f'mount --bind "{self.stick}" "{self.stick}"; mount -o remount,ro,bind "{self.stick}"')
        self.fail_with(3, "backup", self.stick, prefix=read_only, says="can be written")
        self.assertEqual(list(self.stick.iterdir()), [])

    @needs_mount
    def test_a_stick_that_is_full_keeps_what_it_had(self):
        self.begin(6)
        add_readings(database(self.data), 100, "x" * 20_000)
        script = (f'mount -t tmpfs -o size=1m tmpfs "{self.stick}"; echo hello >"{self.stick}/letter"; '
                  f'"{PROGRAM}" backup "{self.stick}" --data "{self.data}"; echo $?; ls -A "{self.stick}"')
        done = subprocess.run([*mounted("true"), "sh", "-c", script], env=self.env, capture_output=True, timeout=60)
        self.assertEqual(done.stdout.decode().split(), ["3", "letter"])
        self.assertIn(b"no room", done.stderr)

    def test_a_folder_is_kept_up_each_day_until_it_is_off(self):
        self.begin(6)
        self.assertIsNone(self.ask("status")["backup_elsewhere"])
        self.assertEqual(self.ask("backup", "--keep-in", self.stick)["kept_in"], str(self.stick))
        first, = self.stick.glob("unclench-*.db")
        first.unlink()
        self.succeed("make-daily-copy")
        self.assertTrue(first.exists())
        self.assertIsNone(self.ask("status")["backup_elsewhere"]["fault"])
        shutil.rmtree(self.stick)
        self.succeed("make-daily-copy")
        kept = self.ask("status")["backup_elsewhere"]
        self.assertEqual((kept["folder"], kept["fault"]), (str(self.stick), "not_there"))
        self.assertIsNotNone(kept["last"])
        self.assertIn("Backup elsewhere", self.succeed("status"))
        self.assertFalse(self.stick.exists())
        self.stick.mkdir()
        self.succeed("make-daily-copy")
        self.assertIsNone(self.ask("status")["backup_elsewhere"]["fault"])
        self.succeed("backup", "--keep-in", "off")
        first.unlink()
        self.succeed("make-daily-copy")
        self.assertFalse(first.exists())
        self.assertIsNone(self.ask("status")["backup_elsewhere"])


class RestoreCommand(BackupTest):
    def setUp(self):
        super().setUp()
        self.begin(6, "--note", "the first")
        self.backup = self.home / "mine.db"
        self.succeed("backup", self.backup)
        self.succeed("log", 3, "--note", "the second")
        self.later = told(database(self.data))

    def test_it_goes_back_and_back_again(self):
        restored = self.ask("restore", self.backup)
        self.assertEqual([r["note"] for r in self.readings()], ["the first"])
        self.succeed("restore", pathlib.Path(restored["before"]).stem)
        self.assertEqual(told(database(self.data)), self.later)
        self.succeed("verify")

    def test_the_list_says_what_each_holds(self):
        self.succeed("backup")
        self.succeed("restore", self.backup)
        before, daily = self.ask("restore")["backups"]
        self.assertEqual((before["kind"], daily["kind"]), ("before_restore", "daily"))
        self.assertEqual((daily["holds"]["episodes"], daily["holds"]["readings"]), (1, 2))
        self.assertIn(pathlib.Path(daily["file"]).name, self.succeed("restore"))
        stick = self.home / "stick"
        stick.mkdir()
        self.succeed("backup", "--keep-in", stick)
        self.assertEqual([b["kind"] for b in self.ask("restore")["backups"]].count("elsewhere"), 1)

    def test_a_folder_is_listed(self):
        stick = self.home / "stick"
        stick.mkdir()
        self.assertEqual(self.ask("restore", stick)["backups"], [])
        self.succeed("backup", stick)
        self.assertEqual([b["kind"] for b in self.ask("restore", stick)["backups"]], ["elsewhere"])
        self.assertEqual(told(database(self.data)), self.later)

    def test_it_comes_to_a_new_computer(self):
        new = self.home / "new"
        self.succeed("restore", self.backup, data=new)
        self.assertEqual(told(database(new)), told(self.backup))
        self.succeed("restore", "mine.db", data=self.home / "newer", cwd=self.home)
        self.assertEqual(told(database(self.home / "newer")), told(self.backup))

    def test_what_is_no_backup_changes_nothing(self):
        text = self.home / "text.db"
        text.write_text("hello")
        newer = self.home / "newer.db"
        shutil.copy(self.backup, newer)
        with sqlite3.connect(newer) as connection:
            connection.execute("PRAGMA user_version = 99")
        connection.close()
        self.fail_with(2, "restore", "no-such-backup", says="no backup")
        self.fail_with(3, "restore", text, says="cannot be read as a backup")
        self.fail_with(3, "restore", newer, says="newer version")
        self.assertEqual(told(database(self.data)), self.later)

    def test_a_damaged_diary_is_replaced_and_kept(self):
        database(self.data).write_bytes(b"garbage" * 1000)
        restored = self.ask("restore", self.backup)
        self.assertEqual(told(database(self.data)), told(self.backup))
        self.assertEqual(pathlib.Path(restored["damaged"]).read_bytes(), b"garbage" * 1000)
        self.succeed("log", 4)
        self.succeed("verify")

    def test_a_diary_that_vanished_is_replaced(self):
        self.succeed("backup")
        for file in self.data.glob("unclench.db*"):
            file.unlink()
        self.fail_with(3, "history", says="no longer there")
        daily, = self.ask("restore")["backups"]
        self.succeed("restore", pathlib.Path(daily["file"]).name)
        self.assertEqual(told(database(self.data)), told(daily["file"]))

    def test_a_diary_of_a_newer_version_is_left_alone(self):
        with sqlite3.connect(database(self.data)) as connection:
            connection.execute("PRAGMA user_version = 99")
        connection.close()
        before = database(self.data).read_bytes()
        self.fail_with(3, "restore", self.backup, says="newer version")
        self.assertEqual(database(self.data).read_bytes(), before)

    @needs_mount
    def test_a_full_disk_leaves_the_diary_as_it_is(self):
        big = self.home / "big"
        self.succeed("log", 1, data=big)
        add_readings(database(big), 200, "x" * 20_000)
        disk = self.home / "disk"
        disk.mkdir()
        script = (f'mount -t tmpfs -o size=2m tmpfs "{disk}"; "{PROGRAM}" log 5 --data "{disk}" >/dev/null; '
                  f'"{PROGRAM}" restore "{database(big)}" --data "{disk}"; echo $?; '
                  f'"{PROGRAM}" history --json --data "{disk}" | grep -c \'"pain": 5\'; '
                  f'"{PROGRAM}" verify --data "{disk}" >/dev/null && echo whole; ls -A "{disk}/copies" | grep -c new')
        done = subprocess.run([*mounted("true"), "sh", "-c", script], env=self.env, capture_output=True, timeout=60)
        self.assertEqual(done.stdout.decode().split(), ["3", "1", "whole", "0"], done.stderr.decode())
        self.assertIn(b"full", done.stderr)

    def test_of_two_at_once_both_are_done_and_the_later_one_stands(self):
        second = self.home / "second.db"
        self.succeed("backup", second)
        self.succeed("log", 9)
        latest = told(database(self.data))
        runs = [subprocess.Popen([PROGRAM, "restore", str(backup), "--data", str(self.data)], env=self.env,
                                 stdout=subprocess.DEVNULL) for backup in (self.backup, second)]
        self.assertEqual([run.wait(timeout=120) for run in runs], [0, 0])
        now = told(database(self.data))
        self.assertIn(now, (told(self.backup), told(second)))
        before = [b for b in self.ask("restore")["backups"] if b["kind"] == "before_restore"]
        self.assertEqual(len(before), 2)
        other = told(self.backup) if now == told(second) else told(second)
        self.assertEqual(told(before[0]["file"]), other)
        self.assertEqual(told(before[1]["file"]), latest)
        self.succeed("verify")


class Kill(BackupTest):
    def setUp(self):
        super().setUp()
        self.rounds = int(os.environ.get("KILL_ROUNDS", "20"))
        self.seed = int(os.environ.get("KILL_SEED", random.randrange(1 << 30)))
        self.rng = random.Random(self.seed)
        self.killed = 0
        self.done = 0

    def run_and_kill(self, lasts, *arguments):
        """Kills it at a random moment of the time that it takes, or a little after."""
        run = subprocess.Popen([PROGRAM, *map(str, arguments), "--data", str(self.data)], env=self.env,
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
        try:
            run.wait(timeout=self.rng.uniform(0.02, 1.2) * lasts)
            self.done += 1
        except subprocess.TimeoutExpired:
            os.killpg(run.pid, 9)
            self.killed += 1
            run.wait()

    def time_of(self, *arguments):
        began = time.monotonic()
        self.run_program(*arguments)
        return time.monotonic() - began

    def tell(self, what):
        self.assertGreater(self.killed, 0, f"KILL_SEED={self.seed}")
        print(f"{what}: {self.rounds} rounds, {self.killed} killed, {self.done} done, KILL_SEED={self.seed}")

    def test_a_backup_is_whole_or_not_there(self):
        self.begin(5)
        add_readings(database(self.data), 400, "x" * 5000)
        stick = self.home / "stick"
        stick.mkdir()
        lasts = self.time_of("backup", stick / "first.db")
        for i in range(self.rounds):
            target = stick / f"{i % 3}.db"
            self.run_and_kill(lasts, "backup", target)
            for file in stick.glob("*.db"):
                self.assertTrue(is_whole(file), f"{file} KILL_SEED={self.seed}")
                self.assertEqual(told(file), told(database(self.data)))
        self.succeed("backup", stick / "last.db")
        self.assertEqual([f.name for f in stick.iterdir() if f.suffix != ".db"], [])  # nothing unfinished stays
        self.succeed("verify")
        self.tell("backup")

    def test_a_restore_is_done_or_not(self):
        self.begin(5)
        small = self.home / "small.db"
        self.succeed("backup", small)
        add_readings(database(self.data), 400, "x" * 5000)
        big = self.home / "big.db"
        self.succeed("backup", big)
        states = [told(small), told(big)]
        lasts = max(self.time_of("restore", small), self.time_of("restore", big))
        for i in range(self.rounds):
            self.run_and_kill(lasts, "restore", (small, big)[i % 2])
            self.assertIn(told(database(self.data)), states, f"KILL_SEED={self.seed}")
            if i % 5 == 0:
                self.succeed("verify")
        self.succeed("verify")
        for backup in self.ask("restore")["backups"]:
            self.assertTrue(is_whole(backup["file"]))
            self.assertIn(told(backup["file"]), states)
        self.succeed("restore", small)
        self.assertEqual(list((self.data / "copies").glob(".unclench-new-*")), [])
        self.tell("restore")

    def test_a_damaged_diary_is_replaced_or_says_that_it_is_damaged(self):
        self.begin(5)
        add_readings(database(self.data), 200, "x" * 5000)
        self.succeed("backup")
        daily, = self.ask("restore")["backups"]
        rows = told(daily["file"])

        def damage():
            for beside in self.data.glob("unclench.db-*"):
                beside.unlink()
            database(self.data).write_bytes(b"garbage" * 5000)
            (self.data / "unclench.db-wal").write_bytes(b"no log" * 1000)

        damage()
        self.fail_with(3, "history", says="damaged")
        lasts = self.time_of("restore", daily["file"])
        for _ in range(self.rounds):
            damage()
            self.run_and_kill(lasts, "restore", daily["file"])
            done = self.run_program("history", "--json")
            self.assertTrue(database(self.data).exists())
            if done.returncode == 0:
                self.assertEqual(told(database(self.data)), rows, f"KILL_SEED={self.seed}")
            else:
                self.assertEqual(done.returncode, 3)
                self.assertIn(b"damaged", done.stderr)
        self.succeed("restore", daily["file"])
        self.assertEqual(told(database(self.data)), rows)
        self.tell("replace")

    def test_a_migration_is_done_or_not(self):
        steps = sorted(MIGRATIONS.glob("*.sql"))
        old = self.home / "old.db"
        with sqlite3.connect(old) as connection:
            for step in steps[:-1]:
                connection.executescript(step.read_text(encoding="utf-8"))
            connection.executescript(f"PRAGMA user_version = {len(steps) - 1}; PRAGMA application_id = 1433297772;"
                                     "INSERT OR IGNORE INTO meta VALUES ('machine', 'aaaaaaaaaaaa');"
                                     "INSERT INTO episode VALUES ('00000000-0000-7000-8000-00000000000e', 1, 1,"
                                     " 'aaaaaaaaaaaa', NULL);"
                                     "INSERT INTO bout VALUES ('00000000-0000-7000-8000-00000000000b', 1, 1,"
                                     " 'aaaaaaaaaaaa', NULL, '00000000-0000-7000-8000-00000000000e', 1700000000000,"
                                     " 60, NULL, NULL)")
        connection.close()
        add_readings(old, 300, "x" * 5000)
        rows = told(old)
        self.data.mkdir(mode=0o700)
        shutil.copy(old, database(self.data))
        lasts = self.time_of("history", "--json")
        versions = set()
        for _ in range(self.rounds):
            shutil.rmtree(self.data)
            self.data.mkdir(mode=0o700)
            shutil.copy(old, database(self.data))
            self.run_and_kill(lasts, "history", "--json")
            with sqlite3.connect(database(self.data)) as connection:
                versions |= set(connection.execute("PRAGMA user_version").fetchone())
            connection.close()
            self.assertEqual(told(database(self.data)), rows, f"KILL_SEED={self.seed}")
            for copy in (self.data / "copies").glob("*.db"):
                self.assertTrue(is_whole(copy), f"KILL_SEED={self.seed}")
                self.assertEqual(told(copy), rows)
            self.succeed("verify")
        self.assertLessEqual(versions, {len(steps) - 1, len(steps)})
        self.tell("migration")


if __name__ == "__main__":
    unittest.main()
