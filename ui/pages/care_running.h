// SPDX-License-Identifier: GPL-3.0-or-later
// *Now* while a session runs: the time that is left, what to watch, and always in view how to stop.
#pragma once

#include "ui/widgets/care_view.h"

#include <QWidget>

class QBoxLayout;
class QLabel;
class QPushButton;

namespace unclench::ui {

class CareDial;
class MainButton;

class CareRunning : public QWidget {
    Q_OBJECT
public:
    explicit CareRunning(QWidget* parent = nullptr);

    void display(const CareRunningView& view);
    /// Puts the keyboard on what ends it.
    void focusFirst();
    [[nodiscard]] const CareDial* dial() const { return m_dial; }

Q_SIGNALS:
    /// Ended, or its alarm confirmed.
    void stopRequested();
    void hurtsMore();
    /// Looked at during the session; absent: not normal, and not pink.
    void skinTold(std::optional<unclench::Skin> skin);
    /// The pain is to be written down: the usual page is wanted meanwhile.
    void asideRequested();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* buildWords();
    QWidget* buildSkin();
    QWidget* buildFoot();
    void paintTitle();
    void displayToDo(const QStringList& lines);
    void arrange();

    CareRunningView m_view;
    QBoxLayout* m_halves = nullptr;
    CareDial* m_dial;
    QLabel* m_title = nullptr;
    QLabel* m_watch = nullptr;
    QWidget* m_skin = nullptr;
    QWidget* m_toDo = nullptr;
    QStringList m_toDoShown;
    MainButton* m_stop = nullptr;
};

} // namespace unclench::ui
