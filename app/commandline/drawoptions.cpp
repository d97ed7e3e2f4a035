#include "commandline/drawoptions.h"

#include "commandline/reading.h"
#include "document/jsonreader.h"
#include "picture/colour.h"

#include <QFileInfo>

namespace entente::commandline {

namespace {

const QStringList &drawFormats()
{
    static const QStringList formats{QStringLiteral("svg"), QStringLiteral("png"), QStringLiteral("pdf"),
                                     QStringLiteral("json"), QStringLiteral("html")};
    return formats;
}

// Reads the options one after the other; the first that is wrong ends it.
class OptionsReader
{
public:
    explicit OptionsReader(const QCommandLineParser &parser)
        : m_parser(parser)
    {}

    std::optional<DrawOptions> read(QString *why)
    {
        const bool good = readFiles() && readAsOf() && readTextAs() && readPreset() && readSize() &&
                          readBackground() && readLayout() && readCompare() && readFocus();
        if (!good) {
            *why = m_why;
            return std::nullopt;
        }
        m_options.theme = value("theme");
        m_options.view = value("view");
        m_options.allReadings = has("all-readings");
        m_options.legend = !has("no-legend");
        m_options.footer = !has("no-footer");
        return m_options;
    }

private:
    bool has(const char *option) const { return m_parser.isSet(QString::fromLatin1(option)); }
    QString value(const char *option) const { return m_parser.value(QString::fromLatin1(option)); }

    bool refuse(const QString &why)
    {
        m_why = why;
        return false;
    }

    bool readFiles()
    {
        const QStringList files = m_parser.positionalArguments();
        if (files.size() != 1)
            return refuse(QStringLiteral("it draws one file"));
        if (!has("output"))
            return refuse(QStringLiteral("-o OUT is missing"));
        m_options.file = files.first();
        m_options.out = value("output");
        m_options.format = has("to") ? value("to").toLower() : QFileInfo(m_options.out).suffix().toLower();
        if (m_options.out == QLatin1String("-") && !has("to"))
            return refuse(QStringLiteral("-o - needs --to svg, png, pdf, json or html"));
        if (!drawFormats().contains(m_options.format)) {
            return refuse(QStringLiteral("\"%1\" is no format to draw; expected one of %2")
                              .arg(m_options.format, drawFormats().join(QStringLiteral(", "))));
        }
        m_options.figure.format =
            painting::figureFormatFrom(m_options.format).value_or(m_options.figure.format);
        return true;
    }

    bool readAsOf()
    {
        m_options.asOf = asOfFrom(m_parser, QStringLiteral("as-of"), &m_why);
        return m_why.isEmpty();
    }

    bool readTextAs()
    {
        const QString as = has("text-as") ? value("text-as") : QStringLiteral("text");
        m_options.figure.outlines = as == QLatin1String("outlines");
        return m_options.figure.outlines || as == QLatin1String("text") ||
               refuse(QStringLiteral("--text-as is text or outlines"));
    }

    std::optional<double> number(const char *option, double least, double most)
    {
        bool isNumber = false;
        const double number = value(option).toDouble(&isNumber);
        if (isNumber && number >= least && number <= most)
            return number;
        refuseNumber(option, QStringLiteral("a number"), least, most);
        return std::nullopt;
    }

    std::optional<int> wholeNumber(const char *option, int least, int most)
    {
        bool isNumber = false;
        const int number = value(option).toInt(&isNumber);
        if (isNumber && number >= least && number <= most)
            return number;
        refuseNumber(option, QStringLiteral("a whole number"), least, most);
        return std::nullopt;
    }

    void refuseNumber(const char *option, const QString &what, double least, double most)
    {
        refuse(QStringLiteral("--%1 can't be \"%2\"; expected %3 from %4 to %5")
                   .arg(QString::fromLatin1(option), value(option), what)
                   .arg(least)
                   .arg(most));
    }

    bool readPreset()
    {
        if (!has("preset"))
            return true;
        if (m_options.format == QLatin1String("html"))
            return refuse(QStringLiteral("--preset is for figures, not for web pages"));
        QStringList known;
        for (const painting::FigurePreset &preset : painting::figurePresets())
            known.append(preset.id);
        m_options.figure.preset = value("preset");
        return known.contains(m_options.figure.preset) ||
               refuse(QStringLiteral("--preset can't be \"%1\"; expected one of %2")
                          .arg(m_options.figure.preset, known.join(QStringLiteral(", "))));
    }

    bool readSize()
    {
        for (const char *option : {"width", "scale", "dpi"}) {
            if (has(option) && m_options.format != QLatin1String("png"))
                return refuse(QStringLiteral("--%1 is for PNG; %2 has no pixels")
                                  .arg(QString::fromLatin1(option), m_options.format.toUpper()));
        }
        if (int(has("width")) + int(has("scale")) + int(has("dpi")) > 1)
            return refuse(QStringLiteral("--width, --scale and --dpi exclude each other"));
        if (has("width")) {
            m_options.figure.image.width = wholeNumber("width", 1, 100'000);
            return m_options.figure.image.width.has_value();
        }
        if (has("scale") || has("dpi")) {
            const auto factor = has("scale") ? number("scale", 0.01, 100) : number("dpi", 1, 9600);
            m_options.figure.image.scale = factor.value_or(1) / (has("scale") ? 1 : 96);
            return factor.has_value();
        }
        return true;
    }

    bool readBackground()
    {
        if (!has("background"))
            return true;
        if (value("background") == QLatin1String("none")) {
            m_options.figure.image.background = picture::Rgba();
            return true;
        }
        m_options.figure.image.background = picture::colourFrom(value("background"));
        return m_options.figure.image.background ||
               refuse(QStringLiteral("--background can't be \"%1\"; expected none or a colour like #ffffff")
                          .arg(value("background")));
    }

    bool readLayout()
    {
        static const QHash<QString, layout::Engine> engines{
            {QStringLiteral("auto"), layout::Engine::Auto},
            {QStringLiteral("hierarchy"), layout::Engine::Hierarchy},
            {QStringLiteral("force"), layout::Engine::Force}};
        const QString name = has("layout") ? value("layout") : QStringLiteral("auto");
        m_options.engine = engines.value(name, layout::Engine::Auto);
        return engines.contains(name) || refuse(QStringLiteral("--layout is auto, hierarchy or force"));
    }

    bool readCompare()
    {
        if (has("all-readings") && (has("compare") || has("compare-as-of") || has("focus")))
            return refuse(QStringLiteral("--all-readings excludes --compare and --focus"));
        if (has("all-readings") && m_options.format == QLatin1String("html"))
            return refuse(QStringLiteral("--all-readings is for figures, not for web pages"));
        m_options.compare = value("compare");
        m_options.compareAsOf = asOfFrom(m_parser, QStringLiteral("compare-as-of"), &m_why);
        return m_why.isEmpty();
    }

    bool readFocus()
    {
        m_options.focus = value("focus");
        if (has("hops") && !has("focus"))
            return refuse(QStringLiteral("--hops needs --focus"));
        if (!has("hops"))
            return true;
        const auto hops = wholeNumber("hops", 0, 100);
        m_options.hops = hops.value_or(1);
        return hops.has_value();
    }

    const QCommandLineParser &m_parser;
    DrawOptions m_options;
    QString m_why;
};

} // namespace

void declareDrawOptions(QCommandLineParser &parser)
{
    const auto option = [&parser](const QStringList &names, const char *description,
                                  const char *value = nullptr) {
        parser.addOption({names, QString::fromUtf8(description), QString::fromLatin1(value)});
    };
    parser.addPositionalArgument(QStringLiteral("FILE"),
                                 QStringLiteral("Scenario or overlay; - is standard input."));
    option({QStringLiteral("o"), QStringLiteral("output")},
           "The file to write, by its ending: .svg .png .pdf .json .html; - is standard output.", "OUT");
    option({QStringLiteral("to")}, "The format, where OUT doesn't say it: svg, png, pdf, json or html.",
           "FORMAT");
    option({QStringLiteral("as-of")}, "The date to draw it at; any for no date. Default: the scenario's own.",
           "DATE");
    option({QStringLiteral("theme")},
           "light (default), dark, or a theme file. A web page without it is light or dark as its reader "
           "prefers.",
           "THEME");
    option({QStringLiteral("text-as")}, "text (default) or outlines, in SVG and PDF.", "KIND");
    option({QStringLiteral("preset")},
           "The page it is fitted to: slide, a4-landscape, a4-portrait, letter-landscape, letter-portrait, "
           "columns-1 to -4 and -6 (of a newspaper). Default: own, the picture's size.",
           "PAGE");
    option({QStringLiteral("width")}, "Width of a PNG in pixels.", "PX");
    option({QStringLiteral("scale")}, "Pixels of a PNG to a unit of the picture.", "F");
    option({QStringLiteral("dpi")}, "Resolution of a PNG; 96 is scale 1.", "N");
    option({QStringLiteral("background")}, "none, or a colour like #ffffff.", "COLOUR");
    option({QStringLiteral("layout")}, "hierarchy, force, or auto (default): force above 600 things.",
           "ENGINE");
    option({QStringLiteral("view")}, "A file of places, or none. Default: the one beside the scenario.",
           "FILE");
    option({QStringLiteral("no-legend")}, "Leaves the legend out.");
    option({QStringLiteral("no-footer")},
           "Leaves title and sources out; the date stays, and so do “hypothetical” and “may”.");
    option({QStringLiteral("compare")}, "Tells what FILE changes of this one: new, changed, removed.",
           "BASE");
    option({QStringLiteral("compare-as-of")},
           "Compares with BASE, or without --compare with FILE itself, as of this date.", "DATE");
    option({QStringLiteral("all-readings")},
           "Draws one figure for each reading of the disputed facts, in a grid.");
    option({QStringLiteral("focus")}, "Draws only what is near this firm.", "FIRM");
    option({QStringLiteral("hops")}, "How many agreements away is near; default 1.", "N");
}

std::optional<DrawOptions> readDrawOptions(const QCommandLineParser &parser, QString *why)
{
    return OptionsReader(parser).read(why);
}

Outcome<picture::Theme> readDrawTheme(const DrawOptions &options)
{
    if (options.theme.isEmpty() || options.theme == QLatin1String("light"))
        return {picture::lightTheme(), {}};
    if (options.theme == QLatin1String("dark"))
        return {picture::darkTheme(), {}};
    constexpr qint64 largestTheme = 1 << 20;
    const auto bytes = document::readFile(options.theme, largestTheme);
    if (!bytes)
        return {std::nullopt, bytes.problems};
    return picture::readTheme(*bytes.value, options.theme);
}

} // namespace entente::commandline
