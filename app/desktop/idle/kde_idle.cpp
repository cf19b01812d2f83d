// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/idle/kde_idle.h"

#include "app/desktop/idle/compositor.h"

#include <kde-idle-client.h>
#include <utility>

namespace unclench::app {

namespace {

class KdeNotice : public IdleNotice {
public:
    KdeNotice(org_kde_kwin_idle_timeout* proxy, Listener listener)
        : IdleNotice(std::move(listener)), m_proxy(proxy)
    {
        org_kde_kwin_idle_timeout_add_listener(m_proxy, &kListener, this);
    }
    ~KdeNotice() override { org_kde_kwin_idle_timeout_release(m_proxy); }

private:
    static constexpr org_kde_kwin_idle_timeout_listener kListener{
        .idle = [](void* notice, org_kde_kwin_idle_timeout*) { idled(notice); },
        .resumed = [](void* notice, org_kde_kwin_idle_timeout*) { resumed(notice); }};
    org_kde_kwin_idle_timeout* m_proxy;
};

} // namespace

KdeIdle::KdeIdle(Compositor& compositor, const Clock& clock) : CompositorIdle(compositor, clock)
{
    follow();
}

QString KdeIdle::name() const
{
    return QStringLiteral("kde-idle");
}

bool KdeIdle::isOffered() const
{
    return compositor().kdeIdle() != nullptr && compositor().seat() != nullptr;
}

std::unique_ptr<IdleNotice> KdeIdle::notice(std::uint32_t afterMs, IdleNotice::Listener listener)
{
    return std::make_unique<KdeNotice>(
        org_kde_kwin_idle_get_idle_timeout(compositor().kdeIdle(), compositor().seat(), afterMs),
        std::move(listener));
}

} // namespace unclench::app
