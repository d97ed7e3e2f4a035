#pragma once

#include "analysis/readings.h"
#include "domain/thingref.h"
#include "picture/spatialindex.h"
#include "session/alternates.h"
#include "session/comparing.h"
#include "session/composition.h"
#include "session/editing.h"

#include <QObject>
#include <QSet>
#include <QUndoStack>

#include <memory>

namespace entente::session {

struct SessionOptions
{
    int settleMilliseconds = 250; // of quiet before a changed file is read again
    int saveMilliseconds = 1500;  // after a move, before the view file is written
    int keepMilliseconds = 800;   // after an edit, before it is kept aside for the case of a crash
    layout::LayoutLimits layout;
};

// What is open and how it is looked at. Widgets read it and send it intents; it knows no widget.
// Files are read and laid out in the background; until that is done, and if it fails, the old state stands.
// What is asked of the scenario that stands (an edit, a reading, a date of one that isn't large) answers at
// once and takes the caller's time.
class Session : public QObject
{
    Q_OBJECT

public:
    // `measure` tells text widths for the theme's font and outlives the session.
    explicit Session(const picture::TextMeasure &measure, QObject *parent = nullptr);
    Session(const picture::TextMeasure &measure, const SessionOptions &options, QObject *parent = nullptr);
    ~Session() override;

    void warmUp(); // starts the layout's worker ahead of its first use

    // ---- what is open
    bool isOpen() const;
    const QString &path() const;
    const domain::Scenario &scenario() const; // empty while nothing is open, like the next two
    const Composition &composition() const;
    const picture::Picture &picture() const; // for the canvas: no footer, no legend, not cropped
    std::shared_ptr<const picture::SpatialIndex> index() const; // of it
    const ProblemList &problems() const; // of the last read, whether it replaced the open one or not
    QByteArray sourceText(const QString &file) const; // of a file named in problems, as it was read
    QList<Alternate> alternates() const;

    // ---- how it is edited
    bool isModified() const; // there are edits that are in no file
    // save() can write it: it is neither new, nor one that comes with the program, nor of a foreign format.
    bool hasOwnFile() const;
    bool isOutdated() const; // its file has changed since it was read: saving would undo that
    bool isOverlay() const;
    const document::Document &document() const;
    // What reading it would say if the changes were made, errors and warnings.
    ProblemList check(const QList<document::Change> &changes) const;

    // ---- how it is looked at
    const domain::Scenario &asWritten() const; // without the readings that the user chose
    const analysis::Readings &readings() const;
    QString comparedWith() const; // a path; empty for none, or for the open scenario itself
    // The date that the other side is looked at, where it is not this side's.
    const std::optional<analysis::AsOf> &comparedAsOf() const;
    const domain::Scenario *comparedScenario() const; // null while nothing is compared
    const std::optional<Changes> &changes() const;    // as the picture shows them
    const analysis::AsOf &asOf() const;               // of what is drawn
    analysis::AsOf wantedAsOf() const; // that was asked for last, and is being drawn where it is another
    const graph::Filter &filter() const;
    const graph::Subset &shown() const;
    const domain::ThingRef &selection() const;
    const QList<domain::ThingRef> &highlighted() const;
    const picture::Theme &theme() const;
    const picture::TextMeasure &measure() const;
    QUndoStack &undoStack();
    bool isBusy() const;

    // What stands for a thing in the picture, and the other way round. A clause is shown by its agreement's
    // pill.
    QStringList itemsOf(const domain::ThingRef &thing) const;
    QSet<QString> itemsLitWith(const domain::ThingRef &thing) const; // it and all that it is tied to
    QSet<QString> itemsHighlighted() const; // those things, the lines between them and the areas around them
    domain::ThingRef thingAt(const picture::Item &item) const;
    // What moveTo() calls it: empty for what can't be moved (lines, areas, marks).
    QString placeKeyOf(const picture::Item &item) const;

    // Makes the edit, one undoable step; what is new is placed, nothing else moves. Where the scenario would
    // no longer be sound, nothing is changed and the errors say why.
    ProblemList apply(const Edit &edit);
    // Write strict JSON at once or not at all; errors say why not. An overlay stays one: only its differences
    // are written.
    ProblemList save();
    ProblemList saveAs(const QString &path); // whole, without what it extends
    // Only what differs from what the open overlay extends, or from the open scenario as its file has it. A
    // base that comes with the program is copied beside it. The amendments are made in what is saved.
    ProblemList saveAsOverlay(const QString &path, const OverlayHeading &heading,
                              const analysis::Amendments &amendments = {});

public Q_SLOTS:
    // ---- intents; a large scenario takes another date, filter or comparison a while later, when
    // asOfChanged(), filterChanged() or comparisonChanged() tell
    void newScenario();
    void recover(const QString &recoveryFile); // opens what a crash has left, as unsaved
    void open(const QString &path);            // forgets places and undo
    // How the table at a path is read from now on, as in `--map`; open() then reads it.
    void setMapping(const QString &path, const QString &mapping);
    // Opens a table of text, pasted or otherwise without a file, as unsaved.
    entente::ProblemList openTable(const QByteArray &text, const QString &mapping);
    // Keeps places, filter, the date if it was set, and, where it still exists, the selection.
    void switchTo(const QString &path);
    void reload(); // likewise; also happens by itself when a file of the chain changes
    void setAsOf(const entente::analysis::AsOf &asOf);
    void resetAsOf(); // to the scenario's own
    // How a disputed fact is to be read, by its JSON Pointer: agreed, open (disputed) or rejected. The
    // scenario is then hypothetical. Readings end when another scenario is opened or switched to.
    void setReading(const QString &fact, entente::domain::Reading reading);
    void resetReadings();
    // Shows what the open scenario changes of another: ghosts for what is gone, words beside what is new or
    // changed. An empty path ends it. Errors where the other can't be read; nothing changes then.
    ProblemList compareWith(const QString &path);
    // The same of the open scenario at another date: what holds then and not now, or now and not then.
    void compareWithDate(const entente::analysis::AsOf &then);
    void setFilter(const entente::graph::Filter &filter);
    void setTheme(const entente::picture::Theme &theme);
    void select(const entente::domain::ThingRef &thing); // what isn't in the scenario clears the selection
    void clearSelection();
    // Firms and agreements to stand out together until something is selected; none ends it.
    void highlight(const QList<entente::domain::ThingRef> &things);
    void moveTo(const QString &key, QPointF centre);      // one undoable step
    void previewMove(const QString &key, QPointF centre); // while dragging: lines follow, nothing is recorded
    void cancelMove();
    void arrange();  // lays out anew; undoable
    void cancel();   // what is going on in the background
    void saveView(); // now, instead of a while after the last move

Q_SIGNALS:
    void viewReset();                         // just before opened(), by open() only: the view is to fit it
    void opened();                            // another scenario stands: graph, picture and selection are new
    void openFailed(const QString &sentence); // problems() tell the rest; the open scenario stays
    void modifiedChanged(bool modified);
    void changedOnDisk();  // while there are unsaved edits: reload() would lose them
    void pictureChanged(); // same scenario, other picture: date, filter, theme, places
    void arranged();       // just before pictureChanged(), where everything moved: it may glide
    void selectionChanged();
    void highlightChanged();
    void asOfChanged();
    void comparisonChanged();
    void readingsChanged(); // what conflicts and holds is new; pictureChanged() follows
    void filterChanged();
    void themeChanged();
    void problemsChanged();
    void alternatesChanged();
    void busyChanged(bool busy, const QString &what);
    void progressed(int done, int total);
    void messageShown(
        const QString &sentence); // "Settlement (hypothetical): 1 agreement added, 1 clause changed."

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace entente::session
