// SPDX-License-Identifier: GPL-3.0-or-later
// Between the engine's alerts and what shows them: values out, answers in.
#pragma once

#include "core/engine/engine.h"
#include "core/knowledge/emergency_numbers.h"
#include "core/store/storage_error.h"
#include "ui/widgets/alert_view.h"
#include "ui/wording/words.h"

#include <QObject>

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace unclench::ui {

class Bridge;

/// Answers go through the Bridge, so they can be taken back there and failures are told there.
/// Reading tells its own.
class AlertsBridge : public QObject {
    Q_OBJECT
public:
    /// All references must outlive it. `country`: ISO 3166-1 alpha-2, empty where the system does
    /// not say. `explain` puts a failure into words.
    AlertsBridge(Engine& engine,
                 Bridge& bridge,
                 const Words& words,
                 const EmergencyNumbers& numbers,
                 const QString& country,
                 std::function<QString(const StorageError&)> explain,
                 QObject* parent = nullptr);

    [[nodiscard]] const AlertsView& view() const { return m_view; }

public Q_SLOTS:
    void refresh();
    void close(const std::string& rule, unclench::Closing how);
    /// Closes every open emergency as seen.
    void contacted();
    void putOff(const std::string& rule, std::chrono::milliseconds time);
    void tellNumber(const QString& number);
    /// What `view` holds was put before the person. That it could not be noted is logged only:
    /// there is nothing a person could do about it.
    void markShown();
    void refreshHistory();

Q_SIGNALS:
    void viewChanged(const unclench::ui::AlertsView& view);
    /// Open now, and not, or lower, when last looked; at the first look those that nobody has seen
    /// yet. Comes before `viewChanged`.
    void raised(const std::vector<unclench::Alert>& alerts);
    /// That something was put before the person is in the history of alerts now.
    void shownNoted();
    void historyChanged(const unclench::ui::AlertHistoryView& view);
    /// The alerts could not be read, in words that say what to do.
    void failed(const QString& sentence);

private:
    bool guarded(const std::function<void()>& work);
    void onEvent(const Event& event);
    [[nodiscard]] EmergencyLine line();
    [[nodiscard]] bool wasSeen(const Alert& alert);
    void tellRaised(const std::vector<Alert>& open);

    Engine& m_engine;
    Bridge& m_bridge;
    const Words& m_words;
    std::optional<EmergencyNumber> m_suggestion;
    QString m_country;
    std::function<QString(const StorageError&)> m_explain;
    AlertsView m_view;
    /// Those that were open at the last look, with their level. Absent: never looked.
    std::optional<std::map<Uuid, Level>> m_known;
    /// Noted as shown already, as they stood then, so that a look writes nothing.
    std::set<std::pair<Uuid, Level>> m_marked;
    Subscription m_subscription;
};

} // namespace unclench::ui
