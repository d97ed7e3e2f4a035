#include "exports/articles.h"

namespace entente::exports {

using domain::Clause;

namespace {

QString stateOf(const domain::Condition &condition)
{
    return condition.state == domain::ConditionState::Unknown ? QStringLiteral("not known whether met")
                                                              : domain::toWord(condition.state);
}

// What an exception is limited to: every field that it gives, and how it is read.
QString reachOf(const Markup &out, const domain::Exception &exception)
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
        fields.append(QStringLiteral("in ") + Markup::escaped(exception.territory));
    if (exception.period)
        fields.append(Markup::escaped(domain::toWords(*exception.period)));
    QString reach =
        fields.isEmpty() ? QString() : QStringLiteral(" For ") + fields.join(QStringLiteral(", ")) + u'.';
    if (exception.reading)
        reach += QStringLiteral(" Its reading is %1.").arg(domain::toWord(*exception.reading));
    return reach;
}

void writeExceptions(Markup &out, const QList<domain::Exception> &exceptions)
{
    for (const domain::Exception &exception : exceptions) {
        const bool isWaiver = exception.kind == domain::ExceptionKind::Waiver;
        out.row(isWaiver ? QStringLiteral("Waiver") : QStringLiteral("Exception"),
                Markup::escaped(exception.text.isEmpty() ? exception.id : exception.text) +
                    out.citeMarks(exception.cites) + reachOf(out, exception));
        writeExceptions(out, exception.exceptions);
    }
}

// "a call to a model, of the flagship model, only through Azure".
QString normOf(const Markup &out, const Clause &clause)
{
    QStringList parts;
    const auto add = [&parts](const QString &before, const QString &html) {
        if (!html.isEmpty())
            parts.append(before + html);
    };
    add({}, out.thingLink(clause.action));
    add(QStringLiteral("of "), out.thingLink(clause.object));
    add(QStringLiteral("only through "), out.firmLink(clause.onlyThrough));
    add(QStringLiteral("through "), out.firmLink(clause.through));
    return parts.join(QStringLiteral(", "));
}

void writeReach(Markup &out, const Clause &clause)
{
    out.row(QStringLiteral("Period"),
            clause.period ? Markup::escaped(domain::toWords(*clause.period)) : QString());
    out.row(QStringLiteral("Status"),
            clause.status ? domain::toReadable(domain::toWord(*clause.status)) : QString());
    out.row(QStringLiteral("Territory"), Markup::escaped(clause.territory));
    out.row(QStringLiteral("Affiliates"), clause.bindsAffiliates ? QStringLiteral("bound too") : QString());
    out.row(QStringLiteral("Evidence"), clause.evidence ? domain::toWord(*clause.evidence) : QString());
}

} // namespace

void writeClauseBody(Markup &out, const Clause &clause)
{
    out.row(QStringLiteral("Kind"), Markup::escaped(domain::toReadable(clause.kind)));
    out.row(QStringLiteral("Obligor"), out.firmLink(clause.bearer));
    out.row(QStringLiteral("Obligee"), out.firmLink(clause.counterparty));
    out.row(clause.modality ? domain::capitalised(domain::toWord(*clause.modality)) : QStringLiteral("About"),
            normOf(out, clause));
    writeReach(out, clause);
    if (!clause.condition.isEmpty())
        out.row(
            QStringLiteral("Condition"),
            QStringLiteral("%1 (%2)").arg(Markup::escaped(clause.condition.text), stateOf(clause.condition)) +
                out.citeMarks(clause.condition.cites));
    writeExceptions(out, clause.exceptions);
    out.row(QStringLiteral("Section"), Markup::escaped(clause.section));
    out.quote(clause.text);
    if (!clause.note.isEmpty())
        out.paragraph(Markup::escaped(clause.note) + out.citeMarks(clause.cites));
    out.positions(clause.condition.positions);
    out.positions(clause.positions);
    out.cites(clause.cites);
}

} // namespace entente::exports
