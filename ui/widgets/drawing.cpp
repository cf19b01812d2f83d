// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/drawing.h"

#include "ui/theme.h"

#include <QPainter>
#include <QSvgRenderer>

#include <algorithm>
#include <string_view>

namespace unclench::embedded {
extern const std::string_view kDrawingBackKneesBent;
extern const std::string_view kDrawingBackPillowKnees;
extern const std::string_view kDrawingBreathing;
extern const std::string_view kDrawingChildPose;
extern const std::string_view kDrawingKneeToChest;
extern const std::string_view kDrawingLegsOnChair;
extern const std::string_view kDrawingNeckPillow;
extern const std::string_view kDrawingPelvicTilt;
extern const std::string_view kDrawingSideCurl;
extern const std::string_view kDrawingSitSupported;
extern const std::string_view kDrawingSmallTwist;
extern const std::string_view kDrawingWalk;
} // namespace unclench::embedded

namespace unclench::ui {

namespace {

struct Row {
    const char* id;
    const std::string_view* file;
};
constexpr Row kDrawings[] = {
    {"back_knees_bent", &embedded::kDrawingBackKneesBent},
    {"back_pillow_knees", &embedded::kDrawingBackPillowKnees},
    {"breathing", &embedded::kDrawingBreathing},
    {"child_pose", &embedded::kDrawingChildPose},
    {"knee_to_chest", &embedded::kDrawingKneeToChest},
    {"legs_on_chair", &embedded::kDrawingLegsOnChair},
    {"neck_pillow", &embedded::kDrawingNeckPillow},
    {"pelvic_tilt", &embedded::kDrawingPelvicTilt},
    {"side_curl", &embedded::kDrawingSideCurl},
    {"sit_supported", &embedded::kDrawingSitSupported},
    {"small_twist", &embedded::kDrawingSmallTwist},
    {"walk", &embedded::kDrawingWalk},
};

// In units of the grid; all drawings have these proportions.
constexpr double kWidth = 26.0;
constexpr double kDrawingHeight = kWidth * 132 / 240;

} // namespace

QStringList Drawing::ids()
{
    QStringList ids;
    for (const Row& row : kDrawings) {
        ids << QLatin1String{row.id};
    }
    return ids;
}

Drawing::Drawing(const QString& id, const QString& description, QWidget* parent)
    : QWidget(parent), m_id(id)
{
    Q_ASSERT(ids().contains(id));
    setObjectName(QStringLiteral("drawing_") + id);
    setAccessibleName(description);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize Drawing::sizeHint() const
{
    return {theme::grid(font(), kWidth), theme::grid(font(), kDrawingHeight)};
}

QSize Drawing::minimumSizeHint() const
{
    return sizeHint();
}

void Drawing::paintEvent(QPaintEvent*)
{
    const auto* row = std::find_if(std::begin(kDrawings), std::end(kDrawings),
                                   [this](const Row& r) { return m_id == QLatin1String{r.id}; });
    const QColor ink =
        palette().color(isEnabled() ? QPalette::WindowText : QPalette::PlaceholderText);
    QByteArray svg{row->file->data(), static_cast<qsizetype>(row->file->size())};
    svg.replace("currentColor", ink.name().toLatin1());
    QSvgRenderer renderer{svg};
    renderer.setAspectRatioMode(Qt::KeepAspectRatio);
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    renderer.render(&painter, QRectF{rect()});
}

} // namespace unclench::ui
