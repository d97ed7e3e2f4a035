#include "support/bigscenario.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <random>
#include <vector>

namespace entente::tests {

namespace {

constexpr std::array latinWords{"Nord",    "Atlas",    "Meridian", "Copper",  "Harbour", "Systems", "Energy",
                                "Holding", "Partners", "Cloud",    "Foundry", "Media",   "Capital", "Works"};
constexpr std::array foreignNames{"株式会社日本電力", "شركة الاتصالات القابضة", "Северные сети",
                                  "Ελληνική Ενέργεια"};

struct Kind
{
    const char *word;
    const char *giver;
    const char *taker;
};
constexpr std::array kinds{Kind{"supply", "supplier", "customer"}, Kind{"license", "licensor", "licensee"},
                           Kind{"ownership", "owner", "owned"}, Kind{"loan", "lender", "borrower"}};
constexpr std::array statuses{"announced", "signed", "in_force", "expired", "terminated"};

class TextWriter
{
public:
    explicit TextWriter(const BigScenario &size)
        : m_size(size)
        , m_random(size.seed)
        , m_sources(std::max(1, size.agreements / 50))
    {
        constexpr int bytesPerFirm = 150;
        constexpr int bytesPerAgreement = 600;
        m_text.reserve(qsizetype(size.firms) * bytesPerFirm + qsizetype(size.agreements) * bytesPerAgreement);
    }

    QByteArray write()
    {
        m_text += "{\n  \"format\": \"entente-scenario\",\n  \"version\": \"1.0\",\n  \"id\": \"big\",\n"
                  "  \"title\": \"A large scenario\",\n  \"as_of\": \"2026-01-01\",\n";
        map("sources", "s", m_sources, &TextWriter::source);
        map("firms", "f", m_size.firms, &TextWriter::firm);
        map("defined_terms", "t", 1, &TextWriter::term);
        map("agreements", "a", m_size.agreements, &TextWriter::agreement);
        m_text.chop(2);
        m_text += "\n}\n";
        return m_text;
    }

private:
    int below(int bound) { return int(m_random() % quint32(bound)); }
    bool oneIn(int chances) { return below(chances) == 0; }
    void number(int value) { m_text += QByteArray::number(value); }

    void map(const char *key, const char *prefix, int count, void (TextWriter::*member)(int))
    {
        m_text.append("  \"").append(key).append("\": {\n");
        for (int i = 0; i < count; ++i) {
            m_text.append("    \"").append(prefix);
            number(i);
            m_text += "\": {";
            (this->*member)(i);
            m_text += i + 1 < count ? "},\n" : "}\n";
        }
        m_text += "  },\n";
    }

    void name(int index)
    {
        constexpr int percent = 100;
        constexpr int foreignShare = 15;
        if (below(percent) < foreignShare) {
            m_text += foreignNames[size_t(below(int(foreignNames.size())))];
        } else {
            m_text.append(latinWords[size_t(below(int(latinWords.size())))]).append(' ');
            m_text += latinWords[size_t(below(int(latinWords.size())))];
        }
        m_text += ' ';
        number(index);
    }

    void day()
    {
        m_text += "20" + QByteArray::number(10 + below(16)) + "-0" + QByteArray::number(1 + below(9)) + "-" +
                  QByteArray::number(10 + below(18));
    }

    void source(int index)
    {
        m_text += "\"title\": \"Report ";
        number(index);
        m_text += "\", \"publisher\": \"Register\", \"published\": \"";
        day();
        m_text += "\"";
    }

    void firm(int index)
    {
        m_text += "\"name\": \"";
        name(index);
        m_text += oneIn(5) ? "\", \"kind\": \"subsidiary\"" : "\", \"kind\": \"company\"";
        constexpr int members = 8; // a firm in so many is part of one that comes before it
        if (index >= members && index % members == 0) {
            m_text += ", \"part_of\": \"f";
            number(below(index / members) * members + 1); // which is no part itself
            m_text += "\"";
        }
        m_text += ", \"jurisdiction\": \"US-DE\"";
    }

    void term(int) { m_text += "\"name\": \"Service\""; }

    // Drawn so that the share of a firm falls off with its rank.
    int party()
    {
        const double uniform = double(m_random()) / double(std::mt19937::max());
        return std::min(m_size.firms - 1, int(double(m_size.firms) * std::pow(uniform, 2.5)));
    }

    void drawParties()
    {
        const int count = oneIn(10) ? 3 + below(4) : 2;
        m_parties.clear();
        for (int i = 0; i < count; ++i)
            m_parties.push_back(party());
    }

    void agreement(int index)
    {
        if (m_parties.empty() || !oneIn(10))
            drawParties();
        const Kind &kind = kinds[size_t(below(int(kinds.size())))];
        m_text += "\n      \"title\": \"";
        name(index);
        m_text.append("\", \"kind\": \"").append(kind.word).append("\",\n      \"parties\": [");
        for (size_t i = 0; i < m_parties.size(); ++i) {
            m_text += i > 0 ? ", {\"firm\": \"f" : "{\"firm\": \"f";
            number(m_parties[i]);
            m_text.append("\", \"role\": \"").append(i == 0 ? kind.giver : kind.taker).append("\"}");
        }
        m_text += "],\n      \"period\": \"";
        day();
        m_text.append("/2030-12-31\", \"status\": \"").append(statuses[size_t(below(int(statuses.size())))]);
        m_text += "\", \"evidence\": \"reported\"";
        if (oneIn(2))
            amount();
        if (oneIn(20))
            clause();
        m_text += ",\n      \"cites\": {\"s";
        number(below(m_sources));
        m_text += "\": {\"locator\": \"page ";
        number(below(90));
        m_text += "\"}}\n    ";
    }

    void amount()
    {
        m_text += ",\n      \"amounts\": {\"total\": {\"value\": ";
        number(1 + below(900'000));
        m_text += ", \"currency\": \"USD\", \"qualifier\": \"about\"}}";
    }

    void clause()
    {
        m_text += ",\n      \"clauses\": {\"c\": {\"kind\": \"exclusivity\", \"modality\": \"";
        m_text += oneIn(2) ? "prohibition" : "obligation";
        m_text += "\", \"bearer\": \"f";
        number(m_parties.front());
        m_text += "\", \"action\": \"t0\", \"text\": \"The supplier serves nobody else with the service.\"}}";
    }

    BigScenario m_size;
    std::mt19937 m_random; // the same everywhere, unlike the distributions of the standard library
    int m_sources;
    std::vector<int> m_parties;
    QByteArray m_text;
};

} // namespace

QByteArray bigScenario(const BigScenario &size)
{
    return TextWriter(size).write();
}

} // namespace entente::tests
