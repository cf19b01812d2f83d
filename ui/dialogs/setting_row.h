// SPDX-License-Identifier: GPL-3.0-or-later
// One setting: what it is called, where its values come from, the control, and the way back to the
// default.
#pragma once

#include <QWidget>

class QPushButton;

namespace unclench::ui {

class SettingRow : public QWidget {
    Q_OBJECT
public:
    struct Text {
        /// Object names: "<name>ResetButton".
        QString name;
        QString title;
        /// Small print under the title; may be empty.
        QString caption;
        /// What stands after a reset, as in "30 minutes".
        QString usual;
    };
    /// Takes `control`. Beside the words where it is narrow, under them where `isBelow`.
    SettingRow(const Text& text, QWidget* control, bool isBelow, QWidget* parent = nullptr);

    /// A reset is offered where something else than the default stands, or is stored.
    void setResettable(bool isResettable);

Q_SIGNALS:
    void resetRequested();

private:
    QPushButton* m_reset;
};

} // namespace unclench::ui
