// SPDX-License-Identifier: GPL-3.0-or-later
// A button for somebody who lies down and hurts: large, one press, nothing to aim at.
#pragma once

#include <QPushButton>

#include <optional>

namespace unclench::ui {

/// The least side of a big button: 120, and 24 mm on the screen. `dotsPerInch`: device-independent
/// pixels to the inch as the screen claims; what no screen can have counts as 96.
[[nodiscard]] int leastBigSide(double dotsPerInch);

/// How high a plain button with large words is: as a main action, and no higher than they need.
[[nodiscard]] int largeHeight(const QWidget& button);

/// Words, and below them one more line. What is off looks so and can be pressed all the same: it
/// answers why. A second press on the same spot within a double click counts as none.
class BigButton : public QPushButton {
    Q_OBJECT
public:
    enum class Tone { Plain, Main, Heat, Cold, Help };

    BigButton(const QString& name, const QString& text, QWidget* parent = nullptr);

    /// `text` may hold a mnemonic; `more` may be empty.
    void display(const QString& text, const QString& more);
    void setTone(Tone tone);
    void setOff(bool isOff);
    /// One of the eleven numbers, in its fill.
    void setPain(int pain);
    /// How large the words may be where the button has `size`: 0, the least, to kLargest.
    static constexpr int kLargest = 2;
    [[nodiscard]] int largestStep(const QSize& size) const;
    /// Buttons that stand together have words of one size.
    void setStep(int step);
    [[nodiscard]] QString more() const { return m_more; }
    [[nodiscard]] bool isOff() const { return m_isOff; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    bool event(QEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] int leastSide() const;
    [[nodiscard]] int padding() const;
    /// How high the words and the line below are, `width` wide.
    [[nodiscard]] int wordsHeight(const QFont& words, int width) const;
    [[nodiscard]] int moreHeight(int width) const;
    [[nodiscard]] QFont moreFont() const;
    [[nodiscard]] QFont wordsFont(int step) const;

    QString m_more;
    Tone m_tone = Tone::Plain;
    int m_step = 0;
    bool m_isOff = false;
    std::optional<int> m_pain;
};

} // namespace unclench::ui
