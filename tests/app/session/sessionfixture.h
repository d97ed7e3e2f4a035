#pragma once

#include "core/formats/withoutplaces.h"
#include "session/session.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace entente::test {

// Every character as wide as the next: what tests need to know of text.
class FixedMeasure : public picture::TextMeasure
{
public:
    double advance(const QString &text, const picture::TextStyle &style) const override
    {
        return double(text.size()) * style.size * 0.55;
    }
    double ascent(const picture::TextStyle &style) const override { return style.size * 0.95; }
    double descent(const picture::TextStyle &style) const override { return style.size * 0.25; }
    bool covers(const QString &) const override { return true; }
};

// A scenario of four firms, an overlay that adds a firm and an agreement, and an overlay that removes one.
class ScenarioFolder
{
public:
    ScenarioFolder()
    {
        write("base.entente.json", baseText("Base"));
        write("more.entente.json",
              R"({"format": "entente-scenario", "version": "1.0", "id": "more", "title": "More",
            "hypothetical": true, "extends": {"file": "base.entente.json", "id": "base"},
            "firms": {"delta": {"name": "Delta", "kind": "company"}},
            "agreements": {"lease": {"title": "Lease", "kind": "service", "status": "in_force",
                "parties": [{"firm": "delta", "role": "supplier"}, {"firm": "alpha", "role": "customer"}]}}})");
        write("less.entente.json",
              R"({"format": "entente-scenario", "version": "1.0", "id": "less", "title": "Less",
            "extends": {"file": "base.entente.json", "id": "base"}, "agreements": {"loan": null}})");
    }

    static QByteArray baseText(const QByteArray &title)
    {
        return R"({"format": "entente-scenario", "version": "1.0", "id": "base", "title": ")" + title +
               R"(", "as_of": "2026-03",
            "firms": {"alpha": {"name": "Alpha", "kind": "company"}, "beta": {"name": "Beta", "kind": "company"},
                      "gamma": {"name": "Gamma", "kind": "company"},
                      "unit": {"name": "Unit", "kind": "division", "part_of": "beta"}},
            "agreements": {
              "loan": {"title": "Loan", "kind": "loan", "status": "in_force", "period": "2021/2024",
                "parties": [{"firm": "alpha", "role": "lender"}, {"firm": "beta", "role": "borrower"}]},
              "supply": {"title": "Supply", "kind": "supply", "status": "in_force",
                "parties": [{"firm": "unit", "role": "supplier"}, {"firm": "gamma", "role": "customer"}]},
              "plan": {"title": "Plan", "kind": "plan", "status": "planned",
                "parties": [{"firm": "gamma", "role": "party"}]}}})";
    }

    QString path(const char *name) const { return m_folder.filePath(QLatin1String(name)); }

    void write(const char *name, const QByteArray &text) const
    {
        QFile file(path(name));
        QVERIFY2(file.open(QIODevice::WriteOnly), qPrintable(file.errorString()));
        file.write(text);
    }

    // As editors save: a new file takes the place of the old.
    void replace(const char *name, const QByteArray &text) const
    {
        write("being-written.tmp", text);
        QFile::remove(path(name));
        QVERIFY(QFile::rename(path("being-written.tmp"), path(name)));
    }

private:
    QTemporaryDir m_folder;
};

inline session::SessionOptions quickOptions()
{
    return {20, 20, 20, {}};
}

// What two scenarios say, wherever in their files they say it.
inline bool sameBesidesPlaces(const domain::Scenario &a, const domain::Scenario &b)
{
    return withoutPlaces(a) == withoutPlaces(b);
}

// A session on a folder of its own; open() returns when the scenario stands.
struct OpenSession
{
    ScenarioFolder folder;
    FixedMeasure measure;
    session::Session session{measure, quickOptions()};

    bool open(const char *name)
    {
        return waitFor([&] { session.open(folder.path(name)); });
    }
    bool switchTo(const char *name)
    {
        return waitFor([&] { session.switchTo(folder.path(name)); });
    }
    bool arrange()
    {
        QSignalSpy arranged(&session, &session::Session::arranged);
        session.arrange();
        return arranged.wait();
    }

    session::Places places() const { return session::placesOf(session.composition()); }

    std::optional<picture::Item> item(picture::Role role, const QString &of) const
    {
        for (const picture::Item &candidate : session.picture().items) {
            if (candidate.role == role && candidate.of.value(0) == of)
                return candidate;
        }
        return std::nullopt;
    }

private:
    template <typename Intent> bool waitFor(Intent intent)
    {
        QSignalSpy opened(&session, &session::Session::opened);
        QSignalSpy failed(&session, &session::Session::openFailed);
        intent();
        const bool ended = QTest::qWaitFor([&] { return opened.size() + failed.size() > 0; }, 20'000);
        return ended && failed.isEmpty();
    }
};

} // namespace entente::test
