// SPDX-License-Identifier: GPL-3.0-or-later
// Makes the page for the doctor, into a file or for a printer, while the window goes on.
#pragma once

#include "core/diary/visit.h"
#include "core/store/storage_error.h"
#include "core/time/clock.h"
#include "ui/report/report.h"

#include <QObject>
#include <QThreadPool>

#include <atomic>
#include <filesystem>
#include <functional>
#include <memory>

class QPagedPaintDevice;

namespace unclench::app {

/// Works on a thread of its own with a connection of its own, one report at a time. Its signals
/// come from that thread. Ends what runs before it ends itself; no half file stays.
class ReportWriter : public QObject {
    Q_OBJECT
public:
    /// `clock`, `vocabulary` and `words` must outlive it.
    ReportWriter(std::filesystem::path folder,
                 const Clock& clock,
                 const Vocabulary& vocabulary,
                 const ui::Words& words);
    ~ReportWriter() override;

    /// As PDF, or as HTML where the name ends in ".html".
    void write(const Visit& visit, const std::filesystem::path& path);
    /// Sets its paper first: that of the page. `hasTaken` says after the last page whether the
    /// device took them all. Nobody else may use `device` until `printed`, `failed` or `cancelled`.
    void print(const Visit& visit,
               std::shared_ptr<QPagedPaintDevice> device,
               std::function<bool()> hasTaken);
    /// Ends what runs, before the next page of it. What is on its way to the printer already goes
    /// there: half a page helps nobody.
    void cancel();

Q_SIGNALS:
    /// `share`: 0 to 1. `canCancel`: `cancel` still holds it up.
    void progressed(double share, bool canCancel);
    void written(const QString& path);
    void printed();
    void cancelled();
    /// Why there is none, in words that say what to do.
    void failed(const QString& sentence);

private:
    using Output = std::function<void(const ui::report::Report& report)>;
    /// `explain` puts what goes wrong into words.
    void
    make(const Visit& visit, Output output, std::function<QString(const StorageError&)> explain);

    std::filesystem::path m_folder;
    const Clock& m_clock;
    const Vocabulary& m_vocabulary;
    const ui::Words& m_words;
    std::atomic<bool> m_isCancelled{false};
    QThreadPool m_worker;
};

} // namespace unclench::app
