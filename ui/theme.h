// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>

#include <array>

namespace loredesk::ui {

/// The colours of Loredesk beyond the platform's palette: derived from it or tokens, each with AA contrast
/// (WCAG 2.1, 4.5:1 for text, 3:1 for marks) on the ground it is used on. A value: take it anew on
/// QEvent::PaletteChange.
struct Theme
{
    bool dark = false;
    QColor addedGround; ///< ground of an added line
    QColor addedMark;   ///< gutter and intra-line mark of an added line
    QColor removedGround;
    QColor removedMark;
    QColor hunkGround;
    std::array<QColor, 3> quote; ///< text of quote levels 1, 2, 3 (deeper ones use the last)
    QColor trailer;              ///< text of trailers
    std::array<QColor, 6> chart; ///< the Okabe-Ito hues, colour-blind safe, 3:1 on the base colour
    QColor muted;                ///< secondary text (authors, dates, labels) on the base colour
    QColor hairline;             ///< the line between panes
    QColor warning;              ///< text of warnings and missing patches on the base colour
    QColor findGround;           ///< ground of a match
    QColor currentFindGround;    ///< ground of the current match

    static Theme of(const QPalette &palette);
};

/// A colour on the way from one to another: `share` 0 gives `a`, 1 gives `b`.
QColor mixed(const QColor &a, const QColor &b, double share);

/// WCAG 2.1 contrast ratio of two opaque colours, 1..21.
double contrastRatio(const QColor &a, const QColor &b);

/// Makes what is selected faint, with text as it is elsewhere: for a list that does not have the focus, so
/// that only where the keys go is strong. Styles tell them apart hardly or not at all.
void softenSelection(QPalette &palette);

/// The system's fixed font, never smaller than the user interface's.
QFont mailFont();

/// `font` with tabular (equal-width) figures where Qt can ask for them; otherwise unchanged.
QFont tabularFigures(const QFont &font);

/// What View → Appearance sets: the platform's palette, or Fusion with Loredesk's light or dark one.
enum class Appearance { System, Light, Dark };

/// Applies it to the application (QApplication must exist). Main thread.
void applyAppearance(Appearance appearance);

} // namespace loredesk::ui
