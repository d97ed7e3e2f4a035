#include "window/outlinepanel.h"

#include "window/outlinemodel.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QSet>
#include <QShortcut>
#include <QSignalBlocker>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace entente::window {

namespace {

constexpr int mostSpanned = 2000; // rows whose names get the whole row: the tree keeps each by itself

} // namespace

OutlinePanel::OutlinePanel(session::Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_model(new OutlineModel(session, this))
    , m_words([](const domain::Scenario &scenario) { return graph::SearchIndex(scenario); })
    , m_search(new QLineEdit(this))
    , m_nothing(new QLabel(this))
    , m_tree(new QTreeView(this))
{
    m_search->setObjectName(QStringLiteral("outlineSearch"));
    m_search->setAccessibleName(QStringLiteral("Search"));
    m_search->setPlaceholderText(QStringLiteral("Find firm, agreement, clause …"));
    m_search->setToolTip(QStringLiteral("Search names, clauses, notes and sources (Ctrl+F)"));
    m_search->setClearButtonEnabled(true);
    m_tree->setObjectName(QStringLiteral("outlineTree"));
    m_tree->setAccessibleName(QStringLiteral("Outline"));
    m_tree->setToolTip(
        QStringLiteral("Everything in the scenario; what is selected here is selected on the canvas (F6)"));
    setFocusProxy(m_tree);
    m_tree->setModel(m_model);
    m_tree->setHeaderHidden(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setIndentation(14);
    m_tree->setUniformRowHeights(true);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setResizeContentsPrecision(200); // rows beside those in sight: each scrolling asks
    m_tree->header()->setSectionResizeMode(OutlineModel::Name, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(OutlineModel::Detail, QHeaderView::Fixed);
    m_tree->viewport()->installEventFilter(this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 4, 4, 8);
    m_nothing->setObjectName(QStringLiteral("outlineNothing"));
    m_nothing->setText(QStringLiteral("Nothing has these words."));
    m_nothing->hide();
    layout->addWidget(m_search);
    layout->addWidget(m_nothing);
    layout->addWidget(m_tree);

    connect(m_tree->verticalScrollBar(), &QScrollBar::valueChanged, this, &OutlinePanel::widenDetails);
    connect(m_search, &QLineEdit::textChanged, this, &OutlinePanel::search);
    connect(m_search, &QLineEdit::returnPressed, this, &OutlinePanel::goToFirstHit);
    auto *clear = new QShortcut(QKeySequence(Qt::Key_Escape), m_search, nullptr, nullptr, Qt::WidgetShortcut);
    connect(clear, &QShortcut::activated, m_search, &QLineEdit::clear);
    auto *nothing = new QShortcut(QKeySequence(Qt::Key_Escape), m_tree, nullptr, nullptr, Qt::WidgetShortcut);
    connect(nothing, &QShortcut::activated, &session, &session::Session::clearSelection);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &OutlinePanel::select);
    connect(&session, &session::Session::opened, this, &OutlinePanel::rebuild);
    connect(&session, &session::Session::pictureChanged, this, &OutlinePanel::refresh);
    connect(&session, &session::Session::selectionChanged, this, &OutlinePanel::showSelection);
    rebuild();
}

bool OutlinePanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        fitColumns();
    return QWidget::eventFilter(watched, event);
}

void OutlinePanel::fitColumns()
{
    m_detailWidth = 0;
    widenDetails();
}

// Details have what those in sight need, and what those before them needed; but names come first.
void OutlinePanel::widenDetails()
{
    constexpr double mostForDetails = 0.42;
    const auto *view = static_cast<const QAbstractItemView *>(m_tree); // where it is public
    m_detailWidth = std::max(m_detailWidth, view->sizeHintForColumn(OutlineModel::Detail));
    m_tree->header()->resizeSection(
        OutlineModel::Detail, std::min(m_detailWidth, int(m_tree->viewport()->width() * mostForDetails)));
}

void OutlinePanel::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void OutlinePanel::rebuild()
{
    const QSignalBlocker blocker(m_tree->selectionModel());
    m_words.begin(m_session.scenario());
    if (!m_search->text().isEmpty())
        m_model->rebuild(); // counts all, whatever is looked for
    search(m_search->text());
}

void OutlinePanel::search(const QString &text)
{
    const QSignalBlocker blocker(
        m_tree->selectionModel()); // hiding the row that is selected selects no other
    std::optional<QSet<domain::ThingRef>> things;
    if (!text.trimmed().isEmpty() && m_session.isOpen()) {
        things.emplace();
        for (const graph::SearchHit &hit : m_words.value()->search(text)) {
            const bool isClause = hit.thing.kind == domain::ThingKind::Clause;
            things->insert(isClause ? domain::ThingRef::of(hit.thing.clauseRef().agreement) : hit.thing);
        }
    }
    m_model->rebuild(things);
    m_nothing->setVisible(things && things->isEmpty());
    m_tree->expandAll();
    arrangeColumns();
    showSelection();
}

// What is said beside the names may be new, and where it stands.
void OutlinePanel::refresh()
{
    m_model->refresh();
    arrangeColumns();
}

void OutlinePanel::arrangeColumns()
{
    if (m_model->size() <= mostSpanned)
        spanNames({});
    fitColumns();
}

// The best one: from there the arrow keys go through the rest.
void OutlinePanel::goToFirstHit()
{
    const QList<graph::SearchHit> hits = m_words.value()->search(m_search->text(), 1);
    m_tree->setFocus();
    if (!hits.isEmpty())
        m_session.select(hits.first().thing);
}

// A name has the whole row where nothing stands beside it.
void OutlinePanel::spanNames(const QModelIndex &parent)
{
    for (int row = 0; row < m_model->rowCount(parent); ++row) {
        const bool alone = m_model->index(row, OutlineModel::Detail, parent).data().toString().isEmpty();
        m_tree->setFirstColumnSpanned(row, parent, alone);
        spanNames(m_model->index(row, 0, parent));
    }
}

void OutlinePanel::select(const QModelIndex &index)
{
    const domain::ThingRef thing = m_model->thingAt(index);
    if (!thing.isNone())
        m_session.select(thing);
}

void OutlinePanel::showSelection()
{
    const QSignalBlocker blocker(m_tree->selectionModel());
    const QModelIndex index = m_model->indexOf(m_session.selection());
    m_tree->selectionModel()->clear();
    if (index.isValid()) {
        m_tree->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect |
                                                             QItemSelectionModel::Rows);
        m_tree->scrollTo(index);
    }
    m_tree->viewport()->update(); // the selection model's own signals were held back
}

} // namespace entente::window
