// SPDX-License-Identifier: GPL-3.0-or-later
// The words in files for a doctor's program and for a calendar.
#pragma once

#include "core/exchange/calendar.h"
#include "core/exchange/fhir_words.h"
#include "ui/wording/words.h"

namespace unclench::ui::wording {

/// As the page for the doctor says them. `words` must outlive it.
class FhirWording : public FhirWords {
public:
    explicit FhirWording(const Words& words) : m_words(words) {}

    [[nodiscard]] std::string label(FhirLabel label) const override;
    [[nodiscard]] std::string term(Topic topic, const std::string& id) const override;
    [[nodiscard]] std::string place(const Place& place) const override;
    [[nodiscard]] std::string detail(DetailField field) const override;
    [[nodiscard]] std::string limited(const std::string& function) const override;
    [[nodiscard]] std::string limit(int level) const override;
    [[nodiscard]] std::string side(Side side) const override;
    [[nodiscard]] std::string change(Change change) const override;
    [[nodiscard]] std::string effect(Effect effect) const override;
    [[nodiscard]] std::string skin(Skin skin) const override;
    [[nodiscard]] std::string care(Modality modality, std::optional<CareKind> kind) const override;
    [[nodiscard]] std::string patchSite(PatchSite site) const override;
    [[nodiscard]] std::string question(const std::string& rule) const override;
    [[nodiscard]] std::string flag(const std::string& rule, const std::string& flag) const override;
    [[nodiscard]] std::string section(FhirSection section) const override;
    [[nodiscard]] std::string entries(std::size_t count) const override;
    [[nodiscard]] std::string background(BackgroundTopic topic) const override;
    [[nodiscard]] std::string alert(const Alert& alert) const override;

private:
    const Words& m_words;
};

/// Which texts of a person's own are in such a file, notes or not.
[[nodiscard]] QString fhirTexts();

/// What events of a calendar are called: nothing that tells of a body.
[[nodiscard]] CalendarWords calendarWords();

} // namespace unclench::ui::wording
