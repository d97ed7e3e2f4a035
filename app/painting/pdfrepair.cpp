#include "painting/pdfrepair.h"

#include <QList>
#include <QRegularExpression>
#include <QtEndian>

#include <algorithm>

namespace entente::painting {

namespace {

// Of the same length, so that the file's table of offsets stays right.
void setDocumentDate(QByteArray &pdf, const QDateTime &created)
{
    static const QByteArray key("/CreationDate (D:");
    const QByteArray date = created.toUTC().toString(QStringLiteral("yyyyMMddHHmmss")).toLatin1();
    const qsizetype start = pdf.indexOf(key) + key.size();
    if (start >= key.size() && pdf.indexOf(')', start) - start >= date.size())
        pdf.replace(start, date.size(), date);
}

quint32 readWord(const QByteArray &bytes, qsizetype at)
{
    return qFromBigEndian<quint32>(bytes.constData() + at);
}

void writeWord(QByteArray &bytes, qsizetype at, quint32 value)
{
    qToBigEndian(value, bytes.data() + at);
}

// The sum of the table's words, as the OpenType specification has it.
quint32 checksum(const QByteArray &font, qsizetype from, qsizetype length)
{
    quint32 sum = 0;
    for (qsizetype at = from; at + 4 <= std::min(from + (length + 3) / 4 * 4, font.size()); at += 4)
        sum += readWord(font, at);
    return sum;
}

// Clears `created` and `modified` in the font's head table and makes its checksums right again. OpenType 1.9,
// "Table directory" and "head".
void undate(QByteArray &font)
{
    constexpr qsizetype headerSize = 12;
    constexpr qsizetype recordSize = 16;
    constexpr qsizetype headSize = 54;
    constexpr quint32 magic = 0xb1b0afba;
    const int tables = font.size() < headerSize ? 0 : qFromBigEndian<quint16>(font.constData() + 4);
    for (int i = 0; i < tables; ++i) {
        const qsizetype record = headerSize + i * recordSize;
        if (font.size() < record + recordSize || font.mid(record, 4) != "head")
            continue;
        const qsizetype head = readWord(font, record + 8);
        if (font.size() < head + headSize)
            return;
        writeWord(font, head + 8, 0); // checkSumAdjustment, while sums are taken
        for (qsizetype field = 20; field < 36; field += 4)
            writeWord(font, head + field, 0);
        writeWord(font, record + 4, checksum(font, head, headSize));
        writeWord(font, head + 8, magic - checksum(font, 0, font.size()));
        return;
    }
}

// What is replaced in the file, so that the table of offsets can follow.
struct Edit
{
    qsizetype at;
    qsizetype grown;
};

const QByteArray fontKey("/Length1 ");

class Repair
{
public:
    explicit Repair(QByteArray &pdf)
        : m_pdf(pdf)
    {}

    void run()
    {
        static const QRegularExpression fontStream(QStringLiteral(
            "^/Length1 (\\d+)\\s*/Length (\\d+) 0 R\\s*/Filter /FlateDecode\\s*>>\\s*stream\\n"));
        constexpr qsizetype most = 200; // bytes of such a head; the file may have a hundred million
        qsizetype grown = 0;            // by what has been mended before
        for (qsizetype at = m_pdf.indexOf(fontKey); at >= 0; at = m_pdf.indexOf(fontKey, at + 1)) {
            // Latin-1 keeps one character a byte, so that places are the same in both.
            const auto found = fontStream.match(QString::fromLatin1(m_pdf.mid(at, most)));
            if (!found.hasMatch())
                continue;
            const qsizetype size = m_pdf.size();
            mend(at + found.capturedEnd() - grown, found.captured(1).toUInt(), found.captured(2));
            grown += m_pdf.size() - size;
        }
        moveOffsets();
    }

private:
    qsizetype now(qsizetype original) const
    {
        qsizetype at = original;
        for (const Edit &edit : m_edits)
            at += edit.at < original ? edit.grown : 0;
        return at;
    }

    // Unpacks the font at an offset of the original file, takes its dates out and packs it again.
    void mend(qsizetype original, quint32 size, const QString &lengthObject)
    {
        const qsizetype start = now(original);
        const qsizetype end = m_pdf.indexOf("\nendstream", start);
        QByteArray packed(4, '\0'); // qUncompress wants the size before the stream
        qToBigEndian(size, packed.data());
        QByteArray font = qUncompress(packed + m_pdf.mid(start, end - start));
        if (end < 0 || font.isEmpty())
            return;
        undate(font);
        const QByteArray repacked = qCompress(font).mid(4);
        const QByteArray key = '\n' + lengthObject.toLatin1() + " 0 obj\n";
        const qsizetype objectStart = m_pdf.indexOf(key, end) + key.size();
        const qsizetype objectEnd = m_pdf.indexOf('\n', objectStart);
        if (objectStart < key.size() || objectEnd < 0)
            return;
        const qsizetype originalObject =
            objectStart - (start - original); // nothing between them has been edited
        const QByteArray length = QByteArray::number(repacked.size());
        m_pdf.replace(objectStart, objectEnd - objectStart, length); // the later one first
        m_pdf.replace(start, end - start, repacked);
        m_edits.append({original, repacked.size() - (end - start)});
        m_edits.append({originalObject, length.size() - (objectEnd - objectStart)});
    }

    // The cross-reference table has an entry of 20 bytes for each object: "0000028608 00000 n \n".
    void moveOffsets()
    {
        const qsizetype table = m_pdf.lastIndexOf("\nxref\n") + 1;
        static const QRegularExpression entry(QStringLiteral("(\\d{10}) 00000 n"));
        const QString text = QString::fromLatin1(m_pdf.mid(table));
        for (auto match = entry.globalMatch(text); match.hasNext();) {
            const QRegularExpressionMatch found = match.next();
            const qsizetype moved = now(found.captured(1).toLongLong());
            m_pdf.replace(table + found.capturedStart(1), 10,
                          QByteArray::number(moved).rightJustified(10, '0'));
        }
        const qsizetype start = m_pdf.lastIndexOf("startxref\n") + 10;
        m_pdf.replace(start, m_pdf.indexOf('\n', start) - start, QByteArray::number(table));
    }

    QByteArray &m_pdf;
    QList<Edit> m_edits; // at offsets of the original file
};

} // namespace

void settleDates(QByteArray &pdf, const QDateTime &created)
{
    setDocumentDate(pdf, created);
    Repair(pdf).run();
}

} // namespace entente::painting
