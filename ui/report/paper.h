// SPDX-License-Identifier: GPL-3.0-or-later
// The measures, inks and types of the printed page: black on white, one accent that stays dark in
// grey, hairlines. All of it in twentieths of a point, whatever the page is painted on.
#pragma once

#include <QColor>
#include <QFont>
#include <QPageSize>
#include <QPalette>
#include <QRectF>

namespace unclench::ui::report {

inline constexpr double kPoint = 20.0;
inline constexpr double kMillimetre = 1440.0 / 25.4;
inline constexpr double kMargin = 15 * kMillimetre;
/// Room at the foot of the margin-free part for what stands on each page.
inline constexpr double kFooter = 5.5 * kMillimetre;
inline constexpr double kHairline = 0.5 * kPoint;
/// Nothing is set smaller.
inline constexpr double kLeastPoints = 9.0;
inline constexpr double kMostPoints = 11.0;

/// Opaque, all of them: an alpha breaks PDF/A.
namespace ink {
inline constexpr QColor kText{0, 0, 0};
inline constexpr QColor kMuted{64, 64, 64};
inline constexpr QColor kRule{150, 150, 150};
inline constexpr QColor kFaint{205, 205, 205};
/// What nobody told anything about.
inline constexpr QColor kShade{232, 232, 232};
inline constexpr QColor kAccent{11, 107, 102};
} // namespace ink

/// For what is shared with the window.
[[nodiscard]] QPalette paperPalette();

/// The corner of the paper is the origin.
[[nodiscard]] QRectF paperRect(QPageSize::PageSizeId paper);
/// What may be printed on, without the footer.
[[nodiscard]] QRectF bodyRect(QPageSize::PageSizeId paper);
[[nodiscard]] QRectF footerRect(QPageSize::PageSizeId paper);

/// `text`: what will be set in it. Letters that need no shaping get none, because a ligature in a
/// PDF is not found by who searches for its letters.
[[nodiscard]] QFont paperFont(double points, bool isBold, const QString& text);

} // namespace unclench::ui::report
