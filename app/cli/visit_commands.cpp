// SPDX-License-Identifier: GPL-3.0-or-later
// visit: what is prepared for an appointment, and what came of it.
#include "app/cli/answer.h"
#include "app/cli/commands.h"
#include "app/cli/diary_json.h"
#include "app/cli/tr.h"
#include "core/time/iso8601.h"
#include "ui/wording/times.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <set>
#include <variant>

namespace unclench::app::cli {

namespace {

using nlohmann::ordered_json;

/// So much of an id is enough, where it is one visit alone.
constexpr std::size_t kShortestVisitId = 8;

struct VisitArguments {
    std::string verb;
    /// A time or an id.
    std::string which;
    std::string provider;
    std::string goal;
    std::vector<std::string> questions;
    std::string said;
    std::string toDo;
    std::string next;
    /// The options that were given, also with an empty text.
    std::set<std::string> given;

    [[nodiscard]] bool has(const char* option) const { return given.contains(option); }
};

QString visitText(const std::string& text)
{
    return QString::fromStdString(text).simplified();
}

QString visitName(const std::string& provider)
{
    return provider.empty() ? tr("visit") : tr("visit, %1").arg(visitText(provider));
}

std::string visitQuestions(const std::vector<std::string>& questions)
{
    std::string lines;
    for (std::string question : questions) {
        std::replace_if(
            question.begin(), question.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
        lines += (lines.empty() ? "" : "\n") + question;
    }
    return lines;
}

ordered_json visitJson(const Visit& visit)
{
    ordered_json document = recordToJson(visit);
    document["questions"] = questionsOf(visit);
    document["sections"] = splitIds(visit.sections);
    return document;
}

/// Those that are not over first, the soonest first; then those over, the latest first.
std::vector<Visit> visitsInOrder(Session& session)
{
    std::vector<Visit> visits = session.engine(Database::Access::Read).diary().visits();
    const auto over = std::stable_partition(visits.begin(), visits.end(),
                                            [](const Visit& visit) { return !visit.isOver; });
    std::reverse(visits.begin(), over);
    return visits;
}

ExitStatus runVisitAdd(Session& session, const VisitArguments& arguments)
{
    if (arguments.which.empty()) {
        return session.refuse(ExitStatus::NotUnderstood,
                              tr("Say when it is: unclench visit add 2026-03-02T09:00."));
    }
    std::optional<Moment> at;
    if (const auto refused = session.resolve("visit", arguments.which, at)) {
        return *refused;
    }
    Engine& engine = session.engine(Database::Access::ReadWrite);
    const auto standing = engine.diary().visitAt(at->utc, arguments.provider);
    Visit visit = standing.value_or(Visit{});
    if (!standing) {
        visit.at = *at;
        visit.provider = arguments.provider;
    }
    if (arguments.has("--goal")) {
        visit.goal = arguments.goal;
    }
    if (arguments.has("--question")) {
        visit.questions = visitQuestions(arguments.questions);
    }
    const auto result = engine.journal().keepVisit(std::move(visit));
    const auto* saved = std::get_if<Saved>(&result);
    const bool wasThere = saved != nullptr && saved->wasThere;
    const QString name = visitName(arguments.provider);
    return answer(session, result, "visit", [&](const QString& when) {
        return wasThere   ? tr("It is there already: %1, %2.").arg(name, when)
               : standing ? tr("Changed: %1, %2. It was there already.").arg(name, when)
                          : tr("Saved: %1, %2.").arg(name, when);
    });
}

ExitStatus runVisitList(Session& session)
{
    const Moment now = session.clock().now().wall;
    ordered_json list = ordered_json::array();
    for (const Visit& visit : visitsInOrder(session)) {
        QStringList line{ui::wording::moment(visit.at, now)};
        if (!visit.provider.empty()) {
            line << visitText(visit.provider);
        }
        if (visit.isOver) {
            line << tr("over");
        } else if (visit.at.utc <= now.utc) {
            line << tr("not done yet");
        }
        session.say(line.join(QLatin1String(", ")));
        if (const QString goal = visitText(visit.goal); !goal.isEmpty()) {
            session.say(QLatin1String("    ") + goal);
        }
        list.push_back(visitJson(visit));
    }
    if (list.empty()) {
        session.say(tr("No visit is written down. Add one: unclench visit add 2026-03-02T09:00."));
    }
    session.print({{"visits", list}});
    return ExitStatus::Done;
}

/// Which visit is meant, or what was said of it.
using FoundVisit = std::variant<Visit, ExitStatus>;

/// The latest that has been and is not over.
FoundVisit visitToFinish(Session& session)
{
    const Moment now = session.clock().now().wall;
    const std::vector<Visit> visits = session.engine(Database::Access::Read).diary().visits();
    const Visit* ahead = nullptr;
    for (const Visit& visit : visits) {
        if (!visit.isOver && visit.at.utc <= now.utc) {
            return visit;
        }
        ahead = visit.isOver ? ahead : &visit;
    }
    if (ahead != nullptr) {
        return session.refuse(
            ExitStatus::Refused,
            tr("The next visit is still ahead: %1 (%2). If another one has been, add it with its "
               "time first: unclench visit add TIME.")
                .arg(ui::wording::moment(ahead->at, now),
                     QString::fromStdString(toIso(ahead->at))));
    }
    if (!visits.empty()) {
        return session.refuse(
            ExitStatus::Refused,
            tr("Every visit is over already. Give the time of the one that you mean: unclench "
               "visit done %1.")
                .arg(QString::fromStdString(toIso(visits.front().at))));
    }
    return session.refuse(
        ExitStatus::Refused,
        tr("No visit is written down. Add it with its time: unclench visit add TIME."));
}

FoundVisit visitMeant(Session& session, const std::string& which)
{
    std::vector<Visit> meant;
    std::optional<Moment> at;
    const bool isTime = parseIso(which).has_value();
    if (isTime) {
        if (const auto refused = session.resolve("visit", which, at)) {
            return *refused;
        }
    }
    const QString given = QString::fromStdString(which);
    const std::string id = given.toLower().toStdString();
    for (Visit& visit : session.engine(Database::Access::Read).diary().visits()) {
        const bool isMeant =
            isTime ? std::chrono::floor<std::chrono::minutes>(visit.at.utc) ==
                         std::chrono::floor<std::chrono::minutes>(at->utc)
                   : id.size() >= kShortestVisitId && visit.stamp.id.text().starts_with(id);
        if (isMeant) {
            meant.push_back(std::move(visit));
        }
    }
    if (meant.empty()) {
        return session.refuse(ExitStatus::NotUnderstood,
                              tr("There is no visit \"%1\". Give its time, or its id as \"unclench "
                                 "visit list --json\" shows it.")
                                  .arg(given));
    }
    if (meant.size() > 1) {
        return session.refuse(ExitStatus::NotUnderstood,
                              tr("More than one visit is \"%1\". Give the whole id of the one that "
                                 "you mean, as \"unclench visit list --json\" shows it.")
                                  .arg(given));
    }
    return std::move(meant.front());
}

ExitStatus runVisitDone(Session& session, const VisitArguments& arguments)
{
    std::optional<Moment> next;
    if (arguments.has("--next")) {
        if (const auto refused = session.resolve("--next", arguments.next, next)) {
            return *refused;
        }
    }
    Engine& engine = session.engine(Database::Access::ReadWrite);
    const FoundVisit found =
        arguments.which.empty() ? visitToFinish(session) : visitMeant(session, arguments.which);
    if (const auto* refused = std::get_if<ExitStatus>(&found)) {
        return *refused;
    }
    Visit visit = std::get<Visit>(found);
    const QString name = visitName(visit.provider);
    if (arguments.has("--said")) {
        visit.said = arguments.said;
    }
    if (arguments.has("--to-do")) {
        visit.toDo = arguments.toDo;
    }
    const auto result = engine.journal().finishVisit(std::move(visit), next);
    if (const auto* problems = std::get_if<Problems>(&result)) {
        return session.refuse(*problems);
    }
    const auto& saved = std::get<Saved>(result);
    const Moment now = session.clock().now().wall;
    const QString when = ui::wording::moment(saved.at, now);
    session.say(saved.wasThere ? tr("It is over already: %1, %2.").arg(name, when)
                               : tr("Over: %1, %2.").arg(name, when));
    if (next) {
        session.say(tr("The next one: %1.").arg(ui::wording::moment(*next, now)));
    }
    session.print({{"saved", "visit"},
                   {"id", saved.id.text()},
                   {"at", toIso(saved.at)},
                   {"clock_behind", saved.isClockBehind},
                   {"was_there", saved.wasThere},
                   {"next", next ? ordered_json(toIso(*next)) : ordered_json(nullptr)}});
    return ExitStatus::Done;
}

struct VisitVerb {
    std::string_view name;
    std::set<std::string> options;
    bool takesWhich;
    ExitStatus (*run)(Session&, const VisitArguments&);
};
const std::vector<VisitVerb>& visitVerbs()
{
    static const std::vector<VisitVerb> kVerbs{
        {"add", {"--with", "--goal", "--question"}, true, runVisitAdd},
        {"list",
         {},
         false,
         [](Session& session, const VisitArguments&) { return runVisitList(session); }},
        {"done", {"--said", "--to-do", "--next"}, true, runVisitDone},
    };
    return kVerbs;
}

ExitStatus runVisit(Session& session, const VisitArguments& arguments)
{
    const auto verb = std::find_if(visitVerbs().begin(), visitVerbs().end(),
                                   [&](const auto& each) { return each.name == arguments.verb; });
    const QString said = QString::fromStdString(arguments.verb);
    if (verb == visitVerbs().end()) {
        return session.refuse(
            ExitStatus::NotUnderstood,
            tr("A visit cannot be \"%1\". Write add, list or done behind it.").arg(said));
    }
    if (session.at()) {
        return session.refuse(ExitStatus::NotUnderstood,
                              tr("--at has no meaning for %1.").arg(QLatin1String{"visit"}));
    }
    if (!verb->takesWhich && !arguments.which.empty()) {
        return session.refuse(
            ExitStatus::NotUnderstood,
            tr("\"visit %1\" takes no \"%2\".").arg(said, QString::fromStdString(arguments.which)));
    }
    for (const std::string& option : arguments.given) {
        if (!verb->options.contains(option)) {
            return session.refuse(
                ExitStatus::NotUnderstood,
                tr("\"visit %1\" takes no %2.").arg(said, QString::fromStdString(option)));
        }
    }
    return verb->run(session, arguments);
}

} // namespace

void addVisitCommand(CLI::App& parser, Command& chosen)
{
    auto visit = std::make_shared<VisitArguments>();
    CLI::App* command =
        parser.add_subcommand("visit", tr("Appointments: add, list, done").toStdString());
    command->add_option("DO", visit->verb, tr("add, list or done").toStdString())->required();
    command->add_option(
        "WHICH", visit->which,
        tr("add: when it is. done: its time or its id; without, the last one").toStdString());
    command->add_option("--with", visit->provider, tr("add: whom it is with").toStdString());
    command->add_option("--goal", visit->goal,
                        tr("add: what you want to come of it").toStdString());
    command
        ->add_option("--question", visit->questions,
                     tr("add: what you want to ask; up to three times").toStdString())
        ->allow_extra_args(false);
    command->add_option("--said", visit->said, tr("done: what was said").toStdString());
    command->add_option("--to-do", visit->toDo, tr("done: what to do now").toStdString());
    command->add_option("--next", visit->next, tr("done: when the next one is").toStdString())
        ->type_name("TIME");
    command->callback([command, visit, &chosen] {
        for (const CLI::Option* option : command->get_options()) {
            if (option->count() > 0 && !option->get_lnames().empty()) {
                visit->given.insert("--" + option->get_lnames().front());
            }
        }
        chosen = {[visit](Session& session) { return runVisit(session, *visit); },
                  visit->verb != "list"};
    });
}

} // namespace unclench::app::cli
