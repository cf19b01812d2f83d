// SPDX-License-Identifier: GPL-3.0-or-later
// After a session, on one page: the pain, the skin, and whether it did good. Each press is saved.
#pragma once

#include "ui/widgets/care_view.h"

#include <QWidget>

#include <map>

class QLabel;

namespace unclench::ui {

class AnswerButton;
class MainButton;
class PainScale;

class CareAfter : public QWidget {
    Q_OBJECT
public:
    explicit CareAfter(QWidget* parent = nullptr);

    void display(const CareAfterView& view);
    void focusFirst();

Q_SIGNALS:
    void told(const unclench::CareOutcome& outcome);
    void neverHappened();
    void closeRequested();

private:
    QWidget* buildHead();
    QWidget* buildPain();
    QWidget* buildSkin();
    QWidget* buildEffect();

    QLabel* m_title = nullptr;
    QLabel* m_lead = nullptr;
    MainButton* m_done = nullptr;
    PainScale* m_pains = nullptr;
    std::map<Skin, AnswerButton*> m_skins;
    QLabel* m_advice = nullptr;
    std::map<Effect, AnswerButton*> m_effects;
};

} // namespace unclench::ui
