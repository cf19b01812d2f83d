// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/idle/compositor.h"

#include <QFile>
#include <QFileInfo>
#include <QSocketNotifier>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <ext-idle-notify-v1-client.h>
#include <kde-idle-client.h>
#include <string_view>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>
#include <utility>
#include <wayland-client.h>

namespace unclench::app {

namespace {

/// A socket is in its folder a moment before somebody listens on it, and that moment is no event.
constexpr int kRefusals = 200;
/// Of each protocol the version that we speak, whatever is offered.
constexpr std::uint32_t kVersion = 1;

} // namespace

struct Compositor::Registry {
    static Compositor& of(void* data) { return *static_cast<Compositor*>(data); }

    template <class Proxy>
    static void
    bind(Compositor& self, Global<Proxy>& global, std::uint32_t name, const wl_interface& interface)
    {
        if (global.proxy == nullptr) {
            global.name = name;
            global.proxy =
                static_cast<Proxy*>(wl_registry_bind(self.m_registry, name, &interface, kVersion));
            self.tell();
        }
    }

    static void
    came(void* data, wl_registry*, std::uint32_t name, const char* interface, std::uint32_t)
    {
        Compositor& self = of(data);
        const std::string_view offered = interface;
        if (offered == wl_seat_interface.name) {
            self.m_seats.push_back(name);
            bind(self, self.m_seat, name, wl_seat_interface);
        } else if (offered == ext_idle_notifier_v1_interface.name) {
            bind(self, self.m_idleNotifier, name, ext_idle_notifier_v1_interface);
        } else if (offered == org_kde_kwin_idle_interface.name) {
            bind(self, self.m_kdeIdle, name, org_kde_kwin_idle_interface);
        }
    }

    static void went(void* data, wl_registry*, std::uint32_t name)
    {
        Compositor& self = of(data);
        std::erase(self.m_seats, name);
        if (self.m_seat.proxy != nullptr && self.m_seat.name == name) {
            self.drop(self.m_seat, wl_seat_destroy);
            if (!self.m_seats.empty()) {
                bind(self, self.m_seat, self.m_seats.front(), wl_seat_interface);
            }
        }
        if (self.m_idleNotifier.name == name) {
            self.drop(self.m_idleNotifier, ext_idle_notifier_v1_destroy);
        }
        if (self.m_kdeIdle.name == name) {
            self.drop(self.m_kdeIdle, org_kde_kwin_idle_destroy);
        }
    }

    static void toldAll(void* data, wl_callback*, std::uint32_t)
    {
        Compositor& self = of(data);
        wl_callback_destroy(self.m_firstRound);
        self.m_firstRound = nullptr;
        self.tell();
    }

    static constexpr wl_registry_listener kGlobals{.global = came, .global_remove = went};
    static constexpr wl_callback_listener kFirstRound{.done = toldAll};
};

Compositor::Compositor(const QString& socket) : m_socket(socket)
{
    connect(&m_folder, &QFileSystemWatcher::directoryChanged, this, [this] {
        m_refusals = 0;
        look();
    });
    look();
}

Compositor::~Compositor()
{
    blockSignals(true);
    disconnectFromIt();
}

void Compositor::look()
{
    if (m_display != nullptr) {
        return;
    }
    const QString folder = QFileInfo{m_socket}.path();
    m_folder.addPath(folder); // first, so that nothing happens unseen
    const int socket = connectToSocket();
    if (socket >= 0) {
        m_folder.removePath(folder);
        greet(socket);
    } else if (errno == ECONNREFUSED && m_refusals++ < kRefusals) {
        QMetaObject::invokeMethod(this, &Compositor::look, Qt::QueuedConnection);
    }
}

int Compositor::connectToSocket()
{
    // Not wl_display_connect: that would take the connection that WAYLAND_SOCKET means for Qt, and
    // wait for a compositor that hangs.
    const QByteArray path = QFile::encodeName(m_socket);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (static_cast<std::size_t>(path.size()) >= sizeof address.sun_path) {
        errno = ENAMETOOLONG;
        return -1;
    }
    std::memcpy(address.sun_path, path.constData(), static_cast<std::size_t>(path.size()));
    const int socket = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (socket >= 0 &&
        ::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        const int why = errno;
        ::close(socket);
        errno = why;
        return -1;
    }
    return socket;
}

void Compositor::greet(int socket)
{
    m_display = wl_display_connect_to_fd(socket);
    if (m_display == nullptr) {
        return;
    }
    m_registry = wl_display_get_registry(m_display);
    wl_registry_add_listener(m_registry, &Registry::kGlobals, this);
    m_firstRound = wl_display_sync(m_display);
    wl_callback_add_listener(m_firstRound, &Registry::kFirstRound, this);
    m_readable = std::make_unique<QSocketNotifier>(socket, QSocketNotifier::Read);
    connect(m_readable.get(), &QSocketNotifier::activated, this, &Compositor::read);
    flush();
}

void Compositor::flush()
{
    wl_display_flush(m_display); // where that fails, reading does too
}

void Compositor::read()
{
    while (wl_display_prepare_read(m_display) != 0) {
        if (wl_display_dispatch_pending(m_display) < 0) {
            lose();
            return;
        }
    }
    if (wl_display_read_events(m_display) < 0 || wl_display_dispatch_pending(m_display) < 0) {
        lose();
        return;
    }
    flush();
}

void Compositor::lose()
{
    // Some keep their socket while they restart. One that we offend, or that turns us away, is left
    // alone until something changes.
    const bool isRestarting = m_firstRound == nullptr && wl_display_get_error(m_display) != EPROTO;
    disconnectFromIt();
    m_refusals = isRestarting ? 0 : kRefusals;
    if (isRestarting) {
        look();
    } else {
        m_folder.addPath(QFileInfo{m_socket}.path());
    }
}

template <class Proxy>
void Compositor::drop(Global<Proxy>& global, void (*destroy)(Proxy*))
{
    Proxy* going = global.proxy;
    if (going == nullptr) {
        return;
    }
    global = {};
    tell();
    destroy(going);
}

void Compositor::disconnectFromIt()
{
    if (m_display == nullptr) {
        return;
    }
    m_seats.clear();
    // All at once, so that nobody turns to what goes next.
    const auto seat = std::exchange(m_seat, {});
    const auto idleNotifier = std::exchange(m_idleNotifier, {});
    const auto kdeIdle = std::exchange(m_kdeIdle, {});
    tell();
    if (idleNotifier.proxy != nullptr) {
        ext_idle_notifier_v1_destroy(idleNotifier.proxy);
    }
    if (kdeIdle.proxy != nullptr) {
        org_kde_kwin_idle_destroy(kdeIdle.proxy);
    }
    if (seat.proxy != nullptr) {
        wl_seat_destroy(seat.proxy);
    }
    if (m_firstRound != nullptr) {
        wl_callback_destroy(m_firstRound);
        m_firstRound = nullptr;
    }
    wl_registry_destroy(m_registry);
    m_registry = nullptr;
    m_readable->setEnabled(false);
    m_readable.release()->deleteLater(); // it may be what called us
    wl_display_disconnect(m_display);
    m_display = nullptr;
}

void Compositor::tell()
{
    if (m_firstRound == nullptr) {
        Q_EMIT changed();
    }
}

} // namespace unclench::app
