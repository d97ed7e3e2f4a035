#include "window/asoffield.h"

#include <QAction>
#include <QKeyEvent>
#include <QLocale>
#include <QStyle>
#include <QToolTip>

namespace entente::window {

namespace {

const QString &help()
{
    static const QString text =
        QStringLiteral("The date to look at: 2025 (its last day), 2025-10, 28 October 2025, or “any”; "
                       "empty is the scenario’s own date (Ctrl+D)");
    return text;
}

// "2024-03" from "March 2024", "2025-10-28" from "28 October 2025": dates as the program itself shows them.
QString inFigures(const QString &words)
{
    const QLocale english(QLocale::English);
    for (const char *form : {"d MMMM yyyy", "MMMM d, yyyy", "d MMM yyyy"}) {
        const QDate day = english.toDate(words, QLatin1String(form));
        if (day.isValid())
            return day.toString(Qt::ISODate);
    }
    for (const char *form : {"MMMM yyyy", "MMM yyyy"}) {
        const QDate month = english.toDate(words, QLatin1String(form));
        if (month.isValid())
            return month.toString(QStringLiteral("yyyy-MM"));
    }
    return {};
}

} // namespace

std::optional<analysis::AsOf> asOfFrom(const QString &written, QString *why)
{
    if (written == QLatin1String("any"))
        return analysis::AsOf::any();
    auto date = domain::EventDate::parse(written, why);
    if (!date)
        date = domain::EventDate::parse(inFigures(written));
    return date ? std::optional(analysis::AsOf{*date}) : std::nullopt;
}

AsOfField::AsOfField(session::Session &session, QWidget *parent)
    : QLineEdit(parent)
    , m_session(session)
{
    setObjectName(QStringLiteral("asOfField"));
    setAccessibleName(QStringLiteral("As-of date"));
    setPlaceholderText(QStringLiteral("date"));
    setToolTip(help());
    const QIcon cross = style()->standardIcon(QStyle::SP_LineEditClearButton);
    QAction *reset = addAction(cross, QLineEdit::TrailingPosition);
    reset->setObjectName(QStringLiteral("asOfReset"));
    reset->setToolTip(QStringLiteral("Back to the scenario’s own date"));
    connect(reset, &QAction::triggered, &session, &session::Session::resetAsOf);
    setFixedWidth(118);
    connect(this, &QLineEdit::editingFinished, this, &AsOfField::apply);
    connect(this, &QLineEdit::textEdited, this, [this] { showError({}); });
    connect(&session, &session::Session::asOfChanged, this, &AsOfField::showCurrent);
    connect(&session, &session::Session::opened, this, &AsOfField::showCurrent);
    showCurrent();
}

void AsOfField::apply()
{
    const QString written = text().trimmed();
    if (!m_session.isOpen() || written == m_session.wantedAsOf().toText())
        return;
    if (written.isEmpty()) {
        m_session.resetAsOf();
        return;
    }
    QString why;
    if (const auto asOf = asOfFrom(written, &why))
        m_session.setAsOf(*asOf);
    else
        showError(QStringLiteral("“%1” is no date: %2").arg(written, why));
}

void AsOfField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && text() != m_session.asOf().toText())
        showCurrent();
    else
        QLineEdit::keyPressEvent(event);
}

void AsOfField::showCurrent()
{
    setText(m_session.isOpen() ? m_session.asOf().toText() : QString());
    showError({});
}

void AsOfField::showError(const QString &sentence)
{
    const bool wasWrong = toolTip() != help();
    setToolTip(sentence.isEmpty() ? help() : sentence);
    setStyleSheet(sentence.isEmpty() ? QString() : QStringLiteral("QLineEdit { color: #c0281f; }"));
    if (sentence.isEmpty() && wasWrong)
        QToolTip::hideText();
    else if (!sentence.isEmpty())
        QToolTip::showText(mapToGlobal(QPoint(0, height())), sentence, this);
}

} // namespace entente::window
