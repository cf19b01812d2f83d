// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the details page on what else is noticed: symptoms, each side on its own, how they
// change and since when.
#pragma once

#include "core/knowledge/vocabulary.h"
#include "ui/pages/details_view.h"
#include "ui/widgets/section.h"
#include "ui/wording/words.h"

#include <array>
#include <map>
#include <string>

namespace unclench::ui {

class ChipGroup;
class NumberField;

class SymptomSection : public Section {
    Q_OBJECT
public:
    SymptomSection(const Vocabulary& vocabulary, const Words& words, QWidget* parent = nullptr);

    void display(const DetailsView& view);
    void saveDrafts();

Q_SIGNALS:
    void told(const unclench::Symptom& symptom, unclench::ui::Revision revision);
    /// `symptom` says something else than before: it may have changed or been wrong.
    void revised(const unclench::Symptom& symptom, const QString& question);

private:
    /// What is told of one side, or of the whole.
    struct Part {
        QWidget* widget = nullptr;
        /// Which side, where there are two.
        QLabel* side = nullptr;
        ChipGroup* changes = nullptr;
        NumberField* since = nullptr;
    };
    struct Row {
        QWidget* widget = nullptr;
        /// nullptr: a side makes no sense.
        ChipGroup* sides = nullptr;
        std::array<Part, 2> parts;
    };
    Row makeRow(const std::string& id);
    Part makePart(const std::string& id, std::size_t place, QWidget* parent);
    void displayRow(const Row& row, const std::string& id);
    void press(const std::string& id, bool isWanted);
    void pressSide(const std::string& id, Side side, bool isWanted);
    void pressChange(Symptom record, const std::string& change, bool isWanted);
    void askWhetherGone(const Symptom& symptom);

    const Vocabulary& m_vocabulary;
    const Words& m_words;
    ChipGroup* m_chips;
    QVBoxLayout* m_rowColumn;
    QLabel* m_gone;
    std::optional<Uuid> m_shown;
    std::map<std::string, Row> m_rows;
    /// Those that are there, by their id; at most two: left and right.
    std::map<std::string, std::vector<Symptom>> m_present;
};

} // namespace unclench::ui
