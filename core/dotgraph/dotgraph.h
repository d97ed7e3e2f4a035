#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

// What a DOT file says, as plain values: made by the worker, which alone has Graphviz, and read by formats.
namespace entente::dot {

// From 1; 0 is unknown. Columns are code points.
struct Position
{
    int line = 0;
    int column = 0;
    bool operator==(const Position &) const = default;
};

struct Attribute
{
    QString name;
    QString value;
    bool isHtml = false; // written in angle brackets
    bool operator==(const Attribute &) const = default;
};
using Attributes = QList<Attribute>; // those that aren't empty, defaults included

struct Cluster
{
    QString name;
    int parent = -1; // its number in the graph; one before it
    Position at;
    Attributes attributes; // its own, not those of the graph around it
    bool operator==(const Cluster &) const = default;
};

struct Node
{
    QString name;
    int cluster = -1; // the innermost one that names it
    Position at;
    Attributes attributes;
    bool operator==(const Node &) const = default;
};

struct Edge
{
    int tail = 0; // numbers of nodes
    int head = 0;
    Position at;
    Attributes attributes;
    bool operator==(const Edge &) const = default;
};

struct Graph
{
    QString name; // empty where it has none
    bool isDirected = false;
    Attributes attributes;
    QList<Cluster> clusters;
    QList<Node> nodes;
    QList<Edge> edges;
    bool operator==(const Graph &) const = default;
};

// What Graphviz has to say.
struct Message
{
    enum class Kind { Warning, Error, Limit };
    Kind kind = Kind::Warning;
    Position at;
    QString text;
    bool operator==(const Message &) const = default;
};

// Of a whole file. With an error among the messages the graphs aren't whole.
struct Parsed
{
    QList<Graph> graphs;
    QList<Message> messages;
    bool operator==(const Parsed &) const = default;
};

// The form in which it leaves the worker: every text once, then numbers. Nothing where a text is no such
// form.
QByteArray encode(const Parsed &parsed);
std::optional<Parsed> decode(const QByteArray &bytes);

// A job for the worker that asks for it: the text of a file, as UTF-8.
QByteArray encodeJob(const QByteArray &utf8);
std::optional<QByteArray> decodeJob(const QByteArray &bytes);

} // namespace entente::dot
