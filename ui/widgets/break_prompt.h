// SPDX-License-Identifier: GPL-3.0-or-later
// What asks somebody to get up and stays while the break runs: the same words in a small card and
// on the full screen. It has no timer: who owns it shows it anew each second.
#pragma once

#include "ui/widgets/seat_view.h"

#include <QWidget>

class QBoxLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace unclench::ui {

class Drawing;
class MainButton;
class ScrollSheet;
class SeatRing;

class BreakBody : public QWidget {
    Q_OBJECT
public:
    enum class Style { Card, Screen };
    explicit BreakBody(Style style, QWidget* parent = nullptr);

    void display(const BreakPromptView& view);
    /// How high it would like to be where it is so wide.
    [[nodiscard]] int wantedHeight(int width) const;

Q_SIGNALS:
    void gotUpRequested();
    void snoozeRequested();
    void skipRequested();
    /// Back from the break.
    void backRequested();
    /// Away with it. Where no break runs, that is a skip, too; else the break goes on.
    void closed();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* buildWords();
    QWidget* buildExercise();
    QWidget* buildFoot();
    void displayExercise();
    void displayDrawing();
    void sizeDrawing();
    [[nodiscard]] bool isLow() const;
    void displayPicture();

    Style m_style;
    BreakPromptView m_view;
    ScrollSheet* m_scroll = nullptr;
    QLabel* m_title = nullptr;
    QLabel* m_sentence = nullptr;
    QLabel* m_what = nullptr;
    SeatRing* m_ring = nullptr;
    QWidget* m_exercise = nullptr;
    QBoxLayout* m_exerciseHalves = nullptr;
    QVBoxLayout* m_drawingPlace = nullptr;
    Drawing* m_drawing = nullptr;
    QString m_drawingShown;
    QLabel* m_picture = nullptr;
    QString m_pictureShown;
    QLabel* m_exerciseTitle = nullptr;
    QLabel* m_exerciseText = nullptr;
    QWidget* m_foot = nullptr;
    MainButton* m_main = nullptr;
    QPushButton* m_snooze = nullptr;
    QPushButton* m_skip = nullptr;
};

/// Always on top, in the corner, and never in the way of what is being typed: it comes without the
/// keyboard. Once it has that, Escape closes it.
class BreakCard : public QWidget {
    Q_OBJECT
public:
    explicit BreakCard(QWidget* parent = nullptr);

    void display(const BreakPromptView& view);
    /// Shows it in the lower right corner of `screen`; nullptr: of the one where the mouse is.
    void showOn(QScreen* screen);

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    // As those of BreakBody.
    void gotUpRequested();
    void snoozeRequested();
    void skipRequested();
    void backRequested();
    void closed();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    BreakBody* m_body;
};

} // namespace unclench::ui
