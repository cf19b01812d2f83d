// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever a person does with heat and cold, and whatever happens to the clocks: nobody is burnt.
#include "core/engine/care.h"
#include "tests/support/test_clock.h"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

namespace unclench {

namespace {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

/// A diary without the rules of red flags, so that a hundred thousand lives fit into an hour; and
/// beside it, what really happened, on a time that no clock shows.
class CareLife {
public:
    CareLife(Database& database, const Vocabulary& vocabulary, const CareRules& rules)
        : m_database(database), m_vocabulary(vocabulary), m_rules(rules)
    {
        for (const char* table : {"skin_check", "care_session", "reading", "bout", "report",
                                  "episode", "condition", "setting", "profile_entry"}) {
            m_database.run(std::string{"DELETE FROM "} + table);
        }
        m_database.run("DELETE FROM meta WHERE key = 'clock_history'");
        restart();
    }

    void live()
    {
        const int what = *rc::gen::inRange(0, 14);
        switch (what) {
        case 0: beginEpisode(); break;
        case 1: static_cast<void>(m_journal->endEpisode(std::nullopt)); break;
        case 2:
        case 3:
        case 4: start(); break;
        case 5:
        case 6: stop(); break;
        case 7: look(); break;
        case 8: pass(std::chrono::minutes{*rc::gen::inRange(1, 300)}); break;
        case 9:
            pass(std::chrono::minutes{*rc::gen::element(5, 15, 29, 30, 31, 120, 240, 1440)});
            break;
        case 10: suspend(std::chrono::minutes{*rc::gen::inRange(1, 300)}); break;
        case 11: jump(std::chrono::minutes{*rc::gen::inRange(-3000, 3000)}); break;
        case 12: tellCondition(); break;
        case 13: restartOf(*rc::gen::inRange(0, 3)); break;
        default: break;
        }
        check();
    }

private:
    void restart()
    {
        m_care.reset();
        m_journal.reset();
        m_journal.emplace(m_database, m_clock, m_vocabulary, m_events, m_uuids, BeforeCommit{});
        m_care.emplace(m_database, m_clock, m_vocabulary, m_rules, m_events, m_uuids,
                       BeforeCommit{});
        m_care->noteClock();
    }

    void restartOf(int what)
    {
        if (what == 0) {
            m_clock.restartMachine();
            m_clock.pass(1min);
            m_true += 1min;
        }
        const CareDecisions before = m_care->decide();
        restart();
        const CareDecisions after = m_care->decide();
        for (const Modality modality : {Modality::Heat, Modality::Cold}) {
            RC_ASSERT(before.of(modality).status == after.of(modality).status);
            RC_ASSERT(before.of(modality).because == after.of(modality).because);
            RC_ASSERT(before.of(modality).most == after.of(modality).most);
        }
    }

    void pass(milliseconds time)
    {
        m_clock.pass(time);
        m_true += time;
    }
    void suspend(milliseconds time)
    {
        m_clock.suspend(time);
        m_true += time;
    }
    void jump(milliseconds by)
    {
        m_clock.setWall(m_clock.now().wall + by);
        m_care->noteClock(); // the program wakes when the clock is set
    }

    void beginEpisode()
    {
        SpasmDraft draft;
        draft.pain = 5;
        draft.details.firstEver = *rc::gen::element<std::optional<bool>>(std::nullopt, true, false);
        if (std::holds_alternative<SpasmSaved>(m_journal->logSpasm(draft))) {
            const Uuid episode = DiaryStore{m_database}.openBout()->episode;
            if (m_episode != episode) {
                m_episode = episode;
                m_hasHeatHurt = false;
            }
        }
    }

    void tellCondition()
    {
        Condition condition;
        condition.condition = *rc::gen::element<std::string>("diabetes", "raynaud", "drowsy_now");
        condition.isPresent = *rc::gen::arbitrary<bool>();
        static_cast<void>(m_journal->tell(condition, std::nullopt));
    }

    void start()
    {
        CareStart what;
        what.modality = *rc::gen::arbitrary<bool>() ? Modality::Heat : Modality::Cold;
        what.minutes = *rc::gen::inRange(1, 40);
        const CareDecision decision = m_care->decide().of(what.modality);
        const auto result = m_care->start(what);
        if (!std::holds_alternative<CareStarted>(result)) {
            RC_ASSERT(what.minutes > 20 || decision.status == CareStatus::Blocked);
            return;
        }
        const auto& started = std::get<CareStarted>(result);
        RC_ASSERT(decision.status != CareStatus::Blocked);
        RC_ASSERT(started.planned <= 20min);
        RC_ASSERT(started.planned <= decision.most);
        RC_ASSERT(!m_running);
        RC_ASSERT(!m_lastEnd || m_true - *m_lastEnd >= 30min);
        const auto open = DiaryStore{m_database}.openBout();
        RC_ASSERT(what.modality == Modality::Cold || !open || open->episode != m_episode ||
                  !m_hasHeatHurt);
        m_running = what.modality;
        m_begun = m_true;
        m_planned = started.planned;
    }

    void stop()
    {
        CareOutcome outcome;
        outcome.skin = *rc::gen::element<std::optional<Skin>>(
            std::nullopt, Skin::Normal, Skin::Normal, Skin::Pink, Skin::Blister);
        outcome.felt =
            *rc::gen::element<std::optional<Effect>>(std::nullopt, Effect::Better, Effect::Worse);
        const auto ended = m_care->stop(outcome);
        RC_ASSERT(std::holds_alternative<CareEnded>(ended) == m_running.has_value());
        if (!m_running) {
            return;
        }
        const auto open = DiaryStore{m_database}.openBout();
        const auto& session = std::get<CareEnded>(ended).session;
        m_hasHeatHurt |= m_running == Modality::Heat && outcome.felt == Effect::Worse &&
                         session.within == m_episode;
        m_running.reset();
        m_lastEnd = m_true;
    }

    void look()
    {
        static_cast<void>(m_care->checkSkin(*rc::gen::element(Skin::Normal, Skin::Numb)));
        if (*rc::gen::arbitrary<bool>()) {
            static_cast<void>(m_care->confirmClock());
        }
    }

    void check()
    {
        const CareDecisions decisions = m_care->decide();
        RC_ASSERT(decisions.heat.status != CareStatus::Recommended ||
                  decisions.cold.status != CareStatus::Recommended);
        const auto running = m_care->running();
        RC_ASSERT(running.has_value() == m_running.has_value());
        if (running) {
            // Over a restart of the machine the wall clock decides; it was not set meanwhile.
            RC_ASSERT(running->left == m_planned - (m_true - m_begun));
            RC_ASSERT(decisions.heat.status == CareStatus::Blocked);
            RC_ASSERT(decisions.cold.status == CareStatus::Blocked);
        }
        for (const PlannedCare& planned : m_care->plan(4h, 2)) {
            RC_ASSERT(planned.in.count() > 0 ||
                      decisions.of(planned.modality).status == CareStatus::Recommended);
        }
    }

    Database& m_database;
    const Vocabulary& m_vocabulary;
    const CareRules& m_rules;
    tests::TestClock m_clock;
    Events m_events;
    UuidSource m_uuids;
    std::optional<Journal> m_journal;
    std::optional<Care> m_care;

    milliseconds m_true{0};
    std::optional<Modality> m_running;
    milliseconds m_begun{0};
    std::chrono::minutes m_planned{0};
    std::optional<milliseconds> m_lastEnd;
    std::optional<Uuid> m_episode;
    bool m_hasHeatHurt = false;
};

RC_GTEST_PROP(AnySequenceOfCare, BurnsNobody, ())
{
    static const std::unique_ptr<Database> database = Database::inMemory();

    CareLife life{*database, Vocabulary::builtIn(), CareRules::builtIn()};
    const int steps = *rc::gen::inRange(1, 24);
    for (int i = 0; i < steps; ++i) {
        life.live();
    }
}

} // namespace

} // namespace unclench
