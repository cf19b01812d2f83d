// SPDX-License-Identifier: GPL-3.0-or-later
// The timeline with what moves it, what it stands on in words, and what its signs mean.
#pragma once

#include "ui/widgets/glance_lines.h"
#include "ui/widgets/glance_view.h"
#include "ui/wording/words.h"

#include <QWidget>

#include <chrono>

class QLabel;
class QPushButton;

namespace unclench::ui {

class FlowLayout;
class Timeline;

class HistoryTimeline : public QWidget {
    Q_OBJECT
public:
    /// `words` must outlive it.
    explicit HistoryTimeline(const Words& words, QWidget* parent = nullptr);

    void display(const GlanceView& view);
    void showDays(std::chrono::local_days first, std::chrono::local_days last);
    /// The same as a table.
    [[nodiscard]] GlanceLines lines() const;
    /// In a low window: what moves it lies below it, and it is no higher than it must be.
    void setLow(bool isLow);

Q_SIGNALS:
    void openRequested(const unclench::Uuid& episode);

private:
    void buildLengths(FlowLayout* row);
    QPushButton* addButton(FlowLayout* row,
                           const QString& name,
                           const QString& text,
                           const QString& accessibleName);

    Timeline* m_timeline;
    /// What part of time shows, and what moves it.
    QWidget* m_head;
    QLabel* m_range;
    QLabel* m_said;
    /// What is said where nothing stands.
    QString m_nothing;
};

} // namespace unclench::ui
