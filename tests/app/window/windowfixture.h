#pragma once

#include "painting/fontmeasure.h"
#include "picture/theme.h"
#include "session/session.h"
#include "window/canvas.h"
#include "window/mainwindow.h"

#include <QAction>
#include <QApplication>
#include <QSettings>
#include <QStandardPaths>
#include <QTest>

#include <memory>

namespace entente::test {

// The real window on a session of its own, with settings of the test's own: what tests of it are made of.
class WindowFixture
{
protected:
    template <typename T> T *find(const char *name) const
    {
        return m_window->findChild<T *>(QString::fromLatin1(name));
    }
    void trigger(const char *action) const { find<QAction>(action)->trigger(); }

    void nameSettings(const char *test)
    {
        QStandardPaths::setTestModeEnabled(true);
        QApplication::setOrganizationName(QStringLiteral("entente-tests"));
        QApplication::setApplicationName(QString::fromLatin1(test));
        m_measure = painting::makeFontMeasure(picture::lightTheme().fontFamily);
        m_styling = std::make_unique<window::Styling>();
    }

    void showWindow(QSize size = {})
    {
        QSettings().clear();
        m_session = std::make_unique<session::Session>(*m_measure);
        m_window = std::make_unique<window::MainWindow>(*m_session, *m_styling);
        if (size.isValid())
            m_window->resize(size);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    void closeWindow()
    {
        m_window.reset();
        m_session.reset();
    }

    void open(const QString &path)
    {
        m_session->open(path);
        QTRY_VERIFY_WITH_TIMEOUT(m_session->isOpen() && !m_session->isBusy(), 30'000);
    }

    // On a firm's card or an agreement's pill in the picture.
    void click(picture::Role role, const char *id) const
    {
        auto *canvas = find<window::Canvas>("canvas");
        canvas->setMotionEnabled(false); // so that things are where they are said to be
        for (const picture::Item &item : m_session->picture().items) {
            if (item.role == role && item.of.value(0) == QLatin1String(id)) {
                QTest::mouseClick(canvas, Qt::LeftButton, {},
                                  canvas->screenRectOf(item.id).center().toPoint());
                return;
            }
        }
        QTest::qFail(id, __FILE__, __LINE__);
    }

    std::unique_ptr<picture::TextMeasure> m_measure;
    std::unique_ptr<window::Styling> m_styling;
    std::unique_ptr<session::Session> m_session;
    std::unique_ptr<window::MainWindow> m_window;
};

} // namespace entente::test
