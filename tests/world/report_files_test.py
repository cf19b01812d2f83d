# SPDX-License-Identifier: GPL-3.0-or-later
"""The page for the doctor as a file: what is not understood is said, and no half file ever stands anywhere."""
import contextlib
import os
import signal
import sqlite3
import subprocess
import time
import unittest

from bad_worlds_test import mounted, needs_mount
from program import PROGRAM, ProgramTest, database

ROWS = 60_000


def grow(data):
    """So many readings that a person has the time to change their mind. There must be one."""
    with contextlib.closing(sqlite3.connect(database(data))) as connection, connection:
        columns = [column for _, column, *_ in connection.execute("PRAGMA table_info(reading)") if column != "id"]
        earlier = [f"{column} - n * 1000" if column == "at_utc_ms" else column for column in columns]
        connection.execute(
            f"WITH RECURSIVE counted(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < {ROWS})"
            f" INSERT INTO reading (id, {', '.join(columns)})"
            f" SELECT printf('%08x-0000-7000-8000-%012x', n, n), {', '.join(earlier)} FROM reading, counted")


class ReportFiles(ProgramTest):
    def setUp(self):
        super().setUp()
        self.succeed("log", 7, "--note", "in bed")
        self.target = self.home / "target"
        self.target.mkdir()

    def files(self):
        """Hidden ones, too."""
        return sorted(os.listdir(self.target))


class BadInput(ReportFiles):
    def test_what_is_not_understood_exits_with_2_and_writes_nothing(self):
        page = self.target / "page.pdf"
        for ending in ("page.txt", "page", "page.pdf.gz", ".pdf"):
            self.fail_with(2, "report", self.target / ending, says=".pdf, .html or .htm")
        self.fail_with(2, "report")
        self.fail_with(2, "report", page, "--sections", "where,mood", says='no section "mood"')
        self.fail_with(2, "report", page, "--paper", "a5", says="a4, letter")
        self.fail_with(2, "report", page, "--name", "nickname", says="none, initials, full")
        self.fail_with(2, "report", page, "--from", "2026-02-01", "--to", "2026-01-01", says="--from lies after --to")
        self.fail_with(2, "report", page, "--from", "soon")
        self.fail_with(2, "report", page, "--from", "2999-01-01", says="Give a day up to today.")
        self.fail_with(2, "report", page, "--from", "2999-01-01", "--to", "2999-02-01", says="no day in it")
        self.fail_with(2, "visit", "add", "2999-01-01T09:00", "--question", "\u00e4" * 20_000,
                       says='The text for "questions" is longer than')

        self.assertEqual(self.files(), [])

    def test_the_paper_that_was_set_is_used_until_another_is_named(self):
        def wide(*arguments):
            self.succeed("report", self.target / "page.pdf", *arguments)
            said = subprocess.run(["pdfinfo", self.target / "page.pdf"], check=True, capture_output=True).stdout
            size, = (line for line in said.decode().splitlines() if line.startswith("Page size:"))
            return round(float(size.split()[2]))

        self.succeed("profile", "paper", "letter")
        self.assertEqual(wide(), 612)
        self.assertEqual(wide("--paper", "a4"), 595)


class BadPlaces(ReportFiles):
    def test_a_folder_in_its_place_is_left_alone(self):
        for name in ("page.pdf", "page.html"):
            (self.target / name).mkdir()
            self.fail_with(3, "report", self.target / name, says="was not written")

        self.assertEqual(self.files(), ["page.html", "page.pdf"])
        self.assertTrue(all((self.target / name).is_dir() for name in self.files()))

    def test_a_folder_that_is_not_there_is_said(self):
        self.fail_with(3, "report", self.target / "missing" / "page.pdf", says="Check that the folder exists")

        self.assertEqual(self.files(), [])

    @needs_mount
    def test_a_folder_that_cannot_be_written_is_said(self):
        (self.target / "page.pdf").write_text("mine")
        read_only = mounted(f'mount --bind "{self.target}" "{self.target}"; mount -o remount,ro,bind "{self.target}"')
        for name in ("page.pdf", "page.html"):
            self.fail_with(3, "report", self.target / name, prefix=read_only, says="nothing can be written there")

        self.assertEqual(self.files(), ["page.pdf"])
        self.assertEqual((self.target / "page.pdf").read_text(), "mine")

    @needs_mount
    def test_a_full_disk_is_said_and_holds_no_half_file(self):
        grow(self.data)
        for name in ("page.pdf", "page.html"):
            script = (f'mount -t tmpfs -o size=64k tmpfs "{self.target}"; status=0; '
                      f'"{PROGRAM}" report "{self.target}/{name}" --long --data "{self.data}" || status=$?; '
                      f'ls -A "{self.target}"; exit $status')
            done = subprocess.run([*mounted("true"), "sh", "-c", script], env=self.env, capture_output=True,
                                  timeout=300)

            self.assertEqual(done.returncode, 3, done.stderr.decode())
            self.assertEqual(done.stdout, b"", "half a file stays")
            self.assertIn(b"The disk is full", done.stderr)


class Stopped(ReportFiles):
    def begin(self, name):
        """A long version that is being written: its partial file is there already."""
        running = subprocess.Popen([PROGRAM, "report", self.target / name, "--long", "--data", self.data],
                                   env=self.env, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.addCleanup(running.stdout.close)
        self.addCleanup(running.stderr.close)
        until = time.monotonic() + 300
        while running.poll() is None and time.monotonic() < until:
            if any(file.startswith(".unclench-") for file in self.files()):
                return running
            time.sleep(0.005)
        self.fail(f"{name} was never seen being written: {running.communicate()}")

    def test_a_signal_during_the_long_version_leaves_no_half_file(self):
        grow(self.data)
        for name in ("page.pdf", "page.html"):
            for number in (signal.SIGINT, signal.SIGTERM):
                with self.subTest(name=name, signal=number):
                    running = self.begin(name)
                    running.send_signal(number)

                    self.assertEqual(running.wait(timeout=60), -number)
                    self.assertEqual(running.stdout.read(), b"")
                    self.assertEqual(self.files(), [])

    def test_a_signal_leaves_the_file_that_stood_there(self):
        grow(self.data)
        (self.target / "page.pdf").write_text("mine")
        running = self.begin("page.pdf")
        running.send_signal(signal.SIGINT)

        self.assertEqual(running.wait(timeout=60), -signal.SIGINT)
        self.assertEqual(self.files(), ["page.pdf"])
        self.assertEqual((self.target / "page.pdf").read_text(), "mine")


if __name__ == "__main__":
    unittest.main()
