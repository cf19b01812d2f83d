# SPDX-License-Identifier: GPL-3.0-or-later
"""What other programs wrote comes in: told before, all or nothing, and twice is once."""
import contextlib
import os
import pathlib
import sqlite3
import unittest

from program import ProgramTest, database

FILES = pathlib.Path(__file__).resolve().parent.parent / "exchange" / "foreign"


class Import(ProgramTest):
    def rows(self, sql):
        with contextlib.closing(sqlite3.connect(database(self.data))) as connection:
            return connection.execute(sql).fetchall()

    def times(self):
        """Begin and end of each stretch of pain, as UTC."""
        return self.rows("SELECT strftime('%m-%d %H:%M', begin_utc_ms / 1000, 'unixepoch'),"
                         " strftime('%m-%d %H:%M', end_utc_ms / 1000, 'unixepoch') FROM bout ORDER BY begin_utc_ms")

    def pains(self):
        return [pain for pain, in self.rows("SELECT pain FROM reading ORDER BY at_utc_ms")]

    def notes(self):
        return sorted(note for note, in self.rows("SELECT text FROM note_text"))

    def write(self, text, name="table.csv"):
        path = self.home / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path


class Presets(Import):
    """Made-up files in the layouts of the programs."""

    def take(self, name, *arguments):
        done = self.ask("import", FILES / f"{name}.csv", *arguments)
        self.assertEqual(done["broken"], 0, done["problems"])
        self.assertEqual(done["mapping"], name)
        return done

    def test_track_and_graph(self):
        done = self.take("track_and_graph")

        self.assertEqual(self.times(), [("01-05 07:00", "01-05 11:30"), ("01-09 19:00", "01-09 19:30")])
        self.assertEqual(self.pains(), [6, 0])
        self.assertEqual(self.notes(), ["in bed, left", "left"])
        self.assertEqual(done["left_out_by"], {"Weight": 1})

    def test_bearable(self):
        done = self.take("bearable")

        self.assertEqual(self.pains(), [5, 10])
        self.assertEqual(self.notes(), ["after lifting"])
        self.assertEqual((done["left_out"], done["without_end"]), (1, 2))

    def test_daylio(self):
        done = self.take("daylio")

        self.assertEqual(self.times(), [("01-09 20:15", "01-09 20:15")])
        self.assertEqual(self.pains(), [])  # a mood is no pain
        self.assertEqual(self.notes(), ['Bad evening\nIt was "tight" again'])
        self.assertEqual(done["left_out"], 1)

    def test_headi(self):
        self.take("headi")

        self.assertEqual(self.times(), [("01-05 07:00", "01-05 09:00"), ("01-09 07:00", "01-09 07:30")])
        self.assertEqual(self.pains(), [6, 3])
        self.assertEqual(self.notes(), ["Back", "Back\non the bus"])
        self.assertEqual(self.rows("SELECT name, class, intake.dose FROM intake JOIN medicine ON medicine.id = medicine_id"),
                         [("Ibuprofen", "nsaid", "400 mg")])

    def test_cluster_headache_tracker(self):
        done = self.take("cluster_headache_tracker")

        self.assertEqual(self.times(), [("01-05 07:00", "01-05 09:30"), ("01-09 19:00", "01-09 19:00")])
        self.assertEqual(self.notes(), ["Morning\ntriggers: red wine"])
        self.assertEqual(self.rows("SELECT value FROM report WHERE field = 'triggers'"), [('["stress_anxiety"]',)])
        self.assertEqual(sorted(self.rows("SELECT name FROM medicine")), [("Ibuprofen",), ("Paracetamol",)])
        self.assertEqual(done["without_end"], 1)

    def test_tonnta(self):
        self.take("tonnta")

        self.assertEqual(self.times(), [("01-05 08:30", "01-05 09:45"), ("01-09 22:30", "01-09 23:15")])
        self.assertEqual(self.pains(), [5, 8])
        self.assertEqual(self.rows("SELECT method FROM relief"), [("rest",)])
        self.assertEqual(self.notes(), ["slow to go, then gone\nTriggers: Caffeine\nResolutions: Hydration"])

    def test_migrainebot(self):
        self.take("migrainebot")

        self.assertEqual(self.times(), [("01-05 07:00", "01-05 08:30"), ("01-09 19:00", "01-09 20:00")])
        self.assertEqual(self.pains(), [5, 8])

    def test_of_several_symptoms_of_bearable_the_back_has_its_own_word(self):
        head = "date,date formatted,weekday,time of day,category,rating/amount,detail,notes\n"
        row = "x,2026-01-{:02},Monday,am,Symptom,1,\"{}\",\n"
        done = self.ask("import", self.write(head + row.format(5, "Headache (Severe), Back pain (Mild)")
                                             + row.format(9, "No back pain")))

        self.assertEqual(self.pains(), [2])
        self.assertEqual(done["left_out_by"], {"No back pain": 1})
        self.fail_with(2, "import", self.write(head + row.format(12, "Back pain (Extreme)")), says='Line 2: "Extreme" is no pain')

    def test_only_trackers_of_back_pain_are_taken_and_all_are_named(self):
        table = self.write("FeatureName,Timestamp,Value,Label,Note\n" + "".join(
            f"{name},2026-01-05T0{i}:00:00.000+01:00,{i},,\n" for i, name in enumerate(
                ("Stomach pain", "Back exercises", "Back pain", "Pain killers"))))

        said = self.succeed("import", table, "--dry-run")
        self.assertIn("taken: Back pain (1)", said)
        for name in ("Stomach pain", "Back exercises", "Pain killers"):
            self.assertIn(f"left out: {name} (1)", said)
        self.assertIn("Line 4, Back pain: ", said)
        self.ask("import", table)
        self.assertEqual(self.pains(), [2])
        self.ask("import", table, "--rows", "FeatureName=Stomach pain:spasm", data=self.home / "other")

    def test_each_is_whole_and_taking_it_twice_changes_nothing(self):
        for file in sorted(FILES.glob("*.csv")):
            if file.stem == "spreadsheet":
                continue  # its columns must be named
            with self.subTest(file.stem):
                data = self.home / file.stem
                first = self.ask("import", file, data=data)
                self.assertGreater(first["added"], 0)
                again = self.ask("import", file, data=data)
                self.assertEqual((again["added"], again["new"]), (0, 0))
                self.succeed("verify", data=data)

    def test_a_preset_that_does_not_fit_is_told_by_what_is_missing(self):
        self.fail_with(2, "import", FILES / "headi.csv", "--preset", "tonnta", says='no column "Start Time"')
        self.fail_with(2, "import", FILES / "headi.csv", "--preset", "nobody", says="track_and_graph")


class Tables(Import):
    def test_a_spreadsheet_is_read_as_it_is_told(self):
        columns = ("Datum=date", "Von=time", "Bis=end_time", "Schmerz=pain", "Wo=place", "Bemerkung=note")
        self.fail_with(2, "import", FILES / "spreadsheet.csv", says="no column says when")

        done = self.ask("import", FILES / "spreadsheet.csv", *(a for c in columns for a in ("--map", c)), "--save-as",
                        "Tabelle")

        self.assertEqual((done["encoding"], done["separator"], done["date_order"]), ("windows-1252", ";", "dmy"))
        self.assertEqual(self.times(), [("01-05 07:00", "01-05 08:30"), ("01-09 19:00", "01-09 19:00")])
        self.assertEqual(self.notes(), ["R\u00fccken", "im Bett"])
        self.assertEqual(self.rows("SELECT value FROM report WHERE field = 'regions'"), [('["lower_back:left"]',)])
        mapping = self.data / "mappings" / "Tabelle.json"
        self.assertEqual(mapping.stat().st_mode & 0o777, 0o600)
        again = self.ask("import", FILES / "spreadsheet.csv", "--mapping", "Tabelle")
        self.assertEqual(again["added"], 0)

    def test_utf_16_is_read(self):
        self.ask("import", FILES / "utf16.csv")

        self.assertEqual(self.notes(), ["fr\u00fch"])

    def test_a_zone_moves_times_that_have_none(self):
        self.ask("import", FILES / "migrainebot.csv", "--zone", "America/New_York")

        self.assertEqual(self.times()[0], ("01-05 13:00", "01-05 14:30"))
        self.fail_with(2, "import", FILES / "migrainebot.csv", "--zone", "Europe/Atlantis", says="no time zone")

    def test_dates_that_can_be_read_in_two_ways_are_asked_about(self):
        table = self.write("start,pain\n03/04/2025,3\n04/04/2025,4\n")

        self.fail_with(2, "import", table, says="two ways")
        self.assertFalse(database(self.data).exists())
        self.ask("import", table, "--date-order", "mdy")
        self.assertEqual([begin[:5] for begin, _ in self.times()], ["03-04", "04-04"])

    def test_one_broken_line_keeps_all_out_unless_it_is_skipped(self):
        table = self.write("start,pain\n2026-01-05 08:00,3\nsoon,4\n2026-01-09 08:00,eleven\n2026-01-12 08:00,5\n")

        error = self.fail_with(2, "import", table, says="Line 3")
        self.assertIn("Line 4", error)
        self.assertFalse(database(self.data).exists())
        looked = self.ask("import", table, "--dry-run")
        self.assertFalse(looked["can_be_taken"])
        self.assertEqual([(p["line"], p["fault"]) for p in looked["problems"]],
                         [(3, "unreadable_time"), (4, "unreadable_pain")])
        said = self.succeed("import", table, "--skip-broken")
        self.assertIn("Line 3", said)
        self.assertIn("Line 4", said)
        self.assertEqual(self.pains(), [3, 5])

    def test_a_dry_run_changes_nothing_and_tells_what_would_come(self):
        said = self.succeed("import", FILES / "tonnta.csv", "--dry-run")

        self.assertIn("Tonnta", said)
        self.assertIn("Nothing was changed", said)
        self.assertFalse(database(self.data).exists())
        looked = self.ask("import", FILES / "tonnta.csv", "--dry-run")
        self.assertTrue(looked["can_be_taken"])
        self.assertEqual((looked["episodes"], looked["records"]["reading"]), (2, 2))

    def test_what_is_no_table_is_called_by_its_name(self):
        for content, says in ((b"PK\x03\x04", "ZIP"), (b"", "empty"), (b"%PDF-1.4", "PDF"), (b"\x1f\x8b\x08", "gzip"),
                              (b"SQLite format 3\0", "merge"), (b"pain\n3\n", "No table")):
            with self.subTest(says):
                self.fail_with(2, "import", self.write(content), says=says)
        self.fail_with(3, "import", self.home / "nowhere.csv", "--preset", "tonnta", says="cannot be opened")
        self.assertFalse(database(self.data).exists())

    def test_a_line_without_end_is_refused_before_it_is_read(self):
        path = self.home / "endless.csv"
        with open(path, "wb") as file:
            file.write(b"start,pain\n2026-01-05,")
            file.truncate(4 * 1024**3)  # a hole: it takes no room on the disk

        self.fail_with(2, "import", path, says="longer than any line")

    def test_a_pipe_is_refused_and_not_waited_for(self):
        pipe = self.home / "pipe.csv"
        os.mkfifo(pipe)

        for more in ((), ("--preset", "tonnta")):
            self.fail_with(3, "import", pipe, *more, says="is a pipe or a device")
        self.fail_with(3, "import", "/dev/zero", says="is a pipe or a device")

    def test_lines_whose_words_have_nowhere_to_stand_are_named(self):
        table = self.write("date,pain,note\n2026-01-05,5,a\n2026-01-08,0,free day but note\n2026-01-09,0,\n")

        said = self.succeed("import", table, "--dry-run")
        self.assertIn("left out: line 3.", said)
        done = self.ask("import", table)
        self.assertEqual((done["without_place"], done["lines_without_place"]), (1, [3]))

    def test_what_stands_above_the_table_is_passed_over(self):
        for text in ("sep=;\r\ndate;pain\r\n2026-01-05;5\r\n", "Exported by X\n\ndate,pain\n2026-01-05,5\n"):
            self.assertEqual(self.ask("import", self.write(text), "--dry-run")["header"], ["date", "pain"])

    def test_a_bad_byte_or_quote_is_told_with_its_line(self):
        good = "2026-01-05,5,caf\u00e9\n".encode()
        self.fail_with(2, "import", self.write(b"date,pain,note\n" + good + b"2026-01-08,5,caf\xe9\n"), says="Line 3: It holds bytes")
        error = self.fail_with(2, "import", self.write('date,pain,note\n2026-01-05,5,"a\n2026-01-08,5,b\n'), says="Line 2: A quotation")
        self.assertIn("up to line 4", error)

    def test_what_was_deleted_stays_so_unless_it_is_asked_for(self):
        self.ask("import", FILES / "migrainebot.csv")
        with contextlib.closing(sqlite3.connect(database(self.data))) as connection, connection:
            for table in ("bout", "reading", "episode"):
                connection.execute(f"UPDATE {table} SET deleted_utc_ms = updated_utc_ms + 1,"
                                   " updated_utc_ms = updated_utc_ms + 1")

        again = self.ask("import", FILES / "migrainebot.csv")
        self.assertEqual((again["added"], again["deleted_here"] > 0), (0, True))
        self.assertEqual(self.rows("SELECT count(*) FROM bout WHERE deleted_utc_ms IS NULL"), [(0,)])
        self.ask("import", FILES / "migrainebot.csv", "--bring-back")
        self.assertEqual(self.rows("SELECT count(*) FROM bout WHERE deleted_utc_ms IS NULL"), [(2,)])

    def test_an_old_warning_sign_is_asked_about_and_not_raised(self):
        table = self.write("start,pain,symptoms\n2026-01-05 08:00,3,saddle numbness\n")

        self.ask("import", table)

        self.assertEqual(self.rows("SELECT symptom FROM symptom"), [("saddle_numbness",)])
        told = self.ask("alerts")
        self.assertEqual([alert for alert in told["alerts"] if alert["level"] == "emergency"], [])
        self.assertIn("saddle", str(told["asks"]))

    def test_a_backup_is_made_before(self):
        self.succeed("log", 3)
        self.ask("import", FILES / "tonnta.csv")

        self.assertTrue([name for name in os.listdir(self.data / "copies") if "import" in name])


if __name__ == "__main__":
    unittest.main()
