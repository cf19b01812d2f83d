// SPDX-License-Identifier: GPL-3.0-or-later
// Idleness by ext-idle-notify-v1: KWin, and wlroots since 0.17.
#pragma once

#include "app/desktop/idle/compositor_idle.h"

namespace unclench::app {

/// While a program keeps the screen on, a compositor of version 1 tells nothing.
class ExtIdle : public CompositorIdle {
public:
    ExtIdle(Compositor& compositor, const Clock& clock);
    [[nodiscard]] QString name() const override;

protected:
    [[nodiscard]] bool isOffered() const override;
    [[nodiscard]] std::unique_ptr<IdleNotice> notice(std::uint32_t milliseconds,
                                                     IdleNotice::Listener listener) override;
};

} // namespace unclench::app
