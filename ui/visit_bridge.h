// SPDX-License-Identifier: GPL-3.0-or-later
// Between the page *Visit* and the engine: the visits, the one at hand and its report.
#pragma once

#include "core/engine/engine.h"
#include "core/store/storage_error.h"
#include "ui/pages/visit_view.h"
#include "ui/wording/words.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace unclench::ui {

class Bridge;

/// Reads nothing while the page is hidden. What is told goes through the bridge, so that it can be
/// undone and failures are told there; reading tells its own.
class VisitBridge : public QObject {
    Q_OBJECT
public:
    /// `engine`, `bridge` and `words` must outlive it. `explain` puts a failure into words.
    VisitBridge(Engine& engine,
                Bridge& bridge,
                const Words& words,
                std::function<QString(const StorageError&)> explain,
                QObject* parent = nullptr);

    /// Has what is typed saved. False: some of it could not be; why was told.
    bool saveDrafts();
    /// The visit at hand.
    [[nodiscard]] const std::optional<Visit>& visit() const { return m_view.visit; }

public Q_SLOTS:
    /// Reads what changed while the page was hidden.
    void setShown(bool isShown);
    void refresh();
    /// Time went by: "until today" may be another day, and the visit may have begun.
    void passTime();
    /// A new visit: in a week at nine, or today where there is no date yet. It is at hand then.
    void prepare(bool isToday);
    /// What is typed for the one before is saved first; where that failed, nothing changes.
    void choose(const unclench::Uuid& visit);
    void change(const unclench::ui::VisitChange& change, const QString& sentence);
    void finish(std::optional<unclench::Moment> next);
    void remove(const unclench::Uuid& visit);
    /// Empty: taken back.
    void tellBackground(unclench::BackgroundTopic topic, const QString& text);
    void tellName(const QString& name);
    /// For every visit: it is a setting.
    void choosePaper(unclench::PaperSize paper);
    /// One that is taken regularly.
    void listMedicine(const QString& name);

Q_SIGNALS:
    void viewChanged(const unclench::ui::VisitView& view);
    /// Another visit comes, or the window closes: what is typed should be saved now.
    void leaving();
    void medicineSaved();
    /// Nothing could be read, in words that say what to do.
    void failed(const QString& sentence);

private:
    using Command = std::function<Result<Saved>(Journal&)>;
    bool carryOut(const Command& command, const QString& sentence);
    void hear(const Event& event);
    void show();
    /// Requires: what is not stale was read.
    void readVisits();
    void readReportInto();
    void readGaps();

    Engine& m_engine;
    Bridge& m_bridge;
    const Words& m_words;
    std::function<QString(const StorageError&)> m_explain;
    VisitView m_view;
    /// The one that a person chose. Absent: the soonest that is ahead.
    std::optional<Uuid> m_chosen;
    std::shared_ptr<const Chronicle> m_chronicle;
    /// Of the days in `m_view`.
    std::optional<Summary> m_summary;
    bool m_isShown = false;
    bool m_hasFailed = false;
    Subscription m_subscription;
};

} // namespace unclench::ui
