// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/files.h"

#include "core/store/storage_error.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace unclench {

namespace {

[[noreturn]] void fail(int error, const char* operation)
{
    const auto fault = error == EROFS                       ? StorageFault::ReadOnly
                       : error == ENOSPC || error == EDQUOT ? StorageFault::Full
                                                            : StorageFault::CannotOpen;
    throw StorageError{fault, operation, std::generic_category().message(error)};
}

/// A descriptor that closes itself.
class Descriptor {
public:
    Descriptor(const std::filesystem::path& path, int flags, mode_t mode = 0)
        : m_fd(::open(path.c_str(), flags | O_CLOEXEC, mode)) // NOLINT: POSIX has no other way
    {
    }
    ~Descriptor()
    {
        if (m_fd >= 0) {
            ::close(m_fd);
        }
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] int fd() const { return m_fd; }

private:
    int m_fd;
};

void sync(const std::filesystem::path& path, int flags)
{
    const Descriptor descriptor{path, flags};
    if (descriptor.fd() < 0 || ::fsync(descriptor.fd()) != 0) {
        fail(errno, "write to the disk");
    }
}

} // namespace

void makePrivateFolder(const std::filesystem::path& folder)
{
    std::error_code error;
    if (folder.empty() || std::filesystem::is_directory(folder, error)) {
        return;
    }
    makePrivateFolder(folder.parent_path());
    if (::mkdir(folder.c_str(), S_IRWXU) != 0 && errno != EEXIST) {
        fail(errno, "make the folder");
    }
    if (!std::filesystem::is_directory(folder, error)) {
        fail(ENOTDIR, "make the folder");
    }
}

void makePrivateFile(const std::filesystem::path& file)
{
    const Descriptor descriptor{file, O_CREAT | O_EXCL | O_WRONLY, S_IRUSR | S_IWUSR};
    if (descriptor.fd() < 0 && errno != EEXIST) {
        fail(errno, "make the file");
    }
}

void renameDurably(const std::filesystem::path& finished, const std::filesystem::path& name)
{
    sync(finished, O_RDONLY);
    if (::rename(finished.c_str(), name.c_str()) != 0) {
        fail(errno, "rename the file");
    }
    sync(name.parent_path(), O_RDONLY | O_DIRECTORY);
}

std::optional<std::uint64_t> identityOf(const std::filesystem::path& file)
{
    struct stat status {};
    if (::stat(file.c_str(), &status) != 0) {
        if (errno != ENOENT && errno != ENOTDIR) {
            fail(errno, "look at the file"); // what may be there must not pass for missing
        }
        return std::nullopt;
    }
    return static_cast<std::uint64_t>(status.st_ino) ^
           (static_cast<std::uint64_t>(status.st_dev) << 48);
}

} // namespace unclench
