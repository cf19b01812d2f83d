// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/details_fields.h"

#include "ui/theme.h"
#include "ui/widgets/chips.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/moment_edit.h"
#include "ui/widgets/section.h"
#include "ui/wording/choices.h"
#include "ui/wording/times.h"

#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace unclench::ui {

namespace {

using namespace std::chrono_literals;

constexpr std::size_t kChipsUpFront = 7;
constexpr std::array kMinutesEarlier{0, 15, 30, 60};

/// What stands for "seconds", "minutes" and so on where only that is told.
struct LengthChoice {
    const char* id;
    std::chrono::seconds length;
    /// The first length that is no longer this one.
    std::chrono::seconds below;
};
constexpr std::array kLengths{LengthChoice{"seconds", 30s, 60s}, LengthChoice{"minutes", 5min, 1h},
                              LengthChoice{"hours", 2h, 24h}, LengthChoice{"days", 48h, 24h * 366}};

} // namespace

DetailFields::DetailFields(const Words& words, QWidget* parent)
    : QWidget(parent), m_words(words), m_column(new QVBoxLayout{this})
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(theme::grid(font(), 2));
    buildOnset();

    auto* feel = new Section{tr("What it is like"), this};
    m_column->addWidget(feel);
    addList(feel, Topic::Quality, &Details::quality, QStringLiteral("quality"),
            tr("How does it feel?"));
    addOne(feel, Topic::Pattern, DetailField::Pattern, &Details::pattern, QStringLiteral("pattern"),
           tr("How does it come?"));
    addLength(feel);
    addList(feel, Topic::Sign, &Details::signs, QStringLiteral("signs"),
            tr("What do you notice on your back?"));

    auto* before = new Section{tr("What came before"), this};
    m_column->addWidget(before);
    addList(before, Topic::Trigger, &Details::triggers, QStringLiteral("triggers"),
            tr("What may have set it off?"));
    addOne(before, Topic::Activity, DetailField::Activity, &Details::activity,
           QStringLiteral("activity"), tr("What were you doing?"));

    auto* facts = new Section{tr("Yes or no"), this};
    m_column->addWidget(facts);
    addYesNo(facts, DetailField::FirstEver, &Details::firstEver, QStringLiteral("firstEver"),
             tr("Is this your first back spasm ever?"));
    addYesNo(facts, DetailField::Sudden, &Details::sudden, QStringLiteral("sudden"),
             tr("Did it come all of a sudden?"));
    addYesNo(facts, DetailField::Swelling, &Details::swelling, QStringLiteral("swelling"),
             tr("Is it swollen there?"), tr("Swelling: is it different now, or was it never so?"));
    addYesNo(facts, DetailField::BruiseOverSpine, &Details::bruiseOverSpine,
             QStringLiteral("bruise"), tr("Is there a bruise over the spine?"),
             tr("Bruise over the spine: is it different now, or was it never so?"));
}

void DetailFields::buildOnset()
{
    auto* section = new Section{tr("When it began"), this};
    m_column->addWidget(section);
    m_firstTold = section->addHint({});
    m_onset = new ChipGroup{QStringLiteral("onset"), {}, tr("It began"), section};
    section->column()->addWidget(m_onset);
    auto* row = new QWidget{section};
    auto* flow = new FlowLayout{row, theme::grid(font(), 1)};
    auto* label = new QLabel{tr("Or at &another time:"), row};
    label->setMinimumHeight(theme::grid(font(), 4.5));
    m_onsetTime =
        new MomentEdit{QStringLiteral("onsetTimeEdit"), tr("Time at which it began"), row};
    label->setBuddy(m_onsetTime);
    flow->addWidget(label);
    flow->addWidget(m_onsetTime);
    section->column()->addWidget(row);

    connect(m_onset, &ChipGroup::pressed, this, [this](const std::string& id, bool isWanted) {
        if (isWanted) {
            Q_EMIT onsetRequested(m_firstToldShown - std::chrono::minutes{std::stoi(id)});
        }
    });
    connect(m_onsetTime, &MomentEdit::entered, this, &DetailFields::onsetRequested);
}

void DetailFields::addList(Section* section,
                           Topic topic,
                           std::optional<std::vector<std::string>> Details::*member,
                           const QString& name,
                           const QString& title)
{
    auto* chips = new ChipGroup{name, title, title, section};
    section->column()->addWidget(chips);
    m_lists.push_back({topic, member, chips});
    connect(chips, &ChipGroup::pressed, this, [this, member](const std::string& id, bool isWanted) {
        auto ids = (m_details.*member).value_or(std::vector<std::string>{});
        std::erase(ids, id);
        if (isWanted) {
            ids.push_back(id);
        }
        Details told;
        told.*member = ids;
        Q_EMIT this->told(told, Revision::ItChanged);
    });
}

void DetailFields::addOne(Section* section,
                          Topic topic,
                          DetailField field,
                          std::optional<std::string> Details::*member,
                          const QString& name,
                          const QString& title)
{
    auto* chips = new ChipGroup{name, title, title, section};
    section->column()->addWidget(chips);
    m_ones.push_back({topic, field, member, chips});
    connect(chips, &ChipGroup::pressed, this,
            [this, member, field](const std::string& id, bool isWanted) {
                if (!isWanted) {
                    Q_EMIT forgotten(field);
                    return;
                }
                Details told;
                told.*member = id;
                Q_EMIT this->told(told, Revision::ItChanged);
            });
}

void DetailFields::addYesNo(Section* section,
                            DetailField field,
                            std::optional<bool> Details::*member,
                            const QString& name,
                            const QString& title,
                            const QString& question)
{
    auto* chips = new ChipGroup{name, title, title, section};
    chips->offer({{"yes", wording::yesNo(true)},
                  {"no", wording::yesNo(false)},
                  //: An answer to a yes or no question: neither
                  {"not_told", tr("Not told")}},
                 3);
    chips->calm("not_told");
    section->column()->addWidget(chips);
    m_yesNos.push_back({field, member, chips});
    connect(chips, &ChipGroup::pressed, this,
            [this, member, field, question](const std::string& id, bool isWanted) {
                const std::optional<bool> now = m_details.*member;
                if (!isWanted) {
                    return;
                }
                if (id == "not_told") {
                    Q_EMIT forgotten(field);
                    return;
                }
                Details told;
                told.*member = id == "yes";
                if (now && !question.isEmpty()) {
                    Q_EMIT revised(told, question);
                } else {
                    Q_EMIT this->told(told, now ? Revision::TypedWrong : Revision::ItChanged);
                }
            });
}

void DetailFields::addLength(Section* section)
{
    const QString title = tr("How long does one spasm last?");
    m_length = new ChipGroup{QStringLiteral("length"), title, title, section};
    m_length->offer({{"seconds", tr("Seconds")},
                     {"minutes", tr("Minutes")},
                     {"hours", tr("Hours")},
                     {"days", tr("Days")}},
                    kLengths.size());
    section->column()->addWidget(m_length);
    connect(m_length, &ChipGroup::pressed, this, [this](const std::string& id, bool isWanted) {
        if (!isWanted) {
            Q_EMIT forgotten(DetailField::SpasmSeconds);
            return;
        }
        for (const LengthChoice& choice : kLengths) {
            if (id == choice.id) {
                Details told;
                told.spasmLength = choice.length;
                Q_EMIT this->told(told, Revision::ItChanged);
            }
        }
    });
}

void DetailFields::displayOnset(const DetailsView& view)
{
    m_firstToldShown = view.firstTold;
    m_onsetShown = view.course.bouts.back().begin;
    const QString when = wording::moment(view.firstTold, view.now);
    m_firstTold->setText(tr("You wrote it down at %1. It began:").arg(when));
    if (m_shown != view.course.id) {
        //: When a spasm began: at the moment at which it was written down
        std::vector<Choice> choices{{"0", tr("Just then")}};
        for (const int minutes : kMinutesEarlier) {
            if (minutes > 0) {
                choices.push_back(
                    {std::to_string(minutes), tr("%n minutes earlier", nullptr, minutes)});
            }
        }
        m_onset->offer(std::move(choices), kMinutesEarlier.size());
    }
    std::vector<std::string> chosen;
    for (const int minutes : kMinutesEarlier) {
        if (m_onsetShown.utc == view.firstTold.utc - std::chrono::minutes{minutes}) {
            chosen.push_back(std::to_string(minutes));
        }
    }
    m_onset->display(chosen);
    if (m_shown != view.course.id) {
        m_onsetTime->displayAnew(m_onsetShown);
    } else {
        m_onsetTime->display(m_onsetShown);
    }
}

void DetailFields::saveDrafts()
{
    m_onsetTime->commit();
}

void DetailFields::display(const DetailsView& view)
{
    displayOnset(view);
    const bool isOther = m_shown != view.course.id;
    m_shown = view.course.id;
    m_details = view.course.details;
    const auto offer = [&](ChipGroup* chips, Topic topic) {
        if (!isOther) {
            return;
        }
        std::vector<Choice> choices;
        for (const std::string& id : view.order.at(topic)) {
            choices.push_back({id, m_words.label(topic, id)});
        }
        chips->offer(std::move(choices), kChipsUpFront);
    };
    for (const ListField& field : m_lists) {
        offer(field.chips, field.topic);
        field.chips->display((m_details.*field.member).value_or(std::vector<std::string>{}));
    }
    for (const OneField& field : m_ones) {
        offer(field.chips, field.topic);
        const auto& id = m_details.*field.member;
        field.chips->display(id ? std::vector{*id} : std::vector<std::string>{});
    }
    for (const YesNoField& field : m_yesNos) {
        const auto& answer = m_details.*field.member;
        field.chips->display({!answer ? "not_told" : *answer ? "yes" : "no"});
    }
    std::vector<std::string> length;
    if (m_details.spasmLength) {
        const auto choice =
            std::find_if(kLengths.begin(), kLengths.end(), [&](const LengthChoice& one) {
                return *m_details.spasmLength < one.below;
            });
        if (choice != kLengths.end()) {
            length.emplace_back(choice->id);
        }
    }
    m_length->display(length);
}

} // namespace unclench::ui
