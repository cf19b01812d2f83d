// SPDX-License-Identifier: GPL-3.0-or-later
// The other way round: an encrypted backup becomes files again.
#include "core/exchange/sealed.h"

#include "core/exchange/sealed_bytes.h"
#include "core/exchange/sealed_entries.h"
#include "core/exchange/sealed_header.h"
#include "core/exchange/sealed_stream.h"
#include "core/store/file_error.h"
#include "core/store/files.h"
#include "core/store/new_file.h"

#include <fstream>
#include <optional>
#include <vector>

namespace unclench {

namespace {

namespace fs = std::filesystem;

/// Writes the files of a backup as they come.
class BackupUnpacker {
public:
    explicit BackupUnpacker(const fs::path& folder)
        : m_folder(folder),
          m_reader([this](const SealedEntry& entry) { begin(entry); },
                   [this](std::span<const unsigned char> bytes) { m_output->write(textOf(bytes)); })
    {
    }
    ~BackupUnpacker()
    {
        if (!m_isKept) {
            m_output.reset();
            std::error_code ignored;
            for (const fs::path& file : m_written) {
                fs::remove(file, ignored);
            }
            if (!m_unsealed.pictures.empty()) {
                fs::remove(m_unsealed.pictures, ignored); // only where it is empty
            }
        }
    }
    BackupUnpacker(const BackupUnpacker&) = delete;
    BackupUnpacker& operator=(const BackupUnpacker&) = delete;

    [[nodiscard]] bool take(std::span<const unsigned char> bytes) { return m_reader.take(bytes); }
    [[nodiscard]] bool isComplete() const { return m_reader.isComplete(); }
    [[nodiscard]] Unsealed keep()
    {
        finish();
        m_isKept = true;
        return m_unsealed;
    }

private:
    void begin(const SealedEntry& entry)
    {
        finish();
        const fs::path file = m_folder / entry.name; // `isEntryName` holds: nowhere else
        if (entry.name == kDiaryEntry) {
            m_unsealed.database = file;
        } else if (m_unsealed.pictures.empty()) {
            m_unsealed.pictures = file.parent_path();
            makePrivateFolder(m_unsealed.pictures);
        }
        m_output.emplace(file);
        m_written.push_back(file);
    }
    void finish()
    {
        if (m_output) {
            m_output->finish();
            m_output.reset();
        }
    }

    fs::path m_folder;
    std::optional<FileOutput> m_output;
    std::vector<fs::path> m_written;
    Unsealed m_unsealed;
    bool m_isKept = false;
    EntryReader m_reader;
};

} // namespace

bool isSealed(const fs::path& file)
{
    std::string begin(kSealMagic.size(), '\0');
    std::ifstream stream{file, std::ios::binary};
    stream.read(begin.data(), static_cast<std::streamsize>(begin.size()));
    return stream && begin == kSealMagic;
}

std::optional<SealFault> cannotOpen(const fs::path& file)
{
    std::error_code error;
    std::ifstream stream{file, std::ios::binary};
    const std::uint64_t size = fs::file_size(file, error);
    if (!stream || error) {
        return SealFault::Unreadable;
    }
    const auto header = readHeader(sourceOf(stream), size);
    if (stream.bad()) {
        return SealFault::Unreadable;
    }
    const auto* fault = std::get_if<SealFault>(&header);
    return fault == nullptr ? std::nullopt : std::optional{*fault};
}

std::variant<Unsealed, SealFault> openSealed(const fs::path& file,
                                             const SealSecret& secret,
                                             const fs::path& folder,
                                             const Progress& progress)
{
    std::error_code error;
    std::ifstream stream{file, std::ios::binary};
    const std::uint64_t size = fs::file_size(file, error);
    if (!stream || error) {
        return SealFault::Unreadable;
    }
    try {
        makePrivateFolder(folder);
        BackupUnpacker unpacker{folder};
        const auto fault = unsealStream(
            sourceOf(stream), size, secret,
            [&](std::span<const unsigned char> bytes) { return unpacker.take(bytes); }, progress);
        if (stream.bad()) {
            return SealFault::Unreadable;
        }
        if (fault || !unpacker.isComplete()) {
            return fault.value_or(SealFault::Tampered);
        }
        return unpacker.keep();
    } catch (const FileError& fault) {
        throw StorageError{fault.fault(), "unpack", fault.what()}; // ours, not one that was named
    }
}

} // namespace unclench
