# SPDX-License-Identifier: GPL-3.0-or-later
"""The window by the names of what is in it, over the desktop's own accessibility bus."""
import subprocess

from desktop import DesktopTest

# Debian's own Python has the bindings; another one on the path may not.
SCRIPT = """
import sys, pyatspi
def showing(node):
    for child in node:
        if child is not None and child.getState().contains(pyatspi.STATE_SHOWING):
            yield child
            yield from showing(child)
wish, name = sys.argv[1:]
for application in pyatspi.Registry.getDesktop(0):
    if application is None or application.name != "Unclench":
        continue
    for node in showing(application):
        if wish == "says" and name in node.name:
            sys.exit(0)
        if wish == "focused":
            if node.getState().contains(pyatspi.STATE_FOCUSED):
                print(node.name, end="")
                sys.exit(0)
            continue
        # A heading has the name of what it is for.
        if node.name != name or not node.getState().contains(pyatspi.STATE_FOCUSABLE):
            continue
        if wish == "press":
            actions = node.queryAction()
            for i in range(actions.nActions):
                if actions.getName(i) == "Press":
                    actions.doAction(i)
                    sys.exit(0)
        elif wish == "focus":
            node.queryComponent().grabFocus()
            sys.exit(0 if node.getState().contains(pyatspi.STATE_FOCUSED) else 1)
        elif wish == "where":
            box = node.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
            print(box.x + box.width // 2, box.y + box.height // 2)
            sys.exit(0)
        elif wish == "text":
            print(node.queryText().getText(0, -1), end="")
            sys.exit(0)
sys.exit(1)
"""


class AccessibleTest(DesktopTest):
    def setUp(self):
        super().setUp()
        self.env["QT_LINUX_ACCESSIBILITY_ALWAYS_ON"] = "1"

    def wish(self, wish, name):
        return subprocess.run(["/usr/bin/python3", "-c", SCRIPT, wish, name], env=self.env, capture_output=True)

    def press(self, name):
        return self.wish("press", name).returncode == 0

    def focus(self, name):
        return self.wish("focus", name).returncode == 0

    def focused(self):
        """The name of what shows and has the keyboard; None where nothing that shows has it."""
        done = self.wish("focused", "")
        return done.stdout.decode() if done.returncode == 0 else None

    def click(self, name):
        """A press of the mouse in the middle of it, once it shows."""
        self.until(lambda: self.wish("where", name).returncode == 0)
        self.xdo("mousemove", *self.wish("where", name).stdout.decode().split(), "click", 1)

    def says(self, part):
        """Whether something that shows has `part` in its name."""
        return self.wish("says", part).returncode == 0

    def text(self, name):
        """What stands in a field; None where it does not show."""
        done = self.wish("text", name)
        return done.stdout.decode() if done.returncode == 0 else None
