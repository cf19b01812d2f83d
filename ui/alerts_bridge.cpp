// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/alerts_bridge.h"

#include "ui/alert_reading.h"
#include "ui/bridge.h"
#include "ui/wording/alerts.h"
#include "ui/wording/times.h"

#include <QLocale>
#include <spdlog/spdlog.h>

#include <algorithm>

namespace unclench::ui {

AlertsBridge::AlertsBridge(Engine& engine,
                           Bridge& bridge,
                           const Words& words,
                           const EmergencyNumbers& numbers,
                           const QString& country,
                           std::function<QString(const StorageError&)> explain,
                           QObject* parent)
    : QObject(parent), m_engine(engine), m_bridge(bridge), m_words(words),
      m_explain(std::move(explain)),
      m_subscription(engine.events().subscribe([this](const Event& event) { onEvent(event); }))
{
    if (const EmergencyNumber* found = numbers.find(country.toStdString())) {
        m_suggestion = *found;
        m_country = QLocale::territoryToString(QLocale::codeToTerritory(country));
    }
}

bool AlertsBridge::guarded(const std::function<void()>& work)
{
    try {
        work();
        return true;
    } catch (const StorageError& error) {
        spdlog::warn("in the alerts: {}", error.what());
        Q_EMIT failed(m_explain(error));
        return false;
    }
}

void AlertsBridge::onEvent(const Event& event)
{
    const auto* saved = std::get_if<RecordsSaved>(&event);
    const auto concerns = [](const auto& record) {
        return record.first == RecordKind::Alert || record.first == RecordKind::Answer ||
               record.first == RecordKind::ProfileEntry;
    };
    if (saved == nullptr || std::any_of(saved->records.begin(), saved->records.end(), concerns)) {
        refresh();
    }
}

EmergencyLine AlertsBridge::line()
{
    const std::string own = m_engine.profile().emergencyNumber.value_or(std::string{});
    if (m_suggestion && (own.empty() || own == m_suggestion->number)) {
        QStringList titles;
        for (const std::string& title : m_suggestion->sources) {
            titles << QString::fromStdString(title);
        }
        return {QString::fromStdString(m_suggestion->number),
                tr("The emergency number for %1. Source: %2.")
                    .arg(m_country, titles.join(QStringLiteral("; ")))};
    }
    return own.empty() ? EmergencyLine{}
                       : EmergencyLine{QString::fromStdString(own),
                                       tr("The number that you wrote in your settings.")};
}

bool AlertsBridge::wasSeen(const Alert& alert)
{
    const auto steps = m_engine.alerts().store().stepsOf(alert.stamp.id);
    return !steps.empty() && steps.back().change == AlertChange::Shown;
}

void AlertsBridge::tellRaised(const std::vector<Alert>& open)
{
    std::map<Uuid, Level> known;
    std::vector<Alert> fresh;
    for (const Alert& alert : open) {
        known[alert.stamp.id] = alert.level;
        bool isFresh = false;
        if (m_known) {
            const auto before = m_known->find(alert.stamp.id);
            isFresh = before == m_known->end() || before->second < alert.level;
        } else {
            isFresh = !wasSeen(alert);
        }
        if (isFresh) {
            m_marked.erase({alert.stamp.id, alert.level}); // put off once and open again
            fresh.push_back(alert);
        }
    }
    m_known = std::move(known);
    if (!fresh.empty()) {
        Q_EMIT raised(fresh);
    }
}

void AlertsBridge::refresh()
{
    guarded([&] {
        std::vector<Alert> open = m_engine.alerts().shown();
        std::erase_if(open, [](const Alert& alert) {
            return alert.level == Level::CheckIn || alert.state != AlertState::Open;
        });
        AlertsView view{.now = m_engine.now().wall, .open = {}, .line = line()};
        for (const Alert& alert : open) {
            view.open.push_back(readAlert(m_engine, m_words, alert));
        }
        m_view = std::move(view);
        tellRaised(open);
        Q_EMIT viewChanged(m_view);
    });
}

void AlertsBridge::close(const std::string& rule, Closing how)
{
    m_bridge.carryOut([&](Alerts& alerts) { return alerts.close(rule, how); },
                      wording::afterClosing());
}

void AlertsBridge::contacted()
{
    m_bridge.carryOut([](Alerts& alerts) { return alerts.contacted(); }, wording::afterClosing());
}

void AlertsBridge::putOff(const std::string& rule, std::chrono::milliseconds time)
{
    const Moment now = m_engine.now().wall;
    m_bridge.carryOut([&](Alerts& alerts) { return alerts.snooze(rule, time); },
                      tr("Put off until %1.").arg(wording::moment(now + time, now)));
}

void AlertsBridge::tellNumber(const QString& number)
{
    m_bridge.carryOut(
        [&](Journal& journal) {
            return journal.tell(
                ProfileEntry{{}, {}, ProfileKey::EmergencyNumber, number.trimmed().toStdString()},
                std::nullopt);
        },
        tr("Saved: your emergency number."));
}

void AlertsBridge::markShown()
{
    std::vector<Uuid> fresh;
    for (const AlertEntry& entry : m_view.open) {
        if (m_marked.insert({entry.id, entry.level}).second) {
            fresh.push_back(entry.id);
        }
    }
    if (fresh.empty()) {
        return;
    }
    try {
        m_engine.alerts().markShown(fresh);
        Q_EMIT shownNoted();
    } catch (const StorageError& error) {
        spdlog::warn("{} alerts could not be noted as shown: {}", fresh.size(), error.what());
    }
}

void AlertsBridge::refreshHistory()
{
    guarded([&] { Q_EMIT historyChanged(readAlertHistory(m_engine, m_words)); });
}

} // namespace unclench::ui
