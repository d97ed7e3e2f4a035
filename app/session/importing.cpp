#include "session/importing.h"

#include "formats/firmmerging.h"
#include "formats/importing.h"
#include "session/edits.h"
#include "session/readoptions.h"

#include <QFileInfo>

#include <algorithm>

namespace entente::session {

using domain::FirmId;

namespace {

constexpr qsizetype mostAgreementsTold = 6; // of one firm, beside the other

QHash<FirmId, QStringList> agreementsByFirm(const domain::Scenario &scenario)
{
    QHash<FirmId, QStringList> titles;
    for (const domain::Agreement &agreement : scenario.agreements) {
        for (const domain::Party &party : agreement.parties) {
            QStringList &list = titles[party.firm];
            if (list.isEmpty() || list.last() != agreement.title)
                list.append(agreement.title);
        }
    }
    return titles;
}

// A scenario with what its firms are party to, so that many sides are told quickly.
class Sides
{
public:
    explicit Sides(const domain::Scenario &scenario)
        : m_scenario(scenario)
        , m_agreements(agreementsByFirm(scenario))
    {}

    FirmSide of(const FirmId &id) const
    {
        FirmSide side{id.text(), m_scenario.nameOf(id), {}};
        const domain::Firm *firm = m_scenario.firm(id);
        if (!firm)
            return side;
        const auto add = [&side](const QString &what, const QString &value) {
            if (!value.isEmpty())
                side.facts.append(QStringLiteral("%1: %2").arg(what, value));
        };
        add(Session::tr("kind"), domain::toReadable(domain::toWord(firm->kind)));
        add(Session::tr("jurisdiction"), firm->jurisdiction);
        add(Session::tr("legal form"), firm->legalForm);
        add(Session::tr("also known as"), firm->aliases.join(QStringLiteral(", ")));
        for (auto it = firm->identifiers.begin(); it != firm->identifiers.end(); ++it)
            add(it.key(), it.value());
        if (!firm->partOf.isEmpty())
            add(Session::tr("part of"), m_scenario.nameOf(firm->partOf));
        const QStringList agreements = m_agreements.value(id);
        QString named = agreements.mid(0, mostAgreementsTold).join(QStringLiteral(", "));
        if (agreements.size() > mostAgreementsTold)
            named += Session::tr(" and %1 more").arg(agreements.size() - mostAgreementsTold);
        add(Session::tr("party to"), named);
        return side;
    }

private:
    const domain::Scenario &m_scenario;
    QHash<FirmId, QStringList> m_agreements;
};

FirmPair toPair(const formats::SameFirm &same, const Sides &ours, const Sides &theirs)
{
    return {theirs.of(same.incoming), ours.of(same.present), same.supports, same.doubts, same.isSure};
}

} // namespace

ImportReview::ImportReview(const Session &session, formats::ScenarioFile file)
    : m_file(std::make_unique<formats::ScenarioFile>(std::move(file)))
    , m_import(std::make_unique<formats::Import>(session.document(), session.asWritten(), *m_file))
{
    const Sides ours(session.asWritten());
    const Sides theirs(m_file->scenario);
    for (const formats::SameFirm &same : m_import->candidates())
        m_pairs.append(toPair(same, ours, theirs));
}

ImportReview::~ImportReview() = default;

QString ImportReview::fileName() const
{
    return QFileInfo(m_file->path).fileName();
}

Edit ImportReview::edit(const QList<SameAnswer> &answers, QString *told) const
{
    formats::Import::Answers given;
    for (qsizetype i = 0; i < m_pairs.size() && i < answers.size(); ++i) {
        const FirmId theirs(m_pairs[i].theirs.id);
        const FirmId ours(m_pairs[i].ours.id);
        if (answers[i] == SameAnswer::Same && !given.same.contains(theirs))
            given.same.insert(theirs, ours);
        else if (answers[i] == SameAnswer::Different)
            given.different.insert(theirs, ours);
    }
    const formats::Import::Result result = m_import->take(given);
    if (told)
        *told = formats::toSentence(result);
    return {Session::tr("Import “%1”").arg(fileName()), result.changes, {}};
}

ImportReader::ImportReader(const Session &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
    m_pool.setMaxThreadCount(1);
}

ImportReader::~ImportReader()
{
    m_pool.waitForDone();
}

void ImportReader::read(const QString &path)
{
    const quint64 number = ++m_number;
    m_pool.start([this, path, number] {
        auto file =
            std::make_shared<Outcome<formats::ScenarioFile>>(formats::readScenario(path, readOptions()));
        QMetaObject::invokeMethod(
            this,
            [this, file, number] {
                if (number != m_number)
                    return;
                if (*file)
                    Q_EMIT finished(std::make_shared<ImportReview>(m_session, std::move(*file->value)));
                else
                    Q_EMIT failed(file->problems);
            },
            Qt::QueuedConnection);
    });
}

QList<FirmPair> pairsWithin(const Session &session)
{
    const Sides sides(session.asWritten());
    QList<FirmPair> pairs;
    const QList<formats::SameFirm> all = formats::sameFirmsWithin(session.asWritten());
    for (const formats::SameFirm &same : all)
        pairs.append(toPair(same, sides, sides));
    std::stable_sort(pairs.begin(), pairs.end(),
                     [](const FirmPair &a, const FirmPair &b) { return a.isSure && !b.isSure; });
    return pairs;
}

FirmPair pairOf(const Session &session, const FirmId &ours, const FirmId &theirs)
{
    const domain::Scenario &scenario = session.asWritten();
    const domain::Firm *present = scenario.firm(ours);
    const domain::Firm *other = scenario.firm(theirs);
    if (!present || !other)
        return {};
    const Sides sides(scenario);
    return toPair(formats::compareFirms(*present, *other), sides, sides);
}

Edit merging(const Session &session, const FirmId &kept, const FirmId &gone)
{
    const domain::Scenario &scenario = session.asWritten();
    return {Session::tr("Merge “%1” into “%2”").arg(scenario.nameOf(gone), scenario.nameOf(kept)),
            formats::mergingFirms(session.document(), kept, gone), domain::ThingRef::of(kept)};
}

QStringList mergedInto(const Session &session, const FirmId &firm)
{
    return formats::mergedInto(session.document(), firm);
}

Edit unmerging(const Session &session, const FirmId &kept, const QString &gone)
{
    return {Session::tr("Split “%1” from “%2”").arg(gone, session.asWritten().nameOf(kept)),
            formats::unmerging(session.document(), kept, gone), domain::ThingRef::of(FirmId(gone))};
}

Edit splittingOff(const Session &session, const FirmId &firm, const QString &newName,
                  const QList<domain::AgreementId> &agreements)
{
    const QString id = freeId(newName, idsOf(session.asWritten(), domain::ThingKind::Firm));
    QStringList named;
    for (const domain::AgreementId &agreement : agreements)
        named.append(agreement.text());
    return {Session::tr("Split “%1” from “%2”").arg(newName, session.asWritten().nameOf(firm)),
            formats::splittingOff(session.document(), firm, id, newName, named),
            domain::ThingRef::of(FirmId(id))};
}

} // namespace entente::session
