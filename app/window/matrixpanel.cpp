#include "window/matrixpanel.h"

#include "window/clausematrixmodel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace entente::window {

MatrixPanel::MatrixPanel(session::Session &session, QWidget *parent)
    : QuestionPanel(session, parent)
    , m_model(new ClauseMatrixModel(this))
    , m_table(new QTableView(this))
{
    m_table->setObjectName(QStringLiteral("matrixTable"));
    m_table->setAccessibleName(QStringLiteral("Clause matrix"));
    m_table->setToolTip(QStringLiteral(
        "Agreements by kinds of clause; choose a cell to read it, Ctrl+C copies for a spreadsheet"));
    m_table->setModel(m_model);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setSelectionMode(QAbstractItemView::ContiguousSelection);
    m_table->setTextElideMode(Qt::ElideRight);
    m_table->setCornerButtonEnabled(false);
    m_table->setTabKeyNavigation(false); // Tab leaves the table
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->verticalHeader()->setHighlightSections(false);
    m_table->installEventFilter(this);
    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(8, 4, 8, 8);
    layout->addWidget(m_table);
    content->setFocusProxy(m_table);
    setContent(content);
    connect(m_table, &QTableView::clicked, this, &MatrixPanel::select);
    connect(m_table, &QTableView::activated, this, &MatrixPanel::select);
}

void MatrixPanel::answer()
{
    const domain::Scenario &scenario = session().scenario();
    m_model->setMatrix(scenario, analysis::clauseMatrix(scenario, session().asOf()));
    constexpr int mostWidth = 320; // pixels: the rest is in the tooltip
    constexpr int leastWidth = 90;
    m_table->resizeColumnsToContents();
    for (int column = 0; column < m_model->columnCount(); ++column)
        m_table->setColumnWidth(column, std::clamp(m_table->columnWidth(column), leastWidth, mostWidth));
    if (m_model->rowCount() == 0)
        showMessage(
            QStringLiteral("No agreement has a clause. Clauses stand under “clauses” of an agreement."));
    else
        showContent();
}

// Of several clauses in a cell each further click takes the next.
void MatrixPanel::select(const QModelIndex &index)
{
    QList<domain::ThingRef> clauses;
    for (const analysis::MatrixClause &clause : m_model->cellAt(index))
        clauses.append(domain::ThingRef::of(clause.ref));
    if (clauses.isEmpty()) {
        session().select(domain::ThingRef::of(m_model->agreementAt(index.row())));
        return;
    }
    const qsizetype now = clauses.indexOf(session().selection()); // -1: none of them, so the first is next
    session().select(clauses[(now + 1) % clauses.size()]);
}

bool MatrixPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress || !static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy))
        return QuestionPanel::eventFilter(watched, event);
    copy();
    return true;
}

// What is selected; all of it where that is a single cell.
void MatrixPanel::copy() const
{
    QModelIndex first = m_model->index(0, 0);
    QModelIndex last = m_model->index(m_model->rowCount() - 1, m_model->columnCount() - 1);
    const QModelIndexList chosen = m_table->selectionModel()->selectedIndexes();
    if (chosen.size() > 1) {
        const auto [low, high] = std::minmax_element(chosen.begin(), chosen.end());
        first = *low;
        last = *high;
    }
    QGuiApplication::clipboard()->setText(toTabSeparated(*m_model, first, last));
}

} // namespace entente::window
