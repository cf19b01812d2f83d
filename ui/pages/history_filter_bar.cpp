// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/history_filter_bar.h"

#include "ui/theme.h"
#include "ui/widgets/flow_layout.h"
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
    for (QWidget* control : findChildren<QWidget*>(QString{}, Qt::FindDirectChildrenOnly)) {
        if (control->focusPolicy() != Qt::NoFocus) {
            control->setMinimumHeight(theme::grid(font(), 4.5));
        }
    }
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
        m_isClearing = true;
        m_from->setDate(toDate(today));
        m_to->setDate(toDate(today));
        m_isClearing = false;
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
        if (const auto parsed = parsePlace(place)) {
            filter.regions = {*parsed};
        }
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

void HistoryFilterBar::clear()
{
    m_isClearing = true;
    m_search->clear();
    for (QComboBox* box : {m_period, m_region, m_pain, m_painMost, m_symptom, m_trigger}) {
        box->setCurrentIndex(0);
    }
    m_isClearing = false;
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
    if (m_isClearing) {
        return; // once, when all of them are as they will be
    }
    const HistoryFilter now = filter();
    m_from->setEnabled(now.span == HistorySpan::FromTo);
    m_to->setEnabled(now.span == HistorySpan::FromTo);
    m_clear->setEnabled(isNarrowing());
    Q_EMIT changed(now);
}

} // namespace unclench::ui
