#include "window/exportform.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSettings>

namespace entente::window {

using painting::FigureFormat;

namespace {

constexpr double screenDpi = 96;
constexpr int webPage = -1; // among the formats, which are figures else

// A control has one name for tests, one for the screen reader and a sentence for the pointer.
template <typename Widget>
Widget *named(Widget *widget, const QString &objectName, const QString &name, const QString &explained)
{
    widget->setObjectName(objectName);
    widget->setAccessibleName(name);
    widget->setToolTip(explained);
    return widget;
}

void select(QComboBox *box, const QVariant &data)
{
    const int index = box->findData(data);
    if (index >= 0)
        box->setCurrentIndex(index);
}

QString settingOf(const char *name)
{
    return QStringLiteral("export/") + QLatin1String(name);
}

} // namespace

ExportForm::ExportForm(QWidget *parent)
    : QWidget(parent)
{
    makeControls();
    layOutControls();
    updateEnabled();
    for (QComboBox *box : {m_format, m_preset, m_theme})
        connect(box, &QComboBox::currentIndexChanged, this, &ExportForm::changed);
    for (QCheckBox *box : {m_onlyShown, m_legend, m_footer, m_outlines, m_transparent, m_readersTheme})
        connect(box, &QCheckBox::toggled, this, &ExportForm::changed);
    connect(m_size, &QDoubleSpinBox::valueChanged, this, &ExportForm::changed);
    connect(m_sizing, &QComboBox::currentIndexChanged, this, &ExportForm::adoptSizing);
    connect(m_theme, &QComboBox::activated, this, [this] {
        if (themeChoice() == ThemeChoice::File && themeFile().isEmpty())
            Q_EMIT themeFileAsked();
    });
    connect(m_themeFile, &QLineEdit::editingFinished, this, &ExportForm::changed);
    connect(this, &ExportForm::changed, this, &ExportForm::updateEnabled);
}

void ExportForm::makeControls()
{
    m_format = named(new QComboBox(this), QStringLiteral("exportFormat"), tr("Format"),
                     tr("PNG for slides, SVG and PDF for print, a web page to click through"));
    m_format->addItem(tr("PNG image"), int(FigureFormat::Png));
    m_format->addItem(tr("SVG drawing"), int(FigureFormat::Svg));
    m_format->addItem(tr("PDF document"), int(FigureFormat::Pdf));
    m_format->addItem(tr("Web page (HTML)"), webPage);
    m_preset = named(new QComboBox(this), QStringLiteral("exportPreset"), tr("Page"),
                     tr("The page that the figure is fitted to"));
    for (const painting::FigurePreset &preset : painting::figurePresets())
        m_preset->addItem(preset.title, preset.id);
    m_theme = named(new QComboBox(this), QStringLiteral("exportTheme"), tr("Theme"),
                    tr("The colours of the figure"));
    m_theme->addItem(tr("Light"), int(ThemeChoice::Light));
    m_theme->addItem(tr("Dark"), int(ThemeChoice::Dark));
    m_theme->addItem(tr("From a theme file"), int(ThemeChoice::File));
    m_themeFile = named(new QLineEdit(this), QStringLiteral("exportThemeFile"), tr("Theme file"),
                        tr("A theme file of your own: palette, number style, credit line"));
    m_sizing = named(new QComboBox(this), QStringLiteral("exportSizing"), tr("Size of the image"),
                     tr("How the number of pixels is stated; for PNG only"));
    m_sizing->addItem(tr("Scale"), int(Sizing::Scale));
    m_sizing->addItem(tr("Dots per inch"), int(Sizing::Dpi));
    m_sizing->addItem(tr("Width in pixels"), int(Sizing::Width));
    m_size = named(new QDoubleSpinBox(this), QStringLiteral("exportSize"), tr("Size"),
                   tr("The scale, resolution or width"));
    adoptSizing();
    m_onlyShown = named(new QCheckBox(tr("Only what is &shown"), this), QStringLiteral("exportOnlyShown"),
                        tr("Only what is shown"), tr("Leaves out what the filter hides"));
    m_legend = named(new QCheckBox(tr("&Legend"), this), QStringLiteral("exportLegend"), tr("Legend"),
                     tr("Explains the signs that are in the picture"));
    m_footer = named(new QCheckBox(tr("Foo&ter with sources"), this), QStringLiteral("exportFooter"),
                     tr("Footer with sources"),
                     tr("Title, date and numbered sources; what is hypothetical is marked without it, too"));
    m_outlines = named(new QCheckBox(tr("Text as &outlines"), this), QStringLiteral("exportOutlines"),
                       tr("Text as outlines"),
                       tr("Looks the same where the fonts are missing, but can't be searched or edited"));
    m_transparent =
        named(new QCheckBox(tr("Transparent &background"), this), QStringLiteral("exportTransparent"),
              tr("Transparent background"), tr("Leaves the background unpainted"));
    m_readersTheme =
        named(new QCheckBox(tr("&Dark where its reader prefers that"), this),
              QStringLiteral("exportReadersTheme"), tr("Dark where its reader prefers that"),
              tr("A web page is then light or dark as the reader’s system is; for web pages only"));
    m_legend->setChecked(true);
    m_footer->setChecked(true);
    m_readersTheme->setChecked(true);
}

void ExportForm::layOutControls()
{
    auto *form = new QFormLayout(this);
    form->setContentsMargins({});
    form->addRow(tr("&Format:"), m_format);
    form->addRow(tr("&Page:"), m_preset);
    form->addRow(tr("T&heme:"), m_theme);
    form->addRow(tr("Theme f&ile:"), m_themeFile);
    form->addRow(tr("Si&ze as:"), m_sizing);
    form->addRow(tr("&Value:"), m_size);
    for (QCheckBox *box : {m_onlyShown, m_legend, m_footer, m_outlines, m_transparent, m_readersTheme})
        form->addRow(box);
}

void ExportForm::updateEnabled()
{
    const bool isPage = isWebPage();
    const bool isImage = figureOptions().format == FigureFormat::Png;
    m_sizing->setEnabled(isImage);
    m_size->setEnabled(isImage);
    m_outlines->setEnabled(!isImage && !isPage);
    for (QWidget *box : std::initializer_list<QWidget *>{m_preset, m_legend, m_footer, m_transparent})
        box->setEnabled(!isPage); // a page always has legend and sources, and a background
    m_readersTheme->setEnabled(isPage);
    m_theme->setEnabled(!followsReadersTheme());
    m_themeFile->setEnabled(m_theme->isEnabled() && themeChoice() == ThemeChoice::File);
}

// Each way to state a size has its own range and a usual value.
void ExportForm::adoptSizing()
{
    const auto sizing = Sizing(m_sizing->currentData().toInt());
    m_size->setDecimals(sizing == Sizing::Scale ? 2 : 0);
    switch (sizing) {
    case Sizing::Scale:
        m_size->setRange(0.1, 20);
        m_size->setSingleStep(0.5);
        m_size->setValue(2);
        break;
    case Sizing::Dpi:
        m_size->setRange(24, 2400);
        m_size->setSingleStep(50);
        m_size->setValue(300);
        break;
    case Sizing::Width:
        m_size->setRange(16, 30'000);
        m_size->setSingleStep(100);
        m_size->setValue(1920);
        break;
    }
    Q_EMIT changed();
}

painting::ImageOptions ExportForm::imageOptions() const
{
    painting::ImageOptions options;
    switch (Sizing(m_sizing->currentData().toInt())) {
    case Sizing::Scale:
        options.scale = m_size->value();
        break;
    case Sizing::Dpi:
        options.scale = m_size->value() / screenDpi;
        break;
    case Sizing::Width:
        options.width = int(m_size->value());
        break;
    }
    if (m_transparent->isChecked())
        options.background = picture::Rgba{};
    return options;
}

bool ExportForm::isWebPage() const
{
    return m_format->currentData().toInt() == webPage;
}

bool ExportForm::followsReadersTheme() const
{
    return isWebPage() && m_readersTheme->isChecked();
}

QString ExportForm::ending() const
{
    return isWebPage() ? QStringLiteral("html") : painting::endingOf(figureOptions().format);
}

painting::FigureOptions ExportForm::figureOptions() const
{
    if (isWebPage())
        return {FigureFormat::Svg, {}, false, {}};
    const auto format = FigureFormat(m_format->currentData().toInt());
    const bool outlines = format != FigureFormat::Png && m_outlines && m_outlines->isChecked();
    return {format, m_preset->currentData().toString(), outlines,
            m_transparent ? imageOptions() : painting::ImageOptions{}};
}

ExportForm::ThemeChoice ExportForm::themeChoice() const
{
    return ThemeChoice(m_theme->currentData().toInt());
}

QString ExportForm::themeFile() const
{
    return m_themeFile->text();
}

bool ExportForm::onlyShown() const
{
    return m_onlyShown->isChecked();
}

bool ExportForm::hasLegend() const
{
    return m_legend->isChecked();
}

bool ExportForm::hasFooter() const
{
    return m_footer->isChecked();
}

void ExportForm::setThemeFile(const QString &path)
{
    m_themeFile->setText(path);
    Q_EMIT changed();
}

void ExportForm::restore()
{
    const QSettings settings;
    select(m_format, settings.value(settingOf("format"), int(FigureFormat::Png)).toInt());
    select(m_preset, settings.value(settingOf("preset")));
    select(m_theme, settings.value(settingOf("theme"), int(ThemeChoice::Light)).toInt());
    select(m_sizing, settings.value(settingOf("sizing"), int(Sizing::Scale)).toInt());
    m_themeFile->setText(settings.value(settingOf("themeFile")).toString());
    m_size->setValue(settings.value(settingOf("size"), m_size->value()).toDouble());
    m_onlyShown->setChecked(settings.value(settingOf("onlyShown"), false).toBool());
    m_legend->setChecked(settings.value(settingOf("legend"), true).toBool());
    m_footer->setChecked(settings.value(settingOf("footer"), true).toBool());
    m_outlines->setChecked(settings.value(settingOf("outlines"), false).toBool());
    m_transparent->setChecked(settings.value(settingOf("transparent"), false).toBool());
    m_readersTheme->setChecked(settings.value(settingOf("readersTheme"), true).toBool());
}

void ExportForm::save() const
{
    QSettings settings;
    settings.setValue(settingOf("format"), m_format->currentData());
    settings.setValue(settingOf("preset"), m_preset->currentData());
    settings.setValue(settingOf("theme"), m_theme->currentData());
    settings.setValue(settingOf("themeFile"), m_themeFile->text());
    settings.setValue(settingOf("sizing"), m_sizing->currentData());
    settings.setValue(settingOf("size"), m_size->value());
    settings.setValue(settingOf("onlyShown"), m_onlyShown->isChecked());
    settings.setValue(settingOf("legend"), m_legend->isChecked());
    settings.setValue(settingOf("footer"), m_footer->isChecked());
    settings.setValue(settingOf("outlines"), m_outlines->isChecked());
    settings.setValue(settingOf("transparent"), m_transparent->isChecked());
    settings.setValue(settingOf("readersTheme"), m_readersTheme->isChecked());
}

} // namespace entente::window
