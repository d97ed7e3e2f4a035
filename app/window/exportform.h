#pragma once

#include "painting/figure.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLineEdit;

namespace entente::window {

// The choices of the export dialog, with names, keys and explanations; remembers them between uses.
class ExportForm : public QWidget
{
    Q_OBJECT

public:
    enum class ThemeChoice { Light, Dark, File };
    enum class Sizing { Scale, Dpi, Width };

    explicit ExportForm(QWidget *parent = nullptr);

    painting::FigureOptions figureOptions() const; // of a web page, those of its picture
    bool isWebPage() const;
    bool followsReadersTheme() const; // of a web page: light and dark, as its reader prefers
    QString ending() const;           // of the file's name: "png"
    ThemeChoice themeChoice() const;
    QString themeFile() const;
    bool onlyShown() const;
    bool hasLegend() const;
    bool hasFooter() const;

    void restore(); // the last choices, from QSettings
    void save() const;

Q_SIGNALS:
    void changed();
    void themeFileAsked(); // the user wants to choose one

public Q_SLOTS:
    void setThemeFile(const QString &path);

private:
    void makeControls();
    void layOutControls();
    void updateEnabled();
    void adoptSizing();
    painting::ImageOptions imageOptions() const;

    QComboBox *m_format = nullptr;
    QComboBox *m_preset = nullptr;
    QComboBox *m_theme = nullptr;
    QLineEdit *m_themeFile = nullptr;
    QComboBox *m_sizing = nullptr;
    QDoubleSpinBox *m_size = nullptr;
    QCheckBox *m_onlyShown = nullptr;
    QCheckBox *m_legend = nullptr;
    QCheckBox *m_footer = nullptr;
    QCheckBox *m_outlines = nullptr;
    QCheckBox *m_transparent = nullptr;
    QCheckBox *m_readersTheme = nullptr;
};

} // namespace entente::window
