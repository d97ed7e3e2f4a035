#include "window/clausehtml.h"

#include "domain/words.h"

namespace entente::window {

using domain::Clause;

namespace {

QString modalityInWords(const Clause &clause)
{
    if (!clause.modality)
        return {};
    return domain::toWord(*clause.modality);
}

QString stateInWords(domain::ConditionState state)
{
    if (state == domain::ConditionState::Unknown)
        return QStringLiteral("not known whether met");
    return domain::toWord(state);
}

// What an exception is limited to: every field it gives, and how it is read.
QString reachOf(const HtmlWriter &out, const domain::Exception &exception)
{
    QStringList fields;
    for (const QString &thing : {exception.action, exception.object}) {
        if (!thing.isEmpty())
            fields.append(out.thingLink(thing));
    }
    if (!exception.counterparty.isEmpty())
        fields.append(QStringLiteral("towards ") + out.firmLink(exception.counterparty));
    if (!exception.agreement.isEmpty())
        fields.append(QStringLiteral("under ") + out.agreementLink(exception.agreement));
    if (!exception.territory.isEmpty())
        fields.append(QStringLiteral("in ") + HtmlWriter::escaped(exception.territory));
    if (exception.period)
        fields.append(periodHtml(exception.period));
    QString reach =
        fields.isEmpty() ? QString() : QStringLiteral(" For ") + fields.join(QStringLiteral(", ")) + u'.';
    if (exception.reading)
        reach += QStringLiteral(" Its reading is %1.").arg(domain::toWord(*exception.reading));
    return reach;
}

QString conditionHtml(const HtmlWriter &out, const domain::Condition &condition)
{
    if (condition.isEmpty())
        return {};
    return QStringLiteral("%1 (%2)").arg(HtmlWriter::escaped(condition.text), stateInWords(condition.state)) +
           out.citeMarks(condition.cites);
}

void addExceptions(const HtmlWriter &out, const QList<domain::Exception> &exceptions,
                   QList<ClauseField> &fields)
{
    for (const domain::Exception &exception : exceptions) {
        const QString words = HtmlWriter::escaped(exception.text.isEmpty() ? exception.id : exception.text) +
                              out.citeMarks(exception.cites) + reachOf(out, exception);
        const bool isWaiver = exception.kind == domain::ExceptionKind::Waiver;
        fields.append({isWaiver ? QStringLiteral("Waiver") : QStringLiteral("Exception"), words});
        addExceptions(out, exception.exceptions, fields);
    }
}

QString normHtml(const HtmlWriter &out, const Clause &clause)
{
    QString norm = out.thingLink(clause.action);
    if (!clause.object.isEmpty())
        norm += QStringLiteral(", of ") + out.thingLink(clause.object);
    if (!clause.onlyThrough.isEmpty())
        norm += QStringLiteral(", only through ") + out.firmLink(clause.onlyThrough);
    if (!clause.through.isEmpty())
        norm += QStringLiteral(", through ") + out.firmLink(clause.through);
    return norm;
}

} // namespace

QString clauseTitle(const Clause &clause)
{
    return clause.title.isEmpty() ? domain::toReadable(clause.kind) : clause.title;
}

QString periodHtml(const std::optional<domain::Period> &period)
{
    return period ? HtmlWriter::escaped(domain::toWords(*period)) : QString();
}

QList<ClauseField> clauseFields(const HtmlWriter &out, const Clause &clause)
{
    const QString modality = modalityInWords(clause);
    QList<ClauseField> fields{
        {QStringLiteral("Kind"), domain::toReadable(clause.kind)},
        {QStringLiteral("Obligor"), out.firmLink(clause.bearer)},
        {QStringLiteral("Obligee"), out.firmLink(clause.counterparty)},
        {modality.isEmpty() ? QStringLiteral("About") : domain::capitalised(modality), normHtml(out, clause)},
        {QStringLiteral("Period"), periodHtml(clause.period)},
        {QStringLiteral("Status"),
         clause.status ? domain::toReadable(domain::toWord(*clause.status)) : QString()},
        {QStringLiteral("Territory"), HtmlWriter::escaped(clause.territory)},
        {QStringLiteral("Affiliates"), clause.bindsAffiliates ? QStringLiteral("bound too") : QString()},
        {QStringLiteral("Evidence"), clause.evidence ? domain::toWord(*clause.evidence) : QString()},
        {QStringLiteral("Condition"), conditionHtml(out, clause.condition)},
    };
    addExceptions(out, clause.exceptions, fields);
    fields.append({QStringLiteral("Section"), HtmlWriter::escaped(clause.section)});
    fields.removeIf([](const ClauseField &field) { return field.html.isEmpty(); });
    return fields;
}

QString wordingHtml(const Clause &clause)
{
    return clause.text.isEmpty() ? QString()
                                 : QStringLiteral("<i>“%1”</i>").arg(HtmlWriter::escaped(clause.text));
}

QString noteHtml(const HtmlWriter &out, const Clause &clause)
{
    return clause.note.isEmpty() ? QString() : HtmlWriter::escaped(clause.note) + out.citeMarks(clause.cites);
}

void writeClauseBody(HtmlWriter &out, const Clause &clause)
{
    for (const ClauseField &field : clauseFields(out, clause))
        out.row(field.label, field.html);
    out.positions(clause.condition.positions);
    for (const QString &html : {wordingHtml(clause), noteHtml(out, clause)}) {
        if (!html.isEmpty())
            out.paragraph(html);
    }
    out.positions(clause.positions);
}

namespace {

QList<ClauseField> allFields(const HtmlWriter &out, const Clause &clause)
{
    return clauseFields(out, clause) << ClauseField{QStringLiteral("Wording"), wordingHtml(clause)}
                                     << ClauseField{QStringLiteral("Note"), noteHtml(out, clause)};
}

QString headingOf(const HtmlWriter &out, const domain::ClauseRef &ref)
{
    return QStringLiteral("<b>%1</b><br>%2").arg(out.clauseLink(ref), out.agreementLink(ref.agreement));
}

// What a clause has under a label, one below the other; a dash where it has nothing.
QString under(const QString &label, const QList<ClauseField> &fields)
{
    QStringList lines;
    for (const ClauseField &field : fields) {
        if (field.label == label)
            lines.append(field.html);
    }
    return lines.isEmpty() ? QStringLiteral("–") : lines.join(QStringLiteral("<br>"));
}

} // namespace

void writeSideBySide(HtmlWriter &out, const domain::ClauseRef &first, const domain::ClauseRef &second)
{
    const Clause *one = out.scenario().clause(first);
    const Clause *other = out.scenario().clause(second);
    if (!one || !other)
        return;
    const QList<ClauseField> left = allFields(out, *one);
    const QList<ClauseField> right = allFields(out, *other);
    QStringList labels;
    for (const ClauseField &field : left + right) {
        if (!field.html.isEmpty() && !labels.contains(field.label))
            labels.append(field.label);
    }
    QList<HtmlWriter::RowOfTwo> rows{{QString(), headingOf(out, first), headingOf(out, second)}};
    for (const QString &label : std::as_const(labels))
        rows.append({label, under(label, left), under(label, right)});
    out.sideBySide(rows);
    for (const Clause *clause : {one, other})
        out.positions(clause->condition.positions + clause->positions);
    out.cites(one->cites + other->cites);
}

} // namespace entente::window
