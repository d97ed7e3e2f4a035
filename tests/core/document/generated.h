#pragma once

#include "document/document.h"

#include <QRandomGenerator>

namespace entente::test {

// Random JSON, the same for the same seed. Few keys, so that two documents share many of them.
class Generator
{
public:
    explicit Generator(quint32 seed)
        : m_random(seed)
    {}

    document::Value value(int depth)
    {
        const quint32 kind = m_random.bounded(depth > 0 ? 6u : 4u);
        switch (kind) {
        case 0:
            return document::Value::boolean(m_random.bounded(2) == 1);
        case 1:
            return document::Value::number(QString::number(m_random.bounded(1000)) + QStringLiteral(".50e1"));
        case 2:
        case 3:
            return document::Value::string(text());
        case 4:
            return array(depth);
        default:
            return object(depth);
        }
    }

    document::Value object(int depth)
    {
        document::Value result = document::Value::object();
        const int members = m_random.bounded(6);
        for (int i = 0; i < members; ++i)
            result.set(QString(QChar(u'a' + m_random.bounded(8))), value(depth - 1));
        return result;
    }

private:
    document::Value array(int depth)
    {
        document::Value result = document::Value::array();
        const int items = m_random.bounded(4);
        for (int i = 0; i < items; ++i)
            result.append(value(depth - 1));
        return result;
    }

    // Characters that are hard to write: controls, quotes, both halves of what UTF-16 splits.
    QString text()
    {
        static const QStringList pieces{QStringLiteral("a"),  QStringLiteral("\""), QStringLiteral("\\"),
                                        QStringLiteral("\n"), QStringLiteral("é"),  QStringLiteral("漢"),
                                        QStringLiteral("😀"),  QString(QChar(1)),    QString(QChar(0x2028))};
        QString result;
        const int length = m_random.bounded(6);
        for (int i = 0; i < length; ++i)
            result += pieces[m_random.bounded(int(pieces.size()))];
        return result;
    }

    QRandomGenerator m_random;
};

} // namespace entente::test
