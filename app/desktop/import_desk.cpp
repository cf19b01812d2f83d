// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/import_desk.h"

#include "app/desktop/import_wish.h"
#include "app/desktop/system_clock.h"
#include "core/engine/foreign_importing.h"
#include "core/exchange/foreign_file.h"
#include "core/exchange/mapping_files.h"
#include "core/store/file_error.h"
#include "ui/dialogs/data_import.h"
#include "ui/wording/exchange.h"
#include "ui/wording/foreign.h"
#include "ui/wording/merging.h"

#include <QTimeZone>

#include <utility>

namespace unclench::app {

namespace {

constexpr std::size_t kCellRows = 10;

QStringList zoneNames()
{
    QStringList names;
    for (const QByteArray& id : QTimeZone::availableTimeZoneIds()) {
        names << QString::fromLatin1(id);
    }
    return names;
}

} // namespace

/// What a look at the file found.
struct ImportDesk::Looked {
    std::shared_ptr<ForeignImport> import;
    bool canBeTaken = false;
    std::vector<std::vector<std::string>> cells;
    QStringList effects;
    StoodBack stoodBack;
};

ImportDesk::ImportDesk(ui::DataShowing& showing,
                       ui::Bridge& bridge,
                       const ui::Words& words,
                       DeskAround around)
    : m_showing(showing), m_bridge(bridge), m_words(words), m_around(std::move(around))
{
    connect(&showing, &ui::DataShowing::opened, this, [this](const ui::DataDialog* dialog) {
        connect(dialog->importing(), &ui::DataImport::paperRequested, this, &ImportDesk::openPaper);
    });
    connectWorker();
}

ImportDesk::~ImportDesk() = default;

void ImportDesk::connectWorker()
{
    connect(&m_worker, &DataWorker::progressed, this, [this](double share) {
        if (m_act == Act::Look && m_dialog) {
            m_dialog->displayReading(share);
        } else if (m_act == Act::Import && m_dialog) {
            m_dialog->displayProgress(share);
        } else if (m_act == Act::Paper && m_paper) {
            m_paper->displayProgress(share);
        }
    });
    connect(&m_worker, &DataWorker::cancelled, this, [this] {
        if (m_act != Act::Look) { // that one makes way for another
            complain(tr("Cancelled. Nothing was changed."));
        }
    });
    connect(&m_worker, &DataWorker::failed, this, &ImportDesk::complain);
    connect(&m_worker, &DataWorker::ended, this, &ImportDesk::goOn);
}

void ImportDesk::openFile(const std::filesystem::path& file)
{
    m_file = file;
    m_import.reset();
    m_view = {};
    m_view.name = QString::fromStdString(file.filename().string());
    m_view.zones = zoneNames();
    readChoices();
    delete m_dialog;
    m_dialog = new ui::ImportDialog{m_showing.dialog()};
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &ui::ImportDialog::choiceChanged, this, &ImportDesk::choose);
    connect(m_dialog, &ui::ImportDialog::readAgainRequested, this, [this] {
        m_dialog->displayStatus({});
        look();
    });
    connect(m_dialog, &ui::ImportDialog::importRequested, this, &ImportDesk::takeIn);
    connect(m_dialog, &ui::ImportDialog::saveRequested, this, &ImportDesk::save);
    connect(m_dialog, &ui::ImportDialog::cancelRequested, this, [this] { m_worker.cancel(); });
    connect(m_dialog, &QObject::destroyed, this, [this] {
        m_worker.cancel();
        m_wantsLook = false;
        m_import.reset();
    });
    m_dialog->display(m_view);
    m_dialog->open();
    look();
}

void ImportDesk::readChoices()
{
    m_view.readings.clear();
    for (const ImportPreset& preset : importPresets()) {
        m_view.readings.push_back(
            {presetReading(preset.mapping.id), QString::fromStdString(preset.mapping.program)});
    }
    for (const std::string& name : savedMappings(m_around.folder)) {
        m_view.readings.push_back(
            {savedReading(name), tr("Saved: %1").arg(QString::fromStdString(name))});
    }
}

void ImportDesk::choose(const ui::ForeignChoice& choice)
{
    ui::ForeignChoice before = std::exchange(m_view.choice, choice);
    before.leavesOutBroken = choice.leavesOutBroken; // nothing that is saved under a name
    before.bringsBack = choice.bringsBack;
    m_view.isSaved = m_view.isSaved && choice == before;
    m_dialog->displayStatus({});
    look();
}

void ImportDesk::look()
{
    m_import.reset();
    m_view.canBeTaken = false;
    m_dialog->display(m_view);
    m_dialog->displayReading(0);
    if (m_worker.isBusy()) {
        m_wantsLook = true;
        m_worker.cancel();
        return;
    }
    m_wantsLook = false;
    m_act = Act::Look;
    const Zone zone = systemZone(m_around.clock);
    const Moment now = m_around.clock.now().wall;
    m_worker.start(
        [this, around = m_around, file = m_file, choice = m_view.choice, zone,
         now](const Progress& progress) -> Then {
            auto looked = std::make_shared<Looked>();
            looked->import = std::make_shared<ForeignImport>(
                file, wishOf(choice, file, around.folder, ForeignWords{around.vocabulary}), zone,
                now, around.vocabulary, progress);
            const ForeignPreview& found = looked->import->preview();
            looked->canBeTaken = looked->import->canBeTaken(choice.leavesOutBroken);
            if (!found.layout.header.empty()) {
                looked->cells = firstForeignRows(file, found.layout, kCellRows);
            }
            if (looked->canBeTaken) {
                const auto database =
                    Database::open(around.folder, {.access = Database::Access::Read});
                const ForeignBrings brings =
                    looked->import->brings(*database, choice.bringsBack, progress);
                looked->effects = ui::wording::foreignBrings(brings.preview, brings.made);
                looked->stoodBack = brings.stoodBack;
            }
            return [this, looked] {
                if (m_dialog && !m_wantsLook) {
                    display(*looked);
                }
            };
        },
        explainFile());
}

void ImportDesk::display(const Looked& looked)
{
    const ForeignPreview& found = looked.import->preview();
    m_view.found = found;
    m_view.cells = looked.cells;
    m_view.rows.clear();
    for (const ForeignRow& row : found.first) {
        m_view.rows << ui::wording::foreignRow(row, m_words, found.now);
    }
    m_view.effects = looked.effects;
    m_view.stoodBack = looked.stoodBack;
    m_view.canBeTaken = looked.canBeTaken;
    m_import = looked.canBeTaken ? looked.import : nullptr;
    m_dialog->display(m_view);
}

void ImportDesk::takeIn()
{
    if (!m_import || m_worker.isBusy()) {
        return;
    }
    m_act = Act::Import;
    m_dialog->displayProgress(0);
    m_worker.start(
        [this, around = m_around, import = std::move(m_import),
         bringsBack = m_view.choice.bringsBack](const Progress& progress) -> Then {
            OwnEngine engine{around};
            const Merged merged = import->into(*engine, bringsBack, progress).merged;
            QStringList sentences{ui::wording::merged(merged)};
            if (const std::int64_t broken = import->preview().problems.count(); broken > 0) {
                sentences << ui::wording::foreignBrokenLeftOut(broken);
            }
            return [this, merged, sentence = sentences.join(QLatin1Char(' '))] {
                const QString said = accept(merged.undo, sentence);
                if (m_showing.dialog() != nullptr) {
                    m_showing.dialog()->displayStatus(said);
                }
                if (m_dialog) {
                    m_dialog->accept(); // without a question: it is in
                }
                Q_EMIT tookIn();
            };
        },
        explainFile());
    m_import.reset(); // once: what was read is used up
}

void ImportDesk::save(const QString& name)
{
    if (!m_view.found || !m_view.found->plan) {
        return;
    }
    ColumnMapping mapping = m_view.found->mapping;
    mapping.separator = m_view.found->layout.separator;
    mapping.dateOrder = m_view.found->dateOrder;
    mapping.encoding = m_view.choice.encoding ? m_view.choice.encoding : mapping.encoding;
    try {
        saveMapping(m_around.folder, name.toStdString(), mapping);
    } catch (const StorageError& error) {
        complain(m_around.explain(error));
        return;
    }
    readChoices();
    m_view.isSaved = true;
    m_dialog->display(m_view);
    m_dialog->displayStatus(
        tr("Saved as \"%1\". It stands under Written by, for the next file.").arg(name));
}

void ImportDesk::goOn()
{
    const Act ended = std::exchange(m_act, Act::Nothing);
    if (ended == Act::Paper && m_paper) {
        m_paper->endProgress();
    }
    if (!m_dialog || !m_dialog->isVisible()) {
        return;
    }
    if (ended == Act::Import) {
        m_dialog->endProgress();
    }
    // What was read for an import that did not come to its end is used up.
    if (m_wantsLook || ended == Act::Import) {
        look();
    } else if (ended == Act::Look) {
        m_dialog->display(m_view); // it may have failed, and no longer reads
    }
}

QString ImportDesk::accept(Undo undo, const QString& sentence)
{
    const bool canBeUndone = !undo.isEmpty();
    m_bridge.accept(std::move(undo), sentence);
    //: %1 says what was done
    return canBeUndone ? tr("%1 Undo in the window (Ctrl+Z) takes it back.").arg(sentence)
                       : sentence;
}

void ImportDesk::complain(const QString& sentence)
{
    if (m_act == Act::Paper && m_paper) {
        m_paper->displayStatus(sentence);
    } else if (m_act != Act::Paper && m_dialog) {
        m_dialog->displayStatus(sentence);
    } else if (m_act != Act::Look) { // nobody waits for that any more
        m_bridge.refuse(sentence);
    }
}

DataWorker::Explain ImportDesk::explainFile() const
{
    return [file = m_file, ofDiary = m_around.explain](const StorageError& error) {
        const auto* ofFile = dynamic_cast<const FileError*>(&error);
        return ofFile != nullptr ? ui::wording::importFailure(*ofFile, file) : ofDiary(error);
    };
}

} // namespace unclench::app
