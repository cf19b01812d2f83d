# SPDX-License-Identifier: GPL-3.0-or-later
"""Exports as other programs read them, back in again, and in a world that fills disks and cuts the power: the old
export or the new one, never between. The number of rounds with a kill comes from KILL_ROUNDS.
"""
import csv
import json
import os
import pathlib
import random
import re
import sqlite3
import stat
import subprocess
import time
import unittest

from bad_worlds_test import mounted, needs_mount
from program import PROGRAM, ProgramTest, database

SCHEMA = json.loads((pathlib.Path(__file__).resolve().parents[2] / "docs" / "export.schema.json").read_text("utf-8"))
HEADER = {"format", "version", "schema", "exported", "machine", "notes", "notice"}
NOTE = '=HYPERLINK("x")\r\n"zitiert", Rücken 🙂 \u202eمرحبا'
FORMULA = re.compile(r"[=+\-@\t\r]")


def faults(value, schema, place="$"):
    """What of JSON Schema docs/export.schema.json uses."""
    if "$ref" in schema:
        schema = SCHEMA["$defs"][schema["$ref"].removeprefix("#/$defs/")]
    if "anyOf" in schema:
        if all(list(faults(value, each)) for each in schema["anyOf"]):
            yield f"{place}: {value!r} is none of {schema['anyOf']}"
        return
    if "const" in schema and value != schema["const"]:
        yield f"{place}: {value!r} is not {schema['const']!r}"
    if "enum" in schema and value not in schema["enum"]:
        yield f"{place}: {value!r} is none of {schema['enum']}"
    if "type" in schema:
        types = {"string": str, "object": dict, "array": list, "null": type(None), "boolean": bool, "integer": int,
                 "number": (int, float)}
        names = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
        fits = [name for name in names if isinstance(value, types[name])
                and not (isinstance(value, bool) and name in ("integer", "number"))]
        if not fits:
            yield f"{place}: {value!r} is no {names}"
            return
    if "pattern" in schema and not re.search(schema["pattern"], value):
        yield f"{place}: {value!r} is not like {schema['pattern']}"
    if isinstance(value, dict):
        properties = schema.get("properties", {})
        for name in schema.get("required", []):
            if name not in value:
                yield f"{place}: {name} is missing"
        for name, each in value.items():
            if name in properties:
                yield from faults(each, properties[name], f"{place}.{name}")
            elif schema.get("additionalProperties") is False:
                yield f"{place}: {name} is too much"
    if isinstance(value, list) and "items" in schema:
        for i, each in enumerate(value):
            yield from faults(each, schema["items"], f"{place}[{i}]")


def read_csv(file):
    with open(file, encoding="utf-8", newline="") as stream:
        return list(csv.reader(stream, strict=True))


def arrays(document):
    return {name: rows for name, rows in document.items() if name not in HEADER}


def counts_in(folder):
    """Straight out of the diary's file."""
    with sqlite3.connect(database(folder)) as connection:
        names = [name for name in SCHEMA["properties"] if name not in HEADER | {"picture"}]
        counts = {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}
    connection.close()
    return counts


class ExportTest(ProgramTest):
    def setUp(self):
        super().setUp()
        self.json = self.home / "diary.json"
        self.csv = self.home / "diary"

    def tell(self):
        """A bit of everything that the command line can tell."""
        self.succeed("log", 7, "--region", "lower_back:left", "--trigger", "twisting", "--first", "--note", NOTE,
                     "--at", "2026-03-28T23:30:00+01:00")
        self.succeed("pain", 0, "--at-rest", "--at", "2026-03-29T03:30:00+02:00")
        self.succeed("symptom", "leg_weakness", "--side", "left", "--change", "new", "--since", 0,
                     "--at", "2026-03-29T04:00:00+02:00")
        self.succeed("measure", "temperature", "100.4", "F", "--at", "2026-03-29T05:00:00+02:00")
        self.succeed("took", "Ibuprofen", "--dose", "400 mg", "--at", "2026-03-29T05:00:00+02:00")
        self.succeed("end", "--at", "2026-03-29T12:00:00+02:00")
        self.succeed("procedure", 30)
        self.succeed("condition", "diabetes", "yes")
        self.succeed("profile", "birth_year", 1980)
        self.succeed("profile", "name", "Ada Example")
        self.succeed("profile", "sitting_minutes", 40)
        self.succeed("profile", "sitting_minutes", 20)
        self.succeed("visit", "add", "2026-12-01T09:00", "--with", "Dr Weber", "--goal", "Sleep")
        self.succeed("answer", "rf_fever", "no", "--at", "2026-03-29T05:00:00+02:00")

    def document(self, path=None):
        return json.loads((path or self.json).read_text("utf-8"))


class Readers(ExportTest):
    def setUp(self):
        super().setUp()
        self.tell()

    def test_json_is_as_its_schema_says_and_complete(self):
        said = self.ask("export", "json", self.json)
        document = self.document()
        self.assertEqual(list(faults(document, SCHEMA)), [])
        counts = {name: len(rows) for name, rows in arrays(document).items()}
        self.assertEqual(counts.pop("picture"), 0)
        self.assertEqual(counts, counts_in(self.data))
        self.assertEqual(counts, said["rows"])
        self.assertGreater(counts["change_log"], 0)
        self.assertIn(NOTE, [reading["note"] for reading in document["reading"]])
        self.assertEqual([reading["pain"] for reading in document["reading"]], [7, 0])
        for rows in arrays(document).values():
            ids = [row["id"] for row in rows if "id" in row]
            self.assertEqual(ids, sorted(ids))

    def test_csv_has_the_same_rows_and_columns(self):
        self.succeed("export", "json", self.json)
        self.succeed("export", "csv", self.csv)
        document = self.document()
        about = dict(read_csv(self.csv / "about.csv")[1:])
        self.assertEqual((about["format"], about["version"]), ("unclench-diary", "2"))
        self.assertEqual(about["notice"], document["notice"])
        self.assertIn("does not diagnose", about["notice"])
        self.assertEqual({file.stem for file in self.csv.glob("*.csv")},
                         set(arrays(document)) - {"picture"} | {"about"})
        for name, rows in arrays(document).items():
            if name == "picture":
                continue
            head, *cells = read_csv(self.csv / f"{name}.csv")
            self.assertEqual(head, SCHEMA["properties"][name]["items"]["required"])
            self.assertEqual(len(cells), len(rows), name)
            for row, line in zip(rows, cells):
                for column, cell in zip(head, line, strict=True):
                    if isinstance(row[column], str):
                        self.assertIn(cell, (row[column], "'" + row[column]))

    def test_no_cell_of_csv_is_a_formula(self):
        self.succeed("export", "csv", self.csv)
        cells = [cell for file in self.csv.glob("*.csv") for row in read_csv(file) for cell in row]
        self.assertEqual([cell for cell in cells if FORMULA.match(cell)], [])
        self.assertIn("'" + NOTE, cells)

    def test_rows_end_as_the_rfc_has_it_and_a_mark_is_there_on_request(self):
        self.succeed("export", "csv", self.csv)
        self.assertTrue((self.csv / "episode.csv").read_bytes().startswith(b"id,created"))
        self.assertTrue((self.csv / "episode.csv").read_bytes().endswith(b"\r\n"))
        self.succeed("export", "csv", self.csv, "--bom")
        self.assertTrue((self.csv / "episode.csv").read_bytes().startswith(b"\xef\xbb\xbfid,created"))

    def test_what_leaves_comes_back_identical(self):
        self.succeed("export", "json", self.json)
        self.succeed("export", "csv", self.csv)
        for number, path in enumerate((self.json, self.csv, self.csv / "about.csv")):
            data = self.home / f"other{number}"
            self.ask("import", path, data=data)
            again = self.home / f"again{number}.json"
            self.succeed("export", "json", again, data=data)
            self.assertEqual(arrays(self.document(again)), arrays(self.document()))
            self.succeed("verify", data=data)
            twice = self.ask("import", path, data=data)
            self.assertEqual((twice["added"], twice["replaced"]), (0, 0))

    def test_a_period_and_sections_can_be_chosen(self):
        said = self.ask("export", "json", self.json, "--sections", "spasms,visits", "--from", "2026-03-01", "--to",
                        "2026-03-31")
        document = self.document()
        self.assertEqual(list(faults(document, SCHEMA)), [])
        self.assertEqual((len(document["episode"]), len(document["reading"])), (1, 2))
        self.assertEqual((document["symptom"], document["visit"], document["setting"]), ([], [], []))
        self.assertEqual(said["rows"]["reading"], 2)
        self.ask("export", "json", self.json, "--from", "2025-01-01", "--to", "2025-12-31")
        self.assertEqual(self.document()["episode"], [])

    def test_what_is_for_others_has_no_notes_and_nothing_deleted(self):
        for path, form in ((self.json, "json"), (self.csv, "csv")):
            self.assertIn("notes are not in it", self.succeed("export", form, path, "--for-others"))
        everything = self.json.read_bytes() + b"".join(file.read_bytes() for file in self.csv.glob("*.csv"))
        self.assertNotIn("zitiert".encode(), everything)
        self.assertNotIn(b"Sleep", everything)
        self.assertNotIn(b"Ada Example", everything)
        self.assertNotIn(b"Weber", everything)
        document = self.document()
        self.assertEqual((document["notes"], document["change_log"], document["erased"]), (False, [], []))
        self.succeed("export", "json", self.json, "--for-others", "--notes")
        self.assertIn(NOTE, [reading["note"] for reading in self.document()["reading"]])
        self.assertEqual([visit["provider"] for visit in self.document()["visit"]], ["Dr Weber"])
        self.assertNotIn(b"Ada Example", self.json.read_bytes())
        self.succeed("export", "json", self.json, "--for-others", "--name")
        self.assertIn(b"Ada Example", self.json.read_bytes())
        self.succeed("export", "json", self.json, "--no-notes")
        self.assertIn(b"Ada Example", self.json.read_bytes())

    def test_words_that_cannot_be_meant_are_refused(self):
        self.fail_with(2, "export", "xml", self.json, says="json or csv")
        self.fail_with(2, "export", "json", self.json, "--sections", "spasms,moods", says="moods")
        self.fail_with(2, "export", "json", self.json, "--bom", says="--bom")
        self.fail_with(2, "export", "json", self.json, "--name", says="--for-others")
        self.fail_with(2, "export", "json", self.json, "--notes", "--no-notes", says="--no-notes")
        self.fail_with(2, "export", "json", self.json, "--at", "2026-03-02T08:00", says="--at")
        self.fail_with(2, "import", self.json, "--at", "2026-03-02T08:00", says="--at")
        self.assertFalse(self.json.exists())


class Targets(ExportTest):
    def setUp(self):
        super().setUp()
        self.succeed("log", 7, "--note", NOTE)

    def test_files_are_private_also_when_umask_says_otherwise(self):
        careless = ["sh", "-c", 'umask 0; exec "$@"', "sh"]
        self.succeed("export", "json", self.json, prefix=careless)
        self.succeed("export", "csv", self.csv, prefix=careless)
        self.assertEqual(stat.S_IMODE(self.json.stat().st_mode), 0o600)
        self.assertEqual(stat.S_IMODE(self.csv.stat().st_mode), 0o700)
        for file in self.csv.iterdir():
            self.assertEqual(stat.S_IMODE(file.stat().st_mode), 0o600, file)

    def test_nothing_of_others_is_replaced(self):
        self.json.write_text("a letter")
        self.csv.mkdir()
        (self.csv / "photo.jpg").write_text("1")
        self.fail_with(1, "export", "json", self.json, says="left as it is")
        self.fail_with(1, "export", "csv", self.csv, says="left as it is")
        self.fail_with(1, "export", "json", database(self.data), says="left as it is")
        self.fail_with(1, "export", "csv", self.data, says="left as it is")
        self.fail_with(3, "export", "json", self.home / "gone" / "a.json", says="not there")
        self.assertEqual(self.json.read_text(), "a letter")
        self.assertEqual([file.name for file in self.csv.iterdir()], ["photo.jpg"])
        self.assertEqual(len(self.readings()), 1)

    def test_an_export_of_nothing_is_an_empty_one(self):
        empty = self.home / "empty"
        self.assertIn("nothing in it", self.succeed("export", "json", self.json, data=empty))
        self.assertEqual(list(faults(self.document(), SCHEMA)), [])
        self.assertFalse(empty.exists())

    def test_a_read_only_diary_can_be_exported(self):
        read_only = mounted(f'mount --bind "{self.data}" "{self.data}"; mount -o remount,ro,bind "{self.data}"')
        if subprocess.run([*read_only, "true"], capture_output=True).returncode != 0:
            self.skipTest("this system gives no mount namespace")
        self.succeed("export", "json", self.json, prefix=read_only)
        self.assertEqual(len(self.document()["reading"]), 1)

    @needs_mount
    def test_a_full_disk_leaves_the_old_export(self):
        stick = self.home / "stick"
        stick.mkdir()
        note = self.home / "note"
        note.write_text("x" * 400_000)
        for form, path, grown in (("json", stick / "a.json", stick / "a.json"),
                                  ("csv", stick / "a", stick / "a" / "reading.csv")):
            data = self.home / form
            self.succeed("log", 7, data=data)
            script = (f'mount -t tmpfs -o size=300k tmpfs "{stick}"; '
                      f'"{PROGRAM}" export {form} "{path}" --data "{data}" >&2; size=$(wc -c < "{grown}"); '
                      f'"{PROGRAM}" log 5 --note-file "{note}" --data "{data}" >/dev/null; '
                      f'"{PROGRAM}" export {form} "{path}" --data "{data}" 2>"{self.home}/error" >/dev/null; '
                      f'echo $?; test "$(wc -c < "{grown}")" = "$size" && echo same; ls -A "{stick}"')
            done = subprocess.run([*mounted("true"), "sh", "-c", script], env=self.env, capture_output=True, timeout=60)
            self.assertEqual(done.stdout.decode().split(), ["3", "same", path.name], done.stderr.decode())
            self.assertIn("full", (self.home / "error").read_text())


class Imports(ExportTest):
    def setUp(self):
        super().setUp()
        self.succeed("log", 7, "--note", NOTE)
        self.succeed("export", "json", self.json)
        self.succeed("export", "csv", self.csv)
        self.other = self.home / "other"
        self.succeed("log", 3, data=self.other)
        self.before = self.ask("history", data=self.other)

    def refuse(self, path, says, status=2):
        self.fail_with(status, "import", path, data=self.other, says=says)
        self.assertEqual(self.ask("history", data=self.other), self.before)

    def test_a_dry_run_says_what_it_would_bring_and_changes_nothing(self):
        for path in (self.json, self.csv):
            said = self.ask("import", path, "--dry-run", data=self.other)
            self.assertEqual((said["dry_run"], said["alike"], said["different"]), (True, 0, 0))
            self.assertGreater(said["new"], 2)
            self.assertEqual(self.ask("history", data=self.other), self.before)
        self.assertEqual(list(self.other.glob("copies/before-import*")), [])
        self.assertIn("Nothing was changed", self.succeed("import", self.json, "--dry-run", data=self.home / "none"))
        self.assertFalse((self.home / "none").exists())

    def test_a_file_that_was_cut_short_is_refused(self):
        text = self.json.read_bytes()
        for share in (0.2, 0.5, 0.9, 0.999):
            self.json.write_bytes(text[: int(len(text) * share)])
            self.refuse(self.json, says="Nothing was taken")
        self.json.write_bytes(b"")
        self.refuse(self.json, says="no export of Unclench")

    def test_a_newer_one_is_refused_and_its_number_named(self):
        text = self.json.read_text("utf-8")
        self.json.write_text(text.replace('"version": 2', '"version": 3'), "utf-8")
        self.refuse(self.json, says="form 3")
        self.json.write_text(re.sub(r'"schema": \d+', '"schema": 4711', text), "utf-8")
        self.refuse(self.json, says="diary 4711")

    def test_one_of_the_first_form_is_still_taken(self):
        text = self.json.read_text("utf-8").replace('"version": 2', '"version": 1')
        self.json.write_text(re.sub(r'"notice": "[^"]*",\n', "", text), "utf-8")
        self.assertGreater(self.ask("import", self.json, data=self.home / "first")["added"], 2)

    def test_a_wrong_row_is_named_with_its_line_and_nothing_is_taken(self):
        text = self.json.read_text("utf-8")
        line = text[: text.index('"pain":7')].count("\n") + 1
        self.json.write_text(text.replace('"pain":7', '"pain":17'), "utf-8")
        self.refuse(self.json, says=f"reading, line {line}")
        rows = read_csv(self.csv / "reading.csv")
        rows[1][rows[0].index("pain")] = "a lot"
        with open(self.csv / "reading.csv", "w", encoding="utf-8", newline="") as stream:
            csv.writer(stream).writerows(rows)
        self.refuse(self.csv, says="reading, line 2")

    def test_what_is_not_there_or_no_export_is_said(self):
        self.refuse(self.home / "gone.json", says="cannot be opened", status=3)
        self.refuse(self.home, says="no export of Unclench")
        self.refuse(PROGRAM, says="no export of Unclench")

    def test_a_csv_that_another_program_wrote_anew_is_taken(self):
        for file in self.csv.glob("*.csv"):
            rows = read_csv(file)
            with open(file, "w", encoding="utf-8-sig", newline="") as stream:
                csv.writer(stream, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows(rows)
        said = self.ask("import", self.csv, data=self.other)
        self.assertGreater(said["added"], 0)
        self.assertIn(NOTE, [reading["note"] for reading in self.readings(data=self.other)])

    @needs_mount
    def test_an_import_that_does_not_fit_on_the_disk_changes_nothing(self):
        document = self.document()
        reading, = document["reading"]
        document["reading"] += [reading | {"id": f"00000000-0000-7000-8000-{i:012x}", "note": "x" * 900_000}
                                for i in range(8)]
        self.json.write_text(json.dumps(document), "utf-8")
        stick = self.home / "stick"
        stick.mkdir()
        script = (f'mount -t tmpfs -o size=6m tmpfs "{stick}"; "{PROGRAM}" log 3 --data "{stick}" >/dev/null; '
                  f'"{PROGRAM}" import "{self.json}" --data "{stick}"; echo $?; '
                  f'"{PROGRAM}" history --json --data "{stick}"')
        done = subprocess.run([*mounted("true"), "sh", "-c", script], env=self.env, capture_output=True, timeout=60)
        status, history = done.stdout.decode().split("\n", 1)
        self.assertEqual(status, "3", done.stderr.decode())
        self.assertIn("full", done.stderr.decode())
        self.assertEqual([[r["pain"] for r in e["readings"]] for e in json.loads(history)["episodes"]], [[3]])


class Killed(ExportTest):
    """The power goes at a random moment."""

    def setUp(self):
        super().setUp()
        self.rounds = int(os.environ.get("KILL_ROUNDS", "20"))
        self.seed = int(os.environ.get("KILL_SEED", random.randrange(1 << 30)))
        self.rng = random.Random(self.seed)
        note = self.home / "note"
        note.write_text("y" * 1_000_000)
        for _ in range(3):
            self.succeed("log", 5, "--note-file", note)

    def killed_at_random(self, *arguments, lasts, data=None):
        """False: it was done before."""
        process = subprocess.Popen([PROGRAM, *map(str, arguments), "--data", str(data or self.data)], env=self.env,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            process.wait(timeout=self.rng.uniform(0, lasts))
            return False
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            return True

    def lasts(self, *arguments, **options):
        began = time.monotonic()
        self.succeed(*arguments, **options)
        return time.monotonic() - began

    def exported_readings(self, form):
        if form == "json":
            return len(self.document()["reading"])
        return len(read_csv(self.csv / "reading.csv")) - 1

    def test_an_export_is_the_old_or_the_new_one(self):
        csv.field_size_limit(1 << 30)
        for form, path in (("json", self.json), ("csv", self.csv)):
            lasts = self.lasts("export", form, path)
            killed = 0
            for _ in range(self.rounds):
                old = self.exported_readings(form)
                self.succeed("log", 5)
                killed += self.killed_at_random("export", form, path, lasts=1.2 * lasts)
                self.assertIn(self.exported_readings(form), (old, len(self.readings())), f"KILL_SEED={self.seed}")
                if form == "csv":
                    for file in self.csv.glob("*.csv"):
                        self.assertTrue(file.read_bytes().endswith(b"\r\n"))
            self.assertGreater(killed, 0)
            self.succeed("export", form, path)
            self.assertEqual(self.exported_readings(form), len(self.readings()))
            self.assertEqual(list(self.home.glob(".unclench-new-*")), [], "what was left over is put away")
            print(f"{form}: {self.rounds} rounds, {killed} killed")

    def test_an_import_is_taken_whole_or_not_at_all(self):
        self.succeed("export", "json", self.json)
        whole = counts_in(self.data)
        lasts = self.lasts("import", self.json, data=self.home / "first")
        killed = 0
        for number in range(self.rounds):
            data = self.home / f"other{number}"
            self.succeed("profile", "birth_year", 1980, data=data)
            killed += self.killed_at_random("import", self.json, lasts=1.2 * lasts, data=data)
            self.succeed("verify", data=data)
            self.assertIn(counts_in(data)["reading"], (0, whole["reading"]), f"KILL_SEED={self.seed}")
            self.ask("import", self.json, data=data)
            self.assertEqual(counts_in(data)["reading"], whole["reading"])
        self.assertGreater(killed, 0)
        print(f"import: {self.rounds} rounds, {killed} killed")


if __name__ == "__main__":
    unittest.main()
