#include "formats/pajekreader.h"

#include "formats/graphtables.h"
#include "formats/pajeklines.h"

#include <algorithm>

namespace entente::formats {

namespace {

using document::Position;

class PajekReader
{
public:
    PajekReader(const ForeignFile &file, QByteArrayView text)
        : m_lines(text)
        , m_tables(file, QStringLiteral("Pajek"))
        , m_mostEdges(file.options.limits.values / leastValuesOfEdge)
    {}

    void tell(const ProblemList &problems) { m_tables.draft().problems.append(problems); }

    Outcome<document::Document> read()
    {
        PajekLine line;
        while (!m_isStopped && m_lines.next(line)) {
            if (line.isHeading())
                begin(line);
            else if (m_row)
                (this->*m_row)(line);
            else if (!m_isLeftOut)
                warn(QStringLiteral("row-not-used"), line.words.front(),
                     QStringLiteral("this line is in no section; it is left out"));
        }
        endNetwork();
        return m_tables.finish(m_title);
    }

private:
    static constexpr qint64 leastValuesOfEdge = 5;

    // A vertex in the making: partitions and vectors that follow give it attributes.
    struct Vertex
    {
        Cell label;
        Position at;
        bool isTied = false; // or has a line of its own
        GraphTables::Attributes attributes;
    };

    void warn(const QString &code, const Cell &at, const QString &message)
    {
        m_tables.draft().warn(code, at.at, message);
    }

    // ---- sections

    void begin(const PajekLine &line)
    {
        const QString section = line.words.front().text.toLower();
        m_row = nullptr;
        m_isLeftOut = false;
        if (section == QLatin1String("*network"))
            beginNetwork(line);
        else if (section == QLatin1String("*vertices"))
            beginVertices(line);
        else if (section == QLatin1String("*partition") || section == QLatin1String("*vector"))
            beginValues(line);
        else if (!beginTies(section, line))
            leaveOut(line);
    }

    void beginNetwork(const PajekLine &line)
    {
        endNetwork();
        const QString name = line.textFrom(1);
        if (m_title.isEmpty())
            m_title = name;
    }

    // Of a network, of its partition or of its vector, whichever was named before.
    void beginVertices(const PajekLine &line)
    {
        const auto count = line.numberAt(1);
        if (!count || *count < 0) {
            m_tables.draft().error(QStringLiteral("no-count"), line.words.front().at,
                                   QStringLiteral("it isn't said how many vertices there are"),
                                   QStringLiteral("expected *Vertices and their number"));
            m_isStopped = true;
            return;
        }
        if (!m_values.isEmpty()) {
            m_row = &PajekReader::readValue;
            return;
        }
        if (m_hasVertices)
            endNetwork();
        m_hasVertices = true;
        m_count = *count;
        m_firstMode = line.numberAt(2).value_or(0);
        m_row = &PajekReader::readVertex;
    }

    void beginValues(const PajekLine &line)
    {
        m_values = line.textFrom(1);
        if (m_values.isEmpty())
            m_values = line.words.front().text.mid(1);
        m_valueAt = 0;
    }

    bool beginTies(const QString &section, const PajekLine &line)
    {
        static const QHash<QString, void (PajekReader::*)(const PajekLine &)> rows{
            {QStringLiteral("*arcs"), &PajekReader::readTie},
            {QStringLiteral("*edges"), &PajekReader::readTie},
            {QStringLiteral("*arcslist"), &PajekReader::readTieList},
            {QStringLiteral("*edgeslist"), &PajekReader::readTieList},
            {QStringLiteral("*matrix"), &PajekReader::readMatrixRow},
        };
        m_row = rows.value(section);
        if (!m_row)
            return false;
        m_values.clear();
        const bool isMatrix = section == QLatin1String("*matrix");
        m_isDirected = section.startsWith(QLatin1String("*arcs")) || (isMatrix && m_firstMode == 0);
        m_matrixRow = 0;
        m_relation =
            line.words.size() > 1 && line.words[1].text.startsWith(u':') ? line.textFrom(2) : QString();
        if (line.words.size() > 1 && line.words[1].text.startsWith(u':') && !m_relation.isEmpty())
            m_relations.insert(line.words[1].text.mid(1), m_relation);
        return true;
    }

    void leaveOut(const PajekLine &line)
    {
        m_isLeftOut = true;
        warn(QStringLiteral("section-left-out"), line.words.front(),
             QStringLiteral("the section \"%1\" is left out").arg(line.words.front().text.left(60)));
    }

    // ---- vertices

    // The vertex of that number; null, with a warning that `what` is left out, where the network has none.
    Vertex *vertexAt(const Cell &word, const char *what = "the tie")
    {
        bool isNumber = false;
        const qint64 number = word.text.toLongLong(&isNumber);
        if (!isNumber || number < 1 || number > m_count) {
            warn(QStringLiteral("no-such-vertex"), word,
                 QStringLiteral("\"%1\" is no vertex: they are numbered from 1 to %2; %3 is left out")
                     .arg(word.text.left(60))
                     .arg(m_count)
                     .arg(QLatin1String(what)));
            return nullptr;
        }
        return &m_vertices.try_emplace(number, Vertex{{}, word.at, false, {}}).first->second;
    }

    void readVertex(const PajekLine &line)
    {
        Vertex *vertex = vertexAt(line.words.front(), "the line");
        if (!vertex)
            return;
        vertex->at = line.words.front().at;
        vertex->isTied = true;
        if (line.words.size() < 2)
            return;
        vertex->label = line.words[1];
        for (size_t i = 2; i < line.words.size(); ++i) {
            if (line.words[i].text.startsWith(u'[')) // when it is there, by numbers that are no dates
                vertex->attributes.push_back({QStringLiteral("time"), line.words[i]});
        }
        if (m_firstMode > 0) {
            const bool isFirst = line.numberAt(0).value_or(0) <= m_firstMode;
            vertex->attributes.push_back(
                {QStringLiteral("mode"), {isFirst ? QStringLiteral("1") : QStringLiteral("2"), vertex->at}});
        }
    }

    void readValue(const PajekLine &line)
    {
        const auto vertex = m_vertices.find(++m_valueAt);
        if (vertex != m_vertices.end())
            vertex->second.attributes.push_back({m_values, line.words.front()});
    }

    // ---- ties

    void addTie(const Cell &from, const Cell &to, GraphTables::Attributes attributes, const Cell &label = {})
    {
        Vertex *first = vertexAt(from);
        Vertex *second = first ? vertexAt(to) : nullptr;
        if (!second)
            return;
        first->isTied = true;
        second->isTied = true;
        GraphTables::Edge edge{{{}, from.at}, label, {from, to}, m_isDirected, std::move(attributes)};
        m_edges.push_back(std::move(edge));
        m_isStopped = m_isStopped || qint64(m_edges.size()) > m_mostEdges; // which the tables then refuse
    }

    GraphTables::Attributes attributesOf(const Cell &at, const QString &relation) const
    {
        GraphTables::Attributes attributes;
        if (!relation.isEmpty())
            attributes.push_back({QStringLiteral("kind"), {relation, at.at}});
        return attributes;
    }

    // "1 2 3.5 l "label"", or "2: 1 2 3.5" where each tie says which relation it is of.
    void readTie(const PajekLine &line)
    {
        const QString first = line.words.front().text;
        const size_t at = first.endsWith(u':') ? 1 : 0;
        if (line.words.size() < at + 2) {
            warn(QStringLiteral("row-not-used"), line.words.front(),
                 QStringLiteral("this line can't be used: it names fewer than two vertices"));
            return;
        }
        const QString number = first.chopped(at ? 1 : 0);
        auto attributes =
            attributesOf(line.words.front(), at ? m_relations.value(number, number) : m_relation);
        Cell label;
        for (size_t i = at + 2; i < line.words.size(); ++i) {
            const Cell &word = line.words[i];
            if (i == at + 2 && PajekLine::isNumber(word.text))
                attributes.push_back({QStringLiteral("weight"), word});
            else if (word.text.startsWith(u'['))
                attributes.push_back({QStringLiteral("time"), word});
            else if (word.text == QLatin1String("l") && i + 1 < line.words.size())
                label = line.words[i + 1];
        }
        addTie(line.words[at], line.words[at + 1], std::move(attributes), label);
    }

    void readTieList(const PajekLine &line)
    {
        for (size_t i = 1; i < line.words.size() && !m_isStopped; ++i)
            addTie(line.words.front(), line.words[i], attributesOf(line.words[i], m_relation));
    }

    // Of a two-mode network rows are of the first mode, columns of the second.
    void readMatrixRow(const PajekLine &line)
    {
        ++m_matrixRow;
        const auto vertex = [](qint64 number, const Cell &at) {
            return Cell{QString::number(number), at.at, true};
        };
        for (size_t i = 0; i < line.words.size() && !m_isStopped; ++i) {
            const Cell &value = line.words[i];
            if (!PajekLine::isNumber(value.text)) {
                warn(QStringLiteral("no-number"), value,
                     QStringLiteral("\"%1\" is no number; it is left out").arg(value.text.left(60)));
                continue;
            }
            if (value.text.toDouble() == 0)
                continue;
            auto attributes = attributesOf(value, m_relation);
            if (value.text != QLatin1String("1"))
                attributes.push_back({QStringLiteral("weight"), value});
            addTie(vertex(m_matrixRow, value), vertex(m_firstMode + qint64(i) + 1, value),
                   std::move(attributes));
        }
    }

    // ---- a whole network

    // A vertex of a later network is the earlier one of its number if they are called the same.
    Cell keyOf(qint64 number, const Vertex &vertex)
    {
        const QString plain = QString::number(number);
        const auto known = m_labels.constFind(plain);
        if (known == m_labels.constEnd() || *known == vertex.label.text) {
            m_labels.insert(plain, vertex.label.text);
            return {plain, vertex.at, true};
        }
        return {QStringLiteral("%1:%2").arg(m_network).arg(number), vertex.at};
    }

    void endNetwork()
    {
        addVertices();
        for (GraphTables::Edge &edge : m_edges) {
            for (Cell &end : edge.ends)
                end.text = m_keyOf.value(end.text);
            if (!m_tables.add(std::move(edge))) {
                m_isStopped = true;
                return;
            }
        }
        m_network += m_hasVertices ? 1 : 0;
        m_vertices.clear();
        m_edges.clear();
        m_keyOf.clear();
        m_relations.clear();
        m_values.clear();
        m_hasVertices = false;
        m_count = m_firstMode = 0;
    }

    void addVertices()
    {
        qint64 named = 0;
        for (auto &[number, vertex] : m_vertices) {
            ++named;
            const Cell key = keyOf(number, vertex);
            m_keyOf.insert(QString::number(number), key.text);
            if (m_added.contains(key.text))
                continue;
            m_added.insert(key.text);
            if (!m_tables.add(GraphTables::Node{key, vertex.label, {}, std::move(vertex.attributes)})) {
                m_isStopped = true;
                return;
            }
        }
        if (m_hasVertices && named < m_count)
            m_tables.draft().warn(
                QStringLiteral("vertices-left-out"), {},
                QStringLiteral("%1 of %2 vertices have neither a line nor a tie; they are left out")
                    .arg(m_count - named)
                    .arg(m_count));
    }

    PajekLines m_lines;
    GraphTables m_tables;
    qint64 m_mostEdges;
    QString m_title;
    void (PajekReader::*m_row)(const PajekLine &) = nullptr; // reads the lines of the section
    bool m_isLeftOut = false;
    bool m_isStopped = false;
    // ---- of the network
    bool m_hasVertices = false;
    qint64 m_count = 0;
    qint64 m_firstMode = 0; // how many vertices are of the first of two modes; 0 where there is one
    int m_network = 1;
    std::map<qint64, Vertex> m_vertices;
    std::vector<GraphTables::Edge> m_edges;
    // ---- of the section
    bool m_isDirected = true;
    QString m_relation;
    QHash<QString, QString> m_relations; // by number
    qint64 m_matrixRow = 0;
    QString m_values; // the name of a partition or vector
    qint64 m_valueAt = 0;
    // ---- of all networks
    QHash<QString, QString> m_labels; // of vertices, by number
    QHash<QString, QString> m_keyOf;  // by number, in this network
    QSet<QString> m_added;
};

} // namespace

Likeness recognisePajek(QByteArrayView bytes)
{
    constexpr qsizetype looked = 1 << 16;
    static const QStringList sections{QStringLiteral("*network"),  QStringLiteral("*vertices"),
                                      QStringLiteral("*arcs"),     QStringLiteral("*edges"),
                                      QStringLiteral("*matrix"),   QStringLiteral("*arcslist"),
                                      QStringLiteral("*edgeslist")};
    if (bytes.startsWith("\xef\xbb\xbf"))
        bytes = bytes.sliced(3);
    PajekLines lines(bytes.first(std::min(bytes.size(), looked)));
    PajekLine line;
    return lines.next(line) && sections.contains(line.words.front().text.toLower()) ? Likeness::Yes
                                                                                    : Likeness::Maybe;
}

Outcome<document::Document> readPajek(const ForeignFile &file)
{
    const Outcome<QByteArray> text =
        tableText(file.bytes.toByteArray(), file.path, QStringLiteral("network in Pajek's format"));
    if (!text)
        return {std::nullopt, text.problems};
    PajekReader reader(file, *text.value);
    reader.tell(text.problems);
    return reader.read();
}

} // namespace entente::formats
