#include "window/questionpanel.h"

#include "window/resultview.h"

#include <QLabel>
#include <QStackedLayout>

namespace entente::window {

QuestionPanel::QuestionPanel(session::Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_pages(new QStackedLayout(this))
    , m_message(new QLabel(this))
{
    m_message->setAlignment(Qt::AlignCenter);
    m_message->setWordWrap(true);
    m_message->setMargin(16);
    m_message->setForegroundRole(QPalette::PlaceholderText);
    m_pages->addWidget(m_message);
    for (auto signal : {&session::Session::opened, &session::Session::asOfChanged,
                        &session::Session::themeChanged, &session::Session::readingsChanged})
        connect(&session, signal, this, &QuestionPanel::ask);
}

QSize QuestionPanel::sizeHint() const
{
    return {640, 190};
}

void QuestionPanel::ask()
{
    m_isStale = !m_isSeen;
    if (m_isStale)
        return;
    if (m_session.isOpen())
        answer();
    else
        showMessage(QStringLiteral("Open a scenario to see the answer here."));
}

void QuestionPanel::setContent(QWidget *content)
{
    m_pages->addWidget(content);
    setFocusProxy(content);
}

void QuestionPanel::showContent()
{
    m_pages->setCurrentIndex(1);
}

void QuestionPanel::showMessage(const QString &sentence)
{
    m_message->setText(sentence);
    m_pages->setCurrentIndex(0);
}

void QuestionPanel::follow(ResultView *view)
{
    connect(view, &ResultView::chosen, this, &QuestionPanel::showOnCanvas);
    connect(view, &ResultView::left, this, &QuestionPanel::endHighlight);
}

void QuestionPanel::showOnCanvas(const ResultRow &row)
{
    m_session.select(row.thing);
    m_session.highlight(row.things);
    m_highlights = !row.things.isEmpty();
}

QString QuestionPanel::atDate() const
{
    const auto &date = m_session.asOf().date;
    return date ? QStringLiteral("as of %1").arg(domain::toWords(*date)) : QStringLiteral("at any date");
}

void QuestionPanel::setSeen(bool seen)
{
    m_isSeen = seen;
    if (seen && m_isStale)
        ask();
    if (!seen)
        endHighlight();
}

void QuestionPanel::endHighlight()
{
    if (std::exchange(m_highlights, false))
        m_session.highlight({});
}

void QuestionPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    setSeen(true);
}

void QuestionPanel::hideEvent(QHideEvent *event)
{
    setSeen(false);
    QWidget::hideEvent(event);
}

} // namespace entente::window
