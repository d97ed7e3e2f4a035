#include "picture/colour.h"
#include "picture/theme.h"
#include "support/registration.h"

#include <QFile>

namespace tst_theme {

using namespace entente;
using namespace entente::picture;

class TestTheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textHasContrast_data();
    void textHasContrast();
    void kindsDiffer_data();
    void kindsDiffer();
    void readsATheme();
    void tellsWhatIsWrong_data();
    void tellsWhatIsWrong();
    void columnsCountCodePoints();
    void measuresContrastLikeWcag();
};

namespace {

void addThemes()
{
    QTest::addColumn<Theme>("theme");
    QTest::newRow("light") << lightTheme();
    QTest::newRow("dark") << darkTheme();
    QFile file(QStringLiteral(ENTENTE_SOURCE_DIR "/resources/themes/newsprint.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const Outcome<Theme> newsprint = readTheme(file.readAll(), file.fileName());
    QVERIFY2(newsprint.value, qPrintable(toLine(newsprint.problems.all().value(0))));
    QTest::newRow("newsprint") << *newsprint.value;
}

} // namespace

void TestTheme::textHasContrast_data()
{
    addThemes();
}

void TestTheme::textHasContrast()
{
    QFETCH(Theme, theme);
    const Palette &p = theme.palette;
    struct Pair
    {
        const char *name;
        Rgba text;
        Rgba ground;
    };
    const Pair pairs[] = {{"text on a card", p.text, p.card},
                          {"kind on a card", p.mutedText, p.card},
                          {"faded text on a card", p.fadedText, p.card},
                          {"text on a pill", p.text, p.pill},
                          {"sources on a pill", p.mutedText, p.pill},
                          {"faded text on a pill", p.fadedText, p.pill},
                          {"group title", p.groupTitle, p.group},
                          {"nested group title", p.groupTitle, p.groupNested},
                          {"legend", p.text, p.background},
                          {"footer", p.mutedText, p.background},
                          {"conflict mark", p.conflict, p.background}};
    for (const Pair &pair : pairs)
        QVERIFY2(contrast(pair.text, pair.ground) >= 4.5, pair.name);
}

void TestTheme::kindsDiffer_data()
{
    addThemes();
}

void TestTheme::kindsDiffer()
{
    QFETCH(Theme, theme);
    QSet<quint32> colours;
    for (Rgba colour : theme.palette.kinds)
        colours.insert(colour.value);
    QCOMPARE(theme.palette.kinds.size(), 10);
    QCOMPARE(colours.size(), 10);
}

void TestTheme::readsATheme()
{
    const Outcome<Theme> theme =
        readTheme(R"({"extends": "dark", "name": "House", "fonts": {"family": "Georgia", "scale": 1.2},
        "palette": {"conflict": "#f00", "company": "#123456"}, "numbers": "bn", "dates": "iso", "credit": "Desk", "x-note": 1})",
                  QStringLiteral("house.json"));
    QVERIFY(theme);
    QCOMPARE(theme.value->name, QStringLiteral("House"));
    QCOMPARE(theme.value->fontFamily, QStringLiteral("Georgia"));
    QCOMPARE(theme.value->palette.conflict, rgb(0xff0000));
    QCOMPARE(theme.value->palette.kinds.value(domain::FirmKind::Company), rgb(0x123456));
    QCOMPARE(theme.value->palette.background, darkTheme().palette.background);
    QCOMPARE(theme.value->numbers, domain::NumberStyle::LowerCaseBn);
    QCOMPARE(theme.value->creditLine, QStringLiteral("Desk"));
}

void TestTheme::tellsWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("path");
    QTest::newRow("no JSON") << QByteArray("{\n\"name\": }") << 2 << QString();
    QTest::newRow("no object") << QByteArray("[]") << 1 << QString();
    QTest::newRow("unknown key") << QByteArray("{\n\n\"palete\": {}}") << 3 << QStringLiteral("/palete");
    QTest::newRow("no colour") << QByteArray("{\"palette\":\n{\"text\": \"blue\"}}") << 2
                               << QStringLiteral("/palette/text");
    QTest::newRow("unknown role") << QByteArray("{\"palette\":\n{\"txt\": \"#fff\"}}") << 2
                                  << QStringLiteral("/palette/txt");
    QTest::newRow("numbers") << QByteArray("{\"numbers\": \"billions\"}") << 1 << QStringLiteral("/numbers");
    QTest::newRow("scale") << QByteArray("{\"fonts\": {\"scale\": 40}}") << 1
                           << QStringLiteral("/fonts/scale");
    QTest::newRow("wrong type") << QByteArray("{\"palette\": 3}") << 1 << QStringLiteral("/palette");
    QTest::newRow("name of wrong type") << QByteArray("{\"name\": 3}") << 1 << QStringLiteral("/name");
}

void TestTheme::tellsWhatIsWrong()
{
    QFETCH(QByteArray, json);
    const Outcome<Theme> theme = readTheme(json, QStringLiteral("t.json"));
    QVERIFY(!theme);
    const Problem problem = theme.problems.all().value(0);
    QCOMPARE(problem.place.file, QStringLiteral("t.json"));
    QTEST(problem.place.line, "line");
    QTEST(problem.path, "path");
    QVERIFY(!problem.message.isEmpty());
}

void TestTheme::columnsCountCodePoints()
{
    const Outcome<Theme> theme =
        readTheme("{\"name\": \"\xF0\x9F\x8F\xA2\", \"numbers\": 3}", QStringLiteral("t.json"));
    QCOMPARE(theme.problems.all().value(0).place.column, 15);
}

void TestTheme::measuresContrastLikeWcag()
{
    QCOMPARE(contrast(rgb(0), rgb(0xffffff)), 21.0);
    QVERIFY(std::abs(contrast(rgb(0x777777), rgb(0xffffff)) - 4.48) < 0.01);
    QCOMPARE(mixed(rgb(0), rgb(0xffffff), 0.5), rgb(0x808080));
}

ENTENTE_TEST(TestTheme, QCoreApplication)

} // namespace tst_theme

#include "tst_theme.moc"
