// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/content.h"

#include "ui/report/set_text.h"
#include "ui/wording/report.h"

#include <algorithm>

namespace unclench::ui::report {

using wording::reportLabel;
using wording::ReportLabel;

namespace {

constexpr int kLinesOfWords = 4;
/// So many warnings have a line each, with when and how it stands; the others stand in a sentence.
constexpr std::size_t kAlertsAlone = 4;
constexpr int kLinesOfAlerts = 30; // all rules there are

/// "J. D." of "Jo Doe".
QString initialsOf(const QString& name)
{
    QStringList initials;
    for (const QString& word : name.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const int length = word.front().isHighSurrogate() ? 2 : 1;
        initials << word.left(length).toUpper() + QLatin1Char('.');
    }
    return initials.join(QLatin1Char(' '));
}

QString nameOf(const Summary& summary, ReportName shown)
{
    const QString name = onOneLine(QString::fromStdString(summary.name));
    switch (shown) {
    case ReportName::None: return {};
    case ReportName::Initials: return initialsOf(name);
    case ReportName::Full: return name;
    }
    Q_UNREACHABLE();
}

std::vector<Entry> aboutOf(const Summary& summary, const Wishes& wishes, const QString& name)
{
    std::vector<Entry> about;
    if (!name.isEmpty()) {
        about.push_back({reportLabel(ReportLabel::Name), name, true, 1});
    }
    if (summary.birthYear) {
        about.push_back(
            {reportLabel(ReportLabel::Born), QString::number(*summary.birthYear), false, 1});
    }
    about.push_back(
        {reportLabel(ReportLabel::Printed), wording::reportDay(summary.now.localDay()), false, 1});
    if (const QString provider = onOneLine(wishes.provider); !provider.isEmpty()) {
        about.push_back({reportLabel(ReportLabel::For), provider, true, 1});
    }
    return about;
}

Part wordsPart(const Wishes& wishes)
{
    Lines lines{.name = reportLabel(ReportLabel::InMyWords), .budget = kLinesOfWords};
    const auto add = [&](ReportLabel label, const QString& typed) {
        if (const QString text = onOneLine(typed); !text.isEmpty()) {
            lines.entries.push_back({reportLabel(label), text, true, kLinesOfWords});
        }
    };
    add(ReportLabel::Goal, wishes.goal);
    for (const QString& question : wishes.questions.mid(0, 3)) {
        add(ReportLabel::Question, question);
    }
    if (lines.entries.empty()) {
        return {};
    }
    lines.least = lines.most = lines.entries.size();
    return {.heading = reportLabel(ReportLabel::InMyWords), .elements = {lines}};
}

/// Warnings that have no line each, in a sentence.
struct OtherAlerts {
    QStringList dated;
    QStringList bare;

    void
    add(const std::string& rule, const Moment& last, const Summary& summary, const Words& words)
    {
        dated << wording::reportRaised(rule, last.localDay(), summary.now, words);
        bare << wording::reportReason(rule, words);
    }
    void into(Lines& alerts, ReportLabel label) const
    {
        const QLatin1String between{"; "};
        if (!dated.isEmpty()) {
            alerts.entries.push_back({reportLabel(label), dated.join(between), false,
                                      kLinesOfAlerts, bare.join(between)});
        }
    }
};

Part warningsPart(const Summary& summary, const Words& words)
{
    Lines alerts{.name = reportLabel(ReportLabel::WarningSigns)};
    OtherAlerts alsoOpen;
    OtherAlerts alsoClosed;
    const auto& all = summary.alerts;
    for (auto alert = all.begin(); alert != all.end(); ++alert) {
        const auto isLikeIt = [&](const Summary::AlertRow& other) {
            return other.rule == alert->rule;
        };
        if (std::any_of(all.begin(), alert, isLikeIt)) {
            continue; // told with the one before: what is open stands first, then the latest
        }
        if (alerts.entries.size() < kAlertsAlone) {
            const auto times = std::count_if(alert, all.end(), isLikeIt);
            alerts.entries.push_back({wording::reportLevel(alert->level),
                                      wording::reportAlert(*alert, static_cast<int>(times), words),
                                      false, 2});
        } else {
            Moment last = alert->at;
            std::for_each(alert, all.end(), [&](const Summary::AlertRow& other) {
                last = isLikeIt(other) && other.at.utc > last.utc ? other.at : last;
            });
            (alert->state == AlertState::Closed ? alsoClosed : alsoOpen)
                .add(alert->rule, last, summary, words);
        }
    }
    alsoOpen.into(alerts, ReportLabel::AlsoOpen);
    alsoClosed.into(alerts, ReportLabel::AlsoClosed);
    if (alerts.entries.empty()) {
        alerts.entries.push_back({{}, wording::reportNoWarning(), false, 2});
    }
    alerts.least = alerts.most = alerts.entries.size(); // never hidden
    Lines asked{.name = reportLabel(ReportLabel::WarningSigns),
                .entries = {{{}, wording::reportAsked(summary), false, 2}}};
    return {.heading = reportLabel(ReportLabel::WarningSigns), .elements = {alerts, asked}};
}

} // namespace

Contents contentsOf(const Sources& sources,
                    const Wishes& wishes,
                    const Vocabulary& vocabulary,
                    const Words& words)
{
    const Summary& summary = sources.summary;
    Chronicle none;
    none.now = summary.now;
    const Chronicle& chronicle = sources.chronicle ? *sources.chronicle : none;
    Contents contents;
    contents.days = daysOf(summary, chronicle);
    contents.title = wording::reportTitle(contents.days);
    contents.name = nameOf(summary, wishes.shownName);
    contents.about = aboutOf(summary, wishes, contents.name);
    contents.quality = wording::reportQuality(summary.quality);
    contents.words = wordsPart(wishes);
    contents.warnings = warningsPart(summary, words);
    contents.shapes = backShapes(vocabulary);
    contents.shades = shadesOf(summary, words);
    contents.bars = barsOf(chronicle, contents.days);
    for (const ReportSection section :
         {ReportSection::Where, ReportSection::Strength, ReportSection::Course,
          ReportSection::Spasms, ReportSection::Nerves, ReportSection::Injury,
          ReportSection::Treatment, ReportSection::Notes}) {
        if (std::find(wishes.sections.begin(), wishes.sections.end(), section) ==
            wishes.sections.end()) {
            continue;
        }
        const auto part = [&]() -> Part {
            switch (section) {
            case ReportSection::Where: return wherePart(summary, words);
            case ReportSection::Strength: return strengthPart(summary, words);
            case ReportSection::Course: return coursePart(summary, contents.bars, contents);
            case ReportSection::Spasms: return spasmsPart(summary, words);
            case ReportSection::Nerves: return nervesPart(summary, words);
            case ReportSection::Injury: return injuryPart(summary, words);
            case ReportSection::Treatment: return treatmentPart(summary, words);
            case ReportSection::Notes: return {};
            }
            Q_UNREACHABLE();
        };
        if (section == ReportSection::Notes) {
            contents.hasNotes = true;
            continue;
        }
        Part made = part();
        made.heading = wording::reportSection(section);
        if (made.isEmpty()) {
            made.elements.emplace_back(
                Lines{.name = made.heading, .entries = {{{}, wording::reportNothingTold()}}});
        }
        contents.sections.emplace_back(section, std::move(made));
    }
    return contents;
}

} // namespace unclench::ui::report
