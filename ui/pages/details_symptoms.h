// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the details page on what else is noticed: symptoms, their side, how they change.
#pragma once

#include "core/knowledge/vocabulary.h"
#include "ui/pages/details_view.h"
#include "ui/widgets/section.h"
#include "ui/wording/words.h"

#include <map>
#include <string>

namespace unclench::ui {

class ChipGroup;

class SymptomSection : public Section {
    Q_OBJECT
public:
    SymptomSection(const Vocabulary& vocabulary, const Words& words, QWidget* parent = nullptr);

    void display(const DetailsView& view);

Q_SIGNALS:
    void told(const unclench::Symptom& symptom, unclench::ui::Revision revision);
    /// `symptom` says something else than before: it may have changed or been wrong.
    void revised(const unclench::Symptom& symptom, const QString& question);

private:
    struct Row {
        QWidget* widget = nullptr;
        /// nullptr: a side makes no sense.
        ChipGroup* sides = nullptr;
        ChipGroup* changes = nullptr;
    };
    Row makeRow(const std::string& id);
    void press(const std::string& id, bool isWanted);
    void pressSide(const std::string& symptom, const std::string& side, bool isWanted);
    void pressChange(const std::string& symptom, const std::string& change, bool isWanted);
    [[nodiscard]] QString question(const std::string& id) const;

    const Vocabulary& m_vocabulary;
    const Words& m_words;
    ChipGroup* m_chips;
    QVBoxLayout* m_rowColumn;
    QLabel* m_gone;
    std::optional<Uuid> m_shown;
    std::map<std::string, Row> m_rows;
    std::map<std::string, Symptom> m_symptoms;
};

} // namespace unclench::ui
