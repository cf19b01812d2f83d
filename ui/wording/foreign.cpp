// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wording/foreign.h"

#include "ui/wording/times.h"
#include "ui/wording/tr.h"

#include <QDate>
#include <QLocale>

#include <algorithm>

namespace unclench::ui::wording {

namespace {

constexpr qint64 kForeignJulian1970 = 2440588;

/// One for one, the other with the number in it.
void addForeign(QStringList& all, std::int64_t count, const QString& one, const QString& many)
{
    if (count > 0) {
        all << (count == 1 ? one : many.arg(QLocale{}.toString(static_cast<qlonglong>(count))));
    }
}

QString foreignText(const std::string& text)
{
    return QString::fromStdString(text);
}

/// What a line is about: the name of a tracker, or a list of what was done that day.
QString shortened(const std::string& variety)
{
    constexpr qsizetype kMost = 60;
    const QString text = foreignText(variety).simplified();
    return text.size() > kMost ? text.left(kMost) + QChar{0x2026} : text;
}

QString ruleWords(const std::vector<std::string>& all)
{
    constexpr std::size_t kMostNamed = 8;
    QStringList words;
    for (const std::string& word : all) {
        if (static_cast<std::size_t>(words.size()) == kMostNamed && all.size() > kMostNamed + 1) {
            //: At the end of a list of words
            words << tr("and %1 more").arg(all.size() - kMostNamed);
            break;
        }
        const bool isWhole = word.starts_with(kWholeEntry);
        //: A word that counts only where nothing stands beside it
        words << (isWhole ? tr("%1 alone").arg(foreignText(word.substr(1))) : foreignText(word));
    }
    return words.join(QLatin1String(", "));
}

QString foreignFault(const ForeignProblem& problem)
{
    const QString column = foreignText(problem.column);
    const QString given = foreignText(problem.given);
    switch (problem.fault) {
    case ForeignFault::IsEmpty: return tr("The file is empty.");
    case ForeignFault::IsZip:
        return tr("This is a ZIP archive or a spreadsheet file. Unpack it, or save the sheet as "
                  "CSV, and take that.");
    case ForeignFault::IsGzip: return tr("This file is packed (gzip). Unpack it, and take that.");
    case ForeignFault::IsDatabase:
        return tr("This is a database. If it is a diary of Unclench, use merge instead.");
    case ForeignFault::IsPdf:
        return tr("This is a PDF. Let the other program write a CSV file instead.");
    case ForeignFault::NoTable:
        return tr("No table can be found in it, and it is no export of Unclench. A table has a "
                  "first line "
                  "with names, two columns or more, and lines below.");
    case ForeignFault::HeaderTwice:
        return tr("Two columns are called \"%1\". Rename one of them in the file.").arg(column);
    case ForeignFault::HeaderNotText:
        return tr(
            "The names of the columns hold bytes that are no letters in this encoding. Choose "
            "another encoding, or mend the line.");
    case ForeignFault::HeaderUnclosed:
        return tr("A quotation mark opens here and never closes. All up to line %1 is lost with "
                  "it, and that is the whole table.")
            .arg(problem.otherLine);
    case ForeignFault::UnknownLayout:
        return tr("No known program writes such files, and no column says when something began. "
                  "Say which column does.");
    case ForeignFault::ColumnMissing: return tr("There is no column \"%1\".").arg(column);
    case ForeignFault::NoBegin: return tr("No column says when something began.");
    case ForeignFault::MixedDates:
        return tr("The dates are written in two ways: line %1 can only be day first, line %2 only "
                  "month first. Say which is meant, or mend the file.")
            .arg(problem.line)
            .arg(problem.otherLine);
    case ForeignFault::UnsureDates:
        return tr("The dates can be read in two ways: 03/04 may be 3 April or March 4. Say which "
                  "is meant.");
    case ForeignFault::RowTooLong:
        return tr("This line is longer than any line of a diary can be. It is no table from here "
                  "on.");
    case ForeignFault::TooManyRows: return tr("It has more than %1 lines.").arg(given);
    case ForeignFault::WrongWidth:
        return tr("It has %1 cells, not as many as the first line.").arg(given);
    case ForeignFault::UnclosedQuote:
        return tr("A quotation mark opens here and never closes. All up to line %1 is lost with "
                  "it.")
            .arg(problem.otherLine);
    case ForeignFault::NotText: return tr("It holds bytes that are no letters in this encoding.");
    case ForeignFault::HoldsNul: return tr("It holds a sign that no text may hold (NUL).");
    case ForeignFault::NoTime: return tr("It does not say when.");
    case ForeignFault::UnreadableTime: return tr("\"%1\" is no time that can be read.").arg(given);
    case ForeignFault::UnreadableEnd: return tr("\"%1\" is no end that can be read.").arg(given);
    case ForeignFault::SkippedTime:
        return tr("%1 never was: the clocks jumped over it. It may be of another time zone.")
            .arg(given);
    case ForeignFault::InTheFuture: return tr("%1 has not come yet.").arg(given);
    case ForeignFault::BeforeAll: return tr("%1 lies before 1970.").arg(given);
    case ForeignFault::EndBeforeBegin: return tr("It ends (%1) before it begins.").arg(given);
    case ForeignFault::UnreadableLength:
        return tr("\"%1\" is no length of time that can be read.").arg(given);
    case ForeignFault::UnreadablePain:
        return tr("\"%1\" is no pain: a number was expected, or a word that has one.").arg(given);
    case ForeignFault::PainOutOfRange: return tr("The pain %1 lies outside its scale.").arg(given);
    case ForeignFault::TextTooLong: return tr("A text is too long.");
    case ForeignFault::WordsWithoutPain:
        return tr("Where there is no pain, the diary can keep no note and no place. Move the note "
                  "to a line with pain, or take it and the place away here. If it did hurt, type a "
                  "worst pain above 0.");
    }
    Q_UNREACHABLE();
}

QString placeNames(const std::vector<Place>& places, const Words& words)
{
    QStringList names;
    for (const Place& place : places) {
        names << words.place(place.region, place.side);
    }
    return names.join(QLatin1String(", "));
}

} // namespace

QString meaning(Meaning meaning)
{
    switch (meaning) {
    case Meaning::Ignore: return tr("not used");
    case Meaning::Begin: return tr("when it began");
    case Meaning::Date: return tr("the day");
    case Meaning::Time: return tr("the time of day");
    case Meaning::End: return tr("when it ended");
    case Meaning::EndTime: return tr("the time of day at which it ended");
    case Meaning::Length: return tr("how long it lasted");
    case Meaning::Pain: return tr("the pain");
    case Meaning::WorstPain: return tr("the worst pain");
    case Meaning::PainOrLength: return tr("the pain, or how long it lasted");
    case Meaning::PainWord: return tr("a word for the pain");
    case Meaning::Place: return tr("where it hurt");
    case Meaning::Side: return tr("on which side");
    case Meaning::Triggers: return tr("what set it off");
    case Meaning::Medicines: return tr("medicines taken");
    case Meaning::Dose: return tr("how much was taken");
    case Meaning::Relief: return tr("what was tried");
    case Meaning::Symptoms: return tr("symptoms");
    case Meaning::Note: return tr("a note");
    }
    Q_UNREACHABLE();
}

QString rowKind(RowKind kind)
{
    switch (kind) {
    case RowKind::Spasm: return tr("a spasm");
    case RowKind::Medicine: return tr("a medicine taken");
    case RowKind::LeftOut: return tr("left out");
    }
    Q_UNREACHABLE();
}

QString dateOrder(DateOrder order)
{
    switch (order) {
    case DateOrder::YearFirst: return tr("year first, as 2026-12-31");
    case DateOrder::DayFirst: return tr("day first, as 31.12.2026");
    case DateOrder::MonthFirst: return tr("month first, as 12/31/2026");
    case DateOrder::UnixSeconds: return tr("seconds since 1970");
    case DateOrder::UnixMilliseconds: return tr("milliseconds since 1970");
    }
    Q_UNREACHABLE();
}

QString encoding(TextEncoding encoding)
{
    switch (encoding) {
    case TextEncoding::Utf8: return QStringLiteral("UTF-8");
    case TextEncoding::Utf16Le: return QStringLiteral("UTF-16 LE");
    case TextEncoding::Utf16Be: return QStringLiteral("UTF-16 BE");
    case TextEncoding::Windows1252: return QStringLiteral("Windows-1252");
    }
    Q_UNREACHABLE();
}

QString separator(char separator)
{
    switch (separator) {
    case ',': return tr("comma");
    case ';': return tr("semicolon");
    case '\t': return tr("tab");
    case '|': return tr("upright line");
    default: return QString{QLatin1Char{separator}};
    }
}

QString foreignProblem(const ForeignProblem& problem)
{
    const QString fault = foreignFault(problem);
    const bool isOfOneLine = problem.line > 0 && problem.fault != ForeignFault::MixedDates;
    //: A line of a file, and what is wrong with it
    return isOfOneLine ? tr("Line %1: %2").arg(QString::number(problem.line), fault) : fault;
}

QStringList foreignProblems(const ForeignProblems& problems, std::size_t most)
{
    QStringList all;
    const std::size_t shown = std::min(most, problems.first().size());
    for (std::size_t i = 0; i < shown; ++i) {
        all << foreignProblem(problems.first()[i]);
    }
    addForeign(all, problems.count() - static_cast<std::int64_t>(shown),
               tr("And 1 more line that is wrong."), tr("And %1 more lines that are wrong."));
    return all;
}

QString foreignReading(const ForeignPreview& preview)
{
    const QString how = tr("Encoding: %1. Between the cells: %2. Dates: %3.")
                            .arg(encoding(preview.layout.encoding),
                                 separator(preview.layout.separator), dateOrder(preview.dateOrder));
    const QString zone =
        preview.mapping.zone
            ? tr("Times without a zone are those of %1.").arg(foreignText(*preview.mapping.zone))
            : tr("Times without a zone are those of this computer.");
    const QString program =
        preview.mapping.program.empty()
            ? tr("Read as a table by the names of its columns.")
            : tr("Read as a file of %1.").arg(foreignText(preview.mapping.program));
    return QStringList{program, how, zone}.join(QLatin1Char(' '));
}

QStringList foreignColumns(const ForeignPreview& preview)
{
    QStringList used;
    QStringList unused;
    for (const std::string& name : preview.layout.header) {
        const auto& columns = preview.mapping.columns;
        const auto found = std::find_if(columns.begin(), columns.end(), [&](const auto& mapped) {
            return foreignText(mapped.column).compare(foreignText(name), Qt::CaseInsensitive) == 0;
        });
        if (found != columns.end() && found->meaning != Meaning::Ignore) {
            //: The name of a column, and what it means
            used << tr("%1: %2").arg(foreignText(name), meaning(found->meaning));
        } else {
            unused << foreignText(name);
        }
    }
    used << foreignRules(preview.mapping);
    if (!unused.isEmpty()) {
        used << tr("Not used: %1").arg(unused.join(QLatin1String(", ")));
    }
    return used;
}

QStringList foreignRules(const ColumnMapping& mapping)
{
    QStringList all;
    for (const RowRule& rule : mapping.rules) {
        //: A kind of row, the column that tells it, the words that are looked for in it
        all << tr("%1: where %2 says %3")
                   .arg(rowKind(rule.kind), foreignText(rule.column), ruleWords(rule.words));
        if (!rule.butNot.empty()) {
            //: Words that make a row another one
            all << tr("but not with one of these beside: %1").arg(ruleWords(rule.butNot));
        }
    }
    return all;
}

QStringList foreignCounts(const ForeignPreview& preview)
{
    QStringList all;
    addForeign(all, preview.layout.titleLines,
               tr("The line above the names of the columns is passed over."),
               tr("The %1 lines above the names of the columns are passed over."));
    addForeign(all, preview.rows, tr("1 line can be taken."), tr("%1 lines can be taken."));
    addForeign(all, preview.bouts, tr("They tell of 1 stretch of pain."),
               tr("They tell of %1 stretches of pain."));
    addForeign(all, preview.episodes, tr("That is 1 spasm (less than 24 hours apart is one)."),
               tr("That is %1 spasms (less than 24 hours apart is one)."));
    addForeign(all, preview.painFreeDays, tr("1 day without pain."), tr("%1 days without pain."));
    addForeign(all, preview.withoutEnd, tr("1 does not say when it ended. It is kept as a moment."),
               tr("%1 do not say when they ended. They are kept as moments."));
    addForeign(all, preview.withoutTime, tr("1 line has no time of day. Noon is taken."),
               tr("%1 lines have no time of day. Noon is taken."));
    addForeign(all, preview.doubled,
               tr("1 time was shown twice by the clocks. The first is taken."),
               tr("%1 times were shown twice by the clocks. The first is taken."));
    addForeign(all, preview.rounded, tr("1 pain was rounded to a whole number."),
               tr("%1 pains were rounded to whole numbers."));
    addForeign(all, preview.repeated, tr("1 line says again what another says."),
               tr("%1 lines say again what others say."));
    addForeign(all, preview.notNeeded,
               tr("1 \"no pain\" stands on a day with pain, and is left out."),
               tr("%1 times \"no pain\" stands on a day with pain, and is left out."));
    addForeign(all, preview.leftOut, tr("1 line tells of something else, and is left out."),
               tr("%1 lines tell of something else, and are left out."));
    return all;
}

QStringList foreignLeftOut(const ForeignPreview& preview)
{
    QStringList all;
    for (const auto& [what, rows] : preview.takenBy) {
        //: What lines are about that are taken, and how many there are
        all << tr("taken: %1 (%2)").arg(shortened(what)).arg(rows);
    }
    std::int64_t unnamed = preview.leftOut;
    for (const auto& [what, rows] : preview.leftOutBy) {
        if (!what.empty()) {
            unnamed -= rows;
            //: What lines are about that are left out, and how many there are
            all << tr("left out: %1 (%2)").arg(shortened(what)).arg(rows);
        }
    }
    if (unnamed > 0 && unnamed < preview.leftOut) {
        all << tr("left out: others (%1)").arg(unnamed);
    }
    if (unnamed < preview.leftOut) {
        all << tr(
            "If one that is left out tells of pain in your back, name it on the command line: "
            "unclench import, with --rows.");
    }
    return all;
}

QString foreignRow(const ForeignRow& row, const Words& words, const Moment& now)
{
    QStringList parts;
    const QString begin = moment(row.begin, now);
    parts << (row.end && row.end->utc > row.begin.utc
                  //: From when to when it lasted
                  ? tr("%1 to %2").arg(begin, moment(*row.end, now))
                  : begin);
    if (row.pain) {
        parts << tr("pain %1").arg(*row.pain);
    }
    if (row.worst) {
        parts << tr("worst pain %1").arg(*row.worst);
    }
    if (!row.places.empty()) {
        parts << placeNames(row.places, words);
    }
    for (const std::string& trigger : row.triggers) {
        parts << words.label(Topic::Trigger, trigger);
    }
    for (const ForeignIntake& taken : row.medicines) {
        parts << foreignText(taken.name);
    }
    for (const std::string& method : row.relief) {
        parts << words.label(Topic::Relief, method);
    }
    for (const std::string& symptom : row.symptoms) {
        parts << words.label(Topic::Symptom, symptom);
    }
    if (!row.note.empty()) {
        parts << tr("with a note");
    }
    const QString told = parts.join(QLatin1String(", "));
    return row.variety.empty()
               ? tr("Line %1: %2").arg(QString::number(row.line), told)
               //: The number of a line, what it is about ("Back pain"), what it says
               : tr("Line %1, %2: %3").arg(QString::number(row.line), shortened(row.variety), told);
}

QStringList foreignBrings(const ImportPreview& preview, const ForeignRecords& made)
{
    QStringList all;
    addForeign(all, preview.fresh, tr("1 entry of the diary is new."),
               tr("%1 entries of the diary are new."));
    if (all.isEmpty()) {
        all << tr("Nothing in it is new.");
    }
    return all + foreignWithoutPlace(made);
}

QStringList foreignWithoutPlace(const ForeignRecords& made)
{
    QStringList lines;
    for (const std::int64_t line : made.linesWithoutPlace) {
        lines << QString::number(line);
    }
    const bool areAll = made.withoutPlace <= static_cast<std::int64_t>(lines.size());
    //: %1 how many lines there are, %2 their numbers
    const QString many = areAll ? tr("Notes and places of %1 lines have nowhere to stand in the "
                                     "diary, and are left out: lines %2.")
                                //: %1 how many lines there are, %2 the numbers of the first ten
                                : tr("Notes and places of %1 lines have nowhere to stand in the "
                                     "diary, and are left out: lines %2, and others behind them.");
    QStringList all;
    if (made.withoutPlace == 1) {
        all << tr("The note or place of 1 line has nowhere to stand in the diary, and is left out: "
                  "line %1.")
                   .arg(lines.join(QLatin1String(", ")));
    } else if (made.withoutPlace > 1) {
        all << many.arg(QLocale{}.toString(static_cast<qlonglong>(made.withoutPlace)),
                        lines.join(QLatin1String(", ")));
    }
    if (made.withoutPlace > 0) {
        all << tr("A day without pain and a medicine hold no such words. To keep them, give the "
                  "line a pain above 0 in the file.");
    }
    return all;
}

QString foreignBrokenLeftOut(std::int64_t lines)
{
    QStringList all;
    addForeign(all, lines, tr("1 broken line was left out."), tr("%1 broken lines were left out."));
    return all.join(QLatin1Char(' '));
}

QString paperLine(const PaperLine& line)
{
    const QDate date =
        QDate::fromJulianDay(line.day.time_since_epoch().count() + kForeignJulian1970);
    const auto time = [](std::chrono::minutes minutes) {
        return minuteOfDay(static_cast<int>(minutes.count()));
    };
    QStringList parts{QLocale{}.toString(date, QStringLiteral("ddd d MMM yyyy"))};
    if (line.from && line.to) {
        //: From when to when it lasted
        parts << (*line.to < *line.from
                      ? tr("%1 to %2 of the next day").arg(time(*line.from), time(*line.to))
                      : tr("%1 to %2").arg(time(*line.from), time(*line.to)));
    } else if (line.from) {
        parts << tr("from %1, when it ended is not told").arg(time(*line.from));
    } else if (line.to) {
        parts << tr("until %1").arg(time(*line.to));
    }
    if (line.worst) {
        const bool isFree = *line.worst == 0 && !line.from && !line.to;
        parts << (isFree ? tr("no pain") : tr("worst pain %1").arg(*line.worst));
    }
    return parts.join(QLatin1String(", "));
}

QStringList stoodBack(const StoodBack& stoodBack, bool bringsBack)
{
    QStringList all;
    addForeign(all, stoodBack.kept, tr("1 entry is here already, and stays as it is here."),
               tr("%1 entries are here already, and stay as they are here."));
    if (bringsBack) {
        addForeign(all, stoodBack.deleted, tr("1 entry that you deleted comes back."),
                   tr("%1 entries that you deleted come back."));
    } else {
        addForeign(all, stoodBack.deleted, tr("1 entry was deleted here, and stays deleted."),
                   tr("%1 entries were deleted here, and stay deleted."));
    }
    return all;
}

} // namespace unclench::ui::wording
