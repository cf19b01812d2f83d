// SPDX-License-Identifier: GPL-3.0-or-later
// Sections 1 to 4: the spasms themselves.
#include "ui/report/content.h"
#include "ui/report/set_text.h"
#include "ui/wording/insights.h"

#include <QLocale>

#include <algorithm>

namespace unclench::ui::report {

using wording::reportLabel;
using wording::ReportLabel;

namespace {

const QString kNotTold = QStringLiteral("–");

QString countText(int count)
{
    return QLocale{}.toString(count);
}

QString painText(const std::optional<double>& pain)
{
    return pain ? wording::amount(*pain) : kNotTold;
}

Run countsRun(ReportLabel label, const Summary::Counts& counts, Topic topic, const Words& words)
{
    Run run{.lead = wording::reportCounted(label, counts.n)};
    for (const Summary::Count& count : counts.rows) {
        run.items << wording::reportCount(count, topic, words);
    }
    if (run.items.isEmpty()) {
        run.items << wording::reportNoneChosen();
    }
    return run;
}

bool isEmptyOfNumbers(const Summary::Numbers& numbers)
{
    return numbers.episodes == 0 && numbers.spasmDays == 0 && numbers.rescueDays == 0 &&
           numbers.nightDays == 0 && !numbers.worst;
}

Table numbersTable(const Summary& summary)
{
    Table table{.name = reportLabel(ReportLabel::Numbers),
                .head = {reportLabel(ReportLabel::Numbers), reportLabel(ReportLabel::ThisPeriod)},
                .firstNumber = 1,
                .least = 8,
                .most = 8};
    const Summary::Numbers& now = summary.numbers;
    const std::optional<Summary::Numbers>& before = summary.numbersBefore;
    if (before) {
        table.head << reportLabel(ReportLabel::PeriodBefore);
    }
    const auto row = [&](ReportLabel label, const auto& text) {
        std::vector<Entry> cells{{{}, reportLabel(label)}, {{}, text(now)}};
        if (before) {
            // A day nobody told anything about is no day without a spasm.
            cells.push_back({{},
                             before->toldDays == 0 && label != ReportLabel::DaysTold
                                 ? kNotTold
                                 : text(*before)});
        }
        table.rows.push_back(std::move(cells));
    };
    using Numbers = Summary::Numbers;
    row(ReportLabel::DaysTold,
        [](const Numbers& n) { return wording::reportOf(n.toldDays, n.days); });
    row(ReportLabel::Spasms, [](const Numbers& n) { return countText(n.episodes); });
    row(ReportLabel::DaysWithSpasm, [](const Numbers& n) { return countText(n.spasmDays); });
    row(ReportLabel::WorstPain,
        [](const Numbers& n) { return n.worst ? countText(*n.worst) : kNotTold; });
    row(ReportLabel::MedianWorst, [](const Numbers& n) { return painText(n.medianWorst); });
    row(ReportLabel::MedianLength, [](const Numbers& n) {
        return n.medianLength ? wording::reportLength(*n.medianLength) : kNotTold;
    });
    row(ReportLabel::NightsDisturbed, [](const Numbers& n) { return countText(n.nightDays); });
    row(ReportLabel::RescueDays, [](const Numbers& n) { return countText(n.rescueDays); });
    return table;
}

Table latestTable(const Summary& summary, const Words& words)
{
    Table table{.name = reportLabel(ReportLabel::LatestSpasms),
                .head = {reportLabel(ReportLabel::Began), reportLabel(ReportLabel::Lasted),
                         reportLabel(ReportLabel::Worst), reportLabel(ReportLabel::Where)},
                .flexible = 3,
                .least = 1,
                .most = 6,
                .isInLongVersion = true};
    for (const Summary::SpasmRow& row : summary.spasms) {
        QStringList places;
        for (const Place& place : row.places) {
            places << wording::reportPlace(place, words);
        }
        table.rows.push_back(
            {{{}, wording::reportShortMoment(row.onset, summary.now)},
             {{},
              row.end ? wording::reportLength(row.end->utc - row.onset.utc)
                      : wording::reportStillOpen()},
             {{}, row.worst ? countText(*row.worst) : kNotTold},
             {{}, places.isEmpty() ? kNotTold : places.join(QLatin1String("; "))}});
    }
    return table;
}

} // namespace

std::vector<BackShade> shadesOf(const Summary& summary, const Words& words)
{
    int most = 1;
    for (const Summary::PlaceRow& row : summary.places) {
        most = std::max(most, row.episodes);
    }
    std::vector<BackShade> shades;
    for (const Summary::PlaceRow& row : summary.places) {
        const QString figure = countText(row.episodes);
        const QString said =
            QStringLiteral("%1: %2").arg(words.place(row.place.region, row.place.side), figure);
        shades.push_back({row.place, static_cast<double>(row.episodes) / most, figure, said});
    }
    return shades;
}

Part wherePart(const Summary& summary, const Words& words)
{
    if (summary.placesTold == 0) {
        return {};
    }
    const QString placeHead = wording::reportCounted(ReportLabel::Place, summary.placesTold);
    Table table{
        .name = reportLabel(ReportLabel::Place),
        .head = {placeHead, reportLabel(ReportLabel::Count), reportLabel(ReportLabel::PlaceWorst)},
        .longHead = {placeHead, reportLabel(ReportLabel::Spasms),
                     reportLabel(ReportLabel::PlaceWorst)},
        .firstNumber = 1,
        .least = 3,
        .most = 10};
    QStringList said;
    for (const Summary::PlaceRow& row : summary.places) {
        const QString place = wording::reportPlace(row.place, words);
        table.rows.push_back(
            {{{}, place}, {{}, countText(row.episodes)}, {{}, painText(row.medianWorst)}});
        said << QStringLiteral("%1: %2").arg(place, countText(row.episodes));
    }
    return {.elements = {Picture{.kind = Picture::Kind::Back,
                                 .name = reportLabel(ReportLabel::BackMap),
                                 .said = wording::reportMap(said),
                                 .leastHeight = 34,
                                 .mostHeight = 54}},
            .beside = {table},
            .share = 0.44};
}

Part strengthPart(const Summary& summary, const Words& words)
{
    Part part;
    const auto add = [&](ReportLabel label, const Summary::Counts& counts, Topic topic) {
        if (counts.n > 0) {
            part.elements.emplace_back(countsRun(label, counts, topic, words));
        }
    };
    add(ReportLabel::Feels, summary.painQuality, Topic::Quality);
    add(ReportLabel::Comes, summary.pattern, Topic::Pattern);
    add(ReportLabel::Signs, summary.signs, Topic::Sign);
    if (summary.lastReading) {
        part.elements.emplace_back(
            Lines{.name = reportLabel(ReportLabel::LastReading),
                  .entries = {{reportLabel(ReportLabel::LastReading),
                               wording::reportPainNow(*summary.lastReading), false, 1}}});
    }
    if (!part.isEmpty() || !isEmptyOfNumbers(summary.numbers) ||
        (summary.numbersBefore && !isEmptyOfNumbers(*summary.numbersBefore))) {
        part.elements.emplace_back(numbersTable(summary));
    }
    return part;
}

Part coursePart(const Summary& summary, const Bars& bars, const Contents& contents)
{
    Part part;
    const auto add = [&](ReportLabel label, const QString& text, bool isTyped) {
        part.elements.emplace_back(
            Lines{.name = reportLabel(label), .entries = {{reportLabel(label), text, isTyped, 2}}});
    };
    const auto addTyped = [&](ReportLabel label, BackgroundTopic topic) {
        const auto told = summary.background.find(topic);
        if (told != summary.background.end()) {
            add(label, onOneLine(QString::fromStdString(told->second)), true);
        }
    };
    addTyped(ReportLabel::FirstBegan, BackgroundTopic::FirstBegan);
    if (summary.firstOnset) {
        add(ReportLabel::FirstInDiary, wording::reportDay(summary.firstOnset->localDay()), false);
        add(ReportLabel::NewSpasms, wording::reportNewSpasms(summary), false);
    }
    addTyped(ReportLabel::Diagnoses, BackgroundTopic::Diagnoses);
    addTyped(ReportLabel::TestsDone, BackgroundTopic::TestsDone);
    if (!bars.bars.empty()) {
        part.elements.emplace_back(
            Picture{.kind = Picture::Kind::Timeline,
                    .name = reportLabel(ReportLabel::TimelinePicture),
                    .said = wording::reportTimeline(summary.numbers.episodes, summary.numbers.worst,
                                                    bars.unrecordedDays, contents.days),
                    .leastHeight = 18,
                    .mostHeight = 36});
    }
    return part;
}

Part spasmsPart(const Summary& summary, const Words& words)
{
    Part part;
    const auto add = [&](ReportLabel label, const QString& text) {
        part.elements.emplace_back(
            Lines{.name = reportLabel(label), .entries = {{reportLabel(label), text, false, 2}}});
    };
    if (summary.numbers.episodes > 0) {
        add(ReportLabel::EpisodeLength, wording::reportEpisodeLength(summary.numbers));
        add(ReportLabel::OneSpasm, wording::reportOneSpasm(summary));
    }
    if (!summary.function.empty()) {
        Run run{.lead = reportLabel(ReportLabel::Limits), .least = 1};
        for (const Summary::FunctionRow& row : summary.function) {
            run.items << wording::reportLimit(row, words);
        }
        part.elements.emplace_back(std::move(run));
    }
    if (!summary.spasms.empty()) {
        part.elements.emplace_back(latestTable(summary, words));
    }
    return part;
}

} // namespace unclench::ui::report
