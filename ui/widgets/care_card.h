// SPDX-License-Identifier: GPL-3.0-or-later
// Heat or cold on *Now*: whether it may be used now, why, and its start.
#pragma once

#include "ui/widgets/card.h"
#include "ui/widgets/care_view.h"

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace unclench::ui {

class MainButton;

/// What is chosen for the next session stays until one has begun, also where a start was refused.
class CareCard : public Card {
    Q_OBJECT
public:
    explicit CareCard(Modality modality, QWidget* parent = nullptr);

    /// `isQuiet`: no spasm is open, so nothing needs to be done.
    void display(const CareCardView& view, bool isQuiet);
    /// Forgets what was chosen: a session has begun.
    void reset();

Q_SIGNALS:
    void startRequested(const unclench::CareStart& what);
    /// Absent: any.
    void kindChosen(std::optional<unclench::CareKind> kind);
    void clinicianOkTold(unclench::Modality modality, const std::string& reason);
    void noLongerTold(const std::string& reason);

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* buildHead();
    QWidget* buildButtons();
    QWidget* buildChoices();
    [[nodiscard]] QWidget* makeReason(const CareReasonView& reason);
    void displayReasons();
    void displayChoices();
    void paintTitle();
    [[nodiscard]] int minutes() const;

    Modality m_modality;
    QString m_name;
    CareCardView m_view;
    QLabel* m_title = nullptr;
    QLabel* m_status = nullptr;
    QLabel* m_how = nullptr;
    MainButton* m_start = nullptr;
    QPushButton* m_choose = nullptr;
    QWidget* m_choices = nullptr;
    ChipGroup* m_minutes = nullptr;
    ChipGroup* m_kinds = nullptr;
    ChipGroup* m_pains = nullptr;
    QVBoxLayout* m_reasonColumn = nullptr;
    std::vector<CareReasonView> m_reasonsShown;
    std::vector<int> m_minutesOffered;
    std::optional<int> m_wantedMinutes;
    std::optional<CareKind> m_kind;
    std::optional<int> m_pain;
};

} // namespace unclench::ui
