// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/details_bridge.h"

#include "core/diary/symptoms.h"
#include "ui/bridge.h"
#include "ui/details_reading.h"
#include "ui/widgets/places.h"
#include "ui/wording/times.h"
#include "ui/wording/told.h"

#include <algorithm>
#include <ranges>

namespace unclench::ui {

namespace {

/// "Saved: `what`."
QString saved(const QString& what)
{
    return DetailsBridge::tr("Saved: %1.").arg(what);
}
/// Of what never was so.
QString takenBack(const QString& what)
{
    return DetailsBridge::tr("Taken back: %1.").arg(what);
}

/// The record with that id, wherever it stands on the page.
std::optional<AnyRecord> find(const DetailsView& view, const Uuid& id)
{
    std::optional<AnyRecord> found;
    const auto look = [&](const auto& records) {
        for (const auto& record : records) {
            if (record.stamp.id == id) {
                found = record;
            }
        }
    };
    look(view.course.readings);
    look(view.symptoms);
    look(view.functions);
    look(view.reliefs);
    look(view.medicines);
    look(view.sessions);
    return found;
}

/// `report` without what `wanted` no longer has of `before`, or with the one value that is wanted.
/// False: it says nothing of what was wrong.
bool rewrite(Report& report, const Details& before, const Details& wanted)
{
    Details told;
    if (!apply(told, report.field, report.value)) {
        return false;
    }
    if (report.field == DetailField::Regions) {
        std::vector<Place> kept;
        const auto old = places::separated(before.regions.value_or(std::vector<Place>{}));
        const auto meant = places::separated(wanted.regions.value_or(std::vector<Place>{}));
        const auto all = places::separated(told.regions.value_or(std::vector<Place>{}));
        for (const Place& place : all) {
            if (!places::contains(old, place) || places::contains(meant, place)) {
                kept.push_back(place);
            }
        }
        if (kept.size() == all.size()) {
            return false;
        }
        told.regions = kept;
    } else {
        Details same = told;
        for (const auto& [field, value] : toReports(wanted)) {
            static_cast<void>(apply(told, field, value));
        }
        if (told == same) {
            return false;
        }
    }
    report.value = toReports(told).front().second;
    return true;
}

} // namespace

DetailsBridge::DetailsBridge(Engine& engine, Bridge& bridge, const Words& words, QObject* parent)
    : QObject(parent), m_engine(engine), m_bridge(bridge), m_words(words),
      m_subscription(engine.events().subscribe([this](const Event&) { refresh(); }))
{
}

bool DetailsBridge::carryOut(const Command& command, const Sentence& sentence)
{
    const bool isSaved =
        m_episode && m_bridge.carryOut(command, [&](const Moment& at, const Moment& now) {
            return sentence(at, now);
        });
    m_hasFailed = m_hasFailed || !isSaved;
    return isSaved;
}

bool DetailsBridge::saveDrafts()
{
    m_hasFailed = false;
    if (m_episode) {
        Q_EMIT leaving();
    }
    return !m_hasFailed;
}

void DetailsBridge::open(const Uuid& episode)
{
    if (m_episode && m_episode != episode && !saveDrafts()) {
        return;
    }
    m_episode = episode;
    m_counts.reset();
    load();
}

void DetailsBridge::refresh()
{
    if (m_episode) {
        load();
    }
}

void DetailsBridge::load()
{
    try {
        m_view = readDetails(m_engine, *m_episode, m_counts);
    } catch (const StorageError&) {
        return; // the bridge reads at the same events and tells of it; what is shown stays
    }
    if (m_view) {
        Q_EMIT viewChanged(*m_view);
    } else {
        m_episode.reset();
        Q_EMIT gone();
    }
}

std::optional<Moment> DetailsBridge::tellingAt()
{
    // What is filled in after the end belongs to the end, unless something later was told already.
    const auto course = m_engine.diary().course(*m_episode);
    if (!course || course->isOpen()) {
        return std::nullopt;
    }
    Moment at = *course->end();
    if (!course->reports.empty() && course->reports.back().at.utc > at.utc) {
        at = course->reports.back().at;
    }
    return at;
}

Result<Saved> DetailsBridge::correctReports(Journal& journal, const Details& details)
{
    const auto course = m_engine.diary().course(*m_episode);
    const auto wanted = toReports(details);
    if (!course || wanted.empty()) {
        return refusal(ProblemKind::NotThere, "episode");
    }
    // From the last report back to the one that brought it in: it stands in each of them.
    std::vector<AnyRecord> corrected;
    for (const Report& stored : course->reports | std::views::reverse) {
        if (stored.field != wanted.front().first) {
            continue;
        }
        Report report = stored;
        if (!rewrite(report, course->details, details)) {
            break;
        }
        corrected.emplace_back(report);
        if (report.field != DetailField::Regions) {
            break;
        }
    }
    return journal.correctAll(std::move(corrected));
}

void DetailsBridge::tell(const Details& details, Revision revision)
{
    carryOut(
        [&](Journal& journal) {
            if (revision == Revision::TypedWrong) {
                return correctReports(journal, details);
            }
            return journal.updateEpisode(*m_episode, details, std::nullopt, tellingAt());
        },
        [&](const Moment&, const Moment& now) {
            return saved(wording::told(details, m_words, now));
        });
}

void DetailsBridge::forget(DetailField field)
{
    carryOut(
        [&](Journal& journal) {
            std::vector<AnyRecord> never;
            const auto course = m_engine.diary().course(*m_episode);
            for (Report report : course ? course->reports : std::vector<Report>{}) {
                if (report.field == field) {
                    report.stamp.deleted = report.stamp.updated;
                    never.emplace_back(std::move(report));
                }
            }
            return journal.correctAll(std::move(never));
        },
        [&](const Moment&, const Moment&) { return takenBack(wording::detailName(field)); });
}

void DetailsBridge::setOnset(const Moment& onset)
{
    carryOut(
        [&](Journal& journal) { return journal.updateEpisode(*m_episode, {}, onset, tellingAt()); },
        [&](const Moment&, const Moment& now) {
            return saved(tr("it began at %1").arg(wording::moment(onset, now)));
        });
}

void DetailsBridge::tellSymptom(const Symptom& symptom, Revision revision)
{
    const bool neverWas = revision == Revision::TypedWrong && !symptom.isPresent;
    carryOut(
        [&](Journal& journal) -> Result<Saved> {
            if (revision == Revision::ItChanged) {
                Symptom record = symptom;
                record.stamp = {};
                return journal.tell(std::move(record), tellingAt());
            }
            if (!neverWas) {
                return journal.correct(symptom);
            }
            const auto wrong = neverThere(m_engine.diary().partsOf<Symptom>(*m_episode),
                                          symptom.symptom, symptom.side);
            return journal.correctAll({wrong.begin(), wrong.end()});
        },
        [&](const Moment&, const Moment& now) {
            return neverWas ? takenBack(wording::symptom(symptom, m_words))
                            : saved(wording::told(AnyRecord{symptom}, m_words, now));
        });
}

void DetailsBridge::tellFunction(const FunctionLimit& limit)
{
    carryOut([&](Journal& journal) { return journal.tell(limit, tellingAt()); },
             [&](const Moment&, const Moment& now) {
                 return saved(wording::told(AnyRecord{limit}, m_words, now));
             });
}

void DetailsBridge::tellRelief(const Relief& relief)
{
    carryOut([&](Journal& journal) { return journal.tell(relief, tellingAt()); },
             [&](const Moment&, const Moment& now) {
                 return saved(wording::told(AnyRecord{relief}, m_words, now));
             });
}

void DetailsBridge::take(const MedicineDraft& draft)
{
    carryOut(
        [&](Journal& journal) -> Result<Saved> {
            auto result = journal.took(
                {draft.name, draft.medicineClass, tellingAt(), draft.dose, std::nullopt});
            if (auto* problems = std::get_if<Problems>(&result)) {
                return std::move(*problems);
            }
            return Saved{std::get<IntakeSaved>(std::move(result))};
        },
        [&](const Moment& at, const Moment& now) {
            //: A medicine and when it was taken
            return saved(tr("%1, %2").arg(wording::medicine(draft.name, draft.dose),
                                          wording::moment(at, now)));
        });
}

void DetailsBridge::correct(const AnyRecord& record)
{
    carryOut([&](Journal& journal) { return journal.correct(record); },
             [&](const Moment&, const Moment& now) {
                 return saved(wording::told(record, m_words, now));
             });
}

void DetailsBridge::remove(RecordKind kind, const Uuid& id)
{
    std::optional<AnyRecord> record = m_view ? find(*m_view, id) : std::nullopt;
    std::optional<QString> medicine;
    if (m_view && kind == RecordKind::Intake) {
        for (const IntakeLine& line : m_view->intakes) {
            if (line.intake.stamp.id == id) {
                medicine = wording::medicine(line.medicine.name, line.intake.dose);
            }
        }
    }
    carryOut([&](Journal& journal) { return journal.remove(kind, id); },
             [&](const Moment&, const Moment& now) {
                 const QString what = medicine ? *medicine
                                      : record ? wording::told(*record, m_words, now)
                                               : tr("what you told");
                 return tr("Removed: %1.").arg(what);
             });
}

} // namespace unclench::ui
