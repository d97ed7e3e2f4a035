#include "support/clausegenerator.h"

#include <QList>

#include <random>

namespace entente::tests {

namespace {

class Generator
{
public:
    Generator(const ClauseCounts &size, quint32 seed)
        : m_size(size)
        , m_random(seed)
    {}

    QByteArray scenario()
    {
        QByteArray text =
            R"({"format": "entente-scenario", "version": "1.0", "id": "g", "title": "G", "as_of": "2026-03",
"firms": {)";
        text += list(m_size.firms, [this](int i) { return firm(i); });
        text += "},\n\"defined_terms\": {" + list(m_size.terms, [this](int i) { return term(i); });
        text += "},\n\"agreements\": {" + list(agreements(), [this](int i) { return agreement(i); }) + "}}";
        return text;
    }

private:
    static constexpr int clausesEach = 4;

    int agreements() const { return (m_size.clauses + clausesEach - 1) / clausesEach; }
    int below(int count) { return int(m_random() % quint32(std::max(1, count))); }
    bool chance(int percent) { return below(100) < percent; }
    QByteArray oneOf(const QList<QByteArray> &words) { return words[below(int(words.size()))]; }

    template <typename Make> static QByteArray list(int count, Make &&make)
    {
        QByteArray text;
        for (int i = 0; i < count; ++i)
            text += (i ? ",\n" : "\n") + make(i);
        return text;
    }

    static QByteArray firmId(int i) { return "f" + QByteArray::number(i); }
    static QByteArray termId(int i) { return "t" + QByteArray::number(i); }
    static QByteArray quoted(const QByteArray &text) { return '"' + text + '"'; }

    // One in five is one of the few that hold many.
    QByteArray someFirm()
    {
        return firmId(chance(20) ? below(std::min(5, m_size.firms)) : below(m_size.firms));
    }
    QByteArray someTerm() { return termId(below(m_size.terms)); }

    QByteArray firm(int i)
    {
        QByteArray text = quoted(firmId(i)) + R"(: {"name": "Firm )" + QByteArray::number(i) +
                          R"(", "kind": )" + quoted(oneOf({"company", "subsidiary", "division", "platform"}));
        if (i > 0 && chance(40))
            text += R"(, "part_of": )" + quoted(firmId(below(i)));
        return text + '}';
    }

    QByteArray reading() { return oneOf({"agreed", "agreed", "agreed", "disputed", "rejected"}); }

    QByteArray term(int i)
    {
        QByteArray wider;
        for (int way = 0; way < 2 && i > 0; ++way) {
            const QByteArray id = quoted(termId(way == 0 ? i / 3 : below(i)));
            if (id == quoted(termId(i)) || wider.contains(id) || chance(way == 0 ? 10 : 80))
                continue;
            wider += (wider.isEmpty() ? "" : ", ") + id + R"(: {"reading": )" + quoted(reading()) + '}';
        }
        return quoted(termId(i)) + R"(: {"name": "term )" + QByteArray::number(i) +
               R"(", "narrower_than": {)" + wider + "}}";
    }

    QByteArray period()
    {
        const auto year = [this] { return QByteArray::number(2020 + below(8)); };
        return quoted(oneOf({year() + "/..", "../" + year() + "~", year() + "/" + "2028", "2026-03~/..",
                             "2025-05-05/2026-03-31", "../.."}));
    }

    QByteArray agreement(int i)
    {
        QByteArray text = "\"a" + QByteArray::number(i) + R"(": {"title": "Agreement )" +
                          QByteArray::number(i) + R"(", "kind": "other", "status": )" +
                          quoted(oneOf({"in_force", "signed", "announced", "signed", "planned"})) +
                          R"(, "parties": [{"firm": )" + quoted(someFirm()) + R"(}, {"firm": )" +
                          quoted(someFirm()) + "}]";
        if (chance(50))
            text += R"(, "period": )" + period();
        if (i > 0 && chance(5))
            text += R"(, "supersedes": ["a)" + QByteArray::number(below(i)) + "\"]";
        return text + R"(, "clauses": {)" +
               list(clausesEach,
                    [this](int c) { return "\"c" + QByteArray::number(c) + "\": " + clause(); }) +
               "}}";
    }

    QByteArray clause()
    {
        QByteArray text = R"({"kind": "other", "modality": )" +
                          quoted(oneOf({"obligation", "prohibition", "permission"})) + R"(, "bearer": )" +
                          quoted(someFirm()) + R"(, "counterparty": )" + quoted(someFirm()) +
                          R"(, "action": )" + quoted(someTerm());
        const auto maybe = [&](int percent, const char *key, const QByteArray &value) {
            if (chance(percent))
                text += ", \"" + QByteArray(key) + "\": " + value;
        };
        maybe(30, "object", quoted(chance(50) ? someFirm() : someTerm()));
        maybe(30, "through", quoted(someFirm()));
        maybe(30, "territory", quoted(oneOf({"US", "US-CA", "US-NY", "FR", "DE"})));
        maybe(50, "period", period());
        maybe(30, "binds_affiliates", "true");
        maybe(5, "condition", R"({"text": "it rains", "state": "disputed"})");
        if (chance(25))
            text += R"(, "only_through": )" + quoted(someFirm());
        else if (chance(20))
            text += R"(, "exceptions": {"e": )" + exception() + '}';
        return text + '}';
    }

    QByteArray exception()
    {
        QByteArray text = R"({"reading": )" + quoted(reading()) + R"(, "action": )" + quoted(someTerm());
        if (chance(40))
            text += R"(, "exceptions": {"f": {"action": )" + quoted(someTerm()) + "}}";
        return text + '}';
    }

    ClauseCounts m_size;
    std::mt19937 m_random;
};

} // namespace

QByteArray generatedClauses(const ClauseCounts &size, quint32 seed)
{
    return Generator(size, seed).scenario();
}

} // namespace entente::tests
