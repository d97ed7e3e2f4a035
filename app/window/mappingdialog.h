#pragma once

#include "session/dataformats.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QTableWidget;

namespace entente::window {

// Asks what the columns of a table mean: a row a column, with its header, what stands in it and what it
// means. Below is what would be read, anew after every choice.
class MappingDialog : public QDialog
{
    Q_OBJECT

public:
    // `bytes` are the table's beginning, `path` its name; `mapping` is what is chosen at first.
    MappingDialog(const QByteArray &bytes, const QString &path, const QString &mapping, QWidget *parent);

    QString mapping() const; // as in `--map`
    const QStringList &headers() const { return m_headers; }

private:
    QTableWidget *makeTable();
    QComboBox *makeMeaning(int column, const QString &chosen);
    QComboBox *makeChoice(const char *name, const QString &label, const QString &tip,
                          const QList<std::pair<QString, QString>> &choices);
    void makeOptions();
    void fill(const session::TableQuestion &question);
    void headerChanged();
    void preview();

    QByteArray m_bytes;
    QString m_path;
    QStringList m_headers;
    QStringList m_guessed;
    QTableWidget *m_columns;
    QCheckBox *m_hasHeader;
    QComboBox *m_days;
    QComboBox *m_decimals;
    QLineEdit *m_currency;
    QLabel *m_summary;
    QListWidget *m_lines;
    QPushButton *m_open = nullptr;
};

// The choices made for tables with these headers; empty where none were.
QString rememberedMapping(const QStringList &headers);
void rememberMapping(const QStringList &headers, const QString &mapping);

} // namespace entente::window
