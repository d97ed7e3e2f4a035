#include "window/thingdialog.h"

#include "session/edits.h"
#include "window/referencebox.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>

#include <algorithm>

namespace entente::window {

using document::Value;

namespace {

constexpr int checkDelay = 150; // milliseconds of quiet before the scenario is checked
constexpr QSize comfortable(640, 640);
constexpr QSize screenMargin(80, 120);

} // namespace

ThingDialog::ThingDialog(session::Session &session, FormKind kind, const FormTask &task, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_info(formFor(kind))
    , m_task(task)
{
    setObjectName(m_info.word + QStringLiteral("Dialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    const bool isNew = task.id.isEmpty() && task.value.members().empty();
    setWindowTitle(!task.title.isEmpty() ? task.title
                   : isNew               ? tr("Add: %1").arg(m_info.title)
                                         : tr("Edit: %1").arg(m_info.title));
    const ThingForm::Context context{session, [this] { return m_task.pointer(checkedId()); },
                                     [this](const Value &value) { return m_task.check(checkedId(), value); }};
    m_form = new ThingForm(kind, task.value, context, this);
    m_opened = value();
    makeIdRow(this);
    layOut();
    m_checking.setSingleShot(true);
    m_checking.setInterval(checkDelay);
    connect(&m_checking, &QTimer::timeout, this, [this] { show(m_showsAll); });
    connect(m_form, &ThingForm::changed, this, [this] {
        proposeId();
        m_isWarned = false;
        m_checking.start();
    });
}

void ThingDialog::makeIdRow(QWidget *area)
{
    if (m_info.nameKey.isEmpty() && m_info.idNames == Names::Nothing)
        return;
    QWidget *control = nullptr;
    if (m_info.idNames == Names::Nothing) {
        control = m_idLine = new QLineEdit(m_task.id, area);
        m_isIdOwn = !m_task.id.isEmpty();
        m_idLine->setToolTip(tr("Names it in the file: small letters, digits and hyphens"));
        connect(m_idLine, &QLineEdit::textEdited, this, [this](const QString &text) {
            m_isIdOwn = !text.isEmpty();
            m_checking.start();
        });
    } else {
        control = m_idBox = new ReferenceBox(m_info.idNames, m_session.scenario(), area);
        m_idBox->setId(m_task.id);
        m_idBox->setToolTip(m_info.title);
        connect(m_idBox, &QComboBox::editTextChanged, this, [this] { m_checking.start(); });
    }
    control->setObjectName(QStringLiteral("idField"));
    control->setAccessibleName(m_idBox ? m_info.title : tr("Id"));
    m_idRow = new QWidget(area);
    auto *row = new QFormLayout(m_idRow);
    auto *label = new QLabel(m_idBox ? m_info.title + u':' : tr("Id:"), m_idRow);
    label->setBuddy(control);
    row->addRow(label, control);
}

void ThingDialog::layOut()
{
    auto *all = new QVBoxLayout(this);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(m_form);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_rest = new QLabel(this);
    m_rest->setObjectName(QStringLiteral("formProblems"));
    m_rest->setWordWrap(true);
    m_rest->setTextFormat(Qt::PlainText);
    m_rest->hide();
    QPalette palette = m_rest->palette();
    palette.setColor(QPalette::WindowText, QColor::fromRgba(m_session.theme().palette.conflict.value));
    m_rest->setPalette(palette);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Ok)->setObjectName(QStringLiteral("okButton"));
    buttons->button(QDialogButtonBox::Cancel)->setObjectName(QStringLiteral("cancelButton"));
    connect(buttons, &QDialogButtonBox::accepted, this, &ThingDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &ThingDialog::reject);
    if (m_idBox)
        all->addWidget(m_idRow);
    all->addWidget(scroll, 1);
    if (m_idLine)
        all->addWidget(m_idRow);
    all->addWidget(m_rest);
    all->addWidget(buttons);
    const int content = m_form->sizeHint().height() + (m_idRow ? m_idRow->sizeHint().height() : 0) + 90;
    const QSize most = screen()->availableSize() - screenMargin;
    resize(QSize(comfortable.width(), std::max(content, 180))
               .boundedTo(QSize(comfortable.width(), 760))
               .boundedTo(most));
}

void ThingDialog::proposeId()
{
    if (!m_idLine || m_isIdOwn)
        return;
    const QString name = m_form->textOf(m_info.nameKey);
    m_idLine->setText(name.isEmpty() ? QString() : session::freeId(name, m_task.taken));
}

QString ThingDialog::id() const
{
    return m_idLine ? m_idLine->text().trimmed() : m_idBox ? m_idBox->id() : QString();
}

// A new thing is checked before its name has made it an id.
QString ThingDialog::checkedId() const
{
    return m_idLine && id().isEmpty() ? session::freeId(QStringLiteral("new"), m_task.taken) : id();
}

ProblemList ThingDialog::problems() const
{
    const QString now = id();
    const auto one = [](const QString &message, const QString &hint) {
        ProblemList problems;
        problems.add({Severity::Error, Cause::Input, QStringLiteral("bad-id"), {}, {}, message, hint});
        return problems;
    };
    if (m_idBox && now.isEmpty())
        return one(tr("nothing is chosen"), tr("choose one above"));
    if (m_task.taken.contains(now))
        return one(tr("“%1” is taken").arg(now), tr("choose another"));
    ProblemList found = m_task.check(checkedId(), value());
    if (m_idLine && now.isEmpty() && !found.hasErrors())
        found = one(tr("it has no id"), tr("type one"));
    return found;
}

// Of a thing inside another only its own problems count: what is around it may not be filled in yet.
bool ThingDialog::show(bool all)
{
    const QString own = m_task.pointer(checkedId());
    ProblemList relevant;
    const ProblemList found = problems();
    for (const Problem &problem : found.all()) {
        const bool isOwn =
            problem.path.isEmpty() || problem.path == own || problem.path.startsWith(own + u'/');
        if (problem.severity == Severity::Error && (isOwn || !qobject_cast<ThingDialog *>(parent())))
            relevant.add(problem);
    }
    const bool saysId = all || !id().isEmpty();
    const QStringList rest = saysId ? m_form->showProblems(relevant, all) : QStringList();
    m_rest->setText(rest.join(u'\n'));
    m_rest->setVisible(!rest.isEmpty());
    return !relevant.hasErrors();
}

// Esc is pressed by mistake too: what was typed goes with the second press, or with the button Cancel.
void ThingDialog::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape || m_isWarned || value().sameJson(m_opened)) {
        QDialog::keyPressEvent(event);
        return;
    }
    m_isWarned = true;
    m_rest->setText(tr("What was typed is not kept yet. Press Esc again to drop it."));
    m_rest->show();
}

void ThingDialog::accept()
{
    m_showsAll = true;
    if (show(true))
        QDialog::accept();
}

} // namespace entente::window
