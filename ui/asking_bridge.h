// SPDX-License-Identifier: GPL-3.0-or-later
// Between the red-flag questions and the pages that ask them: one round at a time, each answer
// saved as it is given. What is asked is decided in core/engine/alerts.
#pragma once

#include "core/engine/engine.h"
#include "ui/pages/questions_view.h"

#include <QObject>

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace unclench::ui {

class Bridge;

/// Answers go through the bridge, so that they can be undone and their failures are told there.
/// Reading tells its own.
class AskingBridge : public QObject {
    Q_OBJECT
public:
    /// `engine` and `bridge` must outlive it. `explain` puts a failure into words.
    AskingBridge(Engine& engine,
                 Bridge& bridge,
                 std::function<QString(const StorageError&)> explain,
                 QObject* parent = nullptr);
    /// What is half answered is saved, see `keepHalf`.
    ~AskingBridge() override;

public Q_SLOTS:
    void refresh();

    /// Each begins a round; where there is nothing to ask, none.
    void askOpen();
    void askEmergency();
    void ask(const std::string& question);

    /// The one question of the screen.
    void answer(unclench::AnswerValue value);
    /// Whether it is new; absent: the person is not sure.
    void tellChange(std::optional<unclench::Change> change);
    /// Whether it is so for over 90 days, and a clinician knows.
    void tellKnown(bool isKnown);
    /// A row of a list, with its flags and its count.
    void answerRow(const unclench::Answer& answer);
    /// No to what is not answered yet in the list, and on to the next screen.
    void answerRest();
    void next();
    void goBack();
    /// The emergency questions of the day: none of them.
    void answerNone();
    /// A yes that waits for what is asked further is kept back, for an emergency that was raised
    /// by mistake does not end by itself. Who leaves the screen has told it as new: it is saved.
    /// False: it could not be.
    bool keepHalf();

Q_SIGNALS:
    /// A round began: its page should be shown.
    void roundBegan();
    void questionsChanged(const unclench::ui::QuestionsView& view);
    void dailyChanged(const unclench::ui::DailyView& view);
    void failed(const QString& sentence);

private:
    struct Screen {
        QuestionTopic topic;
        std::vector<std::string> questions;
    };
    void guarded(const std::function<void()>& work);
    void begin(const std::vector<std::string>& questions);
    [[nodiscard]] std::vector<std::string> openIn(const Asking& asking) const;
    [[nodiscard]] std::vector<std::string> emergenciesIn(const Asking& asking) const;
    [[nodiscard]] std::vector<std::string> inOrder(const std::vector<std::string>& questions) const;
    [[nodiscard]] const Screen* screen() const;
    [[nodiscard]] std::optional<Answer> given(const std::string& question);
    bool save(const Answer& answer);
    bool saveNo(const std::vector<std::string>& questions);
    void finishHalf();
    void display();

    Engine& m_engine;
    Bridge& m_bridge;
    std::function<QString(const StorageError&)> m_explain;
    std::vector<Screen> m_screens;
    std::size_t m_at = 0;
    UtcTime m_begun{};
    /// What was saved in this round: an answer of before is none of it.
    std::vector<Uuid> m_saved;
    /// A yes or a "not sure" that waits for what is asked further.
    std::optional<Answer> m_half;
    Further m_further = Further::Nothing;
};

} // namespace unclench::ui
