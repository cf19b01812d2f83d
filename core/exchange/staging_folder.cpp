// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/staging_folder.h"

#include "core/store/file_error.h"
#include "core/store/new_file.h"

#include <system_error>

namespace unclench {

namespace {

std::unique_ptr<NewFolder> makeStagingFolder(const std::filesystem::path& parent)
{
    try {
        return std::make_unique<NewFolder>(parent / "staging"); // it never gets that name
    } catch (const FileError& error) {
        // Nothing that a person chose.
        throw StorageError{error.fault(), "make a folder", error.what()};
    }
}

} // namespace

StagingFolder::StagingFolder(const std::filesystem::path& dataFolder)
{
    std::error_code error;
    const std::filesystem::path temporary = std::filesystem::temp_directory_path(error);
    try {
        m_folder = makeStagingFolder(dataFolder);
    } catch (const StorageError& fault) {
        if (fault.fault() == StorageFault::Full || temporary.empty()) {
            throw;
        }
        m_folder = makeStagingFolder(temporary);
    }
}

StagingFolder::~StagingFolder() = default;

const std::filesystem::path& StagingFolder::path() const
{
    return m_folder->path();
}

} // namespace unclench
