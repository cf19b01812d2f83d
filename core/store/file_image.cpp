// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/file_image.h"

#include "core/store/files.h"
#include "core/store/schema.h"
#include "core/store/storage_error.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>
#include <map>
#include <system_error>

namespace unclench {

namespace {

constexpr std::string_view kImageMagic{"SQLite format 3\0", 16};
constexpr std::size_t kImageHeader = 100;
constexpr std::size_t kLogHeader = 32;
constexpr std::size_t kFrameHeader = 24;

/// Absent: no such file.
std::optional<std::string> bytesAt(const std::filesystem::path& file)
{
    if (!identityOf(file)) {
        return std::nullopt;
    }
    std::ifstream stream{file, std::ios::binary};
    if (!stream) {
        throw StorageError{StorageFault::CannotOpen, "read",
                           std::generic_category().message(errno)};
    }
    std::string bytes{std::istreambuf_iterator<char>{stream}, std::istreambuf_iterator<char>{}};
    if (stream.bad()) {
        throw StorageError{StorageFault::Io, "read", std::generic_category().message(errno)};
    }
    return bytes;
}

void putBigEndian(std::string& bytes, std::size_t offset, std::uint32_t value)
{
    for (std::size_t i = 0; i < 4; ++i) {
        bytes[offset + i] = static_cast<char>((value >> (24 - 8 * i)) & 0xFFU);
    }
}

bool isPageSize(std::uint32_t size)
{
    return size >= 512 && size <= 65536 && (size & (size - 1)) == 0;
}

struct LogSum {
    std::uint32_t first = 0;
    std::uint32_t second = 0;
    friend bool operator==(const LogSum&, const LogSum&) = default;
};

/// The sum of SQLite's log over whole pairs of words, on from `sum`.
LogSum sumOf(std::string_view bytes, LogSum sum, bool isBigEndian)
{
    const auto word = [&](std::size_t offset) {
        const std::uint32_t value = bigEndian(bytes, offset, 4);
        return isBigEndian ? value : __builtin_bswap32(value);
    };
    for (std::size_t i = 0; i + 8 <= bytes.size(); i += 8) {
        sum.first += word(i) + sum.second;
        sum.second += word(i + 4) + sum.first;
    }
    return sum;
}

struct Log {
    /// Page numbers from 1, and where the page stands in the log.
    std::map<std::uint32_t, std::size_t> pages;
    std::uint32_t pageSize = 0;
    /// How many pages the file has after the last commit; 0: there was none.
    std::uint32_t pageCount = 0;
    bool isDamaged = false;
};

/// The committed frames of a log: up to its first damaged one as SQLite reads it, or all that are
/// sound by themselves. Each frame carries a sum over itself and the sum before it, so those behind
/// a damaged one can still be told.
Log readLog(std::string_view bytes, bool isPastDamage)
{
    Log log;
    if (bytes.size() < kLogHeader) {
        return log;
    }
    const std::uint32_t magic = bigEndian(bytes, 0, 4);
    const bool isBigEndian = magic == 0x377F0683;
    log.pageSize = bigEndian(bytes, 8, 4);
    LogSum sum{bigEndian(bytes, 24, 4), bigEndian(bytes, 28, 4)};
    if ((magic & ~1U) != 0x377F0682 || !isPageSize(log.pageSize) ||
        sumOf(bytes.substr(0, 24), {}, isBigEndian) != sum) {
        log.isDamaged = true;
        return log;
    }
    std::map<std::uint32_t, std::size_t> pending;
    const std::string_view salts = bytes.substr(16, 8);
    const std::size_t step = kFrameHeader + log.pageSize;
    for (std::size_t at = kLogHeader; at + step <= bytes.size(); at += step) {
        const std::string_view frame = bytes.substr(at, step);
        if (frame.substr(8, 8) != salts) {
            break; // of an earlier round of the log
        }
        const LogSum own = sumOf(frame.substr(kFrameHeader),
                                 sumOf(frame.substr(0, 8), sum, isBigEndian), isBigEndian);
        sum = {bigEndian(frame, 16, 4), bigEndian(frame, 20, 4)};
        if (own != sum) {
            log.isDamaged = true;
            if (!isPastDamage) {
                break;
            }
            continue;
        }
        pending[bigEndian(frame, 0, 4)] = at + kFrameHeader;
        if (const std::uint32_t count = bigEndian(frame, 4, 4); count != 0) {
            log.pageCount = count;
            for (const auto& [page, place] : pending) {
                log.pages[page] = place;
            }
            pending.clear();
        }
    }
    return log;
}

std::string withLog(std::string bytes, std::string_view logBytes, const Log& log)
{
    constexpr std::uint32_t kMostPages = 1U << 22; // 16 GiB of pages: no diary is so large
    for (const auto& [page, place] : log.pages) {
        if (page == 0 || page > std::min(log.pageCount, kMostPages)) {
            continue;
        }
        const std::size_t end = std::size_t{page} * log.pageSize;
        if (bytes.size() < end) {
            bytes.resize(end);
        }
        bytes.replace(end - log.pageSize, log.pageSize, logBytes.substr(place, log.pageSize));
    }
    if (log.pageCount != 0 && bytes.size() > std::size_t{log.pageCount} * log.pageSize) {
        bytes.resize(std::size_t{log.pageCount} * log.pageSize);
    }
    return bytes;
}

/// What every file of ours has alike, whatever stands there now.
void mendHeader(std::string& bytes, std::uint32_t pageSize)
{
    bytes.resize((bytes.size() + pageSize - 1) / pageSize * pageSize);
    if (bytes.size() < kImageHeader) {
        return;
    }
    bytes.replace(0, kImageMagic.size(), kImageMagic);
    bytes[16] = static_cast<char>((pageSize >> 8) & 0xFFU);
    bytes[17] = static_cast<char>(pageSize == 65536 ? 1U : 0U);
    // A rollback journal, for a file in memory has no log; no reserved bytes; fixed fractions.
    constexpr std::array<char, 6> kFixed{1, 1, 0, 64, 32, 32};
    std::copy(kFixed.begin(), kFixed.end(), bytes.begin() + 18);
    const auto pages = static_cast<std::uint32_t>(bytes.size() / pageSize);
    putBigEndian(bytes, 28, pages);
    putBigEndian(bytes, 44, 4); // the schema format with descending indexes
    putBigEndian(bytes, 48, 0); // the usual size of the cache
    putBigEndian(bytes, 52, 0); // no pages are moved by themselves
    putBigEndian(bytes, 56, 1); // UTF-8
    putBigEndian(bytes, 64, 0);
    bytes.replace(92, 4, bytes, 24, 4); // the number of pages counts
}

} // namespace

std::uint32_t bigEndian(std::string_view bytes, std::size_t offset, int count)
{
    std::uint32_t value = 0;
    for (int i = 0; i < count; ++i) {
        value =
            (value << 8) | static_cast<unsigned char>(bytes[offset + static_cast<std::size_t>(i)]);
    }
    return value;
}

FileImage readImage(const std::filesystem::path& file)
{
    FileImage image;
    std::string bytes = bytesAt(file).value_or(std::string{});
    const std::string logBytes = bytesAt(file.string() + "-wal").value_or(std::string{});
    // A transaction that was cut off and should have been rolled back: its old pages stand there.
    image.isLogDamaged = !bytesAt(file.string() + "-journal").value_or(std::string{}).empty();

    const Log log = readLog(logBytes, false);
    if (bytes.size() >= kImageHeader) {
        const std::uint32_t told = bigEndian(bytes, 16, 2);
        const std::uint32_t size = told == 1 ? 65536 : told;
        image.pageSize = isPageSize(size) ? size : image.pageSize;
    }
    if (log.pageCount != 0) {
        image.pageSize = log.pageSize; // its sums were right
    }
    image.isLogDamaged = image.isLogDamaged || log.isDamaged;
    if (log.isDamaged) {
        image.bytesBeyondDamage = withLog(bytes, logBytes, readLog(logBytes, true));
        mendHeader(*image.bytesBeyondDamage, image.pageSize);
    }
    image.bytes = withLog(std::move(bytes), logBytes, log);
    if (image.bytes.size() >= kImageHeader) {
        image.version = bigEndian(image.bytes, 60, 4);
        image.isOurs = bigEndian(image.bytes, 68, 4) == static_cast<std::uint32_t>(kApplicationId);
    }
    mendHeader(image.bytes, image.pageSize);
    return image;
}

} // namespace unclench
