// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/report_file.h"

#include "app/cli/long_work.h"
#include "app/cli/session.h"
#include "app/cli/tr.h"
#include "core/store/storage_error.h"
#include "ui/wording/report.h"

#include <QGuiApplication>
#include <spdlog/spdlog.h>

#include <cstdio>

namespace unclench::app::cli {

namespace {

int refuseReport(ExitStatus status, const QString& sentence)
{
    std::fputs((QStringLiteral("unclench: ") + sentence + QLatin1Char('\n')).toUtf8().constData(),
               stderr);
    return static_cast<int>(status);
}

std::vector<std::string> stringsOf(const QStringList& texts)
{
    std::vector<std::string> all;
    for (const QString& text : texts) {
        all.push_back(text.toStdString());
    }
    return all;
}

QByteArray answerOf(const ui::report::Report& report, const ReportRequest& request)
{
    // An HTML document has no pages.
    const bool hasPages = request.path.extension() == ".pdf" || request.path.extension() == ".PDF";
    if (request.isJson) {
        nlohmann::ordered_json document;
        document["path"] = request.path.string();
        document["pages"] = hasPages ? nlohmann::ordered_json(report.pages()) : nullptr;
        document["left_out"] = stringsOf(report.leftOut());
        document["missing_glyphs"] = stringsOf(report.missingGlyphs());
        document["summary"] = request.summary;
        const std::string text =
            document.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
        return QByteArray::fromStdString(text) + '\n';
    }
    const QString path = QString::fromStdString(request.path.string());
    QStringList lines;
    if (!hasPages) {
        lines << tr("Written: %1.").arg(path);
    } else if (report.pages() == 1) {
        lines << tr("Written: %1, 1 page.").arg(path);
    } else {
        lines << tr("Written: %1, %2 pages.").arg(path, QString::number(report.pages()));
    }
    if (hasPages) {
        for (const QString& sentence : report.leftOut()) {
            lines << QLatin1String("    ") + sentence;
        }
    }
    return lines.join(QLatin1Char('\n')).toUtf8() + '\n';
}

ui::report::Written
writeHeld(const ui::report::Report& report, const ReportRequest& request, const Clock& clock)
{
    LongWork work{clock}; // a signal that came ends the program with it
    return ui::report::write(report, request.path, work.progress());
}

} // namespace

int writeReport(int& argc,
                char* argv[],
                const ReportRequest& request,
                const Clock& clock,
                const Vocabulary& vocabulary)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    // What Qt finds odd about a machine without a desktop is nothing for a person.
    qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString& message) {
        spdlog::info("Qt: {}", message.toStdString());
    });
    const QGuiApplication application{argc, argv};
    const ui::report::Report report{request.sources, request.wishes, vocabulary, request.words};
    try {
        if (writeHeld(report, request, clock) == ui::report::Written::Cancelled) {
            return refuseReport(ExitStatus::Refused, tr("Stopped. Nothing was written."));
        }
    } catch (const StorageError& error) {
        spdlog::warn("report failed: {}", error.what());
        return refuseReport(ExitStatus::Storage, ui::wording::reportFailure(error, request.path));
    }
    if (const QStringList missing = report.missingGlyphs();
        !missing.isEmpty() && !request.isJson) { // there it stands in the document
        refuseReport(ExitStatus::Done, ui::wording::reportNoGlyph(missing));
    }
    const QByteArray answer = answerOf(report, request);
    std::fwrite(answer.constData(), 1, static_cast<std::size_t>(answer.size()), stdout);
    if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0) {
        return refuseReport(ExitStatus::Storage, tr("The output could not be written."));
    }
    return static_cast<int>(ExitStatus::Done);
}

} // namespace unclench::app::cli
