// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/details_readings.h"

#include "ui/theme.h"
#include "ui/widgets/pain_scale.h"
#include "ui/widgets/wrapped_box.h"
#include "ui/wording/times.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace unclench::ui {

ReadingSection::ReadingSection(QWidget* parent) : Section(tr("Pain readings"), parent) {}

ReadingSection::Row ReadingSection::makeRow(const Uuid& id)
{
    const std::string key = id.text();
    const QString name = QStringLiteral("reading_") + QString::fromStdString(key);
    auto* widget = new QWidget{this};
    auto* lines = new QVBoxLayout{widget};
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(theme::grid(font(), 1));
    auto* top = new QHBoxLayout;
    auto* label = new QLabel{widget};
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    top->addWidget(label, 1);
    auto* edit = rowButton(name + QStringLiteral("_edit"), tr("Edit"), {}, widget);
    edit->setCheckable(true);
    auto* remove = rowButton(name + QStringLiteral("_remove"), tr("Remove"), {}, widget);
    top->addWidget(edit);
    top->addWidget(remove);
    lines->addLayout(top);

    auto* editor = new QWidget{widget};
    auto* editorLines = new QVBoxLayout{editor};
    editorLines->setContentsMargins(0, 0, 0, 0);
    auto* scale = new PainScale{name + QStringLiteral("_pain"), tr("Change to"), editor};
    auto* atRest = new WrappedCheckBox{tr("While resting (lying or sitting still)"), editor};
    atRest->setObjectName(name + QStringLiteral("_atRest"));
    editorLines->addWidget(scale);
    editorLines->addWidget(atRest);
    editor->hide();
    lines->addWidget(editor);

    connect(edit, &QPushButton::toggled, editor, [editor, scale](bool isOpen) {
        editor->setVisible(isOpen);
        if (isOpen) {
            scale->focusFirst();
        }
    });
    connect(remove, &QPushButton::clicked, this,
            [this, id] { Q_EMIT removed(RecordKind::Reading, id); });
    connect(scale, &PainScale::picked, this, [this, key](int pain) {
        Reading reading = m_readings.at(key);
        reading.pain = pain;
        Q_EMIT corrected(reading);
    });
    connect(atRest, &QCheckBox::clicked, this, [this, key](bool isAtRest) {
        Reading reading = m_readings.at(key);
        reading.atRest = isAtRest;
        Q_EMIT corrected(reading);
    });
    column()->addWidget(widget);
    return {widget, label, edit, remove, atRest};
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
        row->second.label->setText(
            reading.note.empty() ? what
                                 //: A reading and its note
                                 : tr("%1: %2").arg(what, QString::fromStdString(reading.note)));
        row->second.edit->setAccessibleName(tr("Edit the reading %1").arg(what));
        row->second.remove->setAccessibleName(tr("Remove the reading %1").arg(what));
        row->second.atRest->setChecked(reading.atRest.value_or(false));
        const auto old = m_readings.find(key);
        if (old != m_readings.end() && old->second.pain != reading.pain) {
            row->second.edit->setChecked(false);
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
