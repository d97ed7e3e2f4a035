#include "window/readingsbox.h"

#include "domain/words.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace entente::window {

using domain::Reading;

namespace {

QString namesOf(const QList<domain::FirmId> &firms, const domain::Scenario &scenario)
{
    QStringList names;
    for (const domain::FirmId &firm : firms)
        names.append(scenario.nameOf(firm));
    return names.join(QStringLiteral(", "));
}

struct Choice
{
    Reading reading;
    QString label;
    QString toolTip;
};

QList<Choice> choicesFor(const analysis::DisputedFact &fact, const domain::Scenario &scenario)
{
    const bool isCondition = fact.kind == analysis::DisputeKind::Condition;
    const QString affirming = namesOf(fact.fact.affirmedBy, scenario);
    const QString denying = namesOf(fact.fact.deniedBy, scenario);
    const QString yes = isCondition ? QStringLiteral("Met") : QStringLiteral("Yes");
    const QString no = isCondition ? QStringLiteral("Not met") : QStringLiteral("No");
    const auto by = [](const QString &answer, const QString &names) {
        return names.isEmpty() ? answer : QStringLiteral("%1: %2").arg(answer, names);
    };
    return {{Reading::Agreed, by(yes, affirming), QStringLiteral("Read it as those do who affirm it")},
            {Reading::Disputed, QStringLiteral("Open"), QStringLiteral("Leave it open")},
            {Reading::Rejected, by(no, denying), QStringLiteral("Read it as those do who deny it")}};
}

} // namespace

ReadingsBox::ReadingsBox(session::Session &session, QWidget *parent)
    : QScrollArea(parent)
    , m_session(session)
{
    setObjectName(QStringLiteral("readings"));
    setAccessibleName(QStringLiteral("Readings"));
    setToolTip(QStringLiteral("How disputed facts are read; conflicts, circles and flows answer at once"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    auto *content = new QWidget;
    m_rows = new QVBoxLayout(content);
    m_rows->setContentsMargins(0, 0, 0, 0);
    setWidget(content);
    connect(&session, &session::Session::readingsChanged, this, &ReadingsBox::showReadings);
}

void ReadingsBox::refill()
{
    const QList<analysis::DisputedFact> facts = analysis::disputedFacts(m_session.asWritten());
    if (facts != m_facts) {
        m_facts = facts;
        rebuild();
    }
    showReadings();
}

void ReadingsBox::rebuild()
{
    while (QLayoutItem *row = m_rows->takeAt(0)) {
        delete row->widget();
        delete row;
    }
    for (qsizetype i = 0; i < m_facts.size(); ++i)
        m_rows->addWidget(makeSwitch(m_facts.at(i), int(i) + 1));
    m_rows->addStretch();
}

QWidget *ReadingsBox::makeSwitch(const analysis::DisputedFact &fact, int number)
{
    auto *row = new QWidget;
    auto *layout = new QVBoxLayout(row);
    layout->setContentsMargins(0, 2, 0, 6);
    layout->setSpacing(3);
    auto *sentence = new QLabel(domain::capitalised(fact.fact.sentence) + u'.', row);
    sentence->setWordWrap(true);
    sentence->setTextFormat(Qt::PlainText);
    layout->addWidget(sentence);
    auto *line = new QHBoxLayout;
    line->setSpacing(0);
    auto *group = new QButtonGroup(row);
    for (const Choice &choice : choicesFor(fact, m_session.asWritten())) {
        auto *button = new QPushButton(choice.label, row);
        button->setObjectName(QStringLiteral("reading%1-%2").arg(number).arg(domain::toWord(choice.reading)));
        button->setCheckable(true);
        button->setAccessibleName(QStringLiteral("%1: %2").arg(sentence->text(), choice.label));
        button->setToolTip(QStringLiteral("%1 (Tab, Space)").arg(choice.toolTip));
        group->addButton(button, int(choice.reading));
        line->addWidget(button);
    }
    line->addStretch();
    layout->addLayout(line);
    connect(group, &QButtonGroup::idClicked, this, [this, pointer = fact.fact.fact](int reading) {
        m_session.setReading(pointer, Reading(reading));
    });
    return row;
}

void ReadingsBox::showReadings()
{
    const QList<QButtonGroup *> groups = findChildren<QButtonGroup *>();
    for (qsizetype i = 0; i < std::min(groups.size(), m_facts.size()); ++i) {
        const analysis::DisputedFact &fact = m_facts.at(i);
        groups.at(i)->button(int(m_session.readings().value(fact.fact.fact, fact.reading)))->setChecked(true);
    }
}

} // namespace entente::window
