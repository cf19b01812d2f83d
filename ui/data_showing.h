// SPDX-License-Identifier: GPL-3.0-or-later
// The dialog *Your data* over the window: at most one.
#pragma once

#include "ui/dialogs/data_dialog.h"

#include <QObject>
#include <QPointer>

namespace unclench::ui {

class MainWindow;

class DataShowing : public QObject {
    Q_OBJECT
public:
    /// `window` must outlive it.
    explicit DataShowing(MainWindow& window);

    /// Opens it, or brings it to the front.
    DataDialog* show();
    /// nullptr: it is not open.
    [[nodiscard]] DataDialog* dialog() const { return m_dialog; }

Q_SIGNALS:
    /// It was just made; its wishes go nowhere until somebody connects them.
    void opened(unclench::ui::DataDialog* dialog);

private:
    MainWindow& m_window;
    QPointer<DataDialog> m_dialog;
};

} // namespace unclench::ui
