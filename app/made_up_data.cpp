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
