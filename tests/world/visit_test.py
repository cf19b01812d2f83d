# SPDX-License-Identifier: GPL-3.0-or-later
"""*Visit* in the window: what was said afterwards, and a long version that is not wanted after all."""
import os
import unittest

from accessible import AccessibleTest
from report_files_test import grow


class VisitTest(AccessibleTest):
    def visits(self):
        return self.ask("visit", "list")["visits"]

    def write(self, name, text):
        self.until(lambda: self.focus(name))
        self.xdo("type", "--delay", "20", text)
        self.until(lambda: self.text(name) == text)

    def open_visit(self, shows):
        """Until what `shows` waits for is there: a window that still starts may miss a key."""
        self.open_window()
        self.until(lambda: self.xdo("key", "ctrl+4") or shows())


class After(VisitTest):
    def test_a_visit_is_over_with_what_was_said_and_the_next_one_has_its_date(self):
        self.succeed("log", 6)
        self.succeed("visit", "add", "2026-03-02T09:00", "--with", "Dr Okafor")
        self.open_visit(lambda: self.focus("What was said"))
        self.write("What was said", "A muscle.")
        self.write("What you will do", "Walk each day.")
        self.until(lambda: self.focus("There is a date for the next visit"))
        self.xdo("key", "space")
        self.until(lambda: self.press("The visit is over: put it among the past ones"))
        self.until(lambda: len(self.visits()) == 2)

        over, = (visit for visit in self.visits() if visit["is_over"])
        self.assertEqual((over["said"], over["to_do"]), ("A muscle.", "Walk each day."))
        self.assertTrue(self.says("This visit is over."))

        self.xdo("key", "ctrl+z")
        self.until(lambda: [visit["is_over"] for visit in self.visits()] == [False])
        self.assertEqual(self.visits()[0]["said"], "A muscle.")


class Cancelled(VisitTest):
    def test_a_long_version_leaves_no_file_and_its_page_has_the_keyboard(self):
        self.succeed("log", 6)
        grow(self.data)
        self.open_visit(lambda: self.press("Prepare a visit"))
        self.until(lambda: self.focus("Behind the page: Add the long version"))
        self.xdo("key", "space")
        self.until(lambda: self.says("The long version follows this page"))
        target = self.home / "target"
        target.mkdir()
        self.click("Save the page as a PDF file")
        self.until(lambda: self.xdo("search", "--onlyvisible", "--name", "Save the page as PDF"))
        self.xdo("type", "--delay", "10", f"{target}/page.pdf")
        self.xdo("key", "Return")
        self.until(lambda: os.listdir(target))
        self.xdo("key", "space")  # the keyboard is on *Cancel*

        self.until(lambda: self.says("Cancelled. Nothing was printed or saved."))
        self.assertEqual(os.listdir(target), [])
        self.until(lambda: self.focused() == "The page for the doctor")


if __name__ == "__main__":
    unittest.main()
