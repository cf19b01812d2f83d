// SPDX-License-Identifier: GPL-3.0-or-later
// *Now*: how is your back? One press on a number saves a spasm.
#pragma once

#include "ui/pages/now_view.h"
#include "ui/widgets/care_view.h"
#include "ui/widgets/seat_view.h"
#include "ui/wording/words.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace unclench::ui {

class CareBlock;
class CareRunning;
class DailyCard;
class EpisodeModel;
class PainScale;
class ScrollSheet;
class SeatCard;

class NowPage : public QWidget {
    Q_OBJECT
public:
    /// `words` must outlive it.
    explicit NowPage(const Words& words, QWidget* parent = nullptr);

    void display(const NowView& view);
    void displayCare(const CareView& view);
    /// Sitting is not shown before this.
    void displaySeat(const SeatView& view);
    [[nodiscard]] DailyCard* dailyCard() const { return m_dailyCard; }
    [[nodiscard]] CareBlock* careBlock() const { return m_careBlock; }
    [[nodiscard]] CareRunning* careRunning() const { return m_careRunning; }
    [[nodiscard]] SeatCard* seatCard() const { return m_seatCard; }
    /// Puts the keyboard on the eleven numbers, also while a session fills the page.
    void focusScale();
    /// The session that runs fills the page again.
    void showRunning();

Q_SIGNALS:
    void spasmRequested(int pain);
    void readingRequested(int pain, bool isAtRest);
    void endRequested();
    void detailsRequested(const unclench::Uuid& episode);
    /// One page of big buttons, for bad days.
    void bigButtonsRequested();

protected:
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* buildSpasmCard();
    QWidget* buildEpisodeCard();
    QWidget* buildList();
    void displayOpen(const NowView& view);
    void showReadingScale(bool isShown);
    void chooseSheet();
    void chooseList();
    [[nodiscard]] bool hasRoomForList() const;

    const Words& m_words;
    PainScale* m_spasmScale = nullptr;
    DailyCard* m_dailyCard = nullptr;
    ScrollSheet* m_usual = nullptr;
    CareBlock* m_careBlock = nullptr;
    CareRunning* m_careRunning = nullptr;
    SeatCard* m_seatCard = nullptr;
    bool m_isRunning = false;
    /// The usual page is wanted while a session runs.
    bool m_isAside = false;
    QWidget* m_noEpisode = nullptr;
    QWidget* m_episode = nullptr;
    QLabel* m_since = nullptr;
    QLabel* m_where = nullptr;
    QLabel* m_readings = nullptr;
    std::size_t m_readingsShown = 0;
    Uuid m_openEpisode;
    QPushButton* m_painNow = nullptr;
    QWidget* m_readingRow = nullptr;
    PainScale* m_readingScale = nullptr;
    QCheckBox* m_atRest = nullptr;
    QWidget* m_listCard = nullptr;
    bool m_isDailyDue = false;
    QStackedWidget* m_list = nullptr;
    QTableView* m_table = nullptr;
    EpisodeModel* m_model = nullptr;
};

} // namespace unclench::ui
