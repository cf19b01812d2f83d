// SPDX-License-Identifier: GPL-3.0-or-later
// Eleven numbers, one press: how strong the pain is.
#pragma once

#include <QAbstractButton>
#include <QList>
#include <QWidget>

#include <optional>

namespace unclench::ui {

/// One number of the scale. The number is always written; the fill only says it again.
class PainButton : public QAbstractButton {
    Q_OBJECT
public:
    explicit PainButton(int pain, QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void nextCheckState() override {} // a press only wishes

private:
    int m_pain;
};

/// The eleven in a row. One stop in the tab order, left and right between the numbers; a digit
/// moves to its number (twice 1 to 10) and Return or Space presses it, so that no stray key saves
/// anything.
class PainScale : public QWidget {
    Q_OBJECT
public:
    /// `name` becomes the object names ("<name>7"), `purpose` what a screen reader says before the
    /// number.
    PainScale(const QString& name, const QString& purpose, QWidget* parent = nullptr);

    void focusFirst();
    /// Marks the number that is saved, in a scale whose answer stays in view.
    void display(std::optional<int> pain);

Q_SIGNALS:
    void picked(int pain);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void focusOn(int pain);
    QList<PainButton*> m_buttons;
};

} // namespace unclench::ui
