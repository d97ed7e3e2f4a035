#pragma once

#include "session/composer.h"
#include "session/editcommand.h"
#include "session/filewatch.h"
#include "session/placecommand.h"
#include "session/recovery.h"
#include "session/redrawer.h"
#include "session/scenarioloader.h"
#include "session/session.h"
#include "session/viewstore.h"

namespace entente::session {

// What the session is made of. Reading is in sessionreading.cpp, moving in sessionplaces.cpp,
// editing in sessionediting.cpp, saving in sessionsaving.cpp.
class Session::Private
{
public:
    Private(Session *session, const picture::TextMeasure &textMeasure, const SessionOptions &options);

    // ---- sessionreading.cpp: from a path to a scenario that stands
    enum class Reason { Open, Switch, Reload };
    void read(const QString &path, Reason reason);
    void expectWithoutFile(const formats::ScenarioFile &file, const ProblemList &warnings);
    void onLoaded(Reading &reading); // takes what was read out of it
    void onComposed(Outcome<Composed> &outcome);
    void adopt(Composed composed);
    void showComposed(Composed composed);
    void forget();
    void onFileChanged();
    void tellOpened(bool keeps) const;
    void fail(const QString &sentence);
    void sayWhatChanged(const domain::Scenario &before) const;
    void setBusy(bool nowBusy, const QString &what = {});

    // ---- sessionreadings.cpp: disputed facts read otherwise than the file does
    void readAs(const analysis::Readings &next);
    domain::Scenario asRead() const;

    // ---- sessioncomparing.cpp: what is told of another scenario
    void compare(const OtherSide &with);
    void compareAgain();

    // ---- sessionplaces.cpp: where things stand
    QHash<QString, QPointF> carried(const QString &key,
                                    QPointF centre) const; // with what a thing takes along
    void move(const QString &key, QPointF centre);
    void preview(const QString &key, QPointF centre);
    void cancelPreview();
    void onArranged(const Outcome<layout::Placement> &outcome);
    struct Stood // before a step
    {
        layout::Placement placement;
        Places dragged;
    };
    void push(const QString &text, const Stood &before, bool everything);
    void restore(const Standing &standing, bool everything);
    void showPlaces(bool everything);

    // ---- sessionediting.cpp: what it says
    Outcome<formats::ScenarioFile> edited(const QList<document::Change> &changes,
                                          QList<document::Change> *back = nullptr) const;
    void make(const EditCommand::Step &step);
    void stand(formats::ScenarioFile file, const ProblemList &warnings, int revision);
    void carryPlaces(const QList<document::Change> &changes);
    void tellRevision();
    void keepUnsaved(); // for a crash, where something is
    void tellModified();
    void stopReading();

    // ---- sessionsaving.cpp: from what stands to a file
    ProblemList write(const QByteArray &bytes, const QString &to);
    ProblemList adoptSaved(const QString &from);
    void openUnsaved(const Unsaved &unsaved);

    // ---- session.cpp
    void recompose(); // after another theme: what is kept stays where it is
    // After another date, or after other readings: then nothing is taken over from the picture before.
    enum class Redating { Date, Readings };
    void redate(Redating why);
    void buildPicture(); // after what the scenario says or where it stands has changed
    // After anything else that shows: what is told of another scenario stays.
    void draw(const picture::EarlierDrawing *earlier = nullptr);
    void show(picture::Picture drawn, std::shared_ptr<const picture::SpatialIndex> indexed);
    analysis::AsOf asOfFor(const domain::Scenario &next) const;

    // ---- sessionredrawing.cpp: a large scenario at another date, through another filter, or compared
    bool redrawsLater(const OtherSide &beside) const;
    void redrawLater(const Glance &glance);
    Glance wanted() const; // what was asked for last
    void onRedrawn(Redrawn &redrawn);
    void takeWanted(); // now, since something else changes the picture as well

    Session *q;
    const picture::TextMeasure &measure;
    ScenarioLoader loader;
    Composer composer;
    Redrawer redrawer;
    FileWatch watch;
    ViewStore views;
    RecoveryStore recovery;
    QUndoStack undo;
    Editing editing;

    Composition composition;
    picture::Picture picture;
    analysis::AsOf pictureAsOf;   // when it was drawn; and through `shown`
    bool isPictureBehind = false; // something has moved since: nothing of it is taken over
    std::shared_ptr<const picture::SpatialIndex> index = std::make_shared<const picture::SpatialIndex>();
    bool isOpen = false;
    QString path;
    ProblemList problems;
    QHash<QString, QByteArray> texts;
    QList<Alternate> alternates;

    domain::Scenario asWritten; // what the file says, where `readings` is not empty
    analysis::Readings readings;
    OtherSide other;              // that the open scenario is compared with
    std::optional<Changes> since; // of it
    analysis::AsOf asOf;
    bool isAsOfSet = false; // by the user: then it stays when another scenario is switched to
    graph::Filter filter;
    graph::Subset shown;
    domain::ThingRef selection;
    QList<domain::ThingRef> highlighted;
    picture::Theme theme;

    Arrangement kept; // of all that was shown since open()
    std::optional<layout::Placement> beforePreview;
    Reason reason = Reason::Open; // of the reading that is going on
    QString attempted;            // what that reads
    QList<Alternate> pendingAlternates;
    FileStamps pendingStamps;
    Places pendingDragged;
    Editing pendingEditing;
    QString pendingRecovery;  // the file that what is being opened was kept in
    bool wasModified = false; // when last told
    bool isBusy = false;
    bool isRedrawing = false; // and busy with nothing else
};

} // namespace entente::session
