// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/recovery_sheet.h"

#include "ui/report/paper.h"
#include "ui/wording/report.h"
#include "ui/wording/tr.h"

#include <QFontDatabase>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextTable>

namespace unclench::ui::report {

using wording::tr;

namespace {

constexpr double kSheetTitle = 17.0;
constexpr double kSheetText = kMostPoints;
constexpr double kSheetKey = 20.0;
/// In points.
constexpr double kSheetSpace = 10.0;

QTextCharFormat sheetFormat(double points, bool isBold, const QString& text)
{
    QTextCharFormat format;
    QFont font = paperFont(points, isBold, text);
    font.setPointSizeF(points); // the report is set in twentieths of a point
    format.setFont(font);
    format.setForeground(ink::kText);
    return format;
}

void addSheetText(QTextCursor& cursor, const QString& text, double points, bool isBold = false)
{
    QTextBlockFormat block;
    block.setBottomMargin(kSheetSpace);
    cursor.insertBlock(block);
    cursor.insertText(text, sheetFormat(points, isBold, text));
}

/// A line of the key is a row, with its number: that is how a slip in it is named.
void addSheetKey(QTextCursor& cursor, const QStringList& lines)
{
    QTextTableFormat form;
    form.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
    form.setBorder(1);
    form.setBorderBrush(ink::kRule);
    form.setBorderCollapse(true);
    form.setCellPadding(kSheetSpace);
    QTextTable* table = cursor.insertTable(static_cast<int>(lines.size()), 2, form);
    QTextCharFormat digits = sheetFormat(kSheetKey, true, {});
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setPointSizeF(kSheetKey);
    digits.setFont(fixed);
    for (int row = 0; row < lines.size(); ++row) {
        const QString number = QString::number(row + 1);
        table->cellAt(row, 0).firstCursorPosition().insertText(
            number, sheetFormat(kSheetText, false, number));
        table->cellAt(row, 1).firstCursorPosition().insertText(lines[row], digits);
    }
    cursor.movePosition(QTextCursor::End);
}

} // namespace

std::unique_ptr<QTextDocument> recoveryPage(const RecoverySheet& sheet)
{
    auto document = std::make_unique<QTextDocument>();
    document->setMetaInformation(QTextDocument::DocumentTitle,
                                 tr("Recovery key of an Unclench backup"));
    QTextCursor cursor{document.get()};
    const QString title = tr("Recovery key");
    cursor.insertText(title, sheetFormat(kSheetTitle, true, title));
    addSheetText(cursor,
                 tr("It opens one encrypted backup of a diary kept with Unclench, where the "
                    "passphrase is lost."),
                 kSheetText);
    //: %1 is the name of a file, %2 a day
    addSheetText(
        cursor,
        tr("The backup: %1, made on %2.").arg(sheet.fileName, wording::reportDay(sheet.made)),
        kSheetText, true);
    addSheetKey(cursor, sheet.lines);
    addSheetText(cursor,
                 tr("To use it: open Unclench, choose “Your data”, then the backup, and type "
                    "the four lines where it asks for the passphrase. Spaces, dashes and small "
                    "letters make no difference."),
                 kSheetText);
    addSheetText(cursor,
                 tr("Whoever has this page and the file can read the diary. Keep them apart, "
                    "and this page where nobody else looks."),
                 kSheetText);
    addSheetText(cursor,
                 tr("Without the passphrase and without this page nobody can open the backup: "
                    "not you, and not those who made Unclench. Another backup has another "
                    "key."),
                 kSheetText);
    return document;
}

} // namespace unclench::ui::report
