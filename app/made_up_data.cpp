// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/made_up_data.h"

namespace unclench::app {

namespace {

using namespace std::chrono_literals;

/// 14 November 2026, 09:40 UTC.
Moment madeUpNow()
{
    return {std::chrono::sys_days{2026y / 11 / 14} + 9h + 40min, 0min};
}

BackupContents madeUpContents(int episodes, std::chrono::milliseconds ago)
{
    BackupContents contents;
    contents.version = 1;
    contents.machine = "0123456789ab";
    contents.episodes = episodes;
    contents.readings = episodes * 7;
    contents.first = madeUpNow() - std::chrono::days{420};
    contents.last = madeUpNow() - ago;
    return contents;
}

ui::BackupView madeUpBackup(BackupKind kind, std::chrono::milliseconds ago, int episodes)
{
    const Moment made = madeUpNow() - ago;
    return {{"/home/ada/.local/share/unclench/copies/" + std::to_string(ago.count()) + ".db", kind,
             made.utc, 2'400'000},
            madeUpContents(episodes, ago)};
}

Snapshot madeUpSnapshot(const char* machine, int episodes, bool isMine)
{
    Snapshot snapshot;
    snapshot.machine = machine;
    snapshot.file =
        std::filesystem::path{"/home/ada/Sync/diary"} / ("unclench-" + snapshot.machine + ".db");
    snapshot.isMine = isMine;
    snapshot.holds = madeUpContents(episodes, 5h);
    if (isMine) {
        snapshot.taken = (madeUpNow() - 3h).utc;
    }
    return snapshot;
}

ui::ExportPart madeUpPart(const char* id, const char* label)
{
    return {QString::fromUtf8(id), QString::fromUtf8(label)};
}

} // namespace

ui::DataView noData()
{
    ui::DataView view;
    view.now = madeUpNow();
    view.diary = BackupContents{};
    view.exportParts = {madeUpPart("spasms", "Spasms and pain"),
                        madeUpPart("medicines", "Medicines"),
                        madeUpPart("warnings", "Warning signs"),
                        madeUpPart("visits", "Visits, and what a doctor asks")};
    view.forgetWord = QStringLiteral("forget");
    view.deleted = {QStringLiteral("your diary, with everything that you told"),
                    QStringLiteral("its backups on this computer")};
    view.unreachable = {QStringLiteral("exports, and pages for the doctor that you saved"),
                        QStringLiteral("the diaries of other computers")};
    return view;
}

ui::DataView someData()
{
    ui::DataView view = noData();
    view.diary = madeUpContents(41, 2h);
    view.backups = {madeUpBackup(BackupKind::Daily, 1h, 41),
                    madeUpBackup(BackupKind::BeforeImport, 30h, 40),
                    madeUpBackup(BackupKind::Daily, std::chrono::days{2}, 40),
                    madeUpBackup(BackupKind::BeforeRestore, std::chrono::days{9}, 38),
                    madeUpBackup(BackupKind::Daily, std::chrono::days{30}, 35)};
    view.backups[1].holds->highestOpen = Level::Emergency;
    view.backups[3].holds.reset();
    view.elsewhere = KeptElsewhere{"/media/ada/stick", (madeUpNow() - std::chrono::days{6}).utc,
                                   TargetFault::NotThere};
    return view;
}

ui::DataView dataToRestore()
{
    ui::DataView view = someData();
    view.chosenFile = ui::ChosenFileView{"/media/ada/stick/unclench-2026-11-01.db",
                                         false,
                                         {},
                                         madeUpContents(37, std::chrono::days{13})};
    return view;
}

ui::DataView lockedData()
{
    ui::DataView view = someData();
    view.chosenFile =
        ui::ChosenFileView{"/media/ada/stick/unclench-2026-11-01.unclench-sealed",
                           true,
                           QStringLiteral("That is not its passphrase, and not its recovery key. "
                                          "Try again."),
                           {}};
    return view;
}

ui::DataView sealedData()
{
    ui::DataView view = someData();
    view.recoveryKey = {
        QStringLiteral("ABCD EFGH JKMN PQRS"), QStringLiteral("TVWX YZ01 2345 6789"),
        QStringLiteral("9876 5432 10ZY XWVT"), QStringLiteral("SRQP NMKJ HGFE DCBA")};
    return view;
}

ui::DataView sharedData()
{
    ui::DataView view = someData();
    SharedFolder shared;
    shared.folder = "/home/ada/Sync/diary";
    shared.machine = "0123456789ab";
    shared.last = (madeUpNow() - 3h).utc;
    Snapshot copy = madeUpSnapshot("fedcba987654", 40, true);
    copy.file =
        "/home/ada/Sync/diary/unclench-fedcba987654.sync-conflict-20261101-080000-ABCDEFG.db";
    copy.isConflict = true;
    Snapshot ahead = madeUpSnapshot("00112233aabb", 12, true);
    ahead.latest = (madeUpNow() + std::chrono::days{365}).utc;
    shared.snapshots = {madeUpSnapshot("fedcba987654", 41, true), copy, ahead,
                        madeUpSnapshot("a0b1c2d3e4f5", 3, false)};
    shared.others = {"/home/ada/Sync/diary/budget.db"};
    view.shared = shared;
    return view;
}

ui::DataView dataToShare()
{
    ui::DataView view = someData();
    view.sharedQuestion = SharedQuestion{
        "/home/ada/Sync/diary",
        {madeUpSnapshot("fedcba987654", 41, false), madeUpSnapshot("a0b1c2d3e4f5", 3, false)}};
    return view;
}

ui::DataView dataToImport()
{
    ui::DataView view = someData();
    view.import = ui::ImportView{QStringLiteral("unclench-export-2026-11-01.json"),
                                 {QStringLiteral("37 spasms"), QStringLiteral("259 pain numbers"),
                                  QStringLiteral("812 other entries")},
                                 {QStringLiteral("10 entries are new."),
                                  QStringLiteral("1,098 are here already, word for word.")},
                                 {}};
    return view;
}

ui::DataView faultyImport()
{
    ui::DataView view = someData();
    view.import =
        ui::ImportView{QStringLiteral("unclench-export-2026-11-01"),
                       {QStringLiteral("37 spasms")},
                       {},
                       {QStringLiteral("reading, line 12: \"pain\" cannot be \"eleven\"."),
                        QStringLiteral("reading, line 40: The value of \"at\" cannot be "
                                       "read.")}};
    return view;
}

ui::ForeignView foreignFile()
{
    ui::ForeignView view;
    view.name = QStringLiteral("headi-export-2026-11-01.csv");
    view.readings = {{QStringLiteral("preset:headi"), QStringLiteral("Headi")},
                     {QStringLiteral("preset:bearable"), QStringLiteral("Bearable")},
                     {QStringLiteral("saved:My table"), QStringLiteral("Saved: My table")}};
    view.zones = {QStringLiteral("America/Argentina/ComodRivadavia"),
                  QStringLiteral("Europe/Berlin"), QStringLiteral("UTC")};
    ForeignPreview found;
    found.mapping.id = "headi";
    found.mapping.program = "Headi";
    found.mapping.columns = {{"pain", Meaning::Note},
                             {"start_date", Meaning::Begin},
                             {"end_date", Meaning::End},
                             {"strength", Meaning::Pain},
                             {"medication", Meaning::Medicines}};
    found.mapping.rules = {{"pain", {"back", "spine"}, RowKind::Spasm}};
    found.layout.header = {"_id", "pain", "start_date", "end_date", "strength", "medication"};
    found.dateOrder = DateOrder::UnixMilliseconds;
    found.rows = 214;
    found.bouts = 214;
    found.episodes = 61;
    found.rounded = 3;
    found.leftOut = 12;
    found.leftOutBy = {{"Migraine", 12}};
    found.now = madeUpNow();
    found.plan = std::make_shared<const ForeignPlan>("headi", Vocabulary::builtIn());
    view.found = found;
    view.cells = {
        {"1", "Back", "1767596400000", "1767603600000", "6", "Ibuprofen"},
        {"2", "Back, after the long drive home", "1767942000000", "1767943800000", "3", ""}};
    view.rows = {QStringLiteral("Line 2: Mon 5 Jan 08:00 to 10:00, pain 6, Ibuprofen"),
                 QStringLiteral("Line 3: Fri 9 Jan 08:00 to 08:30, pain 3, with a note")};
    view.effects = {QStringLiteral("640 entries of the diary are new.")};
    view.stoodBack = {.kept = 0, .deleted = 4};
    view.canBeTaken = true;
    return view;
}

ui::ForeignView brokenForeignFile()
{
    ui::ForeignView view = foreignFile();
    view.found->problems.add({.fault = ForeignFault::UnreadablePain, .line = 17, .given = "bad"});
    view.found->problems.add({.fault = ForeignFault::WrongWidth, .line = 40, .given = "3"});
    view.effects.clear();
    view.stoodBack = {};
    view.canBeTaken = false;
    return view;
}

ui::ForeignView unknownForeignFile()
{
    ui::ForeignView view = foreignFile();
    ForeignPreview found;
    found.layout.separator = ';';
    found.layout.header = {"Was", "Wie lange"};
    found.problems.add({.fault = ForeignFault::UnknownLayout});
    found.now = madeUpNow();
    view.name = QStringLiteral("table.csv");
    view.found = found;
    view.cells = {{"Rücken", "2 h"}, {"Nacken", "30 min"}};
    view.rows.clear();
    view.effects.clear();
    view.stoodBack = {};
    view.canBeTaken = false;
    return view;
}

std::vector<std::pair<QString, QString>> madeUpPaper()
{
    return {{QStringLiteral("paperDay_1"), QStringLiteral("2026-03-02")},
            {QStringLiteral("paperFrom_1"), QStringLiteral("8:00")},
            {QStringLiteral("paperTo_1"), QStringLiteral("10:30")},
            {QStringLiteral("paperWorst_1"), QStringLiteral("7")},
            {QStringLiteral("paperNote_1"), QStringLiteral("after the garden")},
            {QStringLiteral("paperDay_2"), QStringLiteral("2026-03-05")},
            {QStringLiteral("paperWorst_2"), QStringLiteral("12")}};
}

ui::PaperJudge madeUpPaperJudge()
{
    constexpr std::chrono::local_days kToday{2026y / 12 / 31};
    static constexpr UtcTime kAfterToday{std::chrono::sys_days{2027y / 1 / 1}};
    return {
        .faultOf =
            [=](const PaperLine& line) {
                return line.day > kToday ? std::optional{ForeignFault::InTheFuture} : std::nullopt;
            },
        .today = [=] { return kToday; },
        .faultsOf =
            [](const std::vector<PaperLine>& lines) {
                const auto read = recordsOfPaper(lines, Zone::fixed({}), Moment{kAfterToday, {}},
                                                 "0123456789ab", Vocabulary::builtIn());
                const auto* problems = std::get_if<std::vector<ForeignProblem>>(&read);
                return problems == nullptr ? std::vector<ForeignProblem>{} : *problems;
            }};
}

ui::DataView checkedData()
{
    ui::DataView view = someData();
    view.check = ui::CheckView{
        {{QStringLiteral("The file is broken: row 12 is missing from an index."),
          QStringLiteral("Go back to the newest good backup, or save what can be read.")},
         {QStringLiteral("Pain numbers: 2 belong to a spasm that is not there."),
          QStringLiteral("Nothing needs doing: they are left out of what is counted.")}},
        true};
    return view;
}

ui::TroubleView damagedDiary()
{
    ui::TroubleView view;
    view.sentence = QStringLiteral("The diary in /home/ada/.local/share/unclench is damaged. "
                                   "Nothing was changed in it.");
    view.now = madeUpNow();
    const ui::BackupView backup = madeUpBackup(BackupKind::Daily, 20h, 40);
    view.backup = backup.backup;
    view.holds = backup.holds;
    view.isReadable = true;
    return view;
}

QStringList forgottenSentences()
{
    return {QStringLiteral("24 files were deleted: the diary, its copies and what belongs to it. "
                           "They cannot come back."),
            QStringLiteral("Backups may lie in /media/ada/stick. Delete them there."),
            QStringLiteral("What Unclench cannot reach: files that you exported or printed, "
                           "backups that you put elsewhere, and diaries on other computers.")};
}

} // namespace unclench::app
