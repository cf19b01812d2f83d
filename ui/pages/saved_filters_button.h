// SPDX-License-Identifier: GPL-3.0-or-later
// The filters that a person kept, as a menu behind a button: choose one, keep one more, delete one.
#pragma once

#include "core/diary/saved_filter.h"

#include <QToolButton>

#include <vector>

class QMenu;

namespace unclench::ui {

class SavedFiltersButton : public QToolButton {
    Q_OBJECT
public:
    explicit SavedFiltersButton(QWidget* parent = nullptr);

    /// In the order in which they stand in the menu.
    void display(const std::vector<SavedFilter>& filters) { m_filters = filters; }
    /// Whether there is anything to keep.
    void setCanKeep(bool canKeep) { m_canKeep = canKeep; }

Q_SIGNALS:
    void chosen(const unclench::SavedFilter& filter);
    void keepRequested();
    void forgetRequested(const unclench::Uuid& filter);

private:
    void fill();

    std::vector<SavedFilter> m_filters;
    bool m_canKeep = false;
    QMenu* m_menu;
    QMenu* m_forgetMenu = nullptr;
};

} // namespace unclench::ui
