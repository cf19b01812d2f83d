// SPDX-License-Identifier: GPL-3.0-or-later
// heat, cold, stop, skin: a session from the command line.
#include "app/cli/answer.h"
#include "app/cli/commands.h"
#include "app/cli/tr.h"
#include "core/time/iso8601.h"
#include "ui/wording/care.h"
#include "ui/wording/times.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

namespace unclench::app::cli {

namespace {

using nlohmann::ordered_json;
namespace wording = ui::wording;

struct CareArguments {
    std::optional<int> minutes;
    std::string kind;
    std::optional<int> pain;
    std::optional<int> painAfter;
    std::string skin;
    std::string felt;
};

/// False: refused and said.
template <NamedEnum Enum>
bool readWord(Session& session,
              const char* field,
              const std::string& text,
              std::optional<Enum>& value)
{
    if (text.empty()) {
        return true;
    }
    value = fromId<Enum>(text);
    if (!value) {
        QStringList known;
        for (const std::string_view name : kNames<Enum>) {
            known << QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
        }
        static_cast<void>(session.refuse(
            ExitStatus::NotUnderstood, tr("There is no %1 \"%2\". Known: %3.")
                                           .arg(QLatin1String{field}, QString::fromStdString(text),
                                                known.join(QLatin1String(", ")))));
    }
    return value.has_value();
}

bool readOutcome(Session& session, const CareArguments& arguments, CareOutcome& outcome)
{
    outcome.pain = arguments.painAfter;
    return readWord(session, "skin", arguments.skin, outcome.skin) &&
           readWord(session, "felt", arguments.felt, outcome.felt);
}

/// A refusal that says why heat or cold is not for now.
ExitStatus refuseCare(Session& session, const Problems& problems)
{
    if (problems.front().kind == ProblemKind::CareBlocked) {
        return session.refuse(
            ExitStatus::Refused,
            wording::careRefusal(problems.front(), session.words(), session.clock().now().wall));
    }
    return session.refuse(problems);
}

/// With --at it is written down as one that is over.
ExitStatus runPast(Session& session, const CareStart& what, const CareOutcome& outcome)
{
    Engine& engine = session.engine(Database::Access::ReadWrite);
    const auto result = engine.care().tell({what, *session.at(), outcome});
    return answer(session, result, "care_session", wording::modality(what.modality));
}

ExitStatus runCare(Session& session, Modality modality, const CareArguments& arguments)
{
    CareStart what;
    what.modality = modality;
    what.minutes = arguments.minutes;
    what.pain = arguments.pain;
    CareOutcome outcome;
    if (!readWord(session, "kind", arguments.kind, what.kind) ||
        !readOutcome(session, arguments, outcome)) {
        return ExitStatus::NotUnderstood;
    }
    if (session.at()) {
        return runPast(session, what, outcome);
    }
    if (outcome.pain || outcome.skin || outcome.felt) {
        return session.refuse(ExitStatus::NotUnderstood,
                              tr("What it did is told when it ends: unclench stop --pain N. With "
                                 "--at TIME a past session is written down whole."));
    }
    Engine& engine = session.engine(Database::Access::ReadWrite);
    const std::vector<std::string> notTold = engine.care().toAsk(modality);
    const auto result = engine.care().start(what);
    if (const auto* problems = std::get_if<Problems>(&result)) {
        return refuseCare(session, *problems);
    }
    const auto& started = std::get<CareStarted>(result);
    const Moment now = session.clock().now().wall;
    const Moment ends = started.at + started.planned;
    const int minutes = static_cast<int>(started.planned.count());
    session.say((modality == Modality::Heat ? tr("Heat runs for %1 min, until %2.")
                                            : tr("Cold runs for %1 min, until %2."))
                    .arg(minutes)
                    .arg(wording::moment(ends, now)));
    if (started.wasShortened) {
        session.say(tr("Shortened: %1 min is the most that is allowed now.").arg(minutes));
    }
    session.say(wording::careWatch());
    if (!notTold.empty()) {
        session.say(
            tr("Of %1 things that matter here nothing was told yet, such as: %2. \"unclench "
               "status --json\" lists them; tell each with: unclench condition ID yes/no.")
                .arg(notTold.size())
                .arg(session.words().label(Topic::Condition, notTold.front())));
    }
    session.print({{"started", toId(modality)},
                   {"id", started.id.text()},
                   {"at", toIso(started.at)},
                   {"ends", toIso(ends)},
                   {"minutes", minutes},
                   {"shortened", started.wasShortened},
                   {"caution", started.needsCaution},
                   {"not_told", notTold}});
    session.wantRinger();
    return ExitStatus::Done;
}

ExitStatus runStop(Session& session, const CareArguments& arguments)
{
    CareOutcome outcome;
    if (!readOutcome(session, arguments, outcome)) {
        return ExitStatus::NotUnderstood;
    }
    Engine& engine = session.engine(Database::Access::ReadWrite);
    const auto result = engine.care().stop(outcome);
    if (const auto* problems = std::get_if<Problems>(&result)) {
        return session.refuse(*problems);
    }
    const auto& ended = std::get<CareEnded>(result);
    session.say(tr("Ended: %1 after %2.")
                    .arg(wording::modality(ended.session.modality), wording::length(ended.lasted)));
    if (!outcome.skin) {
        session.say(tr("Look at your skin now, and tell: unclench skin normal (or pink, blotchy, "
                       "blister, white_waxy, numb, hives)."));
    } else if (const QString advice = wording::skinAdvice(*outcome.skin); !advice.isEmpty()) {
        session.say(advice);
    }
    session.print({{"ended", toId(ended.session.modality)},
                   {"id", ended.id.text()},
                   {"at", toIso(ended.at)},
                   {"seconds", std::chrono::floor<std::chrono::seconds>(ended.lasted).count()}});
    return ExitStatus::Done;
}

ExitStatus runSkin(Session& session, const std::string& state)
{
    std::optional<Skin> skin;
    if (!readWord(session, "skin", state, skin)) {
        return ExitStatus::NotUnderstood;
    }
    Engine& engine = session.engine(Database::Access::ReadWrite);
    const ExitStatus status = answer(session, engine.care().checkSkin(*skin), "skin_check",
                                     tr("skin %1").arg(wording::skin(*skin)));
    if (const QString advice = wording::skinAdvice(*skin);
        status == ExitStatus::Done && !advice.isEmpty()) {
        session.say(advice);
    }
    return status;
}

void addOutcome(CLI::App& command, CareArguments& arguments, const char* painOption)
{
    command.add_option(painOption, arguments.painAfter, tr("Pain after it, 0 to 10").toStdString());
    command.add_option(
        "--skin", arguments.skin,
        tr("normal, pink, blotchy, blister, white_waxy, numb or hives").toStdString());
    command.add_option("--felt", arguments.felt, tr("better, same or worse").toStdString());
}

} // namespace

void addCareCommands(CLI::App& parser, Command& chosen)
{
    const auto add = [&](Modality modality, const QString& help) {
        auto arguments = std::make_shared<CareArguments>();
        CLI::App* command = parser.add_subcommand(std::string{toId(modality)}, help.toStdString());
        command->add_option("MIN", arguments->minutes,
                            tr("Minutes, at most 20; as long as is usual without").toStdString());
        command->add_option(
            "--kind", arguments->kind,
            tr("pad, towel, bottle, shower, bath, pack; with --at also wrap").toStdString());
        command->add_option("--pain", arguments->pain, tr("Pain now, 0 to 10").toStdString());
        addOutcome(*command, *arguments, "--pain-after");
        command->callback([&chosen, arguments, modality] {
            chosen = {[arguments, modality](Session& session) {
                          return runCare(session, modality, *arguments);
                      },
                      true, false};
        });
    };
    add(Modality::Heat, tr("Start heat; it rings when its time is up"));
    add(Modality::Cold, tr("Start cold; it rings when its time is up"));

    auto stop = std::make_shared<CareArguments>();
    CLI::App* stopCommand =
        parser.add_subcommand("stop", tr("It is off: end the session, or its alarm").toStdString());
    addOutcome(*stopCommand, *stop, "--pain");
    stopCommand->callback([&chosen, stop] {
        chosen = {[stop](Session& session) {
                      if (session.at()) {
                          return session.refuse(ExitStatus::NotUnderstood,
                                                tr("stop means now and takes no --at."));
                      }
                      return runStop(session, *stop);
                  },
                  true, false};
    });

    auto skin = std::make_shared<std::string>();
    CLI::App* skinCommand =
        parser.add_subcommand("skin", tr("How your skin is after heat or cold").toStdString());
    skinCommand
        ->add_option("STATE", *skin,
                     tr("normal, pink, blotchy, blister, white_waxy, numb or hives").toStdString())
        ->required();
    skinCommand->callback([&chosen, skin] {
        chosen = {[skin](Session& session) {
                      if (session.at()) {
                          return session.refuse(ExitStatus::NotUnderstood,
                                                tr("skin means now and takes no --at."));
                      }
                      return runSkin(session, *skin);
                  },
                  true, false};
    });
}

} // namespace unclench::app::cli
