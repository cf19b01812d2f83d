// SPDX-License-Identifier: GPL-3.0-or-later
// Files of other programs in words: how they were read, what they tell, what is wrong with them.
#pragma once

#include "core/exchange/foreign_import.h"
#include "core/exchange/paper_sheet.h"
#include "core/store/import_preview.h"
#include "core/store/stand_back.h"
#include "ui/wording/words.h"

#include <QString>
#include <QStringList>

namespace unclench::ui::wording {

/// "when it began", "the pain, 0 to 10".
[[nodiscard]] QString meaning(Meaning meaning);
/// "a spasm", "a medicine taken", "left out".
[[nodiscard]] QString rowKind(RowKind kind);
/// "day first, as 31.12.2026".
[[nodiscard]] QString dateOrder(DateOrder order);
[[nodiscard]] QString encoding(TextEncoding encoding);
[[nodiscard]] QString separator(char separator);

/// One sentence, with the line before it.
[[nodiscard]] QString foreignProblem(const ForeignProblem& problem);
/// The first `most` of them, and how many more there are.
[[nodiscard]] QStringList foreignProblems(const ForeignProblems& problems, std::size_t most);

/// How the file was read: program, encoding, separator, dates. Requires: a layout was found.
[[nodiscard]] QString foreignReading(const ForeignPreview& preview);
/// "start_date: when it began", for each column that is used; then those that are not.
[[nodiscard]] QStringList foreignColumns(const ForeignPreview& preview);
/// "a spasm: where detail says back pain", for each rule; of many words the first.
[[nodiscard]] QStringList foreignRules(const ColumnMapping& mapping);
/// What the file tells, in numbers, and what was made of what it does not tell.
[[nodiscard]] QStringList foreignCounts(const ForeignPreview& preview);
/// What the rows that are taken and those that are left out are about, and how many there are of
/// each; none where the file tells of one thing alone.
[[nodiscard]] QStringList foreignLeftOut(const ForeignPreview& preview);
/// "Line 2, Back pain: Mon 2 Mar 08:00 to 10:30, pain 7, Lower back, left". Notes are left out.
[[nodiscard]] QString foreignRow(const ForeignRow& row, const Words& words, const Moment& now);
/// What taking it in would add, and what of the file has nowhere to stand.
[[nodiscard]] QStringList foreignBrings(const ImportPreview& preview, const ForeignRecords& made);
/// Which lines have words that no record can hold, and what to do. Empty: none has.
[[nodiscard]] QStringList foreignWithoutPlace(const ForeignRecords& made);
[[nodiscard]] QString foreignBrokenLeftOut(std::int64_t lines);
/// "Sat 14 Mar 2026, 08:00 to 10:30, worst pain 7": what was understood of a line of paper.
[[nodiscard]] QString paperLine(const PaperLine& line);
/// What the diary makes of what it knows already.
[[nodiscard]] QStringList stoodBack(const StoodBack& stoodBack, bool bringsBack);

} // namespace unclench::ui::wording
