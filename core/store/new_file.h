// SPDX-License-Identifier: GPL-3.0-or-later
// Files and folders that get their name only when they are whole, for this user alone (0600, 0700).
//
// Until then they lie beside it under a name of NewName and are locked. What a program that was
// killed left under such a name is removed by the next one that makes something there.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

namespace unclench {

/// What it is called until then.
enum class NewName {
    Own,       ///< `.unclench-new-XXXXXX`
    NotCarried ///< `.syncthing.unclench-XXXXXX.part`: Syncthing, Nextcloud and ownCloud leave it
};

/// Writes one file that was not there. Everything throws FileError. Not whole until `finish`.
class FileOutput {
public:
    /// Makes `file`.
    explicit FileOutput(const std::filesystem::path& file);
    /// Takes an open descriptor over.
    explicit FileOutput(int descriptor) : m_descriptor(descriptor) {}
    ~FileOutput();
    FileOutput(const FileOutput&) = delete;
    FileOutput& operator=(const FileOutput&) = delete;

    void write(std::string_view bytes);
    /// When this returns, all of it is on the disk.
    void finish();
    [[nodiscard]] int descriptor() const { return m_descriptor; }

private:
    void flush();

    int m_descriptor;
    std::string m_waiting;
};

/// Everything throws FileError. Gone again unless `keep` returned.
class NewFile {
public:
    /// Makes it beside `target`, whose folder must be there.
    explicit NewFile(const std::filesystem::path& target, NewName name = NewName::Own);
    ~NewFile();
    NewFile(const NewFile&) = delete;
    NewFile& operator=(const NewFile&) = delete;

    /// Where it lies until then.
    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }
    void write(std::string_view bytes) { m_output.write(bytes); }
    /// Gives it the name of the target, in one step that survives a power cut; what had the name is
    /// replaced. Failing, it is as it was.
    void keep();

private:
    std::filesystem::path m_target;
    std::filesystem::path m_path;
    FileOutput m_output;
    bool m_isKept = false;
};

/// The same for a folder.
class NewFolder {
public:
    explicit NewFolder(const std::filesystem::path& target);
    ~NewFolder();
    NewFolder(const NewFolder&) = delete;
    NewFolder& operator=(const NewFolder&) = delete;

    /// Where its files are made.
    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }
    /// Requires: its files are finished. A folder that had the name is replaced and removed; where
    /// the file system cannot swap two names, there is a moment at which neither has it.
    void keep();

private:
    std::filesystem::path m_target;
    std::filesystem::path m_path;
    int m_lock = -1;
    bool m_isKept = false;
};

} // namespace unclench
