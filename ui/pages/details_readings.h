// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the details page on the pain readings: each can be changed or removed.
#pragma once

#include "core/diary/record.h"
#include "ui/pages/details_view.h"
#include "ui/widgets/section.h"

#include <map>
#include <string>

class QCheckBox;

namespace unclench::ui {

class KeptNote;
class MomentEdit;

class ReadingSection : public Section {
    Q_OBJECT
public:
    explicit ReadingSection(QWidget* parent = nullptr);

    void display(const DetailsView& view);
    void saveDrafts();

Q_SIGNALS:
    void corrected(const unclench::AnyRecord& reading);
    void removed(unclench::RecordKind kind, const unclench::Uuid& id);

private:
    struct Row {
        QWidget* widget;
        QLabel* label;
        QPushButton* edit;
        QPushButton* remove;
        QCheckBox* atRest;
        MomentEdit* time;
        KeptNote* note;
    };
    Row makeRow(const Uuid& id);
    /// Below the line of a reading: its pain, rest, time and note.
    QWidget* makeEditor(Row& row, const std::string& key);
    template <class Change>
    void correct(const std::string& key, Change&& change);

    QVBoxLayout* m_rowColumn;
    std::map<std::string, Row> m_rows;
    std::map<std::string, Reading> m_readings;
};

} // namespace unclench::ui
