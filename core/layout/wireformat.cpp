#include "layout/wireformat.h"

#include <cmath>

namespace entente::layout::wire {

namespace {

class Encoder
{
public:
    Encoder &word(const char *word)
    {
        m_text += word;
        m_text += ' ';
        return *this;
    }
    Encoder &number(double value)
    {
        m_text += QByteArray::number(value, 'f', 3);
        m_text += ' ';
        return *this;
    }
    Encoder &count(qsizetype value)
    {
        m_text += QByteArray::number(value);
        m_text += ' ';
        return *this;
    }
    QByteArray text() const { return m_text; }

private:
    QByteArray m_text;
};

// Reads what Encoder wrote; once something doesn't fit, everything after it is refused too.
class Decoder
{
public:
    explicit Decoder(const QByteArray &text)
        : m_words(text.split(' '))
    {}

    bool word(const char *expected) { return check(next() == expected); }
    double number()
    {
        bool isNumber = false;
        const double value = next().toDouble(&isNumber);
        check(isNumber && std::isfinite(value));
        return value;
    }
    int index(int from, qsizetype below)
    {
        bool isNumber = false;
        const int value = next().toInt(&isNumber);
        check(isNumber && value >= from && value < below);
        return m_good ? value : 0;
    }
    // Every item takes a word at least, so a count beyond the words left is a lie.
    int count() { return index(0, m_words.size() - m_at + 1); }
    QSizeF size()
    {
        const double width = number();
        return {width, number()};
    }
    QPointF point()
    {
        const double x = number();
        return {x, number()};
    }
    bool isGood() const { return m_good; }

private:
    QByteArray next() { return m_at < m_words.size() ? m_words[m_at++] : QByteArray(); }
    bool check(bool condition)
    {
        m_good = m_good && condition;
        return m_good;
    }

    QByteArrayList m_words;
    qsizetype m_at = 0;
    bool m_good = true;
};

} // namespace

QByteArray encode(const Job &job)
{
    Encoder out;
    out.word("job").word(job.leftToRight ? "LR" : "TB");
    out.number(job.nodeSeparation).number(job.rankSeparation).number(job.clusterMargin);
    out.count(job.clusters.size());
    for (const Job::Cluster &cluster : job.clusters)
        out.count(cluster.parent).number(cluster.title.width()).number(cluster.title.height());
    out.count(job.boxes.size());
    for (const Job::Box &box : job.boxes)
        out.number(box.size.width()).number(box.size.height()).count(box.cluster);
    out.count(job.lines.size());
    for (const Job::Line &line : job.lines)
        out.count(line.tail).count(line.head);
    return out.text();
}

std::optional<Job> decodeJob(const QByteArray &text)
{
    Decoder in(text);
    Job job;
    if (!in.word("job"))
        return std::nullopt;
    job.leftToRight = text.mid(4, 2) == "LR";
    if (!in.word(job.leftToRight ? "LR" : "TB"))
        return std::nullopt;
    job.nodeSeparation = in.number();
    job.rankSeparation = in.number();
    job.clusterMargin = in.number();
    const int clusters = in.count();
    for (int i = 0; i < clusters && in.isGood(); ++i) {
        const int parent = in.index(-1, i);
        job.clusters.append({parent, in.size()});
    }
    const int boxes = in.count();
    for (int i = 0; i < boxes && in.isGood(); ++i) {
        const QSizeF size = in.size();
        job.boxes.append({size, in.index(-1, clusters)});
    }
    const int lines = in.count();
    for (int i = 0; i < lines && in.isGood(); ++i) {
        const int tail = in.index(0, boxes);
        job.lines.append({tail, in.index(0, boxes)});
    }
    return in.isGood() ? std::optional(job) : std::nullopt;
}

QByteArray encode(const Answer &answer)
{
    if (!answer.error.isEmpty())
        return "error " + answer.error.toUtf8();
    Encoder out;
    out.word("answer").count(answer.centres.size());
    for (QPointF centre : answer.centres)
        out.number(centre.x()).number(centre.y());
    out.count(answer.lines.size());
    for (const Curve &line : answer.lines) {
        out.count(line.points.size());
        for (QPointF point : line.points)
            out.number(point.x()).number(point.y());
    }
    return out.text();
}

std::optional<Answer> decodeAnswer(const QByteArray &text)
{
    Answer answer;
    if (text.startsWith("error ")) {
        answer.error = QString::fromUtf8(text.mid(6));
        return answer;
    }
    Decoder in(text);
    in.word("answer");
    const int centres = in.count();
    for (int i = 0; i < centres && in.isGood(); ++i)
        answer.centres.append(in.point());
    const int lines = in.count();
    for (int i = 0; i < lines && in.isGood(); ++i) {
        Curve curve;
        const int points = in.count();
        for (int k = 0; k < points && in.isGood(); ++k)
            curve.points.append(in.point());
        answer.lines.append(curve);
    }
    return in.isGood() ? std::optional(answer) : std::nullopt;
}

QByteArray frame(quint64 number, const QByteArray &payload)
{
    return "ENTENTE " + QByteArray::number(number) + ' ' + QByteArray::number(payload.size()) + '\n' +
           payload;
}

Framing takeFrame(QByteArray &buffer, Frame &frame)
{
    const qsizetype end = buffer.indexOf('\n');
    if (end < 0)
        return buffer.size() > longestHeader ? Framing::Broken : Framing::Incomplete;
    const QByteArrayList words = buffer.left(end).split(' ');
    bool isNumber = false;
    bool isSize = false;
    const quint64 number = words.value(1).toULongLong(&isNumber);
    const qlonglong size = words.value(2).toLongLong(&isSize);
    if (words.size() != 3 || words[0] != "ENTENTE" || !isNumber || !isSize || size < 0 || size > longestFrame)
        return Framing::Broken;
    if (buffer.size() < end + 1 + size)
        return Framing::Incomplete;
    frame = {number, buffer.mid(end + 1, qsizetype(size))};
    buffer.remove(0, end + 1 + qsizetype(size));
    return Framing::Complete;
}

} // namespace entente::layout::wire
