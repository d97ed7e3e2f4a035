#include "domain/words.h"
#include "support/registration.h"

#include <QSet>

namespace tst_agreementkinds {

using namespace entente::domain;

class TestAgreementKinds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindOfTheFormatIsThere()
    {
        const QString words = QStringLiteral(
            "investment loan acquisition merger joint_venture strategic_alliance collaboration development "
            "license "
            "supply service hosting purchase distribution reseller outsourcing exclusivity restructuring "
            "funding_round ownership appointment litigation investigation merger_review guideline plan "
            "other");
        QStringList known;
        for (const KindInfo &kind : agreementKinds())
            known.append(kind.word);
        QCOMPARE(known.join(u' '), words);
    }

    void clausesAreNamedInWords()
    {
        QSet<QString> labels;
        for (const QString &kind : clauseKinds()) {
            const QString label = clauseKindInWords(kind);
            QVERIFY2(!label.contains(u'_') && !label.contains(QStringLiteral("rofo")), qPrintable(label));
            labels.insert(label);
        }
        QCOMPARE(labels.size(), clauseKinds().size());
        QCOMPARE(clauseKindInWords(QStringLiteral("x_own")), QStringLiteral("x own"));
    }

    void rolesAreSoundInEveryKind()
    {
        for (const KindInfo &kind : agreementKinds()) {
            QSet<QString> words;
            for (const RoleInfo &role : kind.roles) {
                QVERIFY2(!words.contains(role.word), qPrintable(kind.word + u'/' + role.word));
                words.insert(role.word);
                QVERIFY2(!(role.pays && role.paid), qPrintable(role.word));
                QVERIFY2(!(role.supplies && role.supplied), qPrintable(role.word));
            }
            QVERIFY(words.contains(QStringLiteral("channel")));
            QVERIFY(words.contains(QStringLiteral("subject")));
        }
    }

    void whereOnePaysAnotherIsPaid()
    {
        const auto any = [](const KindInfo &kind, bool RoleInfo::*side) {
            return std::any_of(kind.roles.begin(), kind.roles.end(),
                               [side](const RoleInfo &r) { return r.*side; });
        };
        const auto hasSide = [](const KindInfo &kind, RoleSide side) {
            return std::any_of(kind.roles.begin(), kind.roles.end(),
                               [side](const RoleInfo &r) { return r.side == side; });
        };
        for (const KindInfo &kind : agreementKinds()) {
            QVERIFY2(any(kind, &RoleInfo::pays) == any(kind, &RoleInfo::paid), qPrintable(kind.word));
            QVERIFY2(any(kind, &RoleInfo::supplies) == any(kind, &RoleInfo::supplied), qPrintable(kind.word));
            QVERIFY2(hasSide(kind, RoleSide::Source) == hasSide(kind, RoleSide::Target),
                     qPrintable(kind.word));
        }
    }

    void theMoneyOfEachKindFlowsOneWay()
    {
        QVERIFY(roleIn(u"investment", u"investor").pays);
        QVERIFY(roleIn(u"purchase", u"customer").pays);
        QVERIFY(roleIn(u"purchase", u"supplier").supplies);
        QVERIFY(roleIn(u"purchase", u"customer").side == RoleSide::Source);
        QVERIFY(roleIn(u"hosting", u"provider").side == RoleSide::Source);
        QVERIFY(roleIn(u"hosting", u"provider").paid);
        QVERIFY(roleIn(u"litigation", u"defendant").side == RoleSide::Target);
    }

    void anUnknownRoleHasNoDirection()
    {
        const RoleInfo role = roleIn(u"purchase", u"friend");
        QCOMPARE(role.word, QStringLiteral("friend"));
        QVERIFY(role.side == RoleSide::Equal && !role.pays && !role.paid);
        QVERIFY(!agreementKind(u"friendship"));
    }

    void everyWordReadsBack()
    {
        for (const QString &word : firmKindWords())
            QCOMPARE(toWord(*firmKindFrom(word)), word);
        for (const QString &word : allWords<Status>())
            QCOMPARE(toWord(*fromWord<Status>(word)), word);
        for (const QString &word : allWords<Instrument>())
            QCOMPARE(toWord(*fromWord<Instrument>(word)), word);
        QVERIFY(!fromWord<Status>(u"In_Force"));
        QCOMPARE(toReadable(u"in_force"), QStringLiteral("in force"));
        QCOMPARE(toLabel(Heading::OwnershipAndControl), QStringLiteral("Ownership and control"));
    }

    void noStatusIsBothEndedAndOfProceedings()
    {
        for (const Word<Status> &word : wordsOf<Status>())
            QVERIFY(!(hasEnded(word.value) && isOfProceedings(word.value)));
        QVERIFY(hasEnded(Status::Waived) && !hasEnded(Status::Suspended));
    }
};

ENTENTE_TEST(TestAgreementKinds, QCoreApplication)

} // namespace tst_agreementkinds

#include "tst_agreementkinds.moc"
