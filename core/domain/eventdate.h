#pragma once

#include <QDate>
#include <QString>

#include <optional>

namespace entente::domain {

// A range of days, both ends included; no value is unbounded.
struct DaySpan
{
    std::optional<QDate> first;
    std::optional<QDate> last;

    bool isEmpty() const { return first && last && *first > *last; }
    bool contains(QDate day) const { return (!first || *first <= day) && (!last || day <= *last); }
    bool overlaps(const DaySpan &other) const;
    DaySpan intersected(const DaySpan &other) const;
    bool operator==(const DaySpan &) const = default;
};

// A date with the precision that its author gave: EDTF (ISO 8601-2) level 0 and 2025~, 2025?, 2025%, 201X of
// level 1.
class EventDate
{
public:
    enum class Precision { Decade, Year, Month, Day };

    // Nothing when `text` is no such date; `why` then says so in a phrase ("month 13 is not between 1 and
    // 12").
    static std::optional<EventDate> parse(QStringView text, QString *why = nullptr);

    const QString &text() const { return m_text; } // as written
    Precision precision() const { return m_precision; }
    int year() const { return m_year; }                  // of a decade, its first
    int month() const { return m_month; }                // 0 where not given
    int day() const { return m_day; }                    // 0 where not given
    bool isApproximate() const { return m_approximate; } // ~ or %
    bool isUncertain() const { return m_uncertain; }     // ? or %

    // The days it may be: its precision, widened by one unit each way by ~ ? and %.
    QDate earliest() const;
    QDate latest() const;
    // The precision alone, without the widening: "2026-02~" covers February 2026.
    QDate first() const;
    QDate last() const;

    bool operator==(const EventDate &) const = default;

private:
    QString m_text;
    Precision m_precision = Precision::Year;
    int m_year = 0;
    int m_month = 0;
    int m_day = 0;
    bool m_approximate = false;
    bool m_uncertain = false;
};

// A start and an end, each a date or open (".."); a single date as a period means all of it.
class Period
{
public:
    static std::optional<Period> parse(QStringView text, QString *why = nullptr);

    const QString &text() const { return m_text; }
    const std::optional<EventDate> &start() const { return m_start; } // none: open
    const std::optional<EventDate> &end() const { return m_end; }     // none: open
    bool isSingleDate() const { return m_single; }
    bool isInverted() const; // it can't but end before it starts

    DaySpan certain() const;  // latest start to earliest end; may be empty
    DaySpan possible() const; // earliest start to latest end

    bool operator==(const Period &) const = default;

private:
    QString m_text;
    std::optional<EventDate> m_start;
    std::optional<EventDate> m_end;
    bool m_single = false;
};

// "October 2025", "28 October 2025", "about 2034", "2010s": in English, with the precision it has.
QString toWords(const EventDate &date);
// "since October 2025", "until 2025", "February 2026 – about February 2034".
QString toWords(const Period &period);

} // namespace entente::domain
