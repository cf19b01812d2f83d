// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the details page on medicines: what was taken, with the cautions of its class.
#pragma once

#include "core/diary/record.h"
#include "core/knowledge/vocabulary.h"
#include "ui/pages/details_view.h"
#include "ui/widgets/section.h"
#include "ui/wording/words.h"

#include <map>
#include <string>

class QLineEdit;

namespace unclench::ui {

class ChipGroup;
class MedicineList;

class MedicineSection : public Section {
    Q_OBJECT
public:
    MedicineSection(const Vocabulary& vocabulary, const Words& words, QWidget* parent = nullptr);

    void display(const DetailsView& view);
    void saveDrafts();

Q_SIGNALS:
    void taken(const unclench::ui::MedicineDraft& draft);
    void corrected(const unclench::AnyRecord& record);
    void removed(unclench::RecordKind kind, const unclench::Uuid& id);

private:
    struct Row {
        QWidget* widget;
        QLabel* label;
        QPushButton* remove;
        /// Where it sits, where it may be a patch.
        ChipGroup* patch;
    };
    void buildOwnList();
    void buildDraft();
    void offerOwnList(const std::vector<Medicine>& medicines);
    void pressTaken();
    void clearDraft();
    /// The cautions of the classes taken here and of the one that is being entered.
    void displayCautions();
    Row makeRow(const IntakeLine& line);
    void displayRow(const Row& row, const IntakeLine& line, const Moment& now);

    const Vocabulary& m_vocabulary;
    const Words& m_words;
    ChipGroup* m_ownList;
    QPushButton* m_changeList = nullptr;
    MedicineList* m_list = nullptr;
    QLineEdit* m_name = nullptr;
    ChipGroup* m_classes = nullptr;
    QLineEdit* m_dose = nullptr;
    QPushButton* m_took = nullptr;
    QLabel* m_cautions = nullptr;
    QVBoxLayout* m_rowColumn;
    std::optional<Uuid> m_shown;
    std::vector<Medicine> m_medicines;
    std::vector<IntakeLine> m_intakes;
    std::set<std::string> m_knownClasses;
    std::optional<std::string> m_draftClass;
    std::map<std::string, Row> m_rows;
};

} // namespace unclench::ui
