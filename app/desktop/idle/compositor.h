// SPDX-License-Identifier: GPL-3.0-or-later
// Our own connection to the Wayland compositor: Qt 6.4 lends nobody its own, and a hidden program
// has none.
#pragma once

#include <QFileSystemWatcher>
#include <QObject>
#include <QString>

#include <cstdint>
#include <memory>
#include <vector>

class QSocketNotifier;
struct wl_display;
struct wl_registry;
struct wl_callback;
struct wl_seat;
struct ext_idle_notifier_v1;
struct org_kde_kwin_idle;

namespace unclench::app {

/// Waits for nothing: what it has is known a moment after the compositor was found. One that dies
/// is looked for at once, and again whenever something stirs in the folder of its socket.
class Compositor : public QObject {
    Q_OBJECT
public:
    /// `socket`: the path on which it listens.
    explicit Compositor(const QString& socket);
    ~Compositor() override;

    /// Null: not offered, or not known yet. Of several seats one.
    [[nodiscard]] wl_seat* seat() const { return m_seat.proxy; }
    [[nodiscard]] ext_idle_notifier_v1* idleNotifier() const { return m_idleNotifier.proxy; }
    [[nodiscard]] org_kde_kwin_idle* kdeIdle() const { return m_kdeIdle.proxy; }
    /// Sends what was asked.
    void flush();

Q_SIGNALS:
    /// One of the three came, or is about to go: then it is null already, and what was made with
    /// it must be destroyed now.
    void changed();

private:
    struct Registry;
    template <class Proxy>
    struct Global {
        /// The compositor's number for it.
        std::uint32_t name = 0;
        Proxy* proxy = nullptr;
    };
    void look();
    [[nodiscard]] int connectToSocket();
    void greet(int socket);
    void read();
    void lose();
    template <class Proxy>
    void drop(Global<Proxy>& global, void (*destroy)(Proxy*));
    void disconnectFromIt();
    void tell();

    QString m_socket;
    QFileSystemWatcher m_folder;
    std::unique_ptr<QSocketNotifier> m_readable;
    wl_display* m_display = nullptr;
    wl_registry* m_registry = nullptr;
    /// Answered when the compositor has told all that it has.
    wl_callback* m_firstRound = nullptr;
    Global<wl_seat> m_seat;
    Global<ext_idle_notifier_v1> m_idleNotifier;
    Global<org_kde_kwin_idle> m_kdeIdle;
    /// All that there are, by their numbers.
    std::vector<std::uint32_t> m_seats;
    int m_refusals = 0;
};

} // namespace unclench::app
