#include "core/document/generated.h"
#include "document/edit.h"
#include "document/jsonreader.h"
#include "document/jsonwriter.h"
#include "support/registration.h"

namespace tst_edit {

using namespace entente;
using namespace entente::document;

namespace {

Value json(const char *text)
{
    return *readJson(text, QStringLiteral("test"), 0).value;
}

Change changeFrom(const QString &kind, const QString &pointer, const QString &argument)
{
    if (kind == QLatin1String("set"))
        return Change::set(pointer, Value::string(argument));
    return kind == QLatin1String("remove") ? Change::remove(pointer) : Change::rename(pointer, argument);
}

void collect(const Value &value, const QString &pointer, QStringList &pointers)
{
    if (!pointer.isEmpty())
        pointers.append(pointer);
    for (size_t i = 0; i < value.members().size(); ++i) {
        const Member &member = value.members()[i];
        collect(member.value,
                value.isArray() ? childPointer(pointer, qsizetype(i)) : childPointer(pointer, member.key),
                pointers);
    }
}

Change randomChange(const Value &root, test::Generator &generator, QRandomGenerator &random)
{
    QStringList pointers;
    collect(root, {}, pointers);
    const QString any =
        pointers.isEmpty() ? QStringLiteral("/a") : pointers.at(random.bounded(int(pointers.size())));
    switch (random.bounded(4)) {
    case 0:
        return Change::remove(any);
    case 1:
        return Change::rename(any, QStringLiteral("renamed%1").arg(random.bounded(3)));
    case 2:
        return Change::set(any + QStringLiteral("/new/deep"), generator.value(2));
    default:
        return Change::set(any, generator.value(2));
    }
}

} // namespace

class TestEdit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changes_data();
    void changes();
    void refusesAndChangesNothing_data();
    void refusesAndChangesNothing();
    void oneRefusedOfManyTakesAllBack();
    void inverseRestoresEveryByte();
};

void TestEdit::changes_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QString>("argument");
    QTest::addColumn<QByteArray>("after");
    const auto row = [](const char *name, const char *before, const char *kind, const char *pointer,
                        const char *argument, const char *after) {
        QTest::newRow(name) << QByteArray(before) << QString::fromLatin1(kind) << QString::fromLatin1(pointer)
                            << QString::fromLatin1(argument) << QByteArray(after);
    };
    row("replaces in place", R"({"a":"1","b":"2"})", "set", "/a", "x", R"({"a":"x","b":"2"})");
    row("adds at the end", R"({"a":"1"})", "set", "/b", "x", R"({"a":"1","b":"x"})");
    row("makes parents", "{}", "set", "/a/b", "x", R"({"a":{"b":"x"}})");
    row("replaces an item", R"({"a":["1","2"]})", "set", "/a/1", "x", R"({"a":["1","x"]})");
    row("adds an item", R"({"a":["1"]})", "set", "/a/-", "x", R"({"a":["1","x"]})");
    row("removes a member", R"({"a":"1","b":"2"})", "remove", "/a", "", R"({"b":"2"})");
    row("removes an item", R"({"a":["1","2"]})", "remove", "/a/0", "", R"({"a":["2"]})");
    row("renames in place", R"({"a":"1","b":"2"})", "rename", "/a", "c", R"({"c":"1","b":"2"})");
    row("escaped keys", R"({"a/b":{"c~d":"1"}})", "set", "/a~1b/c~0d", "x", R"({"a/b":{"c~d":"x"}})");
}

void TestEdit::changes()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QFETCH(QString, kind);
    QFETCH(QString, pointer);
    QFETCH(QString, argument);
    Value root = json(before);
    const std::optional<Change> back = apply(root, changeFrom(kind, pointer, argument));
    QVERIFY(back);
    QCOMPARE(toCompactJson(root), toCompactJson(json(after)));
    QVERIFY(apply(root, *back));
    QCOMPARE(toCompactJson(root), toCompactJson(json(before)));
}

void TestEdit::refusesAndChangesNothing_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QString>("argument");
    QTest::newRow("removes nothing") << "remove"
                                     << "/z"
                                     << "";
    QTest::newRow("removes the root") << "remove"
                                      << ""
                                      << "";
    QTest::newRow("renames nothing") << "rename"
                                     << "/z"
                                     << "y";
    QTest::newRow("renames onto another") << "rename"
                                          << "/a"
                                          << "b";
    QTest::newRow("sets inside a text") << "set"
                                        << "/a/deep/down"
                                        << "x";
}

void TestEdit::refusesAndChangesNothing()
{
    QFETCH(QString, kind);
    QFETCH(QString, pointer);
    QFETCH(QString, argument);
    Value root = json(R"({"a":"1","b":"2"})");
    QVERIFY(!apply(root, changeFrom(kind, pointer, argument)));
    QCOMPARE(toCompactJson(root), toCompactJson(json(R"({"a":"1","b":"2"})")));
}

void TestEdit::oneRefusedOfManyTakesAllBack()
{
    Value root = json(R"({"a":"1","b":"2"})");
    QVERIFY(!apply(root, QList{Change::remove(QStringLiteral("/a")), Change::remove(QStringLiteral("/z"))}));
    QCOMPARE(toCompactJson(root), toCompactJson(json(R"({"a":"1","b":"2"})")));
}

void TestEdit::inverseRestoresEveryByte()
{
    for (quint32 seed = 0; seed < 200; ++seed) {
        test::Generator generator(seed);
        QRandomGenerator random(seed);
        Value root = generator.object(4);
        QList<QByteArray> before;
        QList<Change> inverse;
        for (int step = 0; step < 20; ++step) {
            const QByteArray bytes = toJson(root);
            if (const auto back = apply(root, randomChange(root, generator, random))) {
                before.append(bytes);
                inverse.append(*back);
            } else {
                QCOMPARE(toJson(root), bytes);
            }
        }
        while (!inverse.isEmpty()) {
            QVERIFY(apply(root, inverse.takeLast()));
            QCOMPARE(toJson(root), before.takeLast());
        }
    }
}

ENTENTE_TEST(TestEdit, QCoreApplication)

} // namespace tst_edit

#include "tst_edit.moc"
