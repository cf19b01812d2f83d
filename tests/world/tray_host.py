# SPDX-License-Identifier: GPL-3.0-or-later
"""A host for tray icons that shows none: prints the bus name of each that registers. It can do everything before it is
found on the bus, as a real one."""
import dbus
import dbus.mainloop.glib
import dbus.service
from gi.repository import GLib

WATCHER = "org.kde.StatusNotifierWatcher"


class Host(dbus.service.Object):
    @dbus.service.method(WATCHER, in_signature="s", sender_keyword="sender")
    def RegisterStatusNotifierItem(self, service, sender):
        print(service, flush=True)

    # Without the property in it Qt does not ask for it; the bindings list methods only.
    @dbus.service.method(dbus.INTROSPECTABLE_IFACE, out_signature="s", path_keyword="path",
                         connection_keyword="connection")
    def Introspect(self, path, connection):
        listed = super().Introspect(path, connection)
        head = f'<interface name="{WATCHER}">'
        return listed.replace(head, head + '<property name="IsStatusNotifierHostRegistered" type="b" access="read"/>')

    @dbus.service.method(dbus.PROPERTIES_IFACE, in_signature="ss", out_signature="v")
    def Get(self, interface, name):
        return {"IsStatusNotifierHostRegistered": True, "ProtocolVersion": dbus.Int32(0),
                "RegisteredStatusNotifierItems": dbus.Array([], signature="s")}[name]


bus = dbus.SessionBus(mainloop=dbus.mainloop.glib.DBusGMainLoop())
host = Host(bus, "/StatusNotifierWatcher")
name = dbus.service.BusName(WATCHER, bus)
GLib.MainLoop().run()
