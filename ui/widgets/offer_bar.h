// SPDX-License-Identifier: GPL-3.0-or-later
// A question that is asked once, above the page: quiet, answered by one press, in nobody's way.
#pragma once

#include "ui/widgets/card.h"

class QLabel;

namespace unclench::ui {

class OfferBar : public Card {
    Q_OBJECT
public:
    /// `name` begins the object names; `yes` and `no` may hold mnemonics.
    OfferBar(const QString& name, const QString& yes, const QString& no, QWidget* parent = nullptr);

    /// Asks until it is answered.
    void offer(const QString& sentence);
    /// It need not be answered any more.
    void withdraw();
    /// Something else has the window; what is asked is asked again afterwards.
    void setAside(bool isAside);
    /// It was asked, in view or set aside, and not answered yet.
    [[nodiscard]] bool isAsking() const { return m_isAsking; }

Q_SIGNALS:
    void answered(bool isYes);
    void askingChanged();

private:
    void answer(bool isYes);

    QLabel* m_sentence;
    bool m_isAsking = false;
    bool m_isAside = false;
};

} // namespace unclench::ui
