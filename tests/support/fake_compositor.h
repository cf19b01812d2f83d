// SPDX-License-Identifier: GPL-3.0-or-later
// A Wayland compositor without a screen: it offers a seat and idle protocols, and tells when the
// test says so.
#pragma once

#include <QByteArray>
#include <QSocketNotifier>

#include <cstdint>
#include <memory>
#include <vector>

struct wl_client;
struct wl_display;
struct wl_global;
struct wl_interface;
struct wl_resource;

namespace unclench::tests {

class FakeCompositor {
public:
    struct Offers {
        /// The version that is advertised. 0: not at all.
        std::uint32_t ext = 1;
        std::uint32_t kde = 0;
    };
    /// Listens under this name in XDG_RUNTIME_DIR.
    FakeCompositor(const QByteArray& name, Offers offers);
    /// Listens on this descriptor, which it owns.
    FakeCompositor(int listening, Offers offers);
    ~FakeCompositor();
    FakeCompositor(const FakeCompositor&) = delete;
    FakeCompositor& operator=(const FakeCompositor&) = delete;

    void offerExt(std::uint32_t version);
    void offerKde(std::uint32_t version);
    void offerSeat();
    void removeExt();
    void removeSeat();
    /// Every client's next word from it is that it broke the protocol.
    void takeOffence();

    /// How long each object that lives now waits for, in the order of their making.
    [[nodiscard]] std::vector<std::uint32_t> waits() const;
    /// The one of those told that there was no input, and the one that says there is some.
    void tellIdle(std::size_t which);
    void tellInput(std::size_t which);
    /// How many ever bound something of its idle protocols, and the version of the last one.
    int bindings = 0;
    std::uint32_t boundVersion = 0;

private:
    struct Protocol;
    struct Notice {
        wl_resource* resource;
        std::uint32_t wait;
        bool isExt;
    };
    void open(Offers offers);
    void serve();

    wl_display* m_display;
    std::unique_ptr<QSocketNotifier> m_stirs;
    wl_global* m_ext = nullptr;
    wl_global* m_kde = nullptr;
    std::vector<wl_global*> m_seats;
    /// Of the idle protocols, by all clients.
    std::vector<wl_resource*> m_bound;
    std::vector<Notice> m_notices;
    std::unique_ptr<wl_interface> m_newer;
};

} // namespace unclench::tests
