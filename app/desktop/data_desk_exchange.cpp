// SPDX-License-Identifier: GPL-3.0-or-later
// The desk for *Your data*: exports, imports, and the diary of another computer.
#include "app/desktop/data_desk.h"

#include "app/desktop/data_desk_work.h"
#include "app/desktop/system_clock.h"
#include "core/engine/exporting.h"
#include "core/exchange/foreign_file.h"
#include "core/store/backups.h"
#include "core/time/iso8601.h"
#include "core/time/zone.h"
#include "ui/dialogs/data_export.h"
#include "ui/dialogs/data_import.h"
#include "ui/wording/data.h"
#include "ui/wording/exchange.h"
#include "ui/wording/merging.h"

namespace unclench::app {

namespace {

constexpr std::size_t kProblemsShown = 100;

/// Requires: a form that can be imported again.
ExportForm formOf(ui::ExportKind kind)
{
    return kind == ui::ExportKind::Csv ? ExportForm::Csv : ExportForm::Json;
}

ExportWish
wishOf(const ui::ExportWish& wish, const std::filesystem::path& target, const Clock& clock)
{
    ExportWish wanted{.form = formOf(wish.kind),
                      .target = target,
                      .hasMark = wish.hasBom,
                      .notice = ui::wording::exportNotice().toStdString()};
    ExportScope& scope = wanted.scope;
    scope.period = exportPeriod(wish, clock);
    if (!wish.parts.isEmpty()) {
        scope.sections.clear();
        for (const QString& part : wish.parts) {
            if (const auto section = fromId<ExportSection>(part.toStdString())) {
                scope.sections.insert(*section);
            }
        }
    }
    scope.hasNotes = wish.hasNotes;
    scope.hasDeleted = !wish.isForOthers;
    scope.hasName = wish.hasName;
    return wanted;
}

QString exportName(const Moment& now)
{
    return QStringLiteral("unclench-export-") + QString::fromStdString(toIsoDay(now.localDay()));
}

} // namespace

QString emptyExport(const std::filesystem::path& target)
{
    return DataDesk::tr("Exported to %1. There is nothing in it: the diary has nothing of that.")
        .arg(pathText(target));
}

Period exportPeriod(const ui::ExportWish& wish, const Clock& clock)
{
    const Zone zone = systemZone(clock);
    Period period;
    if (wish.from) {
        period.begin = zone.startOf(*wish.from).utc;
    }
    if (wish.to) {
        period.end = zone.startOf(*wish.to + std::chrono::days{1}).utc;
    }
    return period;
}

std::vector<ui::ExportPart> exportParts()
{
    std::vector<ui::ExportPart> parts;
    for (const std::string_view id : kNames<ExportSection>) {
        parts.push_back({QString::fromUtf8(id.data(), static_cast<qsizetype>(id.size())),
                         ui::wording::exportSection(*fromId<ExportSection>(id))});
    }
    return parts;
}

void DataDesk::connectExchange(ui::DataDialog& dialog)
{
    connect(dialog.exporting(), &ui::DataExport::exportRequested, this, &DataDesk::exportDiary);
    const ui::DataImport* import = dialog.importing();
    connect(import, &ui::DataImport::exportChosen, this, &DataDesk::chooseExport);
    connect(import, &ui::DataImport::diaryChosen, this, &DataDesk::chooseDiary);
    connect(import, &ui::DataImport::agreed, this, &DataDesk::takeIn);
    connect(import, &ui::DataImport::refused, this, [this] {
        leaveImport();
        show();
    });
}

void DataDesk::exportDiary(const ui::ExportWish& wish)
{
    const QString name = exportName(m_around.clock.now().wall);
    using std::filesystem::path;
    switch (wish.kind) {
    case ui::ExportKind::Json:
        chooseName(tr("Export as JSON"), name, QStringLiteral("json"),
                   [this, wish](const path& target) { exportTo(wish, target); });
        return;
    case ui::ExportKind::Csv:
        chooseFolder(
            tr("Put the folder with the CSV files into"),
            [this, wish, name](const path& in) { exportTo(wish, in / name.toStdString()); });
        return;
    case ui::ExportKind::Doctor:
        chooseName(tr("Export for a doctor's program"), name + QStringLiteral("-fhir"),
                   QStringLiteral("json"),
                   [this, wish](const path& target) { exportForDoctor(wish, target); });
        return;
    case ui::ExportKind::Calendar:
        chooseName(tr("Export for a calendar"), name, QStringLiteral("ics"),
                   [this, wish](const path& target) { exportForCalendar(wish, target); });
        return;
    }
}

bool DataDesk::isFree(ExportTarget state, const std::filesystem::path& target)
{
    if (state == ExportTarget::Free || state == ExportTarget::OwnExport) {
        return true;
    }
    complain(ui::wording::exportTarget(state, target));
    return false;
}

DataWorker::Explain DataDesk::explainExport(const std::filesystem::path& target) const
{
    return explainFile(
        [target](const FileError& error) { return ui::wording::exportFailure(error, target); });
}

void DataDesk::exportTo(const ui::ExportWish& wish, const std::filesystem::path& target)
{
    if (!isFree(lookAtTarget(target, formOf(wish.kind)), target)) {
        return;
    }
    carryOut(
        [this, wish, target](Engine& engine, const Progress& progress) -> Then {
            const RowCounts counts =
                unclench::exportDiary(engine.database(), engine.now().wall,
                                      wishOf(wish, target, engine.clock()), progress);
            return [this, target, counts] {
                const QStringList what = ui::wording::rowCounts(counts);
                say(what.isEmpty() ? emptyExport(target)
                                   : tr("Exported to %1: %2. Whoever has it can read it.")
                                         .arg(pathText(target), what.join(QLatin1String(", "))));
            };
        },
        explainExport(target));
}

void DataDesk::chooseExport(ui::Target target)
{
    const auto read = [this](const std::filesystem::path& path) {
        if (isForeignFile(path)) {
            Q_EMIT foreignChosen(path);
        } else {
            readImport(path);
        }
    };
    if (target == ui::Target::File) {
        chooseFile(tr("Import a file"), tr("Exports and tables (*.json *.csv *.tsv *.txt)"), read);
    } else {
        chooseFolder(tr("Import a folder of CSV files"), read);
    }
}

void DataDesk::chooseDiary()
{
    chooseFile(tr("Choose the diary of another computer"), tr("Diaries (*.db)"),
               [this](const std::filesystem::path& path) { readDiary(path); });
}

void DataDesk::readImport(const std::filesystem::path& path)
{
    leaveImport();
    carryOut(
        [this, path](Engine& engine, const Progress& progress) -> Then {
            auto staged = std::make_shared<Staged>();
            staged->path = path;
            staged->import = std::make_unique<Import>(path, progress);
            ui::ImportView view;
            view.name = pathText(path.filename());
            view.counts = ui::wording::rowCounts(staged->import->read().counts);
            if (staged->import->canBeTaken()) {
                view.effects =
                    ui::wording::importPreview(staged->import->preview(engine.database()));
            } else {
                view.problems =
                    ui::wording::importProblems(staged->import->read().problems, kProblemsShown);
            }
            return [this, staged, view] { offer(staged, view); };
        },
        explainFile(
            [path](const FileError& error) { return ui::wording::importFailure(error, path); }));
}

void DataDesk::readDiary(const std::filesystem::path& file)
{
    leaveImport();
    carryOut(
        [this, file](Engine& engine, const Progress&) -> Then {
            if (isThisDiary(engine.database(), file)) {
                return [this] {
                    complain(tr("That is this diary itself. Choose that of another computer."));
                };
            }
            std::unique_ptr<Database> other;
            try {
                other = Database::copyInMemory(file);
            } catch (const StorageError& error) {
                throw FileError{error.fault(), error.operation(), error.what()};
            }
            auto staged = std::make_shared<Staged>();
            staged->path = file;
            const ui::ImportView view{
                pathText(file.filename()),
                {tr("It holds: %1").arg(ui::wording::held(contentsIn(*other)))},
                ui::wording::importPreview(previewOf(*other, engine.database())),
                {}};
            return [this, staged, view] { offer(staged, view); };
        },
        explainFile(
            [file](const FileError& error) { return ui::wording::mergeFailure(error, file); }));
}

void DataDesk::offer(std::shared_ptr<Staged> staged, const ui::ImportView& view)
{
    m_staged = std::move(staged);
    m_view.import = view;
    show();
}

void DataDesk::takeIn()
{
    if (!m_staged) {
        return;
    }
    carryOut(
        [this, staged = m_staged](Engine& engine, const Progress& progress) -> Then {
            const Merged merged = staged->import ? staged->import->into(engine, progress)
                                                 : mergeFile(engine, staged->path, progress);
            return [this, merged] {
                leaveImport();
                accept(merged.undo, ui::wording::merged(merged));
            };
        },
        explainFile([path = m_staged->path,
                     isExport = m_staged->import != nullptr](const FileError& error) {
            return isExport ? ui::wording::importFailure(error, path)
                            : ui::wording::mergeFailure(error, path);
        }));
    leaveImport(); // once: what was read is used up
}

void DataDesk::leaveImport()
{
    m_staged.reset();
    m_view.import.reset();
}

} // namespace unclench::app
