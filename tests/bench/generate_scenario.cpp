// Prints a large scenario: generate_scenario FIRMS AGREEMENTS [SEED] > big.entente.json

#include "support/bigscenario.h"

#include <cstdio>
#include <cstdlib>

int main(int count, char **words)
{
    const int firms = count > 2 ? QByteArray(words[1]).toInt() : 0;
    const int agreements = count > 2 ? QByteArray(words[2]).toInt() : 0;
    if (firms < 1 || agreements < 1) {
        std::fputs("usage: generate_scenario FIRMS AGREEMENTS [SEED]\n", stderr);
        return EXIT_FAILURE;
    }
    const quint32 seed = count > 3 ? QByteArray(words[3]).toUInt() : 1;
    const QByteArray text = entente::tests::bigScenario({firms, agreements, seed});
    return std::fwrite(text.constData(), 1, size_t(text.size()), stdout) == size_t(text.size())
               ? EXIT_SUCCESS
               : EXIT_FAILURE;
}
