# SPDX-License-Identifier: GPL-3.0-or-later
"""Encrypted backups by the real program: made, read by another program, restored, and refused."""
import os
import pathlib
import pty
import random
import select
import signal
import sqlite3
import stat
import subprocess
import termios
import time
import unittest

import sealed_reader
from bad_worlds_test import mounted, needs_mount
from program import PROGRAM, ProgramTest, database

PASSPHRASE = "correct horse battery staple"
UMLAUTS = "Rücken tut heute wirklich weh"


class Sealed(ProgramTest):
    def setUp(self):
        super().setUp()
        for pain in range(0, 10, 3):
            self.succeed("log", pain, "--note", f"note number {pain}")
        self.stick = self.home / "stick"
        self.stick.mkdir()
        self.file = self.stick / "mine.unclench-sealed"

    def seal(self, passphrase=PASSPHRASE, target=None):
        """Makes one and returns the lines of its recovery key."""
        done = self.ask("backup", target or self.file, "--encrypt", stdin=passphrase.encode() + b"\n")
        self.assertEqual(len(done["backups"]), 1)
        return done["recovery_key"]

    def rows(self, folder):
        connection = sqlite3.connect(database(folder))
        self.addCleanup(connection.close)
        return sorted(connection.execute("SELECT id, pain, note FROM reading").fetchall())

    def restored(self, secret):
        """What a new computer has after the backup was restored there."""
        new = self.home / f"new-{len(list(self.home.iterdir()))}"
        self.succeed("restore", self.file, data=new, stdin=secret.encode())
        return self.rows(new)

    def files(self):
        return sorted(file.name for file in self.stick.iterdir())


class Made(Sealed):
    def test_it_comes_back_with_passphrase_and_with_recovery_key(self):
        before = self.rows(self.data)
        self.assertEqual(len(before), 4)
        key = self.seal()

        self.assertEqual(self.restored(PASSPHRASE + "\n"), before)
        self.assertEqual(self.restored("-".join(key).lower() + "\n"), before)
        self.assertEqual(self.restored("\n".join(key) + "\n"), before)
        self.assertEqual(self.rows(self.data), before)

    def test_another_program_reads_it_from_the_document_alone(self):
        pictures = self.data / "pictures"
        pictures.mkdir()
        (pictures / "a.png").write_bytes(b"picture" * 30000)
        key = self.seal(UMLAUTS)

        sealed = self.file.read_bytes()
        for secret in (UMLAUTS, " ".join(key)):
            entries = sealed_reader.entries(sealed_reader.content(sealed, secret))
            self.assertEqual([name for name, _ in entries], ["unclench.db", "pictures/a.png"])
            self.assertEqual(entries[1][1], b"picture" * 30000)
            copy = self.home / "copy"
            copy.mkdir(exist_ok=True)
            database(copy).write_bytes(entries[0][1])
            self.assertEqual(self.rows(copy), self.rows(self.data))
        with self.assertRaises(sealed_reader.NotOpened):
            sealed_reader.content(sealed, PASSPHRASE)

    def test_it_takes_the_place_of_a_damaged_diary_with_its_pictures(self):
        with sqlite3.connect(database(self.data)) as connection:
            connection.execute("INSERT INTO own_exercise VALUES ('00000000-0000-7000-8000-000000000001', 1, 1,"
                               " 'aaaaaaaaaaaa', NULL, 'Cat', '', 'cat.png', 1)")
        connection.close()
        picture = self.data / "pictures" / "cat.png"
        picture.parent.mkdir(mode=0o700)
        picture.write_bytes(b"a cat")
        before = self.rows(self.data)
        self.seal()
        picture.unlink()
        for beside in self.data.glob(database(self.data).name + "-*"):
            beside.unlink()
        database(self.data).write_bytes(b"no diary any more" * 1000)

        done = self.ask("restore", self.file, stdin=PASSPHRASE.encode() + b"\n")

        self.assertEqual(done["pictures"], 1)
        self.assertEqual(picture.read_bytes(), b"a cat")
        self.assertEqual(self.rows(self.data), before)
        self.assertEqual(pathlib.Path(done["damaged"]).read_bytes()[:8], b"no diary")

    def test_an_accent_is_the_same_in_one_letter_or_in_two(self):
        self.seal("Ru\u0308cken tut heute wirklich weh")
        self.assertEqual(self.restored(UMLAUTS + "\n"), self.rows(self.data))

    def test_it_is_private_also_when_umask_says_otherwise(self):
        self.succeed("backup", self.file, "--encrypt", stdin=PASSPHRASE.encode() + b"\n",
                     prefix=["sh", "-c", 'umask 0; exec "$@"', "sh"])
        self.assertEqual(stat.S_IMODE(self.file.stat().st_mode), 0o600)
        self.assertEqual(self.files(), [self.file.name])

    def test_in_a_folder_it_gets_a_name_with_the_day(self):
        self.seal(target=self.stick)
        self.seal(target=self.stick)
        self.assertEqual(len(self.files()), 2)
        for name in self.files():
            self.assertRegex(name, r"^unclench-\d{4}-\d\d-\d\d(-2)?\.unclench-sealed$")

    def test_it_prints_the_key_once_and_says_what_that_means(self):
        text = self.succeed("backup", self.file, "--encrypt", stdin=PASSPHRASE.encode() + b"\n")
        lines = [line.strip() for line in text.splitlines() if line.startswith("    ")]
        self.assertEqual(len(lines), 4)
        self.assertIsNotNone(sealed_reader.recovery_key(" ".join(lines)))
        self.assertIn("Without both nobody can open it again", text)
        self.assertNotIn(PASSPHRASE, text)
        log = "".join(file.read_text() for file in self.home.rglob("*.log"))
        self.assertNotIn(lines[0], log)
        self.assertNotIn(PASSPHRASE, log)


class Refused(Sealed):
    def refuse_to_seal(self, status, says, passphrase=PASSPHRASE, target=None, **options):
        return self.fail_with(status, "backup", target or self.file, "--encrypt", says=says,
                              stdin=passphrase.encode() + b"\n", **options)

    def test_without_a_passphrase_nothing_is_written(self):
        self.fail_with(1, "backup", self.file, "--encrypt", says="No passphrase", stdin=b"")
        self.refuse_to_seal(1, "No passphrase", passphrase="")
        self.refuse_to_seal(1, "Too short", passphrase="seven77")
        self.refuse_to_seal(1, "too long", passphrase="x" * 5000)
        self.assertEqual(self.files(), [])

    def test_nothing_is_replaced(self):
        self.file.write_text("another person's")
        self.refuse_to_seal(1, "is there already")
        self.assertEqual(self.file.read_text(), "another person's")

    def test_where_it_cannot_be_it_is_not(self):
        self.refuse_to_seal(3, "is not there", target=self.home / "gone" / "x")
        self.refuse_to_seal(1, "where the diary itself lies", target=self.data / "x")
        self.assertEqual(self.files(), [])
        self.assertFalse((self.home / "gone").exists())

    def test_there_must_be_a_diary(self):
        self.refuse_to_seal(1, "no diary", data=self.home / "nothing")
        self.assertFalse((self.home / "nothing").exists())

    @needs_mount
    def test_a_full_or_read_only_stick_is_said(self):
        for options, says in (("size=64k", "no room"), ("ro", "Nothing can be written")):
            script = (f'mount -t tmpfs -o {options} tmpfs "{self.stick}"; status=0; '
                      f'echo "{PASSPHRASE}" | "{PROGRAM}" backup "{self.file}" --encrypt --data "{self.data}" '
                      f'|| status=$?; ls -A "{self.stick}"; exit $status')
            done = subprocess.run([*mounted("true"), "sh", "-c", script], env=self.env, capture_output=True,
                                  timeout=300)
            self.assertEqual(done.returncode, 3, done.stderr.decode())
            self.assertEqual(done.stdout, b"", "half a file stays")
            self.assertIn(says, done.stderr.decode())
        self.assertEqual(sorted(file.name for file in self.data.iterdir() if "new" in file.name), [])

    def refuse_to_open(self, status, says, secret=PASSPHRASE):
        before = self.rows(self.data)
        self.fail_with(status, "restore", self.file, says=says, stdin=secret.encode() + b"\n")
        self.assertEqual(self.rows(self.data), before)
        self.assertEqual(sorted(file.name for file in self.data.iterdir() if "new" in file.name), [])

    def test_what_does_not_open_it_says_so_and_changes_nothing(self):
        key = self.seal()
        self.refuse_to_open(1, "not its passphrase", secret="correct horse battery")
        slip = key[2][:-1] + ("0" if key[2][-1] != "0" else "1")
        self.refuse_to_open(1, "line 3", secret=" ".join([*key[:2], slip, key[3]]))
        self.fail_with(1, "restore", self.file, says="No passphrase", stdin=b"")

    def test_what_is_not_whole_is_said_before_a_passphrase_is_asked(self):
        self.seal()
        whole = self.file.read_bytes()
        self.file.write_bytes(whole[:-1])
        self.fail_with(3, "restore", self.file, says="Its end is missing", stdin=b"")
        self.file.write_bytes(whole[:50] + bytes([whole[50] ^ 1]) + whole[51:])
        self.fail_with(3, "restore", self.file, says="It was changed", stdin=b"")
        self.file.write_bytes(whole + b"x")
        self.fail_with(3, "restore", self.file, says="It was changed", stdin=b"")

    def test_a_changed_byte_in_what_it_holds_is_said(self):
        self.seal()
        whole = bytearray(self.file.read_bytes())
        whole[len(whole) // 2] ^= 1
        self.file.write_bytes(whole)
        self.refuse_to_open(3, "It was changed")


class Killed(Sealed):
    def test_killed_at_any_moment_there_is_a_whole_file_or_none(self):
        rounds = int(os.environ.get("KILL_ROUNDS", "5"))
        seed = int(os.environ.get("KILL_SEED", random.randrange(1 << 30)))
        rng = random.Random(seed)
        began = time.monotonic()
        self.seal()
        one = time.monotonic() - began
        self.file.unlink()
        for _ in range(rounds):
            running = subprocess.Popen([PROGRAM, "backup", self.file, "--encrypt", "--data", self.data],
                                       env=self.env, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
                                       stderr=subprocess.DEVNULL)
            running.stdin.write(PASSPHRASE.encode() + b"\n")
            running.stdin.close()
            time.sleep(rng.uniform(0, 1.1 * one))
            running.kill()
            running.wait()
            if self.file.exists():
                sealed_reader.content(self.file.read_bytes(), PASSPHRASE)
                self.file.unlink()
            self.assertEqual([name for name in self.files() if not name.startswith(".unclench-new-")], [],
                             f"KILL_SEED={seed}")
        self.seal()  # and tidies up what the others left
        self.assertEqual(self.files(), [self.file.name])
        self.assertEqual(sorted(file.name for file in self.data.iterdir() if "new" in file.name), [])
        self.succeed("verify")


class Typed(Sealed):
    """At a terminal, where somebody may look over a shoulder."""

    def begin(self, *arguments):
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            os.execve(PROGRAM, [PROGRAM, *map(str, arguments), "--data", str(self.data)], self.env)
        self.addCleanup(os.close, self.terminal)
        self.shown = ""

    def read(self):
        """False: nothing came for a long time, or the program is gone."""
        if not select.select([self.terminal], [], [], 60)[0]:
            return False
        try:
            text = os.read(self.terminal, 4096)
        except OSError:  # how Linux says that the other end is closed
            return False
        self.shown += text.decode()
        return bool(text)

    def await_text(self, text):
        while text not in self.shown:
            self.assertTrue(self.read(), self.shown)

    def type(self, text):
        os.write(self.terminal, text.encode())

    def ended(self):
        while self.read():
            pass
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])

    def echoes(self):
        return bool(termios.tcgetattr(self.terminal)[3] & termios.ECHO)

    def test_the_passphrase_is_asked_twice_and_never_shown(self):
        self.begin("backup", self.file, "--encrypt")
        self.await_text("Passphrase for the backup: ")
        self.assertFalse(self.echoes())
        self.type(PASSPHRASE + "\n")
        self.await_text("The same once more: ")
        self.type(PASSPHRASE + "\n")
        self.assertEqual(self.ended(), 0, self.shown)
        self.assertIn("recovery key", self.shown)
        self.assertNotIn("horse", self.shown)
        self.assertEqual(self.restored(PASSPHRASE + "\n"), self.rows(self.data))

    def test_two_that_differ_make_no_backup(self):
        self.begin("backup", self.file, "--encrypt")
        self.await_text("Passphrase for the backup: ")
        self.type(PASSPHRASE + "\n")
        self.await_text("The same once more: ")
        self.type(PASSPHRASE + "s\n")
        self.assertEqual(self.ended(), 1)
        self.assertIn("not the same", self.shown)
        self.assertEqual(self.files(), [])

    def test_a_signal_ends_it_and_gives_the_echo_back(self):
        self.begin("backup", self.file, "--encrypt")
        self.await_text("Passphrase for the backup: ")
        self.assertFalse(self.echoes())
        self.type("\x03")
        self.assertEqual(self.ended(), -signal.SIGINT)
        self.assertTrue(self.echoes())
        self.assertEqual(self.files(), [])

    def test_a_wrong_one_may_be_typed_again_and_a_key_in_its_lines(self):
        key = self.seal()
        self.begin("restore", self.file)
        self.await_text("Passphrase or recovery key: ")
        self.type("not the right one\n")
        self.await_text("not its passphrase")
        while self.shown.count("Passphrase or recovery key: ") < 2:
            self.assertTrue(self.read(), self.shown)
        self.type("\n".join(key) + "\n")  # pasted at once
        self.assertEqual(self.ended(), 0, self.shown)
        self.assertIn("Line 4 of the recovery key: ", self.shown)
        self.assertNotIn(key[3], self.shown)


if __name__ == "__main__":
    unittest.main()
