// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/advice_card.h"

#include "ui/theme.h"
#include "ui/widgets/drawing.h"
#include "ui/widgets/readable.h"

#include <QLabel>
#include <QResizeEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace unclench::ui {

namespace {

constexpr int kLongestLine = 70; // characters
constexpr double kBeside = 64.0; // units of width from which the drawing stands beside the words

} // namespace

AdviceCard::AdviceCard(const GuideCardView& view, QWidget* parent)
    : Section(view.title, parent), m_title(view.title), m_text(view.text), m_isGated(view.isGated),
      m_words(new ReadableText{QStringLiteral("guide_%1_text").arg(view.id), view.text}),
      m_body(new QBoxLayout{QBoxLayout::LeftToRight})
{
    setObjectName(QStringLiteral("guide_") + view.id);
    // All words begin where those do that leave room for the ring around them.
    const QMargins inset{m_words->margin(), 0, 0, 0};
    column()->itemAt(0)->widget()->setContentsMargins(inset);
    // The layout knows the largest width of a widget, but not that of what lies in it.
    auto* said = new QWidget{this};
    said->setMaximumWidth(longestLine());
    auto* lines = new QVBoxLayout{said};
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(theme::grid(font(), 1));
    if (!view.when.isEmpty()) {
        QLabel* when = addHint(view.when);
        when->setContentsMargins(inset);
        lines->addWidget(when);
    }
    lines->addWidget(m_words);
    if (!view.notWhen.isEmpty()) {
        QLabel* notWhen = addText(view.notWhen);
        notWhen->setObjectName(QStringLiteral("guide_%1_not").arg(view.id));
        notWhen->setContentsMargins(inset);
        QFont strong = notWhen->font();
        strong.setWeight(QFont::DemiBold);
        notWhen->setFont(strong);
        lines->addWidget(notWhen);
    }
    lines->addStretch(1);
    m_body->setSpacing(theme::grid(font(), 2));
    m_body->addWidget(said, 100);
    m_body->addStretch(1);
    if (!view.drawing.isEmpty()) {
        //: %1 what a drawing shows
        m_drawing = new Drawing{view.drawing, tr("Drawing: %1").arg(view.title), this};
        m_body->addWidget(m_drawing, 0, Qt::AlignTop);
    }
    column()->addLayout(m_body);
    m_toolPlace = column()->count();
    QLabel* sources = addHint(view.sources);
    sources->setObjectName(QStringLiteral("guide_%1_sources").arg(view.id));
    sources->setContentsMargins(inset);
    say(m_text);
}

void AdviceCard::addTool(QWidget* tool)
{
    column()->insertWidget(m_toolPlace, tool);
}

void AdviceCard::say(const QString& text)
{
    m_words->setText(text);
    //: %1 the title of a card, %2 what stands on it
    m_words->setAccessibleName(tr("%1. %2").arg(m_title, text));
}

void AdviceCard::display(const ExerciseView& exercise)
{
    if (!m_isGated) {
        return;
    }
    say(exercise.isOpen ? m_text
                        //: %1 why
                        : tr("Closed for now. %1").arg(exercise.reasons.join(QLatin1Char(' '))));
    if (m_drawing != nullptr) {
        m_drawing->setEnabled(exercise.isOpen);
    }
}

int AdviceCard::longestLine() const
{
    return fontMetrics().averageCharWidth() * kLongestLine;
}

void AdviceCard::resizeEvent(QResizeEvent* event)
{
    Section::resizeEvent(event);
    // Where the drawing stands below, the words have the whole width: it must not be too long.
    const int least = std::min(theme::grid(font(), kBeside), longestLine());
    m_body->setDirection(m_drawing == nullptr || event->size().width() >= least
                             ? QBoxLayout::LeftToRight
                             : QBoxLayout::TopToBottom);
}

} // namespace unclench::ui
