// SPDX-License-Identifier: GPL-3.0-or-later
// What an encrypted backup holds: files with names, one behind the other.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace unclench {

/// The diary itself; it comes first.
inline constexpr std::string_view kDiaryEntry = "unclench.db";
/// What the names of pictures begin with.
inline constexpr std::string_view kPictureEntries = "pictures/";

struct SealedEntry {
    std::string name;
    std::uint64_t size = 0;

    friend bool operator==(const SealedEntry&, const SealedEntry&) = default;
};

/// Whether a file may have this name: the diary's, or that of a picture and of nothing outside the
/// folder for pictures, whoever made the backup.
[[nodiscard]] bool isEntryName(std::string_view name);

/// What stands before the bytes of an entry.
[[nodiscard]] std::vector<unsigned char> entryHead(const SealedEntry& entry);
/// What stands behind the last one.
[[nodiscard]] std::vector<unsigned char> entriesEnd();
/// How many bytes they are with everything around them.
[[nodiscard]] std::uint64_t entriesSize(const std::vector<SealedEntry>& entries);

/// Finds the entries in bytes that come in pieces of any size.
class EntryReader {
public:
    /// `begin` is told of each entry, in order, then `bytes` gets what is in it.
    EntryReader(std::function<void(const SealedEntry&)> begin,
                std::function<void(std::span<const unsigned char>)> bytes);

    /// False: these are no entries of ours, and the rest is not to be asked.
    [[nodiscard]] bool take(std::span<const unsigned char> piece);
    /// Whether the end was reached, with nothing behind it.
    [[nodiscard]] bool isComplete() const { return m_part == Part::End; }

private:
    enum class Part { NameLength, Name, Size, Bytes, End };
    [[nodiscard]] bool takeField(std::span<const unsigned char>& piece);
    [[nodiscard]] bool fieldIsComplete();
    [[nodiscard]] bool isNext(const std::string& name) const;
    void expect(Part part, std::size_t length);

    std::function<void(const SealedEntry&)> m_begin;
    std::function<void(std::span<const unsigned char>)> m_bytes;
    Part m_part = Part::NameLength;
    std::vector<unsigned char> m_field;
    std::size_t m_wanted = 2;
    SealedEntry m_entry;
    std::uint64_t m_left = 0;
    std::string m_last;
};

} // namespace unclench
