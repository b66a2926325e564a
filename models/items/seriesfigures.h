// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/seriesstatistics.h"
#include "models/items/figuremodel.h"

namespace loredesk::items {

// What is counted of series, in words, for FigureModel, and a line that says what the bars leave out.

/// Each question is a heading, each answer a line: the lines of a heading add up to all series (pull requests
/// are not asked for their patches). Keys: "state:" and the state.
std::vector<Figure> stateFigures(const catalog::SeriesStates &states);
QStringList stateHeaders();
QString stateNote(const catalog::SeriesStates &states);

/// How long the first answer took, a line a step, then those without an answer by how long they have been
/// waiting. Keys: "answered:" and "waiting:" with the seconds that the step starts at.
std::vector<Figure> latencyFigures(const catalog::Latency &latency);
QStringList latencyHeaders();
QString latencyNote(const catalog::Latency &latency);

/// By month of sending: how long it took until half of the series had an answer. Keys: "month:" and the year
/// and month.
std::vector<Figure> latencyMonthFigures(const catalog::Latency &latency);
QStringList latencyMonthHeaders();

} // namespace loredesk::items
