// SPDX-License-Identifier: GPL-3.0-or-later
// The details page's way to the diary: one episode as values, the page's wishes as commands.
#pragma once

#include "core/engine/engine.h"
#include "ui/pages/details_view.h"
#include "ui/wording/words.h"

#include <QObject>

#include <functional>
#include <optional>

namespace unclench::ui {

class Bridge;

/// Shows one episode at a time, or none. Commands go through the bridge, so that they can be undone
/// and their failures are told there.
class DetailsBridge : public QObject {
    Q_OBJECT
public:
    /// All must outlive it.
    DetailsBridge(Engine& engine, Bridge& bridge, const Words& words, QObject* parent = nullptr);

    [[nodiscard]] const std::optional<Uuid>& episode() const { return m_episode; }

public Q_SLOTS:
    /// Shows `episode` from now on. What is typed for the one before is saved first; where that
    /// failed, nothing changes.
    void open(const unclench::Uuid& episode);
    void refresh();
    /// Has what is typed saved. False: some of it could not be; why was told.
    bool saveDrafts();

    void tell(const unclench::Details& details, unclench::ui::Revision revision);
    /// The field was never told: every report of it is taken back.
    void forget(unclench::DetailField field);
    void setOnset(const unclench::Moment& onset);
    /// A symptom as it is now, or as it was meant. With TypedWrong and `isPresent` false it never
    /// was there.
    void tellSymptom(const unclench::Symptom& symptom, unclench::ui::Revision revision);
    void tellFunction(const unclench::FunctionLimit& limit);
    void tellRelief(const unclench::Relief& relief);
    void take(const unclench::ui::MedicineDraft& draft);
    /// The record with the same kind and id is replaced.
    void correct(const unclench::AnyRecord& record);
    void remove(unclench::RecordKind kind, const unclench::Uuid& id);

Q_SIGNALS:
    void viewChanged(const unclench::ui::DetailsView& view);
    /// Another episode comes, or the window closes: what is typed should be saved now.
    void leaving();
    /// The episode is no longer there.
    void gone();

private:
    using Command = std::function<Result<Saved>(Journal&)>;
    using Sentence = std::function<QString(const Moment& at, const Moment& now)>;
    bool carryOut(const Command& command, const Sentence& sentence);
    void load();
    [[nodiscard]] std::optional<Moment> tellingAt();
    [[nodiscard]] Result<Saved> correctReports(Journal& journal, const Details& details);

    Engine& m_engine;
    Bridge& m_bridge;
    const Words& m_words;
    std::optional<Uuid> m_episode;
    std::optional<DetailsView> m_view;
    /// Counted when the episode was opened, so that the order of chips does not change under the
    /// hand; medicine classes without this episode's. Absent: not counted yet.
    std::optional<UseCounts> m_counts;
    bool m_hasFailed = false;
    Subscription m_subscription;
};

} // namespace unclench::ui
