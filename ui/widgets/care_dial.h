// SPDX-License-Identifier: GPL-3.0-or-later
// How much of a session is left: a ring that empties, with the time in it in large figures.
#pragma once

#include "core/knowledge/modality.h"

#include <QWidget>

#include <chrono>

namespace unclench::ui {

/// What a screen reader says changes once a minute, not with each second.
class CareDial : public QWidget {
    Q_OBJECT
public:
    explicit CareDial(QWidget* parent = nullptr);

    /// `left` 0 or less: so long over.
    void
    display(Modality modality, std::chrono::milliseconds planned, std::chrono::milliseconds left);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    /// The least that its figures need.
    [[nodiscard]] int leastSide() const;
    /// "14:05", or "+1:20" where it is over.
    [[nodiscard]] QString figures() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Modality m_modality = Modality::Heat;
    std::chrono::milliseconds m_planned{0};
    std::chrono::milliseconds m_left{0};
};

} // namespace unclench::ui
