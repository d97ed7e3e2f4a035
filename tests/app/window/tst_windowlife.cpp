#include "app/window/windowfixture.h"
#include "support/registration.h"

#include <QDockWidget>
#include <QDropEvent>
#include <QFile>
#include <QMimeData>
#include <QTemporaryDir>
#include <QTreeWidget>
#include <QUrl>

namespace tst_windowlife {

using namespace entente;
using namespace entente::window;

// How the real window begins, ends and bears what happens around it.
class TestWindowLife : public QObject, protected test::WindowFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { nameSettings("tst_windowlife"); }
    void cleanup() { closeWindow(); }
    void opensWhatIsDropped();
    void takesNoSeveralFiles();
    void standsAsItStood();
    void outlivesItsLayoutWorker_data();
    void outlivesItsLayoutWorker();

private:
    bool drop(const QList<QUrl> &urls) const;
    QString write(const QString &name, const QByteArray &text) const;

    QTemporaryDir m_folder;
};

namespace {

const QByteArray small = R"({"format": "entente-scenario", "version": "1.0", "id": "small", "title": "Small",
 "firms": {"a": {"name": "Alpha", "kind": "company"}, "b": {"name": "Beta", "kind": "company"}},
 "agreements": {"deal": {"title": "Deal", "kind": "other",
  "parties": [{"firm": "a", "role": "party"}, {"firm": "b", "role": "party"}]}}})";

} // namespace

QString TestWindowLife::write(const QString &name, const QByteArray &text) const
{
    QFile file(m_folder.filePath(name));
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() ? file.fileName() : QString();
}

// Whether the window takes it.
bool TestWindowLife::drop(const QList<QUrl> &urls) const
{
    QMimeData data;
    data.setUrls(urls);
    const QPoint middle = m_window->rect().center();
    QDragEnterEvent enter(middle, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_window.get(), &enter);
    if (!enter.isAccepted())
        return false;
    QDropEvent event(middle, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_window.get(), &event);
    return event.isAccepted();
}

void TestWindowLife::opensWhatIsDropped()
{
    showWindow();
    open(session::bundledScenario());
    const QString path = write(QStringLiteral("small.entente.json"), small);
    QVERIFY(drop({QUrl::fromLocalFile(path)}));
    QTRY_COMPARE_WITH_TIMEOUT(m_session->path(), path, 30'000);
    QVERIFY(m_window->windowTitle().contains(QStringLiteral("Small")));
}

void TestWindowLife::takesNoSeveralFiles()
{
    showWindow();
    const QUrl file = QUrl::fromLocalFile(write(QStringLiteral("small.entente.json"), small));
    QVERIFY(!drop({file, file}));
    QVERIFY(!drop({QUrl(QStringLiteral("https://example.org/a.json"))}));
    QVERIFY(!drop({}));
}

void TestWindowLife::standsAsItStood()
{
    constexpr QSize size(1111, 777);
    showWindow();
    m_window->resize(size);
    auto *outline = find<QDockWidget>("outlineDock");
    m_window->addDockWidget(Qt::RightDockWidgetArea, outline);
    find<QDockWidget>("inspectorDock")->hide();
    m_window->close();
    m_window = std::make_unique<MainWindow>(*m_session, *m_styling);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    QCOMPARE(m_window->size(), size);
    QCOMPARE(m_window->dockWidgetArea(find<QDockWidget>("outlineDock")), Qt::RightDockWidgetArea);
    QVERIFY(!find<QDockWidget>("inspectorDock")->isVisible());
    QVERIFY(find<QDockWidget>("outlineDock")->isVisible());
}

void TestWindowLife::outlivesItsLayoutWorker_data()
{
    QTest::addColumn<QByteArray>("program");
    QTest::newRow("that ends at once") << QByteArray("#!/bin/sh\nexit 3\n");
    QTest::newRow("that is killed") << QByteArray("#!/bin/sh\nkill -9 $$\n");
    QTest::newRow("that answers nonsense")
        << QByteArray("#!/bin/sh\nhead -c 4096 /dev/zero | tr '\\0' 'x'\n");
    QTest::newRow("that is no program") << QByteArray("nothing to run");
}

void TestWindowLife::outlivesItsLayoutWorker()
{
    QFETCH(QByteArray, program);
    const QString worker = write(QStringLiteral("worker"), program);
    QVERIFY(QFile::setPermissions(worker, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    const QByteArray good = qgetenv("ENTENTE_LAYOUTWORKER");
    qputenv("ENTENTE_LAYOUTWORKER", worker.toUtf8());
    showWindow();
    m_session->open(session::bundledScenario());
    qputenv("ENTENTE_LAYOUTWORKER", good);
    auto *problems = find<QTreeWidget>("problemList");
    QTRY_VERIFY_WITH_TIMEOUT(problems->topLevelItemCount() > 0 && !m_session->isBusy(), 30'000);
    const QString told = problems->topLevelItem(0)->text(0);
    QVERIFY2(told.contains(QStringLiteral("could not be laid out")), qPrintable(told));
    QVERIFY(m_window->isVisible());
    closeWindow();
    showWindow(); // and the next is as good as ever
    open(session::bundledScenario());
    QVERIFY(!m_session->problems().hasErrors());
}

ENTENTE_TEST(TestWindowLife, QApplication)

} // namespace tst_windowlife

#include "tst_windowlife.moc"
