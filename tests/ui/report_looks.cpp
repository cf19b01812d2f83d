// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/report_looks.h"

#include "ui/report/set_text.h"

namespace unclench::test {

using ui::report::Box;

namespace {

constexpr double kRounding = 2.0; // a tenth of a point

bool holds(const QRectF& outer, const QRectF& inner)
{
    return inner.left() >= outer.left() - kRounding && inner.right() <= outer.right() + kRounding &&
           inner.top() >= outer.top() - kRounding && inner.bottom() <= outer.bottom() + kRounding;
}

bool overlap(const QRectF& a, const QRectF& b)
{
    return a.adjusted(kRounding, kRounding, -kRounding, -kRounding)
        .intersects(b.adjusted(kRounding, kRounding, -kRounding, -kRounding));
}

} // namespace

const ui::Words& reportWords()
{
    static const ui::Words& kWords = ui::Words::builtIn();
    return kWords;
}

ui::report::Report made(const ReportLife& life)
{
    return {life.sources, life.wishes, Vocabulary::builtIn(), reportWords()};
}

ui::report::Contents contentsOf(const ReportLife& life)
{
    return ui::report::contentsOf(life.sources, life.wishes, Vocabulary::builtIn(), reportWords());
}

std::string
layoutFaultsOf(const std::vector<Box>& boxes, const QRectF& page, qsizetype longestShown)
{
    const auto name = [](const Box& box) {
        return box.text ? box.text->text().left(40) : QStringLiteral("picture or rule");
    };
    QStringList faults;
    std::vector<const Box*> things;
    for (const Box& box : boxes) {
        if (!holds(page, box.given)) {
            faults << QStringLiteral("off the page: ") + name(box);
        }
        if (!holds(box.given, box.needed)) {
            faults << QStringLiteral("over its edge: ") + name(box);
        }
        if (box.text && box.text->isCut() && box.text->given().size() <= longestShown) {
            faults << QStringLiteral("cut: ") + name(box);
        }
        if (box.kind != Box::Kind::Rule) {
            things.push_back(&box);
        }
    }
    for (std::size_t i = 0; i < things.size(); ++i) {
        for (std::size_t j = i + 1; j < things.size(); ++j) {
            if (overlap(things[i]->given, things[j]->given)) {
                faults << name(*things[i]) + QStringLiteral(" over ") + name(*things[j]);
            }
        }
    }
    return faults.join(QLatin1Char('\n')).toStdString();
}

QString textOf(const ui::report::FirstPage& page)
{
    QStringList all;
    for (const Box& box : page.boxes) {
        all << (box.text ? box.text->text() : QString{});
    }
    return all.join(QLatin1Char('\n'));
}

} // namespace unclench::test
