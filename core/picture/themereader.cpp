#include "domain/words.h"
#include "picture/colour.h"
#include "picture/theme.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace entente::picture {

namespace {

struct NamedColour
{
    QLatin1String name;
    Rgba Palette::*colour;
};

constexpr NamedColour namedColours[] = {
    {QLatin1String("background"), &Palette::background},
    {QLatin1String("card"), &Palette::card},
    {QLatin1String("card_border"), &Palette::cardBorder},
    {QLatin1String("text"), &Palette::text},
    {QLatin1String("muted_text"), &Palette::mutedText},
    {QLatin1String("group"), &Palette::group},
    {QLatin1String("group_nested"), &Palette::groupNested},
    {QLatin1String("group_border"), &Palette::groupBorder},
    {QLatin1String("group_title"), &Palette::groupTitle},
    {QLatin1String("line"), &Palette::line},
    {QLatin1String("faded_line"), &Palette::fadedLine},
    {QLatin1String("faded_text"), &Palette::fadedText},
    {QLatin1String("pill"), &Palette::pill},
    {QLatin1String("pill_border"), &Palette::pillBorder},
    {QLatin1String("conflict"), &Palette::conflict},
    {QLatin1String("accent"), &Palette::accent},
    {QLatin1String("footer_rule"), &Palette::footerRule},
};

class ThemeReader
{
public:
    ThemeReader(const QByteArray &json, QString fileName)
        : m_json(json)
        , m_fileName(std::move(fileName))
    {}

    Outcome<Theme> read()
    {
        QJsonParseError syntax{};
        const QJsonDocument document = QJsonDocument::fromJson(m_json, &syntax);
        if (syntax.error != QJsonParseError::NoError || !document.isObject()) {
            tellSyntax(syntax);
            return m_outcome;
        }
        const QJsonObject root = document.object();
        Theme theme = root.value(u"extends").toString() == QLatin1String("dark") ? darkTheme() : lightTheme();
        for (auto it = root.begin(); it != root.end(); ++it)
            readMember(theme, it.key(), it.value());
        if (!m_outcome.problems.hasErrors())
            m_outcome.value = theme;
        return m_outcome;
    }

private:
    void readMember(Theme &theme, const QString &key, const QJsonValue &value)
    {
        if (key == QLatin1String("extends"))
            check(value == QLatin1String("light") || value == QLatin1String("dark"), key,
                  QStringLiteral("\"light\" or \"dark\""));
        else if (key == QLatin1String("name"))
            readText(theme.name, key, value);
        else if (key == QLatin1String("credit"))
            readText(theme.creditLine, key, value);
        else if (key == QLatin1String("numbers"))
            readNumbers(theme, value);
        else if (key == QLatin1String("dates"))
            readDates(theme, value);
        else if (key == QLatin1String("fonts"))
            readFonts(theme, objectAt(key, value));
        else if (key == QLatin1String("palette"))
            readPalette(theme, objectAt(key, value));
        else if (!key.startsWith(QLatin1String("x-")))
            refuse(key, QStringLiteral("a theme has no key \"%1\"").arg(key),
                   QStringLiteral("expected extends, name, fonts, palette, numbers, dates or credit"));
    }

    void readText(QString &text, const QString &key, const QJsonValue &value)
    {
        check(value.isString(), key, QStringLiteral("a text"));
        text = value.toString();
    }

    QJsonObject objectAt(const QString &key, const QJsonValue &value)
    {
        check(value.isObject(), key, QStringLiteral("an object"));
        return value.toObject();
    }

    void readNumbers(Theme &theme, const QJsonValue &value)
    {
        check(value == QLatin1String("B") || value == QLatin1String("bn"), QStringLiteral("numbers"),
              QStringLiteral("\"B\" for $138B or \"bn\" for $138bn"));
        theme.numbers = value == QLatin1String("bn") ? domain::NumberStyle::LowerCaseBn
                                                     : domain::NumberStyle::CapitalLetter;
    }

    void readDates(Theme &theme, const QJsonValue &value)
    {
        check(value == QLatin1String("words") || value == QLatin1String("iso"), QStringLiteral("dates"),
              QStringLiteral("\"words\" for March 2026 or \"iso\" for 2026-03"));
        theme.dateStyle = value.toString();
    }

    void readFonts(Theme &theme, const QJsonObject &fonts)
    {
        for (auto it = fonts.begin(); it != fonts.end(); ++it) {
            const QString path = QStringLiteral("fonts/") + it.key();
            if (it.key() == QLatin1String("family")) {
                theme.fontFamily = it.value().toString();
                check(!theme.fontFamily.isEmpty(), path, QStringLiteral("a font's name"));
            } else if (it.key() == QLatin1String("scale")) {
                theme.fontScale = it.value().toDouble();
                check(theme.fontScale >= 0.5 && theme.fontScale <= 3, path,
                      QStringLiteral("a number from 0.5 to 3"));
            } else {
                refuse(path, QStringLiteral("\"fonts\" has no key \"%1\"").arg(it.key()),
                       QStringLiteral("expected family or scale"));
            }
        }
    }

    void readPalette(Theme &theme, const QJsonObject &palette)
    {
        for (auto it = palette.begin(); it != palette.end(); ++it) {
            const QString path = QStringLiteral("palette/") + it.key();
            const auto colour = colourFrom(it.value().toString());
            if (!colour)
                check(false, path, QStringLiteral("a colour like \"#0072b2\""));
            else if (!setColour(theme.palette, it.key(), *colour))
                refuse(path, QStringLiteral("there is no colour \"%1\"").arg(it.key()),
                       QStringLiteral("expected a role such as text or line, or a kind of firm"));
        }
    }

    static bool setColour(Palette &palette, const QString &name, Rgba colour)
    {
        for (const NamedColour &named : namedColours) {
            if (named.name == name) {
                palette.*named.colour = colour;
                return true;
            }
        }
        const auto kind = domain::fromWord<domain::FirmKind>(name);
        if (kind)
            palette.kinds.insert(*kind, colour);
        return kind.has_value();
    }

    void check(bool good, const QString &path, const QString &expected)
    {
        if (!good)
            refuse(path, QStringLiteral("\"%1\" of the theme has a value that can't be used").arg(path),
                   QStringLiteral("expected %1").arg(expected));
    }

    void refuse(const QString &path, const QString &message, const QString &hint)
    {
        const QString key = path.section(u'/', -1);
        const qsizetype offset = std::max<qsizetype>(0, m_json.indexOf('"' + key.toUtf8() + '"'));
        m_outcome.problems.add({Severity::Error, Cause::Input, QStringLiteral("bad-theme"), placeOf(offset),
                                u'/' + path, message, hint});
    }

    void tellSyntax(const QJsonParseError &syntax)
    {
        m_outcome.problems.add({Severity::Error,
                                Cause::Input,
                                QStringLiteral("bad-theme"),
                                placeOf(syntax.offset),
                                {},
                                QStringLiteral("this is no theme in JSON: %1").arg(syntax.errorString()),
                                {}});
    }

    Place placeOf(qsizetype offset) const
    {
        const QByteArray before = m_json.left(offset);
        const qsizetype lineStart = before.lastIndexOf('\n') + 1;
        return {m_fileName, int(before.count('\n')) + 1,
                int(QString::fromUtf8(before.mid(lineStart)).toUcs4().size()) + 1};
    }

    const QByteArray &m_json;
    QString m_fileName;
    Outcome<Theme> m_outcome;
};

} // namespace

Outcome<Theme> readTheme(const QByteArray &json, const QString &fileName)
{
    return ThemeReader(json, fileName).read();
}

} // namespace entente::picture
