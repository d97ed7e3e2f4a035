#pragma once

#include "layout/geometry.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace entente::layout::wire {

// What the worker is asked: one `dot` layout of fixed-size boxes. Lengths in pixels; the worker takes one for
// one point.
struct Job
{
    struct Cluster
    {
        int parent = -1;
        QSizeF title;
    };
    struct Box
    {
        QSizeF size;
        int cluster = -1;
    };
    struct Line
    {
        int tail = 0;
        int head = 0;
    };
    bool leftToRight = false;
    double nodeSeparation = 18;
    double rankSeparation = 36;
    double clusterMargin = 10;
    QList<Cluster> clusters;
    QList<Box> boxes;
    QList<Line> lines;
};

// What it answers: centres and splines, y downwards; or a sentence that says why not.
struct Answer
{
    QString error;
    QList<QPointF> centres;
    QList<Curve> lines; // from tail to head; empty where Graphviz drew none
};

// Plain text, numbers apart by blanks; nothing in it is anybody's name.
QByteArray encode(const Job &job);
QByteArray encode(const Answer &answer);
std::optional<Job> decodeJob(const QByteArray &text);
std::optional<Answer> decodeAnswer(const QByteArray &text);

// A frame is "ENTENTE <number> <bytes>\n" and then so many bytes.
constexpr qsizetype longestHeader = 64;
constexpr qsizetype longestFrame = 64 << 20;
QByteArray frame(quint64 number, const QByteArray &payload);
struct Frame
{
    quint64 number = 0;
    QByteArray payload;
};
enum class Framing { Incomplete, Complete, Broken };
// Takes a whole frame from the front of `buffer`.
Framing takeFrame(QByteArray &buffer, Frame &frame);

} // namespace entente::layout::wire
