#include "window/importreview.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace entente::window {

using session::FirmPair;
using session::FirmSide;
using session::SameAnswer;

namespace {

QString toText(SameAnswer answer)
{
    switch (answer) {
    case SameAnswer::Same:
        return PairModel::tr("Same");
    case SameAnswer::Different:
        return PairModel::tr("Different");
    case SameAnswer::Later:
        break;
    }
    return PairModel::tr("Later");
}

QString whyOf(const FirmPair &pair)
{
    QString why = pair.supports.join(QStringLiteral(", "));
    if (!pair.doubts.isEmpty())
        why += PairModel::tr("; but %1").arg(pair.doubts.join(QStringLiteral(", ")));
    return why;
}

QString cellOf(const FirmSide &side, const QString &title)
{
    QString html = QStringLiteral("<td width='50%'><small>%1</small><br><b>%2</b>")
                       .arg(title.toHtmlEscaped(), side.name.toHtmlEscaped());
    for (const QString &fact : side.facts)
        html += QStringLiteral("<br>") + fact.toHtmlEscaped();
    return html + QStringLiteral("</td>");
}

} // namespace

QString sideBySide(const FirmPair &pair, const QString &theirsTitle, const QString &oursTitle)
{
    return QStringLiteral("<table width='100%' cellpadding='6'><tr>%1%2</tr></table><p>%3</p>")
        .arg(cellOf(pair.theirs, theirsTitle), cellOf(pair.ours, oursTitle), whyOf(pair).toHtmlEscaped());
}

PairModel::PairModel(const QList<FirmPair> &pairs, QObject *parent)
    : QAbstractTableModel(parent)
    , m_pairs(pairs)
{
    for (const FirmPair &pair : pairs)
        m_answers.append(pair.isSure ? SameAnswer::Same : SameAnswer::Later);
}

int PairModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_pairs.size());
}

int PairModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant PairModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const FirmPair &pair = m_pairs[index.row()];
    switch (index.column()) {
    case AnswerColumn:
        return toText(m_answers[index.row()]);
    case TheirsColumn:
        return pair.theirs.name;
    case OursColumn:
        return pair.ours.name;
    default:
        return whyOf(pair);
    }
}

QVariant PairModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case AnswerColumn:
        return tr("Answer");
    case TheirsColumn:
        return tr("In the file");
    case OursColumn:
        return tr("Here");
    default:
        return tr("Why they may be one");
    }
}

void PairModel::setAnswer(int row, SameAnswer answer)
{
    m_answers[row] = answer;
    if (answer == SameAnswer::Same) {
        for (int other = 0; other < m_pairs.size(); ++other) {
            if (other != row && m_pairs[other].theirs.id == m_pairs[row].theirs.id)
                m_answers[other] = SameAnswer::Different;
        }
    }
    Q_EMIT dataChanged(index(0, AnswerColumn), index(rowCount() - 1, AnswerColumn));
}

ImportReviewDialog::ImportReviewDialog(std::shared_ptr<session::ImportReview> review, QWidget *parent)
    : QDialog(parent)
    , m_review(std::move(review))
    , m_model(new PairModel(m_review->pairs(), this))
    , m_view(new QTreeView(this))
    , m_counts(new QLabel(this))
    , m_details(new QLabel(this))
{
    setObjectName(QStringLiteral("importReview"));
    setWindowTitle(tr("Import “%1”").arg(m_review->fileName()));
    resize(900, 640);
    auto *label = new QLabel(tr("&Firms of the file that may be firms of this scenario:"), this);
    label->setBuddy(m_view);
    m_view->setObjectName(QStringLiteral("pairList"));
    m_view->setAccessibleName(tr("Firms that may be the same"));
    m_view->setToolTip(tr("Choose one or more rows and answer them below (Alt+F)"));
    m_view->setModel(m_model);
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->header()->resizeSection(PairModel::AnswerColumn, 90);
    m_view->header()->resizeSection(PairModel::TheirsColumn, 220);
    m_view->header()->resizeSection(PairModel::OursColumn, 220);
    m_details->setObjectName(QStringLiteral("pairDetails"));
    m_details->setTextFormat(Qt::RichText);
    m_details->setWordWrap(true);
    m_details->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_counts->setObjectName(QStringLiteral("pairCounts"));
    m_counts->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    QPushButton *import = buttons->button(QDialogButtonBox::Ok);
    import->setText(tr("&Import"));
    import->setObjectName(QStringLiteral("importButton"));
    import->setToolTip(tr("Take the file’s firms and agreements in; can be undone (Return)"));
    QPushButton *cancel = buttons->button(QDialogButtonBox::Cancel);
    cancel->setObjectName(QStringLiteral("cancelButton"));
    cancel->setToolTip(tr("Change nothing (Esc)"));
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &ImportReviewDialog::showPair);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(label);
    layout->addWidget(m_view, 1);
    layout->addWidget(makeAnswers());
    layout->addWidget(m_details);
    layout->addWidget(m_counts);
    layout->addWidget(buttons);
    m_view->setCurrentIndex(m_model->index(0, 0));
    tellCounts();
}

QWidget *ImportReviewDialog::makeAnswers()
{
    auto *area = new QWidget(this);
    auto *row = new QHBoxLayout(area);
    row->setContentsMargins(0, 0, 0, 0);
    addAnswer(row, "answerSame", tr("&Same"), tr("They are one firm: unite them (Alt+S)"), SameAnswer::Same);
    addAnswer(row, "answerDifferent", tr("&Different"),
              tr("They are two firms, and nobody is asked again (Alt+D)"), SameAnswer::Different);
    addAnswer(row, "answerLater", tr("&Later"),
              tr("Keep them apart for now; Merge firms… lists them again (Alt+L)"), SameAnswer::Later);
    row->addStretch();
    auto *all = new QPushButton(tr("Same for &all without a “but”"), area);
    all->setObjectName(QStringLiteral("answerAll"));
    all->setToolTip(tr("Answer “same” wherever nothing speaks against it (Alt+A)"));
    all->setAutoDefault(false);
    connect(all, &QPushButton::clicked, this, &ImportReviewDialog::answerAllWithoutDoubts);
    row->addWidget(all);
    return area;
}

QPushButton *ImportReviewDialog::addAnswer(QLayout *row, const char *name, const QString &text,
                                           const QString &toolTip, SameAnswer answer)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(QLatin1String(name));
    button->setToolTip(toolTip);
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, [this, answer] { answerSelected(answer); });
    row->addWidget(button);
    return button;
}

void ImportReviewDialog::answerSelected(SameAnswer answer)
{
    const QModelIndexList rows = m_view->selectionModel()->selectedRows();
    for (const QModelIndex &row : rows)
        m_model->setAnswer(row.row(), answer);
    tellCounts();
}

void ImportReviewDialog::answerAllWithoutDoubts()
{
    QHash<QString, int> pairsOf;
    for (const FirmPair &pair : m_review->pairs())
        ++pairsOf[pair.theirs.id];
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const FirmPair &pair = m_model->pair(row);
        if (pair.doubts.isEmpty() && pairsOf.value(pair.theirs.id) == 1)
            m_model->setAnswer(row, SameAnswer::Same);
    }
    tellCounts();
}

void ImportReviewDialog::showPair()
{
    const QModelIndex current = m_view->currentIndex();
    if (current.isValid())
        m_details->setText(sideBySide(m_model->pair(current.row()), tr("In the file"), tr("Here")));
}

void ImportReviewDialog::tellCounts()
{
    if (m_model->rowCount() == 0) {
        m_counts->setText(tr("No firm of the file resembles one of this scenario: all of them are added."));
        return;
    }
    m_counts->setText(tr("%1 same, %2 different, %3 later. What is different or left for later is added as a "
                         "firm of its own.")
                          .arg(m_model->count(SameAnswer::Same))
                          .arg(m_model->count(SameAnswer::Different))
                          .arg(m_model->count(SameAnswer::Later)));
}

} // namespace entente::window
