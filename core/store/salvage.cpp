// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/salvage.h"

#include "core/store/checked_copy.h"
#include "core/store/copies.h"
#include "core/store/damaged_file.h"
#include "core/store/file_image.h"
#include "core/store/files.h"
#include "core/store/index_rows.h"
#include "core/store/leaf_rows.h"
#include "core/store/made_up.h"
#include "core/store/merge.h"
#include "core/store/new_file.h"
#include "core/store/own_file.h"
#include "core/store/record_table.h"
#include "core/store/replace_damaged.h"
#include "core/store/rescued.h"
#include "core/store/schema.h"
#include "core/store/wholeness.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <unordered_map>
#include <utility>

namespace unclench {

namespace {

namespace fs = std::filesystem;

/// A version further ahead than this is no newer program's, but a damaged number.
constexpr std::uint32_t kPlausibleAhead = 100;

/// Which tables to look for. Throws Newer where the file is no damaged one.
int versionOf(const FileImage& image, DamagedFile& file)
{
    const auto known = static_cast<std::uint32_t>(schemaVersion());
    if (image.isOurs && image.version > known && image.version <= known + kPlausibleAhead &&
        !isVersionDamaged(image.version, file.schema())) {
        throw StorageError{
            StorageFault::Newer, "salvage",
            fmt::format("file has version {}, this program knows {}", image.version, known)};
    }
    const auto told =
        static_cast<int>(image.version >= 1 && image.version <= known ? image.version : known);
    // A damaged number does not fit to tables of a later version.
    const auto made = Database::inMemoryAt(told);
    bool isLater = false;
    forEachKind([&]<class Record>(const Record&) {
        const std::string name{toId(kKindOf<Record>)};
        isLater = isLater || (!file.columns(name).empty() &&
                              made->number("SELECT count(*) FROM sqlite_master WHERE type = 'table'"
                                           " AND name = ?",
                                           name) == 0);
    });
    return isLater ? schemaVersion() : told;
}

/// Gathers what one damaged file still says.
class Salvaging {
public:
    Salvaging(const FileImage& image, Progress progress)
        : m_image(image), m_progress(std::move(progress)), m_file(image.bytes),
          m_rescued(versionOf(image, m_file)),
          m_areIndexesOff(checkImage(image.bytes).state == FileState::IndexesOff),
          m_mayMissMore(image.isLogDamaged)
    {
    }

    Rescued& rescued() { return m_rescued; }
    [[nodiscard]] bool mayMissMore() const { return m_mayMissMore; }
    /// Each table is sound by itself; an index does not say the same.
    [[nodiscard]] bool areIndexesOff() const { return m_areIndexesOff; }

    void run()
    {
        const bool isSound = m_file.isSound() && !m_image.isLogDamaged;
        takeTables();
        tell(m_progress, 0.4);
        if (!isSound || m_isAnyOff) {
            takePages(m_image.bytes);
            if (m_image.bytesBeyondDamage) {
                takePages(*m_image.bytesBeyondDamage);
            }
            tell(m_progress, 0.7);
            takeIndexed();
        }
        m_rescued.finish();
        tell(m_progress, 1);
    }

private:
    void takeTables()
    {
        takePlain("meta", {"key", "value"}, &Rescued::takeMeta);
        takePlain("erased", {"id", "kind", "created_utc_ms", "deleted_utc_ms", "erased_utc_ms"},
                  &Rescued::takeErased);
        takePlain("change_log",
                  {"number", "kind", "record_id", "replaced_utc_ms", "machine", "old"},
                  &Rescued::takeOldVersion);
        forEachKind([&]<class Record>(const Record&) { takeTable(kKindOf<Record>); });
    }

    void takePlain(const std::string& table,
                   const std::vector<std::string>& columns,
                   bool (Rescued::*take)(const RawRow&))
    {
        const bool isAll =
            m_file.eachPlain(table, columns, [&](const RawRow& row) { (m_rescued.*take)(row); });
        m_isAnyOff = m_isAnyOff || !isAll;
        m_mayMissMore = m_mayMissMore || !isAll;
    }

    void takeTable(RecordKind kind)
    {
        RescuedTable& table = m_rescued.table(kind);
        if (table.columns.empty()) {
            return; // the version of the file did not have it
        }
        const std::string name{toId(kind)};
        const auto columns = m_file.columns(name);
        // Their places say which columns they are; a damaged letter may have renamed one.
        std::vector<std::string> names = columns;
        if (columns.size() == table.columns.size()) {
            std::transform(table.columns.begin(), table.columns.end(), names.begin(),
                           [](const RescuedTable::Column& column) { return column.name; });
        }
        std::unordered_map<std::int64_t, RawRow> rows;
        const auto take = [&](const RawRow& row) {
            m_rescued.take(kind, names, row);
            if (m_areIndexesOff) {
                rows.emplace(row.rowid, row);
            }
        };
        const bool isAll = !columns.empty() && m_file.eachRow(name, columns, take);
        // An index says which rows there are; each can still be asked for by its number.
        std::set<std::int64_t> others;
        for (const DamagedFile::Index& index : m_file.indexes(name)) {
            const bool isOfIds = index.columns == std::vector<std::string>{"id"};
            std::vector<std::size_t> places;
            for (const std::string& column : index.columns) {
                places.push_back(static_cast<std::size_t>(
                    std::find(columns.begin(), columns.end(), column) - columns.begin()));
            }
            m_file.eachEntry(name, index, [&](const RawRow& entry) {
                const auto taken = table.takenRows.find(entry.rowid);
                if (taken == table.takenRows.end()) {
                    others.insert(entry.rowid);
                    return;
                }
                const auto* id = std::get_if<std::string>(&entry.values[0]);
                const auto row = rows.find(entry.rowid);
                if ((isOfIds && (id == nullptr || *id != taken->second)) ||
                    (row != rows.end() && !isSame(row->second, places, entry))) {
                    // One of the two is damaged, and nobody can say which.
                    table.inPart.insert(taken->second);
                }
            });
        }
        for (const std::int64_t rowid : others) {
            m_file.rowAt(name, columns, rowid, take);
        }
        if (!isAll) {
            m_partTables.insert(kind);
        }
        m_isAnyOff = m_isAnyOff || !isAll || !table.refused.empty() || !others.empty();
    }

    static bool
    isSame(const RawRow& row, const std::vector<std::size_t>& places, const RawRow& entry)
    {
        bool isSame = entry.values.size() >= places.size();
        for (std::size_t i = 0; isSame && i < places.size(); ++i) {
            isSame = places[i] < row.values.size() && row.values[places[i]] == entry.values[i];
        }
        return isSame;
    }

    void takePages(std::string_view bytes)
    {
        eachLeafRow(bytes, m_image.pageSize, [&](bool isTable, const RawRow& row) {
            if (isTable) {
                if (!m_rescued.takeUnknown(row)) {
                    m_rescued.takeOldVersion(row);
                }
            } else if (!m_rescued.takeErased(row)) {
                m_rescued.takeMeta(row);
            }
        });
    }

    void takeIndexed()
    {
        KeptNotes notes;
        m_file.eachPlain("note_text", {"record_id", "text"}, [&](const RawRow& row) {
            const auto* id = std::get_if<std::string>(&row.values[0]);
            const auto* text = std::get_if<std::string>(&row.values[1]);
            if (id != nullptr && text != nullptr) {
                notes.emplace(*id, *text);
            }
        });
        std::map<std::int64_t, std::int64_t> offsets;
        for (const char* source : {"SELECT begin_utc_ms, begin_offset_min FROM bout",
                                   "SELECT at_utc_ms, at_offset_min FROM reading"}) {
            m_rescued.database().each(source, [&](SQLite::Statement& row) {
                offsets.emplace(row.getColumn(0).getInt64(), row.getColumn(1).getInt64());
            });
        }
        forEachKind([&]<class Record>(const Record&) {
            constexpr RecordKind kKind = kKindOf<Record>;
            if (m_rescued.table(kKind).columns.empty()) {
                return;
            }
            const bool knowsAll = takeFromIndexes(m_file, kKind, notes, offsets, m_rescued);
            m_mayMissMore = m_mayMissMore || (m_partTables.contains(kKind) && !knowsAll);
        });
    }

    const FileImage& m_image;
    Progress m_progress;
    DamagedFile m_file;
    Rescued m_rescued;
    std::set<RecordKind> m_partTables;
    bool m_isAnyOff = false;
    bool m_areIndexesOff;
    bool m_mayMissMore;
};

using IdsByKind = std::map<RecordKind, std::set<std::string>>;

/// What a copy says of a record of which the damaged file knows some values and no date. Whether it
/// was deleted is one of these values, and newer than the copy.
template <class Record>
Record datedBy(const Record& there, const Record& here)
{
    Record dated = there;
    if (here.stamp.deleted != there.stamp.deleted) {
        dated.stamp.deleted = here.stamp.deleted;
        dated.stamp.updated = std::max(there.stamp.updated + std::chrono::milliseconds{1},
                                       here.stamp.deleted.value_or(there.stamp.updated));
    }
    return dated;
}

/// The same version of a record is better in a checked copy than in a damaged file. Returns which
/// were exchanged.
IdsByKind preferCopy(Database& diary, Rescued& rescued, Database& copy)
{
    IdsByKind exchanged;
    forEachKind([&]<class Record>(const Record&) {
        RecordTable<Record> own{diary};
        auto& inPart = rescued.table(kKindOf<Record>).inPart;
        const auto& undated = rescued.table(kKindOf<Record>).undated;
        RecordTable<Record>{copy}.each("", [&](const Record& there) {
            const auto here = own.find(there.stamp.id);
            if (!here) {
                return;
            }
            if (*here == there) {
                inPart.erase(there.stamp.id.text()); // so it is as it was
                return;
            }
            const bool isSame = here->stamp.updated == there.stamp.updated &&
                                here->stamp.machine == there.stamp.machine;
            const bool isBetter = inPart.contains(there.stamp.id.text()) &&
                                  here->stamp.updated <= there.stamp.updated;
            const bool isUndated = undated.contains(there.stamp.id.text());
            if (isUndated || isSame || isBetter) {
                own.update(isUndated ? datedBy(there, *here) : there);
                exchanged[kKindOf<Record>].insert(there.stamp.id.text());
            }
        });
    });
    return exchanged;
}

/// Fills in from the newest copy that can be used. Absent: none can.
std::optional<fs::path>
fillFromCopies(const fs::path& folder, Rescued& rescued, UtcTime now, IdsByKind& fromCopy)
{
    Database& diary = rescued.database();
    for (const fs::path& file : copiesIn(folder)) {
        try {
            if (!passesCheck(file, CheckDepth::Full)) {
                continue;
            }
            const auto copy = Database::copyInMemory(file);
            IdsByKind ids;
            const auto note = [&](const AnyRecord& record) {
                ids[kindOf(record)].insert(stampOf(record).id.text());
            };
            Transaction transaction{diary};
            ids = preferCopy(diary, rescued, *copy);
            mergeInto(diary, *copy, now,
                      {.added = note,
                       .replaced = [&](const AnyRecord&, const AnyRecord& after) { note(after); },
                       .dropped = {}},
                      {});
            if (!rescued.knowsMachine()) {
                diary.run("DELETE FROM meta WHERE key = 'machine'");
            }
            copy->each("SELECT key, value FROM meta", [&](SQLite::Statement& row) {
                diary.run("INSERT OR IGNORE INTO meta (key, value) VALUES (?, ?)",
                          row.getColumn(0).getString(), row.getColumn(1).getString());
            });
            transaction.commit();
            fromCopy = std::move(ids);
            return file;
        } catch (const StorageError&) {
            continue; // an older one may do
        }
    }
    return std::nullopt;
}

Salvaged countUp(Rescued& rescued, const IdsByKind& fromCopy, const MadeUp& madeUp)
{
    static const std::set<std::string> kNone;
    Salvaged salvaged;
    forEachKind([&]<class Record>(const Record&) {
        constexpr RecordKind kKind = kKindOf<Record>;
        const RescuedTable& table = rescued.table(kKind);
        const auto copied = fromCopy.find(kKind);
        const auto& fromThere = copied == fromCopy.end() ? kNone : copied->second;
        SalvagedKind count;
        count.kind = kKind;
        count.fromCopy = static_cast<int>(fromThere.size());
        for (const auto& [id, updated] : table.taken) {
            if (!fromThere.contains(id)) {
                ++(table.inPart.contains(id) ? count.inPart : count.read);
            }
        }
        RecordTable<Record> own{rescued.database()};
        for (const auto& [rowid, id] : table.missing) {
            const auto uuid = Uuid::parse(id);
            count.lost += !uuid || !own.find(*uuid) ? 1 : 0;
        }
        const auto find = [&](const std::map<RecordKind, int>& numbers) {
            const auto number = numbers.find(kKind);
            return number == numbers.end() ? 0 : number->second;
        };
        count.madeUp = find(madeUp.made);
        const int gone = find(madeUp.gone);
        count.lost += gone;
        count.read = std::max(0, count.read - gone);
        if (count.read + count.inPart + count.fromCopy + count.madeUp + count.lost > 0) {
            salvaged.kinds.push_back(count);
        }
    });
    salvaged.oldVersions = rescued.oldVersions();
    salvaged.erased = rescued.erased();
    return salvaged;
}

bool isAboutWarnings(RecordKind kind)
{
    return kind == RecordKind::Answer || kind == RecordKind::Alert ||
           kind == RecordKind::AlertStep || kind == RecordKind::Symptom;
}

void judge(Salvaged& salvaged, const Salvaging& salvaging)
{
    const bool mayMissMore = salvaging.mayMissMore();
    salvaged.mayMissMore = mayMissMore;
    salvaged.wereOnlyIndexesOff = salvaging.areIndexesOff() && !mayMissMore &&
                                  salvaged.total(&SalvagedKind::inPart) +
                                          salvaged.total(&SalvagedKind::madeUp) +
                                          salvaged.total(&SalvagedKind::lost) ==
                                      0;
    salvaged.shouldAskAgain =
        mayMissMore || std::any_of(salvaged.kinds.begin(), salvaged.kinds.end(), [](const auto& k) {
            return isAboutWarnings(k.kind) && k.lost + k.inPart + k.fromCopy > 0;
        });
}

} // namespace

ReadableDiary
readDamaged(const fs::path& folder, const std::string& lostName, const Progress& progress)
{
    const FileImage image = readImage(folder / kDatabaseName);
    Salvaging salvaging{image, progress};
    salvaging.run();
    Rescued& rescued = salvaging.rescued();
    const MadeUp madeUp = makeWhole(rescued.database(), lostName);
    ReadableDiary readable{nullptr, countUp(rescued, {}, madeUp)};
    judge(readable.salvaged, salvaging);
    readable.diary = rescued.release();
    readable.diary->refuseWrites();
    return readable;
}

Salvaged salvage(const fs::path& folder,
                 const std::string& lostName,
                 const Moment& now,
                 const Progress& progress)
{
    const FileImage image = readImage(folder / kDatabaseName);
    Salvaging salvaging{image, [&](double share) { return !progress || progress(share * 0.6); }};
    salvaging.run();
    Rescued& rescued = salvaging.rescued();
    IdsByKind fromCopy;
    const auto copy = fillFromCopies(folder, rescued, now.utc, fromCopy);
    tell(progress, 0.8);
    const MadeUp madeUp = makeWhole(rescued.database(), lostName);
    Salvaged salvaged = countUp(rescued, fromCopy, madeUp);
    judge(salvaged, salvaging);
    salvaged.copy = copy;
    if (salvaged.total(&SalvagedKind::read) + salvaged.total(&SalvagedKind::inPart) == 0 && !copy) {
        throw StorageError{StorageFault::Damaged, "salvage", "nothing in it can be read"};
    }

    makePrivateFolder(folder);
    const NewFile finished = onOwnFiles([&] { return NewFile{folder / kDatabaseName}; });
    rescued.database().run("VACUUM INTO ?", finished.path().string());
    if (!passesCheck(finished.path(), CheckDepth::Full)) {
        throw StorageError{StorageFault::Io, "salvage", "what was written does not pass the check"};
    }
    tell(progress, 0.95);
    if (auto damaged = putInPlaceOfDamaged(folder, finished.path(), now); !damaged.empty()) {
        salvaged.damaged = std::move(damaged);
    }
    return salvaged;
}

} // namespace unclench
