#pragma once

#include "picture/picture.h"

#include <QHash>

namespace entente::exports {

// The colours of a page's pictures: each is a CSS custom property that has one value in every theme.
class ColourTable
{
public:
    explicit ColourTable(qsizetype themes)
        : m_themes(themes)
    {}

    // The number of what is so in each theme; a new one where it isn't known yet.
    int numberOf(const QList<picture::Rgba> &inEachTheme);
    // "--p0:#ffffff;--p1:…": the properties as one theme has them.
    QByteArray declarations(qsizetype theme) const;

private:
    qsizetype m_themes;
    QHash<QList<quint32>, int> m_numbers;
    QList<QList<quint32>> m_colours;
};

// An <svg> to stand inside a page: the same picture drawn in each theme, item by item and element by element,
// with colours from the table. Texts keep the widths that they were measured at, whatever font the reader
// has.
QByteArray inlineSvg(const QList<picture::Picture> &inEachTheme, ColourTable &colours);

} // namespace entente::exports
