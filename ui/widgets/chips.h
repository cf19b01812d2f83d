// SPDX-License-Identifier: GPL-3.0-or-later
// Choices as chips that flow over lines: press to toggle, "More" opens the rest.
#pragma once

#include <QPushButton>
#include <QWidget>

#include <string>
#include <vector>

namespace unclench::ui {

class FlowLayout;

/// One choice. A press only wishes; it is checked when somebody calls `setChecked`. The check mark
/// says so without colour.
class Chip : public QPushButton {
    Q_OBJECT
public:
    explicit Chip(const QString& text, QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] int heightForWidth(int width) const override;

    /// For a choice that tells nothing: chosen, it carries its check mark without the accent.
    void setQuiet();

protected:
    void nextCheckState() override {}
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] int besidesWords() const;

    bool m_isQuiet = false;
};

struct Choice {
    std::string id;
    QString label;
};

/// One stop in the tab order, arrows between the chips, Space or Return presses. Object names of
/// the chips: "<name>_<id>", and "<name>_more".
class ChipGroup : public QWidget {
    Q_OBJECT
public:
    /// Choices stay chosen and carry a check mark; actions are only pressed.
    enum class Kind { Choices, Actions };

    /// `title` stands above the chips where it is not empty; `purpose` is what a screen reader says
    /// before each choice.
    ChipGroup(const QString& name,
              const QString& title,
              const QString& purpose,
              QWidget* parent = nullptr,
              Kind kind = Kind::Choices);

    /// Replaces the choices. Those behind the first `upFront` wait behind "More" unless chosen.
    void offer(std::vector<Choice> choices, std::size_t upFront);
    /// The choice `id` of those on offer tells nothing, and is not to shout when it is chosen.
    void calm(const std::string& id);
    void display(const std::vector<std::string>& chosen);

Q_SIGNALS:
    /// `isWanted`: it was not chosen, and is wished for.
    void pressed(const std::string& id, bool isWanted);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void showRest(bool isShown);
    void keepOneTabStop(QPushButton* stop);
    [[nodiscard]] std::vector<QPushButton*> reachable() const;

    QString m_purpose;
    Kind m_kind;
    QWidget* m_area;
    FlowLayout* m_flow;
    std::vector<Choice> m_choices;
    std::vector<Chip*> m_chips;
    QPushButton* m_more;
    std::size_t m_upFront = 0;
    bool m_isRestShown = false;
};

} // namespace unclench::ui
