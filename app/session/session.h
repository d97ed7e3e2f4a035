#pragma once

#include "domain/thingref.h"
#include "session/alternates.h"
#include "session/composition.h"

#include <QObject>
#include <QUndoStack>

#include <memory>

namespace entente::session {

// What is open and how it is looked at. Widgets read it and send it intents; it knows no widget.
// Reading and layout go on in the background; until they are done, and if they fail, the old state stands.
class Session : public QObject
{
    Q_OBJECT

public:
    // `measure` tells text widths for the theme's font and outlives the session.
    explicit Session(const picture::TextMeasure &measure, QObject *parent = nullptr);
    ~Session() override;

    // ---- what is open
    bool isOpen() const;
    const QString &path() const;
    const domain::Scenario &scenario() const;
    const Composition &composition() const;
    const picture::Picture &picture() const;        // for the canvas: no footer, no legend, not cropped
    const ProblemList &problems() const;            // of the last read, whether it replaced the open one or not
    QByteArray sourceText(const QString &file) const; // of a file named in problems, as it was read
    QList<Alternate> alternates() const;

    // ---- how it is looked at
    const analysis::AsOf &asOf() const;
    const graph::Filter &filter() const;
    const graph::Subset &shown() const;
    const domain::ThingRef &selection() const;
    const picture::Theme &theme() const;
    QUndoStack &undoStack();
    bool isBusy() const;

    // What stands for a thing in the picture, and the other way round. A clause is shown by its agreement's pill.
    QStringList itemsOf(const domain::ThingRef &thing) const;
    domain::ThingRef thingAt(const picture::Item &item) const;

public Q_SLOTS:
    // ---- intents
    void open(const QString &path);              // forgets places and undo
    void switchTo(const QString &path);          // keeps places, date, filter and, where it still exists, the selection
    void reload();                               // likewise; also happens by itself when a file of the chain changes
    void setAsOf(const entente::analysis::AsOf &asOf);
    void setFilter(const entente::graph::Filter &filter);
    void setTheme(const entente::picture::Theme &theme);
    void select(const entente::domain::ThingRef &thing);
    void clearSelection();
    void moveTo(const QString &id, QPointF centre);      // one undoable step; equal ids in a row within a drag merge
    void previewMove(const QString &id, QPointF centre); // while dragging: lines follow, nothing is recorded
    void cancelMove();
    void arrange();                              // lays out anew; undoable
    void cancel();                               // what is going on in the background

Q_SIGNALS:
    void opened();                               // another scenario stands: graph, picture and selection are new
    void openFailed(const QString &sentence);    // problems() tell the rest; the open scenario stays
    void pictureChanged();                       // same scenario, other picture: date, filter, theme, places
    void arranged();                             // after arrange(): places changed at once, the canvas may glide
    void selectionChanged();
    void asOfChanged();
    void filterChanged();
    void themeChanged();
    void problemsChanged();
    void alternatesChanged();
    void busyChanged(bool busy, const QString &what);
    void progressed(int done, int total);
    void messageShown(const QString &sentence);  // "Settlement (hypothetical): 1 agreement added, 1 clause changed."

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace entente::session
