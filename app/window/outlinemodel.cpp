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
    m_headings.clear();
    m_at.clear();
    Parts parts;
    std::vector<Section> sections;
    if (m_session.isOpen()) {
        sections = agreements();
        sections.insert(sections.begin(), firms(parts));
        sections.push_back(terms());
        sections.push_back(sources());
        std::erase_if(sections, [](const Section &section) { return section.things.empty(); });
    }
    m_nodes.resize(sections.size());
    for (size_t i = 0; i < sections.size(); ++i) {
        m_headings.append(sections[i].heading);
        if (!m_only)
            m_totals.insert(sections[i].heading, sections[i].all);
        addChildren(int(i), sections[i].things);
    }
    for (size_t i = 0; !parts.isEmpty() && i < m_nodes.size(); ++i) {
        if (m_nodes[i].thing.kind == ThingKind::Firm)
            addChildren(int(i), parts.take(domain::FirmId(m_nodes[i].thing.id)));
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

void OutlineModel::addChildren(int parent, const Things &things)
{
    m_nodes[size_t(parent)].firstChild = int(m_nodes.size());
    m_nodes[size_t(parent)].childCount = int(things.size());
    for (const ThingRef &thing : things)
        m_nodes.push_back({thing, parent, 0, 0});
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

// A part comes below its whole wherever it stands in the file.
OutlineModel::Section OutlineModel::firms(Parts &parts) const
{
    Section section{QStringLiteral("Firms and people"), {}, 0};
    for (const domain::Firm *firm : firmsShown()) {
        Things &siblings = firm->partOf.isEmpty() ? section.things : parts[firm->partOf];
        siblings.push_back(ThingRef::of(firm->id));
        ++section.all;
    }
    return section;
}

std::vector<OutlineModel::Section> OutlineModel::agreements() const
{
    std::vector<Section> sections;
    for (domain::Heading heading : {domain::Heading::Agreements, domain::Heading::OwnershipAndControl,
                                    domain::Heading::Proceedings, domain::Heading::Policies})
        sections.push_back({domain::toLabel(heading), {}, 0});
    for (const domain::Agreement *agreement : agreementsShown()) {
        Section &section = sections[size_t(agreement->heading())];
        section.things.push_back(ThingRef::of(agreement->id));
        ++section.all;
    }
    return sections;
}

OutlineModel::Section OutlineModel::terms() const
{
    Section section{QStringLiteral("Defined terms"), {}, 0};
    for (const domain::DefinedTerm &term : m_session.scenario().terms) {
        if (isShown(ThingRef::of(term.id)))
            section.things.push_back(ThingRef::of(term.id));
    }
    section.all = qsizetype(section.things.size());
    return section;
}

OutlineModel::Section OutlineModel::sources() const
{
    Section section{QStringLiteral("Sources"), {}, 0};
    for (const domain::Source &source : m_session.scenario().sources) {
        if (isShown(ThingRef::of(source.id)))
            section.things.push_back(ThingRef::of(source.id));
    }
    section.all = qsizetype(section.things.size());
    return section;
}

QModelIndex OutlineModel::indexOf(const ThingRef &thing) const
{
    if (thing.isNone())
        return {};
    if (m_at.isEmpty()) {
        m_at.reserve(size());
        for (int node = int(m_headings.size()); node < int(m_nodes.size()); ++node)
            m_at.insert(m_nodes[size_t(node)].thing, node);
    }
    const ThingRef shown =
        thing.kind == ThingKind::Clause ? ThingRef::of(thing.clauseRef().agreement) : thing;
    return indexOf(m_at.value(shown, -1));
}

QModelIndex OutlineModel::indexOf(int node) const
{
    if (node < 0)
        return {};
    const int parent = m_nodes[size_t(node)].parent;
    return createIndex(parent < 0 ? node : node - m_nodes[size_t(parent)].firstChild, 0, quintptr(node));
}

ThingRef OutlineModel::thingAt(const QModelIndex &index) const
{
    return index.isValid() ? m_nodes[size_t(index.internalId())].thing : ThingRef();
}

QModelIndex OutlineModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    const int first = parent.isValid() ? m_nodes[size_t(parent.internalId())].firstChild : 0;
    const int node = first + row;
    return createIndex(row, column, quintptr(node));
}

QModelIndex OutlineModel::parent(const QModelIndex &index) const
{
    return index.isValid() ? indexOf(m_nodes[size_t(index.internalId())].parent) : QModelIndex();
}

int OutlineModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_headings.size());
    return parent.column() > 0 ? 0 : m_nodes[size_t(parent.internalId())].childCount;
}

int OutlineModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

Qt::ItemFlags OutlineModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Node &node = m_nodes[size_t(index.internalId())];
    Qt::ItemFlags flags = Qt::ItemIsEnabled;
    flags.setFlag(Qt::ItemIsSelectable, !node.thing.isNone());
    flags.setFlag(Qt::ItemNeverHasChildren,
                  node.childCount == 0); // else a view keeps each row as an open one
    return flags;
}

QVariant OutlineModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Node &node = m_nodes[size_t(index.internalId())];
    return node.thing.isNone() ? headingData(index.row(), index.column(), role)
                               : thingData(node, index.column(), role);
}

QVariant OutlineModel::headingData(int section, int column, int role) const
{
    if (column != Name)
        return {};
    const QString &heading = m_headings.at(section);
    const QString text = QStringLiteral("%1 · %2").arg(heading).arg(m_totals.value(heading));
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
