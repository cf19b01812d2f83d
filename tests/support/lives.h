// SPDX-License-Identifier: GPL-3.0-or-later
// Made-up lives for property tests: steps that a person may take, and the diary that they lead to.
#pragma once

#include "core/engine/engine.h"
#include "tests/support/test_clock.h"

#include <rapidcheck.h>

#include <memory>
#include <ostream>
#include <string>
#include <tuple>
#include <vector>

namespace unclench::tests {

enum class Deed {
    Spasm,
    Reading,
    End,
    Symptom,
    Answer,
    Temperature,
    Weight,
    Function,
    Condition,
    Procedure,
    Medicine,
    Age,
    Update,
    Close,
    Contacted,
    Snooze,
    Undo,
    Remove,
    Restore,
    Correct
};
constexpr int kDeeds = static_cast<int>(Deed::Correct) + 1;

/// One step: `first`, `second` and `third` choose among what the deed leaves open.
struct LifeStep {
    Deed deed = Deed::Spasm;
    int first = 0;
    int second = 0;
    int third = 0;
    std::chrono::minutes wait{1};

    friend std::ostream& operator<<(std::ostream& out, const LifeStep& step)
    {
        return out << "{deed " << static_cast<int>(step.deed) << ": " << step.first << ' '
                   << step.second << ' ' << step.third << ", after " << step.wait.count()
                   << " min}";
    }
};

/// A step of any kind, or of one of `deeds`.
[[nodiscard]] rc::Gen<LifeStep> someStep(std::vector<Deed> deeds = {});
[[nodiscard]] rc::Gen<std::vector<LifeStep>> someLife();

/// What is open, as far as a person sees it: rule, level, state.
using OpenAlerts = std::vector<std::tuple<std::string, Level, AlertState>>;

/// A diary in memory whose program can be started anew.
class Life {
public:
    Life();

    /// Waits, then does it; what is refused is passed over. True: it closed alerts by a person.
    bool live(const LifeStep& step);
    /// The process dies, the diary stays.
    void restart();
    void pass(std::chrono::milliseconds time) { m_clock.pass(time); }

    [[nodiscard]] Engine& engine() { return *m_engine; }
    [[nodiscard]] OpenAlerts open();
    /// Everything that the rules left behind: each alert ever raised, with its end.
    [[nodiscard]] std::vector<Alert> all();
    [[nodiscard]] Level highest();
    [[nodiscard]] bool isAnyOpen() { return !m_engine->alerts().active().empty(); }

private:
    void tell(const LifeStep& step);
    bool change(const LifeStep& step);
    bool close(const LifeStep& step);
    template <class Done>
    void keep(const Result<Done>& result);

    TestClock m_clock;
    UuidSource m_uuids;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<Engine> m_engine;
    struct Kept {
        Undo undo;
        /// It does again what was taken back.
        bool isRedo = false;
    };
    std::vector<Kept> m_undos;
};

} // namespace unclench::tests
