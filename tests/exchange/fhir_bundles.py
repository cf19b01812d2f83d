# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the bundles of thirty made-up histories (those of the report) into the folder FHIR_BUNDLES, for validate_fhir.sh."""
import contextlib
import os
import pathlib
import sqlite3
import sys
import time
import unittest

HERE = pathlib.Path(__file__).parent
sys.path[:0] = [str(HERE.parent / "report"), str(HERE.parent), str(HERE.parent / "world")]

import made_up
from program import ProgramTest, database


class Bundles(ProgramTest):
    def test_each_history_becomes_a_bundle(self):
        now_ms = int(time.time() * 1000)
        for name in made_up.NAMES:
            word = name.replace(" ", "_")
            folder = self.home / word
            self.succeed("no-pain", "--at", "2026-01-01T10:00", data=folder)
            with contextlib.closing(sqlite3.connect(database(folder))) as connection, connection:
                connection.execute("DELETE FROM pain_free_day")
            made_up.write(database(folder), name, now_ms)
            target = pathlib.Path(os.environ["FHIR_BUNDLES"]) / f"{word}.json"
            self.succeed("export", "fhir", target, "--notes", "--name", data=folder)


if __name__ == "__main__":
    unittest.main()
