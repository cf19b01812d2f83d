// SPDX-License-Identifier: GPL-3.0-or-later
// What could not be done, and what to do about it. Stays until it is closed or the next save
// succeeds.
#pragma once

#include "ui/widgets/card.h"

class QLabel;

namespace unclench::ui {

class NoticeBar : public Card {
    Q_OBJECT
public:
    explicit NoticeBar(QWidget* parent = nullptr);
    void display(const QString& sentence);

private:
    QLabel* m_label;
};

} // namespace unclench::ui
