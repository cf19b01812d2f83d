// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/sealed_entries.h"

#include "core/exchange/picture_files.h"

#include <algorithm>
#include <cassert>

namespace unclench {

namespace {

constexpr std::size_t kEntryNameLengthSize = 2;
constexpr std::size_t kEntrySizeSize = 8;
constexpr std::size_t kEntryLongestName = 300;

void putEntryNumber(std::vector<unsigned char>& out, std::uint64_t value, std::size_t size)
{
    for (std::size_t i = 0; i < size; ++i) {
        out.push_back(static_cast<unsigned char>(value >> (8 * i)));
    }
}

std::uint64_t entryNumber(std::span<const unsigned char> bytes)
{
    std::uint64_t value = 0;
    for (std::size_t i = bytes.size(); i > 0; --i) {
        value = value << 8U | bytes[i - 1];
    }
    return value;
}

} // namespace

bool isEntryName(std::string_view name)
{
    return name == kDiaryEntry || (name.starts_with(kPictureEntries) &&
                                   isPictureName(name.substr(kPictureEntries.size())));
}

std::vector<unsigned char> entryHead(const SealedEntry& entry)
{
    assert(isEntryName(entry.name) && "only names that can be read back");
    std::vector<unsigned char> head;
    putEntryNumber(head, entry.name.size(), kEntryNameLengthSize);
    head.insert(head.end(), entry.name.begin(), entry.name.end());
    putEntryNumber(head, entry.size, kEntrySizeSize);
    return head;
}

std::vector<unsigned char> entriesEnd()
{
    return std::vector<unsigned char>(kEntryNameLengthSize);
}

std::uint64_t entriesSize(const std::vector<SealedEntry>& entries)
{
    std::uint64_t size = kEntryNameLengthSize;
    for (const SealedEntry& entry : entries) {
        size += kEntryNameLengthSize + entry.name.size() + kEntrySizeSize + entry.size;
    }
    return size;
}

EntryReader::EntryReader(std::function<void(const SealedEntry&)> begin,
                         std::function<void(std::span<const unsigned char>)> bytes)
    : m_begin(std::move(begin)), m_bytes(std::move(bytes))
{
}

bool EntryReader::take(std::span<const unsigned char> piece)
{
    while (!piece.empty()) {
        if (m_part == Part::End) {
            return false;
        }
        if (m_part != Part::Bytes) {
            if (!takeField(piece)) {
                return false;
            }
            continue;
        }
        const auto part = static_cast<std::size_t>(std::min<std::uint64_t>(m_left, piece.size()));
        m_bytes(piece.first(part));
        m_left -= part;
        piece = piece.subspan(part);
        if (m_left == 0) {
            expect(Part::NameLength, kEntryNameLengthSize);
        }
    }
    return true;
}

bool EntryReader::takeField(std::span<const unsigned char>& piece)
{
    const std::size_t part = std::min(m_wanted - m_field.size(), piece.size());
    m_field.insert(m_field.end(), piece.begin(), piece.begin() + static_cast<std::ptrdiff_t>(part));
    piece = piece.subspan(part);
    return m_field.size() < m_wanted || fieldIsComplete();
}

bool EntryReader::fieldIsComplete()
{
    if (m_part == Part::NameLength) {
        const auto length = static_cast<std::size_t>(entryNumber(m_field));
        if (length == 0) {
            m_part = Part::End;
            return !m_last.empty(); // without a diary it is no backup
        }
        expect(Part::Name, length);
        return length <= kEntryLongestName;
    }
    if (m_part == Part::Name) {
        m_entry.name.assign(m_field.begin(), m_field.end());
        const bool isRight = isNext(m_entry.name);
        m_last = m_entry.name;
        expect(Part::Size, kEntrySizeSize);
        return isRight;
    }
    m_entry.size = m_left = entryNumber(m_field);
    m_begin(m_entry);
    if (m_left == 0) {
        expect(Part::NameLength, kEntryNameLengthSize);
    } else {
        expect(Part::Bytes, 0);
    }
    return true;
}

/// The diary first, then pictures in the order of their names: so no name can come twice.
bool EntryReader::isNext(const std::string& name) const
{
    if (m_last.empty() || name == kDiaryEntry) {
        return m_last.empty() && name == kDiaryEntry;
    }
    return isEntryName(name) && (m_last == kDiaryEntry || name > m_last);
}

void EntryReader::expect(Part part, std::size_t length)
{
    m_part = part;
    m_wanted = length;
    m_field.clear();
}

} // namespace unclench
