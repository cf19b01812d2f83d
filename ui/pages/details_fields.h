// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the details page on the spasm itself: when it began, what it is like, what came
// before.
#pragma once

#include "ui/pages/details_view.h"
#include "ui/wording/words.h"

#include <QWidget>

#include <string>
#include <vector>

class QLabel;
class QVBoxLayout;

namespace unclench::ui {

class ChipGroup;
class MomentEdit;
class Section;

class DetailFields : public QWidget {
    Q_OBJECT
public:
    explicit DetailFields(const Words& words, QWidget* parent = nullptr);

    void display(const DetailsView& view);
    void saveDrafts();

Q_SIGNALS:
    void told(const unclench::Details& details, unclench::ui::Revision revision);
    /// `details` say something else than before: it may have changed or been wrong.
    void revised(const unclench::Details& details, const QString& question);
    void forgotten(unclench::DetailField field);
    void onsetRequested(const unclench::Moment& onset);

private:
    struct ListField {
        Topic topic;
        std::optional<std::vector<std::string>> Details::*member;
        ChipGroup* chips;
    };
    struct OneField {
        Topic topic;
        DetailField field;
        std::optional<std::string> Details::*member;
        ChipGroup* chips;
    };
    struct YesNoField {
        DetailField field;
        std::optional<bool> Details::*member;
        ChipGroup* chips;
    };
    void buildOnset();
    void addList(Section* section,
                 Topic topic,
                 std::optional<std::vector<std::string>> Details::*member,
                 const QString& name,
                 const QString& title);
    void addOne(Section* section,
                Topic topic,
                DetailField field,
                std::optional<std::string> Details::*member,
                const QString& name,
                const QString& title);
    /// `question`: asked when the other answer is pressed; empty where it cannot change with time.
    void addYesNo(Section* section,
                  DetailField field,
                  std::optional<bool> Details::*member,
                  const QString& name,
                  const QString& title,
                  const QString& question = {});
    void addLength(Section* section);
    void displayOnset(const DetailsView& view);

    const Words& m_words;
    QVBoxLayout* m_column;
    QLabel* m_firstTold = nullptr;
    ChipGroup* m_onset = nullptr;
    MomentEdit* m_onsetTime = nullptr;
    ChipGroup* m_length = nullptr;
    std::vector<ListField> m_lists;
    std::vector<OneField> m_ones;
    std::vector<YesNoField> m_yesNos;
    std::optional<Uuid> m_shown;
    Details m_details;
    Moment m_onsetShown;
    Moment m_firstToldShown;
};

} // namespace unclench::ui
