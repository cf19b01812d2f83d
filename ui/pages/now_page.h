// SPDX-License-Identifier: GPL-3.0-or-later
// *Now*: how is your back? One press on a number saves a spasm.
#pragma once

#include "ui/pages/now_view.h"
#include "ui/wording/words.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace unclench::ui {

class DailyCard;
class EpisodeModel;
class PainScale;

class NowPage : public QWidget {
    Q_OBJECT
public:
    /// `words` must outlive it.
    explicit NowPage(const Words& words, QWidget* parent = nullptr);

    void display(const NowView& view);
    [[nodiscard]] DailyCard* dailyCard() const { return m_dailyCard; }
    /// Puts the keyboard on the eleven numbers.
    void focusScale();

Q_SIGNALS:
    void spasmRequested(int pain);
    void readingRequested(int pain, bool isAtRest);
    void endRequested();
    void detailsRequested(const unclench::Uuid& episode);

private:
    QWidget* buildSpasmCard();
    QWidget* buildEpisodeCard();
    QWidget* buildList();
    void displayOpen(const NowView& view);
    void showReadingScale(bool isShown);

    const Words& m_words;
    PainScale* m_spasmScale = nullptr;
    DailyCard* m_dailyCard = nullptr;
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
    QStackedWidget* m_list = nullptr;
    QTableView* m_table = nullptr;
    EpisodeModel* m_model = nullptr;
};

} // namespace unclench::ui
