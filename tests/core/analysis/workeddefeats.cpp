#include "core/analysis/workedrows.h"

namespace entente::test {

namespace {

QByteArray withoutCounterparty(QByteArray clause)
{
    return clause.replace(R"("counterparty": "rival", )", "");
}

void addExceptions(Rows &row)
{
    row("exception: covers all", bans + R"(, "exceptions": {"e": {}})", does, None);
    row("exception: covers the action", bans + R"(, "exceptions": {"e": {"action": "part"}})",
        on(does, "part"), None);
    row("exception: covers the action, disputed", bans + R"(, "exceptions": {"e": {"action": "whole"}})",
        on(does, "maybe"), Possible);
    row("exception: another action", bans + R"(, "exceptions": {"e": {"action": "never"}})", on(does, "part"),
        Certain);
    row("exception: for this agreement", bans + R"(, "exceptions": {"e": {"agreement": "second"}})", does,
        None);
    row("exception: for another agreement", bans + R"(, "exceptions": {"e": {"agreement": "first"}})", does,
        Certain);
    row("exception: for the counterparty", bans + R"(, "exceptions": {"e": {"counterparty": "rival"}})", does,
        None);
    row("exception: for a party of the agreement that is not the counterparty",
        bans + R"(, "exceptions": {"e": {"counterparty": "rival"}})",
        QByteArray(does).replace("rival", "beta"), Certain);
    row("exception: for who is obliged", bans + R"(, "exceptions": {"e": {"counterparty": "alpha"}})", does,
        Certain);
    row("exception: for a party, where no counterparty is named",
        bans + R"(, "exceptions": {"e": {"counterparty": "rival"}})", withoutCounterparty(does), None);
    row("exception: for who is obliged, where no counterparty is named",
        bans + R"(, "exceptions": {"e": {"counterparty": "alpha"}})", withoutCounterparty(does), Certain);
    row("exception: for a stranger, where no counterparty is named",
        bans + R"(, "exceptions": {"e": {"counterparty": "beta"}})", withoutCounterparty(does), Certain);
    row("exception: ended before the day that is asked of",
        bans + R"(, "exceptions": {"e": {"period": "2025-01/2025-06"}})", does, Certain);
    row("exception: begins after the day that is asked of",
        bans + R"(, "exceptions": {"e": {"period": "2026-04/.."}})", does, Certain);
    row("exception: on the day that is asked of alone",
        bans + R"(, "exceptions": {"e": {"period": "2026-03"}})", does, None);
    row("exception: perhaps on the day that is asked of",
        bans + R"(, "exceptions": {"e": {"period": "2025/2026-04~"}})", does, Possible);
    row("exception: for another counterparty", bans + R"(, "exceptions": {"e": {"counterparty": "beta"}})",
        does, Certain);
    row("exception: for a country, and so for its parts",
        bans + R"(, "exceptions": {"e": {"territory": "US"}})", does + ", \"territory\": \"US-CA\"", None);
    row("exception: for a part of the country", bans + R"(, "exceptions": {"e": {"territory": "US-CA"}})",
        does + ", \"territory\": \"US\"", Certain);
    row("exception: for a country, met everywhere", bans + R"(, "exceptions": {"e": {"territory": "US"}})",
        does, Certain);
    row("exception: disputed", bans + R"(, "exceptions": {"e": {"reading": "disputed"}})", does, Possible);
    row("exception: rejected", bans + R"(, "exceptions": {"e": {"reading": "rejected"}})", does, Certain);
    row("exception: taken back", bans + R"(, "exceptions": {"e": {"exceptions": {"f": {}}}})", does, Certain);
    row("exception: taken back for another",
        bans + R"(, "exceptions": {"e": {"exceptions": {"f": {"agreement": "first"}}}})", does, None);
    row("waiver", bans + R"(, "exceptions": {"e": {"kind": "waiver", "action": "whole"}})", does, None);
    row("exception: covers the object",
        bans + R"(, "object": "host", "exceptions": {"e": {"object": "host-cloud"}})",
        does + ", \"object\": \"host-cloud\"", None);
    row("exception: for an object that the other doesn't name",
        bans + R"(, "exceptions": {"e": {"object": "host-cloud"}})", does, Certain);
    row("exception: of two fields one covers",
        bans + R"(, "exceptions": {"e": {"action": "whole", "territory": "US"}})", does, Certain);
    row("exception: two that cover a half each",
        bans + R"(, "exceptions": {"e": {"action": "never"}, "f": {"territory": "US"}})", does, Certain);
    row("exception: one of two covers", bans + R"(, "exceptions": {"e": {"action": "never"}, "f": {}})", does,
        None);
    row("exception: one of two covers, disputed",
        bans + R"(, "exceptions": {"e": {"action": "never"}, "f": {"reading": "disputed"}})", does, Possible);
    row("exception: two, both disputed",
        bans + R"(, "exceptions": {"e": {"reading": "disputed"}, "f": {"reading": "disputed"}})", does,
        Possible);
    row("exception: for all of its days", bans + R"(, "exceptions": {"e": {"period": "2024/.."}})", does,
        None);
    row("exception: for days before", bans + R"(, "exceptions": {"e": {"period": "2020/2021"}})", does,
        Certain);
    row("exception: for a part of its days", bans + R"(, "exceptions": {"e": {"period": "2025/2026"}})", does,
        Possible);
    row("exception: taken back, disputed",
        bans + R"(, "exceptions": {"e": {"exceptions": {"f": {"reading": "disputed"}}}})", does, Possible);
    row("exception: taken back by way of a term",
        bans + R"(, "exceptions": {"e": {"exceptions": {"f": {"action": "part"}}}})", on(does, "bit"),
        Certain);
    row("exception: taken back by way of a term that the prohibition doesn't need",
        on(bans, "both-ways") + R"(, "exceptions": {"e": {"exceptions": {"f": {"action": "part"}}}})",
        on(does, "both-ways"), Certain);
    row("exception: taken back, and that taken back",
        bans + R"(, "exceptions": {"e": {"exceptions": {"f": {"exceptions": {"g": {}}}}}})", does, None);
    row("exception: taken back, and that taken back for another",
        bans +
            R"(, "exceptions": {"e": {"exceptions": {"f": {"exceptions": {"g": {"agreement": "first"}}}}}})",
        does, Certain);
    row("exception: of the clause that obliges defeats nothing", bans, does + R"(, "exceptions": {"e": {}})",
        Certain);
    row("exception: to a routing, for the agreement",
        routes + R"(, "exceptions": {"e": {"agreement": "second"}})", does + ", \"through\": \"rival-cloud\"",
        None);
    row("exception: to one of two that are exclusive", routes + R"(, "exceptions": {"e": {}})",
        does + ", \"only_through\": \"rival-cloud\"", Certain);
    row("exception: to both that are exclusive", routes + R"(, "exceptions": {"e": {}})",
        does + R"(, "only_through": "rival-cloud", "exceptions": {"e": {}})", None);
    row("exception: to a part of what is permitted",
        on(bans, "part") + R"(, "exceptions": {"e": {"action": "bit"}})", may, Possible);
    row("waiver: for the agreement, where only a part is prohibited",
        on(bans, "part") + R"(, "exceptions": {"e": {"kind": "waiver", "agreement": "second"}})", may, None);
    row("waiver: disputed", bans + R"(, "exceptions": {"e": {"kind": "waiver", "reading": "disputed"}})",
        does, Possible);
    row("waiver: rejected", bans + R"(, "exceptions": {"e": {"kind": "waiver", "reading": "rejected"}})",
        does, Certain);
}

void addConditions(Rows &row)
{
    row("condition: unmet", bans + R"(, "condition": {"text": "it rains", "state": "unmet"})", does, None);
    row("condition: met", bans + R"(, "condition": {"text": "it rains", "state": "met"})", does, Certain);
    row("condition: unknown", bans + R"(, "condition": "it rains")", does, Possible);
    row("condition: of the other clause, disputed", bans,
        does + R"(, "condition": {"text": "it rains", "state": "disputed"})", Possible);
    row("condition: of both, open", bans + R"(, "condition": "it rains")",
        does + R"(, "condition": "it snows")", Possible);
    row("condition: of both, one unmet", bans + R"(, "condition": "it rains")",
        does + R"(, "condition": {"text": "it snows", "state": "unmet"})", None);
}

void addSupersessions(Rows &row)
{
    const QByteArray newer =
        R"(, "newer": {"title": "Newer", "kind": "other", "status": "signed", "period": "2025/..", "supersedes": ["first"],
        "parties": [{"firm": "alpha"}, {"firm": "%"}]})";
    row("supersession: by an agreement of the obligee", bans, does, None,
        QByteArray(newer).replace('%', "host"));
    row("supersession: by a stranger", bans, does, Certain, QByteArray(newer).replace('%', "beta"));
    row("supersession: of the clause alone", bans, does, None,
        QByteArray(newer).replace('%', "host").replace("[\"first\"]", "[\"first/p\"]"));
    row("supersession: by a clause of a newer agreement", bans, does, None,
        QByteArray(newer)
            .replace('%', "host")
            .replace(R"("supersedes": ["first"],)",
                     R"("clauses": {"c": {"kind": "other", "supersedes": ["first/p"]}},)"));
    row("supersession: of another clause", bans, does, Certain,
        QByteArray(newer).replace('%', "host").replace("[\"first\"]", "[\"second/o\"]"));
    row("supersession: of the clause that obliges, by its obligee", bans, does, None,
        QByteArray(newer).replace('%', "rival").replace("[\"first\"]", "[\"second/o\"]"));
    row("supersession: only rumoured", bans, does, Possible,
        QByteArray(newer).replace('%', "host").replace("signed", "rumoured"));
    row("supersession: disproven", bans, does, Certain,
        QByteArray(newer)
            .replace('%', "host")
            .replace("\"status\"", "\"evidence\": \"disproven\", \"status\""));
    row("supersession: by an agreement without a date, as written now", bans, does, None,
        QByteArray(newer).replace('%', "host").replace(R"("period": "2025/..", )", ""));
    row("supersession: by an agreement that begins later", bans, does, Certain,
        QByteArray(newer).replace('%', "host").replace("2025/..", "2026-04/.."));
    row("supersession: by an agreement signed later", bans, does, Certain,
        QByteArray(newer).replace('%', "host").replace(R"("period": "2025/..")", R"("signed": "2026-04")"));
    row("supersession: only alleged", bans, does, Possible,
        QByteArray(newer)
            .replace('%', "host")
            .replace("\"status\"", "\"evidence\": \"alleged\", \"status\""));
    row("supersession: by a clause of its own agreement", bans,
        does + R"(}, "n": {"kind": "other", "supersedes": ["second/o"])", None);
    row("supersession: by itself", bans + R"(, "supersedes": ["first/p"])", does, Certain);
}

} // namespace

void addDefeats(Rows &row)
{
    addExceptions(row);
    addConditions(row);
    addSupersessions(row);
}

} // namespace entente::test
