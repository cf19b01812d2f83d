// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/files.h"
#include "core/store/storage_error.h"
#include "ui/report/report.h"

#include <QPdfWriter>
#include <QTemporaryFile>

#include <cerrno>
#include <system_error>

namespace unclench::ui::report {

namespace {

constexpr int kResolution = 1200;

[[noreturn]] void failWriting(int error)
{
    const auto fault = error == EROFS                       ? StorageFault::ReadOnly
                       : error == ENOSPC || error == EDQUOT ? StorageFault::Full
                                                            : StorageFault::CannotOpen;
    throw StorageError{fault, "write the report", std::generic_category().message(error)};
}

/// Beside its target, for this user alone, and gone again unless it is kept. It remembers that a
/// write failed: QPdfWriter does not say so.
class PartialFile : public QTemporaryFile {
public:
    explicit PartialFile(const std::filesystem::path& target)
        : QTemporaryFile(
              QString::fromStdString((target.parent_path() / ".unclench-XXXXXX").string()))
    {
        errno = 0;
        if (!open() || fileName().isEmpty()) { // asking for the name gives it one
            failWriting(errno == 0 ? EIO : errno);
        }
    }
    [[nodiscard]] bool hasFailed() const { return m_error != 0; }
    /// Throws StorageError where anything could not be written.
    void finish()
    {
        errno = 0;
        if (m_error == 0 && !flush()) {
            m_error = errno == 0 ? EIO : errno;
        }
        if (m_error != 0) {
            failWriting(m_error);
        }
    }

protected:
    qint64 writeData(const char* bytes, qint64 length) override
    {
        errno = 0;
        const qint64 written = QTemporaryFile::writeData(bytes, length);
        if (written != length && m_error == 0) {
            m_error = errno == 0 ? EIO : errno;
        }
        return written;
    }

private:
    int m_error = 0;
};

bool isHtml(const std::filesystem::path& path)
{
    const QString ending = QString::fromStdString(path.extension().string()).toLower();
    return ending == QLatin1String(".html") || ending == QLatin1String(".htm");
}

bool writePdf(const Report& report, QIODevice& device, const std::function<bool(double)>& goOn)
{
    QPdfWriter writer{&device};
    writer.setTitle(report.title());
    writer.setCreator(QStringLiteral("Unclench"));
    writer.setResolution(kResolution);
    writer.setPageSize(report.paper());
    writer.setPageMargins({});
    return report.print(writer, goOn);
}

} // namespace

Written write(const Report& report,
              const std::filesystem::path& path,
              const std::function<bool(double)>& progress)
{
    const std::filesystem::path target = std::filesystem::absolute(path);
    std::error_code error;
    if (std::filesystem::is_directory(target, error)) {
        failWriting(EISDIR);
    }
    PartialFile file{target};
    const auto goOn = [&](double share) { return progress(share) && !file.hasFailed(); };
    const bool isWhole =
        isHtml(target) ? report.writeHtml(file, goOn) : writePdf(report, file, goOn);
    if (!isWhole && !file.hasFailed()) {
        return Written::Cancelled;
    }
    file.finish();
    renameDurably(std::filesystem::path{file.fileName().toStdString()}, target);
    file.setAutoRemove(false); // it has another name now
    return Written::Done;
}

} // namespace unclench::ui::report
