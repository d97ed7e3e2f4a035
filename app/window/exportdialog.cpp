#include "window/exportdialog.h"

#include "document/filewriter.h"
#include "painting/creationdate.h"
#include "painting/fontmeasure.h"
#include "picture/fitting.h"
#include "window/exportform.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace entente::window {

namespace {

const QLatin1String exportFolderKey("export/folder");

QString lastFolder()
{
    const QString folder =
        QSettings()
            .value(exportFolderKey, QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation))
            .toString();
    return QFileInfo(folder).isDir() ? folder : QDir::homePath(); // a new account may have no Documents yet
}

} // namespace

ExportDialog::ExportDialog(session::Session &session, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_form(new ExportForm(this))
{
    setObjectName(QStringLiteral("exportDialog"));
    setWindowTitle(tr("Export figure"));
    m_preview = new QLabel(this);
    m_preview->setObjectName(QStringLiteral("exportPreview"));
    m_preview->setAccessibleName(tr("Preview of the figure"));
    m_preview->setAlignment(Qt::AlignCenter);
    m_preview->setMinimumSize(360, 260);
    m_state = new QLabel(this);
    m_state->setObjectName(QStringLiteral("exportState"));
    m_state->setWordWrap(true);
    makeFileRow();
    makeButtons();
    layOutControls();
    m_form->restore();
    adoptEnding();
    connect(m_form, &ExportForm::changed, this, &ExportDialog::adoptEnding);
    connect(m_form, &ExportForm::changed, this, &ExportDialog::rebuild);
    connect(m_form, &ExportForm::themeFileAsked, this, &ExportDialog::chooseThemeFile);
    resize(880, 560);
}

ExportDialog::~ExportDialog() = default;

void ExportDialog::makeFileRow()
{
    m_file = new QLineEdit(QDir(lastFolder()).filePath(figureName(m_session)), this);
    m_file->setObjectName(QStringLiteral("exportFile"));
    m_file->setAccessibleName(tr("File"));
    m_file->setToolTip(tr("Where the figure is written"));
    m_browse = new QPushButton(tr("&Choose…"), this);
    m_browse->setObjectName(QStringLiteral("exportBrowse"));
    m_browse->setToolTip(tr("Chooses the file in a dialog"));
    m_browse->setAutoDefault(false);
    connect(m_browse, &QPushButton::clicked, this, &ExportDialog::chooseFile);
    connect(m_file, &QLineEdit::textEdited, this, [this] { m_confirmed.clear(); });
}

void ExportDialog::makeButtons()
{
    m_save = new QPushButton(tr("&Export"), this);
    m_save->setObjectName(QStringLiteral("exportSave"));
    m_save->setToolTip(tr("Writes the figure"));
    m_save->setDefault(true);
    connect(m_save, &QPushButton::clicked, this, &ExportDialog::save);
}

void ExportDialog::layOutControls()
{
    auto *fileRow = new QHBoxLayout;
    auto *fileLabel = new QLabel(tr("Fil&e:"), this);
    fileLabel->setBuddy(m_file);
    fileRow->addWidget(fileLabel);
    fileRow->addWidget(m_file, 1);
    fileRow->addWidget(m_browse);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Cancel)->setObjectName(QStringLiteral("exportCancel"));
    buttons->button(QDialogButtonBox::Cancel)->setToolTip(tr("Closes without writing anything (Esc)"));
    buttons->addButton(m_save, QDialogButtonBox::AcceptRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *choices = new QVBoxLayout;
    choices->addWidget(m_form);
    choices->addStretch();
    auto *upper = new QHBoxLayout;
    upper->addLayout(choices);
    upper->addWidget(m_preview, 1);
    auto *all = new QVBoxLayout(this);
    all->addLayout(upper, 1);
    all->addWidget(m_state);
    all->addLayout(fileRow);
    all->addWidget(buttons);
}

void ExportDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    rebuild();
}

void ExportDialog::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    refreshPreview();
}

picture::Theme ExportDialog::chosenTheme()
{
    m_themeProblem.clear();
    if (m_form->followsReadersTheme())
        return picture::lightTheme();
    if (m_form->themeChoice() == ExportForm::ThemeChoice::Dark)
        return picture::darkTheme();
    if (m_form->themeChoice() == ExportForm::ThemeChoice::Light)
        return picture::lightTheme();
    QFile file(m_form->themeFile());
    if (!file.open(QIODevice::ReadOnly)) {
        m_themeProblem = tr("The theme file can't be read: %1.").arg(file.errorString());
        return picture::lightTheme();
    }
    const Outcome<picture::Theme> theme = picture::readTheme(file.readAll(), file.fileName());
    if (!theme)
        m_themeProblem = toLine(theme.problems.all().value(0));
    return theme.value.value_or(picture::lightTheme());
}

void ExportDialog::rebuild()
{
    if (!m_session.isOpen())
        return;
    m_picture = exportPicture(m_session,
                              {chosenTheme(), m_form->onlyShown(), m_form->hasLegend(), m_form->hasFooter()});
    const painting::FigureOptions options = m_form->figureOptions();
    m_figure = painting::figureOf(m_picture, options);
    QString warning = painting::typeWarning(m_figure, painting::figurePreset(options.preset));
    if (warning.isEmpty())
        warning = painting::fontWarning(m_picture.fontFamily);
    const bool isError = !m_themeProblem.isEmpty();
    tell(isError             ? m_themeProblem
         : warning.isEmpty() ? stateOf(m_figure)
                             : warning,
         isError || !warning.isEmpty());
    m_save->setEnabled(!isError);
    m_save->setText(tr("&Export"));
    m_confirmed.clear();
    refreshPreview();
}

void ExportDialog::refreshPreview()
{
    if (m_figure.size.isEmpty())
        return;
    const QSizeF room = m_figure.size.scaled(m_preview->size(), Qt::KeepAspectRatio);
    painting::ImageOptions options;
    options.width = std::max(1, int(room.width() * devicePixelRatioF()));
    const Outcome<QImage> image = painting::toImage(m_figure, options);
    if (!image)
        return;
    QPixmap pixmap = QPixmap::fromImage(*image.value);
    pixmap.setDevicePixelRatio(devicePixelRatioF());
    m_preview->setPixmap(pixmap);
}

QString ExportDialog::stateOf(const picture::Picture &figure) const
{
    if (m_form->isWebPage())
        return tr("A page to click through, which any browser opens without a network");
    const painting::FigureOptions options = m_form->figureOptions();
    if (options.format == painting::FigureFormat::Png) {
        const double scale =
            options.image.width ? *options.image.width / figure.size.width() : options.image.scale;
        return tr("%1 × %2 pixels")
            .arg(qRound(figure.size.width() * scale))
            .arg(qRound(figure.size.height() * scale));
    }
    const QSizeF millimetres = figure.size / picture::unitsPerMillimetre;
    return tr("%1 × %2 mm").arg(millimetres.width(), 0, 'f', 0).arg(millimetres.height(), 0, 'f', 0);
}

// The file's name follows the format.
void ExportDialog::adoptEnding()
{
    const QString ending = m_form->ending();
    const QFileInfo file(m_file->text());
    const bool hasEnding = painting::figureFormatFrom(file.suffix()) ||
                           file.suffix().compare(QLatin1String("html"), Qt::CaseInsensitive) == 0;
    const QString stem = hasEnding ? file.completeBaseName() : file.fileName();
    m_file->setText(file.dir().filePath(stem + u'.' + ending));
}

void ExportDialog::chooseFile()
{
    const QString path = QFileDialog::getSaveFileName(this, tr("Export figure"), m_file->text());
    if (path.isEmpty())
        return;
    m_file->setText(path);
    adoptEnding();
    m_confirmed = path == m_file->text() ? path : QString(); // the file dialog has asked already
}

void ExportDialog::chooseThemeFile()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Theme file"), {}, tr("Themes (*.json)"));
    if (!path.isEmpty())
        m_form->setThemeFile(path);
}

void ExportDialog::save()
{
    const QString path = m_file->text();
    if (QFileInfo::exists(path) && m_confirmed != path) {
        m_confirmed = path;
        m_save->setText(tr("R&eplace"));
        tell(tr("%1 exists already. Press Replace to write over it.").arg(QFileInfo(path).fileName()), true);
        return;
    }
    write(path);
}

Outcome<QByteArray> ExportDialog::content()
{
    if (!m_form->isWebPage())
        return painting::writeFigure(m_picture, m_form->figureOptions(),
                                     painting::creationDate(m_session.asOf().day()));
    const QList<picture::Theme> themes = m_form->followsReadersTheme()
                                             ? QList{picture::lightTheme(), picture::darkTheme()}
                                             : QList{chosenTheme()};
    return exportWebPage(m_session, themes, m_form->onlyShown());
}

void ExportDialog::write(const QString &path)
{
    const Outcome<QByteArray> bytes = content();
    if (!bytes) {
        tell(toLine(bytes.problems.all().value(0)), true);
        return;
    }
    const ProblemList unwritten = document::writeFile(path, *bytes.value);
    if (unwritten.hasErrors()) {
        tell(toLine(unwritten.all().first()), true);
        return;
    }
    m_form->save();
    QSettings().setValue(exportFolderKey, QFileInfo(path).absolutePath());
    Q_EMIT exported(path);
    accept();
}

void ExportDialog::tell(const QString &sentence, bool isError)
{
    m_state->setText(sentence);
    QFont font = m_state->font();
    font.setBold(isError);
    m_state->setFont(font);
}

} // namespace entente::window
