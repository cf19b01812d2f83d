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
