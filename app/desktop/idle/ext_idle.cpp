// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/idle/ext_idle.h"

#include "app/desktop/idle/compositor.h"

#include <ext-idle-notify-v1-client.h>
#include <utility>

namespace unclench::app {

namespace {

class ExtNotice : public IdleNotice {
public:
    ExtNotice(ext_idle_notification_v1* proxy, Listener listener)
        : IdleNotice(std::move(listener)), m_proxy(proxy)
    {
        ext_idle_notification_v1_add_listener(m_proxy, &kListener, this);
    }
    ~ExtNotice() override { ext_idle_notification_v1_destroy(m_proxy); }

private:
    static constexpr ext_idle_notification_v1_listener kListener{
        .idled = [](void* notice, ext_idle_notification_v1*) { idled(notice); },
        .resumed = [](void* notice, ext_idle_notification_v1*) { resumed(notice); }};
    ext_idle_notification_v1* m_proxy;
};

} // namespace

ExtIdle::ExtIdle(Compositor& compositor, const Clock& clock) : CompositorIdle(compositor, clock)
{
    follow();
}

QString ExtIdle::name() const
{
    return QStringLiteral("ext-idle-notify");
}

bool ExtIdle::isOffered() const
{
    return compositor().idleNotifier() != nullptr && compositor().seat() != nullptr;
}

std::unique_ptr<IdleNotice> ExtIdle::notice(std::uint32_t afterMs, IdleNotice::Listener listener)
{
    return std::make_unique<ExtNotice>(
        ext_idle_notifier_v1_get_idle_notification(compositor().idleNotifier(), afterMs,
                                                   compositor().seat()),
        std::move(listener));
}

} // namespace unclench::app
