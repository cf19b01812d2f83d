// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/verify.h"

#include "core/diary/alert.h"
#include "core/diary/details.h"
#include "core/diary/visit.h"
#include "core/store/database.h"

#include <SQLiteCpp/Statement.h>
#include <fmt/format.h>

#include <algorithm>

namespace unclench {

namespace {

struct WordColumn {
    const char* table;
    const char* column;
    Topic topic;
};
constexpr std::array kWordColumns{
    WordColumn{"symptom", "symptom", Topic::Symptom},
    WordColumn{"function_limit", "function", Topic::Function},
    WordColumn{"condition", "condition", Topic::Condition},
    WordColumn{"relief", "method", Topic::Relief},
    WordColumn{"medicine", "class", Topic::MedicineClass},
};

void addCount(std::vector<Finding>& findings,
              Finding::Check check,
              std::string where,
              std::int64_t count)
{
    if (count > 0) {
        findings.push_back({check, std::move(where), static_cast<int>(count)});
    }
}

bool knowsAll(const Vocabulary& vocabulary,
              Topic topic,
              const std::optional<std::vector<std::string>>& ids)
{
    return !ids || std::all_of(ids->begin(), ids->end(),
                               [&](const auto& id) { return vocabulary.knows(topic, id); });
}

bool knowsWords(const Vocabulary& vocabulary, const Details& details)
{
    const auto placeKnown = [&](const Place& place) {
        return vocabulary.knows(Topic::Region, place.region);
    };
    return (!details.regions ||
            std::all_of(details.regions->begin(), details.regions->end(), placeKnown)) &&
           knowsAll(vocabulary, Topic::Trigger, details.triggers) &&
           knowsAll(vocabulary, Topic::Quality, details.quality) &&
           knowsAll(vocabulary, Topic::Sign, details.signs) &&
           (!details.pattern || vocabulary.knows(Topic::Pattern, *details.pattern)) &&
           (!details.activity || vocabulary.knows(Topic::Activity, *details.activity));
}

} // namespace

std::vector<Finding> verify(Database& database, const Vocabulary& vocabulary)
{
    std::vector<Finding> findings;
    database.each("PRAGMA integrity_check(1)", [&](SQLite::Statement& row) {
        if (const std::string answer = row.getColumn(0).getString(); answer != "ok") {
            findings.push_back({Finding::Check::FileBroken, answer});
        }
    });
    if (!findings.empty()) {
        return findings; // what a broken file says about the rest means nothing
    }
    database.each("SELECT \"table\", count(*) FROM pragma_foreign_key_check GROUP BY 1",
                  [&](SQLite::Statement& row) {
                      addCount(findings, Finding::Check::OrphanFound, row.getColumn(0).getString(),
                               row.getColumn(1).getInt64());
                  });
    addCount(findings, Finding::Check::EndBeforeBegin, "bout",
             database.number("SELECT count(*) FROM bout WHERE end_utc_ms < begin_utc_ms"));
    addCount(
        findings, Finding::Check::BoutsOverlap, "bout",
        database.number(
            "SELECT count(*) FROM (SELECT end_utc_ms, lead(begin_utc_ms) OVER"
            " (PARTITION BY episode_id ORDER BY begin_utc_ms, id) AS next_begin FROM bout"
            " WHERE deleted_utc_ms IS NULL)"
            " WHERE next_begin IS NOT NULL AND (end_utc_ms IS NULL OR end_utc_ms > next_begin)"));
    const auto open = database.number(
        "SELECT count(*) FROM bout WHERE end_utc_ms IS NULL AND deleted_utc_ms IS NULL");
    addCount(findings, Finding::Check::SeveralOpen, "bout", open > 1 ? open : 0);
    addCount(findings, Finding::Check::EpisodeHollow, "episode",
             database.number(
                 "SELECT count(*) FROM episode WHERE deleted_utc_ms IS NULL AND NOT EXISTS"
                 " (SELECT 1 FROM bout WHERE episode_id = episode.id AND deleted_utc_ms IS NULL)"));
    for (const char* part :
         {"bout", "reading", "report", "symptom", "function_limit", "relief", "intake", "answer"}) {
        addCount(findings, Finding::Check::OwnerDeleted, part,
                 database.number(fmt::format(
                     "SELECT count(*) FROM {0} JOIN episode ON episode.id = {0}.episode_id"
                     " WHERE {0}.deleted_utc_ms IS NULL AND episode.deleted_utc_ms IS NOT NULL",
                     part)));
    }
    for (const WordColumn& words : kWordColumns) {
        std::int64_t unknown = 0;
        database.each(fmt::format("SELECT {}, count(*) FROM {} WHERE {} IS NOT NULL GROUP BY 1",
                                  words.column, words.table, words.column),
                      [&](SQLite::Statement& row) {
                          if (!vocabulary.knows(words.topic, row.getColumn(0).getString())) {
                              unknown += row.getColumn(1).getInt64();
                          }
                      });
        addCount(findings, Finding::Check::UnknownWord, words.table, unknown);
    }
    int unknownSections = 0;
    database.each("SELECT sections FROM visit", [&](SQLite::Statement& row) {
        const auto sections = splitIds(row.getColumn(0).getString());
        unknownSections += std::any_of(sections.begin(), sections.end(),
                                       [](const auto& id) { return !fromId<ReportSection>(id); });
    });
    addCount(findings, Finding::Check::UnknownWord, "visit", unknownSections);
    int unreadable = 0;
    int unknown = 0;
    database.each("SELECT field, value FROM report", [&](SQLite::Statement& row) {
        Details details;
        const auto field = fromId<DetailField>(row.getColumn(0).getString());
        if (!field || !apply(details, *field, row.getColumn(1).getString())) {
            ++unreadable;
        } else if (!knowsWords(vocabulary, details)) {
            ++unknown;
        }
    });
    addCount(findings, Finding::Check::ReportUnreadable, "report", unreadable);
    addCount(findings, Finding::Check::UnknownWord, "report", unknown);
    return findings;
}

} // namespace unclench
