#include "picture/picturebuilder.h"

#include "picture/colour.h"
#include "picture/parts.h"
#include "picture/textlayout.h"

#include <algorithm>

namespace entente::picture {

namespace {

layout::Flow flowOf(domain::RoleSide side)
{
    switch (side) {
    case domain::RoleSide::Source:
        return layout::Flow::CardToPill;
    case domain::RoleSide::Target:
        return layout::Flow::PillToCard;
    default:
        return layout::Flow::None;
    }
}

// Draws what is shown, in layers from the back to the front.
class Builder
{
public:
    Builder(const Subject &subject, const layout::Placement &placement, const Theme &theme, const TextMeasure &measure,
            const PictureOptions &options)
        : m_subject(subject)
        , m_drawing{subject, theme, measure}
        , m_placement(placement)
        , m_options(options)
        , m_shown(options.shown.value_or(graph::everything(subject.graph)))
    {
        m_picture.background = theme.palette.background;
        m_picture.fontFamily = theme.fontFamily;
        m_picture.title = cleaned(subject.scenario.title);
        m_picture.description = cleaned(subject.scenario.summary);
    }

    Picture build()
    {
        drawGroups();
        drawTies();
        drawConflictLines();
        drawCards();
        drawPills();
        drawOwnMarks();
        frame();
        return m_picture;
    }

    Shown shown() const
    {
        Shown shown;
        const graph::RelationGraph &graph = m_subject.graph;
        for (int i = 0; i < graph.firms.size(); ++i) {
            if (m_shown.firms.testBit(i))
                shown.firms.append(m_subject.scenario.firm(graph.firms[i].id));
        }
        for (int i = 0; i < graph.agreements.size(); ++i) {
            if (m_shown.agreements.testBit(i))
                shown.agreements.append(m_subject.scenario.agreement(graph.agreements[i].id));
        }
        for (const graph::Tie &tie : graph.ties) {
            if (showsTie(tie))
                shown.ties.append(&tie);
        }
        for (const analysis::Conflict &conflict : m_subject.conflicts) {
            if (showsConflict(conflict))
                shown.conflicts.append(&conflict);
        }
        return shown;
    }

private:
    bool showsTie(const graph::Tie &tie) const
    {
        return m_shown.agreements.testBit(tie.agreement) && m_shown.firms.testBit(tie.firm);
    }

    int pillOf(const domain::AgreementId &id) const { return m_subject.graph.agreementAt.value(id, -1); }

    bool showsConflict(const analysis::Conflict &conflict) const
    {
        const int a = pillOf(conflict.prohibiting.agreement);
        const int b = pillOf(conflict.other.agreement);
        return a >= 0 && b >= 0 && m_shown.agreements.testBit(a) && m_shown.agreements.testBit(b);
    }

    bool showsGroup(int group) const
    {
        const graph::RelationGraph &graph = m_subject.graph;
        for (int i = 0; i < graph.firms.size(); ++i) {
            for (int at = m_shown.firms.testBit(i) ? graph.firms[i].group : -1; at >= 0; at = graph.groups[at].parent) {
                if (at == group)
                    return true;
            }
        }
        return false;
    }

    QRectF cardBox(int firm) const
    {
        return layout::centredRect(m_placement.centres[firm],
                                   cardSize(m_drawing, *m_subject.scenario.firm(m_subject.graph.firms[firm].id)));
    }

    QRectF pillBox(int agreement) const
    {
        const auto &id = m_subject.graph.agreements[agreement].id;
        return layout::centredRect(m_placement.centres[m_subject.graph.firms.size() + agreement],
                                   pillSize(m_drawing, *m_subject.scenario.agreement(id)));
    }

    void drawGroups()
    {
        const graph::RelationGraph &graph = m_subject.graph;
        for (int i = 0; i < graph.groups.size(); ++i) {
            if (showsGroup(i))
                m_picture.items.append(drawGroup(m_drawing, *m_subject.scenario.firm(graph.groups[i].firm),
                                                 m_placement.groupBoxes[i], graph.groups[i].parent >= 0));
        }
    }

    void drawTies()
    {
        const QList<graph::Tie> &ties = m_subject.graph.ties;
        for (int i = 0; i < ties.size(); ++i) {
            if (showsTie(ties[i]) && !m_placement.edges[i].isEmpty())
                m_picture.items.append(drawTie(m_drawing, ties[i], m_placement.edges[i], i));
        }
    }

    void drawConflictLines()
    {
        for (int i = 0; i < m_subject.conflicts.size(); ++i) {
            const layout::Curve curve = m_placement.links.value(i);
            if (showsConflict(m_subject.conflicts[i]) && !curve.isEmpty())
                m_picture.items.append(drawConflict(m_drawing, m_subject.conflicts[i], curve, layout::middleByLength(curve)));
        }
    }

    void drawCards()
    {
        const QList<graph::FirmNode> &firms = m_subject.graph.firms;
        for (int i = 0; i < firms.size(); ++i) {
            if (m_shown.firms.testBit(i))
                m_picture.items.append(
                    drawCard(m_drawing, *m_subject.scenario.firm(firms[i].id), cardBox(i), int(firms[i].ties.size())));
        }
    }

    void drawPills()
    {
        const QList<graph::AgreementNode> &agreements = m_subject.graph.agreements;
        for (int i = 0; i < agreements.size(); ++i) {
            if (m_shown.agreements.testBit(i))
                m_picture.items.append(
                    drawPill(m_drawing, *m_subject.scenario.agreement(agreements[i].id), pillBox(i)));
        }
    }

    // A conflict between two clauses of one agreement is a mark on its pill.
    void drawOwnMarks()
    {
        for (int i = 0; i < m_subject.conflicts.size(); ++i) {
            const analysis::Conflict &conflict = m_subject.conflicts[i];
            if (!showsConflict(conflict) || !m_placement.links.value(i).isEmpty())
                continue;
            const QRectF pill = pillBox(pillOf(conflict.prohibiting.agreement));
            m_picture.items.append(drawConflict(m_drawing, conflict, {}, pill.topRight() + QPointF(-10, 0)));
        }
    }

    // Sets margins, legend and footer, and the size.
    void frame()
    {
        QRectF content;
        for (const Item &item : std::as_const(m_picture.items)) {
            content = content.united(item.box);
            if (item.role == Role::Conflict) {
                for (const Element &element : item.elements) {
                    if (const Shape *shape = std::get_if<Shape>(&element))
                        content = content.united(shape->path.bounds());
                }
            }
        }
        if (!m_options.crop) {
            m_picture.size = QSizeF(content.right() + m_options.margin, content.bottom() + m_options.margin);
            return;
        }
        const double margin = m_options.margin;
        const double width = std::ceil(std::max(content.width(), m_options.leastWidth));
        const QPointF by(std::round(margin - content.left() + (width - content.width()) / 2), std::round(margin - content.top()));
        for (Item &item : m_picture.items)
            translate(item, by);
        double y = std::ceil(margin + content.height());
        const auto below = [&](Item item, double gap) {
            if (item.elements.isEmpty())
                return;
            y += gap;
            translate(item, {margin, y});
            y += item.box.height();
            m_picture.items.append(item);
        };
        if (m_options.legend)
            below(drawLegend(m_drawing, shown(), width), 26);
        below(drawFooter(m_drawing, shown(), width, m_options.footer), 18);
        m_picture.size = QSizeF(width + 2 * margin, std::ceil(y + margin));
    }

    const Subject &m_subject;
    Drawing m_drawing;
    const layout::Placement &m_placement;
    const PictureOptions &m_options;
    graph::Subset m_shown;
    Picture m_picture;
};

} // namespace

layout::LayoutRequest layoutRequest(const Subject &subject, const Theme &theme, const TextMeasure &measure)
{
    const Drawing drawing{subject, theme, measure};
    const graph::RelationGraph &graph = subject.graph;
    layout::LayoutRequest request;
    for (const graph::GroupNode &group : graph.groups)
        request.groups.append({group.parent, groupTitleSize(drawing, *subject.scenario.firm(group.firm))});
    for (const graph::FirmNode &firm : graph.firms)
        request.nodes.append({layout::NodeKind::Card, cardSize(drawing, *subject.scenario.firm(firm.id)), firm.group, {}});
    for (const graph::AgreementNode &agreement : graph.agreements)
        request.nodes.append({layout::NodeKind::Pill, pillSize(drawing, *subject.scenario.agreement(agreement.id)),
                              agreement.group, {}});
    const int firstPill = int(graph.firms.size());
    for (const graph::Tie &tie : graph.ties) {
        const domain::Agreement &agreement = *subject.scenario.agreement(graph.agreements[tie.agreement].id);
        request.edges.append({firstPill + tie.agreement, tie.firm, flowOf(tie.side), lineWidth(agreement)});
    }
    for (const analysis::Conflict &conflict : subject.conflicts) {
        request.links.append({firstPill + graph.agreementAt.value(conflict.prohibiting.agreement),
                              firstPill + graph.agreementAt.value(conflict.other.agreement),
                              {conflictMarkSize + 4, conflictMarkSize + 4}});
    }
    return request;
}

Picture buildPicture(const Subject &subject, const layout::Placement &placement, const Theme &theme,
                     const TextMeasure &measure, const PictureOptions &options)
{
    return Builder(subject, placement, theme, measure, options).build();
}

Picture buildLegend(const Subject &subject, const Theme &theme, const TextMeasure &measure, double width)
{
    const PictureOptions options;
    const layout::Placement nowhere;
    const Drawing drawing{subject, theme, measure};
    Picture picture;
    picture.background = theme.palette.background;
    picture.fontFamily = theme.fontFamily;
    const Item legend = drawLegend(drawing, Builder(subject, nowhere, theme, measure, options).shown(), width);
    picture.size = legend.box.size();
    if (!legend.elements.isEmpty())
        picture.items.append(legend);
    return picture;
}

void translate(Item &item, QPointF by)
{
    const auto shift = [by](Path &path) {
        for (PathStep &step : path.steps) {
            step.to += by;
            step.control1 += by;
            step.control2 += by;
        }
    };
    item.box.translate(by);
    shift(item.outline);
    for (Element &element : item.elements) {
        if (Shape *shape = std::get_if<Shape>(&element))
            shift(shape->path);
        else
            std::get<Text>(element).baseline += by;
    }
}

Path toPath(const layout::Curve &curve)
{
    Path path;
    if (curve.isEmpty())
        return path;
    path.moveTo(curve.start());
    for (qsizetype i = 1; i + 2 < curve.points.size(); i += 3)
        path.cubicTo(curve.points[i], curve.points[i + 1], curve.points[i + 2]);
    return path;
}

QString xmlId(const QString &prefix, const QString &id)
{
    QString result = prefix + u'-';
    for (QChar c : id) { // the format's ids are letters, digits, dots, hyphens and underscores; "/" and "~" join them
        if (c == u'/')
            result += u'.';
        else if (c == u'~')
            result += QStringLiteral("--");
        else
            result += c;
    }
    return result;
}

} // namespace entente::picture
