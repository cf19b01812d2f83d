// SPDX-License-Identifier: GPL-3.0-or-later
// What the page for the doctor says, complete and in order, before anything is laid out: paper,
// HTML and text are made of the same.
#pragma once

#include "ui/report/report.h"
#include "ui/widgets/back_painting.h"
#include "ui/wording/report.h"

#include <QString>
#include <QStringList>

#include <utility>
#include <variant>
#include <vector>

namespace unclench::ui::report {

/// A sentence or a value. What the most important of a list is stands first in it; a page that is
/// too small gives up from the end.
struct Entry {
    /// In front of it, without the colon; may be empty.
    QString lead{};
    QString text{};
    /// A person's own words, in whatever script.
    bool isTyped = false;
    int mostLines = 2;
    /// A shorter form of it, in which the days are missing.
    bool isWithoutDays = false;
    /// The end of `text` that stays where it has to be cut; may be empty.
    QString keptEnd{};
};

/// One under the other.
struct Lines {
    /// For saying that something is missing.
    QString name{};
    std::vector<Entry> entries{};
    /// So many stay, whatever there is no room for; never more than `most` are on the page.
    std::size_t least = 1;
    std::size_t most = 8;
    /// Lines of text that all of them may take together; 0: no limit.
    int budget = 0;
    /// Shorter ways to say them, for where there is no room: each of them takes less than the one
    /// before. All entries stay in them, so that `least` and `most` do not bound them.
    std::vector<std::vector<Entry>> shorter{};
    /// So many of `shorter` are taken before other parts of the page give more than rows.
    std::size_t shorterSoon = 0;
    /// Where it must be cut, it is cut from its end.
    bool givesFromEnd = false;
};

/// One after the other in a sentence.
struct Run {
    QString lead{};
    QStringList items{};
    std::size_t least = 1;
    std::size_t most = 8;
    bool isTyped = false;
};

struct Table {
    /// What it is about; on paper it stands in the heads.
    QString name{};
    QStringList head{};
    /// The same where there is room for it; empty: as `head`.
    QStringList longHead{};
    std::vector<std::vector<Entry>> rows{};
    /// The column that takes the width that the others leave.
    std::size_t flexible = 0;
    /// Columns from this one on are numbers, set to the right.
    std::size_t firstNumber = 100;
    std::size_t least = 2;
    std::size_t most = 8;
    /// The long version has a table of its own for it.
    bool isInLongVersion = false;

    [[nodiscard]] const QStringList& fullHead() const
    {
        return longHead.isEmpty() ? head : longHead;
    }
};

struct Picture {
    enum class Kind { Back, Timeline };
    Kind kind = Kind::Back;
    /// For saying that it is missing.
    QString name{};
    /// What it shows, in words.
    QString said{};
    /// In millimetres.
    double leastHeight = 20;
    double mostHeight = 40;
};

/// A row as a line: its first cell, then each other one behind its head.
[[nodiscard]] Entry asLine(const Table& table, const std::vector<Entry>& row);

using Element = std::variant<Lines, Run, Table, Picture>;

struct Part {
    QString heading{};
    std::vector<Element> elements{};
    /// A second column; may be empty.
    std::vector<Element> beside{};
    /// The width of the first column where there are two.
    double share = 0.5;

    [[nodiscard]] bool isEmpty() const { return elements.empty() && beside.empty(); }
};

/// What the timeline draws.
struct Bars {
    struct Bar {
        LocalTime begin;
        LocalTime end;
        /// -1: no pain was told.
        int worst = -1;
        bool isOpen = false;
    };
    LocalTime begin{};
    LocalTime end{};
    std::vector<Bar> bars;
    std::vector<std::pair<LocalTime, LocalTime>> unrecorded;
    int unrecordedDays = 0;
};

struct Contents {
    wording::ReportDays days;
    QString title;
    /// As it was wished for; may be empty.
    QString name{};
    /// Whom it is about and for, and when it was made.
    std::vector<Entry> about;
    QString quality;
    Part words;
    Part warnings;
    /// Those that are on, in the order of the page. Without Notes.
    std::vector<std::pair<ReportSection, Part>> sections;
    std::vector<BackShape> shapes;
    std::vector<BackShade> shades;
    Bars bars;
    bool hasNotes = false;
};

[[nodiscard]] Contents contentsOf(const Sources& sources,
                                  const Wishes& wishes,
                                  const Vocabulary& vocabulary,
                                  const Words& words);

// The parts of it.
[[nodiscard]] Part warningsPart(const Summary& summary, const Words& words);
[[nodiscard]] Part wherePart(const Summary& summary, const Words& words);
[[nodiscard]] Part strengthPart(const Summary& summary, const Words& words);
[[nodiscard]] Part coursePart(const Summary& summary, const Bars& bars, const Contents& contents);
[[nodiscard]] Part spasmsPart(const Summary& summary, const Words& words);
[[nodiscard]] Part nervesPart(const Summary& summary, const Words& words);
[[nodiscard]] Part injuryPart(const Summary& summary, const Words& words);
[[nodiscard]] Part treatmentPart(const Summary& summary, const Words& words);
[[nodiscard]] Bars barsOf(const Chronicle& chronicle, const wording::ReportDays& days);
[[nodiscard]] std::vector<BackShade> shadesOf(const Summary& summary, const Words& words);
/// The local days of `period`, as they were where the person was.
[[nodiscard]] wording::ReportDays daysOf(const Summary& summary, const Chronicle& chronicle);

} // namespace unclench::ui::report
