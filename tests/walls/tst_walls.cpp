#include "support/registration.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QSet>

namespace tst_walls {

// The walls of the house: which room may include which, and what no room may touch. A link line is the first
// wall; inside one library only the includes tell.
class TestWalls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roomsIncludeOnlyTheirNeighbours();
    void coreKnowsNoGui();
    void onlyTheWorkerSeesGraphviz();
    void noWidgetsBelowTheWindow();
    void filesStaySmall();
    void noLeftOvers();
};

namespace {

struct Source
{
    QString path; // from the root
    QString room;
    QString text;
    QStringList includes;
};

QList<Source> readSources()
{
    static const QRegularExpression include(QStringLiteral("^#include [<\"]([^>\"]+)[>\"]"),
                                            QRegularExpression::MultilineOption);
    QList<Source> sources;
    const QDir root(QStringLiteral(ENTENTE_SOURCE_DIR));
    for (const QString &top : {QStringLiteral("core"), QStringLiteral("app")}) {
        QDirIterator files(root.filePath(top), {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (!file.open(QIODevice::ReadOnly))
                continue;
            Source source;
            source.path = root.relativeFilePath(file.fileName());
            source.room = source.path.section(u'/', 1, 1);
            source.text = QString::fromUtf8(file.readAll());
            for (auto match = include.globalMatch(source.text); match.hasNext();)
                source.includes.append(match.next().captured(1));
            sources.append(source);
        }
    }
    return sources;
}

const QList<Source> &sources()
{
    static const QList<Source> all = readSources();
    return all;
}

// Room → rooms whose headers it may include, itself besides.
QHash<QString, QSet<QString>> arrows()
{
    const auto set = [](const char *rooms) {
        const QStringList list = QString::fromLatin1(rooms).split(u' ', Qt::SkipEmptyParts);
        return QSet<QString>(list.begin(), list.end());
    };
    const char *const core =
        "problems document domain analysis graph dotgraph formats layout picture exports";
    return {
        {QStringLiteral("problems"), {}},
        {QStringLiteral("document"), set("problems")},
        {QStringLiteral("domain"), set("document problems")},
        {QStringLiteral("analysis"), set("domain")},
        {QStringLiteral("graph"), set("domain")},
        {QStringLiteral("formats"), set("document domain dotgraph problems")},
        {QStringLiteral("dotgraph"), {}},
        {QStringLiteral("layout"), set("graph problems")},
        {QStringLiteral("picture"), set("layout graph analysis domain problems")},
        {QStringLiteral("exports"), set("picture analysis domain problems resources")},
        {QStringLiteral("layoutworker"), set("layout dotgraph")},
        {QStringLiteral("painting"), set("picture problems resources")},
        {QStringLiteral("session"), set(core)},
        {QStringLiteral("commandline"), set("session painting exports resources problems document domain "
                                            "analysis graph formats layout picture")},
        {QStringLiteral("window"),
         set("session painting exports picture analysis graph document domain problems")},
    };
}

} // namespace

void TestWalls::roomsIncludeOnlyTheirNeighbours()
{
    const auto allowed = arrows();
    QVERIFY(sources().size() > 100);
    for (const Source &source : sources()) {
        if (!allowed.contains(source.room))
            continue; // app/main.cpp
        for (const QString &include : source.includes) {
            const QString room = include.section(u'/', 0, 0);
            if (!include.contains(u'/') || (!allowed.contains(room) && room != QLatin1String("resources")))
                continue; // outside the house
            QVERIFY2(room == source.room || allowed.value(source.room).contains(room),
                     qPrintable(QStringLiteral("%1 includes %2").arg(source.path, include)));
        }
    }
}

void TestWalls::coreKnowsNoGui()
{
    static const QRegularExpression gui(
        QStringLiteral("^(QtGui|QtWidgets|QPainter|QPixmap|QImage|QFont|QColor|QPen|QBrush|QWidget|"
                       "QApplication|QGuiApplication)"));
    for (const Source &source : sources()) {
        for (const QString &include : source.includes) {
            if (source.path.startsWith(QLatin1String("core/")))
                QVERIFY2(!gui.match(include).hasMatch(), qPrintable(source.path + u' ' + include));
        }
        const bool values =
            source.room == QLatin1String("domain") || source.room == QLatin1String("analysis");
        QVERIFY2(!values || !source.text.contains(QLatin1String("QObject>")), qPrintable(source.path));
        QVERIFY2(!values || !source.text.contains(QLatin1String("currentDate")), qPrintable(source.path));
    }
}

void TestWalls::onlyTheWorkerSeesGraphviz()
{
    for (const Source &source : sources()) {
        for (const QString &include : source.includes) {
            const bool graphviz = include.startsWith(QLatin1String("gvc")) ||
                                  include.startsWith(QLatin1String("graphviz")) ||
                                  include.startsWith(QLatin1String("cgraph"));
            QVERIFY2(!graphviz || source.room == QLatin1String("layoutworker"), qPrintable(source.path));
        }
    }
}

void TestWalls::noWidgetsBelowTheWindow()
{
    static const QRegularExpression widgets(
        QStringLiteral("^(QWidget|QApplication|QDialog|QMessageBox|QFileDialog|QMainWindow)$"));
    for (const Source &source : sources()) {
        for (const QString &include : source.includes) {
            QVERIFY2(source.room == QLatin1String("window") || !widgets.match(include).hasMatch(),
                     qPrintable(source.path + u' ' + include));
        }
    }
}

void TestWalls::filesStaySmall()
{
    constexpr qsizetype mostLines = 400;
    for (const Source &source : sources()) {
        const qsizetype lines = source.text.count(u'\n');
        QVERIFY2(lines <= mostLines,
                 qPrintable(QStringLiteral("%1 has %2 lines").arg(source.path).arg(lines)));
    }
}

void TestWalls::noLeftOvers()
{
    static const QRegularExpression leftOver(QStringLiteral("\\b(TODO|FIXME|XXX|HACK)\\b"));
    for (const Source &source : sources())
        QVERIFY2(!leftOver.match(source.text).hasMatch(), qPrintable(source.path));
}

ENTENTE_TEST(TestWalls, QCoreApplication)

} // namespace tst_walls

#include "tst_walls.moc"
