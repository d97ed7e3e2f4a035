#include "formats/firmnames.h"

#include <QHash>

#include <algorithm>

namespace entente::formats {

namespace {

// Letters that Unicode doesn't decompose into a base letter and a mark.
QString plainLetter(QChar c)
{
    switch (c.unicode()) {
    case u'ß':
        return QStringLiteral("ss");
    case u'æ':
        return QStringLiteral("ae");
    case u'œ':
        return QStringLiteral("oe");
    case u'ø':
        return QStringLiteral("o");
    case u'ł':
        return QStringLiteral("l");
    case u'đ':
    case u'ð':
        return QStringLiteral("d");
    case u'þ':
        return QStringLiteral("th");
    case u'ı':
        return QStringLiteral("i");
    default:
        return c;
    }
}

// Only the marks of Latin, Greek and Cyrillic: those of other scripts make other letters.
bool isAccent(QChar c)
{
    return c.unicode() >= 0x0300 && c.unicode() <= 0x036F;
}

bool isApostrophe(QChar c)
{
    return c == u'\'' || c == u'’' || c == u'ʼ' || c == u'`';
}

// Letters and digits in words apart, all else as single spaces.
QString plainText(const QString &name)
{
    constexpr qsizetype longestName = 2000; // beyond it is no name
    QString text;
    const QString folded = name.left(longestName).normalized(QString::NormalizationForm_KD).toCaseFolded();
    for (const QChar c : folded) {
        if (isAccent(c) || isApostrophe(c))
            continue;
        if (c == u'&' || c == u'+')
            text += QLatin1String(" and ");
        else if (c.isLetterOrNumber() || c.isMark() || c.isSurrogate())
            text += plainLetter(c);
        else
            text += u' ';
    }
    return text.normalized(QString::NormalizationForm_C);
}

// "s a r l" → "sarl", "j p morgan" → "jp morgan".
QStringList joinInitials(const QStringList &words)
{
    QStringList joined;
    bool inInitials = false;
    for (const QString &word : words) {
        const bool isInitial = word.size() == 1 && word[0].isLetter();
        if (isInitial && inInitials)
            joined.last() += word;
        else
            joined.append(word);
        inInitials = isInitial;
    }
    return joined;
}

struct LegalForm
{
    const char *family;
    const char *written; // as plain text, several words apart by spaces; "|" between alternatives
};

constexpr LegalForm trailingForms[] = {
    {"inc", "inc|incorporated|corp|corporation|co|company|pbc|public benefit corporation"},
    {"ltd", "ltd|limited|pty ltd|pty limited|proprietary limited|pte ltd|pte limited|pvt ltd|private limited|"
            "pvt limited|co ltd|company limited|ltda|limitada|sdn bhd|ltd sti"},
    {"llc", "llc|limited liability company|llp|lp|limited partnership|limited liability partnership|pllc"},
    {"plc", "plc|public limited company|bhd|berhad|tbk"},
    {"gmbh", "gmbh|mbh|gesellschaft mit beschrankter haftung|ges mbh|gesmbh|ug|ug haftungsbeschrankt|sarl|"
             "gmbh and co kg|gmbh and co kgaa|societe a responsabilite limitee|sagl|eurl"},
    {"ag", "ag|aktiengesellschaft|kgaa|ag and co kg"},
    {"kg", "kg|ohg|kommanditgesellschaft|and co kg|se and co kg|se and co kgaa"},
    {"sa", "sa|societe anonyme|sociedad anonima|sociedade anonima|sas|sasu|sa de cv|sab de cv|s de rl de cv|"
           "societe par actions simplifiee|sca|spa|societa per azioni|sau"},
    {"srl", "srl|sl|slu|sociedad limitada|societa a responsabilita limitata|sp zoo|doo|sro|spol sro|kft|eood|"
            "ood|uab|oy ab|lda"},
    {"oy", "oy|oyj|osakeyhtio"},
    {"ab", "ab|ab publ|publ|aktiebolag|aktiebolaget|hb"},
    {"as", "as|asa|aps|aktieselskab|aksjeselskap|anonim sirketi|hf|ehf"},
    {"bv", "bv|nv|besloten vennootschap|naamloze vennootschap|bvba|cvba|cv|vof"},
    {"se", "se|societas europaea|scs|sicav|eeig"},
    {"kk", "kk|kabushiki kaisha|kabushiki gaisha|gk|godo kaisha|yk"},
    {"jsc", "jsc|pjsc|ojsc|cjsc|ooo|oao|zao|pao|ad|dd|zrt|nyrt|rt|as cz"},
};

// Words that stand before the name.
constexpr LegalForm leadingForms[] = {
    {"", "the"},
    {"jsc", "ooo|oao|zao|pao|ao|jsc|pjsc|ооо|оао|зао|пао|ао|тов"},
    {"ltd", "pt"},
};

// Written on to the name without a space, before it or after.
constexpr LegalForm attachedForms[] = {
    {"kk", "株式会社|有限会社|合同会社|株|有"},
    {"ltd", "股份有限公司|有限责任公司|有限責任公司|有限公司|集团有限公司"},
    {"ltd", "주식회사|유한회사"},
};

template <size_t N> QHash<QString, QString> byWriting(const LegalForm (&forms)[N])
{
    QHash<QString, QString> table;
    for (const LegalForm &form : forms) {
        const QStringList written = QString::fromUtf8(form.written).split(u'|');
        for (const QString &one : written)
            table.insert(one, QString::fromLatin1(form.family));
    }
    return table;
}

// Takes a form off the end of the words; false where there is none, or nothing else would be left.
bool dropTrailingForm(QStringList &words, QString &form)
{
    static const QHash<QString, QString> forms = byWriting(trailingForms);
    constexpr qsizetype longest = 5; // words in a form
    for (qsizetype count = std::min(longest, words.size() - 1); count > 0; --count) {
        const auto found = forms.constFind(words.mid(words.size() - count).join(u' '));
        if (found == forms.constEnd())
            continue;
        words.remove(words.size() - count, count);
        if (words.size() > 1 && words.last() == QLatin1String("and"))
            words.removeLast();
        if (form.isEmpty())
            form = *found;
        return true;
    }
    return false;
}

bool dropLeadingForm(QStringList &words, QString &form)
{
    static const QHash<QString, QString> forms = byWriting(leadingForms);
    const auto found = words.size() > 1 ? forms.constFind(words.first()) : forms.constEnd();
    if (found == forms.constEnd())
        return false;
    words.removeFirst();
    if (form.isEmpty())
        form = *found;
    return true;
}

// "株式会社 あさひ", "あさひ(株)": of one character only as a word of its own, since it may be part of a
// name.
void dropAttachedForm(QStringList &words, QString &form)
{
    static const QHash<QString, QString> forms = byWriting(attachedForms);
    for (auto it = forms.constBegin(); it != forms.constEnd(); ++it) {
        for (qsizetype at : {qsizetype(0), words.size() - 1}) {
            if (words.isEmpty() || at >= words.size())
                continue;
            QString &word = words[at];
            const bool whole = word == it.key() && words.size() > 1;
            const bool part = it.key().size() > 1 && word.size() > it.key().size();
            if (whole)
                words.removeAt(at);
            else if (part && word.startsWith(it.key()))
                word.remove(0, it.key().size());
            else if (part && word.endsWith(it.key()))
                word.chop(it.key().size());
            else
                continue;
            form = *it;
            return;
        }
    }
}

bool hasEastAsian(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.unicode() >= 0x2E80; });
}

} // namespace

FirmName firmNameOf(const QString &name)
{
    const QString plain = plainText(name);
    QStringList words = joinInitials(plain.split(u' ', Qt::SkipEmptyParts));
    FirmName result;
    if (hasEastAsian(plain))
        dropAttachedForm(words, result.form);
    while (dropTrailingForm(words, result.form) || dropLeadingForm(words, result.form)) {
    }
    result.bare = words.isEmpty() ? name.trimmed() : words.join(u' ');
    return result;
}

QString normalisedName(const QString &name)
{
    return firmNameOf(name).bare;
}

QString wordsInOrder(const QString &bare)
{
    QStringList words = bare.split(u' ', Qt::SkipEmptyParts);
    std::sort(words.begin(), words.end());
    return words.join(u' ');
}

QString normalisedScheme(const QString &scheme)
{
    QString plain;
    for (const QChar c : scheme.toLower()) {
        if (c.isLetterOrNumber())
            plain += c;
    }
    static const QHash<QString, QString> known = byWriting({
        {"lei", "lei|leicode|xilei|legalentityidentifier"},
        {"wikidata", "wikidata|wikidataid|qid|wikidataqid"},
        {"opencorporates", "opencorporates|opencorporatesurl|opencorporatesid"},
        {"permid", "permid|permidorg"},
        {"duns", "duns|dunscode|dunsnumber|xiduns"},
        {"bic", "bic|swiftbic|swift|bicfi"},
        {"isin", "isin|isincode"},
        {"cik", "cik|cikcode|uscik|secedgarcik"},
        {"inn", "inn|inncode|ruinn"},
        {"ogrn", "ogrn|ogrncode|ruogrn"},
        {"imo", "imo|imonumber"},
        {"registrationnumber", "registrationnumber|companynumber|registernumber|regno|registrationid"},
    });
    return known.value(plain, plain);
}

bool isWorldwide(const QString &normalisedScheme)
{
    static const QStringList local{QStringLiteral("registrationnumber"),
                                   QStringLiteral("taxnumber"),
                                   QStringLiteral("taxid"),
                                   QStringLiteral("vatcode"),
                                   QStringLiteral("idnumber"),
                                   QStringLiteral("id"),
                                   QStringLiteral("number"),
                                   QStringLiteral("passport"),
                                   QStringLiteral("passportnumber")};
    return !local.contains(normalisedScheme);
}

QString normalisedIdentifier(const QString &identifier)
{
    QString plain;
    for (const QChar c : identifier.toUpper()) {
        if (c.isLetterOrNumber())
            plain += c;
    }
    return plain;
}

} // namespace entente::formats
