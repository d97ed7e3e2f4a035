#pragma once

#include "session/importing.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace entente::window {

class ReferenceBox;

// Makes one firm of two: those that resemble each other are proposed, any two can be chosen.
class MergeDialog : public QDialog
{
    Q_OBJECT

public:
    MergeDialog(const session::Session &session, const domain::FirmId &kept, QWidget *parent);

    domain::FirmId kept() const;
    domain::FirmId gone() const;

private:
    ReferenceBox *addBox(QLayout *layout, const char *name, const QString &label, const QString &toolTip);
    void addProposals(QLayout *layout);
    void propose(int row);
    void refresh();

    const session::Session &m_session;
    QList<session::FirmPair> m_pairs;
    QListWidget *m_proposals = nullptr;
    ReferenceBox *m_kept = nullptr;
    ReferenceBox *m_gone = nullptr;
    QLabel *m_details = nullptr;
    QPushButton *m_merge = nullptr;
};

// Makes two firms of one: takes a merge back, or gives some of its agreements to a new firm.
class SplitDialog : public QDialog
{
    Q_OBJECT

public:
    SplitDialog(const session::Session &session, const domain::FirmId &firm, QWidget *parent);

    session::Edit edit() const;

private:
    void addChoices(QLayout *layout);
    void addAgreements(QLayout *layout);
    void refresh();

    const session::Session &m_session;
    domain::FirmId m_firm;
    QStringList m_merged; // that were merged into it
    QListWidget *m_choice = nullptr;
    QLineEdit *m_name = nullptr;
    QListWidget *m_agreements = nullptr;
    QPushButton *m_split = nullptr;
};

} // namespace entente::window
