#include "window/unsavedguard.h"

#include "session/edits.h"
#include "window/thingdialog.h"

#include <QFileDialog>
#include <QLineEdit>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>

namespace entente::window {

namespace {

QMessageBox *question(const QString &name, const QString &text, const QString &more, QWidget *window)
{
    auto *box = new QMessageBox(QMessageBox::Question, QString(), text, QMessageBox::NoButton, window);
    box->setObjectName(name);
    box->setInformativeText(more);
    box->setAttribute(Qt::WA_DeleteOnClose);
    return box;
}

void answer(QMessageBox *box, const QString &text, QMessageBox::ButtonRole role, const QString &name,
            const UnsavedGuard::Then &then)
{
    QPushButton *button = box->addButton(text, role);
    button->setObjectName(name);
    if (then)
        QObject::connect(button, &QPushButton::clicked, box->parent(), then, Qt::QueuedConnection);
}

QString sentences(const ProblemList &problems)
{
    QStringList lines;
    for (const Problem &problem : problems.all())
        lines.append(problem.hint.isEmpty() ? problem.message
                                            : problem.message + QStringLiteral(": ") + problem.hint);
    return lines.join(u'\n');
}

// What an alternate of the open scenario is first called.
document::Value proposedHeading(const session::Session &session)
{
    document::Value heading = document::Value::object();
    const QString title = QObject::tr("Alternate of %1").arg(session.scenario().title);
    heading.set(QStringLiteral("title"), document::Value::string(title));
    heading.set(QStringLiteral("id"), document::Value::string(session::freeId(
                                          session.scenario().id + QStringLiteral(" alternate"), {})));
    heading.set(QStringLiteral("hypothetical"), document::Value::boolean(true));
    return heading;
}

// Typing begins with the title, and the id follows it until it is typed itself.
void beginWithTitle(ThingDialog &dialog)
{
    auto *title = dialog.findChild<QLineEdit *>(QStringLiteral("titleField"));
    auto *id = dialog.findChild<QLineEdit *>(QStringLiteral("idField"));
    if (!title || !id)
        return;
    title->setFocus();
    title->selectAll();
    QObject::connect(title, &QLineEdit::textEdited, id, [id](const QString &text) {
        if (!id->isModified())
            id->setText(session::freeId(text, {}));
    });
}

session::OverlayHeading headingFrom(const document::Value &value)
{
    const auto text = [&value](QStringView key) {
        const document::Value *found = value.find(key);
        return found ? found->text() : QString();
    };
    const document::Value *hypothetical = value.find(u"hypothetical");
    return {text(u"id"), text(u"title"), text(u"summary"), hypothetical && hypothetical->truth()};
}

} // namespace

UnsavedGuard::UnsavedGuard(session::Session &session, QWidget *window)
    : QObject(window)
    , m_session(session)
    , m_window(window)
{
    connect(&session, &session::Session::changedOnDisk, this, &UnsavedGuard::askToReload);
}

void UnsavedGuard::before(const Then &then, const Then &otherwise)
{
    if (m_session.isModified())
        askWhatToDo(then, otherwise);
    else
        then();
}

void UnsavedGuard::askWhatToDo(const Then &then, const Then &otherwise)
{
    QMessageBox *box = question(QStringLiteral("unsavedDialog"),
                                tr("Save the changes to “%1”?").arg(m_session.scenario().title),
                                tr("They are lost if they aren’t saved."), m_window);
    answer(box, tr("&Save"), QMessageBox::AcceptRole, QStringLiteral("saveChanges"),
           [this, then] { save(then); });
    answer(box, tr("&Discard"), QMessageBox::DestructiveRole, QStringLiteral("discardChanges"), then);
    answer(box, tr("Cancel"), QMessageBox::RejectRole, QStringLiteral("keepEditing"), otherwise);
    box->open();
}

void UnsavedGuard::save(const Then &then)
{
    if (!m_session.hasOwnFile())
        saveAs(then);
    else if (m_session.isOutdated())
        askToOverwrite(then);
    else if (tell(m_session.save()) && then)
        then();
}

void UnsavedGuard::askToOverwrite(const Then &then)
{
    QMessageBox *box =
        question(QStringLiteral("overwriteDialog"), tr("The file has been changed by another program."),
                 tr("Saving replaces those changes with yours."), m_window);
    answer(box, tr("&Replace them"), QMessageBox::DestructiveRole, QStringLiteral("overwriteFile"),
           [this, then] {
               if (tell(m_session.save()) && then)
                   then();
           });
    answer(box, tr("Save &as…"), QMessageBox::AcceptRole, QStringLiteral("saveElsewhere"),
           [this, then] { saveAs(then); });
    answer(box, tr("Cancel"), QMessageBox::RejectRole, QStringLiteral("keepEditing"), {});
    box->open();
}

void UnsavedGuard::askToReload()
{
    if (m_window->findChild<QMessageBox *>(QStringLiteral("reloadDialog")))
        return; // it is being asked already
    QMessageBox *box =
        question(QStringLiteral("reloadDialog"), tr("The file has been changed by another program."),
                 tr("You have unsaved changes. Reading the file again discards them."), m_window);
    answer(box, tr("&Keep my changes"), QMessageBox::RejectRole, QStringLiteral("keepEditing"), {});
    answer(box, tr("&Read it again"), QMessageBox::DestructiveRole, QStringLiteral("reloadFile"),
           [this] { m_session.reload(); });
    box->open();
}

void UnsavedGuard::choosePath(const QString &title, const QString &name,
                              const std::function<void(const QString &)> &chosen)
{
    auto *dialog = new QFileDialog(m_window, title);
    dialog->setObjectName(QStringLiteral("saveFileDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("Scenarios (*.entente.json)"));
    dialog->setDefaultSuffix(QStringLiteral("entente.json"));
    const QString path = m_session.path();
    if (m_session.hasOwnFile())
        dialog->setDirectory(QFileInfo(path).absolutePath());
    dialog->selectFile(name + QStringLiteral(".entente.json"));
    connect(dialog, &QFileDialog::fileSelected, this, chosen);
    dialog->open();
}

void UnsavedGuard::saveAs(const Then &then)
{
    choosePath(tr("Save the scenario"), m_session.scenario().id, [this, then](const QString &path) {
        if (tell(m_session.saveAs(path)) && then)
            then();
    });
}

void UnsavedGuard::saveAlternate()
{
    FormTask task;
    task.title = tr("Save as an alternate");
    task.value = proposedHeading(m_session);
    task.pointer = [](const QString &) { return QString(); };
    task.check = [this](const QString &, const document::Value &value) {
        QList<document::Change> changes;
        for (const document::Member &member : value.members())
            changes.append(document::Change::set(u'/' + member.key, member.value));
        return m_session.check(changes);
    };
    auto *dialog = new ThingDialog(m_session, FormKind::Scenario, task, m_window);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        const session::OverlayHeading heading = headingFrom(dialog->value());
        choosePath(tr("Save the alternate"), heading.id,
                   [this, heading](const QString &path) { tell(m_session.saveAsOverlay(path, heading)); });
    });
    dialog->open();
    beginWithTitle(*dialog);
}

bool UnsavedGuard::tell(const ProblemList &problems)
{
    if (!problems.hasErrors())
        return true;
    auto *box = new QMessageBox(QMessageBox::Warning, QString(), tr("The scenario was not saved."),
                                QMessageBox::Ok, m_window);
    box->setObjectName(QStringLiteral("notSavedDialog"));
    box->setInformativeText(sentences(problems));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
    return false;
}

void UnsavedGuard::offerRecovery()
{
    offerNext(session::recoveryFiles());
}

void UnsavedGuard::offerNext(QStringList files)
{
    if (files.isEmpty())
        return;
    const QString file = files.takeFirst();
    const Outcome<session::Unsaved> unsaved = session::readRecovery(file);
    if (unsaved)
        recoverOrDiscard(file, *unsaved.value, files);
    else
        keepOrDiscard(file, unsaved.problems, files);
}

// Work that can't be read here may be read elsewhere: only the user discards it.
void UnsavedGuard::keepOrDiscard(const QString &file, const ProblemList &problems, const QStringList &others)
{
    QMessageBox *box = question(QStringLiteral("unreadableRecoveryDialog"),
                                tr("Changes that were not saved when Entente ended can’t be read."),
                                tr("%1\nThey are in %2.").arg(sentences(problems), file), m_window);
    answer(box, tr("&Discard"), QMessageBox::DestructiveRole, QStringLiteral("discardUnreadable"),
           [this, file, others] {
               session::discardRecovery(file);
               offerNext(others);
           });
    answer(box, tr("&Keep the file"), QMessageBox::RejectRole, QStringLiteral("keepUnreadable"),
           [this, others] { offerNext(others); });
    box->open();
}

void UnsavedGuard::recoverOrDiscard(const QString &file, const session::Unsaved &unsaved,
                                    const QStringList &others)
{
    const QString at = QLocale().toString(unsaved.at, QLocale::ShortFormat);
    QMessageBox *box =
        question(QStringLiteral("recoveryDialog"),
                 tr("“%1” has changes that were not saved when Entente ended.").arg(unsaved.title()),
                 tr("They are of %1. Nothing is written to a file until you save.").arg(at), m_window);
    answer(box, tr("&Recover"), QMessageBox::AcceptRole, QStringLiteral("recoverChanges"),
           [this, file] { m_session.recover(file); });
    answer(box, tr("&Discard"), QMessageBox::DestructiveRole, QStringLiteral("discardRecovered"),
           [this, file, others] {
               session::discardRecovery(file);
               offerNext(others);
           });
    answer(box, tr("&Later"), QMessageBox::RejectRole, QStringLiteral("recoverLater"), {});
    box->open();
}

} // namespace entente::window
