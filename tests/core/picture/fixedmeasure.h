#pragma once

#include "picture/textmeasure.h"

#include <QList>

namespace entente::test {

// Every character is six tenths of the type's size wide: the same on every machine.
class FixedMeasure : public picture::TextMeasure
{
public:
    double advance(const QString &text, const picture::TextStyle &style) const override
    {
        return double(text.toUcs4().size()) * style.size * 0.6;
    }
    double ascent(const picture::TextStyle &style) const override { return style.size * 0.95; }
    double descent(const picture::TextStyle &style) const override { return style.size * 0.25; }
    bool covers(const QString &) const override { return true; }
};

} // namespace entente::test
