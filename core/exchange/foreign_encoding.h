// SPDX-License-Identifier: GPL-3.0-or-later
// Files of other programs as UTF-8, in whatever encoding they were written.
#pragma once

#include "core/exchange/file_input.h"
#include "core/knowledge/names.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

namespace unclench {

/// Latin-1 is read as Windows-1252: where they differ, nobody means the former.
enum class TextEncoding { Utf8, Utf16Le, Utf16Be, Windows1252 };
template <>
inline constexpr std::array kNames<TextEncoding> =
    std::to_array<std::string_view>({"utf-8", "utf-16le", "utf-16be", "windows-1252"});

/// What a file is by its first bytes, where it is no text.
enum class FileNature { Text, Zip, Gzip, Sqlite, Pdf };

/// What a look over all bytes of a file tells.
struct BytesSeen {
    FileNature nature = FileNature::Text;
    TextEncoding encoding = TextEncoding::Utf8;
    std::int64_t length = 0;
};

/// UTF-8 and UTF-16 by their marks, UTF-16 also by where its NULs stand; UTF-8 where all of it is,
/// or where no more bytes are none than characters of several bytes are; else Windows-1252. A line
/// of 16 MiB is looked at no further, so that `length` is no more than was read.
/// Throws FileError, and Cancelled out of `read`.
[[nodiscard]] BytesSeen lookOver(const std::filesystem::path& file,
                                 const std::function<void(std::int64_t bytes)>& read = {});

/// What of `text` is well-formed UTF-8 (RFC 3629), from its beginning, in bytes.
[[nodiscard]] std::size_t wellFormedLength(std::string_view text);

/// A file read piece by piece as UTF-8, without its byte order mark.
class DecodedInput {
public:
    /// As FileInput.
    DecodedInput(const std::filesystem::path& file,
                 TextEncoding encoding,
                 std::function<void(std::int64_t bytes)> read = {});

    /// The next piece, which may end inside a character; lasts until the next call. Empty: that was
    /// all. What is no character of the encoding becomes a byte that is no UTF-8, so that whoever
    /// checks the text finds it.
    [[nodiscard]] std::string_view more();

private:
    void decode(std::string_view bytes, bool isLast);
    void takeUnit(unsigned unit);
    void put(char32_t character);

    FileInput m_input;
    TextEncoding m_encoding;
    bool m_isBegun = false;
    bool m_isOver = false;
    /// The first byte of a UTF-16 unit whose second one is still to come.
    std::string m_half;
    /// The first half of a pair of surrogates; 0: none is waiting.
    unsigned m_high = 0;
    std::string m_decoded;
};

} // namespace unclench
