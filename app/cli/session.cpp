// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/session.h"

#include "app/cli/tr.h"
#include "app/desktop/system_clock.h"
#include "core/store/shared_folder.h"
#include "ui/wording/problems.h"

#include <nlohmann/json.hpp>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <cstdio>

namespace unclench::app::cli {

namespace {

/// Said of people and files: one line, whatever stands in them.
QString oneLine(QString text)
{
    return text.replace(QLatin1Char('\n'), QLatin1Char(' '));
}

} // namespace

Session::Session(const GlobalOptions& options, const Clock& clock, const Vocabulary& vocabulary)
    : m_options(options), m_clock(clock), m_vocabulary(vocabulary)
{
}

Session::~Session() = default;

const Zone& Session::zone()
{
    if (!m_zone) {
        m_zone = systemZone(m_clock);
    }
    return *m_zone;
}

const ui::Words& Session::words()
{
    return ui::Words::builtIn();
}

Engine& Session::engine(Database::Access access)
{
    if (!m_engine) {
        m_database = Database::open(m_options.dataFolder, {.access = access});
        m_engine = std::make_unique<Engine>(*m_database, m_clock, m_vocabulary, m_uuids);
        m_listening = m_engine->events().subscribe([this](const Event& event) {
            if (const auto* saved = std::get_if<RecordsSaved>(&event)) {
                for (const auto& [kind, id] : saved->records) {
                    if (kind == RecordKind::Alert) {
                        m_touchedAlerts.push_back(id);
                    }
                }
            }
        });
    }
    return *m_engine;
}

void Session::closeDiary()
{
    m_listening = {};
    m_engine.reset();
    m_database.reset();
}

bool Session::wantsExchange()
{
    try {
        return m_database && !m_isExchanged && sharedFolderOf(*m_database);
    } catch (const StorageError& error) {
        spdlog::warn("the shared folder could not be read: {}", error.what());
        return false;
    }
}

std::vector<Alert> Session::newAlerts()
{
    std::vector<Alert> alerts;
    if (m_engine && !m_touchedAlerts.empty()) {
        alerts = m_engine->alerts().shown();
        std::erase_if(alerts, [this](const Alert& alert) {
            return alert.state != AlertState::Open || alert.level == Level::CheckIn ||
                   std::find(m_touchedAlerts.begin(), m_touchedAlerts.end(), alert.stamp.id) ==
                       m_touchedAlerts.end();
        });
    }
    return alerts;
}

std::optional<ExitStatus>
Session::resolve(const char* name, const std::string& text, std::optional<Moment>& out)
{
    const auto written = parseIso(text);
    if (!written) {
        return refuse(
            ExitStatus::NotUnderstood,
            tr("%1 \"%2\" is no time. Write it like 2026-03-02T08:00 or 2026-03-02T08:00:00+01:00.")
                .arg(QLatin1String{name}, QString::fromStdString(text)));
    }
    const Resolved resolved = zone().resolve(*written);
    if (const auto* moment = std::get_if<Moment>(&resolved)) {
        out = *moment;
        return std::nullopt;
    }
    const auto* skipped = std::get_if<SkippedTime>(&resolved);
    const auto& doubled =
        skipped ? DoubledTime{skipped->before, skipped->after} : std::get<DoubledTime>(resolved);
    const QString sentence =
        skipped
            ? tr("%1 %2 was skipped when the clocks changed. Say which you mean: %2%3 or %2%4.")
            : tr("%1 %2 happened twice when the clocks changed. Say which you mean: %2%3 or %2%4.");
    return refuse(ExitStatus::Refused,
                  sentence.arg(QLatin1String{name}, QString::fromStdString(text),
                               QString::fromStdString(toIsoOffset(doubled.first)),
                               QString::fromStdString(toIsoOffset(doubled.second))));
}

std::optional<ExitStatus> Session::resolveBound(const char* option,
                                                const std::string& text,
                                                bool isEnd,
                                                std::optional<UtcTime>& out)
{
    if (text.empty()) {
        return std::nullopt;
    }
    if (const auto day = parseIsoDay(text)) {
        out = zone()
                  .startOf(isEnd ? *day + std::chrono::days{1} : *day)
                  .utc; // a last day counts whole
        return std::nullopt;
    }
    std::optional<Moment> moment;
    if (const auto refused = resolve(option, text, moment)) {
        return refused;
    }
    out = moment->utc;
    return std::nullopt;
}

ExitStatus Session::resolveTimes()
{
    if (!m_options.at.empty()) {
        if (const auto refused = resolve("--at", m_options.at, m_at)) {
            return *refused;
        }
    }
    if (const auto refused = resolveBound("--from", m_options.from, false, m_period.begin)) {
        return *refused;
    }
    if (const auto refused = resolveBound("--to", m_options.to, true, m_period.end)) {
        return *refused;
    }
    if (m_period.begin && m_period.end && *m_period.begin >= *m_period.end) {
        return refuse(ExitStatus::NotUnderstood,
                      tr("--from lies after --to, so nothing is between them."));
    }
    return ExitStatus::Done;
}

void Session::say(const QString& line)
{
    if (!m_options.isJson) {
        const QByteArray bytes = line.toUtf8() + '\n';
        std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stdout);
    }
}

void Session::print(const nlohmann::ordered_json& document)
{
    if (m_options.isJson) {
        const std::string text =
            document.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
        std::fwrite(text.data(), 1, text.size(), stdout);
    }
}

ExitStatus Session::refuse(ExitStatus status, const QString& line)
{
    const QByteArray bytes = "unclench: " + oneLine(line).toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stderr);
    return status;
}

ExitStatus Session::refuse(const Problems& problems)
{
    const bool isRefusal = std::all_of(problems.begin(), problems.end(),
                                       [](const Problem& problem) { return problem.isRefusal(); });
    return refuse(isRefusal ? ExitStatus::Refused : ExitStatus::NotUnderstood,
                  ui::wording::problems(problems, m_vocabulary, m_clock.now().wall));
}

bool Session::finish()
{
    return std::fflush(stdout) == 0 && std::ferror(stdout) == 0;
}

} // namespace unclench::app::cli
