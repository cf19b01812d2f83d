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
#include "ui/wording/fhir.h"

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

/// What such a file holds, and whether it comes back.
QString exportAbout(ExportKind kind)
{
    switch (kind) {
    case ExportKind::Json:
    case ExportKind::Csv:
        return DataExport::tr("It can be imported again, and nothing is lost on the way.");
    case ExportKind::Doctor:
        return DataExport::tr("%1 It cannot be imported again.").arg(wording::fhirTexts());
    case ExportKind::Calendar:
        return DataExport::tr("Each entry is marked as private, and no title names your back. It "
                              "cannot be imported again.");
    }
    Q_UNREACHABLE();
}

} // namespace

DataExport::DataExport(QWidget* parent) : Section(tr("Export"), parent)
{
    setObjectName(QStringLiteral("dataExport"));
    addText(tr("Your diary as files that other programs read."));
    buildKind();
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

void DataExport::buildKind()
{
    m_kind = new QButtonGroup{this};
    const auto add = [this](ExportKind kind, const char* name, const QString& label) {
        column()->addWidget(
            exportChoice(m_kind, static_cast<int>(kind), QLatin1String{name}, tr("Form"), label));
    };
    add(ExportKind::Json, "exportForm_json", tr("To keep, or to import again: &JSON, one file"));
    add(ExportKind::Csv, "exportForm_csv", tr("For a spreadsheet: &CSV, a folder of tables"));
    add(ExportKind::Doctor, "exportForm_fhir", tr("For a &doctor's program: FHIR, one file"));
    add(ExportKind::Calendar, "exportForm_ics",
        tr("For a calenda&r: your appointments (iCalendar), one file"));
    choose(*m_kind, static_cast<int>(ExportKind::Json));
    m_about = wrapped(QStringLiteral("exportAboutLabel"), {}, this);
    column()->addWidget(m_about);
    connect(m_kind, &QButtonGroup::idClicked, this, [this](int id) {
        choose(*m_kind, id);
        if (isWhole() != m_wasWhole) {
            m_wasWhole = isWhole();
            suggest();
        }
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
    const auto add = [this](const char* name, const QString& label, const QString& purpose) {
        auto* box = new WrappedCheckBox{label, this};
        box->setObjectName(QLatin1String{name});
        box->setAccessibleName(purpose);
        column()->addWidget(box);
        return box;
    };
    m_others = add("exportOthersCheckBox", tr("It is &for somebody else"),
                   tr("It is for somebody else: without what I deleted or corrected"));
    column()->addWidget(caption(tr("Without what you deleted or corrected. Your notes and your "
                                   "name are left out until you ask for them."),
                                this));
    m_notes = add("exportNotesCheckBox", tr("With my &notes"), tr("With my notes"));
    m_name = add("exportNameCheckBox", tr("With my na&me"), tr("With my name"));
    m_bom = add("exportBomCheckBox", tr("With a mark that some &spreadsheets need"),
                tr("With a mark that some spreadsheets need to read letters such as é"));
    m_sessions = add("exportSessionsCheckBox", tr("With times of &heat and cold"),
                     tr("With times of heat and cold in the calendar"));
    m_breaks = add("exportBreaksCheckBox", tr("With &breaks from sitting"),
                   tr("With breaks from sitting in the calendar"));
    suggest();
    connect(m_others, &QCheckBox::toggled, this, [this] {
        suggest();
        allow();
    });
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

ExportKind DataExport::kind() const
{
    return static_cast<ExportKind>(m_kind->checkedId());
}

bool DataExport::isWhole() const
{
    return kind() == ExportKind::Json || kind() == ExportKind::Csv;
}

bool DataExport::isForOthers() const
{
    return isWhole() && m_others->isChecked();
}

void DataExport::suggest()
{
    const bool isForMe = isWhole() && !isForOthers();
    m_notes->setChecked(isForMe);
    m_name->setChecked(isForMe);
}

ExportWish DataExport::wish() const
{
    ExportWish wish;
    wish.kind = kind();
    if (m_period->checkedId() == kExportSome) {
        wish.from = exportDayOf(*m_from);
        wish.to = exportDayOf(*m_to);
    }
    if (isWhole() && m_whole->checkedId() == kExportSome) {
        wish.parts = m_parts->ticked();
    }
    wish.hasNotes = m_notes->isChecked();
    wish.isForOthers = isForOthers();
    wish.hasName = wish.kind != ExportKind::Calendar && m_name->isChecked();
    wish.hasBom = wish.kind == ExportKind::Csv && m_bom->isChecked();
    const bool isCalendar = wish.kind == ExportKind::Calendar;
    wish.hasSessions = isCalendar && m_sessions->isChecked();
    wish.hasBreaks = isCalendar && m_breaks->isChecked();
    return wish;
}

void DataExport::allow()
{
    if (m_export == nullptr) {
        return; // not built yet
    }
    const bool hasDays = m_period->checkedId() == kExportSome;
    const bool hasParts = isWhole() && m_whole->checkedId() == kExportSome;
    m_about->setText(exportAbout(kind()));
    m_days->setEnabled(hasDays);
    for (QAbstractButton* button : m_whole->buttons()) {
        button->setEnabled(isWhole());
    }
    m_parts->setEnabled(hasParts);
    m_others->setEnabled(isWhole());
    m_name->setEnabled(kind() == ExportKind::Doctor || isForOthers());
    m_bom->setEnabled(kind() == ExportKind::Csv);
    m_sessions->setEnabled(kind() == ExportKind::Calendar);
    m_breaks->setEnabled(kind() == ExportKind::Calendar);
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
