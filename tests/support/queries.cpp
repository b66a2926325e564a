// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/queries.h"

#include "models/store/wordsplitter.h"

#include <QDateTime>

#include <array>
#include <random>

using namespace Qt::StringLiterals;

namespace loredesk::tests {

namespace {

using patch::TextColumn;

class QueryMaker
{
public:
    QueryMaker(const catalog::Catalog &catalog,
               const std::function<patch::SearchableText(std::size_t row)> &text, unsigned seed)
        : m_catalog(catalog)
        , m_text(text)
        , m_random(seed)
    {
    }

    QString make(int number)
    {
        // Another message for every query: words come as often as they are common.
        m_row = below(m_catalog.messages().size());
        m_current = m_text(m_row);
        switch (number % 12) {
        case 0:
        case 1:
            return word(anyBody());
        case 2:
            return u"\"%1\""_s.arg(words(anyBody(), 2 + int(below(3))));
        case 3:
            return words(anyBody(), 1) + u' ' + word(anyBody());
        case 4:
            return start(anyBody()) + u'*';
        case 5:
            return columnPiece();
        case 6:
            return columnPiece() + u" -"_s + word(anyBody());
        case 7:
            return u"(%1 OR %2) AND %3"_s.arg(word(anyBody()), columnPiece(), rowPiece());
        case 8:
            return rowPiece() + u' ' + word(TextColumn::Subject);
        case 9:
            return u"NOT %1 %2"_s.arg(word(anyBody()), rowPiece());
        case 10:
            return u"%1 OR NOT (%2 OR %3)"_s.arg(rowPiece(), word(anyBody()), columnPiece());
        default:
            return u"f:%1 %2"_s.arg(word(TextColumn::From), columnPiece());
        }
    }

private:
    std::size_t below(std::size_t count) { return count == 0 ? 0 : std::size_t(m_random() % count); }

    TextColumn anyBody() { return below(4) == 0 ? TextColumn::Subject : TextColumn::Unquoted; }

    /// Words side by side, or "patch" where there are none.
    QString words(TextColumn column, int count)
    {
        const QList<QByteArray> all = store::wordsOf(m_current[column]);
        if (all.isEmpty())
            return u"patch"_s;
        const qsizetype first = qsizetype(below(std::size_t(all.size())));
        QStringList some;
        for (const QByteArray &one : all.mid(first, count))
            some << QString::fromUtf8(one);
        return some.join(u' ');
    }
    QString word(TextColumn column) { return words(column, 1); }
    QString start(TextColumn column)
    {
        const QString whole = word(column);
        return whole.size() < 3 ? u"patch"_s : whole.left(3 + qsizetype(below(3)));
    }

    QString columnPiece()
    {
        static constexpr std::array<std::pair<const char *, TextColumn>, 13> prefixes = {{
            {"s", TextColumn::Subject},
            {"f", TextColumn::From},
            {"t", TextColumn::To},
            {"c", TextColumn::Cc},
            {"a", TextColumn::From},
            {"tc", TextColumn::Cc},
            {"b", TextColumn::Quoted},
            {"bs", TextColumn::Subject},
            {"nq", TextColumn::Unquoted},
            {"q", TextColumn::Quoted},
            {"dfn", TextColumn::FileNames},
            {"dfhh", TextColumn::HunkHeaders},
            {"l", TextColumn::ListIds},
        }};
        const auto &[name, column] = prefixes[below(prefixes.size())];
        const QString prefix = QString::fromLatin1(name) + u':';
        if (below(3) == 0)
            return prefix + u'"' + words(column, 2) + u'"';
        return prefix + word(column);
    }

    QString rowPiece()
    {
        const series::MessageHead &head = m_catalog.messages()[m_row];
        const auto day = [&head](int days) {
            return QDateTime::fromSecsSinceEpoch(head.date + days * 86400, Qt::UTC).toString(u"yyyyMMdd"_s);
        };
        static const QStringList fixed = {
            u"is:patch"_s,      u"is:cover"_s, u"is:reply"_s,    u"is:complete"_s, u"is:incomplete"_s,
            u"is:unanswered"_s, u"is:bot"_s,   u"version:>=3"_s, u"version:2"_s,   u"version:<2"_s};
        switch (below(5)) {
        case 0:
            return u"d:%1..%2"_s.arg(day(-30), day(30));
        case 1:
            return u"rt:%1.."_s.arg(day(-400));
        case 2:
            return u"m:<%1>"_s.arg(QString::fromUtf8(head.messageId));
        default:
            return fixed[qsizetype(below(std::size_t(fixed.size())))];
        }
    }

    const catalog::Catalog &m_catalog;
    const std::function<patch::SearchableText(std::size_t row)> &m_text;
    std::mt19937 m_random;
    std::size_t m_row = 0;
    patch::SearchableText m_current;
};

} // namespace

QStringList queriesFrom(const catalog::Catalog &catalog,
                        const std::function<patch::SearchableText(std::size_t row)> &text, int count,
                        unsigned seed)
{
    QueryMaker maker(catalog, text, seed);
    QStringList queries;
    for (int i = 0; i < count; ++i)
        queries << maker.make(i);
    return queries;
}

} // namespace loredesk::tests
