// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/file_input.h"

#include <cerrno>

namespace unclench {

namespace {

constexpr std::size_t kPiece = 64 * 1024;
constexpr const char* kReadOperation = "read a file";

} // namespace

NoRegularFile::NoRegularFile() : FileError(ESPIPE, kReadOperation) {}

FileInput::FileInput(const std::filesystem::path& file,
                     std::function<void(std::int64_t bytes)> read)
    : m_read(std::move(read))
{
    std::error_code ignored;
    if (std::filesystem::is_directory(file, ignored)) {
        throw FileError{EISDIR, kReadOperation}; // a folder opens too; only reading tells
    }
    if (std::filesystem::exists(file, ignored) &&
        !std::filesystem::is_regular_file(file, ignored)) {
        throw NoRegularFile{};
    }
    errno = 0;
    m_stream.open(file, std::ios::binary);
    if (!m_stream) {
        throw FileError{errno == 0 ? EIO : errno, kReadOperation};
    }
    m_piece.resize(kPiece);
}

std::string_view FileInput::more()
{
    m_stream.read(m_piece.data(), static_cast<std::streamsize>(m_piece.size()));
    if (m_stream.bad()) {
        throw FileError{EIO, kReadOperation};
    }
    const auto length = m_stream.gcount();
    if (m_read) {
        m_read(length);
    }
    return {m_piece.data(), static_cast<std::size_t>(length)};
}

std::string wholeFile(const std::filesystem::path& file)
{
    FileInput input{file};
    std::string bytes;
    for (std::string_view piece = input.more(); !piece.empty(); piece = input.more()) {
        bytes += piece;
    }
    return bytes;
}

std::int64_t lengthOf(const std::filesystem::path& file)
{
    std::error_code error;
    const auto length = std::filesystem::file_size(file, error);
    return error ? 0 : static_cast<std::int64_t>(length);
}

} // namespace unclench
