// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/report.h"

#include "ui/report/content.h"
#include "ui/report/first_page.h"
#include "ui/report/glyphs.h"
#include "ui/report/html.h"
#include "ui/report/long_pages.h"
#include "ui/report/paper.h"

#include <QBuffer>
#include <QLocale>
#include <QPagedPaintDevice>
#include <QPainter>

#include <algorithm>
#include <array>
#include <atomic>

namespace unclench::ui::report {

namespace {

/// Counting the pages, which each of them says, takes about so much of the whole.
constexpr double kCounting = 0.4;

QStringList missingIn(const Contents& contents, const std::optional<LongVersion>& longVersion)
{
    Characters characters;
    characters.add(plainText(contents));
    if (longVersion) {
        for (const Medicine& medicine : longVersion->medicines) {
            characters.add(QString::fromStdString(medicine.name));
            characters.add(QString::fromStdString(medicine.dose));
        }
        for (const Intake& intake : longVersion->intakes) {
            characters.add(QString::fromStdString(intake.dose));
        }
        if (contents.hasNotes) {
            for (const Course& course : longVersion->courses) {
                characters.add(QString::fromStdString(course.details.note.value_or(std::string{})));
                for (const Reading& reading : course.readings) {
                    characters.add(QString::fromStdString(reading.note));
                }
            }
        }
    }
    return characters.missing();
}

} // namespace

struct Report::Content {
    Sources sources;
    Wishes wishes;
    Contents contents;
    std::vector<LongTable> tables;
    /// The same on paper, where the first page does not have everything in full.
    std::vector<LongTable> paperTables;
    QStringList missing;
    FirstPage first;
    /// 0: not counted yet. A worker may print what the window shows.
    mutable std::atomic<int> pages{0};

    /// Absent: `progress` said to stop.
    [[nodiscard]] std::optional<int> countPages(const std::function<bool(double)>& progress) const
    {
        if (!sources.longVersion) {
            return 1;
        }
        if (pages == 0) {
            const auto counted = setLongPages(paperTables, wishes.paper,
                                              {[](int, const std::vector<Box>&) {}, progress});
            if (!counted) {
                return std::nullopt;
            }
            pages = *counted;
        }
        return pages.load();
    }
};

Report::Report(Sources sources, Wishes wishes, const Vocabulary& vocabulary, const Words& words)
    : m_content(std::make_unique<Content>())
{
    Content& content = *m_content;
    content.sources = std::move(sources);
    content.wishes = std::move(wishes);
    content.contents = contentsOf(content.sources, content.wishes, vocabulary, words);
    content.missing = missingIn(content.contents, content.sources.longVersion);
    content.first =
        firstPage(content.contents, content.wishes.paper,
                  content.missing.isEmpty() ? QString{} : wording::reportNoGlyph(content.missing));
    if (content.sources.longVersion) {
        content.tables = longTables(*content.sources.longVersion, content.wishes,
                                    content.sources.summary.now, words);
        content.paperTables = content.tables;
        if (auto full = inFullTable(content.first.inFull)) {
            content.paperTables.insert(content.paperTables.begin(), std::move(*full));
        }
    }
}

Report::~Report() = default;
Report::Report(Report&&) noexcept = default;
Report& Report::operator=(Report&&) noexcept = default;

QString Report::title() const
{
    return m_content->contents.title;
}

QPageSize Report::paper() const
{
    return QPageSize{m_content->wishes.paper};
}

int Report::pages() const
{
    return m_content->countPages([](double) { return true; }).value_or(1);
}

void Report::paintFirstPage(QPainter& painter, double unit) const
{
    const Content& content = *m_content;
    painter.save();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.scale(unit / kMillimetre, unit / kMillimetre);
    paintBoxes(painter, content.first.boxes, content.contents);
    paintBoxes(painter,
               footerBoxes(content.contents, content.wishes.paper, 1,
                           content.sources.longVersion ? content.pages.load() : 1),
               content.contents);
    painter.restore();
}

bool Report::print(QPagedPaintDevice& device, const std::function<bool(double)>& progress) const
{
    const Content& content = *m_content;
    const auto pages =
        content.countPages([&](double share) { return progress(share * kCounting); });
    QPainter painter;
    if (!pages || !painter.begin(&device)) {
        return false;
    }
    constexpr double kMillimetresAnInch = 25.4;
    const double unit = device.logicalDpiX() / kMillimetresAnInch;
    paintFirstPage(painter, unit);
    if (!content.sources.longVersion) {
        return painter.end() && progress(1.0);
    }
    bool isFine = true;
    const auto page = [&](int number, const std::vector<Box>& boxes) {
        isFine = isFine && device.newPage();
        painter.save();
        painter.scale(unit / kMillimetre, unit / kMillimetre);
        paintBoxes(painter, boxes, content.contents);
        paintBoxes(painter, footerBoxes(content.contents, content.wishes.paper, number, *pages),
                   content.contents);
        painter.restore();
    };
    const auto goOn = [&](double share) {
        return isFine && progress(kCounting + (1 - kCounting) * share);
    };
    const bool isWhole =
        setLongPages(content.paperTables, content.wishes.paper, {page, goOn}).has_value();
    return painter.end() && isWhole && isFine && progress(1.0);
}

bool Report::writeHtml(QIODevice& device, const std::function<bool(double)>& progress) const
{
    return report::writeHtml(device, m_content->contents, m_content->tables,
                             m_content->sources.longVersion.has_value(), progress);
}

QString Report::toText() const
{
    return plainText(m_content->contents);
}

QString Report::toHtml() const
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const bool isWhole = writeHtml(buffer, [](double) { return true; });
    Q_ASSERT(isWhole); // memory does not fail a write
    Q_UNUSED(isWhole)
    return QString::fromUtf8(buffer.data());
}

QStringList Report::leftOut() const
{
    return m_content->first.leftOut;
}

QStringList Report::missingGlyphs() const
{
    return m_content->missing;
}

QPageSize::PageSizeId usualPaper()
{
    // Where CLDR says that paper is Letter.
    constexpr std::array kLetter{QLocale::Belize,       QLocale::Canada,     QLocale::Chile,
                                 QLocale::Colombia,     QLocale::CostaRica,  QLocale::Guatemala,
                                 QLocale::Mexico,       QLocale::Nicaragua,  QLocale::Panama,
                                 QLocale::Philippines,  QLocale::PuertoRico, QLocale::ElSalvador,
                                 QLocale::UnitedStates, QLocale::Venezuela};
    const auto territory = QLocale::system().territory();
    return std::find(kLetter.begin(), kLetter.end(), territory) != kLetter.end() ? QPageSize::Letter
                                                                                 : QPageSize::A4;
}

} // namespace unclench::ui::report
