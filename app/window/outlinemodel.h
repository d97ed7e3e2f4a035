#pragma once

#include "session/session.h"

#include <QAbstractItemModel>
#include <QSet>

#include <optional>
#include <vector>

namespace entente::window {

// The open scenario as a tree: firms and people by what they are part of, agreements under their four
// headings, defined terms, sources. It is how a keyboard and a screen reader use the graph, so every row says
// in words what the picture shows.
class OutlineModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { Name, Detail, ColumnCount };
    enum { ThingRole = Qt::UserRole }; // domain::ThingRef::toString()

    explicit OutlineModel(const session::Session &session, QObject *parent = nullptr);

    // Another scenario, or some of its things only, with what they lie under; none given: all.
    void rebuild(const std::optional<QSet<domain::ThingRef>> &only = {});
    void refresh();                                           // the same things, another date or theme
    QModelIndex indexOf(const domain::ThingRef &thing) const; // of a clause, its agreement's
    qsizetype size() const { return qsizetype(m_nodes.size()); }
    domain::ThingRef thingAt(const QModelIndex &index) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    // Level by level: the children of one node follow each other.
    struct Node
    {
        domain::ThingRef thing; // none for a heading
        int parent = -1;
        int firstChild = 0;
        int childCount = 0;
    };
    using Things = std::vector<domain::ThingRef>;
    struct Section
    {
        QString heading;
        Things things;     // next below it
        qsizetype all = 0; // with those below them
    };
    using Parts = QHash<domain::FirmId, Things>; // by the whole

    void addChildren(int parent, const Things &things);
    QList<const domain::Firm *> firmsShown() const;
    QList<const domain::Agreement *> agreementsShown() const;
    bool isShown(const domain::ThingRef &thing) const { return !m_only || m_only->contains(thing); }
    Section firms(Parts &parts) const;
    std::vector<Section> agreements() const;
    Section terms() const;
    Section sources() const;
    QModelIndex indexOf(int node) const;
    QVariant headingData(int section, int column, int role) const;
    QVariant thingData(const Node &node, int column, int role) const;
    QString nameOf(const domain::ThingRef &thing) const;
    QString detailOf(const domain::ThingRef &thing) const;
    QString factOf(const domain::Agreement &agreement) const; // its amount, else its status
    QString inWords(const domain::ThingRef &thing) const;
    QVariant decorationOf(const domain::ThingRef &thing) const;
    QVariant colourOf(const domain::ThingRef &thing, int column) const;
    void lookUpVerdicts() const;
    std::optional<analysis::Verdict> verdictOf(const domain::ThingRef &thing) const;

    const session::Session &m_session;
    std::vector<Node> m_nodes; // the sections' headings first
    QStringList m_headings;
    mutable QHash<domain::ThingRef, int> m_at;            // filled when a thing is first asked for
    mutable QList<analysis::Conflict> m_conflicts;        // that the verdicts are of
    mutable QHash<QString, analysis::Verdict> m_verdicts; // the gravest of each agreement that is in conflict
    std::optional<QSet<domain::ThingRef>> m_only;
    QHash<QString, qsizetype> m_totals; // under each heading, also where only some are shown
};

} // namespace entente::window
