// SPDX-License-Identifier: GPL-3.0-or-later
// What helps, by topic: cards with drawings, words and sources; exercise behind its gate.
#pragma once

#include "ui/widgets/breathing_pace.h"
#include "ui/widgets/guide_view.h"

#include <QButtonGroup>
#include <QWidget>

class QVBoxLayout;

namespace unclench::ui {

class ExerciseQuestion;
class AdviceCard;
class ScrollSheet;

class GuidePage : public QWidget {
    Q_OBJECT
public:
    /// Requires: at least one topic.
    GuidePage(std::vector<GuideTopicView> topics,
              const BreathingTimes& breathing,
              QWidget* parent = nullptr);

    void display(const ExerciseView& exercise);
    /// Shows a topic by its id; another id changes nothing.
    void showTopic(const QString& topic);

Q_SIGNALS:
    void shownChanged(bool isShown);
    void crampTold(bool isCramping);
    /// To be said aloud.
    void spoken(const QString& words);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void showCards(int topic);
    void addTool(AdviceCard& card, GuideTool tool);
    void arrange();

    std::vector<GuideTopicView> m_topics;
    BreathingTimes m_breathing;
    ExerciseView m_exercise;
    QWidget* m_list;
    ScrollSheet* m_side;
    ScrollSheet* m_scroll;
    QVBoxLayout* m_column;
    QVBoxLayout* m_cards;
    QButtonGroup m_group;
    std::vector<AdviceCard*> m_shownCards;
    ExerciseQuestion* m_question = nullptr;
    bool m_isListAside = false;
};

} // namespace unclench::ui
