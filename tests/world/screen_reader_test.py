# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader finds and can press."""
import unittest

from accessible import AccessibleTest


class ScreenReader(AccessibleTest):
    def test_spasm_now_is_found_by_its_name_and_pressed(self):
        self.open_window()
        self.until(lambda: self.press("Spasm now: pain 7 of 10"))
        self.until_pains([7])
        self.until(lambda: self.press("Later today"))
        self.until(lambda: self.press("It is over"))
        self.until(lambda: not self.ask("history")["episodes"][0]["open"])


if __name__ == "__main__":
    unittest.main()
