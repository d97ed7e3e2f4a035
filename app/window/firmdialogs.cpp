#include "window/firmdialogs.h"

#include "window/importreview.h"
#include "window/referencebox.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace entente::window {

using domain::FirmId;

namespace {

constexpr qsizetype mostProposals = 500; // in the list; the surest come first

// OK with its own text, and Cancel.
QPushButton *addButtons(QDialog *dialog, QLayout *layout, const QString &text, const char *name,
                        const QString &toolTip)
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, dialog);
    QPushButton *ok = buttons->button(QDialogButtonBox::Ok);
    ok->setText(text);
    ok->setObjectName(QLatin1String(name));
    ok->setToolTip(toolTip);
    QPushButton *cancel = buttons->button(QDialogButtonBox::Cancel);
    cancel->setObjectName(QStringLiteral("cancelButton"));
    cancel->setToolTip(MergeDialog::tr("Change nothing (Esc)"));
    QObject::connect(buttons, &QDialogButtonBox::accepted, dialog, &QDialog::accept);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    layout->addWidget(buttons);
    return ok;
}

void addLabelled(QLayout *layout, QWidget *field, const char *name, const QString &label,
                 const QString &toolTip)
{
    auto *text = new QLabel(label, field->parentWidget());
    text->setBuddy(field);
    field->setObjectName(QLatin1String(name));
    field->setAccessibleName(QString(label).remove(u'&'));
    field->setToolTip(toolTip);
    layout->addWidget(text);
    layout->addWidget(field);
}

} // namespace

MergeDialog::MergeDialog(const session::Session &session, const FirmId &kept, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_pairs(session::pairsWithin(session))
    , m_details(new QLabel(this))
{
    setObjectName(QStringLiteral("mergeDialog"));
    setWindowTitle(tr("Merge firms"));
    resize(640, 560);
    auto *layout = new QVBoxLayout(this);
    addProposals(layout);
    m_kept = addBox(layout, "keptFirm", tr("&Keep"), tr("The firm that stays, with its id and name"));
    m_gone = addBox(layout, "goneFirm", tr("&Merge into it"),
                    tr("The firm that becomes part of it: its name stays as an alias"));
    m_details->setObjectName(QStringLiteral("pairDetails"));
    m_details->setTextFormat(Qt::RichText);
    m_details->setWordWrap(true);
    layout->addWidget(m_details, 1, Qt::AlignTop);
    m_merge =
        addButtons(this, layout, tr("Mer&ge"), "mergeButton", tr("Make them one; can be undone (Return)"));
    m_kept->setId(kept.text());
    refresh();
}

void MergeDialog::addProposals(QLayout *layout)
{
    m_proposals = new QListWidget(this);
    addLabelled(layout, m_proposals, "proposals",
                m_pairs.isEmpty() ? tr("&Proposals: no two firms resemble each other")
                                  : tr("&Proposals: firms that resemble each other"),
                tr("Choose a pair to compare it below (Alt+P)"));
    for (const session::FirmPair &pair : m_pairs.mid(0, mostProposals)) {
        m_proposals->addItem(
            QStringLiteral("%1 = %2: %3")
                .arg(pair.theirs.name, pair.ours.name, pair.supports.join(QStringLiteral(", "))));
    }
    connect(m_proposals, &QListWidget::currentRowChanged, this, &MergeDialog::propose);
}

ReferenceBox *MergeDialog::addBox(QLayout *layout, const char *name, const QString &label,
                                  const QString &toolTip)
{
    auto *box = new ReferenceBox(Names::Firms, m_session.asWritten(), this);
    addLabelled(layout, box, name, label, toolTip);
    connect(box, &QComboBox::currentTextChanged, this, &MergeDialog::refresh);
    return box;
}

FirmId MergeDialog::kept() const
{
    return FirmId(m_kept->id());
}

FirmId MergeDialog::gone() const
{
    return FirmId(m_gone->id());
}

void MergeDialog::propose(int row)
{
    if (row < 0)
        return;
    m_kept->setId(m_pairs[row].ours.id);
    m_gone->setId(m_pairs[row].theirs.id);
}

void MergeDialog::refresh()
{
    if (!m_merge)
        return;
    const domain::Scenario &scenario = m_session.asWritten();
    const bool canMerge = kept() != gone() && scenario.firm(kept()) && scenario.firm(gone());
    m_merge->setEnabled(canMerge);
    m_details->setText(
        canMerge ? sideBySide(session::pairOf(m_session, kept(), gone()), tr("Becomes part"), tr("Stays"))
                 : tr("Choose two firms."));
}

SplitDialog::SplitDialog(const session::Session &session, const FirmId &firm, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_firm(firm)
    , m_merged(session::mergedInto(session, firm))
{
    setObjectName(QStringLiteral("splitDialog"));
    setWindowTitle(tr("Split “%1”").arg(session.asWritten().nameOf(firm)));
    resize(520, 480);
    auto *layout = new QVBoxLayout(this);
    addChoices(layout);
    addAgreements(layout);
    m_split =
        addButtons(this, layout, tr("&Split"), "splitButton", tr("Make two of it; can be undone (Return)"));
    refresh();
}

void SplitDialog::addChoices(QLayout *layout)
{
    m_choice = new QListWidget(this);
    addLabelled(layout, m_choice, "splitChoice", tr("&What becomes a firm of its own"),
                tr("A firm that was merged into this one, or a new one (Alt+W)"));
    for (const QString &id : std::as_const(m_merged))
        m_choice->addItem(tr("“%1”, as it was before it was merged").arg(id));
    m_choice->addItem(tr("A new firm, with some of the agreements"));
    m_choice->setCurrentRow(0);
    connect(m_choice, &QListWidget::currentRowChanged, this, &SplitDialog::refresh);
}

void SplitDialog::addAgreements(QLayout *layout)
{
    m_name = new QLineEdit(this);
    addLabelled(layout, m_name, "splitName", tr("&Name of the new firm"), tr("As it is shown (Alt+N)"));
    m_agreements = new QListWidget(this);
    addLabelled(layout, m_agreements, "splitAgreements", tr("&Agreements that it takes over"),
                tr("Tick those in which the new firm is the party (Alt+A)"));
    for (const domain::Agreement &agreement : m_session.asWritten().agreements) {
        const bool isParty = std::any_of(agreement.parties.begin(), agreement.parties.end(),
                                         [this](const domain::Party &party) { return party.firm == m_firm; });
        if (!isParty)
            continue;
        auto *item = new QListWidgetItem(agreement.title, m_agreements);
        item->setData(Qt::UserRole, agreement.id.text());
        item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Unchecked);
    }
    connect(m_name, &QLineEdit::textChanged, this, &SplitDialog::refresh);
}

void SplitDialog::refresh()
{
    const bool isNew = m_choice->currentRow() >= m_merged.size();
    m_name->setEnabled(isNew);
    m_agreements->setEnabled(isNew);
    m_split->setEnabled(!isNew || !m_name->text().trimmed().isEmpty());
}

session::Edit SplitDialog::edit() const
{
    const int row = m_choice->currentRow();
    if (row < m_merged.size())
        return session::unmerging(m_session, m_firm, m_merged[row]);
    QList<domain::AgreementId> agreements;
    for (int at = 0; at < m_agreements->count(); ++at) {
        if (m_agreements->item(at)->checkState() == Qt::Checked)
            agreements.append(domain::AgreementId(m_agreements->item(at)->data(Qt::UserRole).toString()));
    }
    return session::splittingOff(m_session, m_firm, m_name->text().trimmed(), agreements);
}

} // namespace entente::window
