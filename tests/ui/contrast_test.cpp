// SPDX-License-Identifier: GPL-3.0-or-later
// Every text can be read: the contrast of what is really painted, on every page and dialog.
#include "tests/ui/sights.h"
#include "ui/appearance.h"
#include "ui/theme.h"
#include "ui/widgets/chips.h"
#include "ui/widgets/navigation.h"
#include "ui/widgets/pain_scale.h"

#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QHash>
#include <QHeaderView>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QScrollBar>

#include <fmt/format.h>

namespace unclench::ui {
namespace {

constexpr double kReadable = 4.5;
/// WCAG asks for nothing where a control is disabled; a person still wants to know what it is.
constexpr double kDisabled = 3.0;

/// A piece of a widget that holds text and nothing else: no outline may pass for it.
struct Text {
    QRect place;
    QString what;
    bool isEnabled = true;
};

QRect centred(const QRect& area, const QSize& size)
{
    QRect place{QPoint{}, size.boundedTo(area.size())};
    place.moveCenter(area.center());
    return place;
}

void addButton(const QAbstractButton& button, QList<Text>& texts)
{
    if (button.text().isEmpty()) {
        return;
    }
    const QFontMetrics metrics = button.fontMetrics();
    QRect place =
        centred(button.rect(), {metrics.horizontalAdvance(button.text()), metrics.height()});
    if (qobject_cast<const QCheckBox*>(&button) != nullptr ||
        qobject_cast<const QRadioButton*>(&button) != nullptr) {
        place = button.rect().adjusted(button.style()->pixelMetric(QStyle::PM_IndicatorWidth) + 4,
                                       0, 0, 0);
    } else if (qobject_cast<const NavigationButton*>(&button) != nullptr) {
        place = button.rect().adjusted(theme::grid(button.font(), 2), 6, -6, -6);
    }
    texts.append({place, button.text(), button.isEnabled()});
}

void addCells(const QAbstractItemView& view, QList<Text>& texts)
{
    const auto* model = view.model();
    for (int row = 0; row < std::min(model->rowCount(), 6); ++row) {
        for (int column = 0; column < model->columnCount(); ++column) {
            const QModelIndex index = model->index(row, column);
            const QString text = index.data().toString();
            const QRect cell = view.visualRect(index).adjusted(3, 3, -3, -3);
            if (!text.isEmpty() && view.viewport()->rect().contains(cell)) {
                texts.append({cell.translated(view.viewport()->pos()), text});
            }
        }
    }
}

QList<Text> textsOf(const QWidget& widget)
{
    QList<Text> texts;
    if (const auto* label = qobject_cast<const QLabel*>(&widget)) {
        texts.append({label->contentsRect(), label->text(), label->isEnabled()});
    } else if (const auto* button = qobject_cast<const QAbstractButton*>(&widget)) {
        addButton(*button, texts);
    } else if (const auto* box = qobject_cast<const QComboBox*>(&widget)) {
        texts.append(
            {box->rect().adjusted(5, 5, -box->height(), -5), box->currentText(), box->isEnabled()});
    } else if (const auto* spin = qobject_cast<const QAbstractSpinBox*>(&widget)) {
        texts.append(
            {spin->rect().adjusted(5, 5, -spin->height(), -5), spin->text(), spin->isEnabled()});
    } else if (const auto* line = qobject_cast<const QLineEdit*>(&widget)) {
        if (qobject_cast<const QAbstractSpinBox*>(line->parentWidget()) == nullptr) {
            texts.append({line->rect().adjusted(5, 5, -5, -5),
                          line->text() + line->placeholderText(), line->isEnabled()});
        }
    } else if (const auto* note = qobject_cast<const QPlainTextEdit*>(&widget)) {
        texts.append({note->rect().adjusted(4, 4, -4, -4),
                      note->toPlainText() + note->placeholderText(), note->isEnabled()});
    } else if (const auto* header = qobject_cast<const QHeaderView*>(&widget)) {
        for (int i = 0; header->orientation() == Qt::Horizontal && i < header->count(); ++i) {
            texts.append({QRect{header->sectionViewportPosition(i) + 2, 2,
                                header->sectionSize(i) - 4, header->height() - 6},
                          header->model()->headerData(i, Qt::Horizontal).toString()});
        }
    } else if (const auto* view = qobject_cast<const QAbstractItemView*>(&widget)) {
        addCells(*view, texts);
    }
    return texts;
}

/// Of the ground, which is what most of it shows, and of what stands out most from it.
double paintedContrast(const QImage& picture, const QRect& place)
{
    QHash<QRgb, int> counts;
    for (int y = place.top(); y <= place.bottom(); ++y) {
        const auto* line = reinterpret_cast<const QRgb*>(picture.constScanLine(y));
        for (int x = place.left(); x <= place.right();) {
            const int begin = x;
            const QRgb pixel = line[x];
            while (x <= place.right() && line[x] == pixel) {
                ++x;
            }
            counts[pixel] += x - begin;
        }
    }
    QRgb ground = 0;
    int most = 0;
    for (auto one = counts.begin(); one != counts.end(); ++one) {
        if (one.value() > most) {
            most = one.value();
            ground = one.key();
        }
    }
    double best = 1.0;
    for (auto one = counts.begin(); one != counts.end(); ++one) {
        best = std::max(best, theme::contrast(QColor{one.key()}, QColor{ground}));
    }
    return best;
}

/// A box with a line in it is covered by that line: whether the line is in view.
bool isLineSeen(const QWidget& widget)
{
    const auto* line = qobject_cast<const QAbstractSpinBox*>(&widget) != nullptr
                           ? widget.findChild<QLineEdit*>()
                           : nullptr;
    return line != nullptr && line->visibleRegion().contains(line->rect());
}

/// Fails for each text that cannot be read; returns how many texts there are.
int expectReadable(const QWidget& shown, const std::string& where)
{
    constexpr int kScale = 2;
    QImage picture{shown.size() * kScale, QImage::Format_RGB32};
    picture.setDevicePixelRatio(kScale);
    const_cast<QWidget&>(shown).render(&picture);
    int count = 0;
    for (const QWidget* widget : shown.findChildren<QWidget*>()) {
        if (!widget->isVisible() || widget->window() != &shown) {
            continue;
        }
        for (const Text& text : textsOf(*widget)) {
            const QRect inWindow{widget->mapTo(&shown, text.place.topLeft()), text.place.size()};
            const bool isSeen = widget->visibleRegion().contains(text.place) ||
                                qobject_cast<const QHeaderView*>(widget) != nullptr ||
                                qobject_cast<const QAbstractItemView*>(widget) != nullptr ||
                                isLineSeen(*widget);
            if (text.what.trimmed().isEmpty() || !text.place.isValid() || !isSeen) {
                continue;
            }
            ++count;
            const QRect pixels{inWindow.topLeft() * kScale, inWindow.size() * kScale};
            const double contrast = paintedContrast(picture, pixels.intersected(picture.rect()));
            EXPECT_GE(contrast, text.isEnabled ? kReadable : kDisabled)
                << where << ": " << qPrintable(text.what.left(40)) << " in "
                << widget->metaObject()->className() << " " << qPrintable(widget->objectName());
        }
    }
    return count;
}

QPalette systemHighContrast(QColor ground, QColor text)
{
    QPalette palette{text, ground, ground, ground, ground, text, ground};
    palette.setColor(QPalette::Window, ground);
    palette.setColor(QPalette::Base, ground);
    palette.setColor(QPalette::Button, ground);
    for (const auto role : {QPalette::Text, QPalette::ButtonText, QPalette::WindowText}) {
        palette.setColor(role, text);
    }
    palette.setColor(QPalette::Highlight, text);
    palette.setColor(QPalette::HighlightedText, ground);
    return palette;
}

/// So high that nothing is scrolled away.
void growToAll(QWidget& shown)
{
    for (int round = 0; round < 3; ++round) { // what was no longer hidden may be longer than it was
        int hidden = 0;
        for (const auto* area : shown.findChildren<QAbstractScrollArea*>()) {
            if (area->isVisible()) {
                hidden = std::max(hidden, area->verticalScrollBar()->maximum());
            }
        }
        if (hidden == 0) {
            return;
        }
        shown.resize(shown.width(), shown.height() + hidden);
        settle(shown);
    }
}

struct Colours {
    const char* name;
    QPalette palette;
};

QList<Colours> allColours()
{
    return {
        {"light", theme::palette(theme::Scheme::Light)},
        {"dark", theme::palette(theme::Scheme::Dark)},
        {"black on white", theme::palette(theme::Scheme::BlackOnWhite)},
        {"white on black", theme::palette(theme::Scheme::WhiteOnBlack)},
        {"the system's, dark",
         paletteFor(Appearance::System, systemHighContrast(Qt::black, Qt::white))},
        {"the system's, light",
         paletteFor(Appearance::System, systemHighContrast(Qt::white, Qt::black))},
    };
}

constexpr std::size_t kParts = 4;

/// Each part takes every fourth sight.
class Contrast : public testing::TestWithParam<std::size_t> {
protected:
    ~Contrast() override { QApplication::setPalette(m_usual); }

private:
    QPalette m_usual = QApplication::palette();
};

/// Each of the colours is the one in which some sights are built; the others follow in the open
/// window, as where a person changes them.
TEST_P(Contrast, OfEveryTextIsEnoughInAllColours)
{
    const QList<Colours> colours = allColours();
    const std::vector<Sight>& all = sights();
    for (std::size_t i = GetParam(); i < all.size(); i += kParts) {
        const auto first = static_cast<qsizetype>(i / kParts);
        QApplication::setPalette(colours[first % colours.size()].palette);
        const auto scene = look(all[i], {1280, 1000});
        growToAll(*scene->shown);
        for (qsizetype step = 0; step < colours.size(); ++step) {
            const Colours& now = colours[(first + step) % colours.size()];
            QApplication::setPalette(now.palette);
            settle(*scene->shown);
            const int texts =
                expectReadable(*scene->shown, fmt::format("{}, {}", now.name, all[i].name));
            EXPECT_GE(texts, 3) << all[i].name;
        }
    }
}

INSTANTIATE_TEST_SUITE_P(All, Contrast, testing::Range(std::size_t{0}, kParts));

TEST(Appearances, HighContrastOfTheSystemPassesThrough)
{
    for (QPalette system :
         {systemHighContrast(Qt::black, Qt::white), systemHighContrast(Qt::white, Qt::black)}) {
        system.setColor(QPalette::Highlight, Qt::cyan);
        system.setColor(QPalette::Link, Qt::yellow);
        for (const auto appearance : {Appearance::System, Appearance::HighContrast}) {
            const QPalette shown = paletteFor(appearance, system);
            for (int role = 0; role < QPalette::NColorRoles; ++role) {
                const auto each = static_cast<QPalette::ColorRole>(role);
                if (each != QPalette::PlaceholderText && each != QPalette::Mid) {
                    EXPECT_EQ(shown.color(each), system.color(each)) << role;
                }
            }
            EXPECT_GE(theme::contrast(shown.color(QPalette::PlaceholderText),
                                      shown.color(QPalette::Base)),
                      7.0);
        }
        EXPECT_EQ(paletteFor(Appearance::Dark, system), theme::palette(theme::Scheme::Dark));
        EXPECT_EQ(paletteFor(Appearance::Light, system), theme::palette(theme::Scheme::Light));
    }
}

TEST(Appearances, FollowASystemWithoutHighContrast)
{
    using theme::Scheme;
    const QPalette light{QColor{0xEF, 0xEF, 0xEF}};
    const QPalette dark{QColor{0x2A, 0x2E, 0x32}};
    EXPECT_FALSE(theme::isHighContrast(light));
    EXPECT_FALSE(theme::isHighContrast(dark));
    EXPECT_FALSE(theme::isHighContrast(theme::palette(Scheme::Dark)));

    EXPECT_EQ(paletteFor(Appearance::System, light), theme::palette(Scheme::Light));
    EXPECT_EQ(paletteFor(Appearance::System, dark), theme::palette(Scheme::Dark));
    EXPECT_EQ(paletteFor(Appearance::HighContrast, light), theme::palette(Scheme::BlackOnWhite));
    EXPECT_EQ(paletteFor(Appearance::HighContrast, dark), theme::palette(Scheme::WhiteOnBlack));
}

TEST(Appearances, ContrastIsCountedAsWcagDoes)
{
    EXPECT_NEAR(theme::contrast(Qt::black, Qt::white), 21.0, 0.01);
    EXPECT_NEAR(theme::contrast(QColor{0x77, 0x77, 0x77}, Qt::white), 4.48, 0.01);
    EXPECT_NEAR(theme::contrast(Qt::red, Qt::red), 1.0, 0.01);
}

} // namespace
} // namespace unclench::ui
