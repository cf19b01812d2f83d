// SPDX-License-Identifier: GPL-3.0-or-later
// A date and time as it was on the clock there and then.
#pragma once

#include "core/time/moment.h"

#include <QDateTimeEdit>

namespace unclench::ui {

/// Wishes for another moment when it is left or Return is pressed; what is typed keeps the local
/// offset of what was shown. The wheel scrolls the page unless the keyboard is on it.
class MomentEdit : public QDateTimeEdit {
    Q_OBJECT
public:
    MomentEdit(const QString& name, const QString& purpose, QWidget* parent = nullptr);

    /// Shows `moment`, unless another one is being typed.
    void display(const Moment& moment);
    /// Shows `moment`, whatever is being typed.
    void displayAnew(const Moment& moment);
    /// Wishes now for what was typed and not wished for yet.
    void commit();

Q_SIGNALS:
    void entered(const unclench::Moment& moment);

protected:
    void wheelEvent(QWheelEvent* event) override;
    /// Tab leaves it; the arrow keys go from day to month to hour.
    bool focusNextPrevChild(bool isNext) override;

private:
    Moment m_shown;
};

} // namespace unclench::ui
