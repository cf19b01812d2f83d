# SPDX-License-Identifier: GPL-3.0-or-later
"""Two screens side by side, one of which is taken away."""
import subprocess
import unittest

from desktop import DesktopTest

WIDTH = 1280


class Screens(DesktopTest):
    def setUp(self):
        super().setUp()
        self.xrandr("--setmonitor", "left", f"{WIDTH}/300x800/200+0+0", "screen")
        self.plug_in()
        self.addCleanup(self.xrandr, "--delmonitor", "left")

    def xrandr(self, *arguments):
        subprocess.run(["xrandr", *arguments], env=self.env, check=True, capture_output=True)

    def plug_in(self):
        self.xrandr("--setmonitor", "right", f"{WIDTH}/300x800/200+{WIDTH}+0", "none")

    def pull_out(self):
        self.xrandr("--delmonitor", "right")

    def move_to_the_right(self):
        self.xdo("windowsize", "--sync", self.window, 1000, 700)
        self.xdo("windowmove", "--sync", self.window, WIDTH + 150, 60)
        self.until(lambda: self.geometry()["X"] >= WIDTH)

    def is_on_the_left(self):
        at = self.geometry()
        return 0 <= at["X"] and at["X"] + at["WIDTH"] <= WIDTH and 0 <= at["Y"]

    def test_a_window_comes_back_from_a_screen_that_is_taken_away(self):
        self.open_window()
        self.move_to_the_right()
        self.pull_out()
        self.until(self.is_on_the_left)
        self.click_on_scale(7)
        self.until_pains([7])

    def test_a_window_that_was_closed_on_a_screen_that_is_gone_opens_on_the_other(self):
        window = self.open_window()
        self.move_to_the_right()
        self.xdo("key", "ctrl+q")
        self.assertEqual(window.wait(timeout=20), 0)
        self.pull_out()
        self.open_window()
        self.until(self.is_on_the_left)
        self.assertEqual((self.geometry()["WIDTH"], self.geometry()["HEIGHT"]), (1000, 700))
        self.click_on_scale(6)
        self.until_pains([6])

    def test_a_window_on_a_screen_that_stays_is_left_where_it_is(self):
        self.open_window()
        self.xdo("windowsize", "--sync", self.window, 1000, 700)
        self.xdo("windowmove", "--sync", self.window, 120, 60)
        before = self.geometry()
        self.pull_out()
        self.click_on_scale(5)
        self.until_pains([5])
        self.assertEqual(self.geometry(), before)


if __name__ == "__main__":
    unittest.main()
