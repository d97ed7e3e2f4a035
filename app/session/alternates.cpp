#include "session/alternates.h"

#include "formats/scenarioreader.h"
#include "session/readoptions.h"

#include <QDir>
#include <QFileInfo>
#include <QSet>

namespace entente::session {

namespace {

const QLatin1String bundledFolder(":/entente/scenarios");
constexpr int maxFilesInFolder = 500;               // beyond, a folder is no collection of scenarios
constexpr qint64 maxHeaderBytes = qint64(32) << 20; // of an overlay that is offered by itself

QString canonical(const QString &path)
{
    const QString found = QFileInfo(path).canonicalFilePath();
    return found.isEmpty() ? QFileInfo(path).absoluteFilePath() : found;
}

std::optional<formats::ScenarioHeader> headerOf(const QString &path)
{
    formats::ReadLimits limits = readOptions().limits;
    limits.bytes = maxHeaderBytes;
    return formats::readScenarioHeader(path, limits).value;
}

QString baseOf(const formats::ScenarioHeader &header, const QString &path)
{
    return header.extendsFile.isEmpty() ? QString()
                                        : canonical(QFileInfo(path).dir().filePath(header.extendsFile));
}

// The scenarios of one folder, by canonical path.
class Folder
{
public:
    explicit Folder(const QString &path)
    {
        const QDir dir(path);
        const QStringList names =
            dir.entryList({QStringLiteral("*.json")}, QDir::Files | QDir::Readable, QDir::Name);
        for (const QString &name : names.first(qMin(names.size(), maxFilesInFolder))) {
            if (!name.endsWith(QLatin1String(".view.json")))
                add(canonical(dir.filePath(name)));
        }
    }

    void add(const QString &path)
    {
        if (m_headers.contains(path))
            return;
        if (const auto header = headerOf(path))
            m_headers.insert(path, *header);
    }

    const QMap<QString, formats::ScenarioHeader> &headers() const { return m_headers; }

    QString rootOf(QString path) const
    {
        for (int depth = 0; depth <= formats::ReadLimits().overlays && m_headers.contains(path); ++depth) {
            const QString base = baseOf(m_headers.value(path), path);
            if (base.isEmpty())
                break;
            path = base;
        }
        return path;
    }

private:
    QMap<QString, formats::ScenarioHeader> m_headers;
};

// Collects alternates, each once by path and by the id that it gives itself.
class Collection
{
public:
    explicit Collection(QString open)
        : m_open(std::move(open))
    {}

    void add(const QString &path, const formats::ScenarioHeader &header, Alternate::Origin origin)
    {
        const bool isOpen = path == m_open;
        if (m_paths.contains(path) || (!isOpen && !header.id.isEmpty() && m_ids.contains(header.id)))
            return;
        m_paths.insert(path);
        m_ids.insert(header.id);
        const QString title = header.title.isEmpty() ? QFileInfo(path).fileName() : header.title;
        m_alternates.append({path, title, header.hypothetical, isOpen, origin});
    }

    const QList<Alternate> &alternates() const { return m_alternates; }

private:
    QString m_open;
    QSet<QString> m_paths;
    QSet<QString> m_ids;
    QList<Alternate> m_alternates;
};

void addFamily(Collection &collection, const Folder &folder, const QString &root, Alternate::Origin origin)
{
    if (folder.headers().contains(root))
        collection.add(root, folder.headers().value(root),
                       origin == Alternate::Origin::Bundled ? origin : Alternate::Origin::Base);
    for (auto entry = folder.headers().begin(); entry != folder.headers().end(); ++entry) {
        if (!entry->extendsFile.isEmpty() && folder.rootOf(entry.key()) == root)
            collection.add(entry.key(), entry.value(), origin);
    }
}

} // namespace

QList<Alternate> alternatesFor(const QString &path)
{
    const QString open = canonical(path);
    Collection collection(open);
    if (!open.startsWith(u':')) {
        Folder beside(QFileInfo(open).path());
        beside.add(open);
        addFamily(collection, beside, beside.rootOf(open), Alternate::Origin::Beside);
    }
    const Folder bundled{QString(bundledFolder)};
    addFamily(collection, bundled, bundledScenario(), Alternate::Origin::Bundled);
    return collection.alternates();
}

QString bundledScenario()
{
    return bundledFolder + QLatin1String("/cloud-dispute.entente.json");
}

} // namespace entente::session
