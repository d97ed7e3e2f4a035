#include "core/picture/drawnscenario.h"
#include "picture/colour.h"
#include "picture/svgwriter.h"
#include "support/registration.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QXmlStreamReader>

namespace tst_svgwriter {

using namespace entente;
using namespace entente::picture;
using namespace entente::test;

class TestSvgWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isWellFormed_data();
    void isWellFormed();
    void escapesEverything();
    void usesNothingExternal();
    void givesTheSameBytesTwice();
    void isolatesRightToLeftText();
    void listsItemsAsJson();
    void writesAtMostTwoDecimals();
};

namespace {

struct Read
{
    QStringList ids;
    QString text;
    QSet<QString> names;
    QString error;
};

Read read(const QByteArray &svg)
{
    Read result;
    QXmlStreamReader reader(svg);
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isStartElement()) {
            result.names.insert(reader.name().toString());
            if (reader.attributes().hasAttribute(QStringLiteral("class")))
                result.ids.append(reader.attributes().value(QStringLiteral("id")).toString());
        }
        if (reader.isCharacters())
            result.text += reader.text().toString() + u'\n';
    }
    result.error = reader.errorString();
    return result;
}

} // namespace

void TestSvgWriter::isWellFormed_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 10; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestSvgWriter::isWellFormed()
{
    QFETCH(quint32, seed);
    const Picture picture = generated(seed, 20).build();
    const Read svg = read(toSvg(picture));
    QCOMPARE(svg.error, QString());
    QStringList ids;
    for (const Item &item : picture.items)
        ids.append(item.id);
    QCOMPARE(svg.ids, ids);
}

void TestSvgWriter::escapesEverything()
{
    DrawnScenario drawn = purchase();
    const QString hostile = QStringLiteral("</text><script>alert(\"1\" & '2')</script>]]>");
    drawn.scenario.title = hostile;
    drawn.scenario.summary = hostile + QChar(0x0b) + QChar(0xd800) + QChar(0xffff);
    drawn.scenario.firms[0].name = hostile;
    drawn.scenario.agreements[0].title = hostile;
    drawn.scenario.agreements[0].note = hostile;
    drawn.theme.fontFamily = QStringLiteral("In\"ter' & <co>");
    drawn.place();
    const Read svg = read(toSvg(drawn.build()));
    QCOMPARE(svg.error, QString());
    QVERIFY(!svg.names.contains(QStringLiteral("script")));
    QVERIFY(svg.text.count(hostile) >=
            5); // the picture's title and summary, the titles of card and pill, the note
}

void TestSvgWriter::usesNothingExternal()
{
    const QByteArray svg = toSvg(generated(3, 30).build());
    const QSet<QString> allowed{QStringLiteral("svg"),  QStringLiteral("g"),    QStringLiteral("path"),
                                QStringLiteral("text"), QStringLiteral("rect"), QStringLiteral("desc"),
                                QStringLiteral("title")};
    QVERIFY((read(svg).names - allowed).isEmpty());
    for (const char *forbidden : {"href", "style=", "url(", "opacity", "rgba"})
        QVERIFY2(!svg.contains(forbidden), forbidden);
}

void TestSvgWriter::givesTheSameBytesTwice()
{
    QCOMPARE(toSvg(generated(5, 25).build()), toSvg(generated(5, 25).build()));
    QCOMPARE(toJson(generated(5, 25).build()), toJson(generated(5, 25).build()));
}

void TestSvgWriter::isolatesRightToLeftText()
{
    DrawnScenario drawn = purchase();
    drawn.scenario.firms[0].name = QStringLiteral("شركة A");
    drawn.place();
    const QString svg = QString::fromUtf8(toSvg(drawn.build()));
    QVERIFY(svg.contains(QChar(0x2067) + drawn.scenario.firms.first().name + QChar(0x2069)));
}

void TestSvgWriter::listsItemsAsJson()
{
    const Picture picture = generated(2, 12).build();
    QJsonParseError error{};
    const QJsonObject root = QJsonDocument::fromJson(toJson(picture), &error).object();
    QCOMPARE(error.error, QJsonParseError::NoError);
    QCOMPARE(root.value(u"format").toString(), QStringLiteral("entente-draw"));
    const QJsonArray items = root.value(u"items").toArray();
    QCOMPARE(items.size(), picture.items.size());
    for (qsizetype i = 0; i < items.size(); ++i) {
        const QJsonObject item = items.at(i).toObject();
        QCOMPARE(item.value(u"id").toString(), picture.items.at(i).id);
        QCOMPARE(item.value(u"role").toString(), toWord(picture.items.at(i).role));
        QCOMPARE(item.value(u"box").toObject().keys(),
                 QStringList({QStringLiteral("height"), QStringLiteral("width"), QStringLiteral("x"),
                              QStringLiteral("y")}));
        QVERIFY(item.value(u"of").isArray() && item.value(u"style").isObject());
    }
}

void TestSvgWriter::writesAtMostTwoDecimals()
{
    Path path;
    path.moveTo({1.0 / 3, -0.001});
    path.lineTo({100, 2.5});
    path.close();
    QCOMPARE(toSvgData(path), QStringLiteral("M0.33 0L100 2.5Z"));
}

ENTENTE_TEST(TestSvgWriter, QCoreApplication)

} // namespace tst_svgwriter

#include "tst_svgwriter.moc"
