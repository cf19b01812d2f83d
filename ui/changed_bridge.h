// SPDX-License-Identifier: GPL-3.0-or-later
// Between the diary and the page *Something changed*.
#pragma once

#include "core/engine/engine.h"
#include "ui/pages/changed_view.h"
#include "ui/wording/words.h"

#include <QObject>
#include <QString>

#include <functional>

namespace unclench::ui {

class Bridge;

/// What is told goes through the bridge, so that it can be undone and failures are told there.
/// Reading tells its own.
class ChangedBridge : public QObject {
    Q_OBJECT
public:
    /// `engine`, `bridge` and `words` must outlive it. `explain` puts a failure into words.
    ChangedBridge(Engine& engine,
                  Bridge& bridge,
                  const Words& words,
                  std::function<QString(const StorageError&)> explain,
                  QObject* parent = nullptr);

public Q_SLOTS:
    void refresh();
    void measure(unclench::Quantity quantity, double value, unclench::Unit unit);
    void tellProcedure(int daysAgo);
    void tellSymptom(const unclench::Symptom& symptom);
    void tellFunction(const unclench::FunctionLimit& limit);

Q_SIGNALS:
    void viewChanged(const unclench::ui::ChangedView& view);
    void measureSaved(unclench::Quantity quantity);
    void procedureSaved();
    void failed(const QString& sentence);

private:
    template <class Record>
    bool tell(const Record& record);
    template <class Record>
    [[nodiscard]] std::vector<Record> current();

    Engine& m_engine;
    Bridge& m_bridge;
    const Words& m_words;
    std::function<QString(const StorageError&)> m_explain;
};

} // namespace unclench::ui
