// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/history_filter_bar.h"

#include "ui/pages/keep_filter_row.h"
#include "ui/pages/saved_filters_button.h"
#include "ui/theme.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/wrapped_label.h"
#include "ui/wording/search.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

namespace unclench::ui {

namespace {

constexpr qint64 kJulianDayOf1970 = 2440588;

std::chrono::local_days toDay(const QDate& date)
{
    return std::chrono::local_days{std::chrono::days{date.toJulianDay() - kJulianDayOf1970}};
}
QDate toDate(std::chrono::local_days day)
{
    return QDate::fromJulianDay(day.time_since_epoch().count() + kJulianDayOf1970);
}

/// The id behind the chosen entry; empty behind the first, which stands for any.
std::string chosen(const QComboBox* box)
{
    return box->currentData().toString().toStdString();
}

std::vector<std::string> chosenIn(const QComboBox* box)
{
    const std::string id = chosen(box);
    return id.empty() ? std::vector<std::string>{} : std::vector{id};
}

/// Empty where there is none.
QDate keptDate(const std::string& day)
{
    return QDate::fromString(QString::fromStdString(day), Qt::ISODate);
}

/// The first, which stands for any, where there is none.
void choosePain(QComboBox* box, std::optional<int> pain)
{
    box->setCurrentIndex(pain ? std::max(box->findData(QString::number(*pain)), 0) : 0);
}

} // namespace

HistoryFilterBar::HistoryFilterBar(const Words& words,
                                   const Vocabulary& vocabulary,
                                   QWidget* parent)
    : QWidget(parent), m_words(words), m_vocabulary(vocabulary)
{
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::grid(font(), 1));
    auto* first = new FlowLayout{nullptr, theme::grid(font(), 1)};
    auto* second = new FlowLayout{nullptr, theme::grid(font(), 1)};
    column->addLayout(first);
    column->addLayout(second);
    buildSearch(first);
    buildPeriod(first);
    buildChoices(second);
    buildSaved(second);
    for (QWidget* control : findChildren<QWidget*>(QString{}, Qt::FindDirectChildrenOnly)) {
        if (control->focusPolicy() != Qt::NoFocus) {
            control->setMinimumHeight(theme::grid(font(), 4.5));
        }
    }
    m_keepRow = new KeepFilterRow{this};
    connect(m_keepRow, &KeepFilterRow::named, this,
            [this](const QString& name) { Q_EMIT keepFilterRequested(toKeep(name)); });
    connect(m_keepRow, &KeepFilterRow::left, this,
            [this] { m_saved->setFocus(Qt::OtherFocusReason); });
    column->addWidget(m_keepRow);
    m_unknownNote = wrapped(QStringLiteral("unknownFilterNote"), {}, theme::Size::Caption, this);
    m_unknownNote->hide();
    column->addWidget(m_unknownNote);
}

void HistoryFilterBar::buildSearch(FlowLayout* row)
{
    m_search = new QLineEdit{this};
    m_search->setObjectName(QStringLiteral("searchEdit"));
    m_search->setAccessibleName(tr("Search"));
    m_search->setAccessibleDescription(tr("Finds words in notes, places, triggers and symptoms"));
    m_search->setPlaceholderText(tr("Search notes, places, triggers, symptoms"));
    m_search->setClearButtonEnabled(true);
    m_search->setMinimumWidth(
        m_search->fontMetrics().horizontalAdvance(m_search->placeholderText()) +
        theme::grid(font(), 4));
    connect(m_search, &QLineEdit::textChanged, this, &HistoryFilterBar::tell);
    row->addWidget(m_search);
}

void HistoryFilterBar::buildPeriod(FlowLayout* row)
{
    m_period = makeChoice(QStringLiteral("periodComboBox"), tr("Period"), tr("All time"));
    m_period->addItem(tr("Last 30 days"));
    m_period->addItem(tr("Last year"));
    m_period->addItem(tr("From … to …"));
    row->addWidget(m_period);
    const auto makeDate = [&](const QString& name, const QString& label) {
        auto* date = new QDateEdit{this};
        date->setObjectName(name);
        date->setAccessibleName(label);
        date->setCalendarPopup(true);
        date->setEnabled(false);
        connect(date, &QDateEdit::dateChanged, this, &HistoryFilterBar::tell);
        return date;
    };
    m_from = makeDate(QStringLiteral("fromDateEdit"), tr("From"));
    m_to = makeDate(QStringLiteral("toDateEdit"), tr("To"));
    //: Between two dates: 1 March to 5 March
    auto* to = new QLabel{tr("to"), this};
    to->setForegroundRole(QPalette::PlaceholderText);
    row->addWidget(m_from);
    row->addWidget(to);
    row->addWidget(m_to);
}

void HistoryFilterBar::buildChoices(FlowLayout* row)
{
    m_region = makeChoice(QStringLiteral("regionComboBox"), tr("Place"), tr("Any place"));
    fillRegions();
    //: The lower bound of a range of pain: "Pain from 4", beside it "to 7"
    const auto from = [](int pain) { return tr("Pain from %1").arg(pain); };
    //: The upper bound of a range of pain: "Pain from 4", beside it "to 7"
    const auto to = [](int pain) { return tr("to %1").arg(pain); };
    m_pain = makeChoice(QStringLiteral("painComboBox"), tr("Worst pain at least"),
                        from(Reading::kLeast));
    for (int pain = Reading::kLeast + 1; pain <= Reading::kMost; ++pain) {
        m_pain->addItem(from(pain), QString::number(pain));
    }
    m_painMost = makeChoice(QStringLiteral("painMostComboBox"), tr("Worst pain at most"),
                            to(Reading::kMost));
    for (int pain = Reading::kMost - 1; pain >= Reading::kLeast; --pain) {
        m_painMost->addItem(to(pain), QString::number(pain));
    }
    m_painMost->setMinimumContentsLength(5);
    m_symptom = makeChoice(QStringLiteral("symptomComboBox"), tr("Symptom"), tr("Any symptom"));
    m_trigger = makeChoice(QStringLiteral("triggerComboBox"), tr("Trigger"), tr("Any trigger"));
    const auto fill = [&](QComboBox* box, Topic topic) {
        for (const std::string& id : wording::idsByLabel(topic, m_words, m_vocabulary)) {
            box->addItem(m_words.label(topic, id), QString::fromStdString(id));
        }
    };
    fill(m_symptom, Topic::Symptom);
    fill(m_trigger, Topic::Trigger);
    m_deleted = new QCheckBox{tr("De&leted"), this};
    m_deleted->setObjectName(QStringLiteral("deletedCheckBox"));
    m_deleted->setAccessibleName(tr("Deleted"));
    m_deleted->setAccessibleDescription(
        tr("Shows what was deleted in the last 30 days and can be restored"));
    m_deleted->setToolTip(m_deleted->accessibleDescription());
    connect(m_deleted, &QCheckBox::toggled, this, &HistoryFilterBar::tell);
    m_clear = new QPushButton{tr("Clear &filters"), this};
    m_clear->setObjectName(QStringLiteral("clearFiltersButton"));
    m_clear->setAccessibleName(tr("Clear filters"));
    m_clear->setEnabled(false);
    connect(m_clear, &QPushButton::clicked, this, &HistoryFilterBar::clear);
    for (QComboBox* box : {m_region, m_pain, m_painMost, m_symptom, m_trigger}) {
        box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        row->addWidget(box);
    }
    row->addWidget(m_deleted);
    row->addWidget(m_clear);
}

void HistoryFilterBar::buildSaved(FlowLayout* row)
{
    m_saved = new SavedFiltersButton{this};
    row->addWidget(m_saved);
    connect(m_saved, &SavedFiltersButton::chosen, this, &HistoryFilterBar::apply);
    connect(m_saved, &SavedFiltersButton::keepRequested, this, [this] { m_keepRow->ask(); });
    connect(m_saved, &SavedFiltersButton::forgetRequested, this,
            &HistoryFilterBar::forgetFilterRequested);
}

QComboBox*
HistoryFilterBar::makeChoice(const QString& name, const QString& label, const QString& any)
{
    auto* box = new QComboBox{this};
    box->setObjectName(name);
    box->setAccessibleName(label);
    box->addItem(any, QString{});
    // The longest of 30 words would push the row out of a small window; the list itself is wide.
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(std::max(11, static_cast<int>(any.size()) + 1));
    box->setMaxVisibleItems(16);
    connect(box, &QComboBox::currentIndexChanged, this, &HistoryFilterBar::tell);
    return box;
}

void HistoryFilterBar::fillRegions()
{
    for (const Term& term : m_vocabulary.terms(Topic::Region)) {
        m_region->addItem(m_words.label(Topic::Region, term.id), QString::fromStdString(term.id));
        for (const Side side : term.sides) {
            if (side != Side::Both) { // left and right find it, too
                m_region->addItem(m_words.place(term.id, side),
                                  QString::fromStdString(toText({term.id, side})));
            }
        }
    }
}

void HistoryFilterBar::setToday(std::chrono::local_days today)
{
    if (!m_hasToday) {
        m_isFilling = true;
        m_from->setDate(toDate(today));
        m_to->setDate(toDate(today));
        m_isFilling = false;
        m_hasToday = true;
    }
}

HistoryFilter HistoryFilterBar::filter() const
{
    HistoryFilter filter;
    filter.words = wording::searchWords(m_search->text(), m_words, m_vocabulary);
    filter.span = static_cast<HistorySpan>(m_period->currentIndex());
    if (filter.span == HistorySpan::FromTo) {
        filter.from = toDay(m_from->date());
        filter.to = toDay(m_to->date());
    }
    if (const std::string place = chosen(m_region); !place.empty()) {
        // With a side that is not known it is no place, and none is told there.
        filter.regions = {parsePlace(place).value_or(Place{place, std::nullopt})};
    }
    if (m_pain->currentIndex() > 0) {
        filter.painAtLeast = m_pain->currentData().toInt();
    }
    if (m_painMost->currentIndex() > 0) {
        filter.painAtMost = m_painMost->currentData().toInt();
    }
    filter.symptoms = chosenIn(m_symptom);
    filter.triggers = chosenIn(m_trigger);
    filter.isDeleted = m_deleted->isChecked();
    return filter;
}

bool HistoryFilterBar::isNarrowing() const
{
    HistoryFilter none;
    none.isDeleted = m_deleted->isChecked();
    return !(filter() == none);
}

bool HistoryFilterBar::isBackwards() const
{
    return m_period->currentIndex() == static_cast<int>(HistorySpan::FromTo) &&
           m_from->date() > m_to->date();
}

void HistoryFilterBar::displayFilters(const std::vector<SavedFilter>& filters)
{
    m_saved->display(filters);
}

SavedFilter HistoryFilterBar::toKeep(const QString& name) const
{
    const HistoryFilter now = filter();
    SavedFilter kept;
    kept.name = name.toStdString();
    kept.search = m_search->text().trimmed().toStdString();
    kept.span = now.span;
    if (now.span == HistorySpan::FromTo) {
        kept.fromDay = m_from->date().toString(Qt::ISODate).toStdString();
        kept.toDay = m_to->date().toString(Qt::ISODate).toStdString();
    }
    kept.place = chosen(m_region);
    kept.painAtLeast = now.painAtLeast;
    kept.painAtMost = now.painAtMost;
    kept.symptom = chosen(m_symptom);
    kept.trigger = chosen(m_trigger);
    return kept;
}

void HistoryFilterBar::apply(const SavedFilter& filter)
{
    const QDate from = keptDate(filter.fromDay);
    const QDate to = keptDate(filter.toDay);
    const bool hasDays = from.isValid() && to.isValid();
    m_isFilling = true;
    forgetUnknown();
    m_deleted->setChecked(false);
    m_search->setText(QString::fromStdString(filter.search));
    m_period->setCurrentIndex(static_cast<int>(
        filter.span == HistorySpan::FromTo && !hasDays ? HistorySpan::Ever : filter.span));
    if (hasDays) {
        m_from->setDate(from);
        m_to->setDate(to);
    }
    m_areDaysUnread = filter.span == HistorySpan::FromTo && !hasDays;
    choose(m_region, filter.place);
    choosePain(m_pain, filter.painAtLeast);
    choosePain(m_painMost, filter.painAtMost);
    choose(m_symptom, filter.symptom);
    choose(m_trigger, filter.trigger);
    m_isFilling = false;
    tell();
}

/// What another version of the program knows is an entry of its own: what it asks for stays asked.
void HistoryFilterBar::choose(QComboBox* box, const std::string& id)
{
    const QString entry = QString::fromStdString(id);
    if (entry.isEmpty()) {
        box->setCurrentIndex(0);
        return;
    }
    if (box->findData(entry) < 0) {
        //: A place, symptom or trigger of another version of the program, by its id
        box->addItem(tr("Not known here: %1").arg(entry), entry);
        m_withUnknown.push_back(box);
    }
    box->setCurrentIndex(box->findData(entry));
}

void HistoryFilterBar::forgetUnknown()
{
    for (QComboBox* box : m_withUnknown) {
        box->removeItem(box->count() - 1);
    }
    m_withUnknown.clear();
    m_areDaysUnread = false;
}

void HistoryFilterBar::sayUnknown()
{
    QStringList ids;
    for (const QComboBox* box : m_withUnknown) {
        if (box->currentIndex() == box->count() - 1) {
            ids << box->currentData().toString();
        }
    }
    QStringList said;
    if (!ids.isEmpty()) {
        said << tr("This version does not know: %1. The filter asks for it all the same, so few "
                   "spasms or none may show.")
                    .arg(ids.join(QLatin1String(", ")));
    }
    if (m_areDaysUnread) {
        said << tr("The days of this filter cannot be read. All time shows.");
    }
    m_unknownNote->setText(said.join(QLatin1Char(' ')));
    m_unknownNote->setVisible(!said.isEmpty());
    m_saved->setAccessibleDescription(m_unknownNote->text()); // which a screen reader says
}

void HistoryFilterBar::filterKept()
{
    if (m_keepRow->isVisibleTo(this)) {
        m_keepRow->done();
        m_saved->setFocus(Qt::OtherFocusReason);
    }
}

void HistoryFilterBar::clear()
{
    m_isFilling = true;
    m_search->clear();
    forgetUnknown();
    for (QComboBox* box : {m_period, m_region, m_pain, m_painMost, m_symptom, m_trigger}) {
        box->setCurrentIndex(0);
    }
    m_isFilling = false;
    m_search->setFocus();
    tell();
}

void HistoryFilterBar::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void HistoryFilterBar::tell()
{
    if (m_isFilling) {
        return;
    }
    const HistoryFilter now = filter();
    m_areDaysUnread = m_areDaysUnread && now.span == HistorySpan::Ever;
    sayUnknown();
    m_from->setEnabled(now.span == HistorySpan::FromTo);
    m_to->setEnabled(now.span == HistorySpan::FromTo);
    m_clear->setEnabled(isNarrowing());
    m_saved->setCanKeep(isNarrowing());
    Q_EMIT changed(now);
}

} // namespace unclench::ui
