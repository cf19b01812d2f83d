// SPDX-License-Identifier: GPL-3.0-or-later
// The warning signs of the page: what is open stands first and is cut last.
#include "ui/report/content.h"

#include "ui/wording/report.h"

#include <algorithm>
#include <array>

namespace unclench::ui::report {

using wording::reportLabel;
using wording::ReportLabel;

namespace {

/// So many warnings have a line each, with when and how they stand, and every open emergency; the
/// others stand in sentences.
constexpr std::size_t kAlertsAlone = 4;
constexpr int kLinesOfAlerts = 30; // all rules there are
const QLatin1String kBetweenReasons{"; "};
constexpr std::array kLevels{Level::Emergency, Level::Urgent, Level::Soon, Level::CheckIn};

/// All that was raised by one rule.
struct Warning {
    /// What is open, else the highest, else the latest.
    Summary::AlertRow shown;
    int times = 1;
    Moment last;

    [[nodiscard]] bool isOpen() const { return shown.state != AlertState::Closed; }
    [[nodiscard]] bool isOpenEmergency() const
    {
        return isOpen() && shown.level == Level::Emergency;
    }
};

/// In the order of their first row.
std::vector<Warning> warningsOf(const Summary& summary)
{
    std::vector<Warning> all;
    for (const Summary::AlertRow& alert : summary.alerts) {
        const auto known = std::find_if(all.begin(), all.end(), [&](const Warning& warning) {
            return warning.shown.rule == alert.rule;
        });
        if (known == all.end()) {
            all.push_back({alert, 1, alert.at});
        } else {
            ++known->times;
            known->last = alert.at.utc > known->last.utc ? alert.at : known->last;
        }
    }
    return all;
}

/// The ways in which the same warnings can be said, the fullest first.
class Forms {
public:
    Forms(const Summary& summary, const Words& words)
        : m_summary(summary), m_words(words), m_warnings(warningsOf(summary)),
          m_emergencies(static_cast<std::size_t>(
              std::count_if(m_warnings.begin(), m_warnings.end(), [](const Warning& warning) {
                  return warning.isOpenEmergency();
              })))
    {
        // They stand first as they come; this does not rest on it.
        std::stable_partition(m_warnings.begin(), m_warnings.end(),
                              [](const Warning& warning) { return warning.isOpenEmergency(); });
    }

    void into(Lines& lines) const
    {
        const std::size_t alone =
            std::min(std::max(m_emergencies, kAlertsAlone), m_warnings.size());
        lines.entries = entries(alone, Others::Dated);
        if (alone < m_warnings.size()) {
            lines.shorter.push_back(entries(alone, Others::Bare));
        }
        // One alone in a sentence is no shorter, and the first has always a line.
        const std::size_t fewer = std::max<std::size_t>(m_emergencies, 1);
        if (fewer + 1 < alone) {
            lines.shorter.push_back(entries(fewer, Others::Bare));
        }
        if (fewer < m_warnings.size()) {
            lines.shorter.push_back(entries(std::min(fewer, alone), Others::Joined));
        }
        lines.shorterSoon = lines.shorter.size();
        for (std::size_t left = m_emergencies; left > 2; --left) {
            lines.shorter.push_back(entries(left - 2, Others::Joined));
        }
        lines.givesFromEnd = true;
    }

private:
    /// What stands in sentences: with its days and a sentence for each level, without them, and
    /// with all levels in one.
    enum class Others { Dated, Bare, Joined };

    /// The first `alone` have a line each.
    [[nodiscard]] std::vector<Entry> entries(std::size_t alone, Others others) const
    {
        std::vector<Entry> made;
        const auto begin = m_warnings.begin() + static_cast<std::ptrdiff_t>(alone);
        for (auto warning = m_warnings.begin(); warning != begin; ++warning) {
            made.push_back({wording::reportLevel(warning->shown.level),
                            wording::reportAlert(warning->shown, warning->times, m_words), false,
                            3});
        }
        for (const bool isOpen : {true, false}) {
            bool isFirst = true;
            for (const Level level : kLevels) {
                QStringList reasons;
                std::for_each(begin, m_warnings.end(), [&](const Warning& warning) {
                    if (warning.isOpen() == isOpen && warning.shown.level == level) {
                        reasons << reason(warning, others == Others::Dated);
                    }
                });
                if (reasons.isEmpty()) {
                    continue;
                }
                const QString text = reasons.join(kBetweenReasons);
                if (others == Others::Joined && !isFirst) {
                    made.back().text += kBetweenReasons + wording::reportOfLevel(level, text);
                } else {
                    made.push_back({wording::reportAlso(level, isOpen), text, false, kLinesOfAlerts,
                                    others != Others::Dated});
                }
                isFirst = false;
            }
        }
        if (made.empty()) {
            made.push_back({{}, wording::reportNoWarning()});
        }
        made.push_back({{}, wording::reportAsked(m_summary)});
        return made;
    }
    [[nodiscard]] QString reason(const Warning& warning, bool hasDay) const
    {
        return hasDay ? wording::reportRaised(warning.shown.rule, warning.last.localDay(),
                                              m_summary.now, m_words)
                      : wording::reportReason(warning.shown.rule, m_words);
    }

    const Summary& m_summary;
    const Words& m_words;
    std::vector<Warning> m_warnings;
    std::size_t m_emergencies;
};

} // namespace

Part warningsPart(const Summary& summary, const Words& words)
{
    Lines lines{.name = reportLabel(ReportLabel::WarningSigns)};
    Forms{summary, words}.into(lines);
    lines.least = lines.most = lines.entries.size(); // never hidden
    return {.heading = reportLabel(ReportLabel::WarningSigns), .elements = {lines}};
}

} // namespace unclench::ui::report
