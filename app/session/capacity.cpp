#include "session/capacity.h"

#include "document/memory.h"

namespace entente::session {

std::optional<Problem> refuseToDraw(const domain::Scenario &scenario, std::optional<qint64> most)
{
    constexpr qsizetype alwaysDrawn = 10'000; // firms and agreements: too few to ask what is free
    constexpr qint64 bytesEach = 8'000;       // graph, layout and picture, as script/bench measures them
    constexpr qint64 mebibyte = qint64(1) << 20;
    const qsizetype things = scenario.firms.size() + scenario.agreements.size();
    if (!most && things < alwaysDrawn)
        return std::nullopt;
    const qint64 free = most ? *most : document::availableMemory();
    const qint64 needed = things * bytesEach;
    if (needed <= free)
        return std::nullopt;
    return Problem{
        Severity::Error,
        Cause::Limit,
        QStringLiteral("too-little-memory"),
        {},
        {},
        QStringLiteral("drawing %1 firms and %2 agreements takes about %3 MiB of memory; %4 MiB are free")
            .arg(scenario.firms.size())
            .arg(scenario.agreements.size())
            .arg(needed / mebibyte)
            .arg(free / mebibyte),
        QStringLiteral("close other programs, or draw a part of it")};
}

} // namespace entente::session
