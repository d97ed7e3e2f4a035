#include "window/reportexport.h"

#include "document/filewriter.h"
#include "exports/reportformats.h"
#include "painting/creationdate.h"
#include "window/exportpicture.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QSettings>
#include <QStandardPaths>

namespace entente::window {

namespace {

const QLatin1String reportFolderKey("export/folder"); // figures and reports of a scenario go together

ProblemList unknownForm(const QString &path)
{
    ProblemList problems;
    problems.add({Severity::Error,
                  Cause::File,
                  QStringLiteral("unknown-form"),
                  {path, 0, 0},
                  {},
                  QStringLiteral("%1 doesn’t say its form").arg(QFileInfo(path).fileName()),
                  QStringLiteral("a name that ends in .md or .xlsx")});
    return problems;
}

// "Report as Markdown (*.md);;…"
QString reportFilters()
{
    QStringList filters;
    for (const exports::ReportFormat &format : exports::reportFormats())
        filters.append(QStringLiteral("%1 (*%2)").arg(format.title, format.ending));
    return filters.join(QStringLiteral(";;"));
}

void tellReportProblems(const ProblemList &problems, QWidget *window)
{
    const Problem problem = problems.all().value(0);
    auto *box = new QMessageBox(QMessageBox::Warning, QString(), problem.message, QMessageBox::Close, window);
    box->setObjectName(QStringLiteral("reportProblem"));
    box->setInformativeText(problem.hint);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

} // namespace

ProblemList writeReport(const session::Session &session, const QString &path)
{
    const exports::ReportFormat *format = exports::reportFormatForFile(path);
    if (!format)
        return unknownForm(path);
    const analysis::AsOf &asOf = session.asOf();
    const auto bytes =
        format->write(exports::buildReport(session.scenario(), asOf), painting::creationDate(asOf.day()));
    if (!bytes)
        return bytes.problems;
    ProblemList problems = document::writeFile(path, *bytes.value);
    problems.append(bytes.problems);
    return problems;
}

void askForReport(const session::Session &session, QWidget *window,
                  const std::function<void(const QString &path)> &written)
{
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QDir folder(QSettings().value(reportFolderKey, documents).toString());
    auto *dialog = new QFileDialog(window, QStringLiteral("Export report"), folder.path(), reportFilters());
    dialog->setObjectName(QStringLiteral("reportDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    const auto adoptEnding = [dialog](const QString &filter) { // ".md" of "Report as Markdown (*.md)"
        dialog->setDefaultSuffix(filter.section(u'*', 1).chopped(1));
    };
    adoptEnding(reportFilters().section(QStringLiteral(";;"), 0, 0));
    QObject::connect(dialog, &QFileDialog::filterSelected, dialog, adoptEnding);
    dialog->selectFile(figureName(session));
    QObject::connect(dialog, &QFileDialog::fileSelected, window,
                     [&session, window, written](const QString &path) {
                         const ProblemList problems = writeReport(session, path);
                         if (problems.hasErrors())
                             return tellReportProblems(problems, window);
                         QSettings().setValue(reportFolderKey, QFileInfo(path).absolutePath());
                         written(path);
                     });
    dialog->open();
}

} // namespace entente::window
