#pragma once

#include "domain/scenario.h"

#include <functional>

namespace entente::graph {

// That two firms are joined: by an agreement, or, where that is empty, since `a` is a part of `b`.
struct Link
{
    domain::FirmId a;
    domain::FirmId b;
    domain::AgreementId agreement;
    bool operator==(const Link &) const = default;
};

// Every two parties of an agreement.
QList<Link> linksByParties(const domain::Scenario &scenario);
// Bearer and counterparty of every clause that obliges or prohibits, and that is accepted.
using ClauseFilter = std::function<bool(const domain::Clause &, const domain::Agreement &)>;
QList<Link> linksByObligations(const domain::Scenario &scenario, const ClauseFilter &accepts = {});
// Every firm and what it is a part of.
QList<Link> linksByGroups(const domain::Scenario &scenario);

// From one firm to the next: every agreement that joins them, or none where one is a part of the other.
struct PathStep
{
    domain::FirmId from;
    domain::FirmId to;
    QList<domain::AgreementId> agreements;
    bool isPart = false;
    bool operator==(const PathStep &) const = default;
};
using ConnectingPath = QList<PathStep>;

struct PathLimits
{
    int maxLength = 4; // steps
    int mostPaths = 500;
    int steps = 500'000; // links followed, on any graph
};

struct Paths
{
    QList<ConnectingPath> paths; // shortest first; those of one length in the order of the links
    int shortest = -1;           // steps between the two, also beyond maxLength; -1: they aren't connected
    bool complete = true;        // every path of up to maxLength steps
    bool operator==(const Paths &) const = default;
};

// Every path that meets no firm twice. An agreement joins all its parties at once: a path takes it from the
// first of them that it meets.
Paths findPaths(const QList<Link> &links, const domain::FirmId &from, const domain::FirmId &to,
                const PathLimits &limits = {});

} // namespace entente::graph
