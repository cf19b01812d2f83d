// SPDX-License-Identifier: GPL-3.0-or-later
// How long somebody has sat: a ring that fills until a break is due, with the minutes in it. While
// a break runs it fills with that.
#pragma once

#include "ui/widgets/seat_view.h"

#include <QWidget>

namespace unclench::ui {

/// What a screen reader says changes with the minute at most. Nothing of it moves by itself.
class SeatRing : public QWidget {
    Q_OBJECT
public:
    explicit SeatRing(QWidget* parent = nullptr);

    void display(const SeatView& view);
    /// The same for a break alone; see `BreakPromptView`.
    void displayBreak(std::chrono::milliseconds left, std::chrono::milliseconds length);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }
    /// "21", "1:40" from a hundred minutes on and for what is left of a break, a dash where nothing
    /// is known.
    [[nodiscard]] QString figures() const { return m_figures; }
    /// What the figures count: "min".
    [[nodiscard]] QString unit() const { return m_unit; }
    /// How much of the ring is filled, 0 to 1.
    [[nodiscard]] double share() const { return m_share; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void say(const QString& name);

    QString m_figures;
    QString m_unit;
    double m_share = 0;
    /// What fills it counts now; else it stands still and is muted.
    bool m_isCounting = false;
};

} // namespace unclench::ui
