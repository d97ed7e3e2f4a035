#pragma once

#include "painting/figure.h"
#include "window/exportpicture.h"

#include <QDialog>
#include <QImage>

#include <memory>

class QLabel;
class QLineEdit;
class QPushButton;

namespace entente::window {

class ExportForm;

// Writes the open scenario as a figure: PNG, SVG or PDF, fitted to a page, or as a web page; with a
// preview that follows every choice.
class ExportDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ExportDialog(session::Session &session, QWidget *parent = nullptr);
    ~ExportDialog() override;

Q_SIGNALS:
    void exported(const QString &path);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void makeFileRow();
    void makeButtons();
    void layOutControls();
    void rebuild();        // the figure, after a choice
    void refreshPreview(); // its image, after a resize
    void adoptEnding();
    void chooseFile();
    void chooseThemeFile();
    void save();
    void write(const QString &path);
    Outcome<QByteArray> content(); // of the file
    void tell(const QString &sentence, bool isError);
    QString stateOf(const picture::Picture &figure) const;
    picture::Theme chosenTheme();

    session::Session &m_session;
    ExportForm *m_form = nullptr;
    QLabel *m_preview = nullptr;
    QLabel *m_state = nullptr;
    QLineEdit *m_file = nullptr;
    QPushButton *m_browse = nullptr;
    QPushButton *m_save = nullptr;
    QString m_confirmed; // the existing file that the next press replaces
    QString m_themeProblem;
    picture::Picture m_picture;
    picture::Picture m_figure; // the picture fitted to its page
};

} // namespace entente::window
