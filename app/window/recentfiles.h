#pragma once

#include <QMenu>

namespace entente::window {

// The files opened last, newest first; kept between sessions, without those that are gone.
class RecentFiles : public QMenu
{
    Q_OBJECT

public:
    explicit RecentFiles(QWidget *parent = nullptr);
    void add(const QString &path); // bundled scenarios are left out

Q_SIGNALS:
    void chosen(const QString &path);

private:
    void refill();
};

} // namespace entente::window
