// SPDX-License-Identifier: GPL-3.0-or-later
// Idleness by org_kde_kwin_idle: KWin before 5.27, and wlroots before 0.17.
#pragma once

#include "app/desktop/idle/compositor_idle.h"

namespace unclench::app {

class KdeIdle : public CompositorIdle {
public:
    KdeIdle(Compositor& compositor, const Clock& clock);
    [[nodiscard]] QString name() const override;

protected:
    [[nodiscard]] bool isOffered() const override;
    [[nodiscard]] std::unique_ptr<IdleNotice> notice(std::uint32_t milliseconds,
                                                     IdleNotice::Listener listener) override;
};

} // namespace unclench::app
