#pragma once

#include <QByteArrayView>
#include <QString>

#include <vector>

namespace entente::document {

// Lets equal short texts share one QString, as far as it remembers: a table of fixed size in which a newer
// text takes the place of an older one, so that it costs neither search nor growth. The bytes that it is
// asked for must outlive it.
class TextPool
{
public:
    // For the texts of so many bytes: a line of JSON lines is not to pay for the table of a large file.
    explicit TextPool(qsizetype bytes);

    QString share(QByteArrayView utf8);

private:
    struct Slot
    {
        QByteArrayView bytes;
        QString text;
    };
    std::vector<Slot> m_slots;
};

} // namespace entente::document
