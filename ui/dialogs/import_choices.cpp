// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/import_choices.h"

#include "ui/theme.h"
#include "ui/widgets/choice_box.h"
#include "ui/widgets/flow_layout.h"
#include "ui/wording/foreign.h"

#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace unclench::ui {

namespace {

QVariant importSeparator(std::optional<char> separator)
{
    return separator ? QVariant{static_cast<int>(*separator)} : QVariant{};
}

template <NamedEnum Enum>
QVariant importValue(const std::optional<Enum>& chosen)
{
    return chosen ? QVariant{static_cast<int>(*chosen)} : QVariant{};
}

template <NamedEnum Enum>
std::optional<Enum> importChosen(const ChoiceBox& box)
{
    const QVariant value = box.currentData();
    return value.isValid() ? std::optional{static_cast<Enum>(value.toInt())} : std::nullopt;
}

/// "As found: ..." first, then each of the enum.
template <NamedEnum Enum, class Words>
QList<ChoiceBox::Entry> importEntries(const QString& found, Words&& words)
{
    QList<ChoiceBox::Entry> entries{{found, {}}};
    for (int i = 0; i < static_cast<int>(kNames<Enum>.size()); ++i) {
        entries.append({words(static_cast<Enum>(i)), i});
    }
    return entries;
}

bool hasImportFault(const ForeignPreview& found, std::initializer_list<ForeignFault> faults)
{
    const auto& problems = found.problems.first();
    return std::any_of(problems.begin(), problems.end(), [&](const ForeignProblem& problem) {
        return std::find(faults.begin(), faults.end(), problem.fault) != faults.end();
    });
}

} // namespace

ImportChoices::ImportChoices(QWidget* parent)
    : Section(tr("How it is read"), parent), m_foundReading(tr("Not known yet")),
      m_foundEncoding(m_foundReading), m_foundSeparator(m_foundReading),
      m_foundDates(m_foundReading), m_foundZone(m_foundReading)
{
    setObjectName(QStringLiteral("importChoices"));
    addHint(tr("All of this is found out from the file, and may be wrong. Change what is not "
               "right: what becomes of the file is shown anew."));
    auto* boxes = new QWidget{this};
    auto* row = new FlowLayout{boxes, theme::grid(font(), 1.5)};
    m_reading = addChoice(boxes, QStringLiteral("foreignReadingBox"), tr("Written by"));
    m_encoding = addChoice(boxes, QStringLiteral("foreignEncodingBox"), tr("Letters as"));
    m_separator = addChoice(boxes, QStringLiteral("foreignSeparatorBox"), tr("Between the cells"));
    m_dates = addChoice(boxes, QStringLiteral("foreignDatesBox"), tr("Dates"));
    m_zone = addChoice(boxes, QStringLiteral("foreignZoneBox"), tr("Times without a zone"));
    for (ChoiceBox* box : {m_reading, m_encoding, m_separator, m_dates, m_zone}) {
        row->addWidget(box->parentWidget());
    }
    column()->addWidget(boxes);
    connect(m_reading, &QComboBox::activated, this, &ImportChoices::chooseReading);
    for (ChoiceBox* box : {m_encoding, m_separator, m_dates, m_zone}) {
        connect(box, &QComboBox::activated, this, &ImportChoices::tell);
    }
}

ChoiceBox* ImportChoices::addChoice(QWidget* parent, const QString& name, const QString& label)
{
    auto* cell = new QWidget{parent};
    auto* lines = new QVBoxLayout{cell};
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(theme::grid(font(), 0.5));
    auto* words = new QLabel{label, cell};
    auto* box = new ChoiceBox{name, label, cell};
    words->setBuddy(box);
    lines->addWidget(words);
    lines->addWidget(box);
    return box;
}

void ImportChoices::display(const ForeignView& view)
{
    m_choice = view.choice;
    displayFound(view);
    QList<ChoiceBox::Entry> readings{{m_foundReading, QString{}}};
    for (const ReadingChoice& reading : view.readings) {
        readings.append({reading.label, reading.id});
    }
    readings.append({tr("Each column as I say"), QString::fromLatin1(kOwnColumns)});
    m_reading->offer(readings);
    m_encoding->offer(importEntries<TextEncoding>(m_foundEncoding, wording::encoding));
    QList<ChoiceBox::Entry> separators{{m_foundSeparator, {}}};
    for (const char sign : kForeignSeparators) {
        separators.append({wording::separator(sign), importSeparator(sign)});
    }
    m_separator->offer(separators);
    m_dates->offer(importEntries<DateOrder>(m_foundDates, wording::dateOrder));
    QList<ChoiceBox::Entry> zones{{m_foundZone, QString{}}};
    for (const QString& zone : view.zones) {
        zones.append({zone, zone});
    }
    m_zone->offer(zones);
    m_reading->choose(m_choice.reading);
    m_encoding->choose(importValue(m_choice.encoding));
    m_separator->choose(importSeparator(m_choice.separator));
    m_dates->choose(importValue(m_choice.dateOrder));
    m_zone->choose(m_choice.zone);
}

void ImportChoices::displayFound(const ForeignView& view)
{
    if (!view.found || view.found->layout.header.empty()) {
        return;
    }
    const ForeignPreview& found = *view.found;
    m_columns = found.mapping.columns;
    const auto asFound = [](const QString& what) { return tr("As found: %1").arg(what); };
    if (m_choice.reading.isEmpty()) {
        m_foundReading = hasImportFault(found, {ForeignFault::UnknownLayout})
                             ? tr("No program that is known")
                             : asFound(found.mapping.program.empty()
                                           ? tr("by the column names")
                                           : QString::fromStdString(found.mapping.program));
    }
    if (!m_choice.encoding) {
        m_foundEncoding = asFound(wording::encoding(found.layout.encoding));
    }
    if (!m_choice.separator) {
        m_foundSeparator = asFound(wording::separator(found.layout.separator));
    }
    if (!m_choice.dateOrder) {
        const bool isUnsure =
            hasImportFault(found, {ForeignFault::UnsureDates, ForeignFault::MixedDates});
        const bool wasReached = found.plan || !found.problems.hasWhole();
        m_foundDates = isUnsure     ? tr("Not clear: please choose")
                       : wasReached ? asFound(wording::dateOrder(found.dateOrder))
                                    : tr("Not known yet");
    }
    if (m_choice.zone.isEmpty()) {
        m_foundZone = found.mapping.zone ? asFound(QString::fromStdString(*found.mapping.zone))
                                         : tr("As on this computer");
    }
}

void ImportChoices::chooseReading()
{
    m_choice.reading = m_reading->currentData().toString();
    const bool isOwn = m_choice.reading == QLatin1String{kOwnColumns};
    // Who wants to say each column begins with what they are now.
    m_choice.columns = isOwn ? m_columns : std::vector<MappedColumn>{};
    tell();
}

void ImportChoices::tell()
{
    m_choice.encoding = importChosen<TextEncoding>(*m_encoding);
    m_choice.dateOrder = importChosen<DateOrder>(*m_dates);
    const QVariant separator = m_separator->currentData();
    m_choice.separator =
        separator.isValid() ? std::optional{static_cast<char>(separator.toInt())} : std::nullopt;
    m_choice.zone = m_zone->currentData().toString();
    Q_EMIT choiceChanged(m_choice);
}

} // namespace unclench::ui
