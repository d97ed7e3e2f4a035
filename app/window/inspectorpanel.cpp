#include "window/inspectorpanel.h"

#include "window/citations.h"
#include "window/inspectorhtml.h"

#include <QDesktopServices>
#include <QMimeData>
#include <QScrollBar>
#include <QTextDocumentFragment>
#include <QUrl>

namespace entente::window {

InspectorPanel::InspectorPanel(session::Session &session, QWidget *parent)
    : QTextBrowser(parent)
    , m_session(session)
    , m_roster(&exports::article::rosterOf)
{
    setObjectName(QStringLiteral("inspector"));
    setAccessibleName(QStringLiteral("Inspector"));
    setToolTip(QStringLiteral("What is selected; links select what they name (F6; Alt+Left goes back)"));
    setFrameShape(QFrame::NoFrame);
    setOpenLinks(false);
    document()->setDocumentMargin(12);
    QTextOption leftToRight; // the sentences are English, whatever the names in them
    leftToRight.setTextDirection(Qt::LeftToRight);
    leftToRight.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    document()->setDefaultTextOption(leftToRight);
    setTextInteractionFlags(Qt::TextBrowserInteraction);
    connect(this, &QTextBrowser::anchorClicked, this, &InspectorPanel::follow);
    connect(&session, &session::Session::selectionChanged, this, [this] {
        remember();
        m_length = Length::Short;
        refresh();
        verticalScrollBar()->setValue(0);
    });
    connect(&session, &session::Session::viewReset, this, [this] {
        m_history.clear(); // of a scenario that goes
        m_at = -1;
        Q_EMIT historyChanged(false, false);
    });
    connect(&session, &session::Session::opened, this, [this] {
        m_roster.begin(m_session.scenario());
        refresh();
    });
    connect(&session, &session::Session::readingsChanged, this,
            [this] { m_roster.begin(m_session.scenario()); });
    connect(&session, &session::Session::pictureChanged, this, &InspectorPanel::refresh);
    m_roster.begin(session.scenario());
    refresh();
}

void InspectorPanel::refresh()
{
    const int at = verticalScrollBar()->value();
    setHtml(inspectorHtml(m_session, m_session.selection(), atHand(), m_length));
    verticalScrollBar()->setValue(at);
}

exports::article::AtHand InspectorPanel::atHand()
{
    const domain::ThingKind kind = m_session.selection().kind;
    const bool needsRoster = kind == domain::ThingKind::Firm || kind == domain::ThingKind::Source;
    return {names(), needsRoster ? m_roster.value() : nullptr};
}

// Each thing that is selected asks: to look among all agreements every time would take longer than a frame.
std::shared_ptr<const domain::AgreementNames> InspectorPanel::names()
{
    const domain::Scenario &scenario = m_session.scenario();
    const bool isSame = m_names && m_namedAgreements.isSharedWith(scenario.agreements) &&
                        m_namedFirms.isSharedWith(scenario.firms);
    if (!isSame) {
        m_namedAgreements = scenario.agreements;
        m_namedFirms = scenario.firms;
        m_names = std::make_shared<const domain::AgreementNames>(scenario);
    }
    return m_names;
}

void InspectorPanel::remember()
{
    const domain::ThingRef thing = m_session.selection();
    if (!m_going && !thing.isNone() && (m_at < 0 || m_history[m_at] != thing)) {
        m_history = m_history.mid(0, m_at + 1);
        m_history.append(thing);
        m_at = m_history.size() - 1;
    }
    Q_EMIT historyChanged(m_at > 0, m_at + 1 < m_history.size());
}

void InspectorPanel::back()
{
    go(-1);
}

void InspectorPanel::forward()
{
    go(1);
}

void InspectorPanel::go(int by)
{
    const qsizetype to = m_at + by;
    if (to < 0 || to >= m_history.size())
        return;
    m_at = to;
    m_going = true;
    m_session.select(m_history[to]);
    m_going = false;
    Q_EMIT historyChanged(m_at > 0, m_at + 1 < m_history.size()); // also where nothing else was selected
}

void InspectorPanel::follow(const QUrl &link)
{
    static const QString edit = QStringLiteral("edit:");
    if (link.toString().startsWith(edit)) {
        Q_EMIT editRequested(domain::ThingRef::fromString(link.toString().mid(edit.size())));
        return;
    }
    if (link.toString() == showAllLink) {
        m_length = Length::Whole;
        refresh();
        return;
    }
    const domain::ThingRef thing = domain::ThingRef::fromString(link.toString());
    if (!thing.isNone())
        m_session.select(thing);
    else if (link.scheme() == QLatin1String("https") || link.scheme() == QLatin1String("http"))
        QDesktopServices::openUrl(link);
}

QMimeData *InspectorPanel::createMimeDataFromSelection() const
{
    const QTextDocumentFragment fragment = textCursor().selection();
    const QStringList sources = citations(m_session.scenario(), m_session.selection());
    // A plain QMimeData: the text editor's own fills itself in later and would overwrite what is added.
    auto *mime = new QMimeData;
    QString text = fragment.toPlainText();
    QString html = fragment.toHtml();
    if (!sources.isEmpty()) {
        text += QStringLiteral("\n\n") + sources.join(u'\n');
        const QString cited =
            QStringLiteral("<p>%1</p>")
                .arg(sources.join(u'\n').toHtmlEscaped().replace(u'\n', QLatin1String("<br/>")));
        html.insert(html.lastIndexOf(QLatin1String("</body>")), cited);
    }
    mime->setText(text);
    mime->setHtml(html);
    return mime;
}

} // namespace entente::window
