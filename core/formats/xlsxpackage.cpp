#include "formats/xlsxpackage.h"

#include <algorithm>
#include <zip.h>

namespace entente::formats {

XlsxPackage::XlsxPackage(std::shared_ptr<zip> archive, QString path, qint64 bytesLeft)
    : m_archive(std::move(archive))
    , m_path(std::move(path))
    , m_bytesLeft(bytesLeft)
{}

Outcome<XlsxPackage> XlsxPackage::open(QByteArrayView bytes, const QString &path, qint64 mostBytes)
{
    constexpr int borrowed = 0; // the archive doesn't free the bytes
    const auto refused = [&path](const QString &message, const QString &hint) {
        Outcome<XlsxPackage> outcome;
        outcome.problems.add(
            {Severity::Error, Cause::Input, QStringLiteral("not-xlsx"), {path, 0, 0}, {}, message, hint});
        return outcome;
    };
    if (bytes.startsWith("\xd0\xcf\x11\xe0")) {
        return refused(QStringLiteral("this is an old or encrypted Excel file"),
                       QStringLiteral("save it as .xlsx, without a password"));
    }
    zip_source_t *source =
        zip_source_buffer_create(bytes.data(), zip_uint64_t(bytes.size()), borrowed, nullptr);
    const bool isArchive = bytes.startsWith("PK"); // the library takes emptiness for an archive
    zip_t *archive = source && isArchive ? zip_open_from_source(source, ZIP_RDONLY, nullptr) : nullptr;
    if (!archive) {
        if (source)
            zip_source_free(source);
        return refused(QStringLiteral("this is no XLSX file, or it is cut short"),
                       QStringLiteral("expected a workbook as spreadsheets save it"));
    }
    return {XlsxPackage(std::shared_ptr<zip>(archive, zip_discard), path, mostBytes), {}};
}

Outcome<QByteArray> XlsxPackage::refuse(const char *code, const QString &message, Cause cause) const
{
    Outcome<QByteArray> outcome;
    outcome.problems.add(
        {Severity::Error, cause, QString::fromLatin1(code), {m_path, 0, 0}, {}, message, {}});
    return outcome;
}

bool XlsxPackage::has(const QString &part) const
{
    return zip_name_locate(m_archive.get(), part.toUtf8().constData(), 0) >= 0;
}

Outcome<QByteArray> XlsxPackage::read(const QString &part)
{
    const std::unique_ptr<zip_file_t, int (*)(zip_file_t *)> file(
        zip_fopen(m_archive.get(), part.toUtf8().constData(), 0), zip_fclose);
    if (!file) {
        return refuse("damaged",
                      QStringLiteral("the workbook has no “%1”, or it can't be unpacked").arg(part));
    }
    constexpr qsizetype bufferSize = 1 << 16;
    QByteArray buffer(bufferSize, Qt::Uninitialized);
    QByteArray bytes;
    for (;;) {
        const zip_int64_t count = zip_fread(file.get(), buffer.data(), zip_uint64_t(buffer.size()));
        if (count < 0)
            return refuse("damaged", QStringLiteral("“%1” in the workbook is damaged").arg(part));
        if (count == 0)
            return {bytes, {}};
        m_bytesLeft -= count;
        if (m_bytesLeft < 0) {
            return refuse("too-large",
                          QStringLiteral("the workbook unpacks to more bytes than the limit allows"),
                          Cause::Limit);
        }
        bytes.append(buffer.constData(), qsizetype(count));
    }
}

} // namespace entente::formats
