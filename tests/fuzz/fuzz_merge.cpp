#include "document/jsonreader.h"
#include "document/merge.h"

#include <cstdlib>

using namespace entente::document;

// Two JSON texts, parted by a NUL: the second is merged into the first as an overlay, and the difference that
// is then found makes the same of the first again (RFC 7396).
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const qsizetype middle = bytes.indexOf('\0');
    if (middle < 0)
        return 0;
    const JsonLimits limits{.bytes = 1 << 20, .depth = 50, .values = 50'000};
    const auto base = readJson(bytes.first(middle), QStringLiteral("base"), 0, limits);
    const auto overlay = readJson(bytes.sliced(middle + 1), QStringLiteral("overlay"), 1, limits);
    if (!base || !overlay || !base.value->isObject() || !overlay.value->isObject())
        return 0;
    Value merged = *base.value;
    entente::ProblemList problems;
    applyMergePatch(merged, *overlay.value, {QStringLiteral("base"), QStringLiteral("overlay")}, problems);
    Value again = *base.value;
    entente::ProblemList none;
    applyMergePatch(again, mergePatchBetween(*base.value, merged), {}, none);
    // What the patch can't say: members that are null, and those that the base has as null.
    applyMergePatch(again, mergePatchBetween(again, merged), {}, none);
    if (mergePatchBetween(again, merged).members().size() != 0)
        std::abort();
    return 0;
}
