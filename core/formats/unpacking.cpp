#include "formats/unpacking.h"

#include <algorithm>
#include <limits>
#include <zlib.h>

namespace entente::formats {

namespace {

constexpr int anyGzipWindow = 15 + 16; // zlib's way to say: the largest window, in a gzip wrapper

Outcome<QByteArray> refusePacked(const QString &path, const char *code, const QString &message,
                                 const QString &hint = {}, Cause cause = Cause::Input)
{
    Outcome<QByteArray> outcome;
    outcome.problems.add(
        {Severity::Error, cause, QString::fromLatin1(code), {path, 0, 0}, {}, message, hint});
    return outcome;
}

// zlib's inflater, for the time of one unpacking.
class Inflater
{
public:
    explicit Inflater(QByteArrayView packed)
        : m_left(packed)
    {
        m_ready = inflateInit2(&m_stream, anyGzipWindow) == Z_OK;
    }
    ~Inflater()
    {
        if (m_ready)
            inflateEnd(&m_stream);
    }
    Inflater(const Inflater &) = delete;
    Inflater &operator=(const Inflater &) = delete;

    // Fills `buffer` as far as it goes; how many bytes there were, and zlib's answer.
    struct Step
    {
        qsizetype written = 0;
        int answer = Z_STREAM_ERROR;
    };
    Step step(QByteArray &buffer)
    {
        if (!m_ready)
            return {};
        const auto most = qsizetype(std::numeric_limits<uInt>::max());
        const auto given = uInt(std::min(m_left.size(), most));
        m_stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(m_left.data()));
        m_stream.avail_in = given;
        m_stream.next_out = reinterpret_cast<Bytef *>(buffer.data());
        m_stream.avail_out = uInt(buffer.size());
        const int answer = inflate(&m_stream, Z_NO_FLUSH);
        m_left = m_left.sliced(qsizetype(given - m_stream.avail_in));
        return {buffer.size() - qsizetype(m_stream.avail_out), answer};
    }
    // A gzip file may hold several members; what else follows the last one is no part of it.
    bool beginNextMember() { return isGzip(m_left) && inflateReset(&m_stream) == Z_OK; }
    bool hasMore() const { return !m_left.isEmpty(); }

private:
    z_stream m_stream{};
    QByteArrayView m_left;
    bool m_ready = false;
};

} // namespace

bool isGzip(QByteArrayView bytes)
{
    return bytes.startsWith("\x1f\x8b");
}

QString unpackedName(const QString &path)
{
    const QLatin1String ending(".gz");
    return path.endsWith(ending, Qt::CaseInsensitive) ? path.chopped(ending.size()) : path;
}

Outcome<QByteArray> unpackGzip(const QByteArray &bytes, const QString &path, qint64 mostBytes)
{
    if (!isGzip(bytes))
        return {bytes, {}};
    constexpr qsizetype bufferSize = 1 << 18;
    QByteArray buffer(bufferSize, Qt::Uninitialized);
    QByteArray unpacked;
    Inflater inflater(bytes);
    for (;;) {
        const Inflater::Step step = inflater.step(buffer);
        if (unpacked.size() + step.written > mostBytes) {
            return refusePacked(
                path, "too-large",
                QStringLiteral("the file unpacks to more than the limit of %1 bytes").arg(mostBytes), {},
                Cause::Limit);
        }
        unpacked.append(buffer.constData(), step.written);
        if (step.answer == Z_STREAM_END && !inflater.beginNextMember())
            return {unpacked, {}};
        const bool starved =
            step.answer == Z_BUF_ERROR || (step.answer == Z_OK && step.written == 0 && !inflater.hasMore());
        if (starved) {
            return refusePacked(path, "truncated",
                                QStringLiteral("the file is packed with gzip and cut short"),
                                QStringLiteral("fetch it again"));
        }
        if (step.answer != Z_OK && step.answer != Z_STREAM_END) {
            return refusePacked(path, "damaged", QStringLiteral("the file is packed with gzip and damaged"),
                                QStringLiteral("fetch it again"));
        }
    }
}

} // namespace entente::formats
