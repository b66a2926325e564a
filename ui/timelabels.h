// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>

#include <functional>
#include <vector>

namespace loredesk::ui {

/// Chooses the labels of a time axis of equal steps: the closest of days, Mondays, months, quarters, years …
/// whose words do not touch. The year is written with the first label and where it changes. Pure.
struct TimeLabels
{
    struct Bin
    {
        QDate first;  ///< first day
        double x = 0; ///< middle of its bar
    };
    struct Label
    {
        double x = 0; ///< left end of the text
        QString text;
    };

    int step = 1;                                   ///< days of a bin: 1, 7, or more for months
    double width = 0;                               ///< labels stay within 0..width
    double gap = 0;                                 ///< at least between two labels
    std::function<double(const QString &)> measure; ///< a text's width

    std::vector<Label> lay(const std::vector<Bin> &bins) const;

private:
    struct Level
    {
        bool days = false; ///< marks are days, else months
        int every = 1;     ///< days: bins (0: Mondays); months: months
    };

    Label label(const Bin &bin, const QString &text) const;
    std::vector<Label> marks(const std::vector<Bin> &bins, const Level &level) const;
    bool apart(const std::vector<Label> &labels) const;
};

} // namespace loredesk::ui
