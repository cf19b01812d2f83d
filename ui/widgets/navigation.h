// SPDX-License-Identifier: GPL-3.0-or-later
// The column on the left: which page is shown, and the way to the settings.
#pragma once

#include <QAbstractButton>
#include <QButtonGroup>
#include <QWidget>

class QVBoxLayout;

namespace unclench::ui {

/// One entry of the column. A bar and the weight of the text tell the chosen one, not colour alone.
class NavigationButton : public QAbstractButton {
    Q_OBJECT
public:
    NavigationButton(const QString& name, const QString& label, QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;
    /// With less air around the words, for low windows with large text.
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QSize wordsSize() const;
};

class Navigation : public QWidget {
    Q_OBJECT
public:
    explicit Navigation(QWidget* parent = nullptr);

    /// A page at the end of the list, reached by Ctrl and its place as well. Its index is the
    /// number of pages added before.
    void addPage(const QString& name, const QString& label);
    void setCurrent(int index);

Q_SIGNALS:
    void pageRequested(int index);
    /// Something changed in how the person is.
    void changedRequested();
    void settingsRequested();
    void aboutRequested();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QVBoxLayout* m_pages;
    QButtonGroup m_group;
};

} // namespace unclench::ui
