// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/seriesfigures.h"

#include "models/items/durationtext.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

using namespace Qt::StringLiterals;

namespace loredesk::items {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(loredesk::items::SeriesFigures)
};

QString share(std::size_t part, std::size_t whole)
{
    if (whole == 0)
        return {};
    const double percent = 100.0 * double(part) / double(whole);
    // What is there is not nothing, and what is missing is not all.
    if (part > 0 && percent < 1)
        return Words::tr("under 1 %");
    if (part < whole && percent > 99)
        return Words::tr("over 99 %");
    return Words::tr("%1 %").arg(std::lround(percent));
}

QString counted(std::size_t part, std::size_t whole)
{
    const QString number = QLocale().toString(qulonglong(part));
    return part == 0 || part == whole ? number : Words::tr("%1 (%2)").arg(number, share(part, whole));
}

QString seriesText(int count)
{
    return count == 1 ? Words::tr("1 series") : Words::tr("%Ln series", nullptr, count);
}

QString stepText(const catalog::LatencyBin &bin)
{
    if (bin.from == 0)
        return Words::tr("under %1").arg(durationText(bin.to));
    if (bin.to == 0)
        return Words::tr("%1 or more").arg(durationText(bin.from));
    return Words::tr("%1 to %2").arg(durationText(bin.from), durationText(bin.to));
}

} // namespace

std::vector<Figure> stateFigures(const catalog::SeriesStates &states)
{
    using catalog::SeriesState;
    std::vector<Figure> figures;
    if (states.total == 0)
        return figures;
    const auto add = [&](const QString &group, SeriesState state, const QString &label, const QString &key) {
        Figure figure;
        figure.group = group;
        figure.label = label;
        figure.key = u"state:"_s + key;
        figure.messages = states.of(state);
        figure.value = double(figure.messages.size());
        std::size_t whole = std::size_t(states.total);
        if (state >= SeriesState::Complete)
            whole -= states.of(SeriesState::Pull).size();
        figure.text = counted(figure.messages.size(), whole);
        figures.push_back(std::move(figure));
    };
    const QString kind = Words::tr("What they are");
    add(kind, SeriesState::Patches, Words::tr("Patches"), u"patches"_s);
    add(kind, SeriesState::Rfc, Words::tr("RFC"), u"rfc"_s);
    add(kind, SeriesState::Pull, Words::tr("Pull request"), u"pull"_s);
    const QString version = Words::tr("Version");
    add(version, SeriesState::Newest, Words::tr("Newest"), u"newest"_s);
    add(version, SeriesState::Superseded, Words::tr("Superseded"), u"superseded"_s);
    const QString patches = Words::tr("Patches that were sent");
    add(patches, SeriesState::Complete, Words::tr("Complete"), u"complete"_s);
    add(patches, SeriesState::Incomplete, Words::tr("Incomplete"), u"incomplete"_s);
    const QString answers = Words::tr("Answers by others than author and bots");
    add(answers, SeriesState::Answered, Words::tr("Answered"), u"answered"_s);
    add(answers, SeriesState::Unanswered, Words::tr("Unanswered"), u"unanswered"_s);
    return figures;
}

QStringList stateHeaders()
{
    return {Words::tr("State"), Words::tr("Series"), QString(), Words::tr("Question")};
}

QString stateNote(const catalog::SeriesStates &states)
{
    const QString note = Words::tr("%1, every version counted; each stands once beneath every heading")
                             .arg(seriesText(states.total));
    return states.bots == 0 ? note
                            : Words::tr("%1; without %2 by bots").arg(note, QLocale().toString(states.bots));
}

std::vector<Figure> latencyFigures(const catalog::Latency &latency)
{
    std::vector<Figure> figures;
    if (latency.total == 0)
        return figures;
    const auto add = [&](const QString &group, const catalog::LatencyBin &bin, const QString &prefix,
                         const QString &chip) {
        Figure figure;
        figure.group = group;
        figure.label = stepText(bin);
        figure.key = prefix + QString::number(bin.from);
        figure.messages = bin.heads;
        figure.value = double(bin.heads.size());
        figure.text = counted(bin.heads.size(), std::size_t(latency.total));
        figure.chip = chip.arg(figure.label);
        figures.push_back(std::move(figure));
    };
    const QString answered = Words::tr("First answer after (steps of unequal length)");
    for (const catalog::LatencyBin &bin : latency.answered)
        add(answered, bin, u"answered:"_s, Words::tr("answered in %1"));
    const QString waiting = Words::tr("Unanswered so far, waiting for");
    for (const catalog::LatencyBin &bin : latency.waiting)
        add(waiting, bin, u"waiting:"_s, Words::tr("unanswered for %1"));
    return figures;
}

QStringList latencyHeaders()
{
    return {Words::tr("Time"), Words::tr("Series"), QString(), Words::tr("Answer")};
}

QString latencyNote(const catalog::Latency &latency)
{
    const int waiting = latency.total - latency.answeredTotal;
    QString note = latency.median
                       ? Words::tr("Half of %1 had an answer within %2")
                             .arg(seriesText(latency.total), durationText(*latency.median))
                       : Words::tr("Fewer than half of %1 have an answer").arg(seriesText(latency.total));
    if (waiting > 0) {
        note += u" · "_s + Words::tr("%1 unanswered so far").arg(QLocale().toString(waiting));
        if (latency.medianOfAnswered)
            note +=
                u" · "_s +
                Words::tr("median of the answered alone: %1").arg(durationText(*latency.medianOfAnswered));
    }
    return note;
}

std::vector<Figure> latencyMonthFigures(const catalog::Latency &latency)
{
    std::vector<Figure> figures;
    for (const catalog::LatencyMonth &month : latency.months) {
        Figure figure;
        figure.group = Words::tr("Half of the month's series had an answer within");
        figure.label = base::isoUtc(month.start).left(7);
        figure.key = u"month:"_s + figure.label;
        figure.messages = month.heads;
        const int sent = int(month.heads.size());
        const QString answered =
            Words::tr("%1 of %2 answered").arg(QLocale().toString(month.answered), QLocale().toString(sent));
        // In hours, so that a table that leaves the window has a number.
        figure.isKnown = month.median.has_value();
        figure.value = month.median ? double(*month.median) / 3600 : 0;
        figure.text = sent == 0      ? Words::tr("no series")
                      : month.median ? durationText(*month.median)
                                     : Words::tr("not yet");
        figure.detail = sent == 0 ? QString() : answered;
        figure.chip = Words::tr("sent in %1").arg(figure.label);
        figures.push_back(std::move(figure));
    }
    return figures;
}

QStringList latencyMonthHeaders()
{
    return {Words::tr("Month"), Words::tr("Half answered within"), Words::tr("Answered"), QString(),
            Words::tr("Hours until half are answered")};
}

} // namespace loredesk::items
