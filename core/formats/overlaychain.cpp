#include "formats/overlaychain.h"

#include "document/jsonreader.h"
#include "document/merge.h"
#include "formats/readcontext.h"

#include <QDir>
#include <QFileInfo>

#include <numeric>

namespace entente::formats {

using document::Document;
using document::Value;

namespace {

constexpr int readMajor = 1;
constexpr int readMinor = 0;

Problem problemAt(const Document &document, const Value &value, const QString &code, const QString &path,
                  const QString &message, const QString &hint = {})
{
    return {Severity::Error, Cause::Input, code, document.placeOf(value.position()), path, message, hint};
}

Heading checkVersion(const Document &document, const Value &root, ProblemList &problems)
{
    const QString path = QStringLiteral("/version");
    const Value *version = root.find(u"version");
    const QStringList parts = version && version->isString() ? version->text().split(u'.') : QStringList();
    bool majorIsNumber = false;
    bool minorIsNumber = false;
    const int major = parts.value(0).toInt(&majorIsNumber);
    const int minor = parts.value(1).toInt(&minorIsNumber);
    if (parts.size() != 2 || !majorIsNumber || !minorIsNumber) {
        problems.add(problemAt(document, version ? *version : root, QStringLiteral("bad-version"), path,
                               version ? QStringLiteral("the version is not understood")
                                       : QStringLiteral("the file has no \"version\""),
                               QStringLiteral("expected \"version\": \"1.0\"")));
        return {};
    }
    if (major < readMajor) {
        problems.add(problemAt(document, *version, QStringLiteral("bad-version"), path,
                               QStringLiteral("there is no version %1 of the format").arg(version->text()),
                               QStringLiteral("expected \"version\": \"1.0\"")));
        return {};
    }
    if (major > readMajor) {
        problems.add(
            problemAt(document, *version, QStringLiteral("newer-version"), path,
                      QStringLiteral("the file is of version %1; this program reads up to version %2")
                          .arg(version->text(), QString::number(readMajor)),
                      QStringLiteral("open it with a newer Entente")));
        return {};
    }
    const bool newer = minor > readMinor;
    if (newer) {
        Problem problem = problemAt(
            document, *version, QStringLiteral("newer-minor-version"), path,
            QStringLiteral("the file is of version %1; what is new in it is left out").arg(version->text()));
        problem.severity = Severity::Warning;
        problems.add(problem);
    }
    return {true, newer};
}

} // namespace

Heading checkHeading(const Document &document, const Value &root, ProblemList &problems)
{
    if (!root.isObject()) {
        problems.add(problemAt(document, root, QStringLiteral("wrong-type"), {},
                               QStringLiteral("the file holds %1").arg(document::typeName(root.type())),
                               QStringLiteral("expected an object: a scenario")));
        return {};
    }
    const Value *format = root.find(u"format");
    if (!format || !format->isString() || format->text() != QLatin1String("entente-scenario")) {
        problems.add(problemAt(document, format ? *format : root, QStringLiteral("not-a-scenario"),
                               QStringLiteral("/format"), QStringLiteral("this JSON is no Entente scenario"),
                               QStringLiteral("expected \"format\": \"entente-scenario\"")));
        return {};
    }
    return checkVersion(document, root, problems);
}

namespace {

// Reads overlays one after the other until a whole scenario, then merges from there back.
class ChainReader
{
public:
    ChainReader(const ReadLimits &limits, document::ReadProgress *progress)
        : m_limits(limits)
        , m_progress(progress)
    {}

    Outcome<Chain> read(const QByteArray &bytes, const QString &path)
    {
        std::optional<Next> next = add(bytes, path);
        while (next) {
            const Outcome<QByteArray> base = document::readFile(next->path, m_limits.bytes);
            if (!base) {
                tellMissing(*next, base.problems);
                m_whole = false;
                break;
            }
            m_chain.bases.append(next->path);
            const QString expectedId = next->id;
            const Position idAt = next->idAt;
            next = add(*base.value, next->path);
            checkId(expectedId, idAt);
        }
        Outcome<Chain> outcome;
        if (m_whole)
            merge();
        outcome.problems = m_problems;
        if (m_whole)
            outcome.value = std::move(m_chain);
        return outcome;
    }

private:
    using Position = document::Position;

    // Where the chain goes on.
    struct Next
    {
        QString path;
        QString id;
        Position at;
        Position idAt;
    };

    std::optional<Next> add(const QByteArray &bytes, const QString &path)
    {
        const auto index = quint32(m_chain.document.files.size());
        m_chain.document.files.append(path);
        m_visited.append(canonical(path));
        auto read = document::readJson(bytes, path, index, m_limits.ofJson(), m_progress);
        m_problems.append(read.problems);
        m_roots.push_back(read ? std::move(*read.value) : Value());
        const Value &root = m_roots.back();
        const Heading heading = read ? checkHeading(m_chain.document, root, m_problems) : Heading();
        m_chain.newerMinor = m_chain.newerMinor || heading.newerMinor;
        m_whole = heading.readable;
        const Value *extends = root.find(u"extends");
        if (!heading.readable || !extends || extends->isNull())
            return std::nullopt;
        const std::optional<Next> next = follow(*extends, path);
        m_whole = next.has_value();
        return next;
    }

    std::optional<Next> follow(const Value &extends, const QString &path)
    {
        const QString pointer = QStringLiteral("/extends");
        const Value *file = extends.find(u"file");
        const Value *id = extends.find(u"id");
        if (!file || !file->isString() || (id && !id->isString())) {
            refuse(extends, QStringLiteral("bad-extends"), pointer,
                   QStringLiteral("\"extends\" names no file"),
                   QStringLiteral("expected {\"file\": \"base.entente.json\", \"id\": \"base\"}"));
            return std::nullopt;
        }
        checkKeys(extends, pointer);
        if (m_roots.size() > size_t(m_limits.overlays)) {
            m_problems.add({Severity::Error,
                            Cause::Limit,
                            QStringLiteral("too-many-overlays"),
                            m_chain.document.placeOf(file->position()),
                            pointer,
                            QStringLiteral("more than %1 files extend each other").arg(m_limits.overlays),
                            {}});
            return std::nullopt;
        }
        if (path == QLatin1String("-")) {
            refuse(*file, QStringLiteral("overlay-from-stdin"), pointer,
                   QStringLiteral("an overlay from standard input has no folder to find its base in"),
                   QStringLiteral("name the file instead"));
            return std::nullopt;
        }
        return resolve(*file, id, path);
    }

    std::optional<Next> resolve(const Value &file, const Value *id, const QString &path)
    {
        const QString pointer = QStringLiteral("/extends/file");
        const QDir folder = QFileInfo(path).dir();
        const QString target = QDir::cleanPath(folder.filePath(file.text()));
        const bool inside = QDir::isRelativePath(file.text()) && isInside(QFileInfo(target), folder);
        if (!inside) {
            refuse(file, QStringLiteral("extends-outside"), pointer,
                   QStringLiteral("\"%1\" leaves the folder of this file").arg(file.text()),
                   QStringLiteral("a base must lie in the overlay's own folder or below it"));
            return std::nullopt;
        }
        if (m_visited.contains(canonical(target))) {
            refuse(file, QStringLiteral("extends-cycle"), pointer,
                   QStringLiteral("\"%1\" extends itself, by way of %2")
                       .arg(file.text(), m_chain.document.files.join(QStringLiteral(" → "))),
                   QStringLiteral("let one of them stand on its own"));
            return std::nullopt;
        }
        return Next{target, id ? id->text() : QString(), file.position(), id ? id->position() : Position()};
    }

    static QString canonical(const QString &path)
    {
        const QString resolved = QFileInfo(path).canonicalFilePath();
        return resolved.isEmpty() ? QDir::cleanPath(path) : resolved;
    }

    // Both as written and with links followed.
    static bool isInside(const QFileInfo &target, const QDir &folder)
    {
        const auto below = [](const QString &path, const QString &top) {
            return path.startsWith(top.endsWith(u'/') ? top : top + u'/');
        };
        const QString real = target.canonicalFilePath(); // empty where there is no such file
        return below(QDir::cleanPath(target.absoluteFilePath()), QDir::cleanPath(folder.absolutePath())) &&
               (real.isEmpty() || below(real, folder.canonicalPath()));
    }

    void checkKeys(const Value &extends, const QString &pointer)
    {
        for (const document::Member &member : extends.members()) {
            if (member.key == QLatin1String("file") || member.key == QLatin1String("id") ||
                member.key.startsWith(QLatin1String("x-")))
                continue;
            m_problems.add({Severity::Error, Cause::Input, QStringLiteral("unknown-key"),
                            m_chain.document.placeOf(member.keyPosition),
                            document::childPointer(pointer, member.key),
                            QStringLiteral("\"extends\" has no key \"%1\"").arg(member.key),
                            suggestion(member.key, {QStringLiteral("file"), QStringLiteral("id")})});
        }
    }

    void checkId(const QString &expected, Position at)
    {
        const Value *id = m_roots.back().find(u"id");
        if (expected.isEmpty() || !id || id->text() == expected)
            return;
        m_problems.add({Severity::Error, Cause::Input, QStringLiteral("base-id"),
                        m_chain.document.placeOf(at), QStringLiteral("/extends/id"),
                        QStringLiteral("the base's id is \"%1\", not \"%2\"").arg(id->text(), expected),
                        QStringLiteral("check that this is the right file")});
    }

    // A base that can't be read is told where it is named; why it can't is told too.
    void tellMissing(const Next &next, const ProblemList &reasons)
    {
        for (Problem problem : reasons.all()) {
            problem.message =
                QStringLiteral("the base \"%1\" can't be read: %2").arg(next.path, problem.message);
            problem.code = QStringLiteral("missing-base");
            problem.place = m_chain.document.placeOf(next.at);
            problem.path = QStringLiteral("/extends/file");
            if (problem.cause == Cause::File)
                problem.cause = Cause::Input;
            m_problems.add(problem);
        }
    }

    void refuse(const Value &at, const QString &code, const QString &pointer, const QString &message,
                const QString &hint)
    {
        m_problems.add(problemAt(m_chain.document, at, code, pointer, message, hint));
    }

    void merge()
    {
        Value merged = std::move(m_roots.back());
        for (size_t i = m_roots.size() - 1; i-- > 0;) {
            std::erase_if(m_roots[i].members(),
                          [](const document::Member &m) { return m.key == QLatin1String("extends"); });
            document::applyMergePatch(merged, m_roots[i], m_chain.document.files, m_problems);
        }
        m_chain.document.root = std::move(merged);
        if (m_roots.size() > 1 && countOf(m_chain.document.root) > m_limits.values) {
            m_whole = false;
            m_problems.add(
                {Severity::Error,
                 Cause::Limit,
                 QStringLiteral("too-many-values"),
                 {m_chain.document.files.first(), 0, 0},
                 {},
                 QStringLiteral("the scenario and its bases hold more than %1 values").arg(m_limits.values),
                 {}});
        }
    }

    static qint64 countOf(const Value &value)
    {
        return std::accumulate(
            value.members().begin(), value.members().end(), qint64(1),
            [](qint64 sum, const document::Member &member) { return sum + countOf(member.value); });
    }

    const ReadLimits &m_limits;
    document::ReadProgress *m_progress;
    Chain m_chain;
    std::vector<Value> m_roots; // of the files, the overlay first
    QStringList m_visited;      // their canonical paths
    ProblemList m_problems;
    bool m_whole = true; // every file of the chain could be read
};

} // namespace

Outcome<Chain> readChain(const QByteArray &bytes, const QString &path, const ReadLimits &limits,
                         document::ReadProgress *progress)
{
    return ChainReader(limits, progress).read(bytes, path);
}

} // namespace entente::formats
