// SPDX-License-Identifier: GPL-3.0-or-later
// A question that is asked once, above the page: quiet, answered by one press, in nobody's way.
#pragma once

#include "ui/widgets/card.h"

class QLabel;

namespace unclench::ui {

class OfferBar : public Card {
    Q_OBJECT
public:
    explicit OfferBar(QWidget* parent = nullptr);

    void offer(const QString& sentence);

Q_SIGNALS:
    void answered(bool isYes);

private:
    void answer(bool isYes);

    QLabel* m_sentence;
};

} // namespace unclench::ui
