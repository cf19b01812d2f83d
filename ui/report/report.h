// SPDX-License-Identifier: GPL-3.0-or-later
// The page for the doctor: made once from the numbers, then the same on screen, on paper, in a PDF,
// as HTML and as text. Uses no widget and no pixmap, so that it works on a worker thread and
// without a display.
#pragma once

#include "core/diary/visit.h"
#include "core/review/long_version.h"
#include "core/review/summary.h"
#include "ui/widgets/glance_view.h"
#include "ui/wording/words.h"

#include <QPageSize>
#include <QStringList>

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

class QIODevice;
class QPagedPaintDevice;
class QPainter;

namespace unclench::ui::report {

/// What a person chose for it.
struct Wishes {
    std::vector<ReportSection> sections;
    ReportName shownName = ReportName::None;
    QString provider;
    QString goal;
    QStringList questions;
    QPageSize::PageSizeId paper = QPageSize::A4;
};

/// All that it is made of. The references must outlive the report.
struct Sources {
    Summary summary;
    /// For the timeline; the whole diary.
    std::shared_ptr<const Chronicle> chronicle;
    /// Absent: only the one page.
    std::optional<LongVersion> longVersion;
};

class Report {
public:
    Report(Sources sources, Wishes wishes, const Vocabulary& vocabulary, const Words& words);
    ~Report();
    Report(Report&&) noexcept;
    Report& operator=(Report&&) noexcept;

    /// "Back spasms, 1 Sep to 29 Nov 2026".
    [[nodiscard]] QString title() const;
    [[nodiscard]] QPageSize paper() const;

    /// How many `print` makes; with a long version it sets them all to count them.
    [[nodiscard]] int pages() const;

    /// The first page; `painter` has its origin at the corner of the paper and `unit` units a
    /// millimetre.
    void paintFirstPage(QPainter& painter, double unit) const;
    /// All pages onto a device whose page size is `paper()`, without margins. `progress` hears the
    /// share that is done, 0 to 1, and answers whether to go on. False: it did not, or the device
    /// failed.
    [[nodiscard]] bool print(QPagedPaintDevice& device,
                             const std::function<bool(double)>& progress) const;
    /// For a portal or an e-mail: headings and lines, no pictures, not the long version.
    [[nodiscard]] QString toText() const;
    /// One document with all that it needs in it, readable aloud.
    [[nodiscard]] QString toHtml() const;

    /// The same into a file or another device. False: `progress` said to stop, or the device
    /// failed.
    [[nodiscard]] bool writeHtml(QIODevice& device,
                                 const std::function<bool(double)>& progress) const;

    /// What had to be left out of the one page, in sentences; empty: nothing.
    [[nodiscard]] QStringList leftOut() const;
    /// Characters that no font of this computer has, each once, in the order of the text.
    [[nodiscard]] QStringList missingGlyphs() const;

private:
    struct Content;
    std::unique_ptr<Content> m_content;
};

/// A4, or Letter where the system's locale uses it.
[[nodiscard]] QPageSize::PageSizeId usualPaper();

enum class Written { Done, Cancelled };
/// As PDF, or as HTML where the name ends in ".html" or ".htm": first under another name beside it,
/// so that no half file ever stands under `path`. Throws StorageError.
[[nodiscard]] Written write(const Report& report,
                            const std::filesystem::path& path,
                            const std::function<bool(double)>& progress);

} // namespace unclench::ui::report
