// SPDX-License-Identifier: GPL-3.0-or-later
// Slow breathing at a pace: a circle that grows and shrinks, with the words and the seconds in it.
#pragma once

#include <QVariantAnimation>
#include <QWidget>

class QPushButton;

namespace unclench::ui {

struct BreathingTimes {
    int inSeconds = 0;
    int outSeconds = 0;
    /// It ends by itself after the breath in which these are over.
    int minutes = 0;
};

/// The circle alone. At rest it says what the pace is.
class BreathingCircle : public QWidget {
    Q_OBJECT
public:
    explicit BreathingCircle(QWidget* parent = nullptr);

    /// `size` 0 (all breathed out) to 1. `count` stands below `words`, large.
    void display(double size, const QString& words, const QString& count);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    double m_size = 0;
    QString m_words;
    QString m_count;
};

/// With reduced motion the circle keeps its size, and words and seconds lead alone. Stops when it
/// is no longer seen.
class BreathingPace : public QWidget {
    Q_OBJECT
public:
    /// All times are at least 1.
    explicit BreathingPace(const BreathingTimes& times, QWidget* parent = nullptr);

    [[nodiscard]] bool isRunning() const;

Q_SIGNALS:
    /// To be said aloud, at the beginning of each breath in and out.
    void spoken(const QString& words);

protected:
    void hideEvent(QHideEvent* event) override;

private:
    void start();
    void stop();
    void show(int elapsed);
    void rest();

    BreathingTimes m_times;
    BreathingCircle* m_circle;
    QPushButton* m_button;
    QVariantAnimation m_animation;
    QString m_phase;
    bool m_isStill = false;
};

} // namespace unclench::ui
