#include "window/recentfiles.h"

#include <QFileInfo>
#include <QSettings>

namespace entente::window {

namespace {

const QString recentKey = QStringLiteral("files/recent");
constexpr qsizetype mostKept = 10;

QStringList stored()
{
    QStringList files = QSettings().value(recentKey).toStringList();
    files.removeIf([](const QString &path) { return !QFileInfo::exists(path); });
    return files;
}

} // namespace

RecentFiles::RecentFiles(QWidget *parent)
    : QMenu(QStringLiteral("Open &recent"), parent)
{
    setObjectName(QStringLiteral("recentFiles"));
    setAccessibleName(QStringLiteral("Open recent"));
    setToolTip(QStringLiteral("The files opened last"));
    setToolTipsVisible(true);
    connect(this, &QMenu::aboutToShow, this, &RecentFiles::refill);
    refill();
}

void RecentFiles::add(const QString &path)
{
    if (path.startsWith(u':'))
        return;
    const QString absolute = QFileInfo(path).absoluteFilePath();
    QStringList files = stored();
    files.removeAll(absolute);
    files.prepend(absolute);
    QSettings().setValue(recentKey, files.mid(0, mostKept));
    refill();
}

void RecentFiles::refill()
{
    clear();
    const QStringList files = stored();
    for (qsizetype i = 0; i < files.size(); ++i) {
        QAction *action =
            addAction(QStringLiteral("&%1 %2").arg((i + 1) % 10).arg(QFileInfo(files[i]).fileName()));
        action->setToolTip(files[i]);
        connect(action, &QAction::triggered, this, [this, path = files[i]] { Q_EMIT chosen(path); });
    }
    menuAction()->setEnabled(!files.isEmpty());
}

} // namespace entente::window
