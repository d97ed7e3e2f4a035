#include "window/dataactions.h"

#include "document/filewriter.h"
#include "window/actions.h"
#include "window/mappingdialog.h"
#include "window/unsavedguard.h"

#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>

namespace entente::window {

namespace {

const QString dataFolderKey = QStringLiteral("files/folder");

// Everything that can be read first, then format by format.
QString openFilters()
{
    QStringList patterns;
    QStringList filters;
    for (const session::DataFormat &format : session::dataFormats()) {
        if (!format.reads)
            continue;
        for (const QString &ending : format.endings) {
            if (!patterns.contains(u'*' + ending))
                patterns.append({u'*' + ending, u'*' + ending + QStringLiteral(".gz")});
        }
        filters.append(session::fileFilter(format));
    }
    filters.prepend(QStringLiteral("All that can be read (%1)").arg(patterns.join(u' ')));
    filters.append(QStringLiteral("All files (*)"));
    return filters.join(QStringLiteral(";;"));
}

QList<session::DataFormat> exportFormats()
{
    QList<session::DataFormat> formats = session::dataFormats();
    formats.removeIf([](const session::DataFormat &format) { return !format.writes || format.needsBase; });
    return formats;
}

QString warningsIn(const ProblemList &problems)
{
    QStringList lines;
    for (const Problem &problem : problems.all())
        lines.append(problem.message);
    return lines.join(u'\n');
}

} // namespace

DataActions::DataActions(session::Session &session, Actions &actions, UnsavedGuard &guard, QWidget *window)
    : QObject(window)
    , m_session(session)
    , m_guard(guard)
    , m_window(window)
{
    connect(actions[Do::Open], &QAction::triggered, this, [this] { chooseFile(false); });
    connect(actions[Do::OpenTable], &QAction::triggered, this, [this] { chooseFile(true); });
    connect(actions[Do::PasteTable], &QAction::triggered, this, [this] { paste(); });
    connect(actions[Do::ExportData], &QAction::triggered, this, [this] { chooseExport(); });
}

void DataActions::chooseFile(bool asks)
{
    auto *dialog = new QFileDialog(m_window, asks ? tr("Open a table") : tr("Open a scenario"),
                                   QSettings().value(dataFolderKey).toString(), openFilters());
    dialog->setObjectName(QStringLiteral("openFileDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, asks](const QString &path) { openAsked(path, asks); });
    dialog->open();
}

void DataActions::open(const QString &path)
{
    openAsked(path, false);
}

void DataActions::openAsked(const QString &path, bool always)
{
    QSettings().setValue(dataFolderKey, QFileInfo(path).absolutePath());
    const auto read = [this, path](const QString &mapping) {
        m_guard.before([this, path, mapping] {
            m_session.setMapping(path, mapping);
            m_session.open(path);
        });
    };
    const auto question = session::tableInFile(path);
    const QString remembered = question ? rememberedMapping(question->headers) : QString();
    if (question && (always || (!question->isCertain && remembered.isEmpty())))
        ask(session::beginningOf(path), path, remembered, read);
    else
        read(remembered);
}

void DataActions::ask(const QByteArray &bytes, const QString &path, const QString &mapping,
                      const std::function<void(const QString &)> &then)
{
    auto *dialog = new MappingDialog(bytes, path, mapping, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    const auto question = session::tableIn(bytes, path);
    connect(dialog, &QDialog::accepted, this, [dialog, question, then] {
        if (question)
            rememberMapping(question->headers, dialog->mapping());
        then(dialog->mapping());
    });
    dialog->open();
}

void DataActions::paste()
{
    const QByteArray text = QGuiApplication::clipboard()->text().toUtf8();
    const auto question = session::tableIn(text, {});
    if (!question) {
        warn(QStringLiteral("nothingToPaste"), tr("There is no table in the clipboard."),
             tr("Copy cells of a spreadsheet with a row of headers, and paste them here."));
        return;
    }
    const QString remembered = rememberedMapping(question->headers);
    const auto read = [this, text](const QString &mapping) {
        m_guard.before([this, text, mapping] { openPasted(text, mapping); });
    };
    if (question->isCertain || !remembered.isEmpty())
        read(remembered);
    else
        ask(text, {}, {}, read);
}

void DataActions::openPasted(const QByteArray &text, const QString &mapping)
{
    const ProblemList problems = m_session.openTable(text, mapping);
    if (problems.hasErrors())
        warn(QStringLiteral("notPasted"), tr("The table was not pasted."), warningsIn(problems));
}

void DataActions::chooseExport()
{
    QStringList filters;
    const QList<session::DataFormat> formats = exportFormats();
    for (const session::DataFormat &format : formats)
        filters.append(session::fileFilter(format));
    auto *dialog =
        new QFileDialog(m_window, tr("Export the data"), QSettings().value(dataFolderKey).toString(),
                        filters.join(QStringLiteral(";;")));
    dialog->setObjectName(QStringLiteral("exportDataDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    connect(dialog, &QFileDialog::fileSelected, this, [this, dialog, formats, filters](const QString &path) {
        const session::DataFormat format = formats.value(filters.indexOf(dialog->selectedNameFilter()));
        const bool hasEnding =
            std::any_of(format.endings.begin(), format.endings.end(), [&path](const QString &ending) {
                return path.endsWith(ending, Qt::CaseInsensitive);
            });
        exportTo(hasEnding ? path : path + format.endings.value(0), format.name);
    });
    dialog->open();
}

// What the format can't hold is said before anything is written.
void DataActions::exportTo(const QString &path, const QString &format)
{
    const auto written = session::writtenAs(m_session, format);
    if (!written) {
        warn(QStringLiteral("notExported"), tr("The data were not exported."), warningsIn(written.problems));
        return;
    }
    if (written.problems.isEmpty()) {
        write(path, *written.value);
        return;
    }
    auto *box = new QMessageBox(QMessageBox::Question, QString(), tr("This format can’t hold everything."),
                                QMessageBox::Cancel, m_window);
    box->setObjectName(QStringLiteral("lossesDialog"));
    box->setInformativeText(warningsIn(written.problems));
    box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *button = box->addButton(tr("&Write it all the same"), QMessageBox::AcceptRole);
    button->setObjectName(QStringLiteral("writeWithLosses"));
    connect(button, &QPushButton::clicked, this,
            [this, path, bytes = *written.value] { write(path, bytes); });
    box->open();
}

void DataActions::write(const QString &path, const QByteArray &bytes)
{
    const ProblemList problems = document::writeFile(path, bytes);
    if (problems.hasErrors())
        warn(QStringLiteral("notExported"), tr("The data were not exported."), warningsIn(problems));
    else
        Q_EMIT told(tr("Exported to %1").arg(path));
}

void DataActions::warn(const QString &name, const QString &text, const QString &more)
{
    auto *box = new QMessageBox(QMessageBox::Warning, QString(), text, QMessageBox::Ok, m_window);
    box->setObjectName(name);
    box->setInformativeText(more);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

} // namespace entente::window
