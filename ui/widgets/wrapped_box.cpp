// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/wrapped_box.h"

#include "ui/theme.h"

#include <QPainter>
#include <QStyle>
#include <QStyleOptionButton>

#include <algorithm>
#include <type_traits>

namespace unclench::ui {

namespace {

template <class Button>
constexpr bool kIsRadio = std::is_same_v<Button, QRadioButton>;

constexpr int kBoxText = Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap | Qt::TextShowMnemonic;

} // namespace

template <class Button>
WrappedBox<Button>::WrappedBox(const QString& text, QWidget* parent) : Button(text, parent)
{
    QSizePolicy policy{QSizePolicy::Preferred, QSizePolicy::Minimum,
                       this->sizePolicy().controlType()};
    policy.setHeightForWidth(true);
    this->setSizePolicy(policy);
}

template <class Button>
QRect WrappedBox<Button>::wordsIn(const QRect& area) const
{
    QStyleOptionButton option;
    this->initStyleOption(&option);
    option.rect = area;
    return this->style()->subElementRect(kIsRadio<Button> ? QStyle::SE_RadioButtonContents
                                                          : QStyle::SE_CheckBoxContents,
                                         &option, this);
}

template <class Button>
QSize WrappedBox<Button>::minimumSizeHint() const
{
    const QRect probe{0, 0, 10'000, 100};
    const int mark = probe.width() - wordsIn(probe).width();
    return {mark + theme::longestWord(this->fontMetrics(), this->text()),
            this->sizeHint().height()};
}

template <class Button>
int WrappedBox<Button>::heightForWidth(int width) const
{
    const int room = wordsIn({0, 0, width, 100}).width();
    const QRect words =
        this->fontMetrics().boundingRect(QRect{0, 0, room, 100'000}, kBoxText, this->text());
    return std::max(this->sizeHint().height(), words.height());
}

template <class Button>
bool WrappedBox<Button>::hitButton(const QPoint& at) const
{
    return this->rect().contains(at);
}

template <class Button>
void WrappedBox<Button>::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    QStyleOptionButton option;
    this->initStyleOption(&option);
    option.text.clear(); // the style draws the box, and we the words
    QStyle* style = this->style();
    style->drawControl(kIsRadio<Button> ? QStyle::CE_RadioButton : QStyle::CE_CheckBox, &option,
                       &painter, this);
    const bool isUnderlined = style->styleHint(QStyle::SH_UnderlineShortcut, &option, this) != 0;
    style->drawItemText(&painter, wordsIn(this->rect()),
                        isUnderlined ? kBoxText : kBoxText | Qt::TextHideMnemonic, option.palette,
                        this->isEnabled(), this->text(), QPalette::WindowText);
}

template class WrappedBox<QCheckBox>;
template class WrappedBox<QRadioButton>;

} // namespace unclench::ui
