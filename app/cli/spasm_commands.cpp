// SPDX-License-Identifier: GPL-3.0-or-later
// log, pain, end, no-pain.
#include "app/cli/answer.h"
#include "app/cli/commands.h"
#include "app/cli/text_file.h"
#include "app/cli/tr.h"
#include "core/time/iso8601.h"
#include "ui/wording/times.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

namespace unclench::app::cli {

namespace {

using nlohmann::ordered_json;

struct LogArguments {
    int pain = 0;
    std::vector<std::string> regions;
    std::vector<std::string> triggers;
    bool isFirst = false;
    bool isNotFirst = false;
    std::string note;
    std::string noteFile;
};

QString sentence(const SpasmSaved& saved, int pain, const Moment& now)
{
    const QString when = ui::wording::moment(saved.at, now);
    const QString onset = ui::wording::moment(saved.onset, now);
    switch (saved.outcome) {
    case SpasmOutcome::Began: return tr("Saved: spasm, pain %1, %2.").arg(pain).arg(when);
    case SpasmOutcome::WentOn:
        return tr("Saved: pain %1, %2. Less than 24 hours after it ended, the spasm of %3 goes on.")
            .arg(pain)
            .arg(when, onset);
    case SpasmOutcome::ReadingAdded:
        return tr("Saved: pain %1, %2. Added to the open spasm of %3.").arg(pain).arg(when, onset);
    case SpasmOutcome::AddedToPast:
        return tr("Saved: pain %1, %2. Added to the past spasm of %3.").arg(pain).arg(when, onset);
    }
    Q_UNREACHABLE();
}

ExitStatus runLog(Session& session, const LogArguments& arguments)
{
    SpasmDraft draft;
    draft.pain = arguments.pain;
    draft.at = session.at();
    draft.note = arguments.note;
    if (!arguments.noteFile.empty()) {
        const auto text = readText(arguments.noteFile, kLongestText);
        if (!text) {
            return session.refuse(ExitStatus::NotUnderstood,
                                  tr("%1 cannot be read. Nothing was saved.")
                                      .arg(QString::fromStdString(arguments.noteFile)));
        }
        draft.note = *text;
    }
    for (const std::string& region : arguments.regions) {
        const auto place = parsePlace(region);
        if (!place) {
            return session.refuse({{ProblemKind::UnknownId, "side",
                                    region.substr(region.find(':') + 1), std::nullopt}});
        }
        draft.details.regions = draft.details.regions.value_or(std::vector<Place>{});
        draft.details.regions->push_back(*place);
    }
    if (!arguments.triggers.empty()) {
        draft.details.triggers = arguments.triggers;
    }
    if (arguments.isFirst || arguments.isNotFirst) {
        draft.details.firstEver = arguments.isFirst;
    }

    Engine& engine = session.engine(Database::Access::ReadWrite);
    const auto result = engine.journal().logSpasm(draft);
    if (const auto* problems = std::get_if<Problems>(&result)) {
        return session.refuse(*problems);
    }
    const auto& saved = std::get<SpasmSaved>(result);
    session.say(withClockWarning(sentence(saved, draft.pain, session.clock().now().wall),
                                 saved.isClockBehind));
    session.print({{"saved", "reading"},
                   {"outcome", toId(saved.outcome)},
                   {"episode", saved.episode.text()},
                   {"id", saved.id.text()},
                   {"at", toIso(saved.at)},
                   {"onset", toIso(saved.onset)},
                   {"pain", draft.pain},
                   {"clock_behind", saved.isClockBehind}});
    return ExitStatus::Done;
}

} // namespace

void addSpasmCommands(CLI::App& parser, Command& chosen)
{
    auto log = std::make_shared<LogArguments>();
    CLI::App* logCommand = parser.add_subcommand(
        "log", tr("Start a spasm, or add a reading to the open one").toStdString());
    logCommand
        ->add_option("PAIN", log->pain, tr("0 (none) to 10 (the worst there is)").toStdString())
        ->required();
    logCommand
        ->add_option(
            "--region", log->regions,
            tr("Where: ID or ID:SIDE (left, right, both, middle); may be repeated").toStdString())
        ->allow_extra_args(false);
    logCommand
        ->add_option("--trigger", log->triggers,
                     tr("What set it off; may be repeated").toStdString())
        ->allow_extra_args(false);
    CLI::Option* first = logCommand->add_flag("--first", log->isFirst,
                                              tr("The first back spasm ever").toStdString());
    logCommand->add_flag("--not-first", log->isNotFirst, tr("Not the first one").toStdString())
        ->excludes(first);
    CLI::Option* note =
        logCommand->add_option("--note", log->note, tr("A note with the reading").toStdString());
    logCommand
        ->add_option("--note-file", log->noteFile,
                     tr("The note from a file, - for standard input").toStdString())
        ->excludes(note);
    logCommand->callback([log, &chosen] {
        chosen = {[log](Session& session) { return runLog(session, *log); }, true};
    });

    struct PainArguments {
        int value = 0;
        bool isAtRest = false;
    };
    auto pain = std::make_shared<PainArguments>();
    CLI::App* painCommand =
        parser.add_subcommand("pain", tr("Add a reading to the open spasm").toStdString());
    painCommand->add_option("VALUE", pain->value, tr("0 to 10").toStdString())->required();
    painCommand->add_flag("--at-rest", pain->isAtRest,
                          tr("Measured lying or sitting still").toStdString());
    painCommand->callback([pain, &chosen] {
        chosen = {[pain](Session& session) {
                      const std::optional<bool> atRest =
                          pain->isAtRest ? std::optional{true} : std::nullopt;
                      return answer(session,
                                    session.engine(Database::Access::ReadWrite)
                                        .journal()
                                        .addReading({pain->value, session.at(), atRest, {}}),
                                    "reading", [&](const QString& when) {
                                        return tr("Saved: pain %1, %2.").arg(pain->value).arg(when);
                                    });
                  },
                  true};
    });

    parser.add_subcommand("end", tr("The open spasm is over").toStdString())->callback([&chosen] {
        chosen = {
            [](Session& session) {
                return answer(
                    session,
                    session.engine(Database::Access::ReadWrite).journal().endEpisode(session.at()),
                    "end", [](const QString& when) {
                        return tr("Saved: the spasm ended %1. If it comes back within 24 hours, it "
                                  "goes on.")
                            .arg(when);
                    });
            },
            true};
    });
    parser.add_subcommand("no-pain", tr("A day without pain").toStdString())->callback([&chosen] {
        chosen = {
            [](Session& session) {
                return answer(
                    session,
                    session.engine(Database::Access::ReadWrite).journal().painFreeDay(session.at()),
                    "pain_free_day",
                    [](const QString& when) { return tr("Saved: no pain (%1).").arg(when); });
            },
            true};
    });
}

} // namespace unclench::app::cli
