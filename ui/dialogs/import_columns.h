// SPDX-License-Identifier: GPL-3.0-or-later
// A file of another program: what each of its columns means, and keeping that for the next one.
#pragma once

#include "ui/dialogs/import_view.h"
#include "ui/widgets/section.h"

#include <QList>

class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace unclench::ui {

class ChoiceBox;

class ImportColumns : public Section {
    Q_OBJECT
public:
    explicit ImportColumns(QWidget* parent = nullptr);

    void display(const ForeignView& view);

Q_SIGNALS:
    void choiceChanged(const unclench::ui::ForeignChoice& choice);
    /// How the file is read is to be kept under this name.
    void saveRequested(const QString& name);

private:
    struct Row {
        std::string column;
        QLabel* values;
        ChoiceBox* meaning;
    };
    QWidget* buildSaving();
    void makeRows(const ForeignHeader& header);
    void choose(const std::string& column, const ChoiceBox& meaning);
    void judgeName();

    ForeignChoice m_choice;
    ForeignHeader m_header;
    QList<Row> m_rows;
    bool m_canBeSaved = false;
    QLabel* m_rules;
    QWidget* m_table;
    QGridLayout* m_grid;
    QLabel* m_more;
    QLineEdit* m_name = nullptr;
    QPushButton* m_save = nullptr;
    QLabel* m_nameHint = nullptr;
};

} // namespace unclench::ui
