#include "window/flowspanel.h"

#include "window/moneyrows.h"
#include "window/resultview.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace entente::window {

namespace {

constexpr int byGroup = 0; // of the choice

} // namespace

FlowsPanel::FlowsPanel(session::Session &session, QWidget *parent)
    : QuestionPanel(session, parent)
    , m_who(new QComboBox)
    , m_view(new ResultView({QStringLiteral("Who"), QStringLiteral("In/out"), QStringLiteral("Instrument"),
                             QStringLiteral("Figures"), QStringLiteral("Share"), QStringLiteral("Total")}))
{
    m_who->setObjectName(QStringLiteral("flowsWho"));
    m_who->setAccessibleName(QStringLiteral("Groups or firms"));
    m_who->setToolTip(
        QStringLiteral("Add up by group, where flows inside a group vanish, or by single firm"));
    m_who->addItems({QStringLiteral("By group"), QStringLiteral("By firm")});
    m_view->setWords(
        QStringLiteral("flowsView"), QStringLiteral("Flows and commitments"),
        QStringLiteral("Who pays whom, by instrument and currency; open a row for the counterparties"));
    m_view->setFigureColumn(FlowTotal);
    m_view->setDispensableColumn(FlowSays);
    auto *copy = new QPushButton(QStringLiteral("Copy"));
    copy->setObjectName(QStringLiteral("flowsCopy"));
    copy->setToolTip(QStringLiteral("Copy the whole table for a spreadsheet (Ctrl+C in the table)"));
    auto *top = new QHBoxLayout;
    top->addWidget(m_who);
    top->addStretch();
    top->addWidget(copy);
    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(8, 4, 8, 8);
    layout->addLayout(top);
    layout->addWidget(m_view, 1);
    content->setFocusProxy(m_view);
    setContent(content);
    follow(m_view);
    connect(copy, &QPushButton::clicked, m_view, &ResultView::copy);
    connect(m_who, &QComboBox::currentIndexChanged, this, &FlowsPanel::ask);
}

void FlowsPanel::answer()
{
    const domain::Scenario &scenario = session().scenario();
    const auto flows = analysis::findFlows(scenario, session().asOf());
    const auto totals = analysis::totalsOf(scenario, flows);
    const bool ofGroups = m_who->currentIndex() == byGroup;
    m_view->setRows(flowRows(scenario, flows, ofGroups ? totals.groups : totals.firms, ofGroups,
                             session().theme().numbers));
    if (m_view->hasRows())
        showContent();
    else
        showMessage(QStringLiteral("No agreement has an amount of money."));
}

} // namespace entente::window
