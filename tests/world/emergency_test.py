# SPDX-License-Identifier: GPL-3.0-or-later
"""The emergency that takes the window, by real keys alone and by real clicks."""
import unittest

from accessible import AccessibleTest

CALL, CONTACTED, MISTAKE = "Call help", "I have contacted someone", "I answered by mistake"


class Emergency(AccessibleTest):
    def raise_by_answering(self):
        """As most emergencies are raised: a spasm, its first question, *Yes*, *New or worse*."""
        self.open_window("--spasm")
        self.xdo("key", "6", "Return")
        self.until(lambda: self.says("Is it hard to start peeing"))
        self.xdo("key", "y")
        self.until(lambda: self.says("Is it new, or worse"))
        self.xdo("key", "alt+w")
        self.until(lambda: self.says("Please get help now"))

    def keys(self, *keys):
        self.xdo("key", "--delay", "200", *keys)

    def until_focused(self, name):
        self.until(lambda: self.focused() == name)

    def until_closed(self, how):
        self.until(lambda: [alert["closing"] for alert in self.ask("alerts")["closed"]] == [how])
        self.assertEqual(self.ask("alerts")["alerts"], [])

    def test_tab_and_return_say_that_someone_was_contacted(self):
        self.raise_by_answering()
        self.until_focused(CALL)
        self.keys("Tab")
        self.until_focused(CONTACTED)
        self.keys("Return")
        self.until_closed("seen")
        self.until(lambda: (self.focused() or "").endswith("?"))  # on the next question, not on an answer to it

    def test_tab_goes_back_too_and_space_says_that_it_was_a_mistake(self):
        self.raise_by_answering()
        self.until_focused(CALL)
        self.keys("Tab", "Tab", "Tab", "shift+Tab")
        self.until_focused(MISTAKE)
        self.keys("space")
        self.until_closed("mistake")

    def test_enter_shows_the_number_and_leads_back(self):
        self.raise_by_answering()
        self.until_focused(CALL)
        self.keys("KP_Enter")
        self.until_focused("Back")
        self.keys("Return")
        self.until_focused(CALL)
        self.assertEqual([alert["state"] for alert in self.ask("alerts")["alerts"]], ["open"])

    def test_a_window_that_nobody_saw_comes_with_the_keyboard_on_call_help(self):
        self.open_window()
        self.xdo("windowminimize", "--sync", self.window)
        self.succeed("answer", "rf_bladder_incontinence", "yes")
        self.use_window()
        self.until_focused(CALL)
        self.keys("Tab", "Return")
        self.until_closed("seen")

    def test_each_answer_by_a_click(self):
        self.raise_by_answering()
        self.click(CALL)
        self.until(lambda: self.says("Call from a phone"))
        self.click("Back")
        self.click(CONTACTED)
        self.until_closed("seen")

    def test_a_mistake_by_a_click(self):
        self.raise_by_answering()
        self.click(MISTAKE)
        self.until_closed("mistake")


if __name__ == "__main__":
    unittest.main()
