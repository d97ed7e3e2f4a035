#include "window/changespanel.h"

#include "analysis/comparison.h"
#include "analysis/holdingchanges.h"
#include "analysis/timeline.h"
#include "analysis/verdictwords.h"
#include "domain/naming.h"
#include "window/asoffield.h"
#include "window/resultview.h"

#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QTimer>
#include <QVBoxLayout>

namespace entente::window {

using analysis::Differences;
using domain::ThingRef;

namespace {

// What the choice holds beside paths, which neither can be.
const QString chooseFile = QStringLiteral("…");
const QString anotherDate = QStringLiteral("@");

// The thing that a pointer leads to or into, as far as it can be selected.
ThingRef thingAt(const QString &pointer)
{
    const QString map = pointer.section(u'/', 1, 1);
    const QString id = pointer.section(u'/', 2, 2);
    if (map == QLatin1String("firms"))
        return ThingRef::of(domain::FirmId(id));
    if (map == QLatin1String("defined_terms"))
        return ThingRef::of(domain::TermId(id));
    if (map == QLatin1String("sources"))
        return ThingRef::of(domain::SourceId(id));
    if (pointer.section(u'/', 3, 3) == QLatin1String("clauses"))
        return ThingRef::of(
            domain::ClauseRef{domain::AgreementId(id), domain::ClauseId(pointer.section(u'/', 4, 4))});
    return ThingRef::of(domain::AgreementId(id));
}

QString changedName(const domain::Scenario &scenario, const ThingRef &thing)
{
    return thing.kind == domain::ThingKind::Clause ? domain::nameWithin(scenario, thing.clauseRef())
                                                   : domain::nameOf(scenario, thing);
}

// "period", "exceptions sre-waiver kind": where in the thing.
QString fieldOf(const QString &pointer, const ThingRef &thing)
{
    const int depth = thing.kind == domain::ThingKind::Clause ? 5 : 3;
    return domain::toReadable(pointer.section(u'/', depth).replace(u'/', u' '));
}

QString shown(const QString &json)
{
    if (json.isEmpty())
        return QStringLiteral("nothing");
    return json.startsWith(u'"') && json.endsWith(u'"') ? json.mid(1, json.size() - 2) : json;
}

ResultRow section(const QString &title)
{
    ResultRow row;
    row.cells = {title, QString(), QString(), QString()};
    row.isStrong = true;
    return row;
}

void addTo(ResultRow &rows, const QString &verb, const ThingRef &thing, const QStringList &cells)
{
    ResultRow row;
    row.cells = QStringList(verb) + cells;
    row.thing = thing;
    rows.children.push_back(row);
}

ResultRow rowsOf(const QString &title, const Differences &differences, const domain::Scenario &before,
                 const domain::Scenario &now)
{
    ResultRow rows = section(title);
    for (const QString &pointer : differences.added)
        addTo(rows, QStringLiteral("new"), thingAt(pointer),
              {changedName(now, thingAt(pointer)), QString(), QString()});
    for (const QString &pointer : differences.removed)
        addTo(rows, QStringLiteral("removed"), {},
              {changedName(before, thingAt(pointer)), QString(), QString()});
    for (const analysis::Change &change : differences.changed) {
        const ThingRef thing = thingAt(change.path);
        addTo(rows, QStringLiteral("changed"), thing,
              {changedName(now, thing), fieldOf(change.path, thing),
               QStringLiteral("%1 → %2").arg(shown(change.before), shown(change.after))});
    }
    return rows;
}

ResultRow rowsOf(const analysis::ConflictDifferences &differences, const domain::Scenario &before,
                 const domain::Scenario &now)
{
    const auto name = [](const analysis::Conflict &conflict, const domain::Scenario &scenario) {
        return QStringLiteral("%1 × %2").arg(changedName(scenario, ThingRef::of(conflict.prohibiting)),
                                             changedName(scenario, ThingRef::of(conflict.other)));
    };
    ResultRow rows = section(QStringLiteral("Conflicts"));
    for (const analysis::Conflict &conflict : differences.added)
        addTo(rows, QStringLiteral("new"), conflict.ref(),
              {name(conflict, now), QString(), analysis::toWords(conflict.verdict)});
    for (const analysis::Conflict &conflict : differences.removed)
        addTo(rows, QStringLiteral("gone"), {},
              {name(conflict, before), QString(), analysis::toWords(conflict.verdict)});
    for (const analysis::ConflictChange &change : differences.changed)
        addTo(rows, QStringLiteral("changed"), change.after.ref(),
              {name(change.after, now), QStringLiteral("verdict"),
               QStringLiteral("%1 → %2").arg(analysis::toWords(change.before.verdict),
                                             analysis::toWords(change.after.verdict))});
    return rows;
}

ResultRow rowsOf(const QList<analysis::HoldingChange> &changes, const domain::Scenario &now)
{
    ResultRow rows = section(QStringLiteral("What holds"));
    for (const analysis::HoldingChange &change : changes)
        addTo(
            rows, analysis::inWords(change.after), change.thing,
            {changedName(now, change.thing), QStringLiteral("holds"),
             QStringLiteral("%1 → %2").arg(analysis::toWord(change.before), analysis::toWord(change.after))});
    return rows;
}

// The last event before the date that is looked at; else the scenario's first, else the date itself.
analysis::AsOf dateToCompareWith(const QList<analysis::DatedEvent> &events, const analysis::AsOf &asOf)
{
    const auto day = asOf.day();
    const auto before = day ? analysis::dateBefore(events, *day) : std::nullopt;
    if (before)
        return {*before};
    const auto first = analysis::dateAfter(events, QDate(1, 1, 1));
    return first ? analysis::AsOf{*first} : asOf;
}

} // namespace

ChangesPanel::ChangesPanel(session::Session &session, QWidget *parent)
    : QuestionPanel(session, parent)
    , m_other(new QComboBox)
    , m_date(new QLineEdit)
    , m_summary(new QLabel)
    , m_view(new ResultView({QStringLiteral("What"), QStringLiteral("Name"), QStringLiteral("Field"),
                             QStringLiteral("Before → now")}))
{
    m_other->setObjectName(QStringLiteral("changesOther"));
    m_other->setAccessibleName(QStringLiteral("Compare with"));
    m_other->setToolTip(QStringLiteral("The scenario whose changes are told; the canvas marks them"));
    m_other->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_other->setMinimumContentsLength(34);
    m_date->setObjectName(QStringLiteral("changesDate"));
    m_date->setAccessibleName(QStringLiteral("Date to compare with"));
    m_date->setToolTip(
        QStringLiteral("The date of the other side: 2025, 2025-10, 28 October 2025, or “any”"));
    m_date->setFixedWidth(118);
    m_summary->setObjectName(QStringLiteral("changesSummary"));
    m_summary->setWordWrap(true);
    m_view->setWords(QStringLiteral("changesView"), QStringLiteral("Changes"),
                     QStringLiteral("What is new, changed or removed; choose a row to see it on the canvas"));
    m_view->setOpenDepth(2);
    auto *label = new QLabel(QStringLiteral("C&ompare with:"));
    label->setBuddy(m_other);
    auto *top = new QHBoxLayout;
    top->addWidget(label);
    top->addWidget(m_other);
    top->addWidget(m_date);
    top->addWidget(m_summary, 1);
    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(8, 4, 8, 8);
    layout->addLayout(top);
    layout->addWidget(m_view, 1);
    layout->addStretch(0);
    content->setFocusProxy(m_other);
    setContent(content);
    follow(m_view);
    connect(m_other, &QComboBox::activated, this, &ChangesPanel::choose);
    connect(m_date, &QLineEdit::editingFinished, this, &ChangesPanel::chooseDate);
    connect(&session, &session::Session::comparisonChanged, this, &ChangesPanel::ask);
    connect(&session, &session::Session::alternatesChanged, this, &ChangesPanel::ask);
}

// A field that loses the keyboard as it goes says that it was edited.
ChangesPanel::~ChangesPanel()
{
    m_date->disconnect(this);
}

void ChangesPanel::stopComparing()
{
    session().compareWith({}); // which asks, and would offer the base at once
    m_offered.clear();
    QTimer::singleShot(0, this, [this] { ask(); }); // when it is out of sight: for the next time
}

void ChangesPanel::refill()
{
    m_other->clear();
    m_other->addItem(QStringLiteral("Nothing"), QString());
    for (const session::Alternate &alternate : session().alternates()) {
        if (!alternate.open)
            m_other->addItem(alternate.title, alternate.path);
    }
    const QString chosen = session().comparedWith();
    if (!chosen.isEmpty() && m_other->findData(chosen) < 0)
        m_other->addItem(session().comparedScenario()->title, chosen);
    m_other->addItem(QStringLiteral("This scenario at another date"), anotherDate);
    m_other->addItem(QStringLiteral("Another file…"), chooseFile);
    const bool isDate = session().comparedAsOf().has_value();
    m_other->setCurrentIndex(m_other->findData(isDate ? anotherDate : chosen));
    m_date->setVisible(isDate);
    m_date->setText(isDate ? session().comparedAsOf()->toText() : QString());
}

void ChangesPanel::choose(int index)
{
    QString path = m_other->itemData(index).toString();
    if (path == anotherDate) {
        session().compareWithDate(dateToCompareWith(session().composition().events, session().asOf()));
        m_date->setFocus();
        return;
    }
    if (path == chooseFile) {
        path = QFileDialog::getOpenFileName(this, QStringLiteral("Compare with"), QString(),
                                            QStringLiteral("Scenarios (*.json)"));
        if (path.isEmpty()) {
            refill();
            return;
        }
    }
    const ProblemList problems = session().compareWith(path);
    if (problems.hasErrors()) {
        refill();
        m_summary->setText(
            QStringLiteral("That can’t be compared: %1.").arg(problems.all().constFirst().message));
    }
}

void ChangesPanel::chooseDate()
{
    const QString written = m_date->text().trimmed();
    if (!session().comparedAsOf() || written == session().comparedAsOf()->toText())
        return;
    QString why;
    if (const auto asOf = asOfFrom(written, &why))
        session().compareWithDate(*asOf);
    else
        m_summary->setText(QStringLiteral("“%1” is no date: %2").arg(written, why));
}

// An alternate is compared with its base as soon as the panel is asked, until something else is chosen.
bool ChangesPanel::comparesWithBase()
{
    const QStringList &bases = session().composition().file.bases;
    if (session().comparedScenario() || bases.isEmpty() || m_offered == session().path())
        return false;
    m_offered = session().path();
    return !session().compareWith(bases.constFirst()).hasErrors(); // which asks again
}

void ChangesPanel::answer()
{
    if (comparesWithBase())
        return;
    refill();
    showContent();
    const domain::Scenario *before = session().comparedScenario();
    m_view->setVisible(before);
    if (before && session().changes())
        tell(*before, *session().changes());
    else if (before)
        tell(*before, {});
    else
        m_summary->setText(QStringLiteral("Choose a scenario to see what “%1” changes of it.")
                               .arg(session().scenario().title));
}

void ChangesPanel::tell(const domain::Scenario &before, const session::Changes &changes)
{
    const domain::Scenario &now = session().scenario();
    const analysis::Comparison &comparison = changes.facts;
    m_summary->setText(analysis::summary(comparison, changes.holding, changes.conflicts) + u'.');
    std::vector<ResultRow> rows;
    const auto add = [&rows](ResultRow row) {
        if (!row.children.empty())
            rows.push_back(std::move(row));
    };
    add(rowsOf(changes.conflicts, before, now));
    add(rowsOf(changes.holding, now));
    add(rowsOf(QStringLiteral("Firms and people"), comparison.firms, before, now));
    add(rowsOf(QStringLiteral("Agreements"), comparison.agreements, before, now));
    add(rowsOf(QStringLiteral("Clauses"), comparison.clauses, before, now));
    add(rowsOf(QStringLiteral("Defined terms"), comparison.terms, before, now));
    add(rowsOf(QStringLiteral("Sources"), comparison.sources, before, now));
    m_view->setRows(std::move(rows));
}

} // namespace entente::window
