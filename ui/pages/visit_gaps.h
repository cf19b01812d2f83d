// SPDX-License-Identifier: GPL-3.0-or-later
// What a doctor asks and the diary does not tell yet, asked right here; and what was told of it.
#pragma once

#include "ui/pages/visit_view.h"

#include <QWidget>

#include <map>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace unclench::ui {

class KeptLine;
class KeptNote;
class Section;

class VisitGaps : public QWidget {
    Q_OBJECT
public:
    explicit VisitGaps(QWidget* parent = nullptr);

    void display(const VisitView& view);
    void saveDrafts();
    /// The medicine that was typed is on the list: the line is free for the next.
    void noteMedicineSaved();

Q_SIGNALS:
    void told(unclench::BackgroundTopic topic, const QString& text);
    void medicineTold(const QString& name);
    /// The details of a spasm, to tell its place.
    void detailsRequested(const unclench::Uuid& episode);

private:
    struct Row {
        QWidget* row = nullptr;
        QLabel* label = nullptr;
        KeptNote* note = nullptr;
        QPushButton* none = nullptr;
    };
    Row addRow(BackgroundTopic topic);
    QWidget* buildMedicines();
    QWidget* buildPlaces();
    /// Where the next row of each section goes.
    struct Places {
        int missing = 0;
        int known = 0;
    };
    void place(QWidget* row, bool isMissing, Places& places);

    Section* m_missing;
    Section* m_known;
    QLabel* m_nothing;
    std::map<BackgroundTopic, Row> m_rows;
    QWidget* m_medicines = nullptr;
    QLabel* m_medicinesLabel = nullptr;
    KeptLine* m_medicine = nullptr;
    QWidget* m_places = nullptr;
    QLabel* m_placesLabel = nullptr;
    std::optional<Uuid> m_withoutPlace;
};

} // namespace unclench::ui
