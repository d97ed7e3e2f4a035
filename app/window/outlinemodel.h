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
    struct Node
    {
        domain::ThingRef thing; // none for a heading
        QString heading;
        int parent = -1;
        int row = 0;
        int count = 0; // of all things below it
        QList<int> children;
    };

    int add(int parent, const domain::ThingRef &thing, const QString &heading = {});
    QList<const domain::Firm *> firmsShown() const;
    QList<const domain::Agreement *> agreementsShown() const;
    bool isShown(const domain::ThingRef &thing) const { return !m_only || m_only->contains(thing); }
    void addFirms();
    void addAgreements(domain::Heading heading, const QList<const domain::Agreement *> &agreements);
    void addTerms();
    void addSources();
    const QList<int> &childrenOf(const QModelIndex &parent) const;
    QVariant headingData(const Node &node, int column, int role) const;
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
    std::vector<Node> m_nodes;
    QList<int> m_top;
    QHash<domain::ThingRef, int> m_at;
    mutable QList<analysis::Conflict> m_conflicts;        // that the verdicts are of
    mutable QHash<QString, analysis::Verdict> m_verdicts; // the gravest of each agreement that is in conflict
    std::optional<QSet<domain::ThingRef>> m_only;
    QHash<QString, int> m_totals; // under each heading, also where only some are shown
};

} // namespace entente::window
