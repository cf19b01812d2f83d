// SPDX-License-Identifier: GPL-3.0-or-later
// Bad-day mode in the window: how it is entered, offered and left, and the pages that it borrows.
#pragma once

#include "ui/pages/bad_day_view.h"
#include "ui/pages/now_view.h"

#include <QObject>

#include <functional>

namespace unclench::ui {

class AlertsBridge;
class AskingBridge;
class BadDayPage;
class Bridge;
class CareBridge;
class CareQuestions;
class ChangedPage;
class MainWindow;
class OfferBar;
class QuestionsPage;

class BadDayShowing : public QObject {
    Q_OBJECT
public:
    /// All must outlive it; the window owns what is shown, and has the pages that ask already.
    BadDayShowing(Bridge& bridge,
                  AlertsBridge& alerts,
                  AskingBridge& asking,
                  CareBridge& care,
                  MainWindow& window);

    [[nodiscard]] bool isOn() const { return m_isOn; }
    /// The time that is left is in view.
    [[nodiscard]] bool isTimeSeen() const;

public Q_SLOTS:
    /// An emergency that has the window keeps it: then nothing happens.
    void enter();
    void leave();

Q_SIGNALS:
    /// To be said aloud.
    void spoken(const QString& words);
    void changedRequested();
    void turned(bool isOn);

private:
    void connectKeys();
    void connectPage();
    void connectCare();
    void connectAsking();
    void showPage();
    void refresh();
    void lookForBadDay(const NowView& view);
    void ask();
    /// Says `words` if `work` saved something, else that it was not.
    void attempt(const QString& words, const std::function<void()>& work);

    Bridge& m_bridge;
    AlertsBridge& m_alerts;
    AskingBridge& m_asking;
    CareBridge& m_care;
    MainWindow& m_window;
    BadDayPage* m_page;
    OfferBar* m_offer;
    CareQuestions* m_careQuestions;
    QuestionsPage* m_questions;
    ChangedPage* m_changed;
    bool m_isOn = false;
    bool m_isEpisodeOpen = false;
    /// The questions were asked for here; what a new spasm asks by itself waits below.
    bool m_isAsking = false;
    bool m_wasSaved = false;
    /// Asked to start; it may be refused by what is answered before it.
    std::optional<Modality> m_wanted;
    /// What was open at the last look, and whether that was a bad day. Absent: nobody looked yet.
    struct Look {
        std::optional<Uuid> episode;
        bool isBad = false;
        friend bool operator==(const Look&, const Look&) = default;
    };
    std::optional<Look> m_look;
    /// It was offered, or was on already.
    std::optional<Uuid> m_offeredFor;
};

} // namespace unclench::ui
