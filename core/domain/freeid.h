#pragma once

#include <QHash>
#include <QSet>
#include <QString>

#include <algorithm>

namespace entente::domain {

inline bool isIdLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9');
}

// Small letters and digits, and dots, underscores and hyphens after the first.
inline bool isId(QStringView text)
{
    const auto isFurther = [](QChar c) { return isIdLetter(c) || c == u'.' || c == u'_' || c == u'-'; };
    return !text.isEmpty() && isIdLetter(text.front()) && std::all_of(text.begin(), text.end(), isFurther);
}

// "acme", "acme-2", "acme-3" … for the numbers from 1.
inline QString numberedId(const QString &stem, int number)
{
    if (number < 2)
        return stem;
    constexpr int usualDigits = 8; // and the hyphen: room that most ids need
    QString id;
    id.reserve(stem.size() + usualDigits);
    id += stem;
    id += u'-';
    id += QString::number(number);
    return id;
}

// The first of those that isn't taken.
template <typename IsTaken> QString freeId(const QString &stem, const IsTaken &isTaken)
{
    int number = 1;
    while (isTaken(numberedId(stem, number)))
        ++number;
    return numberedId(stem, number);
}

// Ids of one name space, each given once. Giving many of one stem takes no longer the more there are.
class FreeIds
{
public:
    QString next(const QString &stem)
    {
        int &number = m_last[stem];
        QString id;
        do {
            id = numberedId(stem, ++number);
        } while (!take(id));
        return id;
    }

    // False where it is taken.
    bool take(const QString &id)
    {
        const qsizetype before = m_taken.size();
        m_taken.insert(id);
        return m_taken.size() > before;
    }

    bool isTaken(const QString &id) const { return m_taken.contains(id); }

private:
    QSet<QString> m_taken;
    QHash<QString, int> m_last; // the number given last to each stem
};

} // namespace entente::domain
