// SPDX-License-Identifier: GPL-3.0-or-later
// Where what is readable lies for a moment while it goes into an encrypted backup or comes out.
#pragma once

#include <filesystem>
#include <memory>

namespace unclench {

class NewFolder;

/// A folder for this user alone inside a data folder, removed with all it holds at the end; where
/// nothing can be written there, in the system's folder for such things. What a program that was
/// killed left goes when the next one is made.
class StagingFolder {
public:
    /// Throws StorageError.
    explicit StagingFolder(const std::filesystem::path& dataFolder);
    ~StagingFolder();
    StagingFolder(const StagingFolder&) = delete;
    StagingFolder& operator=(const StagingFolder&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const;

private:
    std::unique_ptr<NewFolder> m_folder;
};

} // namespace unclench
