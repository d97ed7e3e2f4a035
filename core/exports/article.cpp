#include "exports/article.h"

#include <algorithm>

namespace entente::exports::article {

namespace {

Text one(const Span &span)
{
    return span.text.isEmpty() ? Text() : Text{span};
}

} // namespace

Text plain(const QString &text)
{
    return one({text, {}, {}, Span::Style::Plain, false, {}});
}

Text strong(const QString &text)
{
    return one({text, {}, {}, Span::Style::Strong, false, {}});
}

Text quoted(const QString &text)
{
    return text.isEmpty() ? Text()
                          : one({QStringLiteral("“%1”").arg(text), {}, {}, Span::Style::Quoted, false, {}});
}

Text named(const QString &name)
{
    return one({name, {}, {}, Span::Style::Plain, true, {}});
}

Text link(const domain::ThingRef &thing, const QString &name)
{
    return one({name, thing, {}, Span::Style::Plain, true, {}});
}

Text address(const QString &url)
{
    return one({url, {}, url, Span::Style::Plain, false, {}});
}

Text joined(const QList<Text> &parts, const QString &separator)
{
    Text all;
    for (const Text &part : parts) {
        if (!part.isEmpty() && !all.isEmpty())
            all += plain(separator);
        all += part;
    }
    return all;
}

void add(QList<Block> &blocks, const Paragraph &paragraph)
{
    if (!paragraph.text.isEmpty())
        blocks.append(paragraph);
}

void add(QList<Block> &blocks, Points points)
{
    if (!points.points.isEmpty())
        blocks.append(std::move(points));
}

void add(QList<Block> &blocks, const Sides &sides)
{
    if (!sides.sides.isEmpty())
        blocks.append(sides);
}

void add(QList<Block> &blocks, const Citations &citations)
{
    if (!citations.citations.isEmpty())
        blocks.append(citations);
}

void add(QList<Block> &blocks, const QList<Row> &rows)
{
    Rows shown;
    std::copy_if(rows.begin(), rows.end(), std::back_inserter(shown.rows),
                 [](const Row &row) { return !row.text.isEmpty(); });
    if (!shown.rows.isEmpty())
        blocks.append(shown);
}

QString toPlainText(const Text &text)
{
    QString words;
    for (const Span &span : text)
        words += span.text;
    return words;
}

} // namespace entente::exports::article
