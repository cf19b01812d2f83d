// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the details page on heat and cold: the sessions of this spasm, each of which can be
// removed, what pain did over all sessions, and a form for one that was not timed here.
#pragma once

#include "core/care/telling.h"
#include "core/diary/record.h"
#include "ui/pages/details_view.h"
#include "ui/widgets/section.h"

#include <map>
#include <optional>
#include <string>

namespace unclench::ui {

class ChipGroup;
class MomentEdit;
class NumberField;

class CareSection : public Section {
    Q_OBJECT
public:
    explicit CareSection(QWidget* parent = nullptr);

    void display(const DetailsView& view);

public Q_SLOTS:
    /// What was told is saved: the form closes, empty. Until then it keeps what is in it.
    void notePastSaved();

Q_SIGNALS:
    void pastTold(const unclench::CareTold& told);
    void removed(unclench::RecordKind kind, const unclench::Uuid& id);

private:
    QWidget* buildForm();
    void displayForm();
    void displayRows(const DetailsView& view);
    void resetForm();
    void save();

    QVBoxLayout* m_rowColumn;
    std::map<std::string, QWidget*> m_rows;
    QLabel* m_empty;
    QLabel* m_helped;
    QPushButton* m_open;
    QWidget* m_form = nullptr;
    ChipGroup* m_modalities = nullptr;
    ChipGroup* m_kinds = nullptr;
    MomentEdit* m_time = nullptr;
    NumberField* m_minutes = nullptr;
    ChipGroup* m_before = nullptr;
    ChipGroup* m_after = nullptr;
    Modality m_modality = Modality::Heat;
    std::optional<CareKind> m_kind;
    std::optional<int> m_painBefore;
    std::optional<int> m_painAfter;
    Moment m_begin;
    Moment m_usualBegin;
    std::optional<Uuid> m_shown;
};

} // namespace unclench::ui
