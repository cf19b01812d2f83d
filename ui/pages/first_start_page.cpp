// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/first_start_page.h"

#include "core/diary/profile.h"
#include "ui/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/check_grid.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/main_button.h"
#include "ui/widgets/number_field.h"
#include "ui/widgets/scroll_sheet.h"
#include "ui/widgets/wrapped_label.h"
#include "ui/wording/profile.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace unclench::ui {

namespace {

QLabel* heading(const QString& text, QWidget* parent)
{
    QLabel* label = wrappedText(text, parent);
    label->setFont(theme::font(label->font(), theme::Size::Heading));
    return label;
}

QVBoxLayout* columnOf(QWidget* card, const QFont& font)
{
    auto* column = new QVBoxLayout{card};
    const int padding = theme::grid(font, 2);
    column->setContentsMargins(padding, padding, padding, padding);
    column->setSpacing(theme::grid(font, 1));
    return column;
}

/// Lays `part` in the middle of `whole`, where there is more room than it takes.
void centreAcross(QWidget* part, QWidget* whole)
{
    auto* across = new QHBoxLayout{whole};
    across->setContentsMargins(0, 0, 0, 0);
    across->addStretch(1);
    across->addWidget(part, 1000);
    across->addStretch(1);
}

} // namespace

FirstStartPage::FirstStartPage(const Words& words, QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("firstStartPage"));
    setWindowTitle(tr("Welcome"));
    const int margin = theme::grid(font(), 3);

    auto* scroll = new ScrollSheet{QStringLiteral("firstStartScroll"),
                                   tr("Questions of the first start"), this};
    auto* sheet = new QWidget;
    sheet->setMaximumWidth(theme::grid(font(), 120));
    auto* cards = new QVBoxLayout{sheet};
    cards->setContentsMargins(margin, margin, margin, theme::grid(font(), 2));
    cards->setSpacing(theme::grid(font(), 2));
    cards->addWidget(buildIntroduction());
    cards->addWidget(buildNumberCard());
    cards->addWidget(buildProfileCard(words));
    cards->addStretch(1);

    centreAcross(sheet, scroll->sheet());

    auto* pain = new QPushButton{tr("In pain now? &Spasm now"), this};
    pain->setObjectName(QStringLiteral("painFirstButton"));
    pain->setAccessibleName(tr("Spasm now: log first, answer later"));
    pain->setMinimumHeight(theme::grid(font(), 4.5));
    connect(pain, &QPushButton::clicked, this, &FirstStartPage::spasmRequested);
    m_begin = new MainButton{tr("&Begin"), this};
    m_begin->setObjectName(QStringLiteral("beginButton"));
    m_begin->setAccessibleName(tr("Begin: save what you told and open the diary"));
    connect(m_begin, &QPushButton::clicked, this, &FirstStartPage::begin);

    auto* foot = new QWidget;
    foot->setMaximumWidth(sheet->maximumWidth());
    auto* actions = new FlowLayout{foot, theme::grid(font(), 2)};
    actions->setContentsMargins(margin, theme::grid(font(), 1), margin, theme::grid(font(), 2));
    QLabel* later = muted(wrappedText(tr("You can change all of this later in Settings."), this));
    later->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    actions->addWidget(later);
    auto* buttons = new QWidget{foot};
    auto* buttonRow = new FlowLayout{buttons, theme::grid(font(), 2)};
    buttonRow->addWidget(pain);
    buttonRow->addWidget(m_begin);
    actions->addWidget(buttons);

    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(scroll, 1);
    auto* footRow = new QWidget;
    centreAcross(foot, footRow);
    column->addWidget(footRow);
}

QWidget* FirstStartPage::buildIntroduction()
{
    auto* part = new QWidget;
    auto* column = new QVBoxLayout{part};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::grid(font(), 1));
    QLabel* title = wrappedText(tr("Welcome to Unclench"), part);
    title->setFont(theme::font(title->font(), theme::Size::Title));
    column->addWidget(title);
    QLabel* disclaimer = wrappedText(wording::disclaimer(), part);
    disclaimer->setObjectName(QStringLiteral("disclaimerLabel"));
    column->addWidget(disclaimer);
    column->addWidget(muted(
        wrappedText(tr("Your diary stays on this computer. Nothing is sent anywhere."), part)));
    return part;
}

QWidget* FirstStartPage::buildNumberCard()
{
    auto* card = new Card;
    QVBoxLayout* column = columnOf(card, font());
    auto* row = new QHBoxLayout;
    row->setSpacing(theme::grid(font(), 2));
    QLabel* label = heading(tr("Number to call in an &emergency"), card);
    label->setTextFormat(Qt::AutoText);
    m_number = new QLineEdit{card};
    m_number->setObjectName(QStringLiteral("emergencyNumberEdit"));
    m_number->setAccessibleName(tr("Number to call in an emergency"));
    m_number->setPlaceholderText(tr("Phone number"));
    m_number->setFont(theme::font(m_number->font(), theme::Size::Heading));
    m_number->setMinimumHeight(theme::grid(font(), 4.5));
    m_number->setMaximumWidth(theme::grid(font(), 28));
    m_number->setTextMargins(theme::grid(font(), 0.5), 0, theme::grid(font(), 0.5), 0);
    label->setBuddy(m_number);
    row->addWidget(label, 1);
    row->addWidget(m_number);
    column->addLayout(row);
    m_numberSource = muted(wrappedText({}, card));
    m_numberSource->setObjectName(QStringLiteral("emergencySourceLabel"));
    column->addWidget(m_numberSource);
    return card;
}

QWidget* FirstStartPage::buildProfileCard(const Words& words)
{
    auto* card = new Card;
    QVBoxLayout* column = columnOf(card, font());
    column->addWidget(heading(tr("About you"), card));
    column->addWidget(muted(
        wrappedText(tr("These answers change the advice you get. Skip what you like."), card)));

    column->addSpacing(theme::grid(font(), 1));
    auto* fields = new QGridLayout;
    fields->setHorizontalSpacing(theme::grid(font(), 2));
    m_birthYear = new NumberField{QStringLiteral("birthYearEdit"), tr("Year you were born"), card};
    m_birthYear->setPlaceholder(tr("Year"));
    m_weeks = new NumberField{QStringLiteral("pregnantWeeksEdit"),
                              tr("If you are pregnant, how many weeks"), card};
    m_weeks->setPlaceholder(tr("Weeks"));
    m_weeks->setRange(0, kMostPregnantWeeks, wording::pregnantWeeksRange(kMostPregnantWeeks));
    auto* year = new QLabel{tr("&Year you were born"), card};
    year->setBuddy(m_birthYear->line());
    auto* weeks = new QLabel{tr("If you are &pregnant: how many weeks?"), card};
    weeks->setBuddy(m_weeks->line());
    for (QLabel* label : {year, weeks}) {
        label->setWordWrap(true);
    }
    fields->addWidget(year, 0, 0);
    fields->addWidget(weeks, 0, 1);
    fields->addWidget(m_birthYear, 1, 0, Qt::AlignTop);
    fields->addWidget(m_weeks, 1, 1, Qt::AlignTop);
    fields->setColumnStretch(0, 1);
    fields->setColumnStretch(1, 1);
    column->addLayout(fields);

    column->addSpacing(theme::grid(font(), 1));
    column->addWidget(wrappedText(tr("Tick what is true for you. Leave the rest."), card));
    m_conditions = new CheckGrid{QStringLiteral("conditionCheckBox"), card};
    for (const std::string_view id : kAskedConditions) {
        m_conditions->add(QString::fromUtf8(id.data(), static_cast<qsizetype>(id.size())),
                          words.label(Topic::Condition, std::string{id}));
    }
    column->addWidget(m_conditions);
    return card;
}

void FirstStartPage::display(const FirstStartView& view)
{
    const int latest = birthYearFor(0, view.now);
    const int earliest = birthYearFor(kOldestAge, view.now);
    m_birthYear->setRange(earliest, latest, wording::birthYearRange(earliest, latest));
    m_numberSource->setText(wording::emergencySource(view.suggestion));
    if (!m_number->isModified()) {
        m_number->setText(view.suggestion ? QString::fromStdString(view.suggestion->number)
                                          : QString{});
    }
}

void FirstStartPage::begin()
{
    if (!m_birthYear->accepts() || !m_weeks->accepts()) {
        return;
    }
    FirstStartDraft draft;
    draft.birthYear = m_birthYear->value();
    draft.pregnantWeeks = m_weeks->value();
    for (const QString& id : m_conditions->ticked()) {
        draft.conditions.push_back(id.toStdString());
    }
    draft.emergencyNumber = m_number->text().trimmed().toStdString();
    Q_EMIT beginRequested(draft);
}

} // namespace unclench::ui
