#include "window/infowindows.h"

#include "window/styling.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QTabWidget>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace entente::window {

namespace {

QString carriedText(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QPushButton *makeButton(const QString &text, const QString &name, const QString &toolTip, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setObjectName(name);
    button->setToolTip(toolTip);
    button->setAccessibleName(QString(text).remove(u'&'));
    button->setAutoDefault(false);
    return button;
}

} // namespace

GuideWindow::GuideWindow(QWidget *parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("guideWindow"));
    setWindowTitle(QStringLiteral("Guide"));
    setWindowFlag(Qt::WindowMaximizeButtonHint);
    resize(820, 720);
    auto *pages = new QTextBrowser(this);
    pages->setObjectName(QStringLiteral("guidePages"));
    pages->setAccessibleName(QStringLiteral("Guide"));
    pages->setToolTip(QStringLiteral("The guide; links lead to its other pages (Tab)"));
    pages->setOpenExternalLinks(true);
    pages->document()->setDocumentMargin(24);
    auto *back = makeButton(QStringLiteral("&Back"), QStringLiteral("guideBack"),
                            QStringLiteral("The page before (Alt+Left)"), this);
    auto *forward = makeButton(QStringLiteral("&Forward"), QStringLiteral("guideForward"),
                               QStringLiteral("The page after (Alt+Right)"), this);
    back->setShortcut(QKeySequence::Back);
    forward->setShortcut(QKeySequence::Forward);
    auto *search = new QLineEdit(this);
    search->setObjectName(QStringLiteral("guideSearch"));
    search->setAccessibleName(QStringLiteral("Search this page"));
    search->setPlaceholderText(QStringLiteral("Search this page"));
    search->setToolTip(QStringLiteral("Search this page (Ctrl+F); Enter finds the next place"));
    auto *find = new QShortcut(QKeySequence::Find, this);
    connect(find, &QShortcut::activated, search, qOverload<>(&QWidget::setFocus));
    search->setClearButtonEnabled(true);
    auto *bar = new QHBoxLayout;
    bar->addWidget(back);
    bar->addWidget(forward);
    bar->addStretch();
    bar->addWidget(search);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(bar);
    layout->addWidget(pages);
    connect(back, &QPushButton::clicked, pages, &QTextBrowser::backward);
    connect(forward, &QPushButton::clicked, pages, &QTextBrowser::forward);
    connect(pages, &QTextBrowser::backwardAvailable, back, &QPushButton::setEnabled);
    connect(pages, &QTextBrowser::forwardAvailable, forward, &QPushButton::setEnabled);
    connect(search, &QLineEdit::returnPressed, pages, [pages, search] {
        if (!pages->find(search->text())) { // from the top once more
            pages->moveCursor(QTextCursor::Start);
            pages->find(search->text());
        }
    });
    back->setEnabled(false);
    forward->setEnabled(false);
    pages->setSource(QUrl(QStringLiteral("qrc:/entente/guide/index.html")));
}

AboutDialog::AboutDialog(QWidget *parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("aboutDialog"));
    setWindowTitle(QStringLiteral("About Entente"));
    resize(640, 520);
    auto *title = new QLabel(
        QStringLiteral("<h2>Entente %1</h2><p>Firms and the agreements that bind them: who is bound to "
                       "whom, by what, since when, says who?</p>")
            .arg(QLatin1String(ENTENTE_VERSION)),
        this);
    title->setWordWrap(true);
    auto *licences = new QTabWidget(this);
    licences->setObjectName(QStringLiteral("licences"));
    licences->setAccessibleName(QStringLiteral("Licences"));
    licences->setToolTip(QStringLiteral("The licences of Entente and of all it is made of"));
    const QDir folder(QStringLiteral(":/entente/licences"));
    for (const QString &name : folder.entryList(QDir::Files, QDir::Name)) {
        auto *text = new QTextBrowser(licences);
        text->setPlainText(carriedText(folder.filePath(name)));
        const QString label = QString(name).remove(QStringLiteral(".txt"));
        text->setObjectName(QStringLiteral("licence-") + label);
        text->setAccessibleName(label);
        text->setToolTip(label + QStringLiteral(" (Ctrl+Tab shows the next)"));
        licences->addTab(text, label);
    }
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setObjectName(QStringLiteral("aboutClose"));
    buttons->button(QDialogButtonBox::Close)->setToolTip(QStringLiteral("Close (Esc)"));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(title);
    layout->addWidget(licences);
    layout->addWidget(buttons);
}

} // namespace entente::window
