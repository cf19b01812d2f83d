// SPDX-License-Identifier: GPL-3.0-or-later
// A file of another program: how it is read. All of it is guessed, and can be said otherwise.
#pragma once

#include "ui/dialogs/import_view.h"
#include "ui/widgets/section.h"

namespace unclench::ui {

class ChoiceBox;

class ImportChoices : public Section {
    Q_OBJECT
public:
    explicit ImportChoices(QWidget* parent = nullptr);

    void display(const ForeignView& view);

Q_SIGNALS:
    void choiceChanged(const unclench::ui::ForeignChoice& choice);

private:
    ChoiceBox* addChoice(QWidget* parent, const QString& name, const QString& label);
    void displayFound(const ForeignView& view);
    void chooseReading();
    void tell();

    ForeignChoice m_choice;
    /// Of the file as it is shown, for whoever wants to say each column.
    std::vector<MappedColumn> m_columns;
    /// As it was found before the person said anything, in the order of the boxes.
    QString m_foundReading;
    QString m_foundEncoding;
    QString m_foundSeparator;
    QString m_foundDates;
    QString m_foundZone;
    ChoiceBox* m_reading = nullptr;
    ChoiceBox* m_encoding = nullptr;
    ChoiceBox* m_separator = nullptr;
    ChoiceBox* m_dates = nullptr;
    ChoiceBox* m_zone = nullptr;
};

} // namespace unclench::ui
