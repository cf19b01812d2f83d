// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data_showing.h"

#include "ui/main_window.h"

namespace unclench::ui {

DataShowing::DataShowing(MainWindow& window) : m_window(window) {}

DataDialog* DataShowing::show()
{
    const bool isNew = m_dialog == nullptr;
    if (isNew) {
        m_dialog = new DataDialog{&m_window};
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
    if (isNew) {
        Q_EMIT opened(m_dialog);
    }
    return m_dialog;
}

} // namespace unclench::ui
