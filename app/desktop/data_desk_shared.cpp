// SPDX-License-Identifier: GPL-3.0-or-later
// The desk for *Your data*: the folder through which the person's computers exchange their diaries.
#include "app/desktop/data_desk.h"

#include "app/desktop/data_desk_work.h"
#include "core/engine/sharing.h"
#include "ui/dialogs/data_shared.h"
#include "ui/wording/data.h"
#include "ui/wording/sharing.h"

namespace unclench::app {

void DataDesk::connectShared(ui::DataDialog& dialog)
{
    const ui::DataShared* shared = dialog.sharing();
    connect(shared, &ui::DataShared::folderRequested, this, [this] {
        chooseFolder(tr("Share the diary through the folder"),
                     [this](const std::filesystem::path& folder) { share(folder, {}); });
    });
    connect(shared, &ui::DataShared::agreed, this, [this](const QStringList& machines) {
        if (!m_view.sharedQuestion) {
            return;
        }
        std::set<std::string> mine;
        for (const QString& machine : machines) {
            mine.insert(machine.toStdString());
        }
        share(m_view.sharedQuestion->folder, mine);
    });
    connect(shared, &ui::DataShared::refused, this, [this] {
        m_view.sharedQuestion.reset();
        show();
    });
    connect(shared, &ui::DataShared::exchangeRequested, this, [this] { exchangeNow({}); });
    connect(shared, &ui::DataShared::claimed, this, [this](const QString& machine, bool isMine) {
        exchangeNow(std::pair{machine.toStdString(), isMine});
    });
    connect(shared, &ui::DataShared::offRequested, this, &DataDesk::stopSharing);
}

void DataDesk::share(const std::filesystem::path& folder,
                     const std::optional<std::set<std::string>>& mine)
{
    carryOut([this, folder, mine](Engine& engine, const Progress& progress) -> Then {
        const ShareStarted started = startSharing(engine, folder, mine, progress);
        return [this, started] {
            if (const auto* question = std::get_if<SharedQuestion>(&started)) {
                m_view.sharedQuestion = *question;
                show();
                return;
            }
            m_view.sharedQuestion.reset();
            if (const auto* refusal = std::get_if<TargetRefusal>(&started)) {
                show();
                complain(ui::wording::targetRefusal(*refusal));
            } else {
                tellExchanged(std::get<Exchanged>(started));
            }
        };
    });
}

void DataDesk::exchangeNow(const std::optional<std::pair<std::string, bool>>& claim)
{
    carryOut([this, claim](Engine& engine, const Progress& progress) -> Then {
        if (claim) {
            claimMachine(engine, claim->first, claim->second);
        }
        const auto exchanged = exchangeShared(engine, progress);
        return [this, exchanged] {
            if (exchanged) {
                tellExchanged(*exchanged);
            }
        };
    });
}

void DataDesk::tellExchanged(const Exchanged& exchanged)
{
    m_view.shared = exchanged.state;
    show();
    m_bridge.lookForChanges();
    if (exchanged.state.fault) {
        complain(ui::wording::targetRefusal({*exchanged.state.fault, exchanged.state.folder}));
    } else {
        say(ui::wording::exchanged(exchanged));
    }
    Q_EMIT sharedChanged();
}

void DataDesk::stopSharing()
{
    carryOut([this](Engine& engine, const Progress&) -> Then {
        unclench::stopSharing(engine);
        return [this] {
            m_view.shared.reset();
            show();
            say(tr("Nothing is shared any more. The files in the folder stay."));
            Q_EMIT sharedChanged();
        };
    });
}

} // namespace unclench::app
