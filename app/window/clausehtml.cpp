#include "window/clausehtml.h"

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

void writeCondition(HtmlWriter &out, const domain::Condition &condition)
{
    if (condition.isEmpty())
        return;
    out.row(QStringLiteral("Condition"), QStringLiteral("%1 (%2)").arg(HtmlWriter::escaped(condition.text),
                                                                       stateInWords(condition.state)) +
                                             out.citeMarks(condition.cites));
    out.positions(condition.positions);
}

void writeExceptions(HtmlWriter &out, const QList<domain::Exception> &exceptions)
{
    for (const domain::Exception &exception : exceptions) {
        const QString words = HtmlWriter::escaped(exception.text.isEmpty() ? exception.id : exception.text) +
                              out.citeMarks(exception.cites) + reachOf(out, exception);
        out.row(exception.kind == domain::ExceptionKind::Waiver ? QStringLiteral("Waiver")
                                                                : QStringLiteral("Exception"),
                words);
        writeExceptions(out, exception.exceptions);
    }
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

void writeClauseBody(HtmlWriter &out, const Clause &clause)
{
    out.row(QStringLiteral("Kind"), domain::toReadable(clause.kind));
    out.row(QStringLiteral("Obligor"), out.firmLink(clause.bearer));
    out.row(QStringLiteral("Obligee"), out.firmLink(clause.counterparty));
    QString norm = out.thingLink(clause.action);
    if (!clause.object.isEmpty())
        norm += QStringLiteral(", of ") + out.thingLink(clause.object);
    if (!clause.onlyThrough.isEmpty())
        norm += QStringLiteral(", only through ") + out.firmLink(clause.onlyThrough);
    if (!clause.through.isEmpty())
        norm += QStringLiteral(", through ") + out.firmLink(clause.through);
    const QString modality = modalityInWords(clause);
    out.row(modality.isEmpty() ? QStringLiteral("About") : modality.at(0).toUpper() + modality.mid(1), norm);
    out.row(QStringLiteral("Period"), periodHtml(clause.period));
    out.row(QStringLiteral("Status"),
            clause.status ? domain::toReadable(domain::toWord(*clause.status)) : QString());
    out.row(QStringLiteral("Territory"), HtmlWriter::escaped(clause.territory));
    out.row(QStringLiteral("Affiliates"), clause.bindsAffiliates ? QStringLiteral("bound too") : QString());
    out.row(QStringLiteral("Evidence"), clause.evidence ? domain::toWord(*clause.evidence) : QString());
    writeCondition(out, clause.condition);
    writeExceptions(out, clause.exceptions);
    out.row(QStringLiteral("Section"), HtmlWriter::escaped(clause.section));
    if (!clause.text.isEmpty())
        out.paragraph(QStringLiteral("<i>“%1”</i>").arg(HtmlWriter::escaped(clause.text)));
    if (!clause.note.isEmpty())
        out.paragraph(HtmlWriter::escaped(clause.note) + out.citeMarks(clause.cites));
    out.positions(clause.positions);
}

} // namespace entente::window
