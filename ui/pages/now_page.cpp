// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/now_page.h"

#include "ui/models/episode_model.h"
#include "ui/pages/care_block.h"
#include "ui/pages/care_running.h"
#include "ui/pages/daily_card.h"
#include "ui/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/pain_scale.h"
#include "ui/widgets/scroll_sheet.h"
#include "ui/widgets/seat_card.h"
#include "ui/widgets/table_heads.h"
#include "ui/widgets/wrapped_box.h"
#include "ui/wording/times.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <utility>

namespace unclench::ui {

namespace {

constexpr int kReadingsShown = 6;
/// In units of the grid: a list with less height tells nothing.
constexpr double kLeastList = 15.0;

QLabel* makeLabel(const QString& name, const QString& text, theme::Size size, QWidget* parent)
{
    auto* label = new QLabel{text, parent};
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setFont(theme::font(label->font(), size));
    label->setWordWrap(true);
    return label;
}

void mute(QLabel* label)
{
    label->setForegroundRole(QPalette::PlaceholderText);
}

QVBoxLayout* cardLayout(QWidget* card)
{
    auto* column = new QVBoxLayout{card};
    const int padding = theme::grid(card->font(), 2);
    column->setContentsMargins(padding, padding, padding, padding);
    column->setSpacing(theme::grid(card->font(), 1));
    return column;
}

} // namespace

NowPage::NowPage(const Words& words, QWidget* parent) : QWidget(parent), m_words(words)
{
    setObjectName(QStringLiteral("nowPage"));
    auto* whole = new QVBoxLayout{this};
    whole->setContentsMargins(0, 0, 0, 0);
    m_usual = new ScrollSheet{QStringLiteral("nowScroll"), tr("Now"), this};
    whole->addWidget(m_usual);
    m_careRunning = new CareRunning{this};
    m_careRunning->hide();
    whole->addWidget(m_careRunning);
    auto* column = new QVBoxLayout{m_usual->sheet()};
    const int margin = theme::grid(font(), 3);
    column->setContentsMargins(margin, margin, margin, theme::grid(font(), 1));
    column->setSpacing(theme::grid(font(), 1.25));
    auto* head = new QHBoxLayout;
    head->addWidget(
        makeLabel(QStringLiteral("nowTitle"), tr("How is your back?"), theme::Size::Title, this),
        1);
    auto* bigButtons = new QPushButton{tr("Big buttons (F9)"), this};
    bigButtons->setObjectName(QStringLiteral("bigButtonsButton"));
    bigButtons->setAccessibleName(tr("Big buttons, for bad days"));
    bigButtons->setFlat(true);
    connect(bigButtons, &QPushButton::clicked, this, &NowPage::bigButtonsRequested);
    head->addWidget(bigButtons);
    column->addLayout(head);
    column->addWidget(buildSpasmCard());
    column->addWidget(buildEpisodeCard());
    m_careBlock = new CareBlock{this};
    connect(m_careBlock, &CareBlock::runningRequested, this, &NowPage::showRunning);
    connect(m_careRunning, &CareRunning::asideRequested, this, &NowPage::focusScale);
    // Written down: back to what runs.
    connect(this, &NowPage::spasmRequested, this, [this] { m_isAside = false; });
    connect(this, &NowPage::readingRequested, this, [this] { m_isAside = false; });
    m_dailyCard = new DailyCard{words, this};
    connect(m_dailyCard, &DailyCard::readingRequested, this, &NowPage::readingRequested);
    column->addWidget(m_dailyCard); // warning signs come before heat and cold
    column->addWidget(m_careBlock);
    m_seatCard = new SeatCard{this};
    m_seatCard->hide();
    column->addWidget(m_seatCard);
    m_listCard = buildList();
    connect(m_dailyCard, &DailyCard::dueChanged, this, [this](bool isDue) {
        m_isDailyDue = isDue;
        chooseList();
    });
    column->addWidget(m_listCard, 1000);
    column->addStretch(1);
    m_usual->sheet()->installEventFilter(this);
}

QWidget* NowPage::buildSpasmCard()
{
    auto* card = new Card{this};
    auto* column = cardLayout(card);
    auto* row = new QHBoxLayout;
    row->addWidget(
        makeLabel(QStringLiteral("spasmLabel"), tr("Spasm now"), theme::Size::Heading, card));
    auto* hint =
        makeLabel(QStringLiteral("spasmHint"),
                  tr("How strong is it? One press saves it. 0 is no pain, 10 the worst there is."),
                  theme::Size::Caption, card);
    mute(hint);
    hint->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    row->addWidget(hint, 1);
    column->addLayout(row);
    m_spasmScale = new PainScale{QStringLiteral("spasmScale"), tr("Spasm now"), card};
    connect(m_spasmScale, &PainScale::picked, this, &NowPage::spasmRequested);
    column->addWidget(m_spasmScale);
    return card;
}

QWidget* NowPage::buildEpisodeCard()
{
    auto* card = new Card{this};
    card->setObjectName(QStringLiteral("episodeCard"));
    auto* outer = new QVBoxLayout{card};
    outer->setContentsMargins(0, 0, 0, 0);
    m_noEpisode = new QWidget{card};
    m_episode = new QWidget{card};
    outer->addWidget(m_noEpisode);
    outer->addWidget(m_episode);

    auto* none = makeLabel(QStringLiteral("noEpisodeLabel"),
                           tr("No spasm is open. Press a number above when one comes."),
                           theme::Size::Body, m_noEpisode);
    mute(none);
    cardLayout(m_noEpisode)->addWidget(none);

    QWidget* open = m_episode;
    auto* column = cardLayout(open);
    m_since = makeLabel(QStringLiteral("sinceLabel"), {}, theme::Size::Heading, open);
    m_where = makeLabel(QStringLiteral("whereLabel"), {}, theme::Size::Body, open);
    m_readings = makeLabel(QStringLiteral("readingsLabel"), {}, theme::Size::Body, open);
    mute(m_readings);
    column->addWidget(m_since);
    column->addWidget(m_where);
    column->addWidget(m_readings);

    auto* buttons = new FlowLayout{nullptr, theme::grid(font(), 1)};
    m_painNow = new QPushButton{tr("&Pain now"), open};
    m_painNow->setObjectName(QStringLiteral("painNowButton"));
    m_painNow->setAccessibleName(tr("Pain now"));
    m_painNow->setAccessibleDescription(
        tr("Opens the numbers for a further reading in this spasm"));
    m_painNow->setCheckable(true);
    auto* details = new QPushButton{tr("Add &details"), open};
    details->setObjectName(QStringLiteral("detailsButton"));
    details->setAccessibleName(tr("Add details"));
    auto* end = new QPushButton{tr("It is &over"), open};
    end->setObjectName(QStringLiteral("endButton"));
    end->setAccessibleName(tr("It is over"));
    for (QPushButton* button : {m_painNow, details, end}) {
        button->setMinimumHeight(theme::grid(font(), 4.5));
        buttons->addWidget(button);
    }
    column->addLayout(buttons);

    m_readingRow = new QWidget{open};
    auto* reading = new QVBoxLayout{m_readingRow};
    reading->setContentsMargins(0, 0, 0, 0);
    m_readingScale = new PainScale{QStringLiteral("readingScale"), tr("Pain now"), m_readingRow};
    m_atRest = new WrappedCheckBox{tr("While &resting (lying or sitting still)"), m_readingRow};
    m_atRest->setObjectName(QStringLiteral("atRestCheckBox"));
    reading->addWidget(m_atRest);
    reading->addWidget(m_readingScale);
    column->addWidget(m_readingRow);
    m_readingRow->hide();

    connect(m_painNow, &QPushButton::toggled, this, &NowPage::showReadingScale);
    connect(m_readingScale, &PainScale::picked, this,
            [this](int pain) { Q_EMIT readingRequested(pain, m_atRest->isChecked()); });
    connect(details, &QPushButton::clicked, this,
            [this] { Q_EMIT detailsRequested(m_openEpisode); });
    connect(end, &QPushButton::clicked, this, &NowPage::endRequested);
    return card;
}

QWidget* NowPage::buildList()
{
    auto* area = new Card{this};
    auto* column = cardLayout(area);
    column->addWidget(
        makeLabel(QStringLiteral("listTitle"), tr("Your spasms"), theme::Size::Heading, area));

    m_list = new QStackedWidget{area};
    auto* empty = makeLabel(QStringLiteral("emptyListLabel"),
                            tr("Nothing is written down yet. Your first spasm will stand here."),
                            theme::Size::Body, m_list);
    mute(empty);
    empty->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_list->addWidget(empty);

    m_model = new EpisodeModel{m_words, this};
    m_table = new QTableView{m_list};
    m_table->setObjectName(QStringLiteral("episodeTable"));
    m_table->setAccessibleName(tr("Your spasms"));
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setWordWrap(false);
    m_table->setMinimumHeight(theme::grid(font(), 4.5));
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(theme::grid(font(), 3.5));
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setStyleSheet(theme::flatHeader());
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->resizeSection(EpisodeModel::Began, theme::grid(font(), 24));
    m_table->horizontalHeader()->resizeSection(EpisodeModel::Lasted, theme::grid(font(), 16));
    m_table->horizontalHeader()->resizeSection(EpisodeModel::Worst, theme::grid(font(), 13));
    widenToHeads(*m_table->horizontalHeader());
    m_list->addWidget(m_table);
    column->addWidget(m_list, 1);
    return area;
}

void NowPage::chooseList()
{
    // What an open spasm and the questions of a day need is its room; History shows it as well.
    m_listCard->setVisible(m_episode->isHidden() && !m_isDailyDue && hasRoomForList());
}

bool NowPage::hasRoomForList() const
{
    const QLayout* column = m_usual->sheet()->layout();
    const QMargins margins = column->contentsMargins();
    const int wide = m_usual->width() - margins.left() - margins.right();
    int needed = margins.top() + margins.bottom() + theme::grid(font(), kLeastList);
    for (int i = 0; i < column->count(); ++i) {
        const QLayoutItem* part = column->itemAt(i);
        if (part->widget() != m_listCard && !part->isEmpty()) {
            needed += column->spacing() + (part->hasHeightForWidth() ? part->heightForWidth(wide)
                                                                     : part->sizeHint().height());
        }
    }
    return needed <= m_usual->height();
}

bool NowPage::event(QEvent* event)
{
    if (event->type() == QEvent::Resize) {
        chooseList();
    }
    return QWidget::event(event);
}

bool NowPage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_usual->sheet() && event->type() == QEvent::LayoutRequest) {
        chooseList(); // something above it needs more or less room than before
    }
    return QWidget::eventFilter(watched, event);
}

void NowPage::showReadingScale(bool isShown)
{
    m_readingRow->setVisible(isShown);
    if (isShown) {
        m_readingScale->focusFirst();
    }
}

void NowPage::display(const NowView& view)
{
    m_noEpisode->setVisible(!view.open);
    m_episode->setVisible(view.open.has_value());
    // A minute passing must not close the numbers under the person's hand; a saved reading does.
    const std::size_t readings = view.open ? view.open->readings.size() : 0;
    if (readings != std::exchange(m_readingsShown, readings)) {
        m_painNow->setChecked(false);
        m_atRest->setChecked(false);
    }
    if (view.open) {
        displayOpen(view);
    }
    chooseList();
    m_list->setCurrentIndex(view.episodes.empty() ? 0 : 1);
    m_model->display(view.episodes, view.now);
}

void NowPage::displayOpen(const NowView& view)
{
    const Course& course = *view.open;
    m_openEpisode = course.id;
    const QString since = tr("Spasm since %1 (%2)")
                              .arg(wording::moment(course.onset(), view.now),
                                   wording::length(view.now.utc - course.onset().utc));
    m_since->setText(
        course.lastPain()
            ? tr("%1 · now %2", "a spasm and its last pain").arg(since).arg(*course.lastPain())
            : since);

    QStringList places;
    for (const Place& place : course.details.regions.value_or(std::vector<Place>{})) {
        places << m_words.place(place.region, place.side);
    }
    m_where->setText(places.join(QStringLiteral(" · ")));
    m_where->setVisible(!places.isEmpty());

    QStringList readings;
    const auto first = course.readings.size() > kReadingsShown
                           ? course.readings.end() - kReadingsShown
                           : course.readings.begin();
    for (auto reading = first; reading != course.readings.end(); ++reading) {
        //: A reading: pain and time, as in "7 at 09:40"
        readings << tr("%1 at %2").arg(reading->pain).arg(wording::moment(reading->at, view.now));
    }
    m_readings->setText(tr("Pain: %1").arg(readings.join(QLatin1String(", "))));
}

void NowPage::displayCare(const CareView& view)
{
    m_isRunning = view.running.has_value();
    if (!m_isRunning || view.running->isOverdue()) {
        m_isAside = false;
    }
    if (m_isRunning) {
        m_careRunning->display(*view.running);
    }
    m_careBlock->display(view);
    chooseSheet();
}

void NowPage::displaySeat(const SeatView& view)
{
    m_seatCard->display(view);
    m_seatCard->show();
    chooseList();
}

void NowPage::chooseSheet()
{
    const bool isDial = m_isRunning && !m_isAside;
    m_careRunning->setVisible(isDial);
    m_usual->setVisible(!isDial);
}

void NowPage::showRunning()
{
    m_isAside = false;
    chooseSheet();
    if (m_isRunning) {
        m_careRunning->focusFirst();
    }
}

void NowPage::focusScale()
{
    m_isAside = m_isRunning;
    chooseSheet();
    m_spasmScale->focusFirst();
}

} // namespace unclench::ui
