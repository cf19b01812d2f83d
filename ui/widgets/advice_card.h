// SPDX-License-Identifier: GPL-3.0-or-later
// One card of the guide: title, drawing, words, when not, and where it comes from.
#pragma once

#include "ui/widgets/guide_view.h"
#include "ui/widgets/section.h"

class QBoxLayout;

namespace unclench::ui {

class Drawing;
class ReadableText;

class AdviceCard : public Section {
    Q_OBJECT
public:
    explicit AdviceCard(const GuideCardView& view, QWidget* parent = nullptr);

    /// Below the words, above the sources. Takes ownership.
    void addTool(QWidget* tool);
    /// What is to be done stands there only while exercise is open; else why it is closed. Changes
    /// nothing on a card that is not gated.
    void display(const ExerciseView& exercise);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void say(const QString& text);
    [[nodiscard]] int longestLine() const;

    QString m_title;
    QString m_text;
    bool m_isGated;
    ReadableText* m_words;
    Drawing* m_drawing = nullptr;
    QBoxLayout* m_body;
    int m_toolPlace = 0;
};

} // namespace unclench::ui
