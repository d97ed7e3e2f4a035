#include "window/formfields.h"

#include "domain/words.h"

#include <QHash>

namespace entente::window {

namespace {

QString utf8(const char *text)
{
    return QString::fromUtf8(text);
}

Field field(Ask ask, const char *key, const char *label, const char *explained)
{
    Field result;
    result.key = utf8(key);
    result.label = utf8(label);
    result.explained = utf8(explained);
    result.ask = ask;
    return result;
}

Field text(const char *key, const char *label, const char *explained)
{
    return field(Ask::Text, key, label, explained);
}

Field longText(const char *key, const char *label, const char *explained)
{
    return field(Ask::LongText, key, label, explained);
}

Field word(const char *key, const char *label, const QStringList &words, const char *explained)
{
    Field result = field(Ask::Word, key, label, explained);
    result.words = words;
    return result;
}

Field several(const char *key, const char *label, Names names, const char *explained)
{
    Field result = field(Ask::References, key, label, explained);
    result.names = names;
    return result;
}

Field named(const char *key, const char *label, Names names, const char *explained)
{
    Field result = field(Ask::Reference, key, label, explained);
    result.names = names;
    return result;
}

Field things(const char *key, const char *label, FormKind of, const char *explained)
{
    Field result = field(Ask::Things, key, label, explained);
    result.of = of;
    return result;
}

Field thing(const char *key, const char *label, FormKind of, const char *explained)
{
    Field result = field(Ask::Thing, key, label, explained);
    result.of = of;
    return result;
}

Field cites()
{
    return things("cites", "Sources", FormKind::Cite, "Who says so, and where in the source");
}

Field positions()
{
    return things("positions", "Positions", FormKind::Position, "Who affirms it and who denies it");
}

Field cited(Field result)
{
    result.cited = true;
    return result;
}

Field readAs(const char *word, Field result)
{
    result.unstated = utf8(word);
    return result;
}

Field under(const char *section, Field result)
{
    result.section = utf8(section);
    return result;
}

const char *const periodExplained =
    "Start/end: 2025-10/2026-03, 2025-10/.. without an end, 2026 for all of it; "
    "~ about, ? uncertain";
const char *const dateExplained = "2026, 2026-03 or 2026-03-15; ~ about, ? uncertain";

FormInfo scenario()
{
    return {utf8("scenario"),
            utf8("Scenario"),
            {},
            Names::Nothing,
            {text("title", "Title", "Shown above the picture and in figures"),
             text("id", "Id", "Small letters, digits and hyphens; alternates name their base by it"),
             longText("summary", "Summary", "What it is about, in a few sentences"),
             text("as_of", "As of", dateExplained),
             field(Ask::Flag, "hypothetical", "Hypothetical", "It is imagined; every figure says so"),
             text("license", "Licence", "Under which it may be used")}};
}

FormInfo firm()
{
    return {
        utf8("firm"),
        utf8("Firm"),
        utf8("name"),
        Names::Nothing,
        {text("name", "Name", "As its card shows it"),
         readAs("other",
                word("kind", "Kind", domain::firmKindWords(), "A product or a person is one of these, too")),
         named("part_of", "Part of", Names::Firms, "What it belongs to; cards of one group stand together"),
         text("jurisdiction", "Jurisdiction", "Country, as in US or DE"),
         text("legal_form", "Legal form", "GmbH, PBC, …"),
         field(Ask::Lines, "aliases", "Also called", "Other names, one a line"),
         field(Ask::Pairs, "identifiers", "Identifiers", "One a line, as in wikidata: Q2283"),
         longText("note", "Note", "What else there is to say"), cites()}};
}

FormInfo agreement()
{
    QStringList kinds;
    for (const domain::KindInfo &info : domain::agreementKinds())
        kinds.append(info.word);
    using namespace domain;
    return {utf8("agreement"),
            utf8("Agreement"),
            utf8("title"),
            Names::Nothing,
            {text("title", "Title", "As its pill shows it"),
             word("kind", "Kind", kinds, "It decides which roles there are and which way arrows point"),
             field(Ask::Parties, "parties", "Parties", "Who is bound, and as what"),
             named("part_of", "Part of", Names::Agreements, "The agreement that this one belongs to"),
             under("When and how far it holds", cited(text("period", "Period", periodExplained))),
             cited(text("announced", "Announced", dateExplained)),
             cited(text("signed", "Signed", dateExplained)),
             cited(text("trial", "Trial", "Of proceedings: the date of the trial")),
             cited(word("status", "Status", allWords<Status>(), "Where it stands")),
             field(Ask::MaybeFlag, "binding", "Binding", "Whether it binds its parties"),
             readAs("reported", word("evidence", "Evidence", allWords<Evidence>(), "How well it is known")),
             word("performance", "Performance", allWords<Performance>(), "Whether it is kept"),
             under("What it says", things("amounts", "Amounts", FormKind::Amount, "Money and quantities")),
             things("clauses", "Clauses", FormKind::Clause, "What it obliges, forbids and permits"),
             thing("stake", "Stake", FormKind::Stake, "Of an ownership: shares, votes and seats"),
             positions(),
             under("Law and origin", text("governing_law", "Law", "That governs it")),
             text("forum", "Forum", "Where disputes go"),
             several("amends", "Amends", Names::Agreements, "The agreements that this one changes"),
             several("supersedes", "Supersedes", Names::AgreementsAndClauses,
                     "The older agreements or clauses that this one replaces"),
             longText("note", "Note", "What else there is to say"),
             cites()}};
}

FormInfo amount()
{
    using namespace domain;
    return {utf8("amount"),
            utf8("Amount"),
            utf8("text"),
            Names::Nothing,
            {text("text", "In words", "As the source has it: $50 billion"),
             field(Ask::Number, "value", "Value", "50000000000, 50,000,000,000 or 50e9"),
             text("currency", "Currency", "Three letters, as in USD; none for a quantity"),
             text("unit", "Unit", "Of a quantity that is no money, as in GW"),
             readAs("exact", word("qualifier", "Qualifier", allWords<Qualifier>(), "How exact the value is")),
             word("instrument", "Instrument", allWords<Instrument>(), "What kind of money it is"),
             named("from", "From", Names::Firms, "Who pays; left empty, the roles say"),
             named("to", "To", Names::Firms, "Who is paid"), text("over", "Over", periodExplained),
             named("part_of", "Part of", Names::Amounts,
                   "The amount that this one is counted in: one of this agreement, or of another"),
             thing("condition", "Condition", FormKind::Condition, "On which it hangs"), cites()}};
}

// Categories and kinds have labels of their own.
Field labelled(Field result, QString (*labelOf)(const QString &word))
{
    for (const QString &one : std::as_const(result.words))
        result.wordLabels.append(labelOf(one));
    return result;
}

FormInfo clause()
{
    using namespace domain;
    return {
        utf8("clause"),
        utf8("Clause"),
        utf8("title"),
        Names::Nothing,
        {text("title", "Title", "What it is called"),
         labelled(word("kind", "Kind", clauseKinds(), "Its category"), clauseKindInWords),
         under("What it demands",
               word("modality", "Modality", allWords<Modality>(), "Whether it obliges, forbids or permits")),
         named("bearer", "Obligor", Names::Firms, "Whom it binds"),
         named("counterparty", "Obligee", Names::Firms, "Towards whom"),
         named("action", "Action", Names::FirmsAndTerms, "What is to be done or left: a defined term"),
         named("object", "Object", Names::FirmsAndTerms, "Done to what"),
         named("only_through", "Only through", Names::Firms, "The one channel that is allowed"),
         named("through", "Through", Names::Firms, "The channel by which it is done"),
         text("territory", "Territory", "Where; left empty, everywhere"),
         field(Ask::Flag, "binds_affiliates", "Affiliates", "Binds the firms of the obligor’s group, too"),
         under("When it holds", text("period", "Period", periodExplained)),
         word("status", "Status", allWords<Status>(), "Left empty, the agreement’s"),
         word("evidence", "Evidence", allWords<Evidence>(), "How well it is known"),
         thing("condition", "Condition", FormKind::Condition, "On which it hangs"),
         things("exceptions", "Exceptions", FormKind::Exception, "Exceptions and waivers"),
         several("supersedes", "Supersedes", Names::AgreementsAndClauses,
                 "The older agreements or clauses that this one replaces"),
         under("Wording", longText("text", "Text", "Word for word")),
         text("language", "Language", "Of the wording, as in en"),
         text("section", "Section", "Where in the contract"),
         longText("note", "Note", "What else there is to say"),
         positions(),
         cites()}};
}

FormInfo exception()
{
    using namespace domain;
    return {utf8("exception"),
            utf8("Exception"),
            utf8("text"),
            Names::Nothing,
            {longText("text", "Text", "What it says"),
             readAs("exception", word("kind", "Kind", allWords<ExceptionKind>(),
                                      "A waiver gives a right up; an exception limits it")),
             named("action", "Action", Names::FirmsAndTerms, "It covers this action only"),
             named("object", "Object", Names::FirmsAndTerms, "It covers this object only"),
             named("counterparty", "Towards", Names::Firms, "It covers dealings with this firm only"),
             named("agreement", "Under", Names::Agreements, "It covers this agreement only"),
             text("territory", "Territory", "Where; left empty, everywhere"),
             text("period", "Period", periodExplained),
             readAs("agreed", word("reading", "Reading", allWords<Reading>(), "Whether its reach is agreed")),
             things("exceptions", "Exceptions", FormKind::Exception, "From this exception"), cites()}};
}

FormInfo term()
{
    return {utf8("term"),
            utf8("Defined term"),
            utf8("name"),
            Names::Nothing,
            {text("name", "Name", "As clauses use it"), longText("definition", "Definition", "What it means"),
             things("narrower_than", "Is a kind of", FormKind::NarrowerThan,
                    "Wider terms that cover it, agreed or disputed"),
             cites()}};
}

FormInfo narrowerThan()
{
    return {utf8("narrower"),
            utf8("Wider term"),
            {},
            Names::FirmsAndTerms,
            {readAs("agreed", word("reading", "Reading", domain::allWords<domain::Reading>(),
                                   "Whether it is agreed that this is a kind of it")),
             positions(), cites()}};
}

FormInfo position()
{
    return {
        utf8("position"),
        utf8("Position"),
        utf8("by"),
        Names::Nothing,
        {named("by", "Held by", Names::Firms, "Whose position it is"),
         readAs("open", word("stance", "Stance", domain::allWords<domain::StanceKind>(), "What it holds")),
         longText("text", "Text", "What it says"),
         text("attribution", "Attributed to", "Through whom it is known"), cites()}};
}

FormInfo source()
{
    return {utf8("source"),
            utf8("Source"),
            utf8("title"),
            Names::Nothing,
            {text("title", "Title", "Of the article, contract or page"),
             text("publisher", "Publisher", "Who published it"), text("author", "Author", "Who wrote it"),
             text("kind", "Kind", "news, filing, blog, …"), text("language", "Language", "As in en"),
             text("published", "Published", dateExplained),
             text("url", "Address", "Begins with https:// or http://"),
             text("archived_url", "Archived at", "Address of a copy that stays"),
             text("accessed", "Read on", dateExplained), text("file", "File", "Name of a copy at hand"),
             text("sha256", "SHA-256", "Of that file"), text("grade", "Grade", "How reliable it is"),
             longText("note", "Note", "What else there is to say")}};
}

FormInfo cite()
{
    return {utf8("cite"),
            utf8("Source cited"),
            {},
            Names::Sources,
            {text("locator", "Where", "In the source: paragraph 9, page 12"),
             longText("quote", "Quote", "Only what the source says, word for word"),
             longText("note", "Note", "What is inferred")}};
}

FormInfo stake()
{
    return {utf8("stake"),
            utf8("Stake"),
            {},
            Names::Nothing,
            {field(Ask::Number, "economic", "Economic", "Percent of what is earned"),
             field(Ask::Number, "voting", "Voting", "Percent of the votes"),
             readAs("exact", word("qualifier", "Qualifier", domain::allWords<domain::Qualifier>(),
                                  "How exact that is")),
             field(Ask::Number, "board_seats", "Board seats", "How many"),
             text("veto_rights", "Veto rights", "Over what"), cites()}};
}

FormInfo condition()
{
    return {utf8("condition"),
            utf8("Condition"),
            {},
            Names::Nothing,
            {longText("text", "Text", "What must come true"),
             readAs("unknown",
                    word("state", "State", domain::allWords<domain::ConditionState>(), "Whether it is met")),
             positions(), cites()}};
}

FormInfo citedFact()
{
    return {utf8("fact"), utf8("Sources of a fact"), {}, Names::Nothing, {cites()}};
}

FormInfo made(FormKind kind)
{
    switch (kind) {
    case FormKind::Scenario:
        return scenario();
    case FormKind::Firm:
        return firm();
    case FormKind::Agreement:
        return agreement();
    case FormKind::Amount:
        return amount();
    case FormKind::Clause:
        return clause();
    case FormKind::Exception:
        return exception();
    case FormKind::Term:
        return term();
    case FormKind::NarrowerThan:
        return narrowerThan();
    case FormKind::Position:
        return position();
    case FormKind::Source:
        return source();
    case FormKind::Cite:
        return cite();
    case FormKind::Stake:
        return stake();
    case FormKind::Condition:
        return condition();
    case FormKind::CitedFact:
        break;
    }
    return citedFact();
}

} // namespace

const FormInfo &formFor(FormKind kind)
{
    static QHash<int, FormInfo> forms; // widgets live in one thread
    auto found = forms.find(int(kind));
    if (found == forms.end())
        found = forms.insert(int(kind), made(kind));
    return *found;
}

} // namespace entente::window
