// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/idle/xsync_idle.h"

#include <QSocketNotifier>

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <string_view>
#include <xcb/sync.h>
#include <xcb/xcb.h>

namespace unclench::app {

using std::chrono::milliseconds;

namespace {

struct Free {
    void operator()(void* answer) const { std::free(answer); }
};
template <class Answer>
using Owned = std::unique_ptr<Answer, Free>;

bool isXSession()
{
    const QString type = qEnvironmentVariable("XDG_SESSION_TYPE");
    return !qEnvironmentVariableIsEmpty("DISPLAY") && type != QLatin1String{"wayland"} &&
           (type == QLatin1String{"x11"} || qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY"));
}

xcb_sync_int64_t split(milliseconds time)
{
    const auto bits = static_cast<std::uint64_t>(time.count());
    return {.hi = static_cast<std::int32_t>(bits >> 32), .lo = static_cast<std::uint32_t>(bits)};
}

milliseconds join(const xcb_sync_int64_t& value)
{
    const auto high = static_cast<std::uint64_t>(static_cast<std::uint32_t>(value.hi)) << 32;
    return milliseconds{static_cast<std::int64_t>(high | value.lo)};
}

/// Not xcb_sync_systemcounter_name: in libxcb 1.15 that is two bytes too far.
std::string_view nameOf(const xcb_sync_systemcounter_t& counter)
{
    constexpr std::size_t kNameAt =
        offsetof(xcb_sync_systemcounter_t, name_len) + sizeof counter.name_len;
    return {reinterpret_cast<const char*>(&counter) + kNameAt, counter.name_len};
}

} // namespace

XsyncIdle::XsyncIdle()
{
    if (!isXSession()) {
        return;
    }
    m_connection = xcb_connect(nullptr, nullptr);
    if (xcb_connection_has_error(m_connection) != 0 || !findCounter()) {
        xcb_disconnect(m_connection);
        m_connection = nullptr;
        return;
    }
    m_readable = std::make_unique<QSocketNotifier>(xcb_get_file_descriptor(m_connection),
                                                   QSocketNotifier::Read);
    connect(m_readable.get(), &QSocketNotifier::activated, this, &XsyncIdle::read);
}

XsyncIdle::~XsyncIdle()
{
    m_readable.reset();
    if (m_connection != nullptr) {
        xcb_disconnect(m_connection);
    }
}

QString XsyncIdle::name() const
{
    return QStringLiteral("x11");
}

bool XsyncIdle::findCounter()
{
    const xcb_query_extension_reply_t* sync = xcb_get_extension_data(m_connection, &xcb_sync_id);
    if (sync == nullptr || sync->present == 0) {
        return false;
    }
    m_alarmEvent = static_cast<std::uint8_t>(sync->first_event + XCB_SYNC_ALARM_NOTIFY);
    const Owned<xcb_sync_initialize_reply_t> version{xcb_sync_initialize_reply(
        m_connection,
        xcb_sync_initialize(m_connection, XCB_SYNC_MAJOR_VERSION, XCB_SYNC_MINOR_VERSION),
        nullptr)};
    const Owned<xcb_sync_list_system_counters_reply_t> list{xcb_sync_list_system_counters_reply(
        m_connection, xcb_sync_list_system_counters(m_connection), nullptr)};
    if (!version || !list) {
        return false;
    }
    for (auto at = xcb_sync_list_system_counters_counters_iterator(list.get()); at.rem > 0;
         xcb_sync_systemcounter_next(&at)) {
        if (nameOf(*at.data) == "IDLETIME") {
            m_counter = at.data->counter;
            return true;
        }
    }
    return false;
}

void XsyncIdle::watch(std::optional<milliseconds> after)
{
    if (!isThere()) {
        return;
    }
    m_after = after;
    disarm(m_noInput);
    if (after) {
        m_noInput = arm(When::AtLeast, *after);
    } else {
        disarm(m_input);
    }
    flush();
}

std::uint32_t XsyncIdle::arm(When when, milliseconds idle)
{
    const std::uint32_t alarm = xcb_generate_id(m_connection);
    const xcb_sync_create_alarm_value_list_t values{
        .counter = m_counter,
        .valueType = XCB_SYNC_VALUETYPE_ABSOLUTE,
        .value = split(idle),
        .testType = static_cast<std::uint32_t>(when == When::AtLeast
                                                   ? XCB_SYNC_TESTTYPE_POSITIVE_COMPARISON
                                                   : XCB_SYNC_TESTTYPE_NEGATIVE_COMPARISON),
        .delta = {},
        .events = 1};
    xcb_sync_create_alarm_aux(m_connection, alarm,
                              XCB_SYNC_CA_COUNTER | XCB_SYNC_CA_VALUE_TYPE | XCB_SYNC_CA_VALUE |
                                  XCB_SYNC_CA_TEST_TYPE | XCB_SYNC_CA_DELTA | XCB_SYNC_CA_EVENTS,
                              &values);
    return alarm;
}

void XsyncIdle::disarm(std::uint32_t& alarm)
{
    if (alarm != 0) {
        xcb_sync_destroy_alarm(m_connection, alarm);
        alarm = 0;
    }
}

void XsyncIdle::read()
{
    while (m_connection != nullptr) {
        const Owned<xcb_generic_event_t> event{xcb_poll_for_event(m_connection)};
        if (!event) {
            break;
        }
        if ((event->response_type & 0x7f) == m_alarmEvent) {
            const auto* alarm = reinterpret_cast<const xcb_sync_alarm_notify_event_t*>(event.get());
            onAlarm(alarm->alarm, join(alarm->counter_value));
        }
    }
    if (m_connection != nullptr && xcb_connection_has_error(m_connection) != 0) {
        lose();
    }
}

void XsyncIdle::onAlarm(std::uint32_t alarm, milliseconds idleFor)
{
    if (alarm == m_noInput) {
        disarm(m_noInput);
        if (m_input == 0) {
            // Just below what has gone off: where there was input meanwhile, that is so already.
            m_input = arm(When::AtMost, std::max(*m_after, milliseconds{1}) - milliseconds{1});
        }
        flush();
        Q_EMIT wentIdle(std::max(idleFor, *m_after));
    } else if (alarm == m_input) {
        disarm(m_input);
        disarm(m_noInput);
        m_noInput = arm(When::AtLeast, *m_after);
        flush();
        Q_EMIT input();
    }
}

void XsyncIdle::lose()
{
    m_readable->setEnabled(false);
    m_readable.release()->deleteLater(); // it may be what called us
    xcb_disconnect(m_connection);
    m_connection = nullptr;
    m_after.reset();
    m_noInput = m_input = 0;
    Q_EMIT lost();
}

void XsyncIdle::flush()
{
    xcb_flush(m_connection);
    QMetaObject::invokeMethod(this, &XsyncIdle::read, Qt::QueuedConnection);
}

} // namespace unclench::app
