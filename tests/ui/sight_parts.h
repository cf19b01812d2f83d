// SPDX-License-Identifier: GPL-3.0-or-later
// What sights of several kinds tell and press.
#pragma once

#include "tests/ui/seat_sights.h"
#include "tests/ui/sights.h"

#include <QAbstractButton>

#include <gtest/gtest.h>

namespace unclench::ui {

inline void tellNothing(tests::Diary&) {}

inline void tellOne(tests::Diary& diary)
{
    diary.log(7);
}

inline void press(Scene& scene, const char* name)
{
    auto* button = scene.shell->window().findChild<QAbstractButton*>(QLatin1String{name});
    ASSERT_NE(button, nullptr) << name;
    button->click();
}

inline void showNow(Scene& scene)
{
    scene.shell->window().showNow();
    showUsualSeat(scene);
}

} // namespace unclench::ui
