// SPDX-License-Identifier: GPL-3.0-or-later
// The big buttons of bad-day mode: how large they are, on which screen and in which window.
#include "tests/ui/sights.h"
#include "ui/widgets/big_button.h"

#include <QApplication>
#include <QFont>
#include <QScrollArea>
#include <QScrollBar>

#include <cmath>
#include <limits>
#include <string_view>

namespace unclench::ui {
namespace {

TEST(BigButtons, AreNeverSmallerThan24MillimetresWhateverTheScreenClaims)
{
    EXPECT_EQ(leastBigSide(96.0), 120);
    EXPECT_EQ(leastBigSide(126.0), 120);
    EXPECT_EQ(leastBigSide(160.0), 152); // 24 mm of 25.4 to the inch
    EXPECT_EQ(leastBigSide(320.0), 303);
    EXPECT_EQ(leastBigSide(0.0), 120);
    EXPECT_EQ(leastBigSide(-5.0), 120);
    EXPECT_EQ(leastBigSide(25'400.0), 120);
    EXPECT_EQ(leastBigSide(std::numeric_limits<double>::infinity()), 120);
    EXPECT_EQ(leastBigSide(std::nan("")), 120);
}

bool isOfBadDay(const Sight& sight)
{
    return std::string_view{sight.name}.starts_with("bad day");
}

void expectLargeAndInView(const Scene& scene, const std::string& where)
{
    for (const auto* button : scene.shown->findChildren<BigButton*>()) {
        if (button->isVisible()) {
            EXPECT_GE(button->width(), 120) << where << qPrintable(button->objectName());
            EXPECT_GE(button->height(), 120) << where << qPrintable(button->objectName());
        }
    }
    for (const auto* area : scene.shown->findChildren<QScrollArea*>()) {
        const bool isOurs = area->objectName().startsWith(QLatin1String("badDay"));
        EXPECT_TRUE(!isOurs || !area->isVisible() || area->verticalScrollBar()->maximum() == 0)
            << where << qPrintable(area->objectName()) << " by "
            << area->verticalScrollBar()->maximum();
    }
}

TEST(BigButtons, AreLargeAndAllInViewInEveryWindowFromTheLeastOn)
{
    const QFont usual = QApplication::font();
    for (const double scale : {1.0, 2.0}) {
        QFont font = usual;
        font.setPointSizeF(usual.pointSizeF() * scale);
        QApplication::setFont(font);
        for (const QSize size : {QSize{960, 600}, QSize{1280, 800}, QSize{1920, 1080}}) {
            for (const Sight& sight : sights()) {
                // An open alert takes its own room above; then it may scroll.
                if (isOfBadDay(sight) && sight.name != std::string_view{"bad day, urgent"}) {
                    expectLargeAndInView(*look(sight, size), std::string{sight.name} + ", " +
                                                                 std::to_string(size.width()) +
                                                                 ", " + std::to_string(scale) +
                                                                 ": ");
                }
            }
        }
    }
    QApplication::setFont(usual);
}

} // namespace
} // namespace unclench::ui
