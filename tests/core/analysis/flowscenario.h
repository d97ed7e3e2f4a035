#pragma once

#include "formats/scenarioreader.h"

#include <QTest>

namespace entente::test {

// Firms: alpha with a subsidiary and a product, beta with a cloud, gamma, delta; and these agreements.
inline QByteArray flowScenario(const QByteArray &agreements)
{
    return R"({"format": "entente-scenario", "version": "1.0", "id": "t", "title": "T", "as_of": "2026-03",
 "firms": {
  "alpha": {"name": "Alpha", "kind": "company"},
  "alpha-sub": {"name": "Alpha Sub", "kind": "subsidiary", "part_of": "alpha"},
  "alpha-product": {"name": "Alpha Product", "kind": "product", "part_of": "alpha-sub"},
  "beta": {"name": "Beta", "kind": "company"},
  "beta-cloud": {"name": "Beta Cloud", "kind": "platform", "part_of": "beta"},
  "gamma": {"name": "Gamma", "kind": "company"},
  "delta": {"name": "Delta", "kind": "company"}},
 "agreements": {)" +
           agreements + "}}";
}

// One agreement of two parties: `roles` is "alpha investor beta investee".
inline QByteArray agreement(const QByteArray &id, const QByteArray &kind, const QByteArray &roles,
                            const QByteArray &amounts, const QByteArray &more = R"("status": "in_force")")
{
    QByteArray parties;
    const QList<QByteArray> words = roles.split(' ');
    for (qsizetype i = 0; i + 1 < words.size(); i += 2) {
        parties += (parties.isEmpty() ? "" : ", ");
        parties += R"({"firm": ")" + words[i] + R"(", "role": ")" + words[i + 1] + R"("})";
    }
    return '"' + id + R"(": {"title": ")" + id + R"(", "kind": ")" + kind + R"(", "parties": [)" + parties +
           R"(], "amounts": {)" + amounts + "}, " + more + "}";
}

// "id": {"value": …, "currency": "USD", …}
inline QByteArray usd(const QByteArray &id, const QByteArray &value, const QByteArray &more = {})
{
    return '"' + id + R"(": {"value": )" + value + R"(, "currency": "USD")" +
           (more.isEmpty() ? QByteArray() : ", " + more) + '}';
}

inline QByteArray undisclosed(const QByteArray &id, const QByteArray &more = {})
{
    return '"' + id + R"(": {"qualifier": "undisclosed", "currency": "USD")" +
           (more.isEmpty() ? QByteArray() : ", " + more) + '}';
}

inline domain::Scenario scenarioOf(const QByteArray &text)
{
    const auto file = formats::readScenario(text, QStringLiteral("test.json"));
    if (file)
        return file.value->scenario;
    for (const Problem &problem : file.problems.all())
        QTest::qFail(qPrintable(toLine(problem)), __FILE__, __LINE__);
    return {};
}

inline domain::Scenario bundledScenario(const char *name)
{
    const auto file =
        formats::readScenario(QStringLiteral(ENTENTE_SOURCE_DIR "/resources/scenarios/%1.entente.json")
                                  .arg(QString::fromLatin1(name)));
    return file ? file.value->scenario : domain::Scenario();
}

inline analysis::AsOf asOfText(const QString &text)
{
    return text == QLatin1String("any") ? analysis::AsOf::any()
                                        : analysis::AsOf{domain::EventDate::parse(text)};
}

} // namespace entente::test
