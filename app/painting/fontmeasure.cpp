#include "painting/fontmeasure.h"

#include "resources/resources.h"

#include <QFontDatabase>
#include <QFontMetricsF>
#include <QHash>
#include <QRawFont>

#include <algorithm>

namespace entente::painting {

namespace {

const QStringList &carriedFonts()
{
    static const QStringList names{
        QStringLiteral("Inter-Regular.otf"),   QStringLiteral("Inter-Italic.otf"),
        QStringLiteral("Inter-Medium.otf"),    QStringLiteral("Inter-SemiBold.otf"),
        QStringLiteral("Inter-Bold.otf"),      QStringLiteral("NotoSansArabic-Regular.ttf"),
        QStringLiteral("NotoSansArabic-Bold.ttf"),
    };
    return names;
}

QString carriedFile(const QString &name)
{
    return QStringLiteral(":/entente/fonts/") + name;
}

// Asks the fonts, once for every text and style.
class FontMeasure : public picture::TextMeasure
{
public:
    explicit FontMeasure(QString family)
        : m_family(std::move(family))
        , m_latin(carriedFile(QStringLiteral("Inter-Regular.otf")), 16)
        , m_arabic(carriedFile(QStringLiteral("NotoSansArabic-Regular.ttf")), 16)
    {
    }

    double advance(const QString &text, const picture::TextStyle &style) const override
    {
        const std::pair key(keyOf(style), text);
        const auto known = m_advances.constFind(key);
        if (known != m_advances.constEnd())
            return *known;
        if (m_advances.size() > mostKept)
            m_advances.clear();
        const double advance = metrics(style).horizontalAdvance(text) * referenceScale(style);
        m_advances.insert(key, advance);
        return advance;
    }

    double ascent(const picture::TextStyle &style) const override { return metrics(style).ascent() * referenceScale(style); }
    double descent(const picture::TextStyle &style) const override { return metrics(style).descent() * referenceScale(style); }

    bool covers(const QString &text) const override
    {
        for (char32_t c : text.toUcs4()) {
            if (!m_latin.supportsCharacter(c) && !m_arabic.supportsCharacter(c) && !QChar::isSpace(c))
                return false;
        }
        return true;
    }

private:
    static constexpr qsizetype mostKept = 200'000;

    static quint64 keyOf(const picture::TextStyle &style)
    {
        return (quint64(style.size * 64) << 16) | (quint64(style.weight) << 1) | quint64(style.italic);
    }

    QFontMetricsF metrics(const picture::TextStyle &style) const
    {
        const auto known = m_metrics.constFind(keyOf(style));
        if (known != m_metrics.constEnd())
            return *known;
        return *m_metrics.insert(keyOf(style), QFontMetricsF(referenceFont(style, m_family)));
    }

    QString m_family;
    QRawFont m_latin;
    QRawFont m_arabic;
    mutable QHash<quint64, QFontMetricsF> m_metrics;
    mutable QHash<std::pair<quint64, QString>, double> m_advances;
};

} // namespace

void loadFonts()
{
    static const bool loaded = [] {
        loadResources();
        for (const QString &name : carriedFonts())
            QFontDatabase::addApplicationFont(carriedFile(name));
        return true;
    }();
    Q_UNUSED(loaded)
}

QFont referenceFont(const picture::TextStyle &style, const QString &family)
{
    QFont font;
    font.setFamilies({family, QStringLiteral("Noto Sans Arabic"), QStringLiteral("Noto Sans")});
    font.setPixelSize(referencePixels);
    font.setWeight(QFont::Weight(style.weight));
    font.setItalic(style.italic);
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setStyleStrategy(QFont::PreferAntialias);
    return font;
}

QFont fontFor(const picture::TextStyle &style, const QString &family)
{
    QFont font = referenceFont(style, family);
    font.setPixelSize(std::max(1, qRound(style.size)));
    return font;
}

std::unique_ptr<picture::TextMeasure> makeFontMeasure(const QString &family)
{
    loadFonts();
    return std::make_unique<FontMeasure>(family);
}

} // namespace entente::painting
