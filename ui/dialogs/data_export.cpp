// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/data_export.h"

#include "ui/theme.h"
#include "ui/widgets/check_grid.h"
#include "ui/widgets/day_edit.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/main_button.h"
#include "ui/widgets/one_of.h"
#include "ui/widgets/wrapped_box.h"
#include "ui/widgets/wrapped_label.h"

#include <QButtonGroup>
#include <QVBoxLayout>

namespace unclench::ui {

namespace {

// Ids of the two choices of a group.
constexpr int kExportAll = 0;
constexpr int kExportSome = 1;

constexpr qint64 kExportJulian1970 = 2440588;

std::chrono::local_days exportDayOf(const DayEdit& edit)
{
    return std::chrono::local_days{
        std::chrono::days{edit.date().toJulianDay() - kExportJulian1970}};
}

QRadioButton* exportChoice(
    QButtonGroup* group, int id, const QString& name, const QString& purpose, const QString& label)
{
    auto* button = new WrappedRadioButton{label};
    button->setObjectName(name);
    //: A question and one of its answers, for a screen reader
    button->setAccessibleName(
        DataExport::tr("%1: %2").arg(purpose, QString{label}.remove(QLatin1Char('&'))));
    button->setMinimumHeight(theme::grid(button->font(), 4));
    group->addButton(button, id);
    return button;
}

} // namespace

DataExport::DataExport(QWidget* parent) : Section(tr("Export"), parent)
{
    setObjectName(QStringLiteral("dataExport"));
    addText(tr("Your diary as files that other programs read. Both forms can be imported again, "
               "and nothing is lost on the way."));
    buildForm();
    buildPeriod();
    buildParts();
    buildExtras();
    m_lack = wrapped(QStringLiteral("exportLackLabel"), {}, this);
    column()->addWidget(m_lack);
    m_export = new MainButton{tr("&Export…"), this};
    m_export->setObjectName(QStringLiteral("exportButton"));
    m_export->setAccessibleName(tr("Export: choose where to"));
    column()->addWidget(m_export, 0, Qt::AlignLeft);
    connect(m_export, &QPushButton::clicked, this, [this] { Q_EMIT exportRequested(wish()); });
    allow();
}

void DataExport::buildForm()
{
    m_form = new QButtonGroup{this};
    column()->addWidget(exportChoice(m_form, static_cast<int>(ExportForm::Json),
                                     QStringLiteral("exportForm_json"), tr("Form"),
                                     tr("&JSON, one file")));
    column()->addWidget(exportChoice(m_form, static_cast<int>(ExportForm::Csv),
                                     QStringLiteral("exportForm_csv"), tr("Form"),
                                     tr("&CSV, a folder of tables for a spreadsheet")));
    choose(*m_form, static_cast<int>(ExportForm::Json));
    connect(m_form, &QButtonGroup::idClicked, this, [this](int id) {
        choose(*m_form, id);
        allow();
    });
}

void DataExport::buildPeriod()
{
    addText(tr("Which days"));
    m_period = new QButtonGroup{this};
    column()->addWidget(exportChoice(m_period, kExportAll, QStringLiteral("exportPeriod_all"),
                                     tr("Which days"), tr("All of them")));
    column()->addWidget(exportChoice(m_period, kExportSome, QStringLiteral("exportPeriod_days"),
                                     tr("Which days"), tr("From one day to another")));
    m_days = new QWidget{this};
    auto* row = new FlowLayout{m_days, theme::grid(font(), 1)};
    m_from = new DayEdit{QStringLiteral("exportFromEdit"), tr("First day of the export"), m_days};
    m_to = new DayEdit{QStringLiteral("exportToEdit"), tr("Last day of the export"), m_days};
    row->addWidget(m_from);
    //: between two days
    row->addWidget(wrappedText(tr("to"), m_days));
    row->addWidget(m_to);
    column()->addWidget(m_days);
    choose(*m_period, kExportAll);
    connect(m_period, &QButtonGroup::idClicked, this, [this](int id) {
        choose(*m_period, id);
        allow();
    });
    for (DayEdit* edit : {m_from, m_to}) {
        connect(edit, &QDateEdit::dateChanged, this, &DataExport::allow);
    }
}

void DataExport::buildParts()
{
    addText(tr("What of it"));
    m_whole = new QButtonGroup{this};
    column()->addWidget(exportChoice(m_whole, kExportAll, QStringLiteral("exportParts_all"),
                                     tr("What of it"), tr("Everything")));
    column()->addWidget(exportChoice(m_whole, kExportSome, QStringLiteral("exportParts_some"),
                                     tr("What of it"), tr("Only these parts")));
    m_parts = new CheckGrid{QStringLiteral("exportPartCheckBox")};
    column()->addWidget(m_parts);
    choose(*m_whole, kExportAll);
    connect(m_whole, &QButtonGroup::idClicked, this, [this](int id) {
        choose(*m_whole, id);
        allow();
    });
    connect(m_parts, &CheckGrid::picked, this, &DataExport::allow);
}

void DataExport::buildExtras()
{
    m_notes = new WrappedCheckBox{tr("With my &notes"), this};
    m_notes->setObjectName(QStringLiteral("exportNotesCheckBox"));
    m_notes->setAccessibleName(tr("With my notes"));
    m_notes->setChecked(true);
    m_bom = new WrappedCheckBox{tr("With a mark that some &spreadsheets need"), this};
    m_bom->setObjectName(QStringLiteral("exportBomCheckBox"));
    m_bom->setAccessibleName(tr("With a mark that some spreadsheets need to read letters such "
                                "as é"));
    column()->addWidget(m_notes);
    column()->addWidget(caption(tr("Leave them out where the file is for somebody else."), this));
    column()->addWidget(m_bom);
}

void DataExport::display(const DataView& view)
{
    if (m_offered.isEmpty()) {
        for (const ExportPart& part : view.exportParts) {
            m_parts->add(part.id, part.label);
            m_offered << part.id;
        }
    }
    if (!m_hasDays && view.diary) {
        m_hasDays = true; // later ones would change what a person chose
        m_from->displayAnew(view.diary->first.value_or(view.now).localDay());
        m_to->displayAnew(view.now.localDay());
    }
    allow();
}

ExportWish DataExport::wish() const
{
    ExportWish wish;
    wish.form = static_cast<ExportForm>(m_form->checkedId());
    if (m_period->checkedId() == kExportSome) {
        wish.from = exportDayOf(*m_from);
        wish.to = exportDayOf(*m_to);
    }
    if (m_whole->checkedId() == kExportSome) {
        wish.parts = m_parts->ticked();
    }
    wish.hasNotes = m_notes->isChecked();
    wish.hasBom = wish.form == ExportForm::Csv && m_bom->isChecked();
    return wish;
}

void DataExport::allow()
{
    if (m_export == nullptr) {
        return; // not built yet
    }
    const bool hasDays = m_period->checkedId() == kExportSome;
    const bool hasParts = m_whole->checkedId() == kExportSome;
    m_days->setEnabled(hasDays);
    m_parts->setEnabled(hasParts);
    m_bom->setEnabled(m_form->checkedId() == static_cast<int>(ExportForm::Csv));
    QString lack;
    if (hasDays && m_from->date() > m_to->date()) {
        lack = tr("The first day lies after the last one.");
    } else if (hasParts && m_parts->ticked().isEmpty()) {
        lack = tr("Choose at least one part.");
    }
    m_lack->setText(lack);
    m_lack->setVisible(!lack.isEmpty());
    m_export->setEnabled(lack.isEmpty());
}

} // namespace unclench::ui
