// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/exercises_dialog.h"

#include "ui/dialogs/dialog_size.h"
#include "ui/theme.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/main_button.h"
#include "ui/widgets/scroll_sheet.h"
#include "ui/widgets/section.h"
#include "ui/widgets/tab_order.h"
#include "ui/widgets/wrapped_box.h"
#include "ui/widgets/wrapped_label.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QFileDialog>
#include <QImageReader>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>

#include <algorithm>

namespace unclench::ui {

namespace {

// In units of the grid.
constexpr double kNarrow = 76.0;
constexpr double kListRow = 4.0;
constexpr double kPreview = 16.0;
constexpr int kLongestName = 80;

} // namespace

ExercisesDialog::ExercisesDialog(QWidget* parent) : QDialog(parent)
{
    setObjectName(QStringLiteral("exercisesDialog"));
    setWindowTitle(tr("Own exercises"));
    const int margin = theme::grid(font(), 3);
    auto* scroll = new ScrollSheet{QStringLiteral("exercisesScroll"), tr("Own exercises"), this};
    auto* column = new QVBoxLayout{scroll->sheet()};
    column->setContentsMargins(margin, margin, margin, theme::grid(font(), 2));
    column->setSpacing(theme::grid(font(), 2));
    QLabel* note = wrapped(QStringLiteral("exercisesNote"),
                           tr("These are shown only while movement is open for you (see the "
                              "guide). Write down what your therapist showed you."),
                           scroll->sheet());
    column->addWidget(note);
    m_halves = new QBoxLayout{QBoxLayout::LeftToRight};
    m_halves->setSpacing(theme::grid(font(), 2));
    m_halves->addWidget(buildList(), 2);
    m_halves->addWidget(buildForm(), 3);
    column->addLayout(m_halves, 1);
    auto* whole = new QVBoxLayout{this};
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addWidget(scroll, 1);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(margin, theme::grid(font(), 1), margin, theme::grid(font(), 2));
    QPushButton* close = rowButton(QStringLiteral("closeExercisesButton"), tr("&Close"),
                                   tr("Close own exercises"), this);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    foot->addStretch(1);
    foot->addWidget(close);
    whole->addLayout(foot);
    display({});
    startNew();
    orderTabs(*this);
    resize(onScreen(*this, {theme::grid(font(), 100), theme::grid(font(), 78)}));
}

QWidget* ExercisesDialog::buildList()
{
    auto* card = new Section{tr("Your exercises"), this};
    m_empty =
        wrapped(QStringLiteral("exercisesEmpty"),
                tr("None yet. What you add will stand here, and come up in your breaks."), card);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    card->column()->addWidget(m_empty);
    m_list = new QListWidget{card};
    m_list->setObjectName(QStringLiteral("exercisesList"));
    m_list->setAccessibleName(tr("Your exercises"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setWordWrap(true);
    m_list->setMinimumHeight(theme::grid(font(), 3 * kListRow));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    card->column()->addWidget(m_list, 1);
    QPushButton* add = rowButton(QStringLiteral("newExerciseButton"), tr("&New exercise"),
                                 tr("New exercise"), card);
    card->column()->addWidget(add, 0, Qt::AlignLeft);
    card->column()->addStretch(0);
    connect(m_list, &QListWidget::currentRowChanged, this, &ExercisesDialog::showRow);
    connect(add, &QPushButton::clicked, this, [this] {
        startNew();
        m_name->setFocus();
    });
    return card;
}

QWidget* ExercisesDialog::buildForm()
{
    auto* card = new Section{{}, this};
    QVBoxLayout* column = card->column();
    m_formTitle = qobject_cast<QLabel*>(column->itemAt(0)->widget());
    m_formTitle->setObjectName(QStringLiteral("exerciseFormTitle"));
    m_name = new QLineEdit{card};
    m_name->setObjectName(QStringLiteral("exerciseNameEdit"));
    m_name->setAccessibleName(tr("Name"));
    m_name->setMaxLength(kLongestName);
    m_name->setMinimumHeight(theme::grid(font(), 4.5));
    m_name->setTextMargins(theme::grid(font(), 0.5), 0, theme::grid(font(), 0.5), 0);
    m_text = new QPlainTextEdit{card};
    m_text->setObjectName(QStringLiteral("exerciseTextEdit"));
    m_text->setAccessibleName(tr("How it is done"));
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(theme::grid(font(), 13)); // it scrolls; the rest must be reached
    auto* nameLabel = wrapped({}, tr("N&ame"), card);
    nameLabel->setBuddy(m_name);
    auto* textLabel = wrapped({}, tr("How it is &done"), card);
    textLabel->setBuddy(m_text);
    m_isOn = new WrappedCheckBox{tr("Show it in &breaks"), card};
    m_isOn->setObjectName(QStringLiteral("exerciseOnCheckBox"));
    m_isOn->setAccessibleName(tr("Show it in breaks"));
    column->addWidget(nameLabel);
    column->addWidget(m_name);
    column->addWidget(textLabel);
    column->addWidget(m_text);
    column->addWidget(buildPicture(card));
    column->addWidget(m_isOn);
    auto* buttons = new QWidget{card};
    auto* row = new FlowLayout{buttons, theme::grid(font(), 1)};
    m_save = new MainButton{tr("&Save"), buttons};
    m_save->setObjectName(QStringLiteral("saveExerciseButton"));
    m_save->setAccessibleName(tr("Save this exercise"));
    m_remove = rowButton(QStringLiteral("removeExerciseButton"), tr("Delete"),
                         tr("Delete this exercise"), buttons);
    m_remove->setMinimumHeight(theme::grid(font(), 5));
    row->addWidget(m_save);
    row->addWidget(m_remove);
    column->addWidget(buttons);
    column->addStretch(1);
    connect(m_name, &QLineEdit::textChanged, this, &ExercisesDialog::allow);
    connect(m_text, &QPlainTextEdit::textChanged, this, &ExercisesDialog::allow);
    connect(m_isOn, &QCheckBox::toggled, this, &ExercisesDialog::allow);
    connect(m_save, &QPushButton::clicked, this, [this] { Q_EMIT saveRequested(typed()); });
    connect(m_remove, &QPushButton::clicked, this, [this] { Q_EMIT removeRequested(m_before.id); });
    return card;
}

QWidget* ExercisesDialog::buildPicture(QWidget* form)
{
    auto* part = new QWidget{form};
    auto* row = new FlowLayout{part, theme::grid(font(), 1)};
    m_pictureSaid = wrapped(QStringLiteral("exercisePictureLabel"), {}, part);
    m_pictureSaid->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    QPushButton* pick = rowButton(QStringLiteral("choosePictureButton"), tr("Choose a &picture…"),
                                  tr("Choose a picture"), part);
    m_noPicture = rowButton(QStringLiteral("noPictureButton"), tr("No picture"),
                            tr("Take the picture away"), part);
    row->addWidget(m_pictureSaid);
    row->addWidget(pick);
    row->addWidget(m_noPicture);
    connect(pick, &QPushButton::clicked, this, &ExercisesDialog::choosePicture);
    connect(m_noPicture, &QPushButton::clicked, this, [this] {
        m_picture.clear();
        displayPicture();
        allow();
    });
    return part;
}

void ExercisesDialog::choosePicture()
{
    auto* chooser = new QFileDialog{this, tr("Choose a picture")};
    chooser->setObjectName(QStringLiteral("pictureChooser"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::ExistingFile);
    chooser->setNameFilter(tr("Pictures (*.png *.jpg *.jpeg *.svg *.webp *.gif)"));
    connect(chooser, &QFileDialog::fileSelected, this, [this](const QString& file) {
        m_picture = file;
        displayPicture();
        allow();
    });
    chooser->open();
}

void ExercisesDialog::displayPicture()
{
    m_noPicture->setEnabled(!m_picture.isEmpty());
    m_pictureSaid->setPixmap({});
    m_pictureSaid->setAccessibleName({});
    if (m_picture.isEmpty()) {
        m_pictureSaid->setText(tr("No picture."));
        return;
    }
    QImageReader reader{m_picture};
    reader.setAutoTransform(true);
    const int side = theme::grid(font(), kPreview);
    const QSize whole = reader.size();
    if (whole.isValid()) {
        reader.setScaledSize(whole.scaled(QSize{side, side}.boundedTo(whole), Qt::KeepAspectRatio)
                                 .expandedTo({1, 1}));
    }
    const QPixmap picture = QPixmap::fromImageReader(&reader);
    if (picture.isNull()) {
        m_pictureSaid->setText(tr("The picture is gone."));
    } else {
        m_pictureSaid->setPixmap(picture);
        m_pictureSaid->setAccessibleName(tr("The picture"));
    }
}

OwnExerciseView ExercisesDialog::typed() const
{
    return {m_before.id, m_name->text().trimmed(), m_text->toPlainText().trimmed(), m_picture,
            m_isOn->isChecked()};
}

void ExercisesDialog::allow()
{
    m_save->setEnabled(!m_name->text().trimmed().isEmpty() && typed() != m_before);
    m_remove->setEnabled(!m_before.id.isEmpty());
}

void ExercisesDialog::fill(const OwnExerciseView& exercise)
{
    m_before = exercise;
    m_picture = exercise.picture;
    m_formTitle->setText(exercise.id.isEmpty() ? tr("A new exercise") : exercise.name);
    m_name->setText(exercise.name);
    m_text->setPlainText(exercise.text);
    m_isOn->setChecked(exercise.isOn);
    displayPicture();
    allow();
}

void ExercisesDialog::startNew()
{
    m_list->setCurrentRow(-1);
    fill({});
}

void ExercisesDialog::showRow(int row)
{
    if (row >= 0 && static_cast<std::size_t>(row) < m_exercises.size()) {
        fill(m_exercises[static_cast<std::size_t>(row)]);
    }
}

void ExercisesDialog::display(const std::vector<OwnExerciseView>& exercises)
{
    // The one that was just saved, or the one that was open, stays open.
    const OwnExerciseView now = typed();
    const auto isIt = [&](const OwnExerciseView& one) {
        return m_before.id.isEmpty() ? one.name == now.name && one.text == now.text
                                     : one.id == m_before.id;
    };
    const bool isTyping = now != m_before;
    m_exercises = exercises;
    m_list->blockSignals(true); // none of the rows is chosen by being there
    m_list->clear();
    for (const OwnExerciseView& exercise : m_exercises) {
        auto* item =
            new QListWidgetItem{exercise.isOn ? exercise.name
                                              //: %1 an exercise that is not shown in breaks
                                              : tr("%1 (switched off)").arg(exercise.name),
                                m_list};
        item->setToolTip(exercise.name);
        item->setSizeHint({0, theme::grid(font(), kListRow)});
    }
    m_list->blockSignals(false);
    m_list->setVisible(!m_exercises.empty());
    m_empty->setVisible(m_exercises.empty());
    const auto found = std::find_if(m_exercises.begin(), m_exercises.end(), isIt);
    if (found == m_exercises.end()) {
        if (!m_before.id.isEmpty()) {
            startNew(); // it was deleted
        }
        return;
    }
    const bool isSaved = *found == now || *found == OwnExerciseView{found->id, now.name, now.text,
                                                                    now.picture, now.isOn};
    m_list->blockSignals(true);
    m_list->setCurrentRow(static_cast<int>(found - m_exercises.begin()));
    m_list->blockSignals(false);
    if (!isTyping || isSaved) {
        fill(*found);
    }
}

void ExercisesDialog::arrange()
{
    m_halves->setDirection(width() < theme::grid(font(), kNarrow) ? QBoxLayout::TopToBottom
                                                                  : QBoxLayout::LeftToRight);
}

void ExercisesDialog::resizeEvent(QResizeEvent* event)
{
    arrange();
    QDialog::resizeEvent(event);
}

} // namespace unclench::ui
