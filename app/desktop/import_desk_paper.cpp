// SPDX-License-Identifier: GPL-3.0-or-later
// The desk for what was kept elsewhere: a diary on paper.
#include "app/desktop/import_desk.h"

#include "app/desktop/system_clock.h"
#include "core/engine/foreign_importing.h"
#include "core/exchange/paper_draft.h"
#include "core/exchange/paper_sheet.h"
#include "ui/wording/foreign.h"
#include "ui/wording/merging.h"

namespace unclench::app {

void ImportDesk::openPaper()
{
    if (m_paper) {
        m_paper->raise();
        m_paper->activateWindow();
        return;
    }
    const auto judge = [around = m_around](const PaperLine& line) -> std::optional<ForeignFault> {
        return faultOfPaper(line, systemZone(around.clock), around.clock.now().wall);
    };
    const auto judgeAll = [around = m_around](const std::vector<PaperLine>& lines) {
        const auto read = recordsOfPaper(lines, systemZone(around.clock), around.clock.now().wall,
                                         {}, around.vocabulary);
        const auto* problems = std::get_if<std::vector<ForeignProblem>>(&read);
        return problems == nullptr ? std::vector<ForeignProblem>{} : *problems;
    };
    const auto today = [around = m_around] { return around.clock.now().wall.localDay(); };
    m_paper = new ui::PaperDialog{
        m_around.vocabulary, m_words, {judge, today, judgeAll}, m_showing.dialog()};
    m_paper->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_paper, &ui::PaperDialog::saveRequested, this, &ImportDesk::takePaper);
    connect(m_paper, &ui::PaperDialog::cancelRequested, this, [this] { m_worker.cancel(); });
    connect(m_paper, &ui::PaperDialog::typedChanged, this, &ImportDesk::keepTyped);
    if (const auto typed = paperDraft(m_around.folder); !typed.empty()) {
        m_paper->displayTyped(typed);
    }
    m_paper->open();
}

void ImportDesk::keepTyped(const std::vector<TypedPaperLine>& lines)
{
    try {
        keepPaperDraft(m_around.folder, lines);
    } catch (const StorageError& error) {
        m_paper->displayStatus(m_around.explain(error));
    }
}

void ImportDesk::takePaper(const std::vector<PaperLine>& lines)
{
    if (m_worker.isBusy()) {
        m_paper->displayStatus(tr("Another import is still going on. Save again in a moment."));
        return;
    }
    m_act = Act::Paper;
    m_paper->displayProgress(0);
    const Zone zone = systemZone(m_around.clock);
    m_worker.start(
        [this, around = m_around, lines, zone](const Progress& progress) -> Then {
            OwnEngine engine{around};
            const auto taken = unclench::takePaper(*engine, lines, zone, progress);
            return [this, taken] {
                if (const auto* problems = std::get_if<std::vector<ForeignProblem>>(&taken)) {
                    if (m_paper) {
                        m_paper->displayProblems(*problems);
                    }
                    return;
                }
                const auto& paper = std::get<PaperTaken>(taken);
                QStringList sentences{ui::wording::merged(paper.merged)};
                sentences += ui::wording::stoodBack(paper.stoodBack, true);
                const QString said = accept(paper.merged.undo, sentences.join(QLatin1Char(' ')));
                if (m_paper) {
                    m_paper->endProgress(); // the keyboard goes to the sheet
                    m_paper->displaySaved(said);
                }
                Q_EMIT tookIn();
            };
        },
        m_around.explain);
}

} // namespace unclench::app
