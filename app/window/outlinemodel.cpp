#include "window/outlinemodel.h"

#include "analysis/verdictwords.h"
#include "domain/naming.h"
#include "picture/appearance.h"

#include <QFont>
#include <QGuiApplication>
#include <QPainter>
#include <QPixmap>

#include <algorithm>

namespace entente::window {

using domain::ThingKind;
using domain::ThingRef;

OutlineModel::OutlineModel(const session::Session &session, QObject *parent)
    : QAbstractItemModel(parent)
    , m_session(session)
{
    rebuild();
}

void OutlineModel::rebuild(const std::optional<QSet<ThingRef>> &only)
{
    beginResetModel();
    m_only = only;
    m_nodes.clear();
    m_top.clear();
    m_at.clear();
    if (m_session.isOpen()) {
        addFirms();
        const QList<const domain::Agreement *> agreements = agreementsShown();
        for (domain::Heading heading : {domain::Heading::Agreements, domain::Heading::OwnershipAndControl,
                                        domain::Heading::Proceedings, domain::Heading::Policies})
            addAgreements(heading, agreements);
        addTerms();
        addSources();
    }
    for (int i = 0; !m_only && i < m_top.size(); ++i) {
        const Node &heading = m_nodes[size_t(m_top[i])];
        m_totals.insert(heading.heading, heading.count);
    }
    endResetModel();
}

void OutlineModel::refresh()
{
    for (int row = 0; row < rowCount(); ++row) {
        const QModelIndex section = index(row, 0);
        const int last = rowCount(section) - 1;
        if (last >= 0)
            Q_EMIT dataChanged(index(0, 0, section), index(last, ColumnCount - 1, section));
    }
}

int OutlineModel::add(int parent, const ThingRef &thing, const QString &heading)
{
    const int id = int(m_nodes.size());
    QList<int> &siblings = parent < 0 ? m_top : m_nodes[size_t(parent)].children;
    const int row = int(siblings.size());
    siblings.append(id);
    m_nodes.push_back({thing, heading, parent, row, 0, {}});
    for (int above = parent; above >= 0; above = m_nodes[size_t(above)].parent)
        ++m_nodes[size_t(above)].count;
    if (!thing.isNone())
        m_at.insert(thing, id);
    return id;
}

// In the scenario's order; those above a firm that is shown are shown too.
QList<const domain::Firm *> OutlineModel::firmsShown() const
{
    const domain::Scenario &scenario = m_session.scenario();
    QList<const domain::Firm *> firms;
    if (!m_only) {
        for (const domain::Firm &firm : scenario.firms)
            firms.append(&firm);
        return firms;
    }
    QSet<const domain::Firm *> shown;
    for (const ThingRef &thing : *m_only) {
        const domain::Firm *firm =
            thing.kind == ThingKind::Firm ? scenario.firm(domain::FirmId(thing.id)) : nullptr;
        for (; firm && !shown.contains(firm); firm = scenario.firm(firm->partOf))
            shown.insert(firm);
    }
    firms = shown.values();
    std::sort(firms.begin(), firms.end()); // they lie in one list
    return firms;
}

QList<const domain::Agreement *> OutlineModel::agreementsShown() const
{
    const domain::Scenario &scenario = m_session.scenario();
    QList<const domain::Agreement *> agreements;
    if (!m_only) {
        for (const domain::Agreement &agreement : scenario.agreements)
            agreements.append(&agreement);
        return agreements;
    }
    for (const ThingRef &thing : *m_only) {
        if (thing.kind == ThingKind::Agreement)
            agreements.append(scenario.agreement(domain::AgreementId(thing.id)));
    }
    agreements.removeAll(nullptr);
    std::sort(agreements.begin(), agreements.end());
    return agreements;
}

void OutlineModel::addFirms()
{
    const QList<const domain::Firm *> firms = firmsShown();
    if (firms.isEmpty())
        return;
    const int section = add(-1, {}, QStringLiteral("Firms and people"));
    // A part comes below its whole wherever it stands in the file.
    QMultiHash<domain::FirmId, domain::FirmId> parts;
    for (auto firm = firms.crbegin(); firm != firms.crend(); ++firm)
        parts.insert((*firm)->partOf, (*firm)->id); // a multi-hash gives the last inserted first
    QList<std::pair<domain::FirmId, int>> open;
    const auto push = [&](const domain::FirmId &whole, int node) {
        const QList<domain::FirmId> children = parts.values(whole);
        for (auto child = children.crbegin(); child != children.crend(); ++child)
            open.append({*child, node});
    };
    push({}, section);
    while (!open.isEmpty()) {
        const auto [firm, parent] = open.takeLast();
        push(firm, add(parent, ThingRef::of(firm)));
    }
}

void OutlineModel::addAgreements(domain::Heading heading, const QList<const domain::Agreement *> &agreements)
{
    int section = -1;
    for (const domain::Agreement *agreement : agreements) {
        if (agreement->heading() != heading)
            continue;
        if (section < 0)
            section = add(-1, {}, domain::toLabel(heading));
        add(section, ThingRef::of(agreement->id));
    }
}

void OutlineModel::addTerms()
{
    int section = -1;
    for (const domain::DefinedTerm &term : m_session.scenario().terms) {
        if (!isShown(ThingRef::of(term.id)))
            continue;
        if (section < 0)
            section = add(-1, {}, QStringLiteral("Defined terms"));
        add(section, ThingRef::of(term.id));
    }
}

void OutlineModel::addSources()
{
    int section = -1;
    for (const domain::Source &source : m_session.scenario().sources) {
        if (!isShown(ThingRef::of(source.id)))
            continue;
        if (section < 0)
            section = add(-1, {}, QStringLiteral("Sources"));
        add(section, ThingRef::of(source.id));
    }
}

QModelIndex OutlineModel::indexOf(const ThingRef &thing) const
{
    const ThingRef shown =
        thing.kind == ThingKind::Clause ? ThingRef::of(thing.clauseRef().agreement) : thing;
    const auto found = m_at.constFind(shown);
    return found == m_at.constEnd() ? QModelIndex()
                                    : createIndex(m_nodes[size_t(*found)].row, 0, quintptr(*found));
}

ThingRef OutlineModel::thingAt(const QModelIndex &index) const
{
    return index.isValid() ? m_nodes[size_t(index.internalId())].thing : ThingRef();
}

const QList<int> &OutlineModel::childrenOf(const QModelIndex &parent) const
{
    return parent.isValid() ? m_nodes[size_t(parent.internalId())].children : m_top;
}

QModelIndex OutlineModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, quintptr(childrenOf(parent)[row]));
}

QModelIndex OutlineModel::parent(const QModelIndex &index) const
{
    const int parent = index.isValid() ? m_nodes[size_t(index.internalId())].parent : -1;
    return parent < 0 ? QModelIndex() : createIndex(m_nodes[size_t(parent)].row, 0, quintptr(parent));
}

int OutlineModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : int(childrenOf(parent).size());
}

int OutlineModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

Qt::ItemFlags OutlineModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    return thingAt(index).isNone() ? Qt::ItemIsEnabled : Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

QVariant OutlineModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Node &node = m_nodes[size_t(index.internalId())];
    return node.thing.isNone() ? headingData(node, index.column(), role)
                               : thingData(node, index.column(), role);
}

QVariant OutlineModel::headingData(const Node &node, int column, int role) const
{
    if (column != Name)
        return {};
    const QString text = QStringLiteral("%1 · %2").arg(node.heading).arg(m_totals.value(node.heading));
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return text;
    if (role == Qt::FontRole) {
        QFont font;
        font.setWeight(QFont::DemiBold);
        return font;
    }
    if (role == Qt::ForegroundRole)
        return QColor::fromRgba(m_session.theme().palette.mutedText.value);
    return {};
}

QVariant OutlineModel::thingData(const Node &node, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return column == Name ? nameOf(node.thing) : detailOf(node.thing);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return inWords(node.thing);
    case Qt::DecorationRole:
        return column == Name ? decorationOf(node.thing) : QVariant();
    case Qt::ForegroundRole:
        return colourOf(node.thing, column);
    case Qt::TextAlignmentRole:
        return int(column == Name ? Qt::AlignLeft | Qt::AlignVCenter : Qt::AlignRight | Qt::AlignVCenter);
    case ThingRole:
        return node.thing.toString();
    default:
        return {};
    }
}

QString OutlineModel::nameOf(const ThingRef &thing) const
{
    const domain::Scenario &scenario = m_session.scenario();
    const QString name = domain::nameOf(scenario, thing);
    return thing.kind == ThingKind::Source ? QStringLiteral("%1  %2")
                                                 .arg(domain::numberOf(scenario, domain::SourceId(thing.id)))
                                                 .arg(name)
                                           : name;
}

// Each row asks: a search of all conflicts for every one would take as long as both together.
void OutlineModel::lookUpVerdicts() const
{
    const QList<analysis::Conflict> &conflicts = m_session.composition().conflicts;
    if (m_conflicts.isSharedWith(conflicts))
        return; // they are still the same
    m_conflicts = conflicts;
    m_verdicts.clear();
    for (const analysis::Conflict &conflict : conflicts) {
        for (const domain::ClauseRef *clause : {&conflict.prohibiting, &conflict.other}) {
            analysis::Verdict &gravest = m_verdicts[clause->agreement.text()];
            gravest = std::max(gravest, conflict.verdict);
        }
    }
}

std::optional<analysis::Verdict> OutlineModel::verdictOf(const ThingRef &thing) const
{
    lookUpVerdicts();
    const auto found = m_verdicts.constFind(thing.id);
    return found == m_verdicts.constEnd() ? std::nullopt : std::optional(*found);
}

QString OutlineModel::detailOf(const ThingRef &thing) const
{
    const domain::Agreement *agreement = thing.kind == ThingKind::Agreement
                                             ? m_session.scenario().agreement(domain::AgreementId(thing.id))
                                             : nullptr;
    if (!agreement)
        return {};
    const auto verdict = verdictOf(thing);
    const bool isCertain = verdict == analysis::Verdict::Conflict;
    const QString mark = !verdict ? QString() : isCertain ? QStringLiteral("◆") : QStringLiteral("◇");
    return QStringLiteral("%1 %2").arg(mark, factOf(*agreement)).trimmed();
}

QString OutlineModel::factOf(const domain::Agreement &agreement) const
{
    if (const domain::Amount *amount = domain::mainAmount(agreement))
        return domain::toShortText(*amount, m_session.theme().numbers);
    return agreement.status && *agreement.status != domain::Status::InForce
               ? domain::toReadable(domain::toWord(*agreement.status))
               : QString();
}

QString OutlineModel::inWords(const ThingRef &thing) const
{
    const domain::Scenario &scenario = m_session.scenario();
    if (const domain::Firm *firm = scenario.firm(domain::FirmId(thing.id));
        firm && thing.kind == ThingKind::Firm)
        return QStringLiteral("%1, %2").arg(firm->name, domain::toReadable(domain::toWord(firm->kind)));
    const domain::Agreement *agreement = scenario.agreement(domain::AgreementId(thing.id));
    if (thing.kind == ThingKind::Term)
        return QStringLiteral("Defined term: %1").arg(nameOf(thing));
    if (!agreement || thing.kind != ThingKind::Agreement)
        return QStringLiteral("Source %1").arg(nameOf(thing));
    QStringList words{agreement->title, domain::kindInWords(agreement->kind)};
    for (const domain::Amount &amount : agreement->amounts) {
        if (amount.partOf.isEmpty() || !amount.partOfAgreement.isEmpty())
            words.append(domain::toShortText(amount));
    }
    if (agreement->status)
        words.append(domain::toReadable(domain::toWord(*agreement->status)));
    for (const domain::Party &party : agreement->parties)
        words.append(scenario.nameOf(party.firm));
    if (const auto verdict = verdictOf(thing)) {
        words.append(analysis::toVerb(*verdict) + QStringLiteral(" another clause"));
    }
    return words.join(QStringLiteral(", "));
}

QVariant OutlineModel::decorationOf(const ThingRef &thing) const
{
    const domain::Firm *firm =
        thing.kind == ThingKind::Firm ? m_session.scenario().firm(domain::FirmId(thing.id)) : nullptr;
    if (!firm)
        return {};
    constexpr int size = 10;
    QPixmap mark(QSize(size, size) * qApp->devicePixelRatio());
    mark.setDevicePixelRatio(qApp->devicePixelRatio());
    mark.fill(Qt::transparent);
    QPainter painter(&mark);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor::fromRgba(m_session.theme().palette.kinds.value(firm->kind).value));
    if (firm->kind == domain::FirmKind::Person)
        painter.drawEllipse(QRectF(1, 1, 8, 8));
    else
        painter.drawRoundedRect(QRectF(1, 1, 8, 8), 2, 2);
    return mark;
}

QVariant OutlineModel::colourOf(const ThingRef &thing, int column) const
{
    const picture::Palette &palette = m_session.theme().palette;
    if (column == Detail)
        return QColor::fromRgba(
            (thing.kind == ThingKind::Agreement && verdictOf(thing) ? palette.conflict : palette.mutedText)
                .value);
    const domain::Agreement *agreement = thing.kind == ThingKind::Agreement
                                             ? m_session.scenario().agreement(domain::AgreementId(thing.id))
                                             : nullptr;
    if (agreement && picture::isFaded(*agreement, m_session.asOf()))
        return QColor::fromRgba(palette.fadedText.value);
    return {};
}

} // namespace entente::window
