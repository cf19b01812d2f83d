// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/report_file.h"

#include "app/cli/session.h"
#include "app/cli/tr.h"
#include "core/store/storage_error.h"
#include "ui/wording/report.h"

#include <QGuiApplication>
#include <spdlog/spdlog.h>

#include <csignal>
#include <cstdio>
#include <unistd.h>

namespace unclench::app::cli {

namespace {

/// While this lives, Ctrl+C and the like wait, and are seen: what was begun is put away first.
/// After it they do what they always do.
class HeldSignals {
public:
    HeldSignals()
    {
        ::sigemptyset(&m_held);
        for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
            ::sigaddset(&m_held, signal);
        }
        ::pthread_sigmask(SIG_BLOCK, &m_held, &m_before);
    }
    ~HeldSignals() { ::pthread_sigmask(SIG_SETMASK, &m_before, nullptr); }
    HeldSignals(const HeldSignals&) = delete;
    HeldSignals& operator=(const HeldSignals&) = delete;

    [[nodiscard]] static bool hasCome()
    {
        sigset_t waiting;
        ::sigpending(&waiting);
        return ::sigismember(&waiting, SIGINT) == 1 || ::sigismember(&waiting, SIGTERM) == 1 ||
               ::sigismember(&waiting, SIGHUP) == 1;
    }

private:
    sigset_t m_held{};
    sigset_t m_before{};
};

/// How far it is, for a person who waits at a terminal.
class ProgressLine {
public:
    explicit ProgressLine(const Clock& clock)
        : m_clock(clock), m_isSeen(::isatty(STDERR_FILENO) == 1), m_begin(clock.now().monotonic)
    {
    }
    ~ProgressLine()
    {
        if (m_percent >= 0) {
            std::fputs("\r      \r", stderr);
        }
    }
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

    void show(double share)
    {
        constexpr std::chrono::milliseconds kPatience{1000};
        const int percent = static_cast<int>(100 * share);
        if (m_isSeen && percent != m_percent && m_clock.now().monotonic - m_begin >= kPatience) {
            m_percent = percent;
            std::fprintf(stderr, "\r%3d %%", percent);
        }
    }

private:
    const Clock& m_clock;
    bool m_isSeen;
    std::chrono::milliseconds m_begin;
    int m_percent = -1;
};

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
    const HeldSignals held;
    ProgressLine line{clock};
    return ui::report::write(report, request.path, [&](double share) {
        line.show(share);
        return !HeldSignals::hasCome();
    }); // a signal that came ends the program here
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
