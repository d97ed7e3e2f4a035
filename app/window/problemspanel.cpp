#include "window/problemspanel.h"

#include <QFileInfo>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPlainTextEdit>
#include <QSplitter>
#include <QTextBlock>
#include <QTreeWidget>

namespace entente::window {

namespace {

// Where in the line a column begins: columns count code points, documents UTF-16 units.
int offsetOf(const QString &line, int column)
{
    int offset = 0;
    for (int at = 1; at < column && offset < line.size(); ++at)
        offset += line[offset].isHighSurrogate() ? 2 : 1;
    return offset;
}

} // namespace

ProblemsPanel::ProblemsPanel(session::Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_list(new QTreeWidget(this))
    , m_text(new QPlainTextEdit(this))
{
    m_list->setObjectName(QStringLiteral("problemList"));
    m_list->setAccessibleName(QStringLiteral("Problems"));
    setFocusProxy(m_list);
    m_list->setToolTip(QStringLiteral("What is wrong in the file; choose one to see the text there (F6)"));
    m_list->setHeaderLabels({QStringLiteral("Problem"), QStringLiteral("Place")});
    m_list->setRootIsDecorated(false);
    m_list->setWordWrap(true);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    // Rows are as high as their sentences need at this width.
    connect(m_list->header(), &QHeaderView::sectionResized, m_list, &QTreeWidget::doItemsLayout);
    m_text->setObjectName(QStringLiteral("problemText"));
    m_text->setAccessibleName(QStringLiteral("Text of the file"));
    m_text->setToolTip(QStringLiteral("The file as it was read, at the place of the problem (F6, Tab)"));
    m_text->setReadOnly(true);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    auto *splitter = new QSplitter(this);
    splitter->addWidget(m_list);
    splitter->addWidget(m_text);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 0, 8, 8);
    layout->addWidget(splitter);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &ProblemsPanel::showText);
    connect(&session, &session::Session::problemsChanged, this, &ProblemsPanel::refill);
    refill();
}

void ProblemsPanel::refill()
{
    m_list->clear();
    m_text->clear();
    m_shownFile.clear();
    for (const Problem &problem : m_session.problems().all()) {
        const bool error = problem.severity == Severity::Error;
        QString sentence =
            (error ? QStringLiteral("Error: ") : QStringLiteral("Warning: ")) + problem.message;
        if (!problem.hint.isEmpty())
            sentence += QStringLiteral(" (%1)").arg(problem.hint);
        QString place = QFileInfo(problem.place.file).fileName();
        if (problem.place.isKnown())
            place += QStringLiteral(":%1:%2").arg(problem.place.line).arg(problem.place.column);
        auto *item = new QTreeWidgetItem(m_list, {sentence, place});
        item->setIcon(
            0, style()->standardIcon(error ? QStyle::SP_MessageBoxCritical : QStyle::SP_MessageBoxWarning));
        item->setToolTip(0, sentence);
    }
    if (const int omitted = m_session.problems().omittedCount())
        new QTreeWidgetItem(m_list, {QStringLiteral("… and %1 more").arg(omitted), QString()});
    if (m_list->topLevelItemCount() > 0)
        m_list->setCurrentItem(m_list->topLevelItem(0)); // its text is shown at once
}

void ProblemsPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    showText();
}

// Where it can be seen: a large file takes a second.
void ProblemsPanel::showText()
{
    if (!isVisible())
        return;
    const int index = m_list->indexOfTopLevelItem(m_list->currentItem());
    const QList<Problem> &problems = m_session.problems().all();
    if (index < 0 || index >= problems.size())
        return;
    const Place &place = problems[index].place;
    if (m_shownFile != place.file) {
        m_text->setPlainText(QString::fromUtf8(m_session.sourceText(place.file)));
        m_shownFile = place.file;
    }
    const QTextBlock block = m_text->document()->findBlockByNumber(place.line - 1);
    if (!place.isKnown() || !block.isValid())
        return;
    QTextCursor cursor(block);
    cursor.setPosition(block.position() + offsetOf(block.text(), place.column));
    m_text->setTextCursor(cursor);
    m_text->centerCursor();
    markLine();
}

// The one that the cursor stands in, in the colours of the day.
void ProblemsPanel::markLine()
{
    QTextEdit::ExtraSelection line;
    line.cursor = QTextCursor(m_text->textCursor().block());
    line.format.setBackground(palette().color(QPalette::Highlight));
    line.format.setForeground(palette().color(QPalette::HighlightedText));
    line.format.setProperty(QTextFormat::FullWidthSelection, true);
    m_text->setExtraSelections({line});
}

void ProblemsPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_text->extraSelections().isEmpty())
        markLine();
}

} // namespace entente::window
