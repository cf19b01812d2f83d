// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/render_data.h"

#include "app/made_up_data.h"
#include "core/engine/engine.h"
#include "ui/dialogs/import_dialog.h"
#include "ui/dialogs/paper_dialog.h"
#include "ui/pages/forgotten_page.h"
#include "ui/shell.h"

#include <QLineEdit>

namespace unclench::app {

QWidget* showData(ui::Shell& shell, DataPart part, const ui::DataView& view)
{
    auto* dialog = new ui::DataDialog{&shell.window()};
    dialog->setAttribute(Qt::WA_DontShowOnScreen);
    dialog->display(view);
    dialog->show(part);
    dialog->show();
    return dialog;
}

QWidget* showForeign(ui::Shell& shell, const ui::ForeignView& view)
{
    auto* dialog = new ui::ImportDialog{&shell.window()};
    dialog->setAttribute(Qt::WA_DontShowOnScreen);
    dialog->display(view);
    dialog->show();
    return dialog;
}

QWidget* showPaperSheet(ui::Shell& shell, Engine& engine)
{
    auto* dialog = new ui::PaperDialog{engine.vocabulary(), ui::Words::builtIn(),
                                       madeUpPaperJudge(), &shell.window()};
    dialog->setAttribute(Qt::WA_DontShowOnScreen);
    for (const auto& [name, text] : madeUpPaper()) {
        dialog->findChild<QLineEdit*>(name)->setText(text);
    }
    dialog->show();
    return dialog;
}

QWidget* showTrouble(ui::Shell& shell, Engine&)
{
    auto* page = new ui::TroublePage;
    page->setParent(&shell.window(), Qt::Window);
    page->setAttribute(Qt::WA_DontShowOnScreen);
    page->display(damagedDiary());
    page->show();
    return page;
}

QWidget* showForgotten(ui::Shell& shell, Engine&)
{
    auto* page = new ui::ForgottenPage;
    page->setParent(&shell.window(), Qt::Window);
    page->setAttribute(Qt::WA_DontShowOnScreen);
    page->display(forgottenSentences());
    page->show();
    return page;
}

} // namespace unclench::app
