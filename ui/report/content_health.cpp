// SPDX-License-Identifier: GPL-3.0-or-later
// Sections 5 to 7: nerves, injury, medicines and what else a doctor must know.
#include "ui/report/content.h"
#include "ui/report/set_text.h"
#include "ui/wording/choices.h"
#include "ui/wording/insights.h"

#include <QLocale>

namespace unclench::ui::report {

using wording::reportLabel;
using wording::ReportLabel;

namespace {

const QString kNeverTaken = QStringLiteral("–");

Run wordsRun(ReportLabel label, QStringList items, std::size_t least, std::size_t most)
{
    return {.lead = reportLabel(label), .items = std::move(items), .least = least, .most = most};
}

Run healthCounts(ReportLabel label, const Summary::Counts& counts, Topic topic, const Words& words)
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

Table medicinesTable(const Summary& summary)
{
    Table table{.name = reportLabel(ReportLabel::Medicines),
                .head = {reportLabel(ReportLabel::Medicine), reportLabel(ReportLabel::Taken),
                         reportLabel(ReportLabel::Days), reportLabel(ReportLabel::Times),
                         reportLabel(ReportLabel::LastTaken)},
                .firstNumber = 2,
                .least = 2,
                .most = 12};
    for (const Summary::MedicineRow& row : summary.medicines) {
        const QString name = onOneLine(QString::fromStdString(row.name));
        const QString dose = onOneLine(QString::fromStdString(row.dose));
        const QString end = dose.isEmpty() ? QString{} : QStringLiteral(", %1").arg(dose);
        Entry named{{}, dose.isEmpty() ? name : isolated(name) + end, true};
        named.keptEnd = end; // a name without its dose says little
        table.rows.push_back(
            {std::move(named),
             {{}, wording::reportUse(row.use)},
             {{}, QLocale{}.toString(row.days)},
             {{}, QLocale{}.toString(row.times)},
             {{},
              row.lastAt ? wording::reportShortDay(row.lastAt->localDay(), summary.now)
                         : kNeverTaken}});
    }
    return table;
}

Table helpedTable(const Summary& summary, const Words& words)
{
    Table table{.name = reportLabel(ReportLabel::Helped),
                .head = {reportLabel(ReportLabel::Method), reportLabel(ReportLabel::PainAfter),
                         reportLabel(ReportLabel::Uses), reportLabel(ReportLabel::Felt)},
                .least = 1,
                .most = 8};
    for (const MethodEffect& effect : summary.helped) {
        if (effect.n == 0 && effect.better + effect.same + effect.worse == 0) {
            continue; // taken, and nothing known of what it did: it stands among the medicines
        }
        table.rows.push_back({{{}, wording::reportMethod(effect, words)},
                              {{}, wording::reportPainChange(effect)},
                              {{}, QLocale{}.toString(effect.n)},
                              {{}, wording::reportFelt(effect)}});
    }
    return table;
}

Lines typedLine(ReportLabel label, const Summary& summary, BackgroundTopic topic)
{
    const auto told = summary.background.find(topic);
    return {.name = reportLabel(label),
            .entries = {told == summary.background.end()
                            ? Entry{reportLabel(label), wording::reportNothingTold(), false, 1}
                            : Entry{reportLabel(label),
                                    onOneLine(QString::fromStdString(told->second)), true, 2}}};
}

} // namespace

Part nervesPart(const Summary& summary, const Words& words)
{
    Part part;
    Lines nerves{.name = reportLabel(ReportLabel::Nerves), .least = 2, .most = 6};
    for (const Summary::SymptomRow& row : summary.nerves) {
        nerves.entries.push_back({{}, wording::reportSymptom(row, summary.now, words)});
    }
    if (nerves.entries.empty()) {
        // An answer to a warning question may well be about a leg or the bladder.
        nerves.entries.push_back({{},
                                  summary.alerts.empty() ? wording::reportNothingTold()
                                                         : wording::reportNothingButWarnings()});
    }
    part.elements.emplace_back(std::move(nerves));
    QStringList others;
    for (const Summary::SymptomRow& row : summary.symptoms) {
        others << wording::reportSymptom(row, summary.now, words);
    }
    if (!others.isEmpty()) {
        part.elements.emplace_back(wordsRun(ReportLabel::OtherSymptoms, others, 1, 5));
    }
    QStringList measured;
    for (const Measurement& one : summary.measurements) {
        measured << wording::reportMeasured(one, summary.now);
    }
    if (!measured.isEmpty()) {
        part.elements.emplace_back(wordsRun(ReportLabel::Measured, measured, 1, 4));
    }
    return part;
}

Part injuryPart(const Summary& summary, const Words& words)
{
    Part part;
    QStringList injuries;
    for (const Summary::InjuryRow& row : summary.injuries) {
        injuries << wording::reportInjury(row);
    }
    if (injuries.isEmpty()) {
        injuries << wording::reportNothingTold();
    }
    part.elements.emplace_back(wordsRun(ReportLabel::Injuries, injuries, 1, 4));
    if (summary.isFirstEver) {
        part.elements.emplace_back(
            Lines{.name = reportLabel(ReportLabel::FirstEver),
                  .entries = {{reportLabel(ReportLabel::FirstEver), wording::yesNo(true)}}});
    }
    if (summary.triggers.n > 0) {
        part.elements.emplace_back(
            healthCounts(ReportLabel::Triggers, summary.triggers, Topic::Trigger, words));
    }
    if (summary.activities.n > 0) {
        part.elements.emplace_back(
            healthCounts(ReportLabel::Activities, summary.activities, Topic::Activity, words));
    }
    return part;
}

Part treatmentPart(const Summary& summary, const Words& words)
{
    Part part;
    const auto add = [&](ReportLabel label, const QString& text) {
        part.elements.emplace_back(
            Lines{.name = reportLabel(label), .entries = {{reportLabel(label), text}}});
    };
    if (summary.medicines.empty()) {
        add(ReportLabel::Medicines, wording::reportNothingTold());
    } else {
        part.elements.emplace_back(medicinesTable(summary));
    }
    part.elements.emplace_back(
        typedLine(ReportLabel::Allergies, summary, BackgroundTopic::Allergies));
    QStringList conditions;
    for (const Summary::ConditionRow& row : summary.conditions) {
        conditions << words.label(Topic::Condition, row.condition);
    }
    if (conditions.isEmpty()) {
        conditions << wording::reportNothingTold();
    }
    part.elements.emplace_back(wordsRun(ReportLabel::Conditions, conditions, 1, 8));
    if (summary.background.count(BackgroundTopic::OtherConditions) > 0) {
        part.elements.emplace_back(
            typedLine(ReportLabel::OtherConditions, summary, BackgroundTopic::OtherConditions));
    }
    if (summary.pregnantWeeks) {
        add(ReportLabel::Pregnant, wording::reportWeeks(*summary.pregnantWeeks));
    }
    QStringList procedures;
    for (const Procedure& one : summary.procedures) {
        procedures << wording::reportDay(one.at.localDay());
    }
    if (!procedures.isEmpty()) {
        part.elements.emplace_back(wordsRun(ReportLabel::Procedures, procedures, 1, 4));
    }
    Table helped = helpedTable(summary, words);
    if (helped.rows.empty()) {
        add(ReportLabel::Helped, wording::reportNothingTold());
    } else {
        part.elements.emplace_back(std::move(helped));
        part.elements.emplace_back(Lines{.name = reportLabel(ReportLabel::Helped),
                                         .entries = {{{}, wording::reportCaveat()}}});
    }
    return part;
}

} // namespace unclench::ui::report
