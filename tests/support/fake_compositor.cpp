// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake_compositor.h"

#include <algorithm>
#include <ext-idle-notify-v1-server.h>
#include <kde-idle-server.h>
#include <wayland-server.h>

namespace unclench::tests {

struct FakeCompositor::Protocol {
    static FakeCompositor& of(wl_resource* resource)
    {
        return *static_cast<FakeCompositor*>(wl_resource_get_user_data(resource));
    }
    static void destroy(wl_client*, wl_resource* resource) { wl_resource_destroy(resource); }

    static void makeNotice(
        wl_client* client, wl_resource* maker, std::uint32_t id, std::uint32_t wait, bool isExt)
    {
        wl_resource* notice =
            isExt ? wl_resource_create(client, &ext_idle_notification_v1_interface, 1, id)
                  : wl_resource_create(client, &org_kde_kwin_idle_timeout_interface, 1, id);
        const void* implementation =
            isExt ? static_cast<const void*>(&kExtNotice) : static_cast<const void*>(&kKdeNotice);
        wl_resource_set_implementation(notice, implementation, &of(maker), [](wl_resource* gone) {
            std::erase_if(of(gone).m_notices,
                          [gone](const Notice& one) { return one.resource == gone; });
        });
        of(maker).m_notices.push_back({notice, wait, isExt});
    }

    static wl_resource* bind(wl_client* client,
                             void* self,
                             const wl_interface& interface,
                             std::uint32_t version,
                             std::uint32_t id,
                             const void* implementation)
    {
        auto& compositor = *static_cast<FakeCompositor*>(self);
        ++compositor.bindings;
        compositor.boundVersion = version;
        wl_resource* resource =
            wl_resource_create(client, &interface, static_cast<int>(version), id);
        wl_resource_set_implementation(resource, implementation, self, [](wl_resource* gone) {
            std::erase(of(gone).m_bound, gone);
        });
        compositor.m_bound.push_back(resource);
        return resource;
    }
    static void bindExt(wl_client* client, void* self, std::uint32_t version, std::uint32_t id)
    {
        bind(client, self, ext_idle_notifier_v1_interface, version, id, &kExt);
    }
    static void bindKde(wl_client* client, void* self, std::uint32_t version, std::uint32_t id)
    {
        bind(client, self, org_kde_kwin_idle_interface, version, id, &kKde);
    }
    static void bindSeat(wl_client* client, void*, std::uint32_t version, std::uint32_t id)
    {
        wl_resource* seat =
            wl_resource_create(client, &wl_seat_interface, static_cast<int>(version), id);
        wl_resource_set_implementation(seat, nullptr, nullptr, nullptr);
        wl_seat_send_capabilities(seat, WL_SEAT_CAPABILITY_KEYBOARD);
    }

    static constexpr struct ext_idle_notification_v1_interface kExtNotice {
        .destroy = destroy
    };
    static constexpr struct org_kde_kwin_idle_timeout_interface kKdeNotice {
        .release = destroy, .simulate_user_activity = nullptr
    };
    static constexpr struct ext_idle_notifier_v1_interface kExt {
        .destroy = destroy,
        .get_idle_notification = [](wl_client* client,
                                    wl_resource* maker,
                                    std::uint32_t id,
                                    std::uint32_t wait,
                                    wl_resource*) { makeNotice(client, maker, id, wait, true); }
    };
    static constexpr struct org_kde_kwin_idle_interface kKde {
        .get_idle_timeout = [](wl_client* client,
                               wl_resource* maker,
                               std::uint32_t id,
                               wl_resource*,
                               std::uint32_t wait) { makeNotice(client, maker, id, wait, false); }
    };
};

FakeCompositor::FakeCompositor(const QByteArray& name, Offers offers)
    : m_display(wl_display_create())
{
    wl_display_add_socket(m_display, name.constData());
    open(offers);
}

FakeCompositor::FakeCompositor(int listening, Offers offers) : m_display(wl_display_create())
{
    wl_display_add_socket_fd(m_display, listening);
    open(offers);
}

void FakeCompositor::open(Offers offers)
{
    offerSeat();
    offerExt(offers.ext);
    offerKde(offers.kde);
    m_stirs = std::make_unique<QSocketNotifier>(
        wl_event_loop_get_fd(wl_display_get_event_loop(m_display)), QSocketNotifier::Read);
    QObject::connect(m_stirs.get(), &QSocketNotifier::activated, m_stirs.get(),
                     [this] { serve(); });
}

FakeCompositor::~FakeCompositor()
{
    m_stirs.reset();
    wl_display_destroy_clients(m_display);
    wl_display_destroy(m_display);
}

void FakeCompositor::serve()
{
    wl_event_loop_dispatch(wl_display_get_event_loop(m_display), 0);
    wl_display_flush_clients(m_display);
}

void FakeCompositor::offerExt(std::uint32_t version)
{
    if (version != 0) {
        m_newer = std::make_unique<wl_interface>(ext_idle_notifier_v1_interface);
        m_newer->version = static_cast<int>(version); // newer than the XML that we have
        m_ext = wl_global_create(m_display, m_newer.get(), static_cast<int>(version), this,
                                 Protocol::bindExt);
        wl_display_flush_clients(m_display);
    }
}

void FakeCompositor::offerKde(std::uint32_t version)
{
    if (version != 0) {
        m_kde = wl_global_create(m_display, &org_kde_kwin_idle_interface, static_cast<int>(version),
                                 this, Protocol::bindKde);
        wl_display_flush_clients(m_display);
    }
}

void FakeCompositor::offerSeat()
{
    m_seats.push_back(wl_global_create(m_display, &wl_seat_interface, 1, this, Protocol::bindSeat));
    wl_display_flush_clients(m_display);
}

void FakeCompositor::removeExt()
{
    wl_global_remove(m_ext);
    wl_display_flush_clients(m_display);
}

void FakeCompositor::removeSeat()
{
    wl_global_remove(m_seats.front());
    m_seats.erase(m_seats.begin());
    wl_display_flush_clients(m_display);
}

void FakeCompositor::takeOffence()
{
    for (wl_resource* bound : m_bound) {
        wl_resource_post_error(bound, 0, "the test says so");
    }
    wl_display_flush_clients(m_display);
}

std::vector<std::uint32_t> FakeCompositor::waits() const
{
    std::vector<std::uint32_t> waits;
    std::transform(m_notices.begin(), m_notices.end(), std::back_inserter(waits),
                   [](const Notice& notice) { return notice.wait; });
    return waits;
}

void FakeCompositor::tellIdle(std::size_t which)
{
    const Notice& notice = m_notices.at(which);
    if (notice.isExt) {
        ext_idle_notification_v1_send_idled(notice.resource);
    } else {
        org_kde_kwin_idle_timeout_send_idle(notice.resource);
    }
    wl_display_flush_clients(m_display);
}

void FakeCompositor::tellInput(std::size_t which)
{
    const Notice& notice = m_notices.at(which);
    if (notice.isExt) {
        ext_idle_notification_v1_send_resumed(notice.resource);
    } else {
        org_kde_kwin_idle_timeout_send_resumed(notice.resource);
    }
    wl_display_flush_clients(m_display);
}

} // namespace unclench::tests
