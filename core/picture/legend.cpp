#include "picture/glyphs.h"
#include "picture/parts.h"
#include "picture/textlayout.h"

#include <QSet>

#include <algorithm>
#include <functional>

namespace entente::picture {

namespace {

constexpr double sampleWidth = 34;
constexpr double rowHeight = 21;
constexpr double entryGap = 20;
constexpr double padding = 12;

// Sets entries side by side and breaks rows; only of what is in the picture.
class LegendWriter
{
public:
    LegendWriter(const Drawing &drawing, const Shown &shown, double width)
        : m_drawing(drawing)
        , m_shown(shown)
        , m_width(std::max(width, 200.0))
        , m_style(drawing.style(11))
    {
        m_item.id = QStringLiteral("legend");
        m_item.role = Role::Legend;
        m_item.title = QStringLiteral("Legend");
    }

    Item write()
    {
        writeKinds();
        writeLooks();
        writeWidths();
        writeHeads();
        writeConflicts();
        m_item.box = QRectF(0, 0, std::max(m_widest, 1.0) + padding, m_empty ? 0 : m_y + rowHeight + padding);
        if (!m_empty) {
            const Palette &palette = m_drawing.palette();
            const Shape frame{roundedRect(m_item.box, 8), palette.background, {palette.footerRule, 1, {}, LineCap::Flat}, {}};
            m_item.elements.prepend(frame);
        }
        m_item.outline = roundedRect(m_item.box, 8);
        return m_item;
    }

private:
    using Sample = std::function<QList<Element>(QPointF left)>; // drawn from the left, at the middle of the row

    void add(double sampleLength, const QString &label, const Sample &sample)
    {
        const double labelWidth = m_drawing.measure.advance(label, m_style);
        const double needed = sampleLength + 7 + labelWidth;
        if (!m_empty && m_x > padding && m_x + needed > m_width - padding)
            newRow();
        m_empty = false;
        const QPointF left(m_x, m_y + rowHeight / 2);
        m_item.elements += sample(left);
        m_item.elements.append(textAt(left + QPointF(sampleLength + 7, m_style.size * 0.36), label, m_style,
                                      m_drawing.palette().mutedText, m_drawing.measure));
        m_x += needed + entryGap;
        m_widest = std::max(m_widest, m_x - entryGap);
    }

    void newRow()
    {
        m_x = padding;
        m_y += rowHeight;
    }

    // Each kind of entry starts a row of its own where the last one is not empty.
    void newSection()
    {
        if (m_x > padding)
            newRow();
    }

    void writeKinds()
    {
        QSet<domain::FirmKind> seen;
        for (const domain::Firm *firm : m_shown.firms)
            seen.insert(firm->kind);
        for (const QString &word : domain::firmKindWords()) {
            const domain::FirmKind kind = *domain::firmKindFrom(word);
            if (!seen.contains(kind))
                continue;
            const Rgba colour = m_drawing.palette().kinds.value(kind);
            add(glyphSize, domain::toReadable(word), [=](QPointF left) {
                return QList<Element>{kindGlyph(kind, left - QPointF(0, glyphSize / 2), colour)};
            });
        }
    }

    void writeLooks()
    {
        newSection();
        const std::pair<LineLook, QString> looks[] = {
            {LineLook::Solid, QStringLiteral("in force, signed, pending or completed")},
            {LineLook::Dashed, QStringLiteral("announced, planned or considered")},
            {LineLook::Dotted, QStringLiteral("ended, waived or suspended")},
        };
        for (const auto &[look, label] : looks) {
            const auto found = std::find_if(m_shown.agreements.begin(), m_shown.agreements.end(),
                                            [look = look](const domain::Agreement *a) { return lookOf(*a) == look; });
            if (found == m_shown.agreements.end())
                continue;
            const Fading fading = look == LineLook::Dotted ? Fading::Strong : Fading::None;
            const Rgba colour = receded(m_drawing.palette().line, fading, m_drawing.palette());
            addLine(label, strokeFor(**found, colour, 1.5));
        }
        if (std::any_of(m_shown.agreements.begin(), m_shown.agreements.end(), [this](const domain::Agreement *a) {
                return lookOf(*a) != LineLook::Dotted && fadingOf(*a, m_drawing.subject.asOf) == Fading::Strong;
            }))
            addLine(QStringLiteral("doesn’t hold at this date"),
                    {receded(m_drawing.palette().line, Fading::Strong, m_drawing.palette()), 1.5, {}, LineCap::Flat});
    }

    void addLine(const QString &label, const Stroke &stroke)
    {
        add(sampleWidth, label, [stroke](QPointF left) {
            Path path;
            path.moveTo(left);
            path.lineTo(left + QPointF(sampleWidth, 0));
            return QList<Element>{Shape{path, {}, stroke, {}}};
        });
    }

    void writeWidths()
    {
        newSection();
        const QList<WidthStep> steps = widthSteps(m_drawing.theme.numbers);
        for (int step = 0; step < steps.size(); ++step) {
            const bool used = std::any_of(m_shown.agreements.begin(), m_shown.agreements.end(),
                                          [step](const domain::Agreement *a) { return widthStepOf(*a) == step; });
            if (used)
                addLine(steps[step].label, {m_drawing.palette().line, steps[step].width, {}, LineCap::Flat});
        }
    }

    void writeHeads()
    {
        QSet<Head> seen;
        for (const graph::Tie *tie : m_shown.ties) {
            if (tie->side == domain::RoleSide::Target)
                seen.insert(headOf(*agreementOf(*tie)));
        }
        for (Head head : {Head::Filled, Head::Hollow, Head::Diamond, Head::Circle}) {
            if (!seen.contains(head))
                continue;
            const auto tie = std::find_if(m_shown.ties.begin(), m_shown.ties.end(), [this, head](const graph::Tie *t) {
                return t->side == domain::RoleSide::Target && headOf(*agreementOf(*t)) == head;
            });
            add(sampleWidth, toLabel(head), [this, &tie](QPointF left) {
                const Item sample = drawTie(m_drawing, **tie, layout::straight(left, left + QPointF(sampleWidth, 0)), 0);
                return QList<Element>{sample.elements.last()};
            });
        }
    }

    const domain::Agreement *agreementOf(const graph::Tie &tie) const
    {
        return m_drawing.subject.scenario.agreement(m_drawing.subject.graph.agreements[tie.agreement].id);
    }

    void writeConflicts()
    {
        const auto any = [this](analysis::Verdict verdict) {
            return std::any_of(m_shown.conflicts.begin(), m_shown.conflicts.end(),
                               [verdict](const analysis::Conflict *c) { return c->verdict == verdict; });
        };
        if (any(analysis::Verdict::Possible))
            addConflict(QStringLiteral("may conflict: it depends on what is disputed or unknown"), false);
        if (any(analysis::Verdict::Conflict))
            addConflict(QStringLiteral("clauses conflict, as this file reads them"), true);
    }

    void addConflict(const QString &label, bool certain)
    {
        if (m_x > padding)
            newSection();
        add(sampleWidth, label, [this, certain](QPointF left) {
            const Palette &palette = m_drawing.palette();
            Path path;
            path.moveTo(left);
            path.lineTo(left + QPointF(sampleWidth, 0));
            return QList<Element>{Shape{path, {}, {palette.conflict, 4.6, {}, LineCap::Flat}, {}},
                                  Shape{path, {}, {palette.background, 1.8, {}, LineCap::Flat}, {}},
                                  conflictDiamond(m_drawing, left + QPointF(sampleWidth / 2, 0), 13, certain)};
        });
    }

    const Drawing &m_drawing;
    const Shown &m_shown;
    double m_width;
    TextStyle m_style;
    Item m_item;
    double m_x = padding;
    double m_y = padding - 4;
    double m_widest = 0;
    bool m_empty = true;
};

} // namespace

Item drawLegend(const Drawing &drawing, const Shown &shown, double width)
{
    return LegendWriter(drawing, shown, width).write();
}

} // namespace entente::picture
