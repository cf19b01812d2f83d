// SPDX-License-Identifier: GPL-3.0-or-later
// The page *Visit* in the window: its way to the diary, and what leaves it for paper and files.
#pragma once

#include "ui/visit_bridge.h"

#include <QObject>

namespace unclench::ui {

class MainWindow;
class VisitPage;
class VisitPreview;

class VisitShowing : public QObject {
    Q_OBJECT
public:
    /// All must outlive it.
    VisitShowing(Engine& engine,
                 Bridge& bridge,
                 MainWindow& window,
                 const Words& words,
                 const std::function<QString(const StorageError&)>& explain);

    /// To be added to the window, which owns it from then on.
    [[nodiscard]] QWidget* page() const;
    void passTime();
    /// False: some of what is typed could not be saved; why was told.
    bool saveDrafts();
    void showPage();
    /// For what becomes of a wish.
    [[nodiscard]] VisitPreview& preview() const;

Q_SIGNALS:
    /// `title`: of the report, for the printer's list and a file's name.
    void printRequested(const unclench::Visit& visit, const QString& title);
    void saveRequested(const unclench::Visit& visit, const QString& title, bool isHtml);
    void cancelRequested();
    void detailsRequested(const unclench::Uuid& episode);

private:
    void connectPreview();

    MainWindow& m_window;
    VisitPage* m_page;
    VisitBridge m_bridge;
    QString m_title;
};

} // namespace unclench::ui
