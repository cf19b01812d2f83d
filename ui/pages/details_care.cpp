// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/details_care.h"

#include "ui/theme.h"
#include "ui/widgets/chips.h"
#include "ui/widgets/moment_edit.h"
#include "ui/widgets/number_field.h"
#include "ui/wording/care.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <array>
#include <set>

namespace unclench::ui {

using namespace std::chrono_literals;

namespace {

constexpr int kUsualMinutes = 15;
constexpr auto kUsuallyAgo = 20min; // so that one of the usual length is over
constexpr std::array kHeatKinds{CareKind::Pad,    CareKind::Towel, CareKind::Bottle,
                                CareKind::Shower, CareKind::Bath,  CareKind::Wrap};

std::vector<std::string> chosen(const std::optional<int>& value)
{
    return value ? std::vector{std::to_string(*value)} : std::vector<std::string>{};
}

std::vector<Choice> pains()
{
    std::vector<Choice> all;
    for (int pain = Reading::kLeast; pain <= Reading::kMost; ++pain) {
        all.push_back({std::to_string(pain), QString::number(pain)});
    }
    return all;
}

} // namespace

CareSection::CareSection(QWidget* parent)
    : Section(tr("Heat and cold"), parent), m_rowColumn(new QVBoxLayout),
      m_empty(addHint(tr("No heat or cold in this spasm yet.")))
{
    m_empty->setObjectName(QStringLiteral("noCareLabel"));
    m_rowColumn->setSpacing(theme::grid(font(), 1));
    column()->addLayout(m_rowColumn);
    m_helped = addHint({});
    m_helped->setObjectName(QStringLiteral("helpedLabel"));
    m_open = rowButton(QStringLiteral("pastCareButton"), tr("Write down a past one"),
                       tr("Write down a past session of heat or cold"), this);
    m_open->setCheckable(true);
    column()->addWidget(m_open, 0, Qt::AlignLeft);
    m_form = buildForm();
    m_form->hide();
    column()->addWidget(m_form);
    connect(m_open, &QPushButton::toggled, m_form, &QWidget::setVisible);
    resetForm();
}

QWidget* CareSection::buildForm()
{
    auto* form = new QWidget{this};
    auto* lines = new QVBoxLayout{form};
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(theme::grid(font(), 1));
    m_modalities = new ChipGroup{QStringLiteral("pastModality"), {}, tr("Heat or cold"), form};
    std::vector<Choice> modalities;
    for (const Modality modality : {Modality::Heat, Modality::Cold}) {
        modalities.push_back({std::string{toId(modality)}, wording::modality(modality)});
    }
    m_modalities->offer(std::move(modalities), kNames<Modality>.size());
    m_time = new MomentEdit{QStringLiteral("pastCareTime"), tr("When it began"), form};
    m_minutes = new NumberField{QStringLiteral("pastCareMinutes"), tr("How many minutes"), form};
    const int most = static_cast<int>(CareSession::kLongestTold.count());
    m_minutes->setRange(1, most, tr("1 to %1 minutes, please.").arg(most));
    m_kinds = new ChipGroup{QStringLiteral("pastKind"), tr("With what"), tr("With what"), form};
    m_before =
        new ChipGroup{QStringLiteral("pastPainBefore"), tr("Pain before"), tr("Pain before"), form};
    m_after =
        new ChipGroup{QStringLiteral("pastPainAfter"), tr("Pain after"), tr("Pain after"), form};
    m_before->offer(pains(), Reading::kMost + 1);
    m_after->offer(pains(), Reading::kMost + 1);
    auto* began = new QLabel{tr("When it began, and for how many minutes"), form};
    began->setWordWrap(true);
    auto* save = rowButton(QStringLiteral("savePastCareButton"), tr("Save"),
                           tr("Save the past session"), form);
    lines->addWidget(m_modalities);
    lines->addWidget(began);
    lines->addWidget(m_time, 0, Qt::AlignLeft);
    lines->addWidget(m_minutes, 0, Qt::AlignLeft);
    lines->addWidget(m_kinds);
    lines->addWidget(m_before);
    lines->addWidget(m_after);
    lines->addWidget(save, 0, Qt::AlignLeft);

    connect(m_modalities, &ChipGroup::pressed, this, [this](const std::string& id) {
        m_modality = *fromId<Modality>(id);
        m_kind.reset();
        displayForm();
    });
    connect(m_kinds, &ChipGroup::pressed, this, [this](const std::string& id, bool isWanted) {
        m_kind = isWanted ? fromId<CareKind>(id) : std::nullopt;
        displayForm();
    });
    connect(m_before, &ChipGroup::pressed, this, [this](const std::string& id, bool isWanted) {
        m_painBefore = isWanted ? std::optional{std::stoi(id)} : std::nullopt;
        displayForm();
    });
    connect(m_after, &ChipGroup::pressed, this, [this](const std::string& id, bool isWanted) {
        m_painAfter = isWanted ? std::optional{std::stoi(id)} : std::nullopt;
        displayForm();
    });
    connect(m_time, &MomentEdit::entered, this, [this](const Moment& at) {
        m_begin = at;
        m_time->displayAnew(m_begin);
    });
    connect(save, &QPushButton::clicked, this, &CareSection::save);
    return form;
}

void CareSection::displayForm()
{
    m_modalities->display({std::string{toId(m_modality)}});
    m_kinds->setVisible(m_modality == Modality::Heat);
    m_kinds->display(m_kind ? std::vector{std::string{toId(*m_kind)}} : std::vector<std::string>{});
    m_before->display(chosen(m_painBefore));
    m_after->display(chosen(m_painAfter));
}

void CareSection::resetForm()
{
    m_modality = Modality::Heat;
    m_kind.reset();
    m_painBefore.reset();
    m_painAfter.reset();
    m_begin = m_usualBegin;
    m_time->displayAnew(m_begin);
    m_minutes->display(kUsualMinutes);
    std::vector<Choice> kinds;
    for (const CareKind kind : kHeatKinds) {
        kinds.push_back({std::string{toId(kind)}, wording::careKind(kind)});
    }
    m_kinds->offer(std::move(kinds), kHeatKinds.size());
    displayForm();
}

void CareSection::save()
{
    m_time->commit();
    if (!m_minutes->accepts()) {
        return;
    }
    CareTold told;
    told.what.modality = m_modality;
    told.what.minutes = m_minutes->value();
    told.what.kind = m_modality == Modality::Cold ? std::optional{CareKind::Pack} : m_kind;
    told.what.pain = m_painBefore;
    told.begin = m_begin;
    told.outcome.pain = m_painAfter;
    Q_EMIT pastTold(told);
}

void CareSection::notePastSaved()
{
    resetForm();
    m_open->setChecked(false);
}

void CareSection::displayRows(const DetailsView& view)
{
    std::set<std::string> there;
    for (const CareSession& session : view.sessions) {
        const std::string key = session.stamp.id.text();
        there.insert(key);
        const QString name = QStringLiteral("care_") + QString::fromStdString(key);
        QWidget*& row = m_rows[key];
        if (row == nullptr) {
            row = new QWidget{this};
            auto* line = new QHBoxLayout{row};
            line->setContentsMargins(0, 0, 0, 0);
            auto* label = new QLabel{row};
            label->setObjectName(name);
            label->setTextFormat(Qt::PlainText);
            label->setWordWrap(true);
            line->addWidget(label, 1);
            line->addWidget(rowButton(name + QStringLiteral("_remove"), tr("Remove"), {}, row));
            m_rowColumn->addWidget(row);
            connect(row->findChild<QPushButton*>(), &QPushButton::clicked, this,
                    [this, id = session.stamp.id] { Q_EMIT removed(RecordKind::CareSession, id); });
        }
        const QString text = wording::careSession(session, view.now);
        row->findChild<QLabel*>()->setText(text);
        row->findChild<QPushButton*>()->setAccessibleName(tr("Remove %1").arg(text));
        if (const int place = static_cast<int>(there.size()) - 1;
            m_rowColumn->indexOf(row) != place) {
            m_rowColumn->insertWidget(place, row); // one of before was written down since
        }
    }
    std::erase_if(m_rows, [&](const auto& row) {
        if (there.contains(row.first)) {
            return false;
        }
        row.second->hide();
        row.second->setParent(nullptr);
        row.second->deleteLater();
        return true;
    });
}

void CareSection::display(const DetailsView& view)
{
    displayRows(view);
    m_empty->setVisible(view.sessions.empty());
    QStringList helped;
    for (const Helped& each : view.helped) {
        helped << wording::careHelped(each);
    }
    m_helped->setText(helped.isEmpty()
                          ? QString{} //: %1 one sentence for heat, one for cold
                          : tr("All your sessions so far. %1").arg(helped.join(QLatin1Char(' '))));
    m_helped->setVisible(!helped.isEmpty());
    m_usualBegin = view.course.end() ? view.course.onset() : view.now - kUsuallyAgo;
    if (m_shown != view.course.id) {
        m_shown = view.course.id;
        m_open->setChecked(false);
        resetForm();
    }
}

} // namespace unclench::ui
