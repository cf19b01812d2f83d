// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/appearance.h"

#include "ui/theme.h"

namespace unclench::ui {

QPalette paletteFor(Appearance appearance, const QPalette& system)
{
    using theme::Scheme;
    const Scheme like = theme::schemeOf(system);
    switch (appearance) {
    case Appearance::System:
        return theme::isHighContrast(system) ? theme::passedThrough(system) : theme::palette(like);
    case Appearance::Light: return theme::palette(Scheme::Light);
    case Appearance::Dark: return theme::palette(Scheme::Dark);
    case Appearance::HighContrast:
        return theme::isHighContrast(system)
                   ? theme::passedThrough(system)
                   : theme::palette(like == Scheme::Dark ? Scheme::WhiteOnBlack
                                                         : Scheme::BlackOnWhite);
    }
    Q_UNREACHABLE();
}

} // namespace unclench::ui
