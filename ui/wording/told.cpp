// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wording/told.h"

#include "ui/wording/care.h"
#include "ui/wording/choices.h"
#include "ui/wording/times.h"
#include "ui/wording/tr.h"

#include <QStringList>

namespace unclench::ui::wording {

namespace {

/// A name and what was told of it, as in "Sudden onset: yes".
QString named(const QString& name, const QString& value)
{
    return tr("%1: %2").arg(name, value);
}

QString places(const std::vector<Place>& all, const Words& words)
{
    QStringList named;
    for (const Place& place : all) {
        named << words.place(place.region, place.side);
    }
    return named.isEmpty() ? tr("no place hurts") : named.join(QLatin1String("; "));
}

QString
terms(DetailField field, Topic topic, const std::vector<std::string>& ids, const Words& words)
{
    QStringList labels;
    for (const std::string& id : ids) {
        labels << words.label(topic, id);
    }
    return labels.isEmpty() ? named(detailName(field), tr("none"))
                            : labels.join(QLatin1String("; "));
}

QString said(const Reading& reading, const Words&, const Moment& now)
{
    return tr("pain %1, %2").arg(reading.pain).arg(moment(reading.at, now));
}
QString said(const Symptom& record, const Words& words, const Moment&)
{
    const QString label = symptom(record, words);
    //: A symptom that went away
    return record.isPresent ? label : tr("%1: gone").arg(label);
}
QString said(const FunctionLimit& record, const Words& words, const Moment&)
{
    return named(words.label(Topic::Function, record.function), limit(record.level));
}
QString said(const Relief& relief, const Words& words, const Moment&)
{
    const QString label = words.label(Topic::Relief, relief.method);
    return relief.effect ? named(label, effect(*relief.effect)) : label;
}
QString said(const Medicine& record, const Words&, const Moment&)
{
    return named(medicine(record.name, record.dose), medicineUse(record.use));
}
QString said(const Intake& intake, const Words&, const Moment& now)
{
    return intake.patchSite ? named(tr("the patch is"), patchSite(*intake.patchSite))
                            : tr("the medicine of %1").arg(moment(intake.at, now));
}
QString said(const CareSession& session, const Words&, const Moment& now)
{
    return careSession(session, now);
}
template <class Record>
QString said(const Record&, const Words&, const Moment&)
{
    return tr("what you told");
}

} // namespace

QString detailName(DetailField field)
{
    switch (field) {
    case DetailField::Regions: return tr("Where it hurts");
    case DetailField::Triggers: return tr("What may have set it off");
    case DetailField::Quality: return tr("How it feels");
    case DetailField::Signs: return tr("What you notice on your back");
    case DetailField::Pattern: return tr("How it comes");
    case DetailField::Activity: return tr("What you were doing");
    case DetailField::FirstEver: return tr("First back spasm ever");
    case DetailField::Sudden: return tr("All of a sudden");
    case DetailField::Swelling: return tr("Swelling");
    case DetailField::BruiseOverSpine: return tr("Bruise over the spine");
    case DetailField::SpasmSeconds: return tr("How long one spasm lasts");
    case DetailField::InjuryAt: return tr("When the injury was");
    case DetailField::Note: return tr("Note");
    }
    Q_UNREACHABLE();
}

QString told(const Details& details, const Words& words, const Moment& now)
{
    QStringList parts;
    const auto add = [&](const auto& member, auto&& text) {
        if (member) {
            parts << text(*member);
        }
    };
    const auto list = [&](DetailField field, Topic topic) {
        return [&words, field, topic](const auto& ids) { return terms(field, topic, ids, words); };
    };
    const auto one = [&](Topic topic) {
        return [&words, topic](const std::string& id) { return words.label(topic, id); };
    };
    const auto answer = [](DetailField field) {
        return [field](bool isSo) { return named(detailName(field), yesNo(isSo)); };
    };
    add(details.regions, [&](const auto& all) { return places(all, words); });
    add(details.triggers, list(DetailField::Triggers, Topic::Trigger));
    add(details.quality, list(DetailField::Quality, Topic::Quality));
    add(details.signs, list(DetailField::Signs, Topic::Sign));
    add(details.pattern, one(Topic::Pattern));
    add(details.activity, one(Topic::Activity));
    add(details.firstEver, answer(DetailField::FirstEver));
    add(details.sudden, answer(DetailField::Sudden));
    add(details.swelling, answer(DetailField::Swelling));
    add(details.bruiseOverSpine, answer(DetailField::BruiseOverSpine));
    add(details.spasmLength, [](std::chrono::seconds length) {
        return named(detailName(DetailField::SpasmSeconds), wording::length(length));
    });
    add(details.injuryAt, [&](const Moment& at) {
        return named(detailName(DetailField::InjuryAt), moment(at, now));
    });
    add(details.note, [](const std::string&) { return tr("the note"); });
    return parts.join(QLatin1String("; "));
}

QString symptom(const Symptom& symptom, const Words& words)
{
    const QString label = words.label(Topic::Symptom, symptom.symptom);
    if (!symptom.side) {
        return label;
    }
    switch (*symptom.side) {
    case Side::Left: return tr("%1, left").arg(label);
    case Side::Right: return tr("%1, right").arg(label);
    case Side::Both: return tr("%1, both sides").arg(label);
    case Side::Middle: return label;
    }
    Q_UNREACHABLE();
}

QString medicine(const std::string& name, const std::string& dose)
{
    const QString text = QString::fromStdString(name);
    return dose.empty() ? text : tr("%1, %2").arg(text, QString::fromStdString(dose));
}

QString told(const AnyRecord& record, const Words& words, const Moment& now)
{
    return std::visit([&](const auto& one) { return said(one, words, now); }, record);
}

} // namespace unclench::ui::wording
