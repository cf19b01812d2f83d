// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/break_prompt.h"

#include "ui/theme.h"
#include "ui/widgets/drawing.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/main_button.h"
#include "ui/widgets/scroll_sheet.h"
#include "ui/widgets/seat_ring.h"
#include "ui/widgets/section.h"
#include "ui/widgets/tab_order.h"
#include "ui/widgets/wrapped_label.h"

#include <QBoxLayout>
#include <QCloseEvent>
#include <QCursor>
#include <QGuiApplication>
#include <QImageReader>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QScreen>

#include <algorithm>

namespace unclench::ui {

namespace {

// In units of the grid.
constexpr double kCardWidth = 56.0;
constexpr double kCorner = 3.0; // between the card and the edge of the screen
constexpr double kLargeRing = 26.0;
constexpr double kWidestWords = 84.0;
constexpr double kLowScreen = 80.0;    // with less, its title is no larger than that of a page
constexpr double kNarrowScreen = 84.0; // with less, the drawing stands above its words
constexpr double kPictureOnCard = 18.0;
constexpr double kPictureOnScreen = 36.0;
// All drawings are 240 by 132.
constexpr QSizeF kDrawingOnCard{17.0, 9.35};
constexpr QSizeF kDrawingOnLowScreen{24.0, 13.2};
constexpr QSizeF kDrawingOnScreen{36.0, 19.8};

void say(QLabel* label, const QString& text)
{
    if (label->text() != text) { // each second, and mostly the same
        label->setText(text);
    }
    label->setVisible(!text.isEmpty());
}

/// A file as a picture of at most `side` each way; null where it is gone or is none.
QPixmap pictureOf(const QString& file, int side, double ratio)
{
    QImageReader reader{file};
    reader.setAutoTransform(true);
    const QSize whole = reader.size();
    const QSize most = QSize{side, side} * ratio;
    if (whole.isValid() && (whole.width() > most.width() || whole.height() > most.height())) {
        // A camera's are huge; one that is very long still has a line.
        reader.setScaledSize(whole.scaled(most, Qt::KeepAspectRatio).expandedTo({1, 1}));
    }
    QPixmap picture = QPixmap::fromImageReader(&reader);
    picture.setDevicePixelRatio(ratio);
    return picture;
}

} // namespace

BreakBody::BreakBody(Style style, QWidget* parent)
    : QWidget(parent), m_style(style),
      m_scroll(new ScrollSheet{QStringLiteral("breakScroll"), tr("Break"), this})
{
    setObjectName(QStringLiteral("breakBody"));
    const bool isCard = m_style == Style::Card;
    auto* whole = new QVBoxLayout{this};
    const int margin = theme::grid(font(), isCard ? 2 : 4);
    whole->setContentsMargins(margin, margin, margin, margin);
    whole->setSpacing(theme::grid(font(), isCard ? 1.5 : 3));
    auto* head = new QHBoxLayout;
    m_title = wrapped(QStringLiteral("breakTitle"), {},
                      isCard ? theme::Size::Heading : theme::Size::Figures, this);
    QPushButton* close =
        rowButton(QStringLiteral("breakCloseButton"), tr("Close"), tr("Close (Escape)"), this);
    connect(close, &QPushButton::clicked, this, &BreakBody::closed);
    close->setFlat(isCard);
    if (isCard) {
        head->addWidget(m_title, 1);
    } else {
        head->addStretch(1); // its title is the largest thing on the screen, in the middle
    }
    head->addWidget(close, 0, Qt::AlignTop);
    whole->addLayout(head);
    auto* place = new QHBoxLayout{m_scroll->sheet()};
    place->setContentsMargins(0, 0, 0, 0);
    QWidget* words = buildWords();
    if (isCard) {
        place->addWidget(words, 1);
    } else {
        // What may not be wider stands in a row: a column would reckon with the whole width.
        words->setMaximumWidth(theme::grid(font(), kWidestWords));
        place->addStretch(1);
        place->addWidget(words, 100);
        place->addStretch(1);
    }
    whole->addWidget(m_scroll, 1);
    whole->addWidget(buildFoot());
    display({});
    orderTabs(*this);
}

QWidget* BreakBody::buildWords()
{
    const bool isCard = m_style == Style::Card;
    auto* words = new QWidget{m_scroll->sheet()};
    auto* column = new QVBoxLayout{words};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::grid(font(), isCard ? 1 : 2));
    if (!isCard) {
        column->addStretch(1);
    }
    m_ring = new SeatRing{words};
    m_ring->setObjectName(QStringLiteral("breakRing"));
    if (!isCard) {
        m_ring->setFixedSize(theme::grid(font(), kLargeRing), theme::grid(font(), kLargeRing));
    }
    m_sentence = wrapped(QStringLiteral("breakSentence"), {},
                         isCard ? theme::Size::Body : theme::Size::Heading, words);
    m_what = wrapped(QStringLiteral("breakWhat"), {},
                     isCard ? theme::Size::Body : theme::Size::Heading, words);
    if (!isCard) {
        m_what->setFont(theme::font(font(), theme::Size::Heading));
    }
    auto* lines = new QVBoxLayout;
    lines->setSpacing(theme::grid(font(), 0.5));
    lines->addWidget(m_sentence);
    lines->addWidget(m_what);
    auto* row = new QBoxLayout{isCard ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom};
    row->setSpacing(theme::grid(font(), 2));
    if (!isCard) {
        row->addWidget(m_title);
    }
    row->addWidget(m_ring, 0, isCard ? Qt::AlignTop : Qt::AlignHCenter);
    row->addLayout(lines, 1);
    column->addLayout(row);
    column->addWidget(buildExercise());
    if (!isCard) {
        for (QLabel* label : {m_sentence, m_what, m_exerciseText}) {
            QFont large = theme::font(font(), theme::Size::Heading);
            large.setWeight(QFont::Normal);
            label->setFont(large);
        }
        m_exerciseTitle->setFont(theme::font(font(), theme::Size::Heading));
        for (QLabel* label : {m_title, m_sentence, m_what}) {
            label->setAlignment(Qt::AlignCenter);
        }
    }
    column->addStretch(1);
    return words;
}

QWidget* BreakBody::buildExercise()
{
    m_exercise = new Card{m_scroll->sheet()};
    m_exercise->setObjectName(QStringLiteral("breakExercise"));
    auto* row = new QBoxLayout{QBoxLayout::LeftToRight, m_exercise};
    m_exerciseHalves = row;
    const int padding = theme::grid(font(), 1.5);
    row->setContentsMargins(padding, padding, padding, padding);
    row->setSpacing(theme::grid(font(), 2));
    auto* side = new QWidget{m_exercise};
    m_drawingPlace = new QVBoxLayout{side};
    m_drawingPlace->setContentsMargins(0, 0, 0, 0);
    m_picture = new QLabel{side};
    m_picture->setObjectName(QStringLiteral("breakPicture"));
    m_picture->setWordWrap(true);
    m_drawingPlace->addWidget(m_picture);
    m_drawingPlace->addStretch(1);
    auto* words = new QVBoxLayout;
    words->setSpacing(theme::grid(font(), 0.5));
    if (m_style == Style::Screen) {
        words->addStretch(1);
    }
    m_exerciseTitle =
        wrapped(QStringLiteral("breakExerciseTitle"), {}, theme::Size::Body, m_exercise);
    QFont strong = m_exerciseTitle->font();
    strong.setWeight(QFont::DemiBold);
    m_exerciseTitle->setFont(strong);
    m_exerciseText =
        wrapped(QStringLiteral("breakExerciseText"), {}, theme::Size::Body, m_exercise);
    words->addWidget(m_exerciseTitle);
    words->addWidget(m_exerciseText);
    words->addStretch(1);
    if (m_style == Style::Card) {
        row->addLayout(words, 1);
        row->addWidget(side, 0, Qt::AlignTop);
    } else {
        row->addWidget(side, 0, Qt::AlignTop);
        row->addLayout(words, 1);
    }
    return m_exercise;
}

QWidget* BreakBody::buildFoot()
{
    auto* foot = new QWidget{this};
    auto* column = new QHBoxLayout{foot};
    column->setContentsMargins(0, 0, 0, 0);
    auto* buttons = new QWidget{foot};
    auto* row = new FlowLayout{buttons, theme::grid(font(), 1)};
    m_main = new MainButton{tr("I go&t up"), buttons};
    m_main->setObjectName(QStringLiteral("breakMainButton"));
    m_snooze = rowButton(QStringLiteral("breakSnoozeButton"), {}, {}, buttons);
    m_skip =
        rowButton(QStringLiteral("breakSkipButton"), tr("Skip"), tr("Skip this break"), buttons);
    row->addWidget(m_main);
    for (QPushButton* button : {m_snooze, m_skip}) {
        button->setMinimumHeight(theme::grid(font(), 5));
        row->addWidget(button);
    }
    if (m_style == Style::Screen) {
        // As wide as its buttons, in the middle; narrower where the screen is.
        column->addStretch(1);
        column->addWidget(buttons, 1000);
        column->addStretch(1);
    } else {
        column->addWidget(buttons, 1);
    }
    m_foot = buttons;
    connect(m_main, &QPushButton::clicked, this, [this] {
        if (m_view.left) {
            Q_EMIT backRequested();
        } else {
            Q_EMIT gotUpRequested();
        }
    });
    connect(m_snooze, &QPushButton::clicked, this, &BreakBody::snoozeRequested);
    connect(m_skip, &QPushButton::clicked, this, &BreakBody::skipRequested);
    return foot;
}

void BreakBody::display(const BreakPromptView& view)
{
    m_view = view;
    const bool isRunning = view.left.has_value();
    say(m_title, view.title);
    say(m_sentence, view.sentence);
    say(m_what, view.what);
    m_ring->setVisible(isRunning);
    if (isRunning) {
        m_ring->displayBreak(*view.left, view.length);
    }
    const QString main = isRunning ? tr("I am &back") : tr("I go&t up");
    if (m_main->text() != main || m_main->accessibleName().isEmpty()) {
        m_main->setText(main);
        m_main->setAccessibleName(QString{main}.remove(QLatin1Char('&')));
        m_main->updateGeometry();
    }
    m_main->setMain(!isRunning || view.isOver);
    if (m_snooze->text() != view.snoozeText) {
        m_snooze->setText(view.snoozeText);
        m_snooze->setAccessibleName(view.snoozeText);
        m_snooze->setMinimumWidth(m_snooze->fontMetrics().horizontalAdvance(view.snoozeText) +
                                  theme::grid(font(), 3));
    }
    m_snooze->setVisible(!isRunning && view.canSnooze && !view.snoozeText.isEmpty());
    m_skip->setVisible(!isRunning);
    displayExercise();
    if (m_style == Style::Screen) {
        int wide = 0;
        int count = 0;
        for (const QPushButton* button : {static_cast<QPushButton*>(m_main), m_snooze, m_skip}) {
            if (!button->isHidden()) {
                wide += std::max(button->sizeHint().width(), button->minimumWidth());
                ++count;
            }
        }
        m_foot->setMaximumWidth(wide + (count - 1) * theme::grid(font(), 1));
    }
}

void BreakBody::displayExercise()
{
    say(m_exerciseTitle, m_view.exerciseTitle);
    say(m_exerciseText, m_view.exerciseText);
    displayDrawing();
    displayPicture();
    m_exercise->setVisible(!m_view.exerciseTitle.isEmpty() || !m_view.exerciseText.isEmpty());
}

void BreakBody::displayDrawing()
{
    if (m_view.drawing == m_drawingShown) {
        return;
    }
    m_drawingShown = m_view.drawing;
    if (m_drawing != nullptr) {
        m_drawing->hide();
        m_drawing->deleteLater();
        m_drawing = nullptr;
    }
    if (Drawing::ids().contains(m_view.drawing)) {
        //: %1 what a drawing shows
        m_drawing = new Drawing{m_view.drawing, tr("Drawing: %1").arg(m_view.exerciseTitle), this};
        sizeDrawing();
        m_drawingPlace->insertWidget(0, m_drawing);
    }
}

void BreakBody::sizeDrawing()
{
    if (m_drawing == nullptr) {
        return;
    }
    const QSizeF size = m_style == Style::Card ? kDrawingOnCard
                        : isLow()              ? kDrawingOnLowScreen
                                               : kDrawingOnScreen;
    m_drawing->setFixedSize(theme::grid(font(), size.width()), theme::grid(font(), size.height()));
}

bool BreakBody::isLow() const
{
    return height() < theme::grid(font(), kLowScreen);
}

void BreakBody::displayPicture()
{
    m_picture->setVisible(!m_view.picture.isEmpty());
    if (m_view.picture == m_pictureShown) {
        return;
    }
    m_pictureShown = m_view.picture;
    if (m_view.picture.isEmpty()) {
        return;
    }
    const double side = m_style == Style::Card ? kPictureOnCard : kPictureOnScreen;
    const QPixmap picture =
        pictureOf(m_view.picture, theme::grid(font(), side), devicePixelRatioF());
    if (picture.isNull()) {
        m_picture->setText(tr("The picture is gone."));
        m_picture->setForegroundRole(QPalette::PlaceholderText);
        m_picture->setFixedWidth(theme::grid(font(), kPictureOnCard));
        m_picture->setAccessibleName({});
    } else {
        m_picture->setPixmap(picture);
        m_picture->setAccessibleName(tr("Picture: %1").arg(m_view.exerciseTitle));
        m_picture->setFixedWidth(static_cast<int>(picture.deviceIndependentSize().width()));
    }
}

void BreakBody::resizeEvent(QResizeEvent* event)
{
    if (m_style == Style::Screen) {
        m_title->setFont(theme::font(font(), isLow() ? theme::Size::Title : theme::Size::Figures));
        sizeDrawing();
        m_exerciseHalves->setDirection(width() < theme::grid(font(), kNarrowScreen)
                                           ? QBoxLayout::TopToBottom
                                           : QBoxLayout::LeftToRight);
    }
    QWidget::resizeEvent(event);
}

int BreakBody::wantedHeight(int width) const
{
    const QMargins margins = layout()->contentsMargins();
    const int inner = width - margins.left() - margins.right();
    const int words = m_scroll->sheet()->layout()->heightForWidth(inner);
    const int foot = m_foot->layout()->heightForWidth(inner);
    const int head = std::max(m_title->heightForWidth(inner * 3 / 4), theme::grid(font(), 5));
    return margins.top() + head + layout()->spacing() + words + layout()->spacing() + foot +
           margins.bottom();
}

BreakCard::BreakCard(QWidget* parent)
    : QWidget(parent, Qt::Tool | Qt::FramelessWindowHint | Qt::WindowStaysOnTopHint),
      m_body(new BreakBody{BreakBody::Style::Card, this})
{
    setObjectName(QStringLiteral("breakCard"));
    setAttribute(Qt::WA_ShowWithoutActivating);
    setAttribute(Qt::WA_QuitOnClose, false);
    setWindowTitle(tr("Unclench: break"));
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(1, 1, 1, 1);
    column->addWidget(m_body);
    connect(m_body, &BreakBody::gotUpRequested, this, &BreakCard::gotUpRequested);
    connect(m_body, &BreakBody::snoozeRequested, this, &BreakCard::snoozeRequested);
    connect(m_body, &BreakBody::skipRequested, this, &BreakCard::skipRequested);
    connect(m_body, &BreakBody::backRequested, this, &BreakCard::backRequested);
    connect(m_body, &BreakBody::closed, this, &BreakCard::closed);
    setFocus(); // so that a press of Space on the card that has just come does nothing
}

void BreakCard::display(const BreakPromptView& view)
{
    m_body->display(view);
    setAccessibleName(view.title);
    setAccessibleDescription(view.sentence);
}

QSize BreakCard::sizeHint() const
{
    const int width = theme::grid(font(), kCardWidth);
    return {width, m_body->wantedHeight(width - 2) + 2};
}

void BreakCard::showOn(QScreen* screen)
{
    if (screen == nullptr) {
        screen = QGuiApplication::screenAt(QCursor::pos());
    }
    if (screen == nullptr) {
        screen = QGuiApplication::primaryScreen();
    }
    const int margin = theme::grid(font(), kCorner);
    const QRect room = screen->availableGeometry().adjusted(margin, margin, -margin, -margin);
    setScreen(screen);
    const QSize size = sizeHint().boundedTo(room.size());
    setGeometry({room.bottomRight() - QPoint{size.width() - 1, size.height() - 1}, size});
    show();
}

void BreakCard::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT closed();
        return;
    }
    QWidget::keyPressEvent(event);
}

void BreakCard::closeEvent(QCloseEvent* event)
{
    if (event->spontaneous()) { // the window manager's keys; the owner hides it
        event->ignore();
        Q_EMIT closed();
    }
}

void BreakCard::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace unclench::ui
