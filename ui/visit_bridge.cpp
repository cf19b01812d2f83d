// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/visit_bridge.h"

#include "ui/bridge.h"
#include "ui/visit_reading.h"

#include <spdlog/spdlog.h>

#include <algorithm>

namespace unclench::ui {

namespace {

constexpr std::chrono::days kUsualWait{7};
constexpr std::chrono::hours kUsualTime{9};

/// By the clock as it goes today: a person sets the real time anyway.
Moment usualVisit(const Moment& now)
{
    const LocalTime local = now.localDay() + kUsualWait + kUsualTime;
    return {UtcTime{local.time_since_epoch() - now.offset}, now.offset};
}

bool isOfVisitsAlone(const Event& event)
{
    const auto* saved = std::get_if<RecordsSaved>(&event);
    return saved != nullptr &&
           std::all_of(saved->records.begin(), saved->records.end(),
                       [](const auto& record) { return record.first == RecordKind::Visit; });
}

} // namespace

VisitBridge::VisitBridge(Engine& engine,
                         Bridge& bridge,
                         const Words& words,
                         std::function<QString(const StorageError&)> explain,
                         QObject* parent)
    : QObject(parent), m_engine(engine), m_bridge(bridge), m_words(words),
      m_explain(std::move(explain)),
      m_subscription(engine.events().subscribe([this](const Event& event) { hear(event); }))
{
}

bool VisitBridge::carryOut(const Command& command, const QString& sentence)
{
    const bool isSaved = m_bridge.carryOut(command, sentence);
    m_hasFailed = m_hasFailed || !isSaved;
    return isSaved;
}

bool VisitBridge::saveDrafts()
{
    m_hasFailed = false;
    Q_EMIT leaving();
    return !m_hasFailed;
}

void VisitBridge::setShown(bool isShown)
{
    m_isShown = isShown;
    if (isShown) {
        show();
    } else { // months of it need not stay in memory
        m_chronicle.reset();
        m_summary.reset();
        m_view.report.reset();
    }
}

void VisitBridge::hear(const Event& event)
{
    if (isOfVisitsAlone(event)) {
        show(); // the numbers are the same
    } else {
        refresh();
    }
}

void VisitBridge::refresh()
{
    m_chronicle.reset();
    m_summary.reset();
    show();
}

void VisitBridge::passTime()
{
    if (!m_isShown) {
        return;
    }
    const Moment now = m_engine.now().wall;
    const bool hasBegun = m_view.visit && m_view.visit->at.utc <= now.utc;
    if (now.localDay() != m_view.now.localDay() || hasBegun != m_view.hasBegun) {
        refresh();
    }
}

void VisitBridge::prepare(bool isToday)
{
    if (!saveDrafts()) {
        return;
    }
    const auto before = m_chosen;
    carryOut(
        [&](Journal& journal) {
            Visit visit;
            const Moment now = m_engine.now().wall;
            visit.at = isToday ? now : usualVisit(now);
            auto result = journal.keepVisit(std::move(visit));
            if (const auto* saved = std::get_if<Saved>(&result)) {
                m_chosen = saved->id;
            }
            return result;
        },
        tr("Saved: a visit to prepare."));
    if (m_chosen != before) {
        show();
    }
}

void VisitBridge::choose(const Uuid& visit)
{
    if (m_view.visit && m_view.visit->stamp.id != visit && !saveDrafts()) {
        return;
    }
    m_chosen = visit;
    show();
}

void VisitBridge::change(const VisitChange& change, const QString& sentence)
{
    if (!m_view.visit) {
        return;
    }
    carryOut(
        [&](Journal& journal) -> Result<Saved> {
            for (Visit& visit : m_engine.diary().visits()) {
                if (visit.stamp.id == m_view.visit->stamp.id) {
                    change(visit);
                    return journal.keepVisit(std::move(visit));
                }
            }
            return refusal(ProblemKind::NotThere, "visit");
        },
        sentence);
}

void VisitBridge::finish(std::optional<Moment> next)
{
    if (!m_view.visit || !saveDrafts()) {
        return;
    }
    m_chosen = m_view.visit->stamp.id; // it stays in view
    carryOut(
        [&](Journal& journal) -> Result<Saved> {
            for (Visit& visit : m_engine.diary().visits()) {
                if (visit.stamp.id == *m_chosen) {
                    return journal.finishVisit(std::move(visit), next);
                }
            }
            return refusal(ProblemKind::NotThere, "visit");
        },
        next ? tr("Saved: the visit is over, and the next one has its date.")
             : tr("Saved: the visit is over."));
}

void VisitBridge::remove(const Uuid& visit)
{
    if (m_view.visit && m_view.visit->stamp.id == visit && !saveDrafts()) {
        return;
    }
    carryOut([&](Journal& journal) { return journal.remove(RecordKind::Visit, visit); },
             tr("Removed: the visit."));
}

void VisitBridge::tellBackground(BackgroundTopic topic, const QString& text)
{
    carryOut(
        [&](Journal& journal) {
            BackgroundEntry entry;
            entry.topic = topic;
            entry.text = text.toStdString();
            return journal.tell(std::move(entry), std::nullopt);
        },
        tr("Saved: what you told for the doctor."));
}

void VisitBridge::tellName(const QString& name)
{
    carryOut(
        [&](Journal& journal) {
            ProfileEntry entry;
            entry.key = ProfileKey::Name;
            entry.value = name.toStdString();
            return journal.tell(std::move(entry), std::nullopt);
        },
        tr("Saved: your name."));
}

void VisitBridge::choosePaper(PaperSize paper)
{
    carryOut(
        [&](Journal& journal) {
            return journal.set(std::string{toId(SettingKey::Paper)}, std::string{toId(paper)});
        },
        tr("Saved: the paper of the page."));
}

void VisitBridge::listMedicine(const QString& name)
{
    if (name.isEmpty()) {
        return;
    }
    const bool isSaved = carryOut(
        [&](Journal& journal) {
            // One that is on the list already keeps its dose.
            Medicine medicine =
                m_engine.diary().medicineNamed(name.toStdString()).value_or(Medicine{});
            if (medicine.name.empty()) {
                medicine.name = name.toStdString();
            }
            medicine.use = MedicineUse::Regular;
            return journal.listMedicine(std::move(medicine));
        },
        tr("Saved: %1 is on your list of medicines.").arg(name));
    if (isSaved) {
        Q_EMIT medicineSaved();
    }
}

void VisitBridge::readVisits()
{
    m_view.visits = m_engine.diary().visits();
    std::sort(m_view.visits.begin(), m_view.visits.end(), [](const Visit& a, const Visit& b) {
        if (a.isOver != b.isOver) {
            return b.isOver;
        }
        return a.isOver ? b.at.utc < a.at.utc : a.at.utc < b.at.utc;
    });
    const auto& visits = m_view.visits;
    auto found = std::find_if(visits.begin(), visits.end(), [&](const Visit& visit) {
        return m_chosen && visit.stamp.id == *m_chosen;
    });
    if (found == visits.end()) {
        m_chosen.reset();
        found = visits.begin();
        if (found != visits.end() && found->isOver) {
            found = visits.end();
        }
    }
    m_view.visit = found == visits.end() ? std::nullopt : std::optional{*found};
    m_view.hasBegun = m_view.visit && m_view.visit->at.utc <= m_view.now.utc;
    m_view.next = usualVisit(m_view.now);
}

void VisitBridge::readReportInto()
{
    m_view.report.reset();
    if (!m_view.visit) {
        return;
    }
    const VisitDays days = readVisitDays(m_engine, *m_view.visit, *m_chronicle);
    if (days.from != m_view.from || days.to != m_view.to) {
        m_summary.reset();
    }
    m_view.from = days.from;
    m_view.to = days.to;
    if (!m_summary) {
        m_summary = m_engine.summary(visitPeriod(days, *m_chronicle), *m_chronicle);
    }
    const report::Wishes wishes = wishesOf(*m_view.visit, m_engine.settings().settings.paper);
    m_view.paper = wishes.paper;
    m_view.report = std::make_shared<const report::Report>(
        report::Sources{*m_summary, m_chronicle, std::nullopt}, wishes, m_engine.vocabulary(),
        m_words);
}

void VisitBridge::readGaps()
{
    m_view.background = m_engine.diary().background();
    m_view.name = m_engine.profile().name.value_or(std::string{});
    m_view.medicines.clear();
    for (const Medicine& medicine : m_engine.diary().medicines()) {
        m_view.medicines.push_back(medicine.name);
    }
    m_view.spasms = 0;
    m_view.spasmsWithoutPlace = 0;
    m_view.withoutPlace.reset();
    for (const Chronicle::Episode& episode : m_chronicle->episodes) {
        const auto day = episode.onset.localDay();
        if (day >= m_view.from && day <= m_view.to) {
            ++m_view.spasms;
            if (!episode.places) {
                ++m_view.spasmsWithoutPlace;
                m_view.withoutPlace = episode.id;
            }
        }
    }
}

void VisitBridge::show()
{
    if (!m_isShown) {
        return;
    }
    try {
        if (!m_chronicle) {
            m_chronicle = std::make_shared<const Chronicle>(m_engine.chronicle());
        }
        m_view.now = m_engine.now().wall;
        readVisits();
        readReportInto();
        readGaps();
    } catch (const StorageError& error) {
        spdlog::warn("in the visit: {}", error.what());
        Q_EMIT failed(m_explain(error));
        return;
    }
    Q_EMIT viewChanged(m_view);
}

} // namespace unclench::ui
