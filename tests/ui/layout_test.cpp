// SPDX-License-Identifier: GPL-3.0-or-later
// Nothing is cut, covered or pushed out: with large fonts, wide fonts, long words and in small
// windows.
#include "tests/support/case_name.h"
#include "tests/ui/layout_faults.h"
#include "tests/ui/longer_words.h"
#include "tests/ui/sights.h"

#include <QApplication>
#include <QFont>
#include <QLocale>
#include <QScrollArea>
#include <QScrollBar>

#include <fmt/format.h>

#include <span>
#include <vector>

namespace unclench::ui {
namespace {

void expectSound(const Scene& scene, const std::string& name)
{
    const QStringList faults = layoutFaults(*scene.shown);
    EXPECT_TRUE(faults.isEmpty()) << name << ":\n  "
                                  << qPrintable(faults.join(QLatin1String("\n  ")));
}

struct LayoutCase {
    const char* name;
    /// Built in the first, then made as large as each of the others.
    std::vector<QSize> sizes;
    double fontScale = 1.0;
    bool hasLongerWords = false;
    int stretch = QFont::Unstretched;
};
constexpr QSize kUsual{1280, 800};
constexpr QSize kLeast{960, 600};
constexpr QSize kHalfASmallLaptop{640, 400};
const LayoutCase kCases[] = {
    {"as it is meant, smaller and back", {kUsual, kLeast, kHalfASmallLaptop, kUsual}},
    {"half a small laptop and larger", {kHalfASmallLaptop, kLeast}},
    {"a font of 200 %", {kUsual, kLeast}, 2.0},
    {"words 40 % longer", {kUsual, kLeast}, 1.0, true},
    {"a font of 200 % and words 40 % longer", {kUsual}, 2.0, true},
    {"a font twice as wide", {kUsual}, 1.0, false, 200},
};

class Layouts : public testing::TestWithParam<LayoutCase> {
protected:
    Layouts()
    {
        QFont font = m_usual;
        font.setPointSizeF(m_usual.pointSizeF() * GetParam().fontScale);
        font.setStretch(GetParam().stretch);
        QApplication::setFont(font);
        if (GetParam().hasLongerWords) {
            QApplication::installTranslator(&m_longer);
        }
    }
    ~Layouts() override
    {
        QApplication::removeTranslator(&m_longer);
        QApplication::setFont(m_usual);
    }

private:
    QFont m_usual = QApplication::font();
    LongerWords m_longer;
};

TEST_P(Layouts, CutAndCoverNothing)
{
    const LayoutCase& one = GetParam();
    for (const Sight& sight : sights()) {
        const auto scene = look(sight, one.sizes.front(),
                                one.hasLongerWords ? longerVocabulary() : Words::builtIn());
        expectSound(*scene, sight.name);
        for (const QSize& size : std::span{one.sizes}.subspan(1)) {
            scene->shown->resize(size);
            settle(*scene->shown);
            expectSound(*scene,
                        fmt::format("{} in {} x {}", sight.name, size.width(), size.height()));
        }
    }
}

INSTANTIATE_TEST_SUITE_P(All, Layouts, testing::ValuesIn(kCases), tests::caseName<LayoutCase>);

TEST(Layout, NothingScrollsOnNowAndTheFirstStartInAUsualWindow)
{
    for (const Sight& sight : sights()) {
        const std::string_view name = sight.name;
        if (name != "now, empty" && name != "now, one" && name != "now, full" &&
            name != "now, care blocked" && name != "now, care allowed" &&
            name != "now, care recommended" && name != "now, skin later" &&
            name != "now, sitting due" && name != "now, sitting in a meeting" &&
            name != "now, standing, one" && name != "now, on a break" && name != "care running" &&
            name != "care overdue" && name != "care after" && name != "care asked" &&
            name != "first start") {
            continue;
        }
        const auto scene = look(sight, kUsual);
        for (const auto* area : scene->shown->findChildren<QScrollArea*>()) {
            EXPECT_TRUE(!area->isVisible() || area->verticalScrollBar()->maximum() == 0)
                << name << " " << qPrintable(area->objectName()) << " by "
                << area->verticalScrollBar()->maximum();
        }
    }
}

TEST(Layout, TheTimelineIsSeenWithoutScrollingInTheSmallestWindow)
{
    for (const Sight& sight : sights()) {
        if (std::string_view{sight.name} != "timeline, empty") {
            continue;
        }
        const auto scene = look(sight, kHalfASmallLaptop);
        const auto* area = scene->shown->findChild<QScrollArea*>(QStringLiteral("historyScroll"));
        const auto* timeline = scene->shown->findChild<QWidget*>(QStringLiteral("timeline"));

        const QPoint end = timeline->mapTo(area->viewport(), timeline->rect().bottomLeft());

        EXPECT_EQ(area->verticalScrollBar()->value(), 0);
        EXPECT_TRUE(timeline->isVisible());
        EXPECT_LT(end.y(), area->viewport()->height());
        return;
    }
    FAIL() << "there is no such sight";
}

TEST(Layout, HoldsWithTheNumbersAndDatesOfALanguageWithoutTranslation)
{
    for (const char* language : {"de_DE", "ar_EG", "xx_YY"}) {
        QLocale::setDefault(QLocale{QLatin1String{language}});
        for (const Sight& sight : sights()) {
            const auto scene = look(sight, kUsual);
            expectSound(*scene, std::string{language} + ", " + sight.name);
        }
    }
    QLocale::setDefault(QLocale::c());
}

} // namespace
} // namespace unclench::ui
