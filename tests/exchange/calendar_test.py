# SPDX-License-Identifier: GPL-3.0-or-later
"""What `unclench export ics` writes is read by another program's parser (python3-icalendar), and says no more than it
must."""
import datetime
import json
import pathlib
import stat
import sys
import unittest

import icalendar

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "world"))

from program import ProgramTest

UTC = datetime.timezone.utc


class CalendarExport(ProgramTest):
    def events(self, *options):
        target = self.home / "diary.ics"
        self.succeed("export", "ics", target, *options)
        calendar = icalendar.Calendar.from_ical(target.read_bytes())
        self.assertEqual(calendar["VERSION"], "2.0")
        self.assertIn("PRODID", calendar)
        self.assertIn("It does not diagnose, replace care, or watch you.", calendar["DESCRIPTION"])
        events = calendar.walk("VEVENT")
        self.assertTrue(events)
        for event in events:
            self.assertEqual(event.errors, [])
            self.assertEqual(event["CLASS"], "PRIVATE")
            self.assertIn(event["SUMMARY"], ("Appointment", "Health entry"))
            self.assertEqual(event["DTSTART"].dt.utcoffset(), datetime.timedelta())
            self.assertIn("DTSTAMP", event)
        ids = [str(event["UID"]) for event in events]
        self.assertEqual(len(set(ids)), len(ids))
        return events

    def test_a_visit_ahead_reminds_of_itself(self):
        self.succeed("visit", "add", "2099-01-15T09:00", "--with", "Dr Weber", "--goal", "Sleep, at last")

        event, = self.events()

        self.assertEqual(event["SUMMARY"], "Appointment")
        self.assertEqual(event["DTSTART"].dt, datetime.datetime(2099, 1, 15, 8, 0, tzinfo=UTC))
        self.assertNotIn("DESCRIPTION", event)
        triggers = sorted(alarm["TRIGGER"].dt for alarm in event.walk("VALARM"))
        self.assertEqual(triggers, [datetime.timedelta(days=-1), datetime.timedelta(hours=-1)])

    def test_notes_are_there_on_request_word_for_word(self):
        goal = "Sleep; at last, \\ 100 % \U0001f9ca " + "\u05db\u05d0\u05d1 " * 60 + "end"
        self.succeed("visit", "add", "2099-01-15T09:00", "--with", "Dr Weber", "--goal", goal)

        event, = self.events("--notes")

        self.assertEqual(event["DESCRIPTION"], f"Dr Weber\n{goal}")

    def test_the_same_diary_gives_the_same_file_and_a_change_a_greater_sequence(self):
        self.succeed("visit", "add", "2099-01-15T09:00")
        first, = self.events()
        again, = self.events()
        self.assertEqual(first.to_ical(), again.to_ical())

        self.succeed("visit", "add", "2099-01-15T09:00", "--goal", "Sleep")
        changed, = self.events()

        self.assertEqual(changed["UID"], first["UID"])
        self.assertGreater(changed["SEQUENCE"], first["SEQUENCE"])

    def test_the_uid_is_the_id_of_the_visit(self):
        self.succeed("visit", "add", "2024-03-10T09:00")
        visit, = self.ask("visit", "list")["visits"]

        event, = self.events()

        self.assertEqual(event["UID"], visit["id"])
        self.assertEqual(event.walk("VALARM"), [])

    def test_sessions_come_on_request(self):
        self.succeed("visit", "add", "2024-03-10T09:00")
        self.succeed("cold", 15, "--kind", "pack", "--at", "2024-03-04T09:00")

        self.assertEqual(len(self.events()), 1)
        session, = (event for event in self.events("--sessions") if event["SUMMARY"] == "Health entry")

        self.assertEqual(session["DTSTART"].dt, datetime.datetime(2024, 3, 4, 8, 0, tzinfo=UTC))
        self.assertEqual(session["DTEND"].dt - session["DTSTART"].dt, datetime.timedelta(minutes=15))
        self.assertEqual(session["TRANSP"], "TRANSPARENT")
        self.assertNotIn("DESCRIPTION", session)

    def test_a_period_leaves_out_what_was_before(self):
        self.succeed("visit", "add", "2024-03-10T09:00")
        self.succeed("visit", "add", "2099-01-10T09:00")

        event, = self.events("--from", "2024-04-01")

        self.assertEqual(event["DTSTART"].dt.year, 2099)

    def test_nothing_to_write_is_said_and_nothing_is_written(self):
        target = self.home / "diary.ics"
        self.succeed("log", 5)

        self.fail_with(1, "export", "ics", target, says="nothing to put into a calendar")

        self.assertFalse(target.exists())

    def test_it_is_for_this_user_alone_and_replaces_only_its_own(self):
        self.succeed("visit", "add", "2099-01-15T09:00")
        target = self.home / "diary.ics"
        told = json.loads(self.succeed("export", "ics", target, "--json"))
        self.assertEqual(told["events"], {"visits": 1, "sessions": 0, "breaks": 0})
        self.assertEqual(stat.S_IMODE(target.stat().st_mode), 0o600)
        other = self.home / "other.ics"
        other.write_text("BEGIN:VCALENDAR\r\nPRODID:another\r\nEND:VCALENDAR\r\n")

        self.succeed("export", "ics", target)
        self.fail_with(1, "export", "ics", other, says="no such export")


if __name__ == "__main__":
    unittest.main()
