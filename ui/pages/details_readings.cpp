// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/details_readings.h"

#include "ui/theme.h"
#include "ui/widgets/kept_text.h"
#include "ui/widgets/moment_edit.h"
#include "ui/widgets/pain_scale.h"
#include "ui/widgets/wrapped_box.h"
#include "ui/wording/times.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace unclench::ui {

namespace {

/// So much of a note stands in the line of its reading; the rest stands in its field.
constexpr qsizetype kCharactersShown = 200;

QString beginningOf(const std::string& note)
{
    const QString text = QString::fromStdString(note);
    return text.size() > kCharactersShown ? text.left(kCharactersShown) + QChar{0x2026} : text;
}

} // namespace

ReadingSection::ReadingSection(QWidget* parent)
    : Section(tr("Pain readings"), parent), m_rowColumn(new QVBoxLayout)
{
    m_rowColumn->setSpacing(theme::grid(font(), 1.5));
    column()->addLayout(m_rowColumn);
}

template <class Change>
void ReadingSection::correct(const std::string& key, Change&& change)
{
    const auto stored = m_readings.find(key);
    if (stored == m_readings.end()) {
        return; // removed while something was typed for it
    }
    Reading reading = stored->second;
    change(reading);
    if (reading != stored->second) {
        Q_EMIT corrected(reading);
    }
}

QWidget* ReadingSection::makeEditor(Row& row, const std::string& key)
{
    const QString name = QStringLiteral("reading_") + QString::fromStdString(key);
    auto* editor = new QWidget{row.widget};
    auto* lines = new QVBoxLayout{editor};
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(theme::grid(font(), 1));
    auto* scale = new PainScale{name + QStringLiteral("_pain"), tr("Change to"), editor};
    row.atRest = new WrappedCheckBox{tr("While resting (lying or sitting still)"), editor};
    row.atRest->setObjectName(name + QStringLiteral("_atRest"));
    row.time = new MomentEdit{name + QStringLiteral("_time"), tr("Time of this reading"), editor};
    row.note = new KeptNote{name + QStringLiteral("_note"), tr("Note of this reading"), editor};
    row.note->setPlaceholderText(tr("A note with this reading"));
    row.note->setFixedHeight(theme::grid(font(), 9));
    lines->addWidget(scale);
    lines->addWidget(row.atRest);
    lines->addWidget(row.time, 0, Qt::AlignLeft);
    lines->addWidget(row.note);
    editor->hide();
    connect(row.edit, &QPushButton::toggled, editor, [editor, scale](bool isOpen) {
        editor->setVisible(isOpen);
        if (isOpen) {
            scale->focusFirst();
        }
    });
    connect(scale, &PainScale::picked, this, [this, key](int pain) {
        correct(key, [&](Reading& reading) { reading.pain = pain; });
    });
    connect(row.atRest, &QCheckBox::clicked, this, [this, key](bool isAtRest) {
        correct(key, [&](Reading& reading) { reading.atRest = isAtRest; });
    });
    connect(row.time, &MomentEdit::entered, this, [this, key](const Moment& at) {
        correct(key, [&](Reading& reading) { reading.at = at; });
    });
    connect(row.note, &KeptNote::entered, this, [this, key](const QString& note) {
        correct(key, [&](Reading& reading) { reading.note = note.toStdString(); });
    });
    return editor;
}

ReadingSection::Row ReadingSection::makeRow(const Uuid& id)
{
    const std::string key = id.text();
    const QString name = QStringLiteral("reading_") + QString::fromStdString(key);
    Row row{};
    row.widget = new QWidget{this};
    auto* lines = new QVBoxLayout{row.widget};
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(theme::grid(font(), 1));
    auto* top = new QHBoxLayout;
    row.label = new QLabel{row.widget};
    row.label->setTextFormat(Qt::PlainText);
    row.label->setWordWrap(true);
    top->addWidget(row.label, 1);
    row.edit = rowButton(name + QStringLiteral("_edit"), tr("Edit"), {}, row.widget);
    row.edit->setCheckable(true);
    row.remove = rowButton(name + QStringLiteral("_remove"), tr("Remove"), {}, row.widget);
    top->addWidget(row.edit);
    top->addWidget(row.remove);
    lines->addLayout(top);
    lines->addWidget(makeEditor(row, key));
    connect(row.remove, &QPushButton::clicked, this,
            [this, id] { Q_EMIT removed(RecordKind::Reading, id); });
    m_rowColumn->addWidget(row.widget);
    return row;
}

void ReadingSection::saveDrafts()
{
    std::vector<std::string> keys; // what is saved changes the rows
    for (const auto& [key, row] : m_rows) {
        keys.push_back(key);
    }
    for (const std::string& key : keys) {
        if (const auto row = m_rows.find(key); row != m_rows.end()) {
            row->second.time->commit();
        }
        if (const auto row = m_rows.find(key); row != m_rows.end()) {
            row->second.note->commit();
        }
    }
}

void ReadingSection::display(const DetailsView& view)
{
    std::map<std::string, Reading> readings;
    for (const Reading& reading : view.course.readings) {
        const std::string key = reading.stamp.id.text();
        auto row = m_rows.find(key);
        if (row == m_rows.end()) {
            row = m_rows.emplace(key, makeRow(reading.stamp.id)).first;
        }
        const QString when = wording::moment(reading.at, view.now);
        const QString what = reading.atRest.value_or(false)
                                 ? tr("%1 of 10 at %2, resting").arg(reading.pain).arg(when)
                                 : tr("%1 of 10 at %2").arg(reading.pain).arg(when);
        row->second.label->setText(reading.note.empty()
                                       ? what
                                       //: A reading and its note
                                       : tr("%1: %2").arg(what, beginningOf(reading.note)));
        row->second.edit->setAccessibleName(tr("Edit the reading %1").arg(what));
        row->second.remove->setAccessibleName(tr("Remove the reading %1").arg(what));
        row->second.atRest->setChecked(reading.atRest.value_or(false));
        row->second.time->display(reading.at);
        row->second.note->display(QString::fromStdString(reading.note));
        const auto old = m_readings.find(key);
        if (old != m_readings.end() && old->second.pain != reading.pain) {
            row->second.edit->setChecked(false);
        }
        // In the order of time, which may have been changed.
        if (const int place = static_cast<int>(readings.size());
            m_rowColumn->indexOf(row->second.widget) != place) {
            m_rowColumn->insertWidget(place, row->second.widget);
        }
        readings.emplace(key, reading);
    }
    m_readings = std::move(readings);
    std::erase_if(m_rows, [&](const auto& row) {
        if (m_readings.contains(row.first)) {
            return false;
        }
        row.second.widget->hide();
        row.second.widget->setParent(nullptr);
        row.second.widget->deleteLater();
        return true;
    });
}

} // namespace unclench::ui
