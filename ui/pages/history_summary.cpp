// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/history_summary.h"

#include "ui/theme.h"
#include "ui/widgets/flow_layout.h"
#include "ui/wording/times.h"

#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>

namespace unclench::ui {

namespace {

enum Fact { Pain, Where, Symptoms, Triggers, Notes, FactCount };
/// A note may be a megabyte; the whole of it stands in the details.
constexpr qsizetype kNoteCharacters = 2000;
constexpr std::size_t kSummaryReadings = 50;

QLabel* makeLabel(const QString& name, theme::Size size, bool isMuted, QWidget* parent)
{
    auto* label = new QLabel{parent};
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setFont(theme::font(label->font(), size));
    if (isMuted) {
        label->setForegroundRole(QPalette::PlaceholderText);
    }
    return label;
}

} // namespace

HistorySummary::HistorySummary(const Words& words, QWidget* parent) : Card(parent), m_words(words)
{
    setObjectName(QStringLiteral("historySummary"));
    auto* column = new QVBoxLayout{this};
    const int padding = theme::grid(font(), 2);
    column->setContentsMargins(padding, padding, padding, padding);
    column->setSpacing(theme::grid(font(), 1));
    m_title = makeLabel(QStringLiteral("summaryTitle"), theme::Size::Heading, false, this);
    m_state = makeLabel(QStringLiteral("summaryState"), theme::Size::Body, true, this);
    column->addWidget(m_title);
    column->addWidget(m_state);
    buildFacts(column);
    buildButtons(column);
    display({});
}

void HistorySummary::buildFacts(QVBoxLayout* column)
{
    m_scroll = new QScrollArea{this};
    m_scroll->setMinimumHeight(theme::grid(font(), 10));
    m_scroll->setObjectName(QStringLiteral("summaryScrollArea"));
    m_scroll->setAccessibleName(tr("The chosen spasm"));
    m_scroll->setWidgetResizable(true);
    // Somewhere to stop only where there is something to scroll.
    m_scroll->setFocusPolicy(Qt::NoFocus);
    connect(m_scroll->verticalScrollBar(), &QScrollBar::rangeChanged, m_scroll,
            [scroll = m_scroll](int, int most) {
                scroll->setFocusPolicy(most > 0 ? Qt::StrongFocus : Qt::NoFocus);
            });
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* sheet = new QWidget{m_scroll};
    sheet->setBackgroundRole(QPalette::Base);
    auto* facts = new QVBoxLayout{sheet};
    facts->setContentsMargins(0, 0, 0, 0);
    facts->setSpacing(theme::grid(font(), 0.5));
    const std::array<QString, FactCount> headings{tr("Pain"), tr("Where"), tr("Symptoms"),
                                                  tr("What came before"), tr("Notes")};
    for (std::size_t i = 0; i < headings.size(); ++i) {
        auto* heading = makeLabel({}, theme::Size::Caption, true, sheet);
        heading->setText(headings[i]);
        auto* text =
            makeLabel(QStringLiteral("summaryFact%1").arg(i), theme::Size::Body, false, sheet);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        text->setContentsMargins(0, 0, 0, theme::grid(font(), 1));
        facts->addWidget(heading);
        facts->addWidget(text);
        m_facts.emplace_back(heading, text);
    }
    facts->addStretch(1);
    m_scroll->setWidget(sheet);
    column->addWidget(m_scroll, 1);
}

void HistorySummary::buildButtons(QVBoxLayout* column)
{
    const auto makeButton = [&](const QString& name, const QString& text, const QString& purpose) {
        auto* button = new QPushButton{text, this};
        button->setObjectName(name);
        button->setAccessibleName(purpose);
        button->setMinimumHeight(theme::grid(font(), 4.5));
        return button;
    };
    m_open =
        makeButton(QStringLiteral("openDetailsButton"), tr("&Open details"), tr("Open details"));
    m_delete = makeButton(QStringLiteral("deleteButton"), tr("&Delete"), tr("Delete"));
    m_restore = makeButton(QStringLiteral("restoreButton"), tr("&Restore"), tr("Restore"));
    column->addWidget(m_open);
    auto* row = new FlowLayout{nullptr, theme::grid(font(), 1)};
    for (QPushButton* button : {m_delete, m_restore}) {
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        row->addWidget(button);
    }
    column->addLayout(row);
    connect(m_open, &QPushButton::clicked, this, &HistorySummary::openRequested);
    connect(m_delete, &QPushButton::clicked, this, &HistorySummary::deleteRequested);
    connect(m_restore, &QPushButton::clicked, this, &HistorySummary::restoreRequested);
}

void HistorySummary::display(const HistoryEntryView& view)
{
    const bool isDeleted = view.entry && view.entry->isDeleted;
    m_open->setEnabled(view.entry && !isDeleted);
    m_delete->setEnabled(view.entry && !isDeleted);
    m_restore->setEnabled(isDeleted);
    m_scroll->verticalScrollBar()->setValue(0);
    for (int fact = 0; fact < FactCount; ++fact) {
        setFact(fact, {});
    }
    if (!view.entry) {
        m_title->setText(tr("No spasm chosen"));
        m_state->setText(tr("Choose one in the table to see it here."));
        return;
    }
    displayEntry(*view.entry, view.now);
}

void HistorySummary::displayEntry(const HistoryEntry& entry, const Moment& now)
{
    const Course& course = entry.course;
    m_title->setText(wording::moment(course.onset(), now));
    QString state;
    if (course.isOpen()) {
        state = tr("Still open, for %1").arg(wording::length(now.utc - course.onset().utc));
    } else {
        state = tr("Over at %1, after %2")
                    .arg(wording::moment(*course.end(), now),
                         wording::length(course.end()->utc - course.onset().utc));
    }
    if (entry.beside) {
        //: %1 how it stands with this spasm, %2 when the other one began
        state = tr("%1. Another one, from %2, is written down for the same time. If both are one, "
                   "delete one of them.")
                    .arg(state, wording::moment(*entry.beside, now));
    }
    m_state->setText(entry.isDeleted ? tr("%1. Deleted.").arg(state) : state);

    QStringList lines;
    const auto skipped =
        course.readings.size() > kSummaryReadings ? course.readings.size() - kSummaryReadings : 0;
    for (std::size_t i = skipped; i < course.readings.size(); ++i) {
        const Reading& reading = course.readings[i];
        //: A reading: pain and time, as in "7 at 09:40"
        lines << tr("%1 at %2").arg(reading.pain).arg(wording::moment(reading.at, now));
    }
    setFact(Pain, lines.join(QLatin1Char('\n')));

    lines.clear();
    for (const Place& place : course.details.regions.value_or(std::vector<Place>{})) {
        lines << m_words.place(place.region, place.side);
    }
    setFact(Where, lines.join(QLatin1Char('\n')));

    lines.clear();
    for (const Symptom& symptom : entry.symptoms) {
        const QString label = m_words.label(Topic::Symptom, symptom.symptom);
        if (symptom.isPresent && !lines.contains(label)) {
            lines << label;
        }
    }
    setFact(Symptoms, lines.join(QLatin1Char('\n')));

    lines.clear();
    for (const std::string& trigger :
         course.details.triggers.value_or(std::vector<std::string>{})) {
        lines << m_words.label(Topic::Trigger, trigger);
    }
    setFact(Triggers, lines.join(QLatin1Char('\n')));

    lines.clear();
    if (course.details.note) {
        lines << QString::fromStdString(*course.details.note);
    }
    for (const Reading& reading : course.readings) {
        if (!reading.note.empty()) {
            //: A note and when it was written
            lines << tr("%1: %2").arg(wording::moment(reading.at, now),
                                      QString::fromStdString(reading.note));
        }
    }
    setFact(Notes, lines.join(QLatin1Char('\n')));
}

void HistorySummary::setFact(int fact, const QString& text)
{
    auto& [heading, label] = m_facts[static_cast<std::size_t>(fact)];
    heading->setVisible(!text.isEmpty());
    label->setVisible(!text.isEmpty());
    label->setText(text.size() > kNoteCharacters ? text.left(kNoteCharacters) + QChar{0x2026}
                                                 : text);
}

} // namespace unclench::ui
