// SPDX-License-Identifier: GPL-3.0-or-later
// The movements that somebody wrote down for their own breaks: add, change, switch off, delete.
#pragma once

#include "ui/widgets/seat_view.h"

#include <QDialog>

class QBoxLayout;
class QCheckBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QPushButton;

namespace unclench::ui {

/// What is typed stays in its fields until it was saved, and `display` brings it back.
class ExercisesDialog : public QDialog {
    Q_OBJECT
public:
    explicit ExercisesDialog(QWidget* parent = nullptr);

    void display(const std::vector<OwnExerciseView>& exercises);

Q_SIGNALS:
    /// Its id is empty where it is new.
    void saveRequested(const unclench::ui::OwnExerciseView& exercise);
    void removeRequested(const unclench::Uuid& exercise);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* buildList();
    QWidget* buildForm();
    QWidget* buildPicture(QWidget* form);
    void startNew();
    void showRow(int row);
    void fill(const OwnExerciseView& exercise);
    void choosePicture();
    void displayPicture();
    void allow();
    [[nodiscard]] OwnExerciseView typed() const;
    void arrange();

    std::vector<OwnExerciseView> m_exercises;
    /// As it was before anything was typed.
    OwnExerciseView m_before;
    QString m_picture;
    QBoxLayout* m_halves = nullptr;
    QLabel* m_empty = nullptr;
    QListWidget* m_list = nullptr;
    QLabel* m_formTitle = nullptr;
    QLineEdit* m_name = nullptr;
    QPlainTextEdit* m_text = nullptr;
    QLabel* m_pictureSaid = nullptr;
    QPushButton* m_noPicture = nullptr;
    QCheckBox* m_isOn = nullptr;
    QPushButton* m_save = nullptr;
    QPushButton* m_remove = nullptr;
};

} // namespace unclench::ui
