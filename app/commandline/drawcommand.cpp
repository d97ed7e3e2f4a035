#include "analysis/readings.h"
#include "commandline/commands.h"
#include "commandline/console.h"
#include "commandline/drawoptions.h"
#include "commandline/reading.h"
#include "document/filewriter.h"
#include "exports/webpage.h"
#include "graph/restriction.h"
#include "painting/creationdate.h"
#include "painting/fontmeasure.h"
#include "picture/svgwriter.h"
#include "session/comparing.h"
#include "session/composition.h"
#include "session/readingsgrid.h"
#include "session/viewfile.h"
#include "session/webpages.h"

namespace entente::commandline {

DrawCommand::DrawCommand()
    : Command(QStringLiteral("draw"), QStringLiteral("FILE -o OUT [options]"),
              QStringLiteral("Draws a scenario as SVG, PNG, PDF, JSON or a web page."))
{}

void DrawCommand::declare(QCommandLineParser &parser) const
{
    declareDrawOptions(parser);
    declareMapping(parser);
}

namespace {

// What is read before anything is drawn.
struct Inputs
{
    picture::Theme theme;
    formats::ScenarioFile file;
    std::optional<formats::ScenarioFile> before; // of which the changes are told
};

// Tells the problems of all of them; an outcome without a value has errors.
Outcome<Inputs> readInputs(const DrawOptions &options, const formats::ReadOptions &reading)
{
    Outcome<Inputs> inputs;
    auto theme = readDrawTheme(options);
    auto file = formats::readScenario(options.file, reading);
    const bool compares = !options.compare.isEmpty();
    auto before =
        compares ? formats::readScenario(options.compare, reading) : Outcome<formats::ScenarioFile>();
    for (const ProblemList &problems : {theme.problems, file.problems, before.problems})
        inputs.problems.append(problems);
    printProblems(inputs.problems);
    if (theme && file && (before || !compares))
        inputs.value = Inputs{std::move(*theme.value), std::move(*file.value), std::move(before.value)};
    return inputs;
}

Outcome<session::Places> readPlaces(const DrawOptions &options, const formats::ScenarioFile &file)
{
    if (options.view == QLatin1String("none"))
        return {session::Places(), {}};
    if (!options.view.isEmpty())
        return session::readView(options.view);
    QStringList chain{file.path};
    for (const QString &base : file.bases)
        chain.prepend(base);
    return session::readViewsOf(chain);
}

// Why what is asked for can't be had of these; empty where it can. The places beside scenarios are read too.
QString refusal(const DrawOptions &options, const Inputs &inputs)
{
    QStringList read = QStringList{inputs.file.path} + inputs.file.bases;
    if (inputs.before)
        read += QStringList{inputs.before->path} + inputs.before->bases;
    for (const QString &scenario : QStringList(read))
        read.append(session::viewFileFor(scenario));
    if (const QString why = overwritingProblem(options.out, read + QStringList{options.theme, options.view});
        !why.isEmpty())
        return why;
    return options.allReadings && analysis::disputedFacts(inputs.file.scenario).isEmpty()
               ? QStringLiteral("--all-readings: nothing in \"%1\" is disputed").arg(options.file)
               : QString();
}

graph::ShownIds nearTo(const domain::Scenario &scenario, const domain::FirmId &focus, int hops)
{
    if (!scenario.firm(focus))
        return {};
    const graph::RelationGraph graph = graph::buildGraph(scenario);
    graph::Filter filter;
    filter.focus = focus;
    filter.hops = hops;
    return graph::shownIds(scenario, graph, graph::select(scenario, graph, filter));
}

// Leaves out what the focus reaches on neither side of a comparison, so that the figure is laid out for what
// it shows. False where there is no such firm.
bool narrow(Inputs &inputs, const DrawOptions &options)
{
    if (options.focus.isEmpty())
        return true;
    const domain::FirmId focus(options.focus);
    domain::Scenario &scenario = inputs.file.scenario;
    if (!scenario.firm(focus))
        return false;
    graph::ShownIds shown = nearTo(scenario, focus, options.hops);
    if (inputs.before) {
        domain::Scenario &before = inputs.before->scenario;
        shown.unite(nearTo(before, focus, options.hops));
        before = graph::restrictedTo(std::move(before), shown);
    }
    scenario = graph::restrictedTo(std::move(scenario), shown);
    inputs.file.bases.clear(); // what is left is no longer what the bases were laid out for
    return true;
}

// What can be told before the layout, which takes its time.
ProblemList sizeProblems(const domain::Scenario &scenario, const DrawOptions &options)
{
    return options.format == QLatin1String("html") ? exports::checkPageSize(scenario) : ProblemList();
}

void warnOfFonts(const domain::Scenario &scenario, const picture::TextMeasure &measure)
{
    QStringList names;
    for (const domain::Firm &firm : scenario.firms) {
        if (!measure.covers(firm.name))
            names.append(firm.name);
    }
    for (const domain::Agreement &agreement : scenario.agreements) {
        if (!measure.covers(agreement.title))
            names.append(agreement.title);
    }
    constexpr qsizetype mostNamed = 5;
    if (names.isEmpty())
        return;
    writeError(QStringLiteral(
                   "note: drawn with this system’s fonts, so other machines may draw it differently: %1%2\n")
                   .arg(names.mid(0, mostNamed).join(QStringLiteral(", ")),
                        names.size() > mostNamed ? QStringLiteral(" …") : QString()));
}

void warn(const QString &sentence)
{
    if (!sentence.isEmpty())
        writeError(QStringLiteral("warning: %1\n").arg(sentence));
}

// A web page without a theme asked for leaves the choice to its reader.
QList<picture::Theme> themesOf(const DrawOptions &options, const picture::Theme &theme)
{
    return options.theme.isEmpty() ? QList{picture::lightTheme(), picture::darkTheme()} : QList{theme};
}

Outcome<QByteArray> draw(const session::Composition &composition, const DrawOptions &options,
                         const session::Look &look, const picture::ChangesSince *since)
{
    if (options.format == QLatin1String("html"))
        return session::webPageOf(composition, look.measure, {themesOf(options, look.theme), since, {}});
    picture::PictureOptions pictureOptions;
    pictureOptions.since = since;
    pictureOptions.legend = options.legend;
    pictureOptions.footer = options.footer;
    const picture::Picture picture =
        options.allReadings
            ? session::allReadings(composition, composition.file.scenario, look, pictureOptions)
            : picture::buildPicture(composition.subject(), composition.placement, look.theme, look.measure,
                                    pictureOptions);
    const picture::Picture fitted = painting::figureOf(picture, options.figure);
    warn(painting::typeWarning(fitted, painting::figurePreset(options.figure.preset)));
    if (options.format == QLatin1String("json"))
        return {picture::toJson(fitted), {}};
    return painting::writeFigure(picture, options.figure, painting::creationDate(composition.asOf.day()));
}

// In the places that the other has alone, as far as the figure has none for what it shows.
picture::ChangesSince changesSince(const formats::ScenarioFile &before, const analysis::AsOf &then,
                                   const session::Composition &now, const session::Look &look,
                                   layout::Layouter &layouter)
{
    const auto alone =
        session::composeAndLayOut(before, then, look.theme, look.measure, {}, layouter, now.request.engine);
    const session::Arrangement kept = alone ? session::arrangementOf(*alone.value) : session::Arrangement();
    return session::changesSince(before.scenario, then, now, kept, look).drawn;
}

} // namespace

ExitCode DrawCommand::run(const QCommandLineParser &parser)
{
    QString usageError;
    const auto options = readDrawOptions(parser, &usageError);
    const auto reading = options ? readOptionsOf(parser, &usageError) : std::nullopt;
    if (!reading)
        return wrongUsage(usageError);
    layout::Layouter layouter;
    if (options->engine != layout::Engine::Force)
        layouter.warmUp(); // it starts while the file and the fonts are read
    auto inputs = readInputs(*options, *reading);
    if (!inputs)
        return exitCodeFor(inputs.problems);
    auto &[theme, file, before] = *inputs.value;
    if (const QString why = refusal(*options, *inputs.value); !why.isEmpty())
        return wrongUsage(why);
    const auto places = readPlaces(*options, file);
    printProblems(places.problems);
    if (!places)
        return exitCodeFor(places.problems);
    if (!narrow(*inputs.value, *options))
        return wrongUsage(QStringLiteral("--focus: there is no firm \"%1\"").arg(options->focus));
    if (const ProblemList tooMuch = sizeProblems(file.scenario, *options); tooMuch.hasErrors()) {
        printProblems(tooMuch);
        return exitCodeFor(tooMuch);
    }

    const auto measure = painting::makeFontMeasure(theme.fontFamily);
    warn(painting::fontWarning(theme.fontFamily));
    const analysis::AsOf asOf = options->asOf.value_or(analysis::defaultAsOf(file.scenario));
    const auto composition = session::composeAndLayOut(std::move(file), asOf, theme, *measure, *places.value,
                                                       layouter, options->engine);
    printProblems(composition.problems);
    if (!composition)
        return exitCodeFor(composition.problems);
    warnOfFonts(composition.value->file.scenario, *measure);

    const session::Look look{theme, *measure};
    std::optional<picture::ChangesSince> since;
    if (before || options->compareAsOf) {
        since = changesSince(before ? *before : composition.value->file, options->compareAsOf.value_or(asOf),
                             *composition.value, look, layouter);
    }
    const auto bytes = draw(*composition.value, *options, look, since ? &*since : nullptr);
    printProblems(bytes.problems);
    if (!bytes)
        return exitCodeFor(bytes.problems);
    const ProblemList written = document::writeFile(options->out, *bytes.value);
    printProblems(written);
    return exitCodeFor(written);
}

} // namespace entente::commandline
