#pragma once

#include "document/document.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

namespace entente::test {

// Fills forms by the object names of their controls, as a hand would: it types, chooses and presses buttons.
class FormDriver
{
public:
    static QWidget *form() { return QApplication::activeModalWidget(); }

    static void accept()
    {
        QWidget *dialog = form();
        press(dialog, QStringLiteral("okButton"));
        QVERIFY2(!dialog->isVisible(), qPrintable(complaints(dialog)));
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }

    // What the format says, given to the form that is open.
    static void fill(const document::Value &thing)
    {
        QWidget *dialog = form();
        for (const document::Member &member : thing.members()) {
            if (member.key != QLatin1String("parties"))
                fillField(dialog, member.key, member.value);
        }
        if (const document::Value *parties = thing.find(u"parties"))
            fillParties(dialog, *parties);
    }

    // What the form for a new firm asks for.
    static void fillFirm(const QString &name)
    {
        document::Value firm = document::Value::object();
        firm.set(QStringLiteral("name"), document::Value::string(name));
        firm.set(QStringLiteral("kind"), document::Value::string(QStringLiteral("company")));
        fill(firm);
    }

    static void typeId(const QString &id)
    {
        QWidget *field = form()->findChild<QWidget *>(QStringLiteral("idField"));
        if (auto *box = qobject_cast<QComboBox *>(field)) {
            box->setEditText(id);
            return;
        }
        auto *line = qobject_cast<QLineEdit *>(field);
        line->selectAll();
        QTest::keyClicks(line, id);
    }

    static void press(QWidget *dialog, const QString &name)
    {
        auto *button = dialog->findChild<QPushButton *>(name);
        QVERIFY2(button, qPrintable(name));
        QTest::mouseClick(button, Qt::LeftButton);
    }

private:
    static QString complaints(QWidget *dialog)
    {
        QStringList texts{dialog->windowTitle()};
        for (const QLabel *label : dialog->findChildren<QLabel *>()) {
            if (label->objectName().endsWith(QLatin1String("Problem")) ||
                label->objectName() == QLatin1String("formProblems"))
                texts.append(label->text());
        }
        return texts.join(u'\n');
    }

    static void fillField(QWidget *dialog, const QString &key, const document::Value &value)
    {
        if (value.isNull())
            return;
        const document::Value *inner = value.find(u"value");
        QWidget *control = dialog->findChild<QWidget *>(key + QStringLiteral("Field"));
        if (dialog->findChild<QWidget *>(key + QStringLiteral("List"))) {
            fillList(dialog, key, value);
        } else if (control && inner) {
            typeInto(control, *inner);
            press(dialog, key + QStringLiteral("Sources"));
            fillList(form(), QStringLiteral("cites"), *value.find(u"cites"));
            accept();
        } else if (control) {
            typeInto(control, value);
        } else {
            press(dialog, key + QStringLiteral("Edit"));
            document::Value text = document::Value::object();
            text.set(QStringLiteral("text"), value);
            fill(value.isObject() ? value : text);
            accept();
        }
    }

    static void fillList(QWidget *dialog, const QString &key, const document::Value &map)
    {
        for (const document::Member &member : map.members()) {
            press(dialog, key + QStringLiteral("Add"));
            QVERIFY(form() != dialog);
            fill(member.value);
            typeId(member.key);
            accept();
        }
    }

    static void fillParties(QWidget *dialog, const document::Value &parties)
    {
        for (size_t i = 0; i < parties.items().size(); ++i) {
            press(dialog, QStringLiteral("partiesAdd"));
            const document::Value &party = parties.items()[i].value;
            for (const char *what : {"Firm", "Role"}) {
                const QString name = QStringLiteral("party%1%2").arg(QLatin1String(what)).arg(i);
                const QString key = QString::fromLatin1(what).toLower();
                dialog->findChild<QComboBox *>(name)->setEditText(party.find(key)->text());
            }
        }
    }

    static QString pageOf(const document::Value &value)
    {
        QStringList lines;
        for (const document::Member &member : value.members())
            lines.append(value.isArray() ? member.value.text()
                                         : member.key + QStringLiteral(": ") + member.value.text());
        return value.members().empty() ? value.text() : lines.join(u'\n');
    }

    static void typeInto(QWidget *control, const document::Value &value)
    {
        if (auto *line = qobject_cast<QLineEdit *>(control)) {
            line->selectAll();
            line->insert(value.text());
        } else if (auto *page = qobject_cast<QPlainTextEdit *>(control)) {
            page->selectAll();
            page->insertPlainText(pageOf(value));
        } else if (auto *check = qobject_cast<QCheckBox *>(control)) {
            check->setChecked(value.truth());
        } else if (auto *box = qobject_cast<QComboBox *>(control)) {
            const QString word = value.isBoolean()
                                     ? (value.truth() ? QStringLiteral("true") : QStringLiteral("false"))
                                     : value.text();
            if (box->isEditable())
                box->setEditText(word);
            else
                box->setCurrentIndex(box->findData(word));
        }
    }
};

} // namespace entente::test
