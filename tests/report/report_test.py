# SPDX-License-Identifier: GPL-3.0-or-later
"""`unclench report --json` counts what docs/report.md says: thirty made-up histories, each counted by the program and
again without it."""
import contextlib
import datetime
import pathlib
import sqlite3
import subprocess
import sys
import time
import unicodedata
import unittest
import zoneinfo

HERE = pathlib.Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent), str(HERE.parent / "world")]

import independent
import made_up
from insights.insights_test import differences
from program import ProgramTest, database

HOME = zoneinfo.ZoneInfo("Europe/Berlin")  # as ProgramTest has it


def periods(now_ms):
    """Ever, a fixed one that ends in the past, and the last two months."""
    today = datetime.datetime.fromtimestamp(now_ms / 1000, HOME).date()
    yield from ((), ("--from", "2025-06-01", "--to", "2025-12-31"),
                ("--from", str(today - datetime.timedelta(days=60))))


def offset_min(now_ms):
    """What the clocks of the program's home show."""
    return int(datetime.datetime.fromtimestamp(now_ms / 1000, HOME).utcoffset().total_seconds() // 60)


def is_there(value):
    """Whether a figure says something."""
    if isinstance(value, dict):
        return any(is_there(one) for one in value.values())
    return value not in (None, [], 0, "", False)


HEADINGS = ("1 Where does it hurt?", "2 What is it like, and how strong?", "3 Since when, how often, how long?",
            "4 Each spasm", "5 Weakness, numbness or tingling?", "6 Injury and triggers", "7 Medicines and what helped")


def parts_of(page):
    """What stands in a PDF before the first and under each of the headings, in the order of painting."""
    text = subprocess.run(["pdftotext", "-raw", page, "-"], check=True, capture_output=True).stdout.decode()
    text = " ".join(unicodedata.normalize("NFKC", text).split())  # without ligatures
    parts = []
    for heading in HEADINGS:
        before, found, text = text.partition(heading)
        if not found:
            raise AssertionError(f"no {heading}")
        parts.append(before)
    return [*parts, text]


def answers(summary):
    """(part, what must be found in it) for each answer that a doctor looks for first."""
    yield 0, "Self-recorded, not verified."
    yield 0, "It is not a medical check" if not summary["alerts"] else "Warning signs"
    if summary["alerts"]:
        yield 0, "open" if summary["alerts"][0]["state"] == "open" else "20"
    if not summary["numbers"]["told_days"]:
        return
    if summary["places"]["rows"]:
        yield 1, f" {summary['places']['rows'][0]['episodes']}"
    if summary["numbers"]["episodes"]:
        yield 2, f"Spasms {summary['numbers']['episodes']} "
        yield 2, f"Days with spasm {summary['numbers']['spasm_days']} "
    if summary["first_onset"]:
        yield 3, f"{summary['onsets_30d']} in 30 days, {summary['onsets_180d']} in 180 days"
        yield 3, "higher = worse"
    if summary["spasms"]:
        yield 4, "Began Lasted Worst Where"
    yield 5, "told"
    if summary["triggers"]["rows"]:
        yield 6, f" {summary['triggers']['rows'][0]['episodes']}"
    if summary["medicines"]:
        yield 7, "Medicine Taken Days Times Last"


class Report(ProgramTest):
    def diary(self, name, now_ms):
        folder = self.home / name.replace(" ", "-")
        self.succeed("no-pain", "--at", "2026-01-01T10:00", data=folder)
        with contextlib.closing(sqlite3.connect(database(folder))) as connection, connection:
            connection.execute("DELETE FROM pain_free_day")
        made_up.write(database(folder), name, now_ms)
        return folder

    def test_the_program_and_an_independent_count_agree(self):
        now_ms = int(time.time() * 1000)
        seen = set()
        for name in made_up.NAMES:
            folder = self.diary(name, now_ms)
            for number, period in enumerate(periods(now_ms)):
                page = self.home / f"page{number}.{'html' if number else 'pdf'}"
                said = self.ask("report", page, *period, data=folder)["summary"]
                with contextlib.closing(sqlite3.connect(database(folder))) as connection:
                    counted = independent.compute(connection, said["now_utc_ms"], offset_min(said["now_utc_ms"]), **{
                        name.replace("_utc", ""): at for name, at in said["period"].items()})
                seen |= {(key, is_there(value)) for key, value in counted.items()}
                with self.subTest(history=name, period=period):
                    self.assertTrue(page.stat().st_size)
                    if page.suffix == ".pdf":
                        parts = parts_of(page)
                        for part, answer in answers(said):
                            self.assertIn(answer, parts[part] + " ", HEADINGS[part - 1] if part else "the head")
                    self.assertEqual(list(said), list(counted))
                    wrong = differences(said, counted)
                    if wrong:
                        self.fail(f"{len(wrong)} differ:" + "".join(
                            f"\n  {path[1:]}: the program says {a}, the count {b}" for path, a, b in wrong[:5]))
        # So that it cannot pass emptily: each figure says something at least once, and nothing at least once, but for
        # those with days in them.
        figures = {key for key, _ in seen} - {"now_utc_ms"}
        always = {"period", "before", "quality", "numbers", "numbers_before"}
        self.assertEqual(len(figures), 34)
        self.assertEqual({(key, True) for key in figures} | {(key, False) for key in figures - always},
                         seen - {("now_utc_ms", True)} - {(key, False) for key in always})


if __name__ == "__main__":
    unittest.main()
