# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader finds and can press, over the desktop's own accessibility bus."""
import subprocess
import unittest

from desktop import DesktopTest

# Debian's own Python has the bindings; another one on the path may not.
PRESS = """
import sys, pyatspi
def walk(node):
    yield node
    for child in node:
        if child is not None:
            yield from walk(child)
for application in pyatspi.Registry.getDesktop(0):
    if application is None or application.name != "Unclench":
        continue
    for node in walk(application):
        if node.name == sys.argv[1] and node.getState().contains(pyatspi.STATE_SHOWING):
            actions = node.queryAction()
            for i in range(actions.nActions):
                if actions.getName(i) == "Press":
                    actions.doAction(i)
                    sys.exit(0)
sys.exit(1)
"""


class ScreenReader(DesktopTest):
    def press(self, name):
        return subprocess.run(["/usr/bin/python3", "-c", PRESS, name], env=self.env, capture_output=True).returncode == 0

    def test_spasm_now_is_found_by_its_name_and_pressed(self):
        self.env["QT_LINUX_ACCESSIBILITY_ALWAYS_ON"] = "1"
        self.open_window()
        self.until(lambda: self.press("Spasm now: pain 7 of 10"))
        self.until_pains([7])
        self.until(lambda: self.press("It is over"))
        self.until(lambda: not self.ask("history")["episodes"][0]["open"])


if __name__ == "__main__":
    unittest.main()
