// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/new_file.h"

#include "core/store/file_error.h"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace unclench {

namespace {

namespace fs = std::filesystem;

constexpr const char* kNewOperation = "write a file";
constexpr std::string_view kNewPrefix = ".unclench-new-";
/// Syncthing leaves what begins so, Nextcloud and ownCloud what ends so.
constexpr std::string_view kNotCarriedPrefix = ".syncthing.unclench-";
constexpr std::string_view kNotCarriedSuffix = ".part";
constexpr std::size_t kWaiting = 256 * 1024;

[[noreturn]] void failNew(int error)
{
    throw FileError{error, kNewOperation};
}

fs::path folderOf(const fs::path& target)
{
    return fs::absolute(target).parent_path();
}

/// A trailing slash names the same folder.
fs::path withoutSlash(const fs::path& target)
{
    const fs::path whole = fs::absolute(target);
    return whole.has_filename() ? whole : whole.parent_path();
}

void syncFolder(const fs::path& folder)
{
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) {
        failNew(errno);
    }
    const int status = ::fsync(descriptor);
    const int error = errno;
    ::close(descriptor);
    if (status != 0 && error != EINVAL) { // EINVAL: this file system does it by itself
        failNew(error);
    }
}

/// Whether `path` is still what the descriptor has open.
bool isStillThere(int descriptor, const fs::path& path)
{
    struct stat open {};
    struct stat named {};
    return ::fstat(descriptor, &open) == 0 && ::lstat(path.c_str(), &named) == 0 &&
           open.st_ino == named.st_ino && open.st_dev == named.st_dev;
}

/// Removes `path` where it is a file or folder of this user that nobody has locked: whoever made it
/// is gone.
void removeIfLeftOver(const fs::path& path)
{
    struct stat status {};
    if (::lstat(path.c_str(), &status) != 0 || status.st_uid != ::geteuid() ||
        !(S_ISREG(status.st_mode) || S_ISDIR(status.st_mode))) {
        return;
    }
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (descriptor >= 0) {
        if (::flock(descriptor, LOCK_EX | LOCK_NB) == 0) {
            std::error_code ignored; // what cannot be removed now is tried again the next time
            fs::remove_all(path, ignored);
        }
        ::close(descriptor);
    }
}

void removeLeftOvers(const fs::path& folder, std::string_view prefix = kNewPrefix)
{
    std::error_code ignored; // a folder that cannot be read has nothing of ours to remove
    for (const auto& entry : fs::directory_iterator{folder, ignored}) {
        if (entry.path().filename().string().starts_with(prefix)) {
            removeIfLeftOver(entry.path());
        }
    }
}

std::string newNameIn(const fs::path& folder, std::string_view prefix = kNewPrefix)
{
    return (folder / (std::string{prefix} + "XXXXXX")).string();
}

/// Made and locked. Between the two, another program may take it for left over: that one has the
/// lock until it is removed, and then it is made once more.
int makeNewFile(const fs::path& folder, NewName naming, fs::path& path)
{
    const std::string_view prefix = naming == NewName::Own ? kNewPrefix : kNotCarriedPrefix;
    const std::string_view suffix = naming == NewName::Own ? "" : kNotCarriedSuffix;
    removeLeftOvers(folder, prefix);
    for (;;) {
        std::string name = newNameIn(folder, prefix).append(suffix);
        const int descriptor = ::mkostemps(name.data(), static_cast<int>(suffix.size()),
                                           O_CLOEXEC); // 0600, whatever the umask
        if (descriptor < 0) {
            failNew(errno);
        }
        static_cast<void>(::flock(descriptor, LOCK_EX)); // not every disk can
        if (isStillThere(descriptor, name)) {
            path = name;
            return descriptor;
        }
        ::close(descriptor);
    }
}

int makeNewFolder(const fs::path& folder, fs::path& path)
{
    removeLeftOvers(folder);
    for (;;) {
        std::string name = newNameIn(folder);
        if (::mkdtemp(name.data()) == nullptr) { // 0700
            failNew(errno);
        }
        const int descriptor = ::open(name.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        if (descriptor >= 0) {
            static_cast<void>(::flock(descriptor, LOCK_EX));
            if (isStillThere(descriptor, name)) {
                path = name;
                return descriptor;
            }
            ::close(descriptor);
        } else if (errno != ENOENT) {
            const int error = errno;
            ::rmdir(name.c_str());
            failNew(error);
        }
    }
}

/// `path` and `target` swap their names in one step. False: not on this file system.
bool swapNames(const fs::path& path, const fs::path& target)
{
    if (::renameat2(AT_FDCWD, path.c_str(), AT_FDCWD, target.c_str(), RENAME_EXCHANGE) == 0) {
        return true;
    }
    if (errno != EINVAL && errno != ENOSYS && errno != EOPNOTSUPP) {
        failNew(errno);
    }
    return false;
}

} // namespace

FileOutput::FileOutput(const fs::path& file)
    : m_descriptor(::open(file.c_str(),
                          O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC,
                          S_IRUSR | S_IWUSR)) // NOLINT: POSIX has no other way
{
    if (m_descriptor < 0) {
        failNew(errno);
    }
}

FileOutput::~FileOutput()
{
    if (m_descriptor >= 0) {
        ::close(m_descriptor);
    }
}

void FileOutput::write(std::string_view bytes)
{
    m_waiting += bytes;
    if (m_waiting.size() >= kWaiting) {
        flush();
    }
}

void FileOutput::flush()
{
    std::string_view rest = m_waiting;
    while (!rest.empty()) {
        const ssize_t written = ::write(m_descriptor, rest.data(), rest.size());
        if (written < 0 && errno != EINTR) {
            failNew(errno);
        }
        rest.remove_prefix(written < 0 ? 0 : static_cast<std::size_t>(written));
    }
    m_waiting.clear();
}

void FileOutput::finish()
{
    flush();
    if (::fsync(m_descriptor) != 0) {
        failNew(errno);
    }
}

NewFile::NewFile(const fs::path& target, NewName name)
    : m_target(fs::absolute(target)), m_output(makeNewFile(folderOf(target), name, m_path))
{
}

NewFile::~NewFile()
{
    if (!m_isKept) {
        ::unlink(m_path.c_str());
    }
}

void NewFile::keep()
{
    m_output.finish();
    if (::rename(m_path.c_str(), m_target.c_str()) != 0) {
        failNew(errno);
    }
    m_isKept = true; // from here on `m_path` is nobody's name
    syncFolder(m_target.parent_path());
}

NewFolder::NewFolder(const fs::path& target)
    : m_target(withoutSlash(target)), m_lock(makeNewFolder(m_target.parent_path(), m_path))
{
}

NewFolder::~NewFolder()
{
    if (!m_isKept) {
        std::error_code ignored;
        fs::remove_all(m_path, ignored);
    }
    ::close(m_lock);
}

void NewFolder::keep()
{
    syncFolder(m_path);
    std::error_code ignored;
    if (fs::is_directory(m_target, ignored) && !fs::is_empty(m_target, ignored)) {
        if (!swapNames(m_path, m_target)) {
            const fs::path old = m_path.string() + "-old";
            if (::rename(m_target.c_str(), old.c_str()) != 0) {
                failNew(errno);
            }
            if (::rename(m_path.c_str(), m_target.c_str()) != 0) {
                const int error = errno;
                static_cast<void>(::rename(old.c_str(), m_target.c_str()));
                failNew(error);
            }
            m_path = old;
        }
        syncFolder(m_target.parent_path());
        fs::remove_all(m_path, ignored); // what had the name before
    } else {
        if (::rename(m_path.c_str(), m_target.c_str()) != 0) {
            failNew(errno);
        }
        syncFolder(m_target.parent_path());
    }
    m_isKept = true;
}

} // namespace unclench
