// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wording/fhir.h"

#include "ui/wording/care.h"
#include "ui/wording/choices.h"
#include "ui/wording/told.h"
#include "ui/wording/tr.h"

namespace unclench::ui::wording {

namespace {

QString fhirLabel(FhirLabel label)
{
    switch (label) {
    case FhirLabel::Pain: return tr("Pain, 0 to 10");
    case FhirLabel::Spasm: return tr("Back spasm");
    case FhirLabel::Bout: return tr("It came from, to");
    case FhirLabel::Place: return tr("Place");
    case FhirLabel::AtRest: return tr("At rest");
    case FhirLabel::Side: return tr("Side");
    case FhirLabel::Change: return tr("New or changed");
    case FhirLabel::Since: return tr("For how many days");
    case FhirLabel::Knows: return tr("A doctor knows of it");
    case FhirLabel::Examples: return tr("How many of the examples fit");
    case FhirLabel::Besides: return tr("Besides");
    case FhirLabel::NotSure: return tr("Not sure");
    case FhirLabel::NoPainDay: return tr("A day without pain");
    case FhirLabel::Temperature: return tr("Temperature");
    case FhirLabel::Weight: return tr("Weight");
    case FhirLabel::Procedure: return tr("Surgery, injection or epidural at the spine");
    case FhirLabel::Skin: return tr("Skin");
    case FhirLabel::Visit: return tr("Appointment");
    case FhirLabel::Goal: return tr("What I want from it");
    case FhirLabel::Questions: return tr("My questions");
    case FhirLabel::Said: return tr("What was said");
    case FhirLabel::ToDo: return tr("What to do now");
    case FhirLabel::Notice:
        return tr("Self-recorded, not verified. Made with Unclench, which does not diagnose, does "
                  "not replace care, and cannot call for help.");
    }
    Q_UNREACHABLE();
}

} // namespace

std::string FhirWording::label(FhirLabel label) const
{
    return fhirLabel(label).toStdString();
}

std::string FhirWording::term(Topic topic, const std::string& id) const
{
    return m_words.label(topic, id).toStdString();
}

std::string FhirWording::place(const Place& place) const
{
    return m_words.place(place.region, place.side).toStdString();
}

std::string FhirWording::detail(DetailField field) const
{
    return (field == DetailField::Regions ? fhirLabel(FhirLabel::Place) : detailName(field))
        .toStdString();
}

std::string FhirWording::limited(const std::string& function) const
{
    //: %1 is something the back may keep a person from, "Walk"
    return tr("How much the back limits it: %1")
        .arg(m_words.label(Topic::Function, function))
        .toStdString();
}

std::string FhirWording::limit(int level) const
{
    return wording::limit(level).toStdString();
}

std::string FhirWording::side(Side side) const
{
    return wording::side(side).toStdString();
}

std::string FhirWording::change(Change change) const
{
    return wording::change(change).toStdString();
}

std::string FhirWording::effect(Effect effect) const
{
    return wording::effect(effect).toStdString();
}

std::string FhirWording::skin(Skin skin) const
{
    return wording::skin(skin).toStdString();
}

std::string FhirWording::care(Modality modality, std::optional<CareKind> kind) const
{
    const QString name = wording::modality(modality);
    //: Heat or cold, and with what: "Heat: heating pad"
    return (kind ? tr("%1: %2").arg(name, careKind(*kind)) : name).toStdString();
}

std::string FhirWording::patchSite(PatchSite site) const
{
    return wording::patchSite(site).toStdString();
}

std::string FhirWording::question(const std::string& rule) const
{
    return m_words.question(rule).toStdString();
}

std::string FhirWording::flag(const std::string& rule, const std::string& flag) const
{
    return m_words.flag(rule, flag).toStdString();
}

CalendarWords calendarWords()
{
    return {.appointment = tr("Appointment").toStdString(),
            .entry = tr("Health entry").toStdString()};
}

} // namespace unclench::ui::wording
