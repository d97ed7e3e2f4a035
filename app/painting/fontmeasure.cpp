#include "painting/fontmeasure.h"

#include "painting/plainfont.h"
#include "painting/textfont.h"
#include "resources/resources.h"

#include <QDirIterator>
#include <QFile>
#include <QFontDatabase>
#include <QFontMetricsF>
#include <QHash>
#include <QMutex>
#include <QRawFont>

namespace entente::painting {

using picture::TextStyle;

namespace {

QFont styledFont(const TextStyle &style, const QString &family, int pixelSize)
{
    QFont font;
    font.setFamilies({family, QStringLiteral("Inter"), QStringLiteral("Noto Sans Arabic")});
    font.setPixelSize(pixelSize);
    font.setWeight(QFont::Weight(style.weight));
    font.setItalic(style.italic);
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setKerning(true);
    return font;
}

int keyOf(const TextStyle &style)
{
    return style.weight * 2 + int(style.italic);
}

// Widths at the base size by weight and slant, asked of the fonts once: without hinting, width grows with
// size.
class FontMeasure : public picture::TextMeasure
{
public:
    explicit FontMeasure(QString family)
        : m_family(std::move(family))
    {}

    double advance(const QString &text, const TextStyle &style) const override
    {
        const QMutexLocker lock(&m_mutex);
        Face &face = faceFor(style);
        auto known = face.advances.constFind(text);
        if (known == face.advances.cend()) {
            if (face.advances.size() > mostKept)
                face.advances.clear();
            known = face.advances.insert(text, face.metrics.horizontalAdvance(text));
        }
        return *known * style.size / basePixelSize;
    }

    double ascent(const TextStyle &style) const override
    {
        const QMutexLocker lock(&m_mutex);
        return faceFor(style).metrics.ascent() * style.size / basePixelSize;
    }

    double descent(const TextStyle &style) const override
    {
        const QMutexLocker lock(&m_mutex);
        return faceFor(style).metrics.descent() * style.size / basePixelSize;
    }

    bool covers(const QString &text) const override
    {
        const QMutexLocker lock(&m_mutex);
        if (m_carried.isEmpty())
            m_carried = {
                QRawFont(QStringLiteral(":/entente/fonts/Inter-Regular.otf"), basePixelSize),
                QRawFont(QStringLiteral(":/entente/fonts/NotoSansArabic-Regular.ttf"), basePixelSize)};
        for (char32_t character : text.toUcs4()) {
            const auto has = [character](const QRawFont &font) {
                return font.supportsCharacter(uint(character));
            };
            if (!QChar::isSpace(character) && std::none_of(m_carried.begin(), m_carried.end(), has))
                return false;
        }
        return true;
    }

private:
    static constexpr qsizetype mostKept = 200'000;

    struct Face
    {
        QFontMetricsF metrics;
        QHash<QString, double> advances;
    };

    Face &faceFor(const TextStyle &style) const
    {
        const auto found = m_faces.find(keyOf(style));
        if (found != m_faces.end())
            return *found;
        return *m_faces.insert(keyOf(style), {QFontMetricsF(baseFont(style, m_family)), {}});
    }

    QString m_family;
    mutable QMutex m_mutex; // shared by the session and the threads that draw
    mutable QHash<int, Face> m_faces;
    mutable QList<QRawFont> m_carried;
};

} // namespace

void loadFonts()
{
    static const bool loaded = [] {
        loadResources();
        QDirIterator files(QStringLiteral(":/entente/fonts"));
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly))
                QFontDatabase::addApplicationFontFromData(withoutContextualAlternates(file.readAll()));
        }
        return true;
    }();
    Q_UNUSED(loaded)
}

QFont fontFor(const TextStyle &style, const QString &family)
{
    return styledFont(style, family, std::max(1, qRound(style.size)));
}

QFont baseFont(const TextStyle &style, const QString &family)
{
    return styledFont(style, family, basePixelSize);
}

QString fontWarning(const QString &family)
{
    loadFonts();
    return QFontDatabase::hasFamily(family)
               ? QString()
               : QStringLiteral("The theme’s font “%1” is not on this machine; Inter takes its place.")
                     .arg(family);
}

std::unique_ptr<picture::TextMeasure> makeFontMeasure(const QString &family)
{
    loadFonts();
    return std::make_unique<FontMeasure>(family);
}

} // namespace entente::painting
