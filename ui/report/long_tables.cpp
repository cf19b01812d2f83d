// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/long_tables.h"

#include "ui/report/set_text.h"
#include "ui/wording/alerts.h"
#include "ui/wording/care.h"
#include "ui/wording/choices.h"
#include "ui/wording/report.h"
#include "ui/wording/told.h"

#include <algorithm>
#include <map>
#include <memory>

namespace unclench::ui::report {

using wording::reportLabel;
using wording::ReportLabel;

namespace {

const QString kNothing = QStringLiteral("–");

QString typed(const std::string& text)
{
    return onOneLine(QString::fromStdString(text));
}

QString orNothing(const QString& text)
{
    return text.isEmpty() ? kNothing : text;
}

QString painOf(const std::optional<int>& pain)
{
    return pain ? QString::number(*pain) : kNothing;
}

/// Each once, in the order in which they were told: a word that stands twice counts once.
template <class Told>
void dropRepeats(std::optional<std::vector<Told>>& told)
{
    if (told) {
        std::vector<Told> once;
        for (Told& one : *told) {
            if (std::find(once.begin(), once.end(), one) == once.end()) {
                once.push_back(std::move(one));
            }
        }
        told = std::move(once);
    }
}

/// Where the clock was set back during it, nobody knows.
QString sessionLength(const CareSession& session)
{
    if (!session.end) {
        return wording::reportStillOpen();
    }
    return session.end->utc < session.begin.utc
               ? kNothing
               : wording::reportLength(session.end->utc - session.begin.utc);
}

QString placesOf(const Details& details, const Words& words)
{
    QStringList places;
    for (const Place& place : details.regions.value_or(std::vector<Place>{})) {
        places << words.place(place.region, place.side);
    }
    return orNothing(places.join(QLatin1String("; ")));
}

/// What has no column of its own. A note stands among the notes, where they are wanted.
QString otherDetails(Details details, const Words& words, const Moment& now)
{
    QStringList parts;
    if (details.injuryAt) {
        parts << QStringLiteral("%1: %2").arg(reportLabel(ReportLabel::Injuries),
                                              wording::reportMoment(*details.injuryAt));
    }
    dropRepeats(details.triggers);
    dropRepeats(details.quality);
    dropRepeats(details.signs);
    details.regions.reset();
    details.note.reset();
    details.injuryAt.reset();
    if (const QString told = wording::told(details, words, now); !told.isEmpty()) {
        parts << told;
    }
    return orNothing(parts.join(QLatin1String("; ")));
}

LongTable episodesTable(const LongVersion& all, const Moment& now, const Words& words)
{
    return {reportLabel(ReportLabel::Episodes),
            {reportLabel(ReportLabel::Began), reportLabel(ReportLabel::Ended),
             reportLabel(ReportLabel::Worst), reportLabel(ReportLabel::Where),
             reportLabel(ReportLabel::Told)},
            {0.19, 0.19, 0.08, 0.22, 0.32},
            {false, false, false, false, false},
            all.courses.size(),
            [&](std::size_t row) -> QStringList {
                const Course& course = all.courses[row];
                return {wording::reportMoment(course.onset()),
                        course.end() ? wording::reportMoment(*course.end())
                                     : wording::reportStillOpen(),
                        painOf(course.worstPain()), placesOf(course.details, words),
                        otherDetails(course.details, words, now)};
            }};
}

LongTable readingsTable(const LongVersion& all)
{
    struct At {
        std::size_t course;
        std::size_t reading;
    };
    auto rows = std::make_shared<std::vector<At>>();
    for (std::size_t i = 0; i < all.courses.size(); ++i) {
        for (std::size_t j = 0; j < all.courses[i].readings.size(); ++j) {
            rows->push_back({i, j});
        }
    }
    return {reportLabel(ReportLabel::Readings),
            {reportLabel(ReportLabel::SpasmOf), reportLabel(ReportLabel::At),
             reportLabel(ReportLabel::Pain), reportLabel(ReportLabel::AtRest)},
            {0.3, 0.3, 0.2, 0.2},
            {false, false, false, false},
            rows->size(),
            [&all, rows](std::size_t row) -> QStringList {
                const Course& course = all.courses[(*rows)[row].course];
                const Reading& reading = course.readings[(*rows)[row].reading];
                return {wording::reportMoment(course.onset()), wording::reportMoment(reading.at),
                        QString::number(reading.pain),
                        reading.atRest ? wording::yesNo(*reading.atRest) : kNothing};
            }};
}

LongTable intakesTable(const LongVersion& all)
{
    auto medicines = std::make_shared<std::map<Uuid, const Medicine*>>();
    for (const Medicine& medicine : all.medicines) {
        medicines->emplace(medicine.stamp.id, &medicine);
    }
    return {reportLabel(ReportLabel::Medicines),
            {reportLabel(ReportLabel::At), reportLabel(ReportLabel::Medicine),
             reportLabel(ReportLabel::Dose), reportLabel(ReportLabel::Taken)},
            {0.2, 0.4, 0.2, 0.2},
            {false, true, true, false},
            all.intakes.size(),
            [&all, medicines](std::size_t row) -> QStringList {
                const Intake& intake = all.intakes[row];
                const auto found = medicines->find(intake.medicine);
                const Medicine* medicine = found == medicines->end() ? nullptr : found->second;
                const std::string& dose =
                    intake.dose.empty() && medicine != nullptr ? medicine->dose : intake.dose;
                return {wording::reportMoment(intake.at),
                        medicine == nullptr ? kNothing : typed(medicine->name),
                        orNothing(typed(dose)),
                        medicine == nullptr ? kNothing : wording::reportUse(medicine->use)};
            }};
}

LongTable sessionsTable(const LongVersion& all)
{
    return {reportLabel(ReportLabel::Sessions),
            {reportLabel(ReportLabel::At), reportLabel(ReportLabel::Kind),
             reportLabel(ReportLabel::Lasted), reportLabel(ReportLabel::PainBefore),
             reportLabel(ReportLabel::After), reportLabel(ReportLabel::Felt),
             reportLabel(ReportLabel::Skin)},
            {0.20, 0.24, 0.12, 0.09, 0.09, 0.12, 0.14},
            {false, false, false, false, false, false, false},
            all.sessions.size(),
            [&all](std::size_t row) -> QStringList {
                const CareSession& session = all.sessions[row];
                QString kind = wording::modality(session.modality);
                if (session.kind) {
                    kind = QStringLiteral("%1, %2").arg(kind, wording::careKind(*session.kind));
                }
                return {wording::reportMoment(session.begin),
                        kind,
                        sessionLength(session),
                        painOf(session.painBefore),
                        painOf(session.painAfter),
                        session.felt ? wording::effect(*session.felt) : kNothing,
                        session.skin ? wording::skin(*session.skin) : kNothing};
            }};
}

LongTable answersTable(const LongVersion& all, const Words& words)
{
    return {reportLabel(ReportLabel::Answers),
            {reportLabel(ReportLabel::At), reportLabel(ReportLabel::QuestionAsked),
             reportLabel(ReportLabel::Answer), reportLabel(ReportLabel::Change)},
            {0.20, 0.54, 0.14, 0.12},
            {false, false, false, false},
            all.answers.size(),
            [&](std::size_t row) -> QStringList {
                const Answer& answer = all.answers[row];
                return {wording::reportMoment(answer.at),
                        orNothing(words.question(answer.question)),
                        wording::answerValue(answer.value),
                        answer.change ? wording::change(*answer.change) : kNothing};
            }};
}

LongTable symptomsTable(const LongVersion& all, const Words& words)
{
    return {reportLabel(ReportLabel::Symptoms),
            {reportLabel(ReportLabel::At), reportLabel(ReportLabel::Symptom),
             reportLabel(ReportLabel::Told), reportLabel(ReportLabel::Since)},
            {0.20, 0.44, 0.16, 0.20},
            {false, false, false, false},
            all.symptoms.size(),
            [&](std::size_t row) -> QStringList {
                const Symptom& told = all.symptoms[row];
                return {wording::reportMoment(told.at), wording::symptom(told, words),
                        wording::reportSymptomState(told),
                        told.sinceDays ? wording::reportSince(*told.sinceDays) : kNothing};
            }};
}

LongTable limitsTable(const LongVersion& all, const Words& words)
{
    return {reportLabel(ReportLabel::LimitsTold),
            {reportLabel(ReportLabel::At), reportLabel(ReportLabel::Activity),
             reportLabel(ReportLabel::Limits)},
            {0.20, 0.50, 0.30},
            {false, false, false},
            all.limits.size(),
            [&](std::size_t row) -> QStringList {
                const FunctionLimit& told = all.limits[row];
                return {wording::reportMoment(told.at), words.label(Topic::Function, told.function),
                        wording::reportLimited(told)};
            }};
}

LongTable measurementsTable(const LongVersion& all)
{
    return {reportLabel(ReportLabel::Measurements),
            {reportLabel(ReportLabel::At), reportLabel(ReportLabel::Kind),
             reportLabel(ReportLabel::Value)},
            {0.20, 0.50, 0.30},
            {false, false, false},
            all.measurements.size(),
            [&](std::size_t row) -> QStringList {
                const Measurement& measured = all.measurements[row];
                return {wording::reportMoment(measured.at),
                        wording::reportQuantity(measured.quantity), wording::reportValue(measured)};
            }};
}

/// A text may be longer than a page: it is told in pieces that are not.
struct TextPiece {
    QString lead;
    QString text;
};
void addPieces(QString lead, QString text, std::vector<TextPiece>& pieces)
{
    constexpr qsizetype kMostOfPiece = 900;
    while (!text.isEmpty()) {
        qsizetype length = std::min(kMostOfPiece, text.size());
        if (length < text.size()) {
            const qsizetype space = text.lastIndexOf(QLatin1Char(' '), length);
            length = space > kMostOfPiece / 2 ? space : length;
            length -= text.at(length - 1).isHighSurrogate() ? 1 : 0;
        }
        pieces.push_back({std::move(lead), text.left(length).trimmed()});
        text.remove(0, length);
        lead = QStringLiteral("…");
    }
}

LongTable
textsTable(const QString& caption, ReportLabel lead, ReportLabel text, std::vector<TextPiece> texts)
{
    auto pieces = std::make_shared<const std::vector<TextPiece>>(std::move(texts));
    return {caption,
            {reportLabel(lead), reportLabel(text)},
            {0.20, 0.80},
            {false, true},
            pieces->size(),
            [pieces](std::size_t row) -> QStringList {
                return {(*pieces)[row].lead, (*pieces)[row].text};
            }};
}

LongTable notesTable(const LongVersion& all)
{
    std::vector<TextPiece> pieces;
    for (const Course& course : all.courses) {
        addPieces(wording::reportMoment(course.onset()),
                  typed(course.details.note.value_or(std::string{})), pieces);
        for (const Reading& reading : course.readings) {
            addPieces(wording::reportMoment(reading.at), typed(reading.note), pieces);
        }
    }
    return textsTable(wording::reportSection(ReportSection::Notes), ReportLabel::At,
                      ReportLabel::Note, std::move(pieces));
}

} // namespace

std::vector<LongTable> longTables(const LongVersion& longVersion,
                                  const Wishes& wishes,
                                  const Moment& now,
                                  const Words& words)
{
    const auto isOn = [&](ReportSection section) {
        return std::find(wishes.sections.begin(), wishes.sections.end(), section) !=
               wishes.sections.end();
    };
    std::vector<LongTable> tables;
    if (isOn(ReportSection::Spasms)) {
        tables.push_back(episodesTable(longVersion, now, words));
        tables.push_back(readingsTable(longVersion));
        tables.push_back(limitsTable(longVersion, words));
    }
    if (isOn(ReportSection::Nerves)) {
        tables.push_back(symptomsTable(longVersion, words));
        tables.push_back(measurementsTable(longVersion));
    }
    if (isOn(ReportSection::Treatment)) {
        tables.push_back(intakesTable(longVersion));
        tables.push_back(sessionsTable(longVersion));
    }
    tables.push_back(answersTable(longVersion, words)); // warning signs are never hidden
    if (isOn(ReportSection::Notes)) {
        tables.push_back(notesTable(longVersion));
    }
    std::erase_if(tables, [](const LongTable& table) { return table.count == 0; });
    return tables;
}

std::optional<LongTable> inFullTable(const std::vector<Entry>& inFull)
{
    if (inFull.empty()) {
        return std::nullopt;
    }
    std::vector<TextPiece> pieces;
    for (const Entry& entry : inFull) {
        addPieces(entry.lead, entry.text, pieces);
    }
    return textsTable(reportLabel(ReportLabel::InFull), ReportLabel::About, ReportLabel::Text,
                      std::move(pieces));
}

} // namespace unclench::ui::report
