// SPDX-License-Identifier: GPL-3.0-or-later
// sit, stand, lie, away, up, pause, resume: sitting from the command line.
#include "app/cli/answer.h"
#include "app/cli/commands.h"
#include "app/cli/tr.h"
#include "core/time/duration.h"
#include "ui/wording/seat.h"
#include "ui/wording/times.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

namespace unclench::app::cli {

namespace {

namespace wording = ui::wording;

constexpr std::chrono::minutes kUsualPause{60};

/// False: it is, and said.
bool isMeasured(Session& session)
{
    if (session.engine(Database::Access::ReadWrite).settings().settings.isSittingOn) {
        return true;
    }
    static_cast<void>(session.refuse(
        ExitStatus::Refused,
        tr("Sitting is not measured. Turn it on: unclench profile sitting_on yes.")));
    return false;
}

ExitStatus runTell(Session& session, Posture posture)
{
    if (!isMeasured(session)) {
        return ExitStatus::Refused;
    }
    return answer(session,
                  session.engine(Database::Access::ReadWrite).seat().tell(posture, session.at()),
                  "seat_span", wording::posture(posture));
}

ExitStatus refuseAt(Session& session, const QString& command)
{
    return session.refuse(ExitStatus::NotUnderstood,
                          tr("%1 means now and takes no --at.").arg(command));
}

ExitStatus runUp(Session& session)
{
    if (session.at()) {
        return refuseAt(session, QStringLiteral("up"));
    }
    if (!isMeasured(session)) {
        return ExitStatus::Refused;
    }
    return answer(session, session.engine(Database::Access::ReadWrite).seat().gotUp(), "seat_span",
                  tr("you got up"));
}

ExitStatus runPause(Session& session, const std::string& text)
{
    if (session.at()) {
        return refuseAt(session, QStringLiteral("pause"));
    }
    std::chrono::minutes length = kUsualPause;
    if (!text.empty()) {
        const auto parsed = parseDuration(text);
        if (!parsed) {
            return session.refuse(ExitStatus::NotUnderstood,
                                  tr("\"%1\" is no length of time. Write it as 45m, 2h or 1h30m.")
                                      .arg(QString::fromStdString(text)));
        }
        length = std::chrono::ceil<std::chrono::minutes>(*parsed);
    }
    return answer(session, session.engine(Database::Access::ReadWrite).seat().pause(length),
                  "seat_event", [&](const QString& when) {
                      return tr("Saved: no reminders for %1 from %2 on. Sitting is counted all the "
                                "same; \"unclench resume\" ends it.")
                          .arg(wording::length(length), when);
                  });
}

ExitStatus runResume(Session& session)
{
    if (session.at()) {
        return refuseAt(session, QStringLiteral("resume"));
    }
    return answer(session, session.engine(Database::Access::ReadWrite).seat().resume(),
                  "seat_event", tr("reminders go on"));
}

} // namespace

void addSeatCommands(CLI::App& parser, Command& chosen)
{
    const auto add = [&](const char* name, const QString& help,
                         const std::function<ExitStatus(Session&)>& run) {
        CLI::App* command = parser.add_subcommand(name, help.toStdString());
        command->callback([&chosen, run] { chosen = {run, true, false}; });
        return command;
    };
    const auto tell = [](Posture posture) {
        return [posture](Session& session) { return runTell(session, posture); };
    };
    add("sit", tr("You sit"), tell(Posture::Seated));
    add("stand", tr("You stand; it is no break, and adds nothing"), tell(Posture::Standing));
    add("lie", tr("You lie down"), tell(Posture::Lying));
    add("away", tr("You are away"), tell(Posture::Away));
    add("up", tr("You got up: a break"), runUp);
    auto length = std::make_shared<std::string>();
    add("pause", tr("No reminders to get up for a while"), [length](Session& session) {
        return runPause(session, *length);
    })->add_option("DURATION", *length, tr("45m, 2h, 1h30m; an hour without").toStdString());
    add("resume", tr("Reminders go on, after a pause or a meeting"), runResume);
}

} // namespace unclench::app::cli
