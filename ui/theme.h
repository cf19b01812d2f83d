// SPDX-License-Identifier: GPL-3.0-or-later
// The colours and sizes of the program, as palette roles and multiples of the system's font.
#pragma once

#include <QColor>
#include <QFont>
#include <QFontMetrics>
#include <QPalette>
#include <QString>

namespace unclench::ui::theme {

enum class Scheme { Light, Dark, BlackOnWhite, WhiteOnBlack };

/// As WCAG counts it, 1 to 21.
[[nodiscard]] double contrast(const QColor& a, const QColor& b);

/// What the system shows, told by how light its windows are (Qt 6.4 does not say it otherwise).
[[nodiscard]] Scheme schemeOf(const QPalette& system);

/// Whether the system shows high contrast: its text stands at 15 or more on pure black or white. Qt
/// 6.4 does not say it otherwise.
[[nodiscard]] bool isHighContrast(const QPalette& system);
/// The system's own colours. Only muted text and hairlines, which palettes of high contrast often
/// leave to be derived, become its text colour where they could not be seen.
[[nodiscard]] QPalette passedThrough(const QPalette& system);

/// Roles: Window the ground, Base a card, Mid a hairline, PlaceholderText muted text, Highlight the
/// accent and HighlightedText what stands on it. Every pair has a contrast of at least 5.2.
[[nodiscard]] QPalette palette(Scheme scheme);

/// Of heat and of cold: their names, dials and marks. Reads on a card and on the ground.
[[nodiscard]] QColor heat(const QPalette& palette);
[[nodiscard]] QColor cold(const QPalette& palette);

/// Single-hue ramp from the card's colour to the accent; `pain` 0 to 10.
[[nodiscard]] QColor painFill(const QPalette& palette, int pain);
/// Black or white, whichever reads better on `ground`.
[[nodiscard]] QColor textOn(const QColor& ground);

/// What says "get help now": white on deep red. High contrast passes through.
[[nodiscard]] QPalette emergency(const QPalette& palette);

/// How an alert that is no emergency is set off from its page. `mark` reads on `ground`.
struct Tone {
    QColor ground;
    QColor mark;
};
[[nodiscard]] Tone urgentTone(const QPalette& palette);
[[nodiscard]] Tone soonTone(const QPalette& palette);

/// Multiples of the font that the system set. Figures: to be read from across a room.
enum class Size { Caption, Body, Heading, Title, Figures };
[[nodiscard]] QFont font(const QFont& base, Size size);

/// How wide the longest word of `text` is: less room than that cuts it, however it wraps.
[[nodiscard]] int longestWord(const QFontMetrics& metrics, const QString& text);

/// Device-independent pixels that grow with the font: `units` of 8 at a font 16 pixels high.
[[nodiscard]] int grid(const QFont& base, double units);

/// A style sheet for the headers of tables: flat as a card is, where the styles' own would shout.
[[nodiscard]] QString flatHeader();

} // namespace unclench::ui::theme
