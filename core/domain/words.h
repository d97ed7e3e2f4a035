#pragma once

#include "domain/agreement.h"

#include <QLatin1String>
#include <QStringList>

#include <algorithm>
#include <optional>
#include <span>

namespace entente::domain {

// An enumerator and its word in the file.
template <typename E> struct Word
{
    E value;
    QLatin1String text;
};

// The words of an enumeration in the format's order: the one table behind reading, writing and "expected one
// of …".
template <typename E> std::span<const Word<E>> wordsOf();

template <> std::span<const Word<FirmKind>> wordsOf();
template <> std::span<const Word<Status>> wordsOf();
template <> std::span<const Word<Evidence>> wordsOf();
template <> std::span<const Word<Performance>> wordsOf();
template <> std::span<const Word<Modality>> wordsOf();
template <> std::span<const Word<StanceKind>> wordsOf();
template <> std::span<const Word<Reading>> wordsOf();
template <> std::span<const Word<Qualifier>> wordsOf();
template <> std::span<const Word<Instrument>> wordsOf();
template <> std::span<const Word<ConditionState>> wordsOf();
template <> std::span<const Word<ExceptionKind>> wordsOf();

template <typename E> QString wordFor(E value)
{
    for (const Word<E> &word : wordsOf<E>()) {
        if (word.value == value)
            return word.text;
    }
    return {};
}

template <typename E> std::optional<E> fromWord(QStringView text)
{
    for (const Word<E> &word : wordsOf<E>()) {
        if (text == word.text)
            return word.value;
    }
    return std::nullopt;
}

template <typename E> QStringList allWords()
{
    QStringList words;
    for (const Word<E> &word : wordsOf<E>())
        words.append(word.text);
    return words;
}

QString capitalised(QString sentence); // with a great letter first

// The clause kinds: CUAD's categories of clauses, in snake case.
const QStringList &clauseKinds();

} // namespace entente::domain
