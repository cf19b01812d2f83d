// SPDX-License-Identifier: GPL-3.0-or-later
// Heat and cold on *Now*: side by side where there is room, what is asked about them above, the
// next times below.
#pragma once

#include "ui/widgets/care_view.h"

#include <QWidget>

class QBoxLayout;
class QLabel;
class QPushButton;

namespace unclench::ui {

class CareCard;

class CareBlock : public QWidget {
    Q_OBJECT
public:
    explicit CareBlock(QWidget* parent = nullptr);

    void display(const CareView& view);
    /// Forgets what was chosen for the next session.
    void reset();

Q_SIGNALS:
    void startRequested(const unclench::CareStart& what);
    void kindChosen(std::optional<unclench::CareKind> kind);
    void clinicianOkTold(unclench::Modality modality, const std::string& reason);
    void noLongerTold(const std::string& reason);
    void runningRequested();
    void clockConfirmed();
    void skinFelt(bool isNormal);
    /// How the last session was: it is to be told now, or not at all.
    void outcomeRequested();
    void outcomeLeft();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* buildAsk();
    void answer(bool isYes);
    void arrange();

    QWidget* m_askCard = nullptr;
    QLabel* m_ask = nullptr;
    QPushButton* m_yes = nullptr;
    QPushButton* m_no = nullptr;
    QBoxLayout* m_cards = nullptr;
    CareCard* m_heat;
    CareCard* m_cold;
    QLabel* m_plan;
    CareAsk m_asked = CareAsk::Nothing;
};

} // namespace unclench::ui
