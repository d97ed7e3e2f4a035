#pragma once

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPointF>
#include <QProcess>
#include <QSize>
#include <QTemporaryDir>
#include <QUrl>

#include <array>
#include <poll.h>
#include <unistd.h>
#include <utility>

namespace entente::test {

// A headless Chromium that is told what to do by the DevTools protocol over a pipe: JSON messages that end in
// NUL, written to its file descriptor 3 and read from 4. It reports every error of the console and every
// request for anything but the page itself.
class Chromium
{
public:
    Chromium() = default;
    Chromium(const Chromium &) = delete;
    Chromium &operator=(const Chromium &) = delete;

    ~Chromium()
    {
        if (m_process.state() == QProcess::Running)
            call(QStringLiteral("Browser.close"), {});
        for (int end : {m_commands[1], m_answers[0]}) {
            if (end >= 0)
                close(end);
        }
        if (!m_process.waitForFinished(patience)) {
            m_process.kill();
            m_process.waitForFinished();
        }
    }

    bool start(const QSize &window)
    {
        if (!m_profile.isValid() || pipe(m_commands.data()) != 0 || pipe(m_answers.data()) != 0)
            return false;
        m_process.setChildProcessModifier([this] {
            // High numbers first: one of the pipe's ends may itself be 3 or 4.
            constexpr int spare = 60;
            dup2(m_commands[0], spare);
            dup2(m_answers[1], spare + 1);
            dup2(spare, 3);
            dup2(spare + 1, 4);
            for (int end : {spare, spare + 1})
                close(end);
        });
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.start(
            qEnvironmentVariable("ENTENTE_CHROMIUM"),
            {QStringLiteral("--headless"), QStringLiteral("--no-sandbox"), // as root, too
             QStringLiteral("--disable-gpu"), QStringLiteral("--disable-dev-shm-usage"),
             QStringLiteral("--no-first-run"), QStringLiteral("--disable-extensions"),
             QStringLiteral("--disable-background-networking"), QStringLiteral("--disable-component-update"),
             QStringLiteral("--hide-scrollbars"), QStringLiteral("--remote-debugging-pipe"),
             QStringLiteral("--window-size=%1,%2").arg(window.width()).arg(window.height()),
             QStringLiteral("--user-data-dir=") + m_profile.path(), QStringLiteral("about:blank")});
        close(std::exchange(m_commands[0], -1));
        close(std::exchange(m_answers[1], -1));
        return m_process.waitForStarted(patience) && attach();
    }

    // Waits until the page is there, its script run.
    bool open(const QUrl &url)
    {
        m_page = url.adjusted(QUrl::RemoveFragment).toString();
        m_errors.clear();
        m_requests.clear();
        m_isLoaded = false;
        call(QStringLiteral("Page.navigate"), {{QStringLiteral("url"), url.toString(QUrl::FullyEncoded)}});
        while (!m_isLoaded && receive())
            ;
        return m_isLoaded;
    }

    // The value of a JavaScript expression; an exception in it is among the errors.
    QJsonValue value(const QString &expression)
    {
        const QJsonObject answer =
            call(QStringLiteral("Runtime.evaluate"), {{QStringLiteral("expression"), expression},
                                                      {QStringLiteral("returnByValue"), true},
                                                      {QStringLiteral("awaitPromise"), true}});
        if (answer.contains(QStringLiteral("exceptionDetails")))
            m_errors.append(QString::fromUtf8(QJsonDocument(answer).toJson(QJsonDocument::Compact)));
        return answer[QStringLiteral("result")].toObject()[QStringLiteral("value")];
    }
    QString text(const QString &expression) { return value(expression).toString(); }

    void press(const QString &key)
    {
        const bool isLetter = key.size() == 1;
        QJsonObject event{{QStringLiteral("type"), QStringLiteral("keyDown")}, {QStringLiteral("key"), key}};
        if (isLetter)
            event.insert(QStringLiteral("text"), key);
        if (key == QLatin1String("Enter"))
            event.insert(QStringLiteral("text"), QStringLiteral("\r"));
        if (key == QLatin1String("Tab")) // the browser itself moves the focus by the key's code
            event.insert(QStringLiteral("windowsVirtualKeyCode"), 9);
        call(QStringLiteral("Input.dispatchKeyEvent"), event);
        event.insert(QStringLiteral("type"), QStringLiteral("keyUp"));
        event.remove(QStringLiteral("text"));
        call(QStringLiteral("Input.dispatchKeyEvent"), event);
    }

    // At the middle of the first element that the selector finds.
    void click(const QString &selector)
    {
        const QPointF at = middleOf(selector);
        mouse(QStringLiteral("mousePressed"), at, 1);
        mouse(QStringLiteral("mouseReleased"), at, 0);
    }

    void drag(const QPointF &from, const QPointF &to)
    {
        mouse(QStringLiteral("mousePressed"), from, 1);
        mouse(QStringLiteral("mouseMoved"), (from + to) / 2, 1);
        mouse(QStringLiteral("mouseMoved"), to, 1);
        mouse(QStringLiteral("mouseReleased"), to, 0);
    }

    void wheel(const QPointF &at, double by)
    {
        call(QStringLiteral("Input.dispatchMouseEvent"),
             {{QStringLiteral("type"), QStringLiteral("mouseWheel")},
              {QStringLiteral("x"), at.x()},
              {QStringLiteral("y"), at.y()},
              {QStringLiteral("deltaX"), 0},
              {QStringLiteral("deltaY"), by}});
    }

    // Two fingers that start so far apart, left and right of a place, and end so far apart.
    void pinch(const QPointF &around, double from, double to)
    {
        const auto touch = [&](const QString &type, double apart) {
            QJsonArray points;
            if (type != QLatin1String("touchEnd")) {
                for (double side : {-0.5, 0.5})
                    points.append(QJsonObject{{QStringLiteral("x"), around.x() + side * apart},
                                              {QStringLiteral("y"), around.y()},
                                              {QStringLiteral("id"), side < 0 ? 1 : 2}});
            }
            call(QStringLiteral("Input.dispatchTouchEvent"),
                 {{QStringLiteral("type"), type}, {QStringLiteral("touchPoints"), points}});
        };
        touch(QStringLiteral("touchStart"), from);
        touch(QStringLiteral("touchMove"), (from + to) / 2);
        touch(QStringLiteral("touchMove"), to);
        touch(QStringLiteral("touchEnd"), to);
    }

    QPointF middleOf(const QString &selector)
    {
        const QJsonArray at =
            value(QStringLiteral("(() => { const box = document.querySelector('%1')"
                                 ".getBoundingClientRect();"
                                 "return [box.x + box.width / 2, box.y + box.height / 2]; })()")
                      .arg(selector))
                .toArray();
        return {at[0].toDouble(), at[1].toDouble()};
    }

    // As it would be printed; an empty medium is the screen again.
    void showAs(const QString &medium)
    {
        call(QStringLiteral("Emulation.setEmulatedMedia"), {{QStringLiteral("media"), medium}});
    }

    void prefer(const QString &feature, const QString &wish)
    {
        call(QStringLiteral("Emulation.setEmulatedMedia"),
             {{QStringLiteral("features"),
               QJsonArray{QJsonObject{{QStringLiteral("name"), feature}, {QStringLiteral("value"), wish}}}}});
    }

    const QStringList &errors() const { return m_errors; }
    const QStringList &requests() const { return m_requests; }

private:
    static constexpr int patience = 60'000; // milliseconds; a busy machine may take long to start a browser

    bool attach()
    {
        const QString page = call(QStringLiteral("Target.createTarget"),
                                  {{QStringLiteral("url"), QStringLiteral("about:blank")}})
                                 .value(QStringLiteral("targetId"))
                                 .toString();
        m_session = call(QStringLiteral("Target.attachToTarget"),
                         {{QStringLiteral("targetId"), page}, {QStringLiteral("flatten"), true}})
                        .value(QStringLiteral("sessionId"))
                        .toString();
        for (const QString &domain : {QStringLiteral("Page"), QStringLiteral("Runtime"),
                                      QStringLiteral("Log"), QStringLiteral("Network")})
            call(domain + QStringLiteral(".enable"), {});
        return !m_session.isEmpty();
    }

    void mouse(const QString &type, const QPointF &at, int buttons)
    {
        call(QStringLiteral("Input.dispatchMouseEvent"), {{QStringLiteral("type"), type},
                                                          {QStringLiteral("x"), at.x()},
                                                          {QStringLiteral("y"), at.y()},
                                                          {QStringLiteral("button"), QStringLiteral("left")},
                                                          {QStringLiteral("buttons"), buttons},
                                                          {QStringLiteral("clickCount"), 1}});
    }

    // The result of a command.
    QJsonObject call(const QString &method, const QJsonObject &parameters)
    {
        const int id = ++m_calls;
        QJsonObject message{{QStringLiteral("id"), id},
                            {QStringLiteral("method"), method},
                            {QStringLiteral("params"), parameters}};
        if (!m_session.isEmpty() && !method.startsWith(QLatin1String("Browser.")))
            message.insert(QStringLiteral("sessionId"), m_session);
        QByteArray bytes = QJsonDocument(message).toJson(QJsonDocument::Compact);
        bytes.append('\0');
        if (write(m_commands[1], bytes.constData(), size_t(bytes.size())) != bytes.size())
            return {};
        while (!m_results.contains(id)) {
            if (!receive())
                return {};
        }
        return m_results.take(id);
    }

    // Takes one message; false where the browser says nothing for too long, or is gone.
    bool receive()
    {
        qsizetype end = m_received.indexOf('\0');
        while (end < 0) {
            pollfd ready{m_answers[0], POLLIN, 0};
            std::array<char, 65'536> chunk{};
            const ssize_t count =
                poll(&ready, 1, patience) > 0 ? read(m_answers[0], chunk.data(), chunk.size()) : 0;
            if (count <= 0)
                return false;
            m_received.append(chunk.data(), qsizetype(count));
            end = m_received.indexOf('\0');
        }
        take(QJsonDocument::fromJson(m_received.left(end)).object());
        m_received.remove(0, end + 1);
        return true;
    }

    void take(const QJsonObject &message)
    {
        const QJsonObject parameters = message[QStringLiteral("params")].toObject();
        const QString method = message[QStringLiteral("method")].toString();
        const QString whole = QString::fromUtf8(QJsonDocument(parameters).toJson(QJsonDocument::Compact));
        if (message.contains(QStringLiteral("id")))
            m_results.insert(message[QStringLiteral("id")].toInt(),
                             message[QStringLiteral("result")].toObject());
        else if (method == QLatin1String("Page.loadEventFired"))
            m_isLoaded = true;
        else if (method == QLatin1String("Log.entryAdded") ||
                 method == QLatin1String("Runtime.exceptionThrown"))
            m_errors.append(whole);
        else if (method == QLatin1String("Runtime.consoleAPICalled"))
            m_errors.append(whole);
        else if (method == QLatin1String("Network.requestWillBeSent") &&
                 !parameters[QStringLiteral("documentURL")].toString().isEmpty() &&
                 parameters[QStringLiteral("request")].toObject()[QStringLiteral("url")].toString() != m_page)
            m_requests.append(whole);
    }

    QProcess m_process;
    QTemporaryDir m_profile;
    std::array<int, 2> m_commands{-1, -1};
    std::array<int, 2> m_answers{-1, -1};
    QByteArray m_received;
    QHash<int, QJsonObject> m_results;
    QString m_session;
    QString m_page;
    QStringList m_errors;
    QStringList m_requests;
    int m_calls = 0;
    bool m_isLoaded = false;
};

} // namespace entente::test
