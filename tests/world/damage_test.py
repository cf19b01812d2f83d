# SPDX-License-Identifier: GPL-3.0-or-later
"""Damaged files: no command ever crashes, each says something true, and what can be read is saved or its loss is said."""
import contextlib
import json
import os
import random
import shutil
import signal
import sqlite3
import stat
import subprocess
import unittest

from program import PROGRAM, ProgramTest, database

ROUNDS = int(os.environ.get("DAMAGE_ROUNDS", "50"))
KILL_ROUNDS = int(os.environ.get("KILL_ROUNDS", "20"))
PAGE = 4096
TABLES = ("episode", "bout", "reading", "report", "symptom", "medicine", "intake", "answer", "setting")


def damaged(whole, seed):
    """Flipped bits, a cut tail or zeroed pages, the same for the same seed."""
    rng = random.Random(seed)
    data = bytearray(whole)
    if seed % 3 == 0:
        for _ in range(rng.randrange(1, 60)):
            data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
    elif seed % 3 == 1:
        del data[rng.randrange(len(data)):]
    else:
        for _ in range(rng.randrange(1, 9)):
            page = rng.randrange(len(data) // PAGE)
            data[page * PAGE:(page + 1) * PAGE] = bytes(PAGE)
    return bytes(data)


def readable(file):
    """What a plain SELECT of SQLite still reads, table by table until it breaks off: {(table, id): row}."""
    rows = {}
    connection = sqlite3.connect(f"file:{file}?immutable=1", uri=True)
    connection.text_factory = lambda text: text.decode("utf-8", "replace")
    with contextlib.closing(connection):
        for table in TABLES:
            # Python cannot put into letters what SQLite says of a damaged list of tables: an error all the same.
            with contextlib.suppress(sqlite3.DatabaseError, UnicodeDecodeError):
                for row in connection.execute(f"SELECT * FROM {table}"):
                    rows[table, row[0]] = row
    return rows


class DamagedTest(ProgramTest):
    """A diary of some hundred records, and its bytes."""

    def setUp(self):
        super().setUp()
        self.succeed("log", 7, "--region", "lower_back:left", "--note", "the first")
        self.succeed("symptom", "fever")
        self.succeed("took", "Ibuprofen")
        self.succeed("pain", 4)
        self.succeed("make-daily-copy")
        self.wait_for_copies()  # or the last rows stay in a log beside the file
        connection = sqlite3.connect(database(self.data))
        with contextlib.closing(connection), connection:
            episode, machine = connection.execute("SELECT id, machine FROM episode").fetchone()
            medicine, = connection.execute("SELECT id FROM medicine").fetchone()
            begin, = connection.execute("SELECT begin_utc_ms FROM bout").fetchone()
            for i in range(300):
                at = begin + i
                head = (at, at, machine)
                connection.execute("INSERT INTO reading VALUES (?, ?, ?, ?, NULL, ?, ?, 60, ?, NULL, ?)",
                                   (self.uuid(at, i), *head, episode, at, i % 11, f"note {i} " + "x" * (i * 7 % 900)))
                connection.execute("INSERT INTO intake VALUES (?, ?, ?, ?, NULL, ?, NULL, ?, 60, '', NULL)",
                                   (self.uuid(at, 1000 + i), *head, medicine, at))
        self.whole = database(self.data).read_bytes()
        self.assertGreater(len(self.whole), 40 * PAGE)
        self.rows = readable(database(self.data))
        self.assertGreater(len(self.rows), 600)

    @staticmethod
    def uuid(at, number):
        return f"{at >> 16:08x}-{at & 0xffff:04x}-7000-8000-{number:012x}"

    def put(self, data):
        for leftover in self.data.glob("unclench.db-*"):
            leftover.unlink()
        database(self.data).write_bytes(data)

    def run_truly(self, *arguments):
        """Runs a command that may find the damage or not; it ends by itself and knows what it says."""
        done = self.run_program(*arguments)
        self.assertIn(done.returncode, (0, 1, 3), (arguments, done.stderr))
        self.assertNotIn(b"error in the program", done.stderr, arguments)
        if done.returncode:
            self.assertEqual(done.stderr.count(b"\n"), 1, done.stderr)
        return done


class Commands(DamagedTest):
    def test_no_command_crashes_on_any_damage_and_what_is_readable_is_saved(self):
        for seed in range(ROUNDS):
            with self.subTest(seed=seed):
                for kept in self.data.glob("damaged-*"):
                    kept.unlink()
                data = damaged(self.whole, seed)
                self.put(data)
                plain = readable(database(self.data))
                self.run_truly("verify")
                if data[18:20] == self.whole[18:20]:  # else opening it puts it back into WAL mode
                    self.assertEqual(database(self.data).read_bytes(), data, "looking changed the file")
                self.run_truly("history", "--json")
                self.put(data)
                self.check_salvage(data, plain)
                for command in (("status",), ("log", 5)):
                    self.put(data)
                    self.run_truly(*command)

    def check_salvage(self, data, plain):
        done = self.run_truly("restore", "--salvage", "--json")
        if done.returncode == 1:
            self.assertIn(b"nothing needs saving", done.stderr)
            self.assertEqual(database(self.data).read_bytes(), data)
            return
        if done.returncode == 3:
            # Nothing of it can be read, or it passes for one of a newer version.
            self.assertEqual(database(self.data).read_bytes(), data)
            self.assertTrue(not plain or b"newer" in done.stderr, done.stderr)
            return
        said = json.loads(done.stdout)
        kept, = self.data.glob("damaged-*.db")
        self.assertEqual(str(kept), said["damaged_file"])
        self.assertEqual(kept.read_bytes(), data)
        saved = readable(database(self.data))
        for key, row in plain.items():
            if self.rows.get(key) == row:  # a flipped bit may have made another word of it
                self.assertEqual(saved.get(key), row)
        lost = sum(kind["lost"] + kind["in_part"] for kind in said["salvaged"].values())
        if any(key not in saved for key in self.rows):
            self.assertTrue(lost > 0 or said["may_miss_more"], said)
        findings = json.loads(self.run_program("verify", "--json").stdout)["findings"]
        self.assertEqual([f for f in findings if f["weight"] == "broken"], [])
        self.succeed("history")


class Salvage(DamagedTest):
    def zero_first_page_of(self, table):
        with contextlib.closing(sqlite3.connect(database(self.data))) as connection:
            root, = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()
        data = bytearray(self.whole)
        data[(root - 1) * PAGE:root * PAGE] = bytes(PAGE)
        self.put(bytes(data))

    def test_says_what_became_of_it_and_the_diary_goes_on(self):
        self.zero_first_page_of("reading")
        error = self.fail_with(3, "history", says="unclench restore --salvage")
        self.assertIn("copies/daily-", error)

        said = self.succeed("restore", "--salvage")

        self.assertIn("could be read whole", said)
        self.assertIn("damaged-", said)
        self.assertEqual(len(self.readings()), 302)
        self.succeed("verify")
        self.succeed("pain", 3)
        self.assertEqual(len(self.readings()), 303)

    def flip_in_index(self, name):
        """One bit in an entry of an index: SQLite's quick check does not see it."""
        self.put(self.whole)
        with contextlib.closing(sqlite3.connect(database(self.data))) as connection:
            page, = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (name,)).fetchone()
        data = bytearray(self.whole)
        while data[(page - 1) * PAGE] == 2:  # inside: the first page below
            cell = (page - 1) * PAGE + int.from_bytes(data[(page - 1) * PAGE + 12:(page - 1) * PAGE + 14], "big")
            page = int.from_bytes(data[cell:cell + 4], "big")
        for back in range(1, 60):
            flipped = bytearray(data)
            flipped[page * PAGE - back] ^= 1
            self.put(bytes(flipped))
            with contextlib.closing(sqlite3.connect(f"file:{database(self.data)}?immutable=1", uri=True)) as connection:
                quick, whole = (connection.execute(f"PRAGMA {check}_check(1)").fetchone()[0]
                                for check in ("quick", "integrity"))
            if quick == "ok" != whole:
                return
        self.fail(f"{name} cannot be damaged like this")

    def test_damaged_indexes_are_seen_by_all_and_built_anew(self):
        before = self.ask("history")
        copy, = (self.data / "copies").glob("daily-*")
        good = copy.read_bytes()
        for index in ("sqlite_autoindex_reading_1", "reading_episode", "reading_at"):
            for way in (("restore", "--salvage"), ("restore", copy.name)):
                with self.subTest(index=index, way=way):
                    for old in self.data.glob("copies/before-*"):
                        old.unlink()
                    self.flip_in_index(index)
                    error = self.fail_with(3, "verify", says="restore --salvage")
                    self.assertIn(str(copy), error)
                    self.fail_with(3, "backup", says="damaged")
                    # Its tables are whole, so all of it comes back.
                    self.succeed("backup", self.home / "mine.db")
                    copy.unlink()
                    self.fail_with(3, "make-daily-copy", says="damaged")
                    copy.write_bytes(good)
                    self.assertIn("restore --salvage", self.succeed("status"))
                    self.assertEqual(copy.read_bytes(), good)

                    said = self.succeed(*way)

                    self.succeed("verify")
                    self.assertFalse(self.ask("status")["damaged"])
                    if way[1] == "--salvage":
                        self.assertNotIn("Lost", said)
                        self.assertEqual(self.ask("history"), before)
                    else:
                        self.assertGreater(len(self.readings()), 0)
                    self.succeed("restore", self.home / "mine.db")
                    self.succeed("verify")
                    self.assertEqual(self.ask("history"), before)

    def test_only_indexes_that_the_copy_confirms_are_said_to_be_nothing_lost(self):
        self.succeed("backup")
        self.flip_in_index("symptom_at")

        self.assertIn("no record is lost", self.succeed("restore", "--salvage"))

        self.succeed("verify")

    def test_what_has_to_be_saved_is_what_the_check_says(self):
        with contextlib.closing(sqlite3.connect(database(self.data))) as connection, connection:
            connection.execute("UPDATE reading SET episode_id = '01958a3e-0000-7000-8000-000000000000'")
        self.wait_for_copies()
        self.fail_with(3, "verify", says="restore --salvage")

        self.succeed("restore", "--salvage")

        findings = json.loads(self.run_program("verify", "--json").stdout)["findings"]
        self.assertEqual([f for f in findings if f["weight"] == "broken"], [])

    def test_a_flipped_bit_in_the_number_of_the_version_is_damage(self):
        data = bytearray(self.whole)
        data[63] ^= 0x40  # the last byte of user_version
        self.put(bytes(data))
        self.fail_with(3, "history", says="restore --salvage")

        self.succeed("restore", "--salvage")

        self.assertEqual(len(self.readings()), 302)

    def test_refuses_where_nothing_is_wrong(self):
        self.fail_with(1, "restore", "--salvage", says="nothing needs saving")
        self.assertEqual(database(self.data).read_bytes(), self.whole)

    def test_says_so_where_there_is_no_diary(self):
        self.fail_with(1, "restore", "--salvage", data=self.home / "nowhere", says="There is no diary in")
        self.assertFalse((self.home / "nowhere").exists())

    def test_says_so_where_nothing_can_be_read(self):
        shutil.rmtree(self.data / "copies")
        self.put(random.Random(1).randbytes(20000))
        before = database(self.data).read_bytes()
        self.fail_with(3, "restore", "--salvage", says="left as it was")
        self.assertEqual(database(self.data).read_bytes(), before)

    def test_what_it_makes_is_private_also_when_umask_says_otherwise(self):
        self.zero_first_page_of("reading")
        self.succeed("restore", "--salvage", prefix=["sh", "-c", 'umask 0; exec "$@"', "sh"])
        for file in self.data.rglob("*"):
            self.assertEqual(stat.S_IMODE(file.stat().st_mode), 0o700 if file.is_dir() else 0o600, file)

    def test_a_kill_leaves_the_damaged_file_or_the_new_diary(self):
        rng = random.Random(5)
        self.zero_first_page_of("reading")
        data = database(self.data).read_bytes()
        for _ in range(KILL_ROUNDS):
            for other in self.data.iterdir():
                if other != database(self.data) and other.is_file():
                    other.unlink()
            self.put(data)
            process = subprocess.Popen([PROGRAM, "restore", "--salvage", "--data", str(self.data)], env=self.env,
                                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(timeout=rng.uniform(0.005, 0.25))
            process.send_signal(signal.SIGKILL)
            process.wait()
            self.assertTrue(database(self.data).exists())
            now = database(self.data).read_bytes()
            kept = [file.read_bytes() for file in self.data.glob("damaged-*.db")]
            self.assertTrue(now == data or data in kept, "the damaged file is gone")
            if now != data and now:
                self.assertEqual(len(self.readings()), 302)
            else:
                # Begun and not finished: what was there is there still, under one name or the other.
                self.assertIn(data, [now, *kept])


class Findings(DamagedTest):
    def test_a_note_is_said_and_is_no_fault(self):
        with contextlib.closing(sqlite3.connect(database(self.data))) as connection, connection:
            connection.execute("CREATE TABLE recipes (name)")
        said = self.ask("verify")
        self.assertTrue(said["ok"])
        self.assertEqual([f["check"] for f in said["findings"]], ["schema_extra"])
        self.assertIn("recipes", self.succeed("verify").lower())

    def test_what_is_wrong_is_said_with_what_to_do(self):
        with contextlib.closing(sqlite3.connect(database(self.data))) as connection, connection:
            connection.execute("UPDATE symptom SET symptom = 'hiccup'")
        self.fail_with(3, "verify", says="does not know")
        done = self.run_program("verify", "--json")
        self.assertEqual(done.returncode, 3)
        finding, = json.loads(done.stdout)["findings"]
        self.assertEqual((finding["check"], finding["weight"], finding["count"]), ("unknown_word", "wrong", 1))
        self.assertTrue(finding["what_to_do"])


if __name__ == "__main__":
    unittest.main()
