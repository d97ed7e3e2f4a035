#include "core/analysis/workedrows.h"

namespace entente::test {

const QByteArray bans =
    R"("modality": "prohibition", "bearer": "alpha", "counterparty": "host", "action": "whole")";
const QByteArray routes =
    R"("modality": "obligation", "bearer": "alpha", "counterparty": "host", "action": "whole", "only_through": "host-cloud")";
const QByteArray does =
    R"("modality": "obligation", "bearer": "alpha", "counterparty": "rival", "action": "whole")";
const QByteArray may =
    R"("modality": "permission", "bearer": "alpha", "counterparty": "rival", "action": "whole")";

// Firms: alpha with two subsidiaries, a division and a product; host with two platforms; rival with one.
// Terms: `part` is narrower than `whole`; whether `maybe` is, is disputed; that `never` is, is rejected.
QByteArray scenarioWith(const QByteArray &prohibiting, const QByteArray &other, const QByteArray &more)
{
    return R"({"format": "entente-scenario", "version": "1.0", "id": "t", "title": "T", "as_of": "2026-03",
 "firms": {
  "alpha": {"name": "Alpha", "kind": "company"},
  "alpha-sub": {"name": "Alpha Sub", "kind": "subsidiary", "part_of": "alpha"},
  "alpha-two": {"name": "Alpha Two", "kind": "subsidiary", "part_of": "alpha"},
  "alpha-unit": {"name": "Alpha Unit", "kind": "division", "part_of": "alpha-sub"},
  "alpha-product": {"name": "Alpha Product", "kind": "product", "part_of": "alpha"},
  "beta": {"name": "Beta", "kind": "company"},
  "host": {"name": "Host", "kind": "company"},
  "host-cloud": {"name": "Host Cloud", "kind": "platform", "part_of": "host"},
  "host-edge": {"name": "Host Edge", "kind": "platform", "part_of": "host"},
  "rival": {"name": "Rival", "kind": "company"},
  "rival-cloud": {"name": "Rival Cloud", "kind": "platform", "part_of": "rival"}},
 "defined_terms": {
  "whole": {"name": "whole"},
  "part": {"name": "part", "narrower_than": {"whole": {"reading": "agreed"}}},
  "bit": {"name": "bit", "narrower_than": {"part": {"reading": "agreed"}}},
  "maybe": {"name": "maybe", "narrower_than": {"whole": {"reading": "disputed", "positions": {
     "h": {"by": "host", "stance": "affirms"}, "a": {"by": "alpha", "stance": "denies"}}}}},
  "under-maybe": {"name": "under maybe", "narrower_than": {"maybe": {"reading": "agreed"}}},
  "twice-maybe": {"name": "twice maybe", "narrower_than": {"maybe": {"reading": "disputed"}}},
  "under-never": {"name": "under never", "narrower_than": {"never": {"reading": "agreed"}}},
  "both-ways": {"name": "both ways", "narrower_than": {"maybe": {}, "part": {}}},
  "maybe-too": {"name": "maybe too", "narrower_than": {"whole": {"reading": "disputed"}}},
  "either-way": {"name": "either way", "narrower_than": {"maybe": {}, "maybe-too": {}}},
  "one-way": {"name": "one way", "narrower_than": {"never": {}, "maybe": {}}},
  "on-cloud": {"name": "on the cloud", "narrower_than": {"host-cloud": {}}},
  "never": {"name": "never", "narrower_than": {"whole": {"reading": "rejected"}}}},
 "agreements": {
  "first": {"title": "First", "kind": "exclusivity", "status": "in_force", "period": "2025/..",
   "parties": [{"firm": "alpha", "role": "obligor"}, {"firm": "host", "role": "obligee"}],
   "clauses": {"p": {"kind": "exclusivity", )" +
           prohibiting + R"(}}},
  "second": {"title": "Second", "kind": "service", "status": "in_force", "period": "2025/..",
   "parties": [{"firm": "alpha", "role": "customer"}, {"firm": "rival", "role": "provider"}],
   "clauses": {"o": {"kind": "other", )" +
           other + "}}}" + more + "}}";
}

QByteArray WorkedCase::scenario() const
{
    return scenarioWith(prohibiting, other, more);
}

namespace {

QByteArray withoutModality(QByteArray clause)
{
    return clause.mid(clause.indexOf(',') + 2);
}

void addModality(Rows &row)
{
    row("modality: prohibition and obligation", bans, does, Certain);
    row("modality: prohibition and permission", bans, may, Certain);
    row("modality: two prohibitions", bans, bans, None);
    row("modality: two obligations", does, does, None);
    row("modality: obligation and permission", does, may, None);
    row("modality: two prohibitions by channel", bans + ", \"only_through\": \"host-cloud\"",
        bans + ", \"only_through\": \"rival-cloud\"", None);
    row("modality: a permission by one channel prohibits the others",
        may + ", \"only_through\": \"host-cloud\"", does + ", \"through\": \"rival-cloud\"", Certain);
    row("modality: none given is not compared", bans,
        R"("bearer": "alpha", "counterparty": "rival", "action": "whole")", None);
    row("modality: none given, but one channel prohibits the others", withoutModality(routes),
        does + ", \"through\": \"rival-cloud\"", Certain);
    row("modality: none given, one channel, the other's not named", withoutModality(routes), does, Possible);
    row("modality: none given, one channel, and the other runs through it", withoutModality(routes),
        does + ", \"through\": \"host-cloud\"", None);
    row("modality: none given of the other, both exclusive", routes,
        withoutModality(does) + ", \"only_through\": \"rival-cloud\"", Certain);
    row("modality: none given of both, both exclusive", withoutModality(routes),
        withoutModality(does) + ", \"only_through\": \"rival-cloud\"", None);
}

void addBearers(Rows &row)
{
    row("bearer: another firm", bans, by(does, "beta"), None);
    row("bearer: subsidiary, affiliates not bound", bans, by(does, "alpha-sub"), None);
    row("bearer: subsidiary, affiliates bound", bans + ", \"binds_affiliates\": true", by(does, "alpha-sub"),
        Certain);
    row("bearer: parent, affiliates bound", by(bans, "alpha-sub") + ", \"binds_affiliates\": true", does,
        Certain);
    row("bearer: product is no affiliate", bans + ", \"binds_affiliates\": true", by(does, "alpha-product"),
        None);
    row("bearer: affiliates bound by the other clause only", bans,
        by(does, "alpha-sub") + ", \"binds_affiliates\": true", None);
    row("bearer: a sister, affiliates bound", by(bans, "alpha-sub") + ", \"binds_affiliates\": true",
        by(does, "alpha-two"), Certain);
    row("bearer: a division of a subsidiary, affiliates bound", bans + ", \"binds_affiliates\": true",
        by(does, "alpha-unit"), Certain);
    row("bearer: from a division to a sister's, affiliates bound",
        by(bans, "alpha-unit") + ", \"binds_affiliates\": true", by(does, "alpha-two"), Certain);
    row("bearer: affiliates bound, of another group", bans + ", \"binds_affiliates\": true", by(does, "beta"),
        None);
    row("bearer: one product, as any other bearer", by(bans, "alpha-product"), by(does, "alpha-product"),
        Certain);
    row("bearer: a product's prohibition binds no affiliates",
        by(bans, "alpha-product") + ", \"binds_affiliates\": true", does, None);
}

void addActionsAndObjects(Rows &row)
{
    row("action: narrower", bans, on(does, "part"), Certain);
    row("action: two steps narrower", bans, on(does, "bit"), Certain);
    row("action: narrower, disputed", bans, on(does, "maybe"), Possible);
    row("action: narrower, rejected", bans, on(does, "never"), None);
    row("action: unrelated", on(bans, "never"), does, None);
    row("action: wider is permitted", on(bans, "part"), may, Possible);
    row("action: wider is obliged, and can be met otherwise", on(bans, "part"), does, None);
    row("object: the same", bans + ", \"object\": \"beta\"", does + ", \"object\": \"beta\"", Certain);
    row("object: only the prohibition's is absent", bans, does + ", \"object\": \"beta\"", Certain);
    row("object: part of the prohibition's", bans + ", \"object\": \"host\"",
        does + ", \"object\": \"host-cloud\"", Certain);
    row("object: another", bans + ", \"object\": \"beta\"", does + ", \"object\": \"host\"", None);
    row("object: unrestricted obligation", bans + ", \"object\": \"beta\"", does, None);
    row("object: unrestricted permission", bans + ", \"object\": \"beta\"", may, Possible);
    row("action: agreed, then disputed", bans, on(does, "under-maybe"), Possible);
    row("action: disputed twice", bans, on(does, "twice-maybe"), Possible);
    row("action: agreed, then rejected", bans, on(does, "under-never"), None);
    row("action: one way is disputed, another agreed", bans, on(does, "both-ways"), Certain);
    row("action: on a part of the firm that is meant", on(bans, "host"), on(does, "host-cloud"), Certain);
    row("action: a term below a part of the firm", on(bans, "host"), on(does, "on-cloud"), Certain);
    row("action: on another part of the firm", on(bans, "host-edge"), on(does, "host-cloud"), None);
    row("action: by two ways, both disputed", bans, on(does, "either-way"), Possible);
    row("action: by two ways, one rejected, one disputed", bans, on(does, "one-way"), Possible);
    row("action: wider is permitted, disputed", on(bans, "maybe"), may, Possible);
    row("action: wider is permitted, rejected", on(bans, "never"), may, None);
    row("action: wider is permitted, the object within", on(bans, "part") + ", \"object\": \"host\"",
        may + ", \"object\": \"host-cloud\"", Possible);
    row("action: within, wider object is permitted", bans + ", \"object\": \"host-cloud\"",
        on(may, "part") + ", \"object\": \"host\"", Possible);
    row("action: within, wider object is obliged", bans + ", \"object\": \"host-cloud\"",
        on(does, "part") + ", \"object\": \"host\"", None);
    row("object: a term, disputed", bans + ", \"object\": \"whole\"", does + ", \"object\": \"maybe\"",
        Possible);
    row("object: a term, rejected", bans + ", \"object\": \"whole\"", does + ", \"object\": \"never\"", None);
}

void addChannels(Rows &row)
{
    row("channel: outside the group", routes, does + ", \"through\": \"rival-cloud\"", Certain);
    row("channel: the same", routes, does + ", \"through\": \"host-cloud\"", None);
    row("channel: in the same group", routes, does + ", \"through\": \"host-edge\"", None);
    row("channel: not named", routes, does, Possible);
    row("channel: doesn't matter to a plain prohibition", bans, does + ", \"through\": \"host-cloud\"",
        Certain);
    row("channel: both exclusive, disjoint", routes, does + ", \"only_through\": \"rival-cloud\"", Certain);
    row("channel: both exclusive, one group", routes, does + ", \"only_through\": \"host-edge\"", None);
    row("channel: a prohibition but through one, by that one", bans + ", \"only_through\": \"host-cloud\"",
        does + ", \"through\": \"host-cloud\"", None);
    row("channel: a prohibition but through one, by another", bans + ", \"only_through\": \"host-cloud\"",
        does + ", \"through\": \"rival-cloud\"", Certain);
    row("channel: both exclusive, the later narrower", routes,
        on(does, "part") + ", \"only_through\": \"rival-cloud\"", Certain);
    row("channel: both exclusive, the earlier narrower", on(routes, "part"),
        does + ", \"only_through\": \"rival-cloud\"", Certain);
    row("channel: the group's root", routes, does + ", \"through\": \"host\"", None);
    row("channel: another group's root", routes, does + ", \"through\": \"rival\"", Certain);
    row("channel: not named, permitted", routes, may, Possible);
    row("channel: outside the group, permitted", routes, may + ", \"through\": \"rival-cloud\"", Certain);
    row("channel: both exclusive, the same", routes, does + ", \"only_through\": \"host-cloud\"", None);
    row("channel: both exclusive, unrelated actions", routes,
        on(does, "never") + ", \"only_through\": \"rival-cloud\"", None);
    row("channel: both exclusive, a disputed action", routes,
        on(does, "maybe") + ", \"only_through\": \"rival-cloud\"", Possible);
    row("channel: both exclusive, other bearers", routes,
        by(does, "beta") + ", \"only_through\": \"rival-cloud\"", None);
    row("channel: outside the group, disputed action", routes,
        on(does, "maybe") + ", \"through\": \"rival-cloud\"", Possible);
    row("channel: outside the group, wider action is permitted", on(routes, "part"),
        may + ", \"through\": \"rival-cloud\"", Possible);
}

void addTerritories(Rows &row)
{
    row("territory: the same", bans + ", \"territory\": \"US\"", does + ", \"territory\": \"US\"", Certain);
    row("territory: a part", bans + ", \"territory\": \"US\"", does + ", \"territory\": \"US-CA\"", Certain);
    row("territory: another", bans + ", \"territory\": \"US\"", does + ", \"territory\": \"FR\"", None);
    row("territory: everywhere", bans, does + ", \"territory\": \"FR\"", Certain);
    row("territory: the whole of a part", bans + ", \"territory\": \"US-CA\"",
        does + ", \"territory\": \"US\"", Certain);
    row("territory: two parts", bans + ", \"territory\": \"US-CA\"", does + ", \"territory\": \"US-NY\"",
        None);
    row("territory: only begins alike", bans + ", \"territory\": \"U\"", does + ", \"territory\": \"US\"",
        None);
}

void addPeriods(Rows &row)
{
    row("period: ended before", bans + ", \"period\": \"2025-01/2025-06\"", does, None);
    row("period: touch by a day", bans + ", \"period\": \"2025/2026-03-31\"",
        does + ", \"period\": \"2026-03-31/..\"", Certain);
    row("period: miss by a day", bans + ", \"period\": \"2025/2026-03-30\"",
        does + ", \"period\": \"2026-03-31/..\"", None);
    row("period: only perhaps", bans + ", \"period\": \"2025/2026-04~\"", does, Possible);
    row("status: suspended", bans + ", \"status\": \"suspended\"", does, None);
    row("status: rumoured", bans, does + ", \"status\": \"rumoured\"", Possible);
    row("evidence: alleged", bans, does + ", \"evidence\": \"alleged\"", Possible);
    row("evidence: disproven", bans, does + ", \"evidence\": \"disproven\"", None);
    row("period: share a month, so perhaps a day", bans + ", \"period\": \"2025/2026-03\"",
        does + ", \"period\": \"2026-03/..\"", Possible);
    row("period: both only perhaps", bans + ", \"period\": \"2025/2026-04~\"",
        does + ", \"period\": \"2026-03~/..\"", Possible);
    row("period: may miss the day asked of", bans + ", \"period\": \"2026-03~/..\"", does, Possible);
    row("period: an uncertain year about the day", bans + ", \"period\": \"2025?/2026?\"", does, Possible);
    row("period: not yet begun", bans, does + ", \"period\": \"2026-04/..\"", None);
    row("period: open at both ends", bans + ", \"period\": \"../..\"", does + ", \"period\": \"../..\"",
        Certain);
    row("period: a single month is all of it", bans + ", \"period\": \"2026-03\"", does, Certain);
    row("status: terminated at the end of its period",
        bans + R"(, "status": "terminated", "period": "2025/2027")", does, Certain);
    row("status: terminated, without an end", bans + ", \"status\": \"terminated\"", does, None);
    row("status: terminated, without an end, as the clause alone says", bans,
        does + ", \"status\": \"terminated\", \"period\": \"2025/..\"", None);
    row("evidence: alleged, of a planned clause", bans,
        does + ", \"status\": \"planned\", \"evidence\": \"alleged\"", Possible);
    row("status: decided, at the end of its period", bans + R"(, "status": "decided", "period": "2025/2027")",
        does, Certain);
    row("status: settled, without an end", bans + ", \"status\": \"settled\"", does, None);
    row("status: planned, and the other's channel not named", routes + ", \"status\": \"planned\"", does,
        Possible);
}

void addNotCompared(Rows &row)
{
    row("no bearer: not compared", R"("modality": "prohibition", "action": "whole")", does, None);
    row("no action: not compared", R"("modality": "prohibition", "bearer": "alpha")", does, None);
}

} // namespace

QList<WorkedCase> workedCases()
{
    Rows rows;
    for (const auto add : {addModality, addBearers, addActionsAndObjects, addChannels, addTerritories,
                           addPeriods, addDefeats, addNotCompared})
        add(rows);
    return rows.cases;
}

} // namespace entente::test
