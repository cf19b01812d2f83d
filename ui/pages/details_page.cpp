// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/details_page.h"

#include "ui/pages/details_care.h"
#include "ui/pages/details_fields.h"
#include "ui/pages/details_injury.h"
#include "ui/pages/details_medicines.h"
#include "ui/pages/details_readings.h"
#include "ui/pages/details_symptoms.h"
#include "ui/pages/details_trials.h"
#include "ui/theme.h"
#include "ui/widgets/back_map.h"
#include "ui/widgets/kept_text.h"
#include "ui/widgets/keyboard.h"
#include "ui/widgets/place_list.h"
#include "ui/widgets/places.h"
#include "ui/widgets/revision_bar.h"
#include "ui/widgets/scroll_sheet.h"
#include "ui/widgets/tab_order.h"
#include "ui/wording/times.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QPushButton>

namespace unclench::ui {

namespace {

/// In units of the grid: where the two halves beside each other would be narrower than their words.
constexpr double kDetailsNarrow = 90;

} // namespace

DetailsPage::DetailsPage(const Vocabulary& vocabulary, const Words& words, QWidget* parent)
    : QWidget(parent), m_vocabulary(vocabulary), m_words(words)
{
    setObjectName(QStringLiteral("detailsPage"));
    auto* column = new QVBoxLayout{this};
    const int margin = theme::grid(font(), 3);
    column->setContentsMargins(margin, margin, margin, theme::grid(font(), 1));
    column->setSpacing(theme::grid(font(), 2));
    column->addWidget(buildHead());
    m_whole = new ScrollSheet{QStringLiteral("detailsArea"), tr("Details"), this};
    m_halves = new QBoxLayout{QBoxLayout::LeftToRight, m_whole->sheet()};
    m_halves->setContentsMargins(0, 0, 0, 0);
    m_halves->setSpacing(theme::grid(font(), 2));
    m_halves->addWidget(buildPlaces(), 1);
    m_halves->addWidget(buildFields(), 1);
    column->addWidget(m_whole, 1);
    m_revision = new RevisionBar{this};
    column->addWidget(m_revision);
    connectParts();
}

QWidget* DetailsPage::buildHead()
{
    auto* head = new QWidget{this};
    auto* row = new QHBoxLayout{head};
    row->setContentsMargins(0, 0, 0, 0);
    m_title = new QLabel{head};
    m_title->setObjectName(QStringLiteral("detailsTitle"));
    m_title->setTextFormat(Qt::PlainText);
    m_title->setFont(theme::font(font(), theme::Size::Title));
    m_title->setWordWrap(true);
    row->addWidget(m_title, 1);
    auto* done = rowButton(QStringLiteral("detailsDoneButton"), tr("&Done"), tr("Done"), head);
    done->setAccessibleDescription(tr("Everything is saved already; this goes back"));
    row->addWidget(done, 0, Qt::AlignTop);
    connect(done, &QPushButton::clicked, this, &DetailsPage::closeRequested);
    return head;
}

QWidget* DetailsPage::buildPlaces()
{
    auto* section = new Section{tr("Where it hurts"), this};
    m_where = section->addHint({});
    m_where->setObjectName(QStringLiteral("placesLabel"));
    m_placesArea = new ScrollSheet{QStringLiteral("placesArea"), tr("Where it hurts")};
    QWidget* content = m_placesArea->sheet();
    m_placesLayout = new QBoxLayout{QBoxLayout::LeftToRight, content};
    m_placesLayout->setContentsMargins(0, 0, 0, 0);
    m_placesLayout->setSpacing(theme::grid(font(), 2));
    m_map = new BackMap{m_vocabulary, m_words, content};
    m_list = new PlaceList{m_vocabulary, m_words, content};
    m_placesLayout->addWidget(m_map, 3);
    m_placesLayout->addWidget(m_list, 4);
    m_placesArea->viewport()->installEventFilter(this);
    section->column()->addWidget(m_placesArea, 1);
    connect(m_map, &BackMap::placesChanged, this, &DetailsPage::changePlaces);
    connect(m_list, &PlaceList::placesChanged, this, &DetailsPage::changePlaces);
    return section;
}

QWidget* DetailsPage::buildFields()
{
    m_fieldsArea = new ScrollSheet{QStringLiteral("fieldsArea"), tr("Details")};
    QWidget* content = m_fieldsArea->sheet();
    auto* column = new QVBoxLayout{content};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::grid(font(), 2));
    m_fields = new DetailFields{m_words, content};
    m_injury = new InjurySection{content};
    m_symptoms = new SymptomSection{m_vocabulary, m_words, content};
    m_functions = new FunctionSection{m_words, content};
    m_medicines = new MedicineSection{m_vocabulary, m_words, content};
    m_care = new CareSection{content};
    m_reliefs = new ReliefSection{m_words, content};
    m_readings = new ReadingSection{content};
    for (QWidget* part : std::initializer_list<QWidget*>{
             m_fields, m_injury, m_symptoms, m_functions, m_medicines, m_care, m_reliefs}) {
        column->addWidget(part);
    }

    auto* note = new Section{tr("Note"), content};
    m_note = new KeptNote{QStringLiteral("noteEdit"), tr("Note"), note};
    m_note->setPlaceholderText(tr("Anything else you want to remember"));
    m_note->setMinimumHeight(theme::grid(font(), 14));
    note->column()->addWidget(m_note);
    column->addWidget(note);
    column->addWidget(m_readings);
    column->addStretch(1);
    return m_fieldsArea;
}

void DetailsPage::connectParts()
{
    connect(m_fields, &DetailFields::told, this, &DetailsPage::told);
    connect(m_fields, &DetailFields::forgotten, this, &DetailsPage::forgotten);
    connect(m_fields, &DetailFields::onsetRequested, this, &DetailsPage::onsetRequested);
    connect(m_fields, &DetailFields::revised, this,
            [this](const Details& details, const QString& question) {
                m_revision->ask(question, [this, details](bool isTypedWrong) {
                    Q_EMIT told(details, isTypedWrong ? Revision::TypedWrong : Revision::ItChanged);
                });
            });
    connect(m_injury, &InjurySection::told, this, &DetailsPage::told);
    connect(m_injury, &InjurySection::forgotten, this, &DetailsPage::forgotten);
    connect(m_note, &KeptNote::entered, this, [this](const QString& text) {
        Details details;
        details.note = text.toStdString();
        Q_EMIT told(details, Revision::ItChanged);
    });
    connect(m_symptoms, &SymptomSection::told, this, &DetailsPage::symptomTold);
    connect(m_symptoms, &SymptomSection::revised, this,
            [this](const Symptom& symptom, const QString& question) {
                m_revision->ask(question, [this, symptom](bool isTypedWrong) {
                    Q_EMIT symptomTold(symptom,
                                       isTypedWrong ? Revision::TypedWrong : Revision::ItChanged);
                });
            });
    connect(m_functions, &FunctionSection::told, this, &DetailsPage::functionTold);
    connect(m_functions, &FunctionSection::removed, this, &DetailsPage::removed);
    connect(m_medicines, &MedicineSection::taken, this, &DetailsPage::medicineTaken);
    connect(m_medicines, &MedicineSection::corrected, this, &DetailsPage::corrected);
    connect(m_medicines, &MedicineSection::removed, this, &DetailsPage::removed);
    connect(m_care, &CareSection::pastTold, this, &DetailsPage::pastCareTold);
    connect(m_care, &CareSection::removed, this, &DetailsPage::removed);
    connect(m_reliefs, &ReliefSection::told, this, &DetailsPage::reliefTold);
    connect(m_reliefs, &ReliefSection::corrected, this, &DetailsPage::corrected);
    connect(m_reliefs, &ReliefSection::removed, this, &DetailsPage::removed);
    connect(m_readings, &ReadingSection::corrected, this, &DetailsPage::corrected);
    connect(m_readings, &ReadingSection::removed, this, &DetailsPage::removed);
}

void DetailsPage::changePlaces(const std::vector<Place>& places)
{
    Details details;
    details.regions = places;
    if (!places::takesBack(m_places, places)) {
        m_revision->dismiss();
        Q_EMIT told(details, Revision::ItChanged);
        return;
    }
    QStringList lost;
    for (const Place& place : m_places) {
        if (!places::contains(places, place)) {
            lost << m_words.place(place.region, place.side);
        }
    }
    m_revision->ask(
        tr("%1: is it different now, or was it never so?").arg(lost.join(QStringLiteral("; "))),
        [this, details](bool isTypedWrong) {
            Q_EMIT told(details, isTypedWrong ? Revision::TypedWrong : Revision::ItChanged);
        });
}

void DetailsPage::resizeEvent(QResizeEvent* event)
{
    // Side by side each half scrolls for itself; one above the other they scroll together.
    const bool isNarrow = width() < theme::grid(font(), kDetailsNarrow);
    m_halves->setDirection(isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_placesArea->setUnrolled(isNarrow);
    m_fieldsArea->setUnrolled(isNarrow);
    const int besideBar = theme::grid(font(), 1);
    m_halves->setContentsMargins(0, 0, isNarrow ? besideBar : 0, 0);
    m_fieldsArea->sheet()->layout()->setContentsMargins(0, 0, isNarrow ? 0 : besideBar, 0);
    QWidget::resizeEvent(event);
}

void DetailsPage::arrangePlaces(int width)
{
    const int besides = m_map->minimumSizeHint().width() + m_list->minimumSizeHint().width() +
                        m_placesLayout->spacing();
    m_placesLayout->setDirection(width < besides ? QBoxLayout::TopToBottom
                                                 : QBoxLayout::LeftToRight);
}

void DetailsPage::saveDrafts()
{
    if (m_shown) {
        m_fields->saveDrafts();
        m_injury->saveDrafts();
        m_symptoms->saveDrafts();
        m_medicines->saveDrafts();
        m_readings->saveDrafts();
        m_note->commit();
    }
}

bool DetailsPage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_placesArea->viewport() && event->type() == QEvent::Resize) {
        arrangePlaces(m_placesArea->viewport()->width());
    }
    return QWidget::eventFilter(watched, event);
}

void DetailsPage::hideEvent(QHideEvent* event)
{
    saveDrafts();
    QWidget::hideEvent(event);
}

void DetailsPage::notePastCareSaved()
{
    m_care->notePastSaved();
}

void DetailsPage::focusFirst()
{
    takeKeyboard(*m_list);
}

void DetailsPage::display(const DetailsView& view)
{
    const QString note = QString::fromStdString(view.course.details.note.value_or(std::string{}));
    const bool isOther = m_shown != view.course.id;
    if (isOther) {
        m_note->displayAnew(note);
        m_revision->dismiss();
    } else {
        m_note->display(note);
    }
    m_shown = view.course.id;
    const QString since = wording::moment(view.course.onset(), view.now);
    m_title->setText(
        view.course.end()
            ? tr("Spasm from %1 to %2").arg(since, wording::moment(*view.course.end(), view.now))
            : tr("Spasm since %1").arg(since));
    m_places = places::separated(view.course.details.regions.value_or(std::vector<Place>{}));
    QStringList named;
    for (const Place& place : m_places) {
        named << m_words.place(place.region, place.side);
    }
    m_where->setText(named.isEmpty()
                         ? tr("Press a place on the drawing or in the list. You see your back from "
                              "behind: left is your left.")
                         : named.join(QStringLiteral(" · ")));
    m_map->display(m_places);
    m_list->display(m_places);
    m_fields->display(view);
    m_injury->display(view);
    m_symptoms->display(view);
    m_functions->display(view);
    m_medicines->display(view);
    m_care->display(view);
    m_reliefs->display(view);
    m_readings->display(view);
    // Rows and chips that came later follow in the tab order where they stand.
    orderTabs(*this);
}

} // namespace unclench::ui
