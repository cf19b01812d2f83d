// SPDX-License-Identifier: GPL-3.0-or-later
// The frame: the navigation at the side, the notice above, the page, the undo bar below. It
// connects and decides nothing.
#pragma once

#include "core/diary/uuid.h"
#include "ui/wording/words.h"

#include <QWidget>

class QStackedWidget;
class QVBoxLayout;

namespace unclench::ui {

class Bridge;
class Navigation;
class NoticeBar;
class NowPage;
class OfferBar;
class UndoBar;

class MainWindow : public QWidget {
    Q_OBJECT
public:
    /// Both must outlive it.
    MainWindow(Bridge& bridge, const Words& words);
    ~MainWindow() override;

    /// A page of the navigation, after those that are there; the window owns it from here on.
    void addPage(const QString& name, const QString& label, QWidget* page);
    /// A page that others open; it has no entry of its own. The window owns it from here on.
    void addHiddenPage(QWidget* page);
    /// Shows a page that was added. A hidden one leaves the navigation as it is.
    void showPage(QWidget* page);
    /// Back from a hidden page to the one before it.
    void goBack();
    /// Stands above every page while it is visible; the window owns it from here on.
    void setBanner(QWidget* banner);
    /// Shows a page that was added over everything, in the colours of an emergency and without the
    /// navigation, until `giveBack`. What is shown meanwhile is there afterwards.
    void takeOver(QWidget* page);
    void giveBack();
    /// Shows a page that was added in the whole window, without the navigation, until `unfill`; a
    /// page that takes over lies above it all the same. Another one takes its place.
    void fill(QWidget* page);
    void unfill();
    [[nodiscard]] bool isTakenOver() const { return m_over != nullptr; }
    /// A bar that offers something above the undo bar; the window owns it from here on.
    void addOffer(OfferBar* offer);

    void showNow();
    /// The same with the keyboard on the eleven numbers; see `scaleRequested`.
    void showScale();
    void displayNotice(const QString& sentence);
    /// Asks above the undo bar until it is answered.
    void offer(const QString& sentence);
    /// For what is shown on it besides the diary.
    [[nodiscard]] NowPage* nowPage() const { return m_nowPage; }
    /// Raises the window with the keyboard on the eleven numbers.
    void raiseAtScale();
    void raiseToFront();

Q_SIGNALS:
    /// Details of the open spasm.
    void detailsRequested(const unclench::Uuid& episode);
    /// Something changed in how the person is.
    void changedRequested();
    /// Backups, export, import.
    void dataRequested();
    void settingsRequested();
    void keysRequested();
    void aboutRequested();
    void offerAnswered(bool isYes);
    /// The eleven numbers are wanted while a page fills the window.
    void scaleRequested();
    /// The window became the one in use, so what it shows should be what is in the file.
    void activated();
    /// Whether anybody can see it: nothing needs to tick while not.
    void shownChanged(bool isShown);
    void firstPainted();

protected:
    bool event(QEvent* event) override;

private:
    [[nodiscard]] bool isCovered() const { return m_over != nullptr || m_filling != nullptr; }
    void showCover();
    void placeOffers();

    Navigation* m_navigation;
    QStackedWidget* m_pages;
    QVBoxLayout* m_above;
    NoticeBar* m_notice;
    NowPage* m_nowPage;
    QVBoxLayout* m_offersPlace;
    QList<OfferBar*> m_offers;
    OfferBar* m_offer;
    UndoBar* m_undoBar;
    QWidget* m_before = nullptr;
    /// What took over, and what fills the window. nullptr: nothing does.
    QWidget* m_over = nullptr;
    QWidget* m_filling = nullptr;
    /// What they stand on. nullptr: nothing covers it.
    QWidget* m_below = nullptr;
    QList<QWidget*> m_listed;
    bool m_hasPainted = false;
};

} // namespace unclench::ui
