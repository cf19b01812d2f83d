// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/report_writer.h"

#include "app/desktop/own_engine.h"
#include "ui/visit_reading.h"
#include "ui/wording/report.h"

#include <QPagedPaintDevice>
#include <spdlog/spdlog.h>

namespace unclench::app {

namespace {

/// Of the whole: reading a long diary takes about as long as painting its pages.
constexpr double kReadingShare = 0.4;

double withReading(double share)
{
    return kReadingShare + (1 - kReadingShare) * share;
}

} // namespace

ReportWriter::ReportWriter(std::filesystem::path folder,
                           const Clock& clock,
                           const Vocabulary& vocabulary,
                           const ui::Words& words)
    : m_folder(std::move(folder)), m_clock(clock), m_vocabulary(vocabulary), m_words(words)
{
    m_worker.setMaxThreadCount(1);
}

ReportWriter::~ReportWriter()
{
    cancel();
    m_worker.waitForDone();
}

void ReportWriter::cancel()
{
    m_isCancelled = true;
}

void ReportWriter::make(const Visit& visit,
                        Output output,
                        std::function<QString(const StorageError&)> explain)
{
    m_isCancelled = false;
    m_worker.start([this, visit, output = std::move(output), explain = std::move(explain)] {
        Q_EMIT progressed(0, true);
        try {
            OwnEngine engine{m_folder, m_clock, m_vocabulary, Database::Access::Read};
            const ui::report::Report report = ui::readReport(*engine, visit, m_words);
            if (m_isCancelled) {
                Q_EMIT cancelled();
            } else {
                output(report);
            }
        } catch (const StorageError& error) {
            spdlog::warn("the report could not be made: {}", error.what());
            Q_EMIT failed(explain(error));
        }
    });
}

void ReportWriter::write(const Visit& visit, const std::filesystem::path& path)
{
    make(
        visit,
        [this, path](const ui::report::Report& report) {
            const auto done = ui::report::write(report, path, [this](double share) {
                Q_EMIT progressed(withReading(share), true);
                return !m_isCancelled;
            });
            if (done == ui::report::Written::Done) {
                Q_EMIT written(QString::fromStdString(path.string()));
            } else {
                Q_EMIT cancelled();
            }
        },
        [path](const StorageError& error) { return ui::wording::reportFailure(error, path); });
}

void ReportWriter::print(const Visit& visit,
                         std::shared_ptr<QPagedPaintDevice> device,
                         std::function<bool()> hasTaken)
{
    const QString refusal = tr("The printer did not take the page. Look at the printer and try "
                               "again, or press \"Save as PDF\" and print that file. Nothing that "
                               "you wrote is lost.");
    make(
        visit,
        [this, device = std::move(device), hasTaken = std::move(hasTaken),
         refusal](const ui::report::Report& report) {
            Q_EMIT progressed(kReadingShare, false);
            device->setPageSize(report.paper());
            const bool isDone = report.print(*device, [this](double share) {
                Q_EMIT progressed(withReading(share), false);
                return true;
            });
            if (isDone && hasTaken()) {
                Q_EMIT printed();
            } else {
                Q_EMIT failed(refusal);
            }
        },
        [](const StorageError&) {
            return tr("The diary could not be read, so nothing was printed. Try again in a "
                      "moment.");
        });
}

} // namespace unclench::app
