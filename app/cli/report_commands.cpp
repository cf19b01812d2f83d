// SPDX-License-Identifier: GPL-3.0-or-later
// report: the page for the doctor into a file.
#include "app/cli/commands.h"
#include "app/cli/report_request.h"
#include "app/cli/summary_json.h"
#include "app/cli/tr.h"
#include "ui/visit_reading.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>
#include <set>

namespace unclench::app::cli {

namespace {

struct ReportArguments {
    std::string path;
    bool isLong = false;
    std::string sections;
    std::string paper;
    std::string name;
    /// The options that were given, also with an empty text.
    std::set<std::string> given;
};

constexpr std::array<std::string_view, 2> kPaperNames{"a4", "letter"};

template <std::size_t count>
QString namesOf(const std::array<std::string_view, count>& names)
{
    QStringList all;
    for (const std::string_view name : names) {
        all << QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
    }
    return all.join(QLatin1String(", "));
}

bool hasKnownEnding(const std::filesystem::path& path)
{
    const QString ending = QString::fromStdString(path.extension().string()).toLower();
    return ending == QLatin1String(".pdf") || ending == QLatin1String(".html") ||
           ending == QLatin1String(".htm");
}

/// The next one that is ahead or today; absent: none is.
std::optional<Visit> nextVisit(Engine& engine)
{
    const auto today = engine.now().wall.localDay();
    std::optional<Visit> next;
    for (Visit& visit : engine.diary().visits()) { // the latest first
        if (!visit.isOver && visit.at.localDay() >= today) {
            next = std::move(visit);
        }
    }
    return next;
}

/// What was given on the command line, over what the visit has. Set: refused, and said.
std::optional<ExitStatus> choose(Session& session, const ReportArguments& arguments, Visit& visit)
{
    if (arguments.given.contains("--sections")) {
        for (const std::string& section : splitIds(arguments.sections)) {
            if (!fromId<ReportSection>(section)) {
                return session.refuse(
                    ExitStatus::NotUnderstood,
                    tr("There is no section \"%1\". The sections are: %2.")
                        .arg(QString::fromStdString(section), namesOf(kNames<ReportSection>)));
            }
        }
        visit.sections = arguments.sections;
    }
    if (arguments.given.contains("--name")) {
        const auto name = fromId<ReportName>(arguments.name);
        if (!name) {
            return session.refuse(ExitStatus::NotUnderstood,
                                  tr("--name takes one of: %1.").arg(namesOf(kNames<ReportName>)));
        }
        visit.shownName = *name;
    }
    visit.isLong = visit.isLong || arguments.isLong;
    return std::nullopt;
}

ExitStatus runReport(Session& session, const ReportArguments& arguments)
{
    if (!hasKnownEnding(arguments.path)) {
        return session.refuse(
            ExitStatus::NotUnderstood,
            tr("A report is a file whose name ends in .pdf, .html or .htm. \"%1\" "
               "does not.")
                .arg(QString::fromStdString(arguments.path)));
    }
    const bool hasPaper = arguments.given.contains("--paper");
    if (hasPaper &&
        std::find(kPaperNames.begin(), kPaperNames.end(), arguments.paper) == kPaperNames.end()) {
        return session.refuse(ExitStatus::NotUnderstood,
                              tr("--paper takes one of: %1.").arg(namesOf(kPaperNames)));
    }
    Engine& engine = session.engine(Database::Access::Read);
    if (session.period().begin && *session.period().begin > engine.now().wall.utc) {
        return session.refuse(
            ExitStatus::NotUnderstood,
            tr("--from lies after now, so the period has no day in it. Give a day "
               "up to today."));
    }
    Visit visit = nextVisit(engine).value_or(Visit{});
    if (visit.stamp.id == Uuid{}) {
        visit.at = engine.now().wall;
    }
    if (const auto refused = choose(session, arguments, visit)) {
        return *refused;
    }
    auto chronicle = std::make_shared<const Chronicle>(engine.chronicle());
    const GlobalOptions& options = session.options();
    const Period period =
        options.from.empty() && options.to.empty()
            ? ui::visitPeriod(ui::readVisitDays(engine, visit, *chronicle), *chronicle)
            : session.period();
    auto request = std::make_shared<ReportRequest>(
        ReportRequest{arguments.path,
                      {engine.summary(period, *chronicle), chronicle, std::nullopt},
                      ui::wishesOf(visit, engine.settings().settings.paper),
                      session.words(),
                      session.isJson(),
                      {}});
    if (visit.isLong) {
        request->sources.longVersion = engine.longVersion(period);
    }
    if (hasPaper) {
        request->wishes.paper =
            arguments.paper == kPaperNames.front() ? QPageSize::A4 : QPageSize::Letter;
    }
    if (session.isJson()) {
        request->summary = summaryJson(request->sources.summary);
    }
    session.wantReport(std::move(request));
    return ExitStatus::Done;
}

} // namespace

void addReportCommand(CLI::App& parser, Command& chosen)
{
    auto* command =
        parser.add_subcommand("report", tr("Write the page for the doctor").toStdString());
    auto arguments = std::make_shared<ReportArguments>();
    command->add_option("PATH", arguments->path, tr("A .pdf or .html file").toStdString())
        ->required();
    command->add_flag("--long", arguments->isLong,
                      tr("With every entry of the period behind the page").toStdString());
    const auto option = [&](const char* name, std::string& value, const QString& help) {
        command
            ->add_option_function<std::string>(
                name,
                [&value, name, given = arguments.get()](const std::string& text) {
                    value = text;
                    given->given.insert(name);
                },
                help.toStdString())
            ->type_name("TEXT");
    };
    option("--sections", arguments->sections,
           tr("Only these, with a comma between: %1").arg(namesOf(kNames<ReportSection>)));
    option("--paper", arguments->paper, tr("a4 or letter; else as usual here"));
    option("--name", arguments->name, tr("What stands of your name: none, initials or full"));
    command->callback([&chosen, arguments] {
        chosen = {[arguments](Session& session) { return runReport(session, *arguments); }, false,
                  true};
    });
}

} // namespace unclench::app::cli
