// SPDX-License-Identifier: GPL-3.0-or-later
// The person's own list of medicines, to be changed: name, dose, regular or rescue, kind.
#pragma once

#include "core/diary/record.h"
#include "core/knowledge/vocabulary.h"
#include "ui/wording/words.h"

#include <QWidget>

#include <map>
#include <string>
#include <vector>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace unclench::ui {

class ChipGroup;
class KeptLine;

class MedicineList : public QWidget {
    Q_OBJECT
public:
    /// Both must outlive it.
    MedicineList(const Vocabulary& vocabulary, const Words& words, QWidget* parent = nullptr);

    void display(const std::vector<Medicine>& medicines);
    void saveDrafts();

Q_SIGNALS:
    void corrected(const unclench::AnyRecord& medicine);
    void removed(unclench::RecordKind kind, const unclench::Uuid& id);

private:
    struct Row {
        QWidget* widget;
        QLabel* label;
        QPushButton* edit;
        QPushButton* remove;
        KeptLine* name;
        KeptLine* dose;
        ChipGroup* use;
        ChipGroup* medicineClass;
    };
    Row makeRow(const Uuid& id);
    /// Below the line of a medicine: everything that can be changed of it.
    QWidget* makeEditor(Row& row, const std::string& key);
    template <class Change>
    void correct(const std::string& key, Change&& change);

    const Vocabulary& m_vocabulary;
    const Words& m_words;
    QVBoxLayout* m_column;
    std::map<std::string, Row> m_rows;
    std::map<std::string, Medicine> m_medicines;
};

} // namespace unclench::ui
