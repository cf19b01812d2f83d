// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge.h"

#include "ui/wording/problems.h"
#include "ui/wording/times.h"

#include <spdlog/spdlog.h>

namespace unclench::ui {

namespace {

constexpr std::size_t kSteps = 100; // of this run
constexpr std::size_t kEpisodesShown = 200;
/// Records: more than come of what a person does in the window; imports and merges bring more.
constexpr std::size_t kMostAtOnce = 4'000;

bool takesLong(const Undo& step)
{
    return !step.copy.empty() ||
           step.edits.size() + step.added.size() + step.dropped.size() > kMostAtOnce;
}

} // namespace

Bridge::Bridge(Engine& engine, std::function<QString(const StorageError&)> explain, QObject* parent)
    : QObject(parent), m_engine(engine), m_explain(std::move(explain)),
      m_subscription(engine.events().subscribe([this](const Event&) { refresh(); }))
{
}

void Bridge::guarded(const std::function<void()>& work)
{
    try {
        work();
    } catch (const StorageError& error) {
        spdlog::warn("in the window: {}", error.what());
        Q_EMIT failed(m_explain(error));
    }
}

template <class Saved>
bool Bridge::accept(const Result<Saved>& result, std::vector<Undo>& pile)
{
    if (const auto* problems = std::get_if<Problems>(&result)) {
        Q_EMIT failed(wording::problems(*problems, m_engine.vocabulary(), m_engine.now().wall));
        return false;
    }
    put(std::get<Saved>(result).undo, pile);
    return true;
}

void Bridge::put(Undo undo, std::vector<Undo>& pile)
{
    pile.push_back(std::move(undo));
    if (pile.size() > kSteps) {
        pile.erase(pile.begin());
    }
}

void Bridge::accept(Undo undo, const QString& sentence)
{
    const bool canBeUndone = !undo.isEmpty();
    if (canBeUndone) {
        put(std::move(undo), m_undo);
        m_redo.clear();
    }
    lookForChanges();
    Q_EMIT saved(sentence, canBeUndone);
}

void Bridge::logSpasm(int pain)
{
    guarded([&] {
        const auto result = m_engine.journal().logSpasm(
            {.pain = pain, .at = {}, .onset = {}, .details = {}, .note = {}, .atRest = {}});
        if (!accept(result, m_undo)) {
            return;
        }
        m_redo.clear();
        const auto& done = std::get<SpasmSaved>(result);
        const QString when = wording::moment(done.at, m_engine.now().wall);
        QString sentence;
        switch (done.outcome) {
        case SpasmOutcome::Began:
            sentence = tr("Saved: spasm, pain %1, %2.").arg(pain).arg(when);
            break;
        case SpasmOutcome::WentOn:
            sentence =
                tr("Saved: pain %1, %2. The last spasm goes on: it ended less than 24 hours ago.")
                    .arg(pain)
                    .arg(when);
            break;
        case SpasmOutcome::ReadingAdded:
        case SpasmOutcome::AddedToPast:
            sentence = tr("Saved: pain %1, %2, added to the spasm.").arg(pain).arg(when);
            break;
        }
        if (done.isClockBehind) {
            sentence += QLatin1Char(' ') + tr("Your clock stands before that; check it.");
        }
        Q_EMIT saved(sentence, true);
        if (done.outcome == SpasmOutcome::Began) {
            Q_EMIT episodeBegan();
        }
    });
}

bool Bridge::carryOut(const Command& command, const Sentence& sentence)
{
    return carryOutWith([&] { return command(m_engine.journal()); }, sentence);
}

bool Bridge::carryOut(const AlertCommand& command, const QString& sentence)
{
    return carryOutWith([&] { return command(m_engine.alerts()); },
                        [&](const Moment&, const Moment&) { return sentence; });
}

bool Bridge::carryOut(const CareCommand& command, const Sentence& sentence, const Refusal& refusal)
{
    bool isSaved = false;
    guarded([&] {
        const auto result = command(m_engine.care());
        if (const auto* problems = std::get_if<Problems>(&result)) {
            Q_EMIT failed(refusal(*problems));
            return;
        }
        isSaved = true;
        Q_EMIT saved(sentence(std::get<Saved>(result).at, m_engine.now().wall), false);
    });
    return isSaved;
}

bool Bridge::carryOut(const SeatCommand& command, const QString& sentence)
{
    bool isSaved = false;
    guarded([&] {
        const auto result = command(m_engine.seat());
        if (const auto* problems = std::get_if<Problems>(&result)) {
            Q_EMIT failed(wording::problems(*problems, m_engine.vocabulary(), m_engine.now().wall));
            return;
        }
        isSaved = true;
        Q_EMIT saved(sentence, false);
    });
    return isSaved;
}

bool Bridge::correctSeat(const SeatCommand& command, const QString& sentence)
{
    return carryOutWith([&] { return command(m_engine.seat()); },
                        [&](const Moment&, const Moment&) { return sentence; });
}

bool Bridge::carryOutWith(const std::function<Result<Saved>()>& command, const Sentence& sentence)
{
    bool isSaved = false;
    guarded([&] {
        const auto result = command();
        if (accept(result, m_undo)) {
            isSaved = true;
            m_redo.clear();
            Q_EMIT saved(sentence(std::get<Saved>(result).at, m_engine.now().wall), true);
        }
    });
    return isSaved;
}

bool Bridge::carryOut(const Command& command, const QString& sentence)
{
    return carryOut(command, [&](const Moment&, const Moment&) { return sentence; });
}

void Bridge::addReading(int pain, bool isAtRest)
{
    const auto atRest = isAtRest ? std::optional{true} : std::nullopt;
    carryOut(
        [&](Journal& journal) {
            return journal.addReading({pain, std::nullopt, atRest, {}});
        },
        [pain](const Moment& at, const Moment& now) {
            return tr("Saved: pain %1, %2.").arg(pain).arg(wording::moment(at, now));
        });
}

void Bridge::endEpisode()
{
    carryOut([](Journal& journal) { return journal.endEpisode(std::nullopt); },
             [](const Moment& at, const Moment& now) {
                 return tr("Saved: the spasm was over at %1.").arg(wording::moment(at, now));
             });
}

void Bridge::acceptStep(Undo undo, Pile to)
{
    put(std::move(undo), to == Pile::Undo ? m_undo : m_redo);
    lookForChanges();
    Q_EMIT saved(to == Pile::Redo ? tr("Taken back.") : tr("Done again."), canUndo());
    if (to == Pile::Redo) {
        Q_EMIT takenBack();
    }
}

void Bridge::giveBack(Undo step, Pile to)
{
    put(std::move(step), to == Pile::Undo ? m_redo : m_undo);
}

void Bridge::refuse(const QString& sentence)
{
    Q_EMIT failed(sentence);
}

bool Bridge::step(std::vector<Undo>& from, std::vector<Undo>& to, const QString& sentence)
{
    bool isSaved = false;
    if (from.empty()) {
        return isSaved;
    }
    if (takesLong(from.back())) {
        const Undo step = std::move(from.back());
        from.pop_back();
        Q_EMIT longStepRequested(step, &to == &m_undo ? Pile::Undo : Pile::Redo);
        return isSaved;
    }
    guarded([&] {
        const Undo last = from.back();
        const auto result = m_engine.journal().revert(last);
        from.pop_back(); // also where it was refused: it never becomes possible again
        if (accept(result, to)) {
            isSaved = true;
            Q_EMIT saved(sentence, canUndo());
        }
    });
    return isSaved;
}

void Bridge::undo()
{
    if (step(m_undo, m_redo, tr("Taken back."))) {
        Q_EMIT takenBack();
    }
}

void Bridge::redo()
{
    step(m_redo, m_undo, tr("Done again."));
}

void Bridge::refresh()
{
    guarded([&] {
        NowView view{m_engine.now().wall, std::nullopt, m_engine.diary().lines({}, kEpisodesShown)};
        if (const auto open = m_engine.diary().openBout()) {
            view.open = m_engine.diary().course(open->episode);
        }
        Q_EMIT nowChanged(view);
    });
}

void Bridge::lookForChanges()
{
    guarded([&] { m_engine.noticeOthers(); });
}

} // namespace unclench::ui
