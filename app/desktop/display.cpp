// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/display.h"

#include <QFileInfo>
#include <xcb/xcb.h>

namespace unclench::app {

namespace {

bool hasX()
{
    if (!qEnvironmentVariableIsSet("DISPLAY")) {
        return false;
    }
    xcb_connection_t* connection = xcb_connect(nullptr, nullptr);
    const bool isConnected = xcb_connection_has_error(connection) == 0;
    xcb_disconnect(connection);
    return isConnected;
}

} // namespace

bool canShowWindow()
{
    // Whoever names a platform (offscreen, vnc) knows what they want.
    return qEnvironmentVariableIsSet("QT_QPA_PLATFORM") || QFileInfo::exists(waylandSocket()) ||
           hasX();
}

QString waylandSocket()
{
    const QString name = qEnvironmentVariable("WAYLAND_DISPLAY");
    if (name.isEmpty() || name.startsWith(QLatin1Char('/'))) {
        return name;
    }
    return qEnvironmentVariable("XDG_RUNTIME_DIR") + QLatin1Char('/') + name;
}

} // namespace unclench::app
