// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/sharing.h"

#include "core/engine/engine.h"
#include "core/engine/pictures.h"
#include "core/store/backup_elsewhere.h"
#include "core/store/backups.h"
#include "core/store/file_error.h"
#include "core/store/machine_settings.h"
#include "core/store/new_file.h"
#include "core/store/own_file.h"
#include "core/store/shared_folder.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace unclench {

namespace {

namespace fs = std::filesystem;

/// What is wrong with a snapshot, as far as opening it tells.
SnapshotFault snapshotFaultOf(StorageFault fault)
{
    switch (fault) {
    case StorageFault::Newer: return SnapshotFault::Newer;
    case StorageFault::Damaged:
    case StorageFault::Locked: return SnapshotFault::Unfinished;
    case StorageFault::Gone:
    case StorageFault::CannotOpen:
    case StorageFault::Full:
    case StorageFault::ReadOnly:
    case StorageFault::Io: break;
    }
    return SnapshotFault::Unreadable;
}

/// Two computers whose clocks differ by days never agree on what the rules find, and each raises
/// what the other ended. What follows from that alone is carried this often in a day.
constexpr int kMostEchoes = 3;
constexpr std::chrono::hours kEchoesCounted{24};

/// Whether it stays so until the file changes.
bool isLastingFault(SnapshotFault fault)
{
    return fault == SnapshotFault::Unfinished || fault == SnapshotFault::NotOurs;
}

void addCounts(MergeCounts& counts, const MergeCounts& more)
{
    counts.added += more.added;
    counts.replaced += more.replaced;
    counts.alike += more.alike;
    counts.older += more.older;
    counts.overlaps += more.overlaps;
    counts.fromFuture += more.fromFuture;
}

/// One look into the folder, from its beginning to its end.
class Exchange {
public:
    Exchange(Engine& engine, fs::path folder, const Progress& progress)
        : m_engine(engine), m_database(engine.database()), m_folder(std::move(folder)),
          m_progress(progress), m_mine(sharedMachines(m_database)),
          m_before(sharedMemory(m_database)), m_memory(m_before)
    {
    }

    Exchanged run()
    {
        tell(m_progress, 0);
        const auto look = lookIntoShared(m_folder);
        if (const auto* fault = std::get_if<TargetFault>(&look)) {
            m_memory.fault = *fault;
        } else {
            m_memory.fault.reset();
            m_memory.seen.clear();
            m_memory.others.clear();
            takeAll(std::get<FolderLook>(look));
            send();
        }
        if (m_isCarried) {
            m_memory.last = now();
        }
        rememberShared(m_database, m_folder, m_memory);
        tell(m_progress, 1);
        if (auto state = sharedFolder(m_database)) {
            m_exchanged.state = std::move(*state);
        }
        return m_exchanged;
    }

    /// Only the one direction.
    void sendAlone()
    {
        const auto there = traceOf(m_folder / snapshotName(m_database.machine()));
        if (there && there != m_before.sent) {
            return; // it must be read first
        }
        send();
        if (m_isCarried) {
            m_memory.last = now();
            m_memory.fault.reset();
        }
        rememberShared(m_database, m_folder, m_memory);
    }

private:
    [[nodiscard]] UtcTime now() const { return m_engine.now().wall.utc; }
    [[nodiscard]] bool isOwn(const SnapshotFile& file) const
    {
        return file.machine == m_database.machine();
    }

    void takeAll(const FolderLook& look)
    {
        for (const fs::path& other : look.others) {
            m_memory.others.push_back(other.filename());
        }
        for (const SnapshotFile& file : look.snapshots) {
            if (isOwn(file) && !file.isConflict) {
                lookAtOwn(file);
                continue;
            }
            SharedMemory::Seen seen = seenBefore(file);
            if (isOwn(file) || m_mine.contains(file.machine)) {
                if (seen.read != file.trace) {
                    static_cast<void>(take(file, seen));
                }
            } else {
                seen.read.reset(); // it comes in once somebody says that it may
                seen.snapshot.fault.reset();
            }
            m_memory.seen.push_back(std::move(seen));
        }
    }

    [[nodiscard]] SharedMemory::Seen seenBefore(const SnapshotFile& file) const
    {
        const fs::path name = file.file.filename();
        const auto seen = std::find_if(
            m_before.seen.begin(), m_before.seen.end(),
            [&](const SharedMemory::Seen& each) { return each.snapshot.file == name; });
        if (seen != m_before.seen.end()) {
            return *seen;
        }
        SharedMemory::Seen fresh;
        fresh.snapshot.file = name;
        fresh.snapshot.machine = file.machine;
        fresh.snapshot.isConflict = file.isConflict;
        return fresh;
    }

    /// Somebody else wrote it: an older one came back, or another computer has the same name. What
    /// is in it is not lost for that.
    void lookAtOwn(const SnapshotFile& file)
    {
        if (m_before.sent == file.trace) {
            return;
        }
        m_memory.sent.reset();
        SharedMemory::Seen seen = seenBefore(file);
        const MergeCounts before = m_exchanged.counts;
        m_memory.sentDigest = take(file, seen);
        if (!seen.snapshot.fault) {
            m_memory.sent = file.trace;
            // Only what this computer never wrote tells of another one.
            m_memory.hasTwin =
                m_memory.hasTwin || (!m_before.sentDigest.all.empty() &&
                                     m_exchanged.counts.added + m_exchanged.counts.replaced >
                                         before.added + before.replaced);
        }
    }

    /// Returns the digest of what it holds; empty where it was not taken in.
    ContentDigest take(const SnapshotFile& file, SharedMemory::Seen& seen)
    {
        const auto fail = [&](SnapshotFault fault) {
            seen.snapshot.fault = fault;
            seen.read = isLastingFault(fault) ? std::optional{file.trace} : std::nullopt;
            return ContentDigest{};
        };
        std::unique_ptr<Database> other;
        try {
            other = Database::copyInMemory(file.file);
        } catch (const StorageError& error) {
            return fail(snapshotFaultOf(error.fault()));
        }
        if (other->machine() != file.machine) {
            return fail(SnapshotFault::NotOurs);
        }
        const ContentDigest digest = contentDigest(*other);
        try {
            // Before the records that name them; one that nothing names yet does no harm.
            onOwnFiles([&] {
                copyPictures(*other, picturesOf(m_folder / snapshotName(file.machine)),
                             picturesFolder(m_database));
            });
            const Merged merged = m_engine.merge(*other, MergeReason::Share, m_progress);
            addCounts(m_exchanged.counts, merged);
            m_isCarried = m_isCarried || !merged.isNothingNew();
        } catch (const FileError&) {
            return fail(SnapshotFault::Unfinished); // whole as a file, but not as a diary
        }
        seen.snapshot.fault.reset();
        seen.snapshot.taken = now();
        seen.snapshot.latest = latestWritten(*other, file.machine);
        seen.read = file.trace;
        return digest;
    }

    /// Whether what was written last is not what is to be known elsewhere.
    [[nodiscard]] bool isDue(const ContentDigest& digest)
    {
        if (m_memory.sentDigest.told != digest.told) {
            m_memory.echoes = 0;
            return true;
        }
        if (m_memory.sentDigest.all == digest.all) {
            return false;
        }
        const auto age = now() - m_memory.echoesSince;
        if (m_memory.echoes == 0 || age < std::chrono::milliseconds{0} || age >= kEchoesCounted) {
            m_memory.echoes = 0;
            m_memory.echoesSince = now();
        }
        if (m_memory.echoes >= kMostEchoes) {
            return false;
        }
        ++m_memory.echoes;
        return true;
    }

    /// Where something changed since it was written last, or it is not there.
    void send()
    {
        const auto there = traceOf(m_folder / snapshotName(m_database.machine()));
        const ContentDigest digest = contentDigest(m_database);
        if (there && m_memory.sent == there && !isDue(digest)) {
            return;
        }
        const auto written = writeSnapshot(m_database, m_folder, m_progress);
        if (const auto* refusal = std::get_if<TargetRefusal>(&written)) {
            m_memory.fault = refusal->fault;
            return;
        }
        m_memory.sent = std::get<FileTrace>(written);
        m_memory.sentDigest = digest;
        m_exchanged.isSent = true;
        m_isCarried = true;
    }

    Engine& m_engine;
    Database& m_database;
    fs::path m_folder;
    const Progress& m_progress;
    std::set<std::string> m_mine;
    SharedMemory m_before;
    SharedMemory m_memory;
    Exchanged m_exchanged;
    bool m_isCarried = false;
};

/// Those in `folder` of which the person has said nothing yet.
std::vector<Snapshot> unknownIn(Database& database, const FolderLook& look)
{
    const std::set<std::string> mine = sharedMachines(database);
    std::vector<Snapshot> unknown;
    for (const SnapshotFile& file : look.snapshots) {
        if (file.machine != database.machine() && !mine.contains(file.machine) &&
            !file.isConflict) {
            Snapshot snapshot;
            snapshot.file = file.file;
            snapshot.machine = file.machine;
            unknown.push_back(std::move(snapshot));
        }
    }
    readContents(unknown);
    return unknown;
}

void setSharedFolder(Database& database, const std::optional<std::string>& folder)
{
    Transaction transaction{database};
    setMachineSetting(database, MachineSetting::SharedFolder, folder);
    setMachineSetting(database, MachineSetting::SharedState, std::nullopt);
    transaction.commit();
}

} // namespace

std::optional<Exchanged> exchangeShared(Engine& engine, const Progress& progress)
{
    Database& database = engine.database();
    const auto folder = sharedFolderOf(database);
    if (!folder || database.file().empty() || database.isReadOnly()) {
        return std::nullopt;
    }
    return Exchange{engine, *folder, progress}.run();
}

void sendShared(Engine& engine)
{
    Database& database = engine.database();
    const auto folder = sharedFolderOf(database);
    if (folder && !database.file().empty() && !database.isReadOnly()) {
        Exchange{engine, *folder, {}}.sendAlone();
    }
}

ShareStarted startSharing(Engine& engine,
                          const fs::path& folder,
                          const std::optional<std::set<std::string>>& mine,
                          const Progress& progress)
{
    Database& database = engine.database();
    // Without a slash at the end, so that its name is its own.
    const fs::path whole = (fs::absolute(folder) / "").lexically_normal().parent_path();
    const auto look = lookIntoShared(whole);
    if (const auto* fault = std::get_if<TargetFault>(&look)) {
        return TargetRefusal{*fault, whole};
    }
    if (liesInDataFolder(database, whole)) {
        return TargetRefusal{TargetFault::BesideDiary, whole};
    }
    const std::vector<Snapshot> unknown = unknownIn(database, std::get<FolderLook>(look));
    if (!unknown.empty() && !mine) {
        return SharedQuestion{whole, unknown};
    }
    const fs::path name = whole / snapshotName(database.machine());
    try {
        // Whether anything can be written is known before anything comes in.
        const NewFile probe{name, NewName::NotCarried};
    } catch (const FileError& error) {
        return targetRefusalOf(error, name);
    }
    for (const Snapshot& snapshot : unknown) {
        claimMachine(engine, snapshot.machine, mine->contains(snapshot.machine));
    }
    const auto before = machineSetting(database, MachineSetting::SharedFolder);
    setSharedFolder(database, whole.string());
    Exchanged exchanged = Exchange{engine, whole, progress}.run();
    if (exchanged.state.fault) {
        setSharedFolder(database, before);
        return TargetRefusal{*exchanged.state.fault, name};
    }
    return exchanged;
}

void stopSharing(Engine& engine)
{
    setSharedFolder(engine.database(), std::nullopt);
}

void claimMachine(Engine& engine, const std::string& machine, bool isMine)
{
    Transaction transaction{engine.database()};
    setSharedMachine(engine.database(), machine, isMine);
    transaction.commit();
}

} // namespace unclench
