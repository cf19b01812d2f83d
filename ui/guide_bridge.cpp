// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/guide_bridge.h"

#include "core/engine/exercise.h"
#include "ui/bridge.h"
#include "ui/wording/guide.h"
#include "ui/wording/times.h"

#include <spdlog/spdlog.h>

#include <algorithm>

namespace unclench::ui {

namespace {

using Part = Words::GuidePart;

QString sourcesText(const std::vector<std::string>& ids, const Vocabulary& vocabulary)
{
    QStringList titles;
    for (const std::string& id : ids) {
        const auto all = vocabulary.sources();
        const auto source =
            std::find_if(all.begin(), all.end(), [&](const Source& s) { return s.id == id; });
        titles << QString::fromStdString(source->title);
    }
    //: %1 titles
    return titles.size() == 1
               ? GuideBridge::tr("Source: %1").arg(titles.front())
               : GuideBridge::tr("Sources: %1").arg(titles.join(QStringLiteral("; ")));
}

GuideCardView cardView(const GuideCard& card, const Vocabulary& vocabulary, const Words& words)
{
    GuideCardView view;
    view.id = QString::fromStdString(card.id);
    view.title = words.guide(Part::Title, card.id);
    view.text = words.guide(Part::Text, card.id);
    if (card.medicineClass) {
        const Term* term = vocabulary.find(Topic::MedicineClass, *card.medicineClass);
        view.text =
            (QStringList{view.text} + words.cautions(*term)).join(QLatin1Char(' ')).trimmed();
    }
    QStringList when;
    for (const std::string& id : card.when) {
        when << words.guide(Part::When, id);
    }
    if (!when.isEmpty()) {
        //: %1 "during a spasm, for sleep"
        view.when = GuideBridge::tr("When: %1").arg(when.join(QStringLiteral(", ")));
    }
    QStringList notWhen;
    for (const std::string& id : card.notWhen) {
        notWhen << words.guide(Part::NotWhen, id);
    }
    view.notWhen = notWhen.join(QLatin1Char(' '));
    view.sources = sourcesText(card.sources, vocabulary);
    view.drawing = QString::fromStdString(card.drawing.value_or(std::string{}));
    view.tool = card.tool;
    view.isGated = card.isGated;
    return view;
}

} // namespace

std::vector<GuideTopicView>
guideTopics(const Guide& guide, const Vocabulary& vocabulary, const Words& words)
{
    std::vector<GuideTopicView> topics;
    for (const std::string& id : guide.topics()) {
        GuideTopicView topic{QString::fromStdString(id), words.guide(Part::Topic, id), {}};
        for (const GuideCard& card : guide.cards()) {
            if (card.topic == id) {
                topic.cards.push_back(cardView(card, vocabulary, words));
            }
        }
        topics.push_back(std::move(topic));
    }
    return topics;
}

BreathingTimes breathingTimes(const Guide& guide)
{
    return {guide.number(GuideNumber::BreatheInSeconds),
            guide.number(GuideNumber::BreatheOutSeconds),
            guide.number(GuideNumber::BreathingMinutes)};
}

GuideBridge::GuideBridge(Engine& engine,
                         Bridge& bridge,
                         std::function<QString(const StorageError&)> explain,
                         QObject* parent)
    : QObject(parent), m_engine(engine), m_bridge(bridge), m_explain(std::move(explain)),
      m_subscription(engine.events().subscribe([this](const Event&) { refresh(); }))
{
}

void GuideBridge::setShown(bool isShown)
{
    m_isShown = isShown;
    refresh();
}

void GuideBridge::refresh()
{
    if (!m_isShown) {
        return;
    }
    try {
        const ExerciseGate gate = exerciseNow(m_engine);
        ExerciseView view;
        view.isOpen = gate.isAllowed();
        view.state = wording::exerciseState(gate);
        view.reasons = wording::exerciseReasons(gate, m_engine.guide());
        view.isCramping = gate.isCramping;
        //: %1 a time
        view.told = gate.crampTold
                        ? tr("Told %1.").arg(wording::moment(*gate.crampTold, m_engine.now().wall))
                        : tr("Not told yet.");
        Q_EMIT exerciseChanged(view);
    } catch (const StorageError& error) {
        spdlog::warn("in the guide: {}", error.what());
        Q_EMIT failed(m_explain(error));
    }
}

void GuideBridge::tellCramp(bool isCramping)
{
    Condition condition;
    condition.condition = kCrampNow;
    condition.isPresent = isCramping;
    m_bridge.carryOut([&](Journal& journal) { return journal.tell(condition, std::nullopt); },
                      isCramping ? tr("Saved: it cramps now.") : tr("Saved: no cramp now."));
}

} // namespace unclench::ui
