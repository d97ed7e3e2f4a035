#include "window/readingsfigure.h"

#include "document/filewriter.h"
#include "painting/creationdate.h"
#include "painting/figure.h"
#include "picture/grid.h"

#include <QFileInfo>

namespace entente::window {

using domain::Reading;

namespace {

// Bit i of the number says how fact i is read.
analysis::Readings combination(const QList<analysis::DisputedFact> &facts, int number)
{
    analysis::Readings readings;
    for (qsizetype i = 0; i < facts.size(); ++i)
        readings.insert(facts.at(i).fact.fact, (number >> i) & 1 ? Reading::Rejected : Reading::Agreed);
    return readings;
}

QStringList captionOf(const QList<analysis::DisputedFact> &facts, const analysis::Readings &readings,
                      const QList<analysis::Conflict> &conflicts)
{
    QStringList lines;
    for (const analysis::DisputedFact &fact : facts) {
        const bool agreed = readings.value(fact.fact.fact) == Reading::Agreed;
        lines.append(QStringLiteral("If %1: %2")
                         .arg(fact.fact.sentence, agreed ? QStringLiteral("yes") : QStringLiteral("no")));
    }
    lines.append(conflicts.isEmpty()     ? QStringLiteral("→ no conflict")
                 : conflicts.size() == 1 ? QStringLiteral("→ 1 conflict")
                                         : QStringLiteral("→ %1 conflicts").arg(conflicts.size()));
    return lines;
}

picture::Picture drawAs(const session::Session &session, session::Composition composition,
                        const analysis::Readings &readings)
{
    composition.file.scenario = analysis::withReadings(session.asWritten(), readings);
    composition.file.scenario.hypothetical = true;
    session::redate(composition, session.asOf());
    picture::PictureOptions options;
    options.legend = false;
    options.footer = false; // the marks that can't be turned off remain
    return picture::buildPicture(composition.subject(), composition.placement, session.theme(),
                                 session.measure(), options);
}

} // namespace

picture::Picture allReadings(const session::Session &session)
{
    const QList<analysis::DisputedFact> facts =
        analysis::disputedFacts(session.asWritten()).mid(0, mostReadingsShown);
    QList<picture::GridCell> cells;
    for (int number = 0; number < 1 << facts.size(); ++number) {
        const analysis::Readings readings = combination(facts, number);
        const auto conflicts =
            analysis::findConflicts(analysis::withReadings(session.asWritten(), readings), session.asOf());
        cells.append(
            {captionOf(facts, readings, conflicts), drawAs(session, session.composition(), readings)});
    }
    return picture::inGrid(cells, QStringLiteral("%1: every reading").arg(session.asWritten().title),
                           session.measure());
}

ProblemList writeAllReadings(const session::Session &session, const QString &path)
{
    const QString ending = QFileInfo(path).suffix();
    painting::FigureOptions options;
    options.format = painting::figureFormatFrom(ending).value_or(painting::FigureFormat::Svg);
    const Outcome<QByteArray> bytes =
        painting::writeFigure(allReadings(session), options, painting::creationDate(session.asOf().day()));
    if (!bytes)
        return bytes.problems;
    return document::writeFile(path, *bytes.value);
}

} // namespace entente::window
