#pragma once

#include "dotgraph/dotgraph.h"

namespace entente::formats {

// What stands for names in a label: "\N" of the node, "\G" of the graph, "\T" and "\H" of tail and head.
struct DotNames
{
    QString node;
    QString graph;
    QString tail;
    QString head;
};

// The text of the attribute "label", on one line: of HTML its text, of a record its fields, escapes and
// entities decoded. Empty where there is none, or where it is the node's name, as Graphviz has it by default.
QString dotLabel(const dot::Attributes &attributes, const DotNames &names);

// A text in quotes as it is meant: cgraph leaves two backslashes as they stand.
QString dotText(const QString &text);

// What Graphviz says without the line, which the place has.
QString withoutLine(const QString &message);

// Whether a text begins as DOT does: "strict", "graph" or "digraph", a name or none, and a brace.
bool beginsLikeDot(QByteArrayView bytes);

} // namespace entente::formats
