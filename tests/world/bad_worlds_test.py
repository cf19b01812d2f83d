# SPDX-License-Identifier: GPL-3.0-or-later
"""What disks, files and other programs do to a diary, and what it says then. Nothing saved is ever lost."""
import os
import random
import shutil
import sqlite3
import stat
import subprocess
import unittest

from program import PROGRAM, ProgramTest, database


def mounted(script):
    """A command prefix that runs the program in a mount namespace of its own, after `script`."""
    user = [] if os.geteuid() == 0 else ["--map-root-user"]
    return ["unshare", "--mount", *user, "sh", "-ec", script + '; exec "$@"', "sh"]


CAN_MOUNT = subprocess.run([*mounted("mount -t tmpfs tmpfs /mnt"), "true"], capture_output=True).returncode == 0
needs_mount = unittest.skipUnless(CAN_MOUNT, "this system gives no mount namespace to try a full or read-only disk in")


class Folders(ProgramTest):
    def test_the_folder_is_private_also_when_umask_says_otherwise(self):
        self.succeed("log", 7, data=self.home / "a" / "b", prefix=["sh", "-c", 'umask 0; exec "$@"', "sh"])
        for folder in (self.home / "a", self.home / "a" / "b"):
            self.assertEqual(stat.S_IMODE(folder.stat().st_mode), 0o700)
        for file in (self.home / "a" / "b").glob("unclench.db*"):
            self.assertEqual(stat.S_IMODE(file.stat().st_mode), 0o600)

    def test_a_path_with_spaces_umlauts_and_signs_works(self):
        folder = self.home / "Müllers Rücken ?#%20 🙂"
        self.succeed("log", 7, data=folder)
        self.assertEqual(len(self.readings(data=folder)), 1)
        self.succeed("verify", data=folder)

    def test_looking_into_a_folder_that_is_not_there_makes_nothing(self):
        self.assertEqual(self.ask("history")["episodes"], [])
        self.succeed("status")
        self.succeed("verify")
        self.assertFalse(self.data.exists())

    def test_a_file_in_place_of_the_folder_is_said(self):
        self.data.write_text("not a folder")
        self.fail_with(3, "log", 7, says="cannot be opened")
        self.assertEqual(self.data.read_text(), "not a folder")

    def test_a_diary_that_vanished_beside_its_copies_is_not_begun_anew(self):
        self.succeed("log", 7)
        self.succeed("make-daily-copy")
        self.wait_for_copies()
        database(self.data).unlink()
        self.fail_with(3, "log", 5, says="copies/daily-")
        self.assertFalse(database(self.data).exists())


@needs_mount
class ReadOnly(ProgramTest):
    def setUp(self):
        super().setUp()
        self.succeed("log", 7)
        self.succeed("make-daily-copy")
        self.wait_for_copies()
        self.read_only = mounted(f'mount --bind "{self.data}" "{self.data}"; mount -o remount,ro,bind "{self.data}"')

    def test_a_read_only_diary_can_be_read(self):
        self.assertEqual(self.ask("history", prefix=self.read_only)["episodes"][0]["worst"], 7)
        self.assertIn("not written", self.succeed("status", prefix=self.read_only))

    def test_writing_to_it_is_refused_in_words(self):
        self.fail_with(3, "log", 5, prefix=self.read_only, says="can be read but not written")
        self.assertEqual(len(self.readings()), 1)

    def test_a_read_only_place_for_a_new_diary_is_said(self):
        self.fail_with(3, "log", 5, data=self.data / "new", prefix=self.read_only, says="not written")


@needs_mount
class Full(ProgramTest):
    def test_a_full_disk_loses_nothing_and_says_so(self):
        self.data.mkdir()
        note = self.home / "note"
        note.write_text("x" * 100_000)
        script = (f'mount -t tmpfs -o size=1m tmpfs "{self.data}"; saved=0; '
                  f'while "{PROGRAM}" log 5 --note-file "{note}" --data "{self.data}" 2>"{self.home}/error" >/dev/null; '
                  'do saved=$((saved+1)); [ $saved -lt 30 ]; done; '
                  f'echo $saved; "{PROGRAM}" history --json --data "{self.data}" | grep -c \'"pain"\'; '
                  f'"{PROGRAM}" verify --data "{self.data}"')
        done = subprocess.run([*mounted("true"), "sh", "-c", script], env=self.env, capture_output=True, timeout=60)
        saved, found, verified = done.stdout.decode().strip().split("\n", 2)
        self.assertGreater(int(saved), 0)
        self.assertLess(int(saved), 30, "the disk never became full")
        self.assertEqual(saved, found)
        self.assertIn("whole", verified)
        self.assertIn("full", (self.home / "error").read_text())

    def test_a_diary_on_a_disk_without_any_room_can_be_read(self):
        self.succeed("log", 7, "--note", "the first")
        self.succeed("make-daily-copy")
        self.wait_for_copies()
        # Its last commits are in the log, as where the computer went off.
        connection = sqlite3.connect(database(self.data), isolation_level=None)
        connection.execute("UPDATE reading SET pain = 8, updated_utc_ms = updated_utc_ms + 1")
        full = self.home / "full"
        shutil.copytree(self.data, full)
        connection.close()
        (full / "unclench.db-shm").unlink()
        self.data = self.home / "disk"
        self.data.mkdir()
        prefix = mounted(f'mount -t tmpfs -o size=8m tmpfs "{self.data}"; cp -a "{full}/." "{self.data}"; '
                         f'dd if=/dev/zero of="{self.data}/fill" bs=1k 2>/dev/null || true')

        self.assertEqual(self.ask("history", prefix=prefix)["episodes"][0]["worst"], 8)
        self.assertIn("disk is full", self.succeed("status", prefix=prefix))
        self.succeed("verify", prefix=prefix)
        self.succeed("export", "json", self.home / "all.json", prefix=prefix)
        self.succeed("backup", self.home / "mine.db", prefix=prefix)
        self.fail_with(3, "log", 5, prefix=prefix, says="is full. Nothing was saved")

        self.assertIn("the first", (self.home / "all.json").read_text())
        self.succeed("restore", self.home / "mine.db", data=self.home / "again")
        self.assertEqual(self.ask("history", data=self.home / "again")["episodes"][0]["worst"], 8)

    def test_a_disk_too_small_for_any_diary_is_said(self):
        self.data.mkdir()
        self.fail_with(3, "log", 5, prefix=mounted(f'mount -t tmpfs -o size=16k tmpfs "{self.data}"'), says="full")


class Damaged(ProgramTest):
    def setUp(self):
        super().setUp()
        for pain in range(11):
            self.succeed("log", pain, "--note", "x" * 2000)
        self.succeed("make-daily-copy")
        self.wait_for_copies()
        self.whole = database(self.data).read_bytes()

    def test_a_file_of_garbage_is_left_as_it_is_and_the_copy_is_named(self):
        garbage = random.Random(1).randbytes(len(self.whole))
        database(self.data).write_bytes(garbage)
        for command in (("log", 5), ("history",), ("status",), ("verify",)):
            self.fail_with(3, *command, says="copies/daily-")
        self.assertEqual(database(self.data).read_bytes(), garbage)

    def test_a_truncated_file_is_never_taken_for_a_whole_one(self):
        for share in (0, 0.01, 0.3, 0.6, 0.99):
            database(self.data).write_bytes(self.whole[: int(len(self.whole) * share)])
            error = self.fail_with(3, "verify")
            self.assertIn("copies/daily-", error)

    def test_flipped_bytes_never_crash_and_are_found_or_harmless(self):
        rng = random.Random(2)
        for _ in range(25):
            damaged = bytearray(self.whole)
            for _ in range(40):
                damaged[rng.randrange(len(damaged))] ^= 1 << rng.randrange(8)
            database(self.data).write_bytes(damaged)
            for command in (("verify",), ("history", "--json"), ("log", "5")):
                done = self.run_program(*command)
                self.assertIn(done.returncode, (0, 3), done.stderr.decode())
                self.assertNotIn(b"error in the program", done.stderr)
            for leftover in self.data.glob("unclench.db-*"):
                leftover.unlink()

    def test_the_copy_put_in_place_is_the_diary_again(self):
        copy, = (self.data / "copies").glob("daily-*.db")
        with sqlite3.connect(copy) as connection:
            copied, = connection.execute("SELECT count(*) FROM reading").fetchone()
        connection.close()
        self.assertGreater(copied, 0)
        database(self.data).write_bytes(b"garbage" * 1000)
        shutil.copy(copy, database(self.data))
        self.assertEqual(len(self.readings()), copied)
        self.succeed("log", 4)

    def test_a_newer_file_is_refused_with_both_versions_and_left_as_it_is(self):
        with sqlite3.connect(database(self.data)) as connection:
            connection.execute("PRAGMA user_version = 99")
        connection.close()
        before = database(self.data).read_bytes()
        error = self.fail_with(3, "log", 5, says="99")
        self.assertIn("newer version", error)
        self.assertEqual(database(self.data).read_bytes(), before)

    def test_somebody_elses_database_is_not_touched(self):
        shutil.rmtree(self.data)
        self.data.mkdir()
        with sqlite3.connect(database(self.data)) as connection:
            connection.execute("CREATE TABLE recipes (name)")
        connection.close()
        before = database(self.data).read_bytes()
        self.fail_with(3, "log", 5)
        self.assertEqual(database(self.data).read_bytes(), before)


class Others(ProgramTest):
    def test_a_diary_that_another_program_holds_is_said(self):
        self.succeed("log", 7)
        connection = sqlite3.connect(database(self.data), isolation_level=None)
        self.addCleanup(connection.close)
        connection.execute("BEGIN EXCLUSIVE")
        self.fail_with(3, "log", 5, says="Another program holds")
        connection.execute("ROLLBACK")
        self.assertEqual(len(self.readings()), 1)

    def test_many_programs_writing_at_once_lose_nothing(self):
        command = [PROGRAM, "log", "5", "--data", str(self.data)]
        script = 'for i in $(seq 12); do "$@" >/dev/null || exit 1; done'
        writers = [subprocess.Popen(["sh", "-c", script, "sh", *command], env=self.env) for _ in range(4)]
        self.assertEqual([writer.wait(timeout=120) for writer in writers], [0] * 4)
        self.assertEqual(len(self.readings()), 48)
        self.assertEqual(len(self.ask("history")["episodes"]), 1)
        self.succeed("verify")

    def test_many_programs_may_begin_the_diary_at_once(self):
        for i in range(10):
            command = [PROGRAM, "log", "5", "--data", str(self.home / f"begun{i}")]
            writers = [subprocess.Popen(command, env=self.env, stdout=subprocess.DEVNULL) for _ in range(6)]
            self.assertEqual([writer.wait(timeout=120) for writer in writers], [0] * 6)

    def test_without_a_bus_everything_is_saved(self):
        for bus in ({"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere"}, {"DBUS_SESSION_BUS_ADDRESS": "disabled:"}, {}):
            self.succeed("log", 7, env=bus)
        self.assertEqual(len(self.readings()), 3)

    def test_without_a_display_the_commands_are_offered(self):
        for display in ({}, {"DISPLAY": ":987"}, {"WAYLAND_DISPLAY": "wayland-987"}):
            done = self.run_program(env=display)
            self.assertEqual(done.returncode, 1)
            self.assertIn(b"There is no display", done.stderr)
            self.assertIn(b"log", done.stdout)

    def test_a_log_that_cannot_be_written_stops_nothing(self):
        (self.home / "state").write_text("in the way")
        self.succeed("log", 7)


if __name__ == "__main__":
    unittest.main()
