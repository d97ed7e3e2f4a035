#include "window/pathspanel.h"

#include "window/pathrows.h"
#include "window/resultview.h"

#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QStringListModel>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace entente::window {

namespace {

constexpr int mostSteps = 8;
constexpr int usualSteps = 4;

} // namespace

PathsPanel::PathsPanel(session::Session &session, QWidget *parent)
    : QuestionPanel(session, parent)
    , m_names(new QStringListModel(this))
    , m_from(makeField(QStringLiteral("pathsFrom"), QStringLiteral("From")))
    , m_to(makeField(QStringLiteral("pathsTo"), QStringLiteral("To")))
    , m_kind(new QComboBox)
    , m_length(new QSpinBox)
    , m_summary(new QLabel)
    , m_view(new ResultView({QStringLiteral("Path"), QStringLiteral("Steps")}))
{
    m_kind->setObjectName(QStringLiteral("pathsKind"));
    m_kind->setAccessibleName(QStringLiteral("Kind of tie"));
    m_kind->setToolTip(QStringLiteral(
        "Go along every agreement, only along payments, or only along clauses that bind one to the other"));
    m_kind->addItems(
        {QStringLiteral("Any tie"), QStringLiteral("Value only"), QStringLiteral("Obligations only")});
    m_length->setObjectName(QStringLiteral("pathsLength"));
    m_length->setAccessibleName(QStringLiteral("Most steps"));
    m_length->setToolTip(QStringLiteral("The most steps that a path may have"));
    m_length->setRange(1, mostSteps);
    m_length->setValue(usualSteps);
    m_length->setPrefix(QStringLiteral("up to "));
    m_length->setSuffix(QStringLiteral(" steps"));
    m_summary->setObjectName(QStringLiteral("pathsSummary"));
    m_summary->setWordWrap(true);
    m_summary->setForegroundRole(QPalette::PlaceholderText);
    m_view->setWords(
        QStringLiteral("pathsView"), QStringLiteral("Paths"),
        QStringLiteral(
            "How the two are connected, the shortest way first; choose a row to see it on the canvas"));
    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(8, 4, 8, 8);
    layout->addWidget(makeForm());
    layout->addWidget(m_summary);
    layout->addWidget(m_view, 1);
    layout->addStretch(0);
    content->setFocusProxy(m_from);
    setContent(content);
    follow(m_view);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &PathsPanel::ask);
    connect(m_length, &QSpinBox::valueChanged, this, &PathsPanel::ask);
}

QLineEdit *PathsPanel::makeField(const QString &objectName, const QString &name)
{
    auto *field = new QLineEdit;
    field->setObjectName(objectName);
    field->setAccessibleName(name);
    field->setPlaceholderText(QStringLiteral("Firm or person"));
    field->setToolTip(QStringLiteral("Type a part of a name"));
    field->setClearButtonEnabled(true);
    auto *completer = new QCompleter(m_names, field);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    field->setCompleter(completer);
    connect(field, &QLineEdit::textChanged, this, &PathsPanel::ask);
    connect(field, &QLineEdit::returnPressed, this, [this, field, completer] {
        completer->setCompletionPrefix(field->text());
        if (!firmIn(field) && completer->completionCount() > 0)
            field->setText(completer->currentCompletion());
    });
    return field;
}

QWidget *PathsPanel::makeForm()
{
    auto *form = new QWidget;
    auto *row = new QHBoxLayout(form);
    row->setContentsMargins(0, 0, 0, 0);
    auto *swap = new QToolButton;
    swap->setText(QStringLiteral("⇄"));
    swap->setObjectName(QStringLiteral("pathsSwap"));
    swap->setAccessibleName(QStringLiteral("Swap"));
    swap->setToolTip(QStringLiteral("Swap the two"));
    connect(swap, &QToolButton::clicked, this, &PathsPanel::swapFirms);
    row->addWidget(m_from, 1);
    row->addWidget(swap);
    row->addWidget(m_to, 1);
    row->addWidget(m_kind);
    row->addWidget(m_length);
    return form;
}

void PathsPanel::offerFirms()
{
    const domain::Scenario &scenario = session().scenario();
    QHash<QString, int> uses;
    for (const domain::Firm &firm : scenario.firms)
        ++uses[firm.name];
    QStringList names;
    m_ids.clear();
    for (const domain::Firm &firm : scenario.firms) {
        names.append(uses.value(firm.name) == 1 ? firm.name
                                                : QStringLiteral("%1 [%2]").arg(firm.name, firm.id.text()));
        m_ids.append(firm.id);
    }
    if (names != m_names->stringList())
        m_names->setStringList(names);
}

std::optional<domain::FirmId> PathsPanel::firmIn(const QLineEdit *field) const
{
    const QStringList names = m_names->stringList();
    const QString wanted = field->text().trimmed();
    const auto found = std::find_if(names.begin(), names.end(), [&wanted](const QString &name) {
        return name.compare(wanted, Qt::CaseInsensitive) == 0;
    });
    return found == names.end() ? std::nullopt : std::optional(m_ids[found - names.begin()]);
}

void PathsPanel::swapFirms()
{
    const QString from = m_from->text();
    m_from->setText(m_to->text());
    m_to->setText(from);
}

namespace {

QString summaryOf(const graph::Paths &paths, int most)
{
    if (paths.shortest < 0)
        return QStringLiteral("Nothing connects the two.");
    if (paths.paths.isEmpty())
        return QStringLiteral("No path of up to %1 steps; the shortest has %2.")
            .arg(most)
            .arg(paths.shortest);
    const QString count = paths.paths.size() == 1 ? QStringLiteral("1 path")
                                                  : QStringLiteral("%1 paths").arg(paths.paths.size());
    return paths.complete ? count + u'.' : count + QStringLiteral("; there are more.");
}

} // namespace

void PathsPanel::answer()
{
    showContent();
    offerFirms();
    const auto from = firmIn(m_from);
    const auto to = firmIn(m_to);
    if (!from || !to || from == to) {
        m_summary->setText(from && from == to
                               ? QStringLiteral("Choose two different ones.")
                               : QStringLiteral("Choose two firms to see how they are connected."));
        m_view->setRows({});
    } else {
        const auto kind = TieKind(m_kind->currentIndex());
        graph::PathLimits limits;
        limits.maxLength = m_length->value();
        const auto paths =
            graph::findPaths(linksOf(session().scenario(), kind, session().asOf()), *from, *to, limits);
        m_summary->setText(summaryOf(paths, limits.maxLength));
        m_view->setRows(pathRows(session().scenario(), paths, session().asOf()));
    }
    m_view->setVisible(m_view->hasRows());
}

} // namespace entente::window
