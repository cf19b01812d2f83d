// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/one_question.h"

#include "ui/theme.h"
#include "ui/widgets/answer_button.h"
#include "ui/widgets/even_layout.h"
#include "ui/widgets/keyboard.h"
#include "ui/widgets/section.h"
#include "ui/widgets/wrapped_label.h"

#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

#include <array>

namespace unclench::ui {

namespace {

constexpr std::array kValues{AnswerValue::Yes, AnswerValue::No, AnswerValue::Unsure};

} // namespace

OneQuestion::OneQuestion(const RedFlags& rules, const Words& words, QWidget* parent)
    : QWidget(parent), m_rules(rules), m_words(words),
      m_line(wrapped(QStringLiteral("questionLabel"), {}, theme::Size::Title, this)),
      m_examples(wrapped(QStringLiteral("questionExamplesLabel"), {}, theme::Size::Heading, this)),
      m_main(makeAnswers(this)), m_skip(nullptr), m_further(new QWidget{this}),
      m_twoWeeksLine(wrapped(QStringLiteral("twoWeeksLabel"),
                             tr("Is it new, or worse in the last 2 weeks?"),
                             theme::Size::Heading,
                             m_further)),
      m_twoWeeks(makeAnswers(m_further)),
      m_knownLine(wrapped(QStringLiteral("knownLabel"),
                          tr("Is it so for over 90 days, and a doctor or nurse knows of it?"),
                          theme::Size::Heading,
                          m_further)),
      m_known(makeAnswers(m_further))
{
    setObjectName(QStringLiteral("oneQuestion"));
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, theme::grid(font(), 3), 0, 0);
    column->setSpacing(theme::grid(font(), 2));
    column->addWidget(m_line);
    QFont large = m_examples->font();
    large.setWeight(QFont::Normal);
    m_examples->setFont(large);
    m_examples->setForegroundRole(QPalette::PlaceholderText);
    column->addWidget(m_examples);

    const std::array texts{tr("&Yes"), tr("&No"), tr("Not &sure")};
    const std::array names{QStringLiteral("yesButton"), QStringLiteral("noButton"),
                           QStringLiteral("notSureButton")};
    for (std::size_t i = 0; i < kValues.size(); ++i) {
        const AnswerButton* button = add(m_main, names[i], texts[i]);
        connect(button, &AnswerButton::clicked, this,
                [this, value = kValues[i]] { Q_EMIT answered(value); });
    }
    column->addSpacing(theme::grid(font(), 1));
    column->addWidget(m_main.widget);
    m_skip = rowButton(QStringLiteral("skipButton"), tr("Sk&ip"), tr("Skip this question"), this);
    column->addWidget(m_skip, 0, Qt::AlignLeft);
    connect(m_skip, &QPushButton::clicked, this, [this] { Q_EMIT answered(AnswerValue::Skipped); });
    buildFurther();
    column->addWidget(m_further);
    column->addStretch(1);
}

void OneQuestion::buildFurther()
{
    auto* column = new QVBoxLayout{m_further};
    column->setContentsMargins(0, theme::grid(font(), 1), 0, 0);
    column->setSpacing(theme::grid(font(), 1.5));
    column->addWidget(m_twoWeeksLine);
    column->addWidget(m_twoWeeks.widget);
    column->addWidget(m_knownLine);
    column->addWidget(m_known.widget);

    const auto tellsChange = [this](AnswerButton* button, std::optional<Change> change) {
        connect(button, &AnswerButton::clicked, this,
                [this, change] { Q_EMIT changeTold(change); });
    };
    tellsChange(add(m_twoWeeks, QStringLiteral("newButton"), tr("New or &worse")), Change::New);
    tellsChange(
        add(m_twoWeeks, QStringLiteral("asBeforeButton"), tr("&As before, for over 2 weeks")),
        Change::Unchanged);
    tellsChange(add(m_twoWeeks, QStringLiteral("newNotSureButton"), tr("No&t sure")), std::nullopt);
    const auto tellsKnown = [this](AnswerButton* button, bool isKnown) {
        connect(button, &AnswerButton::clicked, this,
                [this, isKnown] { Q_EMIT knownTold(isKnown); });
    };
    tellsKnown(add(m_known, QStringLiteral("knownYesButton"), tr("Y&es")), true);
    tellsKnown(add(m_known, QStringLiteral("knownNoButton"), tr("N&o")), false);
}

OneQuestion::Answers OneQuestion::makeAnswers(QWidget* parent)
{
    Answers answers;
    answers.widget = new QWidget{parent};
    answers.layout = new EvenLayout{answers.widget, EvenLayout::Order::Across,
                                    theme::grid(font(), 2), theme::grid(font(), 1)};
    return answers;
}

AnswerButton* OneQuestion::add(Answers& answers, const QString& name, const QString& text)
{
    auto* button = new AnswerButton{AnswerButton::Shape::Answer, name, text, text, answers.widget};
    if (&answers == &m_main) {
        button->setFont(theme::font(font(), theme::Size::Heading));
        button->setMinimumHeight(theme::grid(font(), 8));
    }
    button->setCheckable(true);
    answers.layout->addWidget(button);
    answers.buttons << button;
    // The letter alone does it, too: with Alt held, one hand on the back is one hand too few.
    const QKeySequence mnemonic = QKeySequence::mnemonic(text);
    if (!mnemonic.isEmpty()) {
        auto* key = new QShortcut{QKeySequence{mnemonic[0].key()}, this};
        key->setContext(Qt::WindowShortcut);
        connect(key, &QShortcut::activated, button, &AnswerButton::click);
        answers.keys << key;
    }
    return button;
}

void OneQuestion::Answers::setKeysEnabled(bool areEnabled) const
{
    for (QShortcut* key : keys) {
        key->setEnabled(areEnabled);
    }
}

void OneQuestion::name(const Answers& answers, const QString& question) const
{
    for (AnswerButton* button : answers.buttons) {
        //: %1 is a question, %2 an answer to press, as in "Have you ever had cancer? Yes"
        button->setAccessibleName(
            tr("%1 %2").arg(question, button->text().remove(QLatin1Char('&'))));
    }
}

void OneQuestion::display(const QuestionsView& view)
{
    const AskedQuestion& asked = view.asked.front();
    const Question* rule = m_rules.question(asked.id);
    const QString line = m_words.question(asked.id);
    const QString examples = m_words.examples(asked.id);
    m_line->setText(line);
    m_examples->setText(examples);
    m_examples->setVisible(!examples.isEmpty());
    m_skip->setVisible(rule != nullptr && rule->isOptional);
    for (std::size_t i = 0; i < kValues.size(); ++i) {
        m_main.buttons[static_cast<qsizetype>(i)]->setChecked(asked.answer &&
                                                              asked.answer->value == kValues[i]);
    }
    const auto change = asked.answer ? asked.answer->change : std::nullopt;
    m_twoWeeks.buttons[1]->setChecked(change == Change::Unchanged);

    const bool isFurther = view.further != Further::Nothing;
    const bool isKnown = view.further == Further::Known;
    m_further->setVisible(isFurther);
    m_knownLine->setVisible(isKnown);
    m_known.widget->setVisible(isKnown);
    m_main.setKeysEnabled(!isFurther);
    m_twoWeeks.setKeysEnabled(isFurther && !isKnown);
    m_known.setKeysEnabled(isKnown);
    name(m_main, line);
    name(m_twoWeeks, m_twoWeeksLine->text());
    name(m_known, m_knownLine->text());
    setAccessibleName(line);
    setAccessibleDescription(examples);
    if (m_shown != asked.id) {
        m_shown = asked.id;
        takeKeyboard(*this);
    }
}

bool OneQuestion::focusNextPrevChild(bool isNext)
{
    if (hasFocus() && isNext) {
        m_main.buttons.front()->setFocus(Qt::TabFocusReason);
        return true;
    }
    return QWidget::focusNextPrevChild(isNext);
}

} // namespace unclench::ui
