#include "window/statusline.h"

#include "window/elidedlabel.h"

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

#include <algorithm>

namespace entente::window {

namespace {

QPushButton *flatButton(const QString &name, const QString &text, const QString &toolTip, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setObjectName(name);
    button->setAccessibleName(text);
    button->setToolTip(toolTip);
    button->setFlat(true);
    return button;
}

QString counted(qsizetype count, const QString &one, const QString &many)
{
    return QStringLiteral("%1 %2").arg(count).arg(count == 1 ? one : many);
}

QString countsOf(const domain::Scenario &scenario)
{
    return QStringList{
        counted(scenario.firms.size(), QStringLiteral("firm or person"), QStringLiteral("firms and people")),
        counted(scenario.agreements.size(), QStringLiteral("agreement"), QStringLiteral("agreements")),
        counted(scenario.sources.size(), QStringLiteral("source"), QStringLiteral("sources"))}
        .join(QStringLiteral(", "));
}

QString conflictsOf(const QList<analysis::Conflict> &conflicts)
{
    const auto certain = std::count_if(conflicts.begin(), conflicts.end(), [](const analysis::Conflict &c) {
        return c.verdict == analysis::Verdict::Conflict;
    });
    const qsizetype possible = conflicts.size() - certain;
    QStringList parts;
    if (certain > 0)
        parts.append(counted(certain, QStringLiteral("conflict"), QStringLiteral("conflicts")));
    if (possible > 0)
        parts.append(
            counted(possible, QStringLiteral("possible conflict"), QStringLiteral("possible conflicts")));
    return parts.isEmpty() ? QStringLiteral("No conflict found") : parts.join(QStringLiteral(", "));
}

} // namespace

StatusLine::StatusLine(session::Session &session, QWidget *parent)
    : QStatusBar(parent)
    , m_session(session)
    , m_counts(addLabel(QStringLiteral("statusCounts"), QStringLiteral("Counts"),
                        QStringLiteral("What the scenario holds"), false))
    , m_date(addLabel(QStringLiteral("statusDate"), QStringLiteral("Date"),
                      QStringLiteral("The date that is looked at"), false))
    , m_conflicts(flatButton(QStringLiteral("statusConflicts"), QStringLiteral("No conflict found"),
                             QStringLiteral("Clauses that conflict or may, at this date (Alt+8)"), this))
    , m_problems(flatButton(QStringLiteral("statusProblems"), QStringLiteral("No problems"),
                            QStringLiteral("What is wrong in the file (Alt+3)"), this))
    , m_message(new ElidedLabel(this))
    , m_zoom(addLabel(QStringLiteral("statusZoom"), QStringLiteral("Zoom"),
                      QStringLiteral("Size of the picture"), true))
    , m_progress(new QProgressBar(this))
    , m_cancel(flatButton(QStringLiteral("cancel"), QStringLiteral("Cancel"),
                          QStringLiteral("Stop what is going on (Ctrl+.)"), this))
{
    setObjectName(QStringLiteral("statusLine"));
    setSizeGripEnabled(false);
    m_cancel->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Period));
    m_progress->setObjectName(QStringLiteral("progress"));
    m_progress->setAccessibleName(QStringLiteral("Progress"));
    m_progress->setToolTip(QStringLiteral("How far it is"));
    m_progress->setMaximumWidth(140);
    m_progress->setTextVisible(false);
    addWidget(m_conflicts);
    addWidget(m_problems);
    m_message->setObjectName(QStringLiteral("statusMessage"));
    m_message->setAccessibleName(QStringLiteral("Message"));
    m_message->setToolTip(QStringLiteral("What was done last"));
    addWidget(m_message, 1);
    addPermanentWidget(m_progress);
    addPermanentWidget(m_cancel);
    connect(m_conflicts, &QPushButton::clicked, this, &StatusLine::conflictsRequested);
    connect(m_problems, &QPushButton::clicked, this, &StatusLine::problemsRequested);
    connect(m_cancel, &QPushButton::clicked, &session, &session::Session::cancel);
    for (auto signal : {&session::Session::opened, &session::Session::pictureChanged,
                        &session::Session::problemsChanged, &session::Session::asOfChanged})
        connect(&session, signal, this, &StatusLine::refresh);
    connect(&session, &session::Session::busyChanged, this, &StatusLine::showBusy);
    connect(&session, &session::Session::progressed, this, [this](int done, int total) {
        m_progress->setRange(0, total);
        m_progress->setValue(done);
    });
    connect(&session, &session::Session::viewReset, this, [this] { say({}); }); // it was about another file
    connect(&session, &session::Session::messageShown, this, &StatusLine::say);
    connect(&session, &session::Session::openFailed, this, &StatusLine::say);
    showBusy(false, {});
    refresh();
}

QLabel *StatusLine::addLabel(const QString &name, const QString &label, const QString &toolTip, bool right)
{
    auto *result = new QLabel(this);
    result->setObjectName(name);
    result->setAccessibleName(label);
    result->setToolTip(toolTip);
    result->setContentsMargins(8, 2, 8, 2);
    if (right)
        addPermanentWidget(result);
    else
        addWidget(result);
    return result;
}

void StatusLine::refresh()
{
    const bool open = m_session.isOpen();
    m_counts->setText(open ? countsOf(m_session.scenario()) : QString());
    const auto &date = m_session.asOf().date;
    m_date->setText(!open  ? QString()
                    : date ? QStringLiteral("As of %1").arg(domain::toWords(*date))
                           : QStringLiteral("At any date"));
    m_conflicts->setText(open ? conflictsOf(m_session.composition().conflicts) : QString());
    const bool any = open && !m_session.composition().conflicts.isEmpty();
    QPalette colours = palette();
    if (any)
        colours.setColor(QPalette::ButtonText, QColor::fromRgba(m_session.theme().palette.conflict.value));
    m_conflicts->setPalette(colours);
    m_conflicts->setAccessibleName(m_conflicts->text());
    m_conflicts->setVisible(open);
    const ProblemList &problems = m_session.problems();
    const int count = problems.errorCount() + problems.warningCount();
    m_problems->setText(count == 0 ? QStringLiteral("No problems")
                                   : counted(count, QStringLiteral("problem"), QStringLiteral("problems")));
    m_problems->setAccessibleName(m_problems->text());
}

void StatusLine::showBusy(bool busy, const QString &what)
{
    m_progress->setRange(0, 0);
    m_progress->setVisible(busy);
    m_cancel->setVisible(busy);
    if (busy)
        m_message->setText(what);
    else if (m_message->text().endsWith(u'…'))
        m_message->clear();
}

void StatusLine::say(const QString &sentence)
{
    m_message->setText(sentence);
    m_message->setToolTip(sentence);
}

void StatusLine::showZoom(double scale)
{
    const double percent = scale * 100;
    m_zoom->setText(QStringLiteral("%1 %").arg(percent, 0, 'f', percent < 1 ? 1 : 0));
}

} // namespace entente::window
