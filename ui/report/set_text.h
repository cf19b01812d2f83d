// SPDX-License-Identifier: GPL-3.0-or-later
// A piece of text set into a width: it wraps, and what is longer than its lines ends with "…".
#pragma once

#include <QColor>
#include <QRectF>
#include <QString>

#include <memory>

class QPainter;
class QTextLayout;

namespace unclench::ui::report {

struct TextStyle {
    double points = 9.0;
    bool isBold = false;
    QColor ink{Qt::black};
    Qt::Alignment alignment = Qt::AlignLeft;

    friend bool operator==(const TextStyle&, const TextStyle&) = default;
};

class SetText {
public:
    /// `lead` stands in front in bold, with a colon unless it is a sentence; may be empty. Without
    /// it a text takes the direction of its own script, and lines from right to left begin at the
    /// right. `keptEnd`: the end of `text` that stays where it has to be cut.
    SetText(const QString& lead,
            const QString& text,
            const TextStyle& style,
            double width,
            int mostLines,
            const QString& keptEnd = {});
    ~SetText();
    SetText(SetText&&) noexcept;
    SetText& operator=(SetText&&) noexcept;

    [[nodiscard]] double height() const { return m_height; }
    /// What its lines cover, from the corner at which it is painted.
    [[nodiscard]] QRectF covers() const;
    [[nodiscard]] bool isCut() const { return m_isCut; }
    [[nodiscard]] int lines() const;
    /// As it was given, whole, with its lead.
    [[nodiscard]] const QString& given() const { return m_given; }
    /// The same, cut where it is too long; no space in it is one that holds together.
    [[nodiscard]] QString text() const;
    /// That of it on one of `lines`, from 0.
    [[nodiscard]] QString line(int number) const;
    [[nodiscard]] double points() const { return m_style.points; }

    void paint(QPainter& painter, const QPointF& at) const;

private:
    /// False: it takes more lines.
    bool set(const QString& text, int leadLength, int mostLines);
    void cut(const QString& text, int leadLength, int mostLines, const QString& keptEnd);

    QString m_given;
    std::unique_ptr<QTextLayout> m_layout;
    TextStyle m_style;
    double m_width;
    double m_height = 0;
    bool m_isCut = false;
};

/// How wide a text is that wraps between its words wherever it can, and one that never does.
struct TextNeeds {
    double least = 0;
    double most = 0;
};
[[nodiscard]] TextNeeds needsOf(const QString& text, const TextStyle& style);

/// A person's text within a sentence of ours: a script from right to left then moves nothing else.
[[nodiscard]] QString isolated(const QString& text);
/// One line of it: lines and tabs become spaces, and what is no character is dropped.
[[nodiscard]] QString onOneLine(const QString& text);

} // namespace unclench::ui::report
