#include "window/editactions.h"

#include "domain/naming.h"
#include "session/edits.h"
#include "window/thingdialog.h"

#include <QMenu>
#include <QMessageBox>
#include <QPushButton>

namespace entente::window {

using document::Change;
using document::Value;
using domain::ThingKind;
using domain::ThingRef;

namespace {

FormKind formOf(ThingKind kind)
{
    switch (kind) {
    case ThingKind::Agreement:
        return FormKind::Agreement;
    case ThingKind::Clause:
        return FormKind::Clause;
    case ThingKind::Term:
        return FormKind::Term;
    case ThingKind::Source:
        return FormKind::Source;
    default:
        return FormKind::Firm;
    }
}

bool isEditable(const ThingRef &thing)
{
    return !thing.isNone() && thing.kind != ThingKind::Conflict;
}

ThingRef sameKind(const ThingRef &thing, const QString &id)
{
    if (thing.kind != ThingKind::Clause)
        return {thing.kind, id};
    return ThingRef::of(domain::ClauseRef{thing.clauseRef().agreement, domain::ClauseId(id)});
}

Value partyOf(const domain::FirmId &firm)
{
    Value party = Value::object();
    party.set(QStringLiteral("firm"), Value::string(firm.text()));
    return party;
}

QString nameIn(const Value &value, FormKind kind, const QString &id)
{
    const Value *name = value.find(formFor(kind).nameKey);
    return name ? name->text() : id;
}

} // namespace

EditActions::EditActions(session::Session &session, const Actions &actions, QWidget *window)
    : QObject(window)
    , m_session(session)
    , m_actions(actions)
    , m_window(window)
{
    const auto on = [&](Do what, auto &&run) { connect(actions[what], &QAction::triggered, this, run); };
    on(Do::AddFirm, [this] { addFirm(); });
    on(Do::AddAgreement, [this] {
        const ThingRef &selected = m_session.selection();
        addAgreement(selected.kind == ThingKind::Firm ? QList{domain::FirmId(selected.id)}
                                                      : QList<domain::FirmId>());
    });
    on(Do::AddTerm, [this] { add(ThingKind::Term, Value::object()); });
    on(Do::AddSource, [this] { add(ThingKind::Source, Value::object()); });
    on(Do::EditThing, [this] { edit(m_session.selection()); });
    on(Do::RemoveThing, [this] { remove(m_session.selection()); });
    on(Do::WaiveClause, [this] { waive(m_session.selection()); });
    on(Do::EditScenario, [this] { editScenario(); });
}

void EditActions::refresh()
{
    const bool open = m_session.isOpen();
    for (Do what : {Do::AddFirm, Do::AddAgreement, Do::AddTerm, Do::AddSource, Do::EditScenario})
        m_actions[what]->setEnabled(open);
    const ThingRef &selected = m_session.selection();
    m_actions[Do::EditThing]->setEnabled(open && isEditable(selected));
    m_actions[Do::RemoveThing]->setEnabled(open && isEditable(selected));
    m_actions[Do::WaiveClause]->setEnabled(open && selected.kind == ThingKind::Clause);
}

bool EditActions::make(const session::Edit &edit)
{
    const ProblemList problems = m_session.apply(edit);
    if (problems.isEmpty())
        return true;
    auto *box = new QMessageBox(QMessageBox::Warning, QString(), tr("That can’t be done."), QMessageBox::Ok,
                                m_window);
    box->setObjectName(QStringLiteral("refusedDialog"));
    box->setInformativeText(problems.all().first().message);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
    return false;
}

// Most are companies; the form says what else there is.
void EditActions::addFirm()
{
    Value firm = Value::object();
    firm.set(QStringLiteral("kind"), Value::string(domain::toWord(domain::FirmKind::Company)));
    add(ThingKind::Firm, firm);
}

void EditActions::addAgreement(const QList<domain::FirmId> &parties)
{
    Value agreement = Value::object();
    Value list = Value::array();
    for (const domain::FirmId &firm : parties)
        list.append(partyOf(firm));
    if (!parties.isEmpty())
        agreement.set(QStringLiteral("parties"), list);
    add(ThingKind::Agreement, agreement);
}

void EditActions::add(ThingKind kind, const Value &value)
{
    const FormKind form = formOf(kind);
    const auto pointer = [kind](const QString &id) { return session::pointerOf({kind, id}); };
    FormTask task;
    task.title = tr("Add: %1").arg(formFor(form).title);
    task.value = value;
    task.taken = session::idsOf(m_session.scenario(), kind);
    task.pointer = pointer;
    task.check = [this, pointer](const QString &id, const Value &now) {
        return m_session.check({Change::set(pointer(id), now)});
    };
    auto *dialog = new ThingDialog(m_session, form, task, m_window);
    connect(dialog, &QDialog::accepted, this, [this, dialog, kind, form, pointer] {
        const QString id = dialog->id();
        const Value now = dialog->value();
        make({tr("Add “%1”").arg(nameIn(now, form, id)), {Change::set(pointer(id), now)}, {kind, id}});
    });
    dialog->open();
}

void EditActions::edit(const ThingRef &thing)
{
    const Value *value = document::resolve(m_session.document().root, session::pointerOf(thing));
    if (!isEditable(thing) || !value)
        return;
    FormTask task;
    task.id = document::lastToken(session::pointerOf(thing));
    task.value = *value;
    task.taken = session::idsOf(m_session.scenario(), thing.kind);
    task.taken.removeAll(task.id);
    task.pointer = [thing](const QString &id) { return session::pointerOf(sameKind(thing, id)); };
    task.check = [this, thing](const QString &id, const Value &now) {
        return m_session.check(session::replacing(m_session, thing, id, now));
    };
    auto *dialog = new ThingDialog(m_session, formOf(thing.kind), task, m_window);
    connect(dialog, &QDialog::accepted, this, [this, dialog, thing] {
        make({tr("Change “%1”").arg(domain::nameOf(m_session.scenario(), thing)),
              session::replacing(m_session, thing, dialog->id(), dialog->value()),
              sameKind(thing, dialog->id())});
    });
    dialog->open();
}

void EditActions::editScenario()
{
    FormTask task;
    task.value = m_session.document().root;
    task.pointer = [](const QString &) { return QString(); };
    task.check = [this](const QString &, const Value &now) {
        return m_session.check({Change::set({}, now)});
    };
    auto *dialog = new ThingDialog(m_session, FormKind::Scenario, task, m_window);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        make({tr("Change the scenario’s properties"), {Change::set({}, dialog->value())}, {}});
    });
    dialog->open();
}

void EditActions::remove(const ThingRef &thing)
{
    if (!isEditable(thing))
        return;
    QStringList touched;
    const session::Edit edit = session::removing(m_session, thing, &touched);
    if (touched.isEmpty()) {
        make(edit);
        return;
    }
    auto *box =
        new QMessageBox(QMessageBox::Question, QString(),
                        tr("“%1” is named elsewhere.").arg(domain::nameOf(m_session.scenario(), thing)),
                        QMessageBox::Cancel, m_window);
    box->setObjectName(QStringLiteral("removeDialog"));
    constexpr qsizetype mostListed = 8;
    QString where = touched.mid(0, mostListed).join(QStringLiteral("\n"));
    if (touched.size() > mostListed)
        where += tr("\nand %1 more").arg(touched.size() - mostListed);
    box->setInformativeText(
        tr("It is also removed from:\n%1\nAn agreement without any party goes, too.").arg(where));
    QPushButton *button = box->addButton(tr("&Remove all"), QMessageBox::DestructiveRole);
    button->setObjectName(QStringLiteral("removeAll"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    connect(button, &QPushButton::clicked, this, [this, edit] { make(edit); });
    box->open();
}

void EditActions::waive(const ThingRef &clause)
{
    if (clause.kind != ThingKind::Clause)
        return;
    const QString exceptions = session::pointerOf(clause) + QStringLiteral("/exceptions");
    const auto pointer = [exceptions](const QString &id) { return document::childPointer(exceptions, id); };
    FormTask task;
    task.title = tr("Waive: %1").arg(domain::nameOf(m_session.scenario(), clause));
    task.value.set(QStringLiteral("kind"), Value::string(QStringLiteral("waiver")));
    if (const domain::Clause *found = m_session.scenario().clause(clause.clauseRef())) {
        for (const domain::Exception &exception : found->exceptions)
            task.taken.append(exception.id);
    }
    task.pointer = pointer;
    task.check = [this, pointer](const QString &id, const Value &now) {
        return m_session.check({Change::set(pointer(id), now)});
    };
    auto *dialog = new ThingDialog(m_session, FormKind::Exception, task, m_window);
    connect(dialog, &QDialog::accepted, this, [this, dialog, clause, pointer] {
        make({tr("Waive “%1”").arg(domain::nameOf(m_session.scenario(), clause)),
              {Change::set(pointer(dialog->id()), dialog->value())},
              clause});
    });
    dialog->open();
}

void EditActions::extendMenu(QMenu *menu, const ThingRef &thing)
{
    QAction *first = menu->actions().value(0);
    const auto insert = [&](const char *name, const QString &text, auto &&run) {
        auto *action = new QAction(text, menu);
        action->setObjectName(QLatin1String(name));
        connect(action, &QAction::triggered, this, run);
        menu->insertAction(first, action);
    };
    if (isEditable(thing)) {
        insert("canvasEdit", tr("&Edit…"), [this, thing] { edit(thing); });
        insert("canvasRemove", tr("Re&move"), [this, thing] { remove(thing); });
        if (thing.kind == ThingKind::Firm)
            insert("canvasAddAgreement", tr("Add A&greement…"),
                   [this, thing] { addAgreement({domain::FirmId(thing.id)}); });
    } else if (thing.isNone()) {
        insert("canvasAddFirm", tr("Add &Firm…"), [this] { addFirm(); });
        insert("canvasAddAgreement", tr("Add A&greement…"), [this] { addAgreement({}); });
    }
    menu->insertSeparator(first);
}

} // namespace entente::window
