// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mail/maildate.h"

#include <QByteArrayView>

#include <array>
#include <string_view>
#include <utility>

namespace loredesk::mail {

namespace {

constexpr std::array<std::string_view, 12> months = {"jan", "feb", "mar", "apr", "may", "jun",
                                                     "jul", "aug", "sep", "oct", "nov", "dec"};

struct Zone
{
    std::string_view name;
    int minutes;
};

// RFC 5322 section 4.3, and those that mail programs wrote nevertheless. Names that several zones share are
// left out, and so are the military letters: RFC 5322 says to read them as unknown, that is, as UTC.
constexpr std::array<Zone, 18> zones = {{{"ut", 0},
                                         {"utc", 0},
                                         {"gmt", 0},
                                         {"z", 0},
                                         {"est", -300},
                                         {"edt", -240},
                                         {"cst", -360},
                                         {"cdt", -300},
                                         {"mst", -420},
                                         {"mdt", -360},
                                         {"pst", -480},
                                         {"pdt", -420},
                                         {"wet", 0},
                                         {"met", 60},
                                         {"cet", 60},
                                         {"cest", 120},
                                         {"eet", 120},
                                         {"jst", 540}}};

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}
bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Days from 1970-01-01 to a date of the Gregorian calendar, counted by years that begin in March.
qint64 daysFromEpoch(qint64 year, int month, int day)
{
    if (month <= 2)
        --year;
    const qint64 era = (year >= 0 ? year : year - 399) / 400;
    const qint64 yearOfEra = year - era * 400;
    const qint64 dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    const qint64 dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return era * 146097 + dayOfEra - 719468;
}

class DateReader
{
public:
    explicit DateReader(QByteArrayView text)
        : m_text(text)
    {
    }

    std::optional<MailDate> read()
    {
        while (m_at < m_text.size()) {
            const char c = m_text[m_at];
            if (isDigit(c))
                number();
            else if (isLetter(c))
                word();
            else if ((c == '+' || c == '-') && m_hour >= 0 && !m_hasZone)
                numericZone();
            else if (c == '(')
                comment();
            else
                ++m_at;
        }
        return result();
    }

private:
    /// Reads digits; -1 for more than nine of them.
    int digits(int *count = nullptr)
    {
        int value = 0;
        int n = 0;
        while (m_at < m_text.size() && isDigit(m_text[m_at])) {
            if (++n <= 9)
                value = value * 10 + (m_text[m_at] - '0');
            ++m_at;
        }
        if (count)
            *count = n;
        return n > 9 ? -1 : value;
    }

    char peek(qsizetype ahead = 0) const
    {
        return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : '\0';
    }

    void number()
    {
        int count = 0;
        const int value = digits(&count);
        if (peek() == ':' && isDigit(peek(1)) && m_hour < 0) {
            time(value);
            return;
        }
        if (count == 4 && peek() == '-' && isDigit(peek(1)) &&
            m_day < 0) { // 2025-05-20, 2025-05-20T18:26:35Z
            ++m_at;
            const int month = digits();
            if (peek() == '-' && isDigit(peek(1))) {
                ++m_at;
                m_year = value;
                m_month = month;
                m_day = digits();
                if (peek() == 'T')
                    ++m_at;
            }
            return;
        }
        if (count <= 2 && m_day < 0 && value >= 1 && value <= 31) {
            m_day = value;
            return;
        }
        if (m_year < 0 && count >= 2 && count <= 4) {
            // RFC 5322 section 4.3: 00 to 49 is 2000 to 2049; two or three digits else count from 1900.
            m_year = count == 4 ? value : value < 50 && count == 2 ? 2000 + value : 1900 + value;
            return;
        }
        if (count > 4)
            m_junk = true;
    }

    void time(int hour)
    {
        ++m_at;
        const int minute = digits();
        int second = 0;
        if (peek() == ':' && isDigit(peek(1))) {
            ++m_at;
            int count = 0;
            second = digits(&count);
            if (count > 2)
                m_junk = true;
        }
        if (peek() == '.' && isDigit(peek(1))) { // fractions
            ++m_at;
            digits();
        }
        if (hour < 0 || hour > 24 || minute < 0 || minute > 59 || second < 0 || second > 61) {
            m_junk = true;
            return;
        }
        m_hour = hour;
        m_minute = minute;
        m_second = second;
    }

    void word()
    {
        const qsizetype begin = m_at;
        while (m_at < m_text.size() && isLetter(m_text[m_at]))
            ++m_at;
        // The beginning tells all words apart; none that is known is longer.
        std::array<char, 10> lower{};
        const qsizetype size = qMin<qsizetype>(m_at - begin, lower.size());
        for (qsizetype i = 0; i < size; ++i)
            lower[size_t(i)] = static_cast<char>(m_text[begin + i] | 0x20);
        const std::string_view name(lower.data(), size_t(size));
        if (name == "am" || name == "pm") {
            if (m_hour >= 1 && m_hour <= 12)
                m_hour = m_hour % 12 + (name == "pm" ? 12 : 0);
            return;
        }
        for (size_t i = 0; i < months.size() && name.size() >= 3; ++i) {
            if (m_month < 0 && name.substr(0, 3) == months[i])
                m_month = int(i) + 1;
        }
        if (m_hour < 0 || m_hasZone)
            return;
        for (const Zone &zone : zones) {
            if (name == zone.name) {
                m_offset = zone.minutes;
                m_hasZone = peek() != '+' && peek() != '-'; // "GMT+0200": the number says it
            }
        }
    }

    void numericZone()
    {
        const int sign = m_text[m_at] == '-' ? -1 : 1;
        ++m_at;
        if (!isDigit(peek()))
            return;
        int count = 0;
        int value = digits(&count);
        if (count <= 2 && peek() == ':' && isDigit(peek(1))) { // +02:00
            ++m_at;
            value = value * 100 + digits();
            count = 4;
        } else if (count <= 2) {
            value *= 100;
        }
        const int minutes = value / 100 * 60 + value % 100;
        // Further than a day from UTC is no zone (and "-2010" is a year that lost its way).
        if (count > 4 || value < 0 || minutes > 24 * 60)
            return;
        m_offset = sign * minutes;
        m_hasZone = true;
    }

    void comment()
    {
        const qsizetype close = m_text.indexOf(')', m_at);
        m_at = close < 0 ? m_text.size() : close + 1;
    }

    std::optional<MailDate> result() const
    {
        if (m_junk || m_day < 1 || m_day > 31 || m_month < 1 || m_month > 12 || m_year < 0 || m_hour < 0)
            return std::nullopt;
        MailDate date;
        date.offset = m_offset;
        date.seconds =
            ((daysFromEpoch(m_year, m_month, m_day) * 24 + m_hour) * 60 + m_minute - m_offset) * 60 +
            m_second;
        return date;
    }

    const QByteArrayView m_text;
    qsizetype m_at = 0;
    int m_year = -1, m_month = -1, m_day = -1, m_hour = -1, m_minute = 0, m_second = 0, m_offset = 0;
    bool m_hasZone = false;
    bool m_junk = false;
};

} // namespace

std::optional<MailDate> parseMailDate(QByteArrayView value)
{
    return DateReader(value.first(qMin<qsizetype>(value.size(), 500))).read();
}

} // namespace loredesk::mail
