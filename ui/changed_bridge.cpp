// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/changed_bridge.h"

#include "core/diary/symptoms.h"
#include "core/diary/units.h"
#include "ui/bridge.h"
#include "ui/wording/told.h"

#include <spdlog/spdlog.h>

namespace unclench::ui {

ChangedBridge::ChangedBridge(Engine& engine,
                             Bridge& bridge,
                             const Words& words,
                             std::function<QString(const StorageError&)> explain,
                             QObject* parent)
    : QObject(parent), m_engine(engine), m_bridge(bridge), m_words(words),
      m_explain(std::move(explain))
{
}

template <class Record>
std::vector<Record> ChangedBridge::current()
{
    if (const auto open = m_engine.diary().openBout()) {
        return m_engine.diary().partsOf<Record>(open->episode);
    }
    const Moment now = m_engine.now().wall;
    const UtcTime midnight{now.localDay().time_since_epoch() - now.offset};
    std::vector<Record> today = m_engine.diary().dated<Record>({midnight, std::nullopt});
    std::erase_if(today, [](const Record& record) { return record.episode.has_value(); });
    return today;
}

void ChangedBridge::refresh()
{
    try {
        ChangedView view;
        view.now = m_engine.now().wall;
        view.offered = m_engine.alerts().asking().offered;
        for (const Symptom& symptom : standing(current<Symptom>())) {
            if (symptom.isPresent) {
                view.symptoms.push_back(symptom.symptom);
            }
        }
        for (const FunctionLimit& limit : current<FunctionLimit>()) {
            view.limits[limit.function] = limit.level;
        }
        Q_EMIT viewChanged(view);
    } catch (const StorageError& error) {
        spdlog::warn("on what changed: {}", error.what());
        Q_EMIT failed(m_explain(error));
    }
}

template <class Record>
bool ChangedBridge::tell(const Record& record)
{
    return m_bridge.carryOut(
        [&](Journal& journal) { return journal.tell(record, std::nullopt); },
        [&](const Moment&, const Moment& now) {
            //: %1 is what was told
            return tr("Saved: %1.").arg(wording::told(AnyRecord{record}, m_words, now));
        });
}

void ChangedBridge::measure(Quantity quantity, double value, Unit unit)
{
    Measurement measurement;
    measurement.quantity = quantity;
    measurement.value = canonical(value, unit);
    measurement.told = unit;
    if (tell(measurement)) {
        Q_EMIT measureSaved(quantity);
    }
}

void ChangedBridge::tellProcedure(int daysAgo)
{
    const bool isSaved = m_bridge.carryOut(
        [&](Journal& journal) { return journal.procedure(daysAgo, std::nullopt); },
        tr("Saved: what was done to your spine."));
    if (isSaved) {
        Q_EMIT procedureSaved();
    }
}

void ChangedBridge::tellSymptom(const Symptom& symptom)
{
    tell(symptom);
}

void ChangedBridge::tellFunction(const FunctionLimit& limit)
{
    tell(limit);
}

} // namespace unclench::ui
