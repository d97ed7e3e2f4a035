#include "core/document/generated.h"
#include "document/jsonreader.h"
#include "document/jsonwriter.h"
#include "support/registration.h"

#include <QJsonDocument>

namespace tst_jsonwriter {

using namespace entente;
using namespace entente::document;

class TestJsonWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenReadsEqual()
    {
        for (quint32 seed = 0; seed < 300; ++seed) {
            const Value value = test::Generator(seed).object(5);
            for (const QByteArray &text : {toJson(value), toCompactJson(value)}) {
                const auto again = readJson(text, QStringLiteral("a"), 0);
                QVERIFY2(again && again.value->sameJson(value), text.constData());
            }
        }
    }

    void isStrict()
    {
        for (quint32 seed = 0; seed < 100; ++seed) {
            const QByteArray text = toJson(test::Generator(seed).object(5));
            QJsonParseError error;
            QJsonDocument::fromJson(text, &error);
            QVERIFY2(error.error == QJsonParseError::NoError, text.constData());
        }
    }

    void isIndentedByTwo()
    {
        const auto value = readJson(R"({"b":[1,{}],"a":{"c":[]}})", QStringLiteral("a"), 0);
        QCOMPARE(toJson(*value.value),
                 "{\n  \"b\": [\n    1,\n    {}\n  ],\n  \"a\": {\n    \"c\": []\n  }\n}\n");
        QCOMPARE(toCompactJson(*value.value), R"({"b": [1, {}], "a": {"c": []}})");
    }

    void keepsTheAuthorsDigits_data()
    {
        QTest::addColumn<QByteArray>("digits");
        for (const char *digits : {"0", "-0", "138e9", "1.50", "0.1", "12345678901234567890", "1E+2"})
            QTest::newRow(digits) << QByteArray(digits);
    }

    void keepsTheAuthorsDigits()
    {
        QFETCH(QByteArray, digits);
        const auto value = readJson(digits, QStringLiteral("a"), 0);
        QVERIFY(bool(value));
        QCOMPARE(toCompactJson(*value.value), digits);
    }
};

ENTENTE_TEST(TestJsonWriter, QCoreApplication)

} // namespace tst_jsonwriter

#include "tst_jsonwriter.moc"
