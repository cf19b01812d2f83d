// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/exercise_question.h"

#include "ui/theme.h"
#include "ui/widgets/answer_button.h"
#include "ui/widgets/flow_layout.h"

#include <QLabel>
#include <QVBoxLayout>

namespace unclench::ui {

namespace {

QLabel* line(const char* name, QWidget* parent)
{
    auto* label = new QLabel{parent};
    label->setObjectName(QLatin1String{name});
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

ExerciseQuestion::ExerciseQuestion(QWidget* parent)
    : QWidget(parent), m_state(line("exerciseState", this)),
      m_reasons(line("exerciseReasons", this)), m_told(line("crampTold", this)),
      m_yes(new AnswerButton{AnswerButton::Shape::Answer, QStringLiteral("crampYesButton"),
                             tr("&Yes"), tr("Does it cramp now? Yes"), this}),
      m_no(new AnswerButton{AnswerButton::Shape::Answer, QStringLiteral("crampNoButton"), tr("&No"),
                            tr("Does it cramp now? No"), this})
{
    setObjectName(QStringLiteral("exerciseQuestion"));
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::grid(font(), 1));
    QFont strong = m_state->font();
    strong.setWeight(QFont::DemiBold);
    m_state->setFont(strong);
    column->addWidget(m_state);
    column->addWidget(m_reasons);
    QLabel* question = line("crampQuestion", this);
    question->setText(tr("Does it cramp now?"));
    question->setContentsMargins(0, theme::grid(font(), 1), 0, 0);
    column->addWidget(question);
    auto* answers = new QWidget{this};
    auto* row = new FlowLayout{answers, theme::grid(font(), 1)};
    for (AnswerButton* button : {m_yes, m_no}) {
        button->setCheckable(true);
        button->setMinimumWidth(theme::grid(font(), 14));
        row->addWidget(button);
    }
    column->addWidget(answers);
    m_told->setForegroundRole(QPalette::PlaceholderText);
    m_told->setFont(theme::font(font(), theme::Size::Caption));
    column->addWidget(m_told);
    connect(m_yes, &QPushButton::clicked, this, [this] { Q_EMIT crampTold(true); });
    connect(m_no, &QPushButton::clicked, this, [this] { Q_EMIT crampTold(false); });
}

void ExerciseQuestion::display(const ExerciseView& view)
{
    m_state->setText(view.state);
    m_reasons->setText(view.reasons.join(QLatin1Char('\n')));
    m_reasons->setVisible(!view.reasons.isEmpty());
    m_yes->setChecked(view.isCramping == true);
    m_no->setChecked(view.isCramping == false);
    m_told->setText(view.told);
}

} // namespace unclench::ui
