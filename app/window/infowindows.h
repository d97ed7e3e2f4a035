#pragma once

#include <QDialog>
#include <QString>

namespace entente::window {

// The guide that comes with the program, to be read without a network: pages, back and forward, search.
class GuideWindow : public QDialog
{
    Q_OBJECT

public:
    explicit GuideWindow(QWidget *parent = nullptr);
};

// The program's version and the licences of all it is made of.
class AboutDialog : public QDialog
{
    Q_OBJECT

public:
    explicit AboutDialog(QWidget *parent = nullptr);
};

} // namespace entente::window
