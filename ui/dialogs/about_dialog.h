// SPDX-License-Identifier: GPL-3.0-or-later
// Which version this is, under which licence, what it is not, and what its advice rests on.
#pragma once

#include "core/knowledge/vocabulary.h"

#include <QDialog>

#include <span>

namespace unclench::ui {

class AboutDialog : public QDialog {
    Q_OBJECT
public:
    /// The titles of both lists are shown in the order of the alphabet.
    AboutDialog(const QString& version,
                std::span<const Source> clinical,
                std::span<const Source> numbers,
                QWidget* parent = nullptr);
};

} // namespace unclench::ui
