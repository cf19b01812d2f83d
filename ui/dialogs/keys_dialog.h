// SPDX-License-Identifier: GPL-3.0-or-later
// All keys of the program, on one page.
#pragma once

#include <QDialog>

namespace unclench::ui {

class KeysDialog : public QDialog {
    Q_OBJECT
public:
    explicit KeysDialog(QWidget* parent = nullptr);
};

} // namespace unclench::ui
