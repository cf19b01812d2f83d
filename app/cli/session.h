// SPDX-License-Identifier: GPL-3.0-or-later
// One run of one command: the diary opened when it is needed, the times resolved, the output
// written.
#pragma once

#include "core/diary/problem.h"
#include "core/engine/engine.h"
#include "core/store/diary_store.h"
#include "core/time/zone.h"
#include "ui/wording/words.h"

#include <QString>
#include <nlohmann/json_fwd.hpp>

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace unclench::app::cli {

struct ReportRequest;

/// What a process ends with (docs/command-line.md).
enum class ExitStatus { Done = 0, Refused = 1, NotUnderstood = 2, Storage = 3 };

/// What stands before or after every command.
struct GlobalOptions {
    std::filesystem::path dataFolder;
    bool isJson = false;
    std::string at;
    std::string from;
    std::string to;
};

class Session {
public:
    /// All arguments must outlive it.
    Session(const GlobalOptions& options, const Clock& clock, const Vocabulary& vocabulary);
    ~Session();
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    /// Understands `--at`, `--from` and `--to`. Anything but Done has been said already.
    [[nodiscard]] ExitStatus resolveTimes();
    /// Absent: not given, so now.
    [[nodiscard]] const std::optional<Moment>& at() const { return m_at; }
    [[nodiscard]] const Period& period() const { return m_period; }

    /// Understands a time that belongs to one command alone; `name` is what it is called there.
    /// Set: it was not understood or it is not one moment, which has been said already.
    [[nodiscard]] std::optional<ExitStatus>
    resolve(const char* name, const std::string& text, std::optional<Moment>& out);

    /// Opens the diary at the first call. Throws StorageError.
    [[nodiscard]] Engine& engine(Database::Access access);
    /// Lets go of it again: the next call of `engine` opens it anew.
    void closeDiary();
    /// This command did what is left to another process after others: the shared folder is as it
    /// should be.
    void noteExchanged() { m_isExchanged = true; }
    /// Whether the diary that was opened has a shared folder to go to. False where none was opened.
    [[nodiscard]] bool wantsExchange();
    /// The alerts that this command raised or changed and that are open. Empty where no diary was
    /// opened.
    [[nodiscard]] std::vector<Alert> newAlerts();
    [[nodiscard]] const Vocabulary& vocabulary() const { return m_vocabulary; }
    [[nodiscard]] const ui::Words& words();
    [[nodiscard]] const Clock& clock() const { return m_clock; }
    [[nodiscard]] const GlobalOptions& options() const { return m_options; }

    /// A session was started: something must ring when it is over.
    void wantRinger() { m_wantsRinger = true; }
    [[nodiscard]] bool wantsRinger() const { return m_wantsRinger; }

    /// A report was read and is to be written once this command is over.
    void wantReport(std::shared_ptr<const ReportRequest> report) { m_report = std::move(report); }
    [[nodiscard]] const std::shared_ptr<const ReportRequest>& report() const { return m_report; }

    [[nodiscard]] bool isJson() const { return m_options.isJson; }
    /// One line on standard output; nothing with `--json`.
    void say(const QString& line);
    /// The one document of `--json`; nothing without.
    void print(const nlohmann::ordered_json& document);
    /// One line on standard error.
    ExitStatus refuse(ExitStatus status, const QString& line);
    ExitStatus refuse(const Problems& problems);
    /// Puts all output where it belongs. False: it could not be written.
    [[nodiscard]] bool finish();

private:
    std::optional<ExitStatus> resolveBound(const char* option,
                                           const std::string& text,
                                           bool isEnd,
                                           std::optional<UtcTime>& out);
    [[nodiscard]] const Zone& zone();

    const GlobalOptions& m_options;
    const Clock& m_clock;
    const Vocabulary& m_vocabulary;
    UuidSource m_uuids;
    std::optional<Zone> m_zone;
    std::optional<Moment> m_at;
    Period m_period;
    bool m_wantsRinger = false;
    bool m_isExchanged = false;
    std::shared_ptr<const ReportRequest> m_report;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<Engine> m_engine;
    std::vector<Uuid> m_touchedAlerts;
    Subscription m_listening;
};

/// What the parser found: the command to run and what it does to the diary.
struct Command {
    std::function<ExitStatus(Session&)> run;
    bool records = false;     ///< takes `--at`, and tells other programs of the change
    bool readsPeriod = false; ///< takes `--from` and `--to`
};

} // namespace unclench::app::cli
