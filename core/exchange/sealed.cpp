// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/sealed.h"

#include "core/exchange/picture_files.h"
#include "core/exchange/sealed_bytes.h"
#include "core/exchange/sealed_entries.h"
#include "core/exchange/sealed_stream.h"
#include "core/store/checked_copy.h"
#include "core/store/database.h"
#include "core/store/file_error.h"
#include "core/store/new_file.h"
#include "core/time/iso8601.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cerrno>
#include <fcntl.h>
#include <fstream>
#include <optional>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

namespace unclench {

namespace {

namespace fs = std::filesystem;

// How far the parts of the work are when they are done.
constexpr double kSealCopied = 0.4;
constexpr double kSealWritten = 0.8;

/// Part of a progress, from `begin` to `end`.
Progress sealPart(const Progress& progress, double begin, double end)
{
    if (!progress) {
        return {};
    }
    return
        [&progress, begin, end](double share) { return progress(begin + share * (end - begin)); };
}

/// Where the copy lies is nothing that a person chose: a fault there is one of the diary's disk.
void copyForSealing(Database& database, const fs::path& copy, const Progress& progress)
{
    try {
        writeCheckedCopy(database, copy, progress);
    } catch (const FileError& error) {
        throw StorageError{error.fault(), "seal", error.what()};
    }
}

/// A file that is to go into the backup.
struct SealInput {
    SealedEntry entry;
    std::ifstream stream;
};

SealInput sealInput(const fs::path& file, std::string name)
{
    // Opened before it is measured: another picture of that name is another file.
    SealInput input{{std::move(name), 0}, std::ifstream{file, std::ios::binary | std::ios::ate}};
    const auto size = static_cast<std::streamoff>(input.stream.tellg());
    if (!input.stream || size < 0) {
        throw StorageError{StorageFault::Io, "seal", "a file of the diary cannot be read"};
    }
    input.entry.size = static_cast<std::uint64_t>(size);
    input.stream.seekg(0);
    return input;
}

std::vector<SealInput> sealInputs(const fs::path& copy, const fs::path& pictures)
{
    std::vector<SealInput> inputs;
    inputs.push_back(sealInput(copy, std::string{kDiaryEntry}));
    for (const std::string& picture : picturesIn(pictures)) {
        inputs.push_back(sealInput(pictures / picture, std::string{kPictureEntries} + picture));
    }
    return inputs;
}

void sealInto(SealingStream& out, SealInput& input, const std::function<void(std::uint64_t)>& step)
{
    out.write(entryHead(input.entry));
    Secret buffer{kSealChunk};
    const SealSource source = sourceOf(input.stream);
    std::uint64_t left = input.entry.size;
    while (left > 0) {
        const auto wanted = static_cast<std::size_t>(std::min<std::uint64_t>(left, kSealChunk));
        step(wanted);
        if (source({buffer.data(), wanted}) < wanted) {
            throw StorageError{StorageFault::Io, "seal", "a file of the diary became shorter"};
        }
        out.write({buffer.data(), wanted});
        left -= wanted;
    }
}

/// Writes the entries to `file`, which is not there, and brings them to the disk.
RecoveryKey writeSealed(std::vector<SealInput>& inputs,
                        const fs::path& file,
                        const Secret& passphrase,
                        const SealCost& cost,
                        const Progress& progress)
{
    std::vector<SealedEntry> entries;
    for (const SealInput& input : inputs) {
        entries.push_back(input.entry);
    }
    const std::uint64_t payload = entriesSize(entries);
    RecoveryKey recovery = RecoveryKey::random();
    FileOutput output{file};
    SealingStream stream{[&](std::span<const unsigned char> bytes) {
                             output.write(textOf(bytes));
                             return true;
                         },
                         payload, passphrase, recovery, cost};
    std::uint64_t taken = 0;
    for (SealInput& input : inputs) {
        sealInto(stream, input, [&](std::uint64_t bytes) {
            tell(progress, static_cast<double>(taken) / static_cast<double>(payload));
            taken += bytes;
        });
    }
    stream.write(entriesEnd());
    stream.finish();
    output.finish();
    // Out of the memory, so that what is read back comes from the disk.
    static_cast<void>(::posix_fadvise(output.descriptor(), 0, 0, POSIX_FADV_DONTNEED));
    return recovery;
}

/// Reads a backup to its end, without keeping anything.
std::optional<SealFault>
checkSealed(const fs::path& file, const RecoveryKey& recovery, const Progress& progress)
{
    std::error_code error;
    const std::uint64_t size = fs::file_size(file, error);
    std::ifstream stream{file, std::ios::binary};
    EntryReader reader{[](const SealedEntry&) {}, [](std::span<const unsigned char>) {}};
    const auto fault = unsealStream(
        sourceOf(stream), error ? 0 : size, recovery,
        [&](std::span<const unsigned char> bytes) { return reader.take(bytes); }, progress);
    return fault || reader.isComplete() ? fault : SealFault::Tampered;
}

/// Gives `finished` its name, unless something has it. Throws FileError.
void nameSealed(const fs::path& finished, const fs::path& name)
{
    int status = ::renameat2(AT_FDCWD, finished.c_str(), AT_FDCWD, name.c_str(), RENAME_NOREPLACE);
    const bool cannotTell = errno == EINVAL || errno == ENOSYS || errno == EOPNOTSUPP;
    if (status != 0 && cannotTell) {
        std::error_code error;
        if (fs::exists(fs::symlink_status(name, error))) {
            throw FileError{EEXIST, "seal"};
        }
        status = ::rename(finished.c_str(), name.c_str());
    }
    if (status != 0) {
        throw FileError{errno, "seal"};
    }
    const int folder = ::open(name.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder >= 0) {
        // It is whole under its name; a disk that cannot promise more has no better place for it.
        static_cast<void>(::fsync(folder));
        ::close(folder);
    }
}

bool isBesideDiary(const Database& database, const fs::path& file)
{
    std::error_code error;
    const fs::path diary = fs::weakly_canonical(database.file().parent_path(), error);
    const fs::path folder = fs::weakly_canonical(file.parent_path(), error);
    return std::mismatch(diary.begin(), diary.end(), folder.begin(), folder.end()).first ==
           diary.end();
}

TargetFault sealTargetFaultOf(const FileError& error, const fs::path& file)
{
    std::error_code ignored;
    switch (error.fault()) {
    case StorageFault::Full: return TargetFault::Full;
    case StorageFault::ReadOnly: return TargetFault::ReadOnly;
    case StorageFault::CannotOpen:
        if (!fs::is_directory(file.parent_path(), ignored)) {
            return TargetFault::NotThere;
        }
        return fs::exists(fs::symlink_status(file, ignored)) ? TargetFault::NotOurs
                                                             : TargetFault::NotAllowed;
    default: return TargetFault::Io;
    }
}

} // namespace

fs::path sealedName(const fs::path& target, const Moment& today)
{
    std::error_code error;
    if (!fs::is_directory(target, error)) {
        return target;
    }
    const std::string day = toIsoDay(today.localDay());
    fs::path name = target / fmt::format("unclench-{}{}", day, kSealedSuffix);
    for (int i = 2; fs::exists(fs::symlink_status(name, error)); ++i) {
        name = target / fmt::format("unclench-{}-{}{}", day, i, kSealedSuffix);
    }
    return name;
}

std::optional<TargetRefusal> cannotSeal(const Database& database, const fs::path& file)
{
    std::error_code error;
    const fs::path name = fs::absolute(file);
    if (!fs::is_directory(name.parent_path(), error)) {
        return TargetRefusal{TargetFault::NotThere, name.parent_path()};
    }
    if (isBesideDiary(database, name)) {
        return TargetRefusal{TargetFault::BesideDiary, name.parent_path()};
    }
    if (!name.has_filename() || fs::exists(fs::symlink_status(name, error))) {
        return TargetRefusal{TargetFault::NotOurs, name};
    }
    return std::nullopt;
}

SealedBackup sealBackup(Database& database,
                        const fs::path& file,
                        const Secret& passphrase,
                        const Progress& progress,
                        const SealCost& cost)
{
    assert(!passphrase.isEmpty() && "nothing opens with an empty passphrase");
    assert(!database.file().empty() && "a diary in memory has nothing to keep");
    if (const auto refusal = cannotSeal(database, file)) {
        return *refusal;
    }
    const fs::path name = fs::absolute(file);
    try {
        const NewFolder beside{name}; // first, so that a stick that is full says so at once
        const StagingFolder staging{database.file().parent_path()};
        const fs::path copy = staging.path() / kDiaryEntry;
        copyForSealing(database, copy, sealPart(progress, 0, kSealCopied));
        auto inputs = sealInputs(copy, database.file().parent_path() / "pictures");
        const fs::path finished = beside.path() / name.filename();
        RecoveryKey recovery = writeSealed(inputs, finished, passphrase, cost,
                                           sealPart(progress, kSealCopied, kSealWritten));
        if (checkSealed(finished, recovery, sealPart(progress, kSealWritten, 1))) {
            return TargetRefusal{TargetFault::Io, name};
        }
        nameSealed(finished, name);
        return recovery;
    } catch (const FileError& error) {
        return TargetRefusal{sealTargetFaultOf(error, name), name};
    }
}

} // namespace unclench
