#pragma once

#include <QHash>
#include <QSet>
#include <QString>

namespace entente::domain {

// "acme", "acme-2", "acme-3" … for the numbers from 1.
inline QString numberedId(const QString &stem, int number)
{
    return number < 2 ? stem : stem + u'-' + QString::number(number);
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
