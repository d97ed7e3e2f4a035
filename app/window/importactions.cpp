#include "window/importactions.h"

#include "window/firmdialogs.h"
#include "window/importreview.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>

namespace entente::window {

ImportActions::ImportActions(session::Session &session, const Actions &actions, QWidget *window)
    : QObject(window)
    , m_session(session)
    , m_actions(actions)
    , m_window(window)
    , m_reader(session)
{
    connect(actions[Do::Import], &QAction::triggered, this, &ImportActions::chooseFile);
    connect(actions[Do::MergeFirms], &QAction::triggered, this, &ImportActions::mergeFirms);
    connect(actions[Do::SplitFirm], &QAction::triggered, this, &ImportActions::splitFirm);
    connect(&m_reader, &session::ImportReader::finished, this, &ImportActions::review);
    connect(&m_reader, &session::ImportReader::failed, this, &ImportActions::tellProblems);
}

void ImportActions::refresh()
{
    const bool open = m_session.isOpen();
    m_actions[Do::Import]->setEnabled(open);
    m_actions[Do::MergeFirms]->setEnabled(open && m_session.asWritten().firms.size() > 1);
    m_actions[Do::SplitFirm]->setEnabled(open && m_session.selection().kind == domain::ThingKind::Firm);
}

void ImportActions::chooseFile()
{
    const QString folder = QFileInfo(m_session.path()).absolutePath();
    const QString path = QFileDialog::getOpenFileName(m_window, tr("Import into this scenario"),
                                                      m_session.path().startsWith(u':') ? QString() : folder);
    if (!path.isEmpty())
        importFile(path);
}

void ImportActions::importFile(const QString &path)
{
    if (!m_session.isOpen())
        return;
    Q_EMIT said(tr("Reading %1…").arg(QFileInfo(path).fileName()));
    m_reader.read(path);
}

void ImportActions::review(const std::shared_ptr<session::ImportReview> &review)
{
    Q_EMIT said({}); // it has been read
    auto *dialog = new ImportReviewDialog(review, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        QString told;
        const session::Edit edit = dialog->edit(&told);
        if (edit.changes.isEmpty() || make(edit))
            Q_EMIT said(told);
    });
    dialog->open();
}

void ImportActions::tellProblems(const ProblemList &problems)
{
    Q_EMIT said({});
    constexpr qsizetype mostTold = 12;
    QStringList lines;
    for (const Problem &problem : problems.all().mid(0, mostTold))
        lines.append(toLine(problem));
    if (problems.all().size() > mostTold)
        lines.append(tr("and %1 more").arg(problems.all().size() - mostTold));
    refuse(tr("That file can’t be imported."), lines.join(u'\n'));
}

void ImportActions::mergeFirms()
{
    const domain::ThingRef &selected = m_session.selection();
    const bool isFirm = selected.kind == domain::ThingKind::Firm;
    auto *dialog = new MergeDialog(m_session, domain::FirmId(isFirm ? selected.id : QString()), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog] { make(session::merging(m_session, dialog->kept(), dialog->gone())); });
    dialog->open();
}

void ImportActions::splitFirm()
{
    if (m_session.selection().kind != domain::ThingKind::Firm)
        return;
    auto *dialog = new SplitDialog(m_session, domain::FirmId(m_session.selection().id), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { make(dialog->edit()); });
    dialog->open();
}

bool ImportActions::make(const session::Edit &edit)
{
    if (edit.changes.isEmpty()) {
        refuse(tr("That can’t be done."), tr("The firms are no longer what they were."));
        return false;
    }
    const ProblemList problems = m_session.apply(edit);
    if (problems.hasErrors())
        refuse(tr("That can’t be done."), problems.all().first().message);
    return !problems.hasErrors();
}

void ImportActions::refuse(const QString &text, const QString &details)
{
    auto *box = new QMessageBox(QMessageBox::Warning, QString(), text, QMessageBox::Ok, m_window);
    box->setObjectName(QStringLiteral("importRefused"));
    box->setInformativeText(details);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

} // namespace entente::window
