#include "painting/fontmeasure.h"
#include "picture/theme.h"
#include "session/session.h"
#include "support/registration.h"
#include "window/clausematrixmodel.h"
#include "window/moneyrows.h"
#include "window/pathrows.h"
#include "window/resultmodel.h"
#include "window/resultview.h"
#include "window/tabseparated.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QSignalSpy>
#include <QStandardPaths>

namespace tst_results {

using namespace entente;
using namespace entente::window;

// Answers as rows: what the models hold, how they sort and what a spreadsheet gets.
class TestResults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void modelsAreSound();
    void circlesAsRows();
    void flowsAsRows_data();
    void flowsAsRows();
    void pathsAsRows();
    void whatIsLastStaysLast();
    void spreadsheetsGetPlainCells();
    void matrixSaysWordings();
    void matrixForASpreadsheet();
    void choosingTellsTheRow();
    void namesKeepTheirRoom_data();
    void namesKeepTheirRoom();

private:
    const domain::Scenario &scenario() const { return m_session->scenario(); }
    analysis::Flows flows(const analysis::AsOf &asOf) const { return analysis::findFlows(scenario(), asOf); }

    std::unique_ptr<picture::TextMeasure> m_measure;
    std::unique_ptr<session::Session> m_session;
};

namespace {

constexpr auto style = domain::NumberStyle::CapitalLetter;

// A row a line, indented by its depth: "OpenAI → Amazon → OpenAI | certain | $50B".
QString printed(const QAbstractItemModel &model, const QModelIndex &parent = {}, int depth = 0)
{
    QString text;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(parent); ++column) {
            if (const QString cell = model.index(row, column, parent).data().toString(); !cell.isEmpty())
                cells.append(cell);
        }
        text += QString(depth * 2, u' ') + cells.join(QStringLiteral(" | ")) + u'\n';
        text += printed(model, model.index(row, 0, parent), depth + 1);
    }
    return text;
}

QString printed(std::vector<ResultRow> rows, int columns)
{
    ResultModel model{QStringList(columns)};
    model.setRows(std::move(rows));
    return printed(model);
}

ResultRow rowOf(const char *name, double size, bool isLast = false)
{
    ResultRow row;
    row.cells = {QString::fromLatin1(name), QString::number(size)};
    row.sortKeys = {{}, size};
    row.isLast = isLast;
    return row;
}

} // namespace

void TestResults::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QApplication::setApplicationName(QStringLiteral("tst_results"));
    m_measure = painting::makeFontMeasure(picture::lightTheme().fontFamily);
    m_session = std::make_unique<session::Session>(*m_measure);
    m_session->open(session::bundledScenario());
    QTRY_VERIFY_WITH_TIMEOUT(m_session->isOpen() && !m_session->isBusy(), 30'000);
}

void TestResults::modelsAreSound()
{
    using Mode = QAbstractItemModelTester::FailureReportingMode;
    ResultModel results{QStringList(6)};
    const QAbstractItemModelTester resultTester(&results, Mode::QtTest);
    const auto all = flows(analysis::AsOf::any());
    results.setRows(flowRows(scenario(), all, analysis::totalsOf(scenario(), all).groups, true, style));
    QVERIFY(results.rowCount() > 0);
    results.setRows({});
    ClauseMatrixModel matrix;
    const QAbstractItemModelTester matrixTester(&matrix, Mode::QtTest);
    matrix.setMatrix(scenario(), analysis::clauseMatrix(scenario(), m_session->asOf()));
    QVERIFY(matrix.rowCount() > 0);
    matrix.setMatrix({}, {});
}

void TestResults::circlesAsRows()
{
    const auto circles = analysis::findCircles(scenario(), flows(analysis::AsOf::any()));
    const QString expected =
        QStringLiteral("OpenAI → Amazon → OpenAI | certain | $15B, with what is open $50B\n"
                       "  OpenAI → Amazon | $138B\n"
                       "    Cloud purchase: OpenAI → AWS | purchase obligation, announced | $138B\n"
                       "      of which | $38B\n"
                       "      of which | $100B\n"
                       "  Amazon → OpenAI | $50B\n"
                       "    Investment: Amazon → OpenAI | equity, announced | $50B\n"
                       "      of which | $15B\n"
                       "      of which, if certain conditions are met, reported to include a public listing "
                       "or a milestone | $35B\n"
                       "Microsoft → OpenAI → Microsoft | certain | unknown\n"
                       "  Microsoft → OpenAI | $1B\n"
                       "    Investment: Microsoft → OpenAI | equity | $1B\n"
                       "  OpenAI → Microsoft | undisclosed\n"
                       "    Exclusive cloud: OpenAI → Azure | cash, ended | undisclosed\n");
    QCOMPARE(printed(circleRows(scenario(), circles.circles, style), 3), expected);
}

void TestResults::flowsAsRows_data()
{
    QTest::addColumn<bool>("ofGroups");
    QTest::addColumn<QString>("expected");
    QTest::newRow("groups") << true
                            << QStringLiteral("Microsoft | out | equity | 1 exact | $1B\n"
                                              "  to OpenAI | 100 % | $1B\n"
                                              "    Investment | $1B\n"
                                              "OpenAI | in | equity | 1 exact | $1B\n"
                                              "  from Microsoft | 100 % | $1B\n"
                                              "    Investment | $1B\n"
                                              "OpenAI | out | cash | 1 undisclosed | undisclosed\n"
                                              "  to Microsoft | 1 undisclosed | undisclosed\n"
                                              "    Exclusive cloud | undisclosed\n");
    QTest::newRow("firms") << false
                           << QStringLiteral("Azure | in | cash | 1 undisclosed | undisclosed\n"
                                             "  from OpenAI | 1 undisclosed | undisclosed\n"
                                             "    Exclusive cloud | undisclosed\n");
}

void TestResults::flowsAsRows()
{
    QFETCH(bool, ofGroups);
    QFETCH(QString, expected);
    const auto found = flows({domain::EventDate::parse(u"2020")});
    const auto totals = analysis::totalsOf(scenario(), found);
    const QString rows =
        printed(flowRows(scenario(), found, ofGroups ? totals.groups : totals.firms, ofGroups, style), 6);
    for (const QString &line : expected.split(u'\n'))
        QVERIFY2(rows.contains(line), qPrintable(line + QStringLiteral(" is not in:\n") + rows));
    QVERIFY(rows.contains(QStringLiteral("Not counted · ")));
}

void TestResults::pathsAsRows()
{
    const auto path = [this](TieKind kind) {
        const auto found =
            graph::findPaths(linksOf(scenario(), kind, analysis::AsOf::any()),
                             domain::FirmId(QStringLiteral("nvidia")), domain::FirmId(QStringLiteral("aws")));
        return printed(pathRows(scenario(), found, analysis::AsOf::any()), 2);
    };
    QVERIFY(path(TieKind::Value)
                .startsWith(QStringLiteral("Nvidia – OpenAI – AWS | 2\n"
                                           "  Nvidia – OpenAI: Funding round\n"
                                           "  OpenAI – AWS: Cloud purchase\n")));
    QVERIFY(path(TieKind::Value).contains(QStringLiteral("  Amazon – AWS: AWS is part of Amazon\n")));
    QVERIFY(path(TieKind::Any).contains(QStringLiteral("Nvidia – Amazon: Funding round")));
    QCOMPARE(path(TieKind::Obligation), QString()); // no clause binds Nvidia
}

void TestResults::whatIsLastStaysLast()
{
    ResultView view({QStringLiteral("Name"), QStringLiteral("Size")});
    view.setRows({rowOf("b", 9), rowOf("rest", 100, true), rowOf("a", 10)});
    const auto names = [&view] {
        QString all;
        for (int row = 0; row < view.model()->rowCount(); ++row)
            all += view.model()->index(row, 0).data().toString() + u' ';
        return all.trimmed();
    };
    QCOMPARE(names(), QStringLiteral("b rest a")); // in the order of the answer
    view.sortByColumn(1, Qt::AscendingOrder);
    QCOMPARE(names(), QStringLiteral("b a rest"));
    view.sortByColumn(1, Qt::DescendingOrder); // by number, not by text
    QCOMPARE(names(), QStringLiteral("a b rest"));
    view.sortByColumn(0, Qt::AscendingOrder);
    QCOMPARE(names(), QStringLiteral("a b rest"));
}

void TestResults::spreadsheetsGetPlainCells()
{
    TabSeparated out;
    out.addRow({QStringLiteral("a\tb"), QStringLiteral("two\nlines"), QString(), QStringLiteral("=1+1")});
    QCOMPARE(out.text(), QStringLiteral("a b\ttwo lines\t\t'=1+1\n"));
    ResultModel model({QStringLiteral("Name"), QStringLiteral("Size")});
    ResultRow whole = rowOf("whole", 3);
    whole.children = {rowOf("part", 1)};
    model.setRows({whole});
    QCOMPARE(toTabSeparated(model), QStringLiteral("Level\tName\tSize\n1\twhole\t3\n2\tpart\t1\n"));
}

void TestResults::matrixSaysWordings()
{
    ClauseMatrixModel model;
    model.setMatrix(scenario(), analysis::clauseMatrix(scenario(), m_session->asOf()));
    const QModelIndex waived = model.index(0, 0);
    const QModelIndex empty = model.index(0, 1);
    QCOMPARE(waived.data().toString(), QStringLiteral("Sole cloud provider"));
    QVERIFY(waived.data(Qt::ToolTipRole).toString().contains(QLatin1String("does not hold then")));
    QVERIFY(waived.data(Qt::ToolTipRole).toString().contains(QLatin1String("Microsoft gave it up")));
    QVERIFY(waived.data(Qt::ForegroundRole).isValid());
    QVERIFY(!model.index(1, 0).data(Qt::ForegroundRole).isValid());
    QVERIFY(empty.data(Qt::ToolTipRole).toString().isEmpty());
    QCOMPARE(empty.data(Qt::AccessibleTextRole).toString(), QStringLiteral("Exclusive cloud, Other: none"));
}

void TestResults::matrixForASpreadsheet()
{
    ClauseMatrixModel model;
    model.setMatrix(scenario(), analysis::clauseMatrix(scenario(), m_session->asOf()));
    QCOMPARE(toTabSeparated(model, model.index(0, 0), model.index(1, 1)),
             QStringLiteral("Agreement\tExclusivity\tOther\n"
                            "Exclusive cloud\tSole cloud provider\t\n"
                            "API routing clause\tRouting of API calls\t\n"));
}

void TestResults::choosingTellsTheRow()
{
    ResultView view({QStringLiteral("Name"), QStringLiteral("Size")});
    QString chosen;
    connect(&view, &ResultView::chosen, this,
            [&chosen](const ResultRow &row) { chosen = row.cells.first(); });
    const QSignalSpy left(&view, &ResultView::left);
    view.setRows({rowOf("a", 1), rowOf("b", 2)});
    view.show();
    QTest::keyClick(&view, Qt::Key_Down);
    QTest::keyClick(&view, Qt::Key_Space);
    QVERIFY(!chosen.isEmpty());
    QTest::keyClick(&view, Qt::Key_Escape);
    QCOMPARE(left.size(), 1);
    QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
    QVERIFY(QApplication::clipboard()->text().startsWith(QLatin1String("Level\tName\tSize\n1\ta\t1\n")));
}

void TestResults::namesKeepTheirRoom_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<bool>("hides");
    QTest::newRow("wide") << 800 << false;
    QTest::newRow("narrow") << 400 << true;
    QTest::newRow("too narrow for that") << 250 << true;
}

void TestResults::namesKeepTheirRoom()
{
    QFETCH(int, width);
    QFETCH(bool, hides);
    ResultView view({QStringLiteral("Name"), QStringLiteral("Remark"), QStringLiteral("Size")});
    view.setDispensableColumn(1);
    ResultRow row;
    row.cells = {QStringLiteral("Name"), QString(24, u'm'), QString(12, u'9')};
    view.setRows({row});
    view.resize(width, 200);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    QCOMPARE(view.isColumnHidden(1), hides);
    QVERIFY(view.columnWidth(0) >= 120);
}

ENTENTE_TEST(TestResults, QApplication)

} // namespace tst_results

#include "tst_results.moc"
