// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that can be told about one spasm: the back map on the left, the fields on the right.
#pragma once

#include "core/care/telling.h"
#include "core/diary/record.h"
#include "core/knowledge/vocabulary.h"
#include "ui/pages/details_view.h"
#include "ui/wording/words.h"

#include <QWidget>

class QBoxLayout;
class QLabel;
class QScrollArea;

namespace unclench::ui {

class BackMap;
class CareSection;
class DetailFields;
class FunctionSection;
class InjurySection;
class KeptNote;
class MedicineSection;
class PlaceList;
class ReadingSection;
class ReliefSection;
class RevisionBar;
class ScrollSheet;
class SymptomSection;

/// Every press is a wish at once; nothing needs to be saved by hand. What is shown changes only by
/// `display`, so that after a failure what was typed still stands there.
class DetailsPage : public QWidget {
    Q_OBJECT
public:
    /// Both must outlive it.
    DetailsPage(const Vocabulary& vocabulary, const Words& words, QWidget* parent = nullptr);

    void display(const DetailsView& view);
    /// Puts the keyboard on the list of places.
    void focusFirst();

public Q_SLOTS:
    /// Wishes for what is typed and not told yet. Called before another episode comes, and before
    /// the window closes.
    void saveDrafts();
    /// The session that was told with `pastCareTold` is saved.
    void notePastCareSaved();

Q_SIGNALS:
    void told(const unclench::Details& details, unclench::ui::Revision revision);
    void forgotten(unclench::DetailField field);
    void onsetRequested(const unclench::Moment& onset);
    void symptomTold(const unclench::Symptom& symptom, unclench::ui::Revision revision);
    void functionTold(const unclench::FunctionLimit& limit);
    void reliefTold(const unclench::Relief& relief);
    void pastCareTold(const unclench::CareTold& told);
    void medicineTaken(const unclench::ui::MedicineDraft& draft);
    void corrected(const unclench::AnyRecord& record);
    void removed(unclench::RecordKind kind, const unclench::Uuid& id);
    /// Done here; back to where the person came from.
    void closeRequested();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* buildHead();
    QWidget* buildPlaces();
    QWidget* buildFields();
    void connectParts();
    void changePlaces(const std::vector<Place>& places);
    void arrangePlaces(int width);

    const Vocabulary& m_vocabulary;
    const Words& m_words;
    QLabel* m_title = nullptr;
    QLabel* m_where = nullptr;
    ScrollSheet* m_whole = nullptr;
    QBoxLayout* m_halves = nullptr;
    ScrollSheet* m_placesArea = nullptr;
    ScrollSheet* m_fieldsArea = nullptr;
    QBoxLayout* m_placesLayout = nullptr;
    BackMap* m_map = nullptr;
    PlaceList* m_list = nullptr;
    RevisionBar* m_revision = nullptr;
    DetailFields* m_fields = nullptr;
    SymptomSection* m_symptoms = nullptr;
    FunctionSection* m_functions = nullptr;
    MedicineSection* m_medicines = nullptr;
    CareSection* m_care = nullptr;
    ReliefSection* m_reliefs = nullptr;
    ReadingSection* m_readings = nullptr;
    InjurySection* m_injury = nullptr;
    KeptNote* m_note = nullptr;
    std::optional<Uuid> m_shown;
    std::vector<Place> m_places;
};

} // namespace unclench::ui
