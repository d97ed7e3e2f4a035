#include "window/conflictspanel.h"

#include "analysis/defeated.h"
#include "analysis/verdictwords.h"
#include "document/filewriter.h"
#include "domain/naming.h"
#include "painting/creationdate.h"
#include "painting/figure.h"
#include "session/edits.h"
#include "session/readingsgrid.h"
#include "window/readingsbox.h"
#include "window/resultview.h"

#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace entente::window {

namespace {

QString verdictOf(const analysis::Conflict &conflict)
{
    const QString sign =
        conflict.verdict == analysis::Verdict::Conflict ? QStringLiteral("◆ ") : QStringLiteral("◇ ");
    const QString verdict = sign + analysis::toWords(conflict.verdict);
    return conflict.partial ? verdict + QStringLiteral(", in part") : verdict;
}

ResultRow rowOf(const domain::Scenario &scenario, const analysis::Conflict &conflict)
{
    ResultRow row;
    row.cells = {verdictOf(conflict), domain::nameWithin(scenario, conflict.prohibiting),
                 domain::nameWithin(scenario, conflict.other), analysis::toConditions(conflict.dependsOn),
                 conflict.period};
    row.words = row.cells.join(QStringLiteral(", "));
    row.thing = conflict.ref();
    return row;
}

// "no conflict: waived".
QString whyNone(analysis::DefeatKind by)
{
    switch (by) {
    case analysis::DefeatKind::Exception:
        return QStringLiteral("no conflict: excepted");
    case analysis::DefeatKind::Waiver:
        return QStringLiteral("no conflict: waived");
    case analysis::DefeatKind::Supersession:
        return QStringLiteral("no conflict: superseded");
    case analysis::DefeatKind::Condition:
        return QStringLiteral("no conflict: condition not met");
    case analysis::DefeatKind::Reading:
        return QStringLiteral("no conflict: as it is read");
    }
    return {};
}

// What would conflict but for something: greyed, with the clause that prohibits to go to.
ResultRow rowOf(const domain::Scenario &scenario, const analysis::Defeated &defeated)
{
    ResultRow row;
    row.cells = {whyNone(defeated.by),
                 domain::nameWithin(scenario, defeated.prohibiting),
                 domain::nameWithin(scenario, defeated.other),
                 defeated.because,
                 {}};
    row.words = row.cells.mid(0, 4).join(QStringLiteral(", "));
    row.thing = domain::ThingRef::of(defeated.prohibiting);
    row.things = {domain::ThingRef::of(defeated.prohibiting.agreement),
                  domain::ThingRef::of(defeated.other.agreement)};
    row.isMuted = true;
    return row;
}

// Where an alternate may lie: beside the open file.
QString alternateBeside(const QString &path)
{
    const QString name = QStringLiteral("alternate.entente.json");
    return path.startsWith(u':') || path.isEmpty() ? name : QFileInfo(path).dir().filePath(name);
}

QString pairs(qsizetype count)
{
    return count == 1 ? QStringLiteral("two clauses") : QStringLiteral("%1 pairs of clauses").arg(count);
}

// "Two clauses may conflict", "3 pairs of clauses conflict, and two clauses may"
QString countedConflicts(const QList<analysis::Conflict> &conflicts)
{
    const qsizetype certain =
        std::count_if(conflicts.begin(), conflicts.end(), [](const analysis::Conflict &conflict) {
            return conflict.verdict == analysis::Verdict::Conflict;
        });
    const qsizetype possible = conflicts.size() - certain;
    QString words = QStringLiteral("no two clauses conflict");
    if (certain > 0)
        words = pairs(certain) + QStringLiteral(" conflict");
    if (possible > 0)
        words = certain > 0 ? QStringLiteral("%1, and %2 may").arg(words, pairs(possible))
                            : pairs(possible) + QStringLiteral(" may conflict");
    words[0] = words[0].toUpper();
    return words;
}

} // namespace

ConflictsPanel::ConflictsPanel(session::Session &session, QWidget *parent)
    : QuestionPanel(session, parent)
    , m_summary(new QLabel)
    , m_view(new ResultView({QStringLiteral("Verdict"), QStringLiteral("Clause"), QStringLiteral("against"),
                             QStringLiteral("Depends"), QStringLiteral("While both hold")}))
    , m_readings(new ReadingsBox(session))
{
    m_summary->setObjectName(QStringLiteral("conflictsSummary"));
    m_summary->setWordWrap(true);
    m_view->setWords(QStringLiteral("conflictsView"), QStringLiteral("Clause conflicts"),
                     QStringLiteral("Choose a conflict to read why, and what would clear it"));
    m_view->setProseColumns({1, 2, 3});
    m_view->setDispensableColumn(4);
    auto *list = new QWidget;
    auto *rows = new QVBoxLayout(list);
    rows->setContentsMargins(8, 4, 4, 8);
    rows->addWidget(m_summary);
    rows->addWidget(m_view, 1);
    rows->addStretch(0);
    auto *content = new QSplitter(Qt::Horizontal, this);
    content->addWidget(list);
    content->addWidget(makeReadings());
    content->setStretchFactor(0, 1);
    content->setStretchFactor(1, 0); // switches have what they need, the list the rest
    content->setChildrenCollapsible(false);
    content->setFocusProxy(m_view);
    setContent(content);
    follow(m_view);
}

QWidget *ConflictsPanel::makeReadings()
{
    auto *side = new QWidget;
    m_reset = addButton(QStringLiteral("readingsReset"), QStringLiteral("As the &file reads"),
                        QStringLiteral("Take back every choice"));
    m_save = addButton(QStringLiteral("readingsSave"), QStringLiteral("Save as a&lternate…"),
                       QStringLiteral("Write an overlay that reads the facts so"));
    m_export = addButton(QStringLiteral("readingsExport"), QStringLiteral("Export a&ll readings…"),
                         QStringLiteral("One figure for each combination, in a grid"));
    auto *buttons = new QHBoxLayout;
    for (QPushButton *button : {m_reset, m_save, m_export})
        buttons->addWidget(button);
    buttons->addStretch();
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(4, 4, 8, 8);
    layout->addWidget(new QLabel(QStringLiteral("<b>What is disputed, and how to read it</b>")));
    layout->addWidget(m_readings, 1);
    layout->addLayout(buttons);
    connect(m_reset, &QPushButton::clicked, &session(), &session::Session::resetReadings);
    connect(m_save, &QPushButton::clicked, this, &ConflictsPanel::saveReadings);
    connect(m_export, &QPushButton::clicked, this, &ConflictsPanel::exportReadings);
    return side;
}

QPushButton *ConflictsPanel::addButton(const QString &name, const QString &text, const QString &toolTip)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(name);
    button->setToolTip(toolTip);
    return button;
}

void ConflictsPanel::answer()
{
    const QList<analysis::Conflict> &conflicts = session().composition().conflicts;
    std::vector<ResultRow> rows;
    for (const analysis::Conflict &conflict : conflicts)
        rows.push_back(rowOf(session().scenario(), conflict));
    for (const analysis::Defeated &defeated : analysis::findDefeated(session().scenario(), session().asOf()))
        rows.push_back(rowOf(session().scenario(), defeated));
    const bool isRead = !session().readings().isEmpty();
    m_summary->setText(QStringLiteral("%1 %2%3.")
                           .arg(countedConflicts(conflicts), atDate(),
                                isRead ? QStringLiteral(", as read here") : QString()));
    m_view->setRows(std::move(rows));
    m_view->setVisible(m_view->hasRows());
    m_readings->refill();
    m_reset->setEnabled(isRead);
    m_save->setEnabled(isRead);
    m_export->setEnabled(!m_readings->isEmpty());
    showContent();
}

void ConflictsPanel::saveReadings()
{
    bool given = false;
    const QString title =
        QInputDialog::getText(this, QStringLiteral("Save as alternate"), QStringLiteral("&Title:"),
                              QLineEdit::Normal, session().scenario().title, &given);
    if (!given || title.trimmed().isEmpty())
        return;
    const QString path = QFileDialog::getSaveFileName(this, QStringLiteral("Save as alternate"),
                                                      alternateBeside(session().path()),
                                                      QStringLiteral("Scenarios (*.entente.json)"));
    if (path.isEmpty())
        return;
    const session::OverlayHeading heading{session::freeId(title, {}), title.trimmed(),
                                          session().scenario().summary, true};
    const ProblemList problems = session().saveAsOverlay(
        path, heading, analysis::amendmentsFor(session().asWritten(), session().readings()));
    if (problems.hasErrors())
        tell(toLine(problems.all().constFirst()));
}

void ConflictsPanel::exportReadings()
{
    const QString path = QFileDialog::getSaveFileName(
        this, QStringLiteral("Export all readings"), QStringLiteral("readings.svg"),
        QStringLiteral("SVG (*.svg);;PDF (*.pdf);;PNG (*.png)"));
    if (path.isEmpty())
        return;
    const session::Session &open = session();
    painting::FigureOptions options;
    options.format =
        painting::figureFormatFrom(QFileInfo(path).suffix()).value_or(painting::FigureFormat::Svg);
    const Outcome<QByteArray> figure = painting::writeFigure(
        session::allReadings(open.composition(), open.asWritten(), {open.theme(), open.measure()}), options,
        painting::creationDate(open.asOf().day()));
    const ProblemList problems = figure ? document::writeFile(path, *figure.value) : figure.problems;
    if (problems.hasErrors())
        tell(problems.all().constFirst().message);
}

void ConflictsPanel::tell(const QString &sentence)
{
    auto *box =
        new QMessageBox(QMessageBox::Warning, QStringLiteral("Entente"), sentence, QMessageBox::Ok, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

} // namespace entente::window
