#pragma once

#include <QByteArray>
#include <QList>

namespace entente::test {

enum Expected { None, Possible, Certain };

// Two clauses of two agreements, further agreements, and what the pair comes to in March 2026.
struct WorkedCase
{
    QByteArray name;
    QByteArray prohibiting; // members of "first/p"
    QByteArray other;       // members of "second/o"
    int expected = None;
    QByteArray more = {}; // further members of "agreements"

    QByteArray scenario() const;
};

// Norms to build cases of.
extern const QByteArray bans;   // alpha must not do what is "whole"; host is who it owes that
extern const QByteArray routes; // alpha must do it through host-cloud alone
extern const QByteArray does;   // alpha must do it for rival
extern const QByteArray may;    // alpha may do it for rival

QByteArray scenarioWith(const QByteArray &prohibiting, const QByteArray &other, const QByteArray &more = {});

// Of every rule of the scenario format's "Clause conflicts": alone holding, failing and depending.
QList<WorkedCase> workedCases();

} // namespace entente::test
