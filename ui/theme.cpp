// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontInfo>
#include <QPainter>
#include <QProxyStyle>
#include <QStyleFactory>
#include <QStyleOption>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

namespace {

double luminance(const QColor &color)
{
    // WCAG 2.1, "relative luminance".
    const auto linear = [](double channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

/// The palest mix of text and ground that still has AA contrast on the ground.
QColor mutedOn(const QColor &text, const QColor &ground)
{
    for (double share = 0.5; share > 0; share -= 0.05) {
        const QColor color = mixed(text, ground, share);
        if (contrastRatio(color, ground) >= 4.6)
            return color;
    }
    return text;
}

QPalette lightPalette()
{
    QPalette palette(QColor(0xf3, 0xf4, 0xf6));
    const QColor text(0x1d, 0x23, 0x2a);
    palette.setColor(QPalette::Window, QColor(0xf3, 0xf4, 0xf6));
    palette.setColor(QPalette::Base, QColor(0xff, 0xff, 0xff));
    palette.setColor(QPalette::AlternateBase, QColor(0xf7, 0xf8, 0xfa));
    palette.setColor(QPalette::Button, QColor(0xf0, 0xf1, 0xf4));
    palette.setColor(QPalette::ToolTipBase, QColor(0xff, 0xff, 0xff));
    for (const auto role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText})
        palette.setColor(role, text);
    palette.setColor(QPalette::PlaceholderText, QColor(0x6b, 0x72, 0x80));
    palette.setColor(QPalette::Highlight, QColor(0x1f, 0x5f, 0xa8));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Link, QColor(0x1f, 0x5f, 0xa8));
    palette.setColor(QPalette::LinkVisited, QColor(0x7a, 0x4a, 0x9c));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, QColor(0x9a, 0xa1, 0xab));
    return palette;
}

QPalette darkPalette()
{
    QPalette palette(QColor(0x24, 0x27, 0x2c));
    const QColor text(0xe4, 0xe6, 0xea);
    palette.setColor(QPalette::Window, QColor(0x24, 0x27, 0x2c));
    palette.setColor(QPalette::Base, QColor(0x1b, 0x1d, 0x21));
    palette.setColor(QPalette::AlternateBase, QColor(0x20, 0x23, 0x28));
    palette.setColor(QPalette::Button, QColor(0x2e, 0x32, 0x38));
    palette.setColor(QPalette::ToolTipBase, QColor(0x2e, 0x32, 0x38));
    for (const auto role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText})
        palette.setColor(role, text);
    palette.setColor(QPalette::PlaceholderText, QColor(0x9a, 0xa1, 0xab));
    palette.setColor(QPalette::BrightText, Qt::white);
    palette.setColor(QPalette::Highlight, QColor(0x2f, 0x6f, 0xb8));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Link, QColor(0x7f, 0xb2, 0xee));
    palette.setColor(QPalette::LinkVisited, QColor(0xc9, 0xa2, 0xe6));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, QColor(0x76, 0x7c, 0x86));
    return palette;
}

/// Fusion frames a menu in a darker shade of the window's colour, which on a dark ground is no frame at all:
/// the menu runs into the pane behind it. It is the same with the boxes of what is not ticked, in menus and
/// in dialogs.
class FramedFusion : public QProxyStyle
{
public:
    FramedFusion()
        : QProxyStyle(u"Fusion"_s)
    {
    }

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override
    {
        const bool isDark = option && luminance(option->palette.color(QPalette::Window)) < 0.2;
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        if (isDark && button && (element == PE_IndicatorCheckBox || element == PE_IndicatorRadioButton)) {
            // In a box the window's colour is for nothing but the frame, which Fusion makes darker. The
            // smoothing takes some more from a circle.
            const double share = element == PE_IndicatorCheckBox ? 0.5 : 0.8;
            QStyleOptionButton framed(*button);
            framed.palette.setColor(QPalette::Window,
                                    mixed(option->palette.color(QPalette::Window),
                                          option->palette.color(QPalette::WindowText), share)
                                        .lighter(140));
            QProxyStyle::drawPrimitive(element, &framed, painter, widget);
            return;
        }
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        if (element != PE_PanelMenu || !isDark)
            return;
        painter->save();
        painter->setBrush(Qt::NoBrush);
        painter->setPen(mixed(option->palette.color(QPalette::Window),
                              option->palette.color(QPalette::WindowText), 0.35));
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        painter->restore();
    }
};

} // namespace

QColor mixed(const QColor &a, const QColor &b, double share)
{
    const auto channel = [share](int x, int y) { return int(std::lround(x + (y - x) * share)); };
    return QColor(channel(a.red(), b.red()), channel(a.green(), b.green()), channel(a.blue(), b.blue()));
}

double contrastRatio(const QColor &a, const QColor &b)
{
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

Theme Theme::of(const QPalette &palette)
{
    const QColor base = palette.color(QPalette::Base);
    const QColor text = palette.color(QPalette::Text);
    Theme theme;
    theme.dark = luminance(base) < 0.2;
    if (theme.dark) {
        theme.addedGround = QColor(0x12, 0x30, 0x1c);
        theme.addedMark = QColor(0x2a, 0x6b, 0x3f);
        theme.removedGround = QColor(0x3a, 0x17, 0x17);
        theme.removedMark = QColor(0x7d, 0x33, 0x33);
        theme.hunkGround = QColor(0x16, 0x26, 0x3d);
        theme.quote = {QColor(0x7f, 0xb2, 0xee), QColor(0xc9, 0xa2, 0xe6), QColor(0xa3, 0xa3, 0xa3)};
        theme.trailer = QColor(0x5f, 0xd0, 0xbb);
        theme.chart = {QColor(0x56, 0xb4, 0xe9), QColor(0xe6, 0x9f, 0x00), QColor(0x1f, 0xbf, 0x92),
                       QColor(0xcc, 0x79, 0xa7), QColor(0x8e, 0xcd, 0xf2), QColor(0xf0, 0x8a, 0x4b)};
        theme.warning = QColor(0xf0, 0x8a, 0x4b);
        theme.findGround = QColor(0x5a, 0x4a, 0x12);
        theme.currentFindGround = QColor(0x8a, 0x5a, 0x00);
    } else {
        theme.addedGround = QColor(0xe6, 0xf4, 0xea);
        theme.addedMark = QColor(0x9f, 0xd8, 0xae);
        theme.removedGround = QColor(0xfd, 0xea, 0xea);
        theme.removedMark = QColor(0xf2, 0xb5, 0xb5);
        theme.hunkGround = QColor(0xea, 0xf1, 0xfb);
        theme.quote = {QColor(0x1f, 0x5f, 0xa8), QColor(0x7a, 0x4a, 0x9c), QColor(0x6b, 0x6b, 0x6b)};
        theme.trailer = QColor(0x0f, 0x6b, 0x5c);
        theme.chart = {QColor(0x00, 0x72, 0xb2), QColor(0xb8, 0x7f, 0x00), QColor(0x00, 0x8a, 0x63),
                       QColor(0xb8, 0x5f, 0x92), QColor(0x2f, 0x86, 0xbd), QColor(0xd5, 0x5e, 0x00)};
        theme.warning = QColor(0xa8, 0x4a, 0x00);
        theme.findGround = QColor(0xff, 0xf0, 0xa8);
        theme.currentFindGround = QColor(0xff, 0xc8, 0x66);
    }
    theme.muted = mutedOn(text, base);
    theme.hairline = mixed(base, text, 0.15);
    return theme;
}

void softenSelection(QPalette &palette)
{
    for (const auto group : {QPalette::Active, QPalette::Inactive}) {
        palette.setColor(
            group, QPalette::Highlight,
            mixed(palette.color(group, QPalette::Base), palette.color(group, QPalette::Highlight), 0.25));
        palette.setColor(group, QPalette::HighlightedText, palette.color(group, QPalette::Text));
    }
}

QFont mailFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    const QFontInfo userInterface(QApplication::font());
    if (QFontInfo(font).pointSizeF() < userInterface.pointSizeF())
        font.setPointSizeF(userInterface.pointSizeF());
    font.setStyleHint(QFont::Monospace);
    return font;
}

QFont tabularFigures(const QFont &font)
{
    // Qt 6.4 cannot ask for OpenType features; the common interface faces have tabular figures by default.
    return font;
}

void applyAppearance(Appearance appearance)
{
    // What the platform gave before Loredesk changed anything, to come back to.
    static const QString platformStyle = QApplication::style()->objectName();
    if (appearance == Appearance::System) {
        if (QStyle *style = QStyleFactory::create(platformStyle))
            QApplication::setStyle(style);
        QApplication::setPalette(QPalette());
        return;
    }
    QApplication::setStyle(new FramedFusion);
    QApplication::setPalette(appearance == Appearance::Dark ? darkPalette() : lightPalette());
}

} // namespace loredesk::ui
