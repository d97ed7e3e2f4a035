#include "window/circlespanel.h"

#include "window/moneyrows.h"
#include "window/resultview.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace entente::window {

CirclesPanel::CirclesPanel(session::Session &session, QWidget *parent)
    : QuestionPanel(session, parent)
    , m_summary(new QLabel)
    , m_anyDate(new QPushButton(QStringLiteral("Show at any date")))
    , m_view(
          new ResultView({QStringLiteral("Circular deal"), QString(), QStringLiteral("Size (smallest leg)")}))
{
    m_summary->setObjectName(QStringLiteral("circlesSummary"));
    m_summary->setWordWrap(true);
    m_anyDate->setObjectName(QStringLiteral("circlesAnyDate"));
    m_anyDate->setToolTip(QStringLiteral("Take every date together, as the as-of date “any” does"));
    m_view->setWords(
        QStringLiteral("circlesView"), QStringLiteral("Circular deals"),
        QStringLiteral(
            "Money that comes back to where it went out from; choose a row to see it on the canvas"));
    m_view->setFigureColumn(CircleSize);
    m_view->setOpenDepth(3);
    m_view->setDispensableColumn(CircleSays);
    auto *content = new QWidget(this);
    auto *top = new QHBoxLayout;
    top->addWidget(m_summary, 1);
    top->addWidget(m_anyDate);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(8, 4, 8, 8);
    layout->addLayout(top);
    layout->addWidget(m_view, 1);
    layout->addStretch(0); // what is left where there is no row
    content->setFocusProxy(m_view);
    setContent(content);
    follow(m_view);
    connect(m_anyDate, &QPushButton::clicked, this,
            [this] { this->session().setAsOf(analysis::AsOf::any()); });
}

namespace {

constexpr int mostShown = 500; // the largest: nobody reads on
constexpr int mostNamed = 3;   // of other dates

QString countedCircles(qsizetype circles)
{
    return circles == 0   ? QStringLiteral("No circular deal")
           : circles == 1 ? QStringLiteral("1 circular deal")
                          : QStringLiteral("%1 circular deals").arg(circles);
}

} // namespace

void CirclesPanel::answer()
{
    const domain::Scenario &scenario = session().scenario();
    const auto flows = analysis::findFlows(scenario, session().asOf());
    const auto found = analysis::findCircles(scenario, flows);
    const auto others = analysis::circlesAtOtherDates(scenario, found);
    QString summary = QStringLiteral("%1 %2.").arg(countedCircles(found.circles.size()), atDate());
    if (found.circles.size() > mostShown)
        summary += QStringLiteral(" The first %1 are listed.").arg(mostShown);
    if (!found.complete)
        summary += u' ' + analysis::whatMayBeMissing(found);
    if (!others.isEmpty()) {
        QStringList names;
        for (const analysis::Circle &circle : others.mid(0, mostNamed))
            names.append(analysis::inWords(circle, scenario));
        summary += QStringLiteral(" At other dates: %1%2.")
                       .arg(names.join(QStringLiteral("; ")),
                            others.size() > names.size() ? QStringLiteral(" …") : QString());
    }
    m_summary->setText(summary);
    m_anyDate->setVisible(!others.isEmpty());
    m_view->setRows(circleRows(scenario, found.circles.mid(0, mostShown), session().theme().numbers));
    m_view->setVisible(m_view->hasRows());
    if (found.circles.isEmpty() && others.isEmpty())
        showMessage(
            QStringLiteral("No circular deal %1: no money comes back to the group that it went out from.")
                .arg(atDate()));
    else
        showContent();
}

} // namespace entente::window
