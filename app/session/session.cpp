#include "session/session.h"

#include "session/sessionprivate.h"
#include "session/thingitems.h"

namespace entente::session {

Session::Private::Private(Session *session, const picture::TextMeasure &textMeasure,
                          const SessionOptions &options)
    : q(session)
    , measure(textMeasure)
    , composer(textMeasure, options.layout)
    , redrawer(textMeasure)
    , watch(options.settleMilliseconds)
    , views(options.saveMilliseconds)
    , recovery(options.keepMilliseconds)
    , theme(picture::lightTheme())
{
    QObject::connect(&loader, &ScenarioLoader::loaded, q,
                     [this](const auto &reading) { onLoaded(*reading); });
    QObject::connect(&loader, &ScenarioLoader::alternatesFound, q,
                     [this](const QString &of, const auto &found) {
                         if (of != path || found == alternates)
                             return;
                         alternates = found;
                         Q_EMIT q->alternatesChanged();
                     });
    QObject::connect(&composer, &Composer::composed, q,
                     [this](const auto &outcome) { onComposed(*outcome); });
    QObject::connect(&composer, &Composer::arranged, q, [this](const auto &outcome) { onArranged(outcome); });
    QObject::connect(&composer, &Composer::progressed, q, &Session::progressed);
    QObject::connect(&loader, &ScenarioLoader::progressed, q, &Session::progressed);
    QObject::connect(&redrawer, &Redrawer::redrawn, q, [this](const auto &redrawn) { onRedrawn(*redrawn); });
    QObject::connect(&watch, &FileWatch::changed, q, [this] { onFileChanged(); });
    QObject::connect(&watch, &FileWatch::folderChanged, q, [this] { loader.findAlternates(path); });
    const auto tell = [this](const ProblemList &failed) {
        problems.append(failed);
        Q_EMIT q->problemsChanged();
    };
    QObject::connect(&views, &ViewStore::failed, q, tell);
    QObject::connect(&recovery, &RecoveryStore::failed, q, tell);
}

Session::Session(const picture::TextMeasure &measure, QObject *parent)
    : Session(measure, SessionOptions{}, parent)
{}

Session::Session(const picture::TextMeasure &measure, const SessionOptions &options, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, measure, options))
{}

Session::~Session() = default;

void Session::warmUp()
{
    d->composer.warmUp();
}

bool Session::isOpen() const
{
    return d->isOpen;
}

const QString &Session::path() const
{
    return d->path;
}

const domain::Scenario &Session::scenario() const
{
    return d->composition.file.scenario;
}

const Composition &Session::composition() const
{
    return d->composition;
}

std::shared_ptr<const picture::SpatialIndex> Session::index() const
{
    return d->index;
}

const picture::Picture &Session::picture() const
{
    return d->picture;
}

const ProblemList &Session::problems() const
{
    return d->problems;
}

QByteArray Session::sourceText(const QString &file) const
{
    return d->texts.value(file);
}

QList<Alternate> Session::alternates() const
{
    return d->alternates;
}

analysis::AsOf Session::wantedAsOf() const
{
    return d->wanted().asOf;
}

const analysis::AsOf &Session::asOf() const
{
    return d->asOf;
}

const graph::Filter &Session::filter() const
{
    return d->filter;
}

const graph::Subset &Session::shown() const
{
    return d->shown;
}

const domain::ThingRef &Session::selection() const
{
    return d->selection;
}

const picture::Theme &Session::theme() const
{
    return d->theme;
}

const picture::TextMeasure &Session::measure() const
{
    return d->measure;
}

QUndoStack &Session::undoStack()
{
    return d->undo;
}

bool Session::isBusy() const
{
    return d->isBusy;
}

QStringList Session::itemsOf(const domain::ThingRef &thing) const
{
    return session::itemsOf(thing, d->composition, d->picture);
}

const QList<domain::ThingRef> &Session::highlighted() const
{
    return d->highlighted;
}

QSet<QString> Session::itemsHighlighted() const
{
    return session::itemsLitBetween(d->highlighted, d->composition, d->picture);
}

QSet<QString> Session::itemsLitWith(const domain::ThingRef &thing) const
{
    return session::itemsLitWith(thing, d->composition, d->picture);
}

domain::ThingRef Session::thingAt(const picture::Item &item) const
{
    return thingOf(item, d->composition, d->picture);
}

QString Session::placeKeyOf(const picture::Item &item) const
{
    const graph::RelationGraph &graph = d->composition.graph;
    QString id = item.of.value(0);
    if (item.role == picture::Role::Firm && graph.firmAt.contains(domain::FirmId(id)))
        return id;
    const int agreement = graph.agreementAt.value(domain::AgreementId(id), -1);
    return item.role == picture::Role::Agreement && agreement >= 0
               ? placeKey(graph, int(graph.firms.size()) + agreement)
               : QString();
}

void Session::open(const QString &path)
{
    d->read(path, Private::Reason::Open);
}

void Session::switchTo(const QString &path)
{
    if (path.isEmpty()) // an alternate without a file is the one that is open
        return;
    d->read(path, d->isOpen ? Private::Reason::Switch : Private::Reason::Open);
}

void Session::reload()
{
    if (d->isOpen)
        d->read(d->path, Private::Reason::Reload);
}

void Session::setAsOf(const analysis::AsOf &asOf)
{
    d->isAsOfSet = true;
    const Glance wanted = d->wanted();
    if (asOf == wanted.asOf)
        return;
    if (d->redrawsLater(wanted.other))
        return d->redrawLater({asOf, wanted.filter, wanted.other});
    d->takeWanted();
    d->asOf = asOf;
    d->redate(Private::Redating::Date);
    Q_EMIT asOfChanged();
    Q_EMIT pictureChanged();
}

void Session::resetAsOf()
{
    setAsOf(analysis::defaultAsOf(scenario()));
    d->isAsOfSet = false;
}

void Session::setFilter(const graph::Filter &filter)
{
    const Glance wanted = d->wanted();
    if (filter == wanted.filter)
        return;
    if (d->redrawsLater(wanted.other))
        return d->redrawLater({wanted.asOf, filter, wanted.other});
    d->takeWanted();
    d->filter = filter;
    d->draw();
    Q_EMIT filterChanged();
    Q_EMIT pictureChanged();
}

void Session::setTheme(const picture::Theme &theme)
{
    if (theme == d->theme)
        return;
    d->theme = theme;
    d->recompose();
    Q_EMIT themeChanged();
    Q_EMIT pictureChanged();
}

void Session::select(const domain::ThingRef &thing)
{
    highlight({});
    const domain::ThingRef next = exists(thing, d->composition) ? thing : domain::ThingRef{};
    if (next == d->selection)
        return;
    d->selection = next;
    Q_EMIT selectionChanged();
}

void Session::clearSelection()
{
    select({});
}

void Session::highlight(const QList<domain::ThingRef> &things)
{
    QList<domain::ThingRef> next = things;
    next.removeIf([this](const domain::ThingRef &thing) { return !exists(thing, d->composition); });
    if (next == d->highlighted)
        return;
    d->highlighted = next;
    Q_EMIT highlightChanged();
}

void Session::moveTo(const QString &key, QPointF centre)
{
    d->move(key, centre);
}

void Session::previewMove(const QString &key, QPointF centre)
{
    d->preview(key, centre);
}

void Session::cancelMove()
{
    d->cancelPreview();
}

void Session::arrange()
{
    if (!d->isOpen)
        return;
    d->loader.cancel();
    d->setBusy(true, tr("Arranging…"));
    d->composer.arrange(d->composition);
}

void Session::cancel()
{
    d->loader.cancel();
    d->composer.cancel();
    const bool wasWanted = d->redrawer.wanted().has_value();
    d->redrawer.cancel();
    d->setBusy(false);
    if (!wasWanted)
        return;
    Q_EMIT asOfChanged(); // whoever asked for another is to show what stands
    Q_EMIT filterChanged();
    Q_EMIT comparisonChanged();
    if (d->isPictureBehind)
        d->redrawLater({d->asOf, d->filter, d->other}); // what was moved is done, and to be seen
}

void Session::saveView()
{
    d->views.flush();
}

void Session::Private::recompose()
{
    if (!isOpen)
        return;
    cancelPreview();
    takeWanted();
    composition = compose(std::move(composition.file), asOf, theme, measure);
    settle(composition, kept, views.dragged());
    kept.complete(arrangementOf(composition));
    if (!exists(selection, composition))
        q->clearSelection();
    buildPicture();
}

void Session::Private::redate(Redating why)
{
    if (!isOpen)
        return;
    cancelPreview();
    takeWanted();
    const bool wasPlain = why == Redating::Date && !since && !isPictureBehind;
    const picture::EarlierDrawing earlier{picture, pictureAsOf};
    session::redate(composition, asOf);
    if (!exists(selection, composition)) // a conflict that isn't one then
        q->clearSelection();
    compareAgain();
    draw(wasPlain && !since ? &earlier : nullptr);
}

void Session::Private::buildPicture()
{
    if (!isOpen)
        return;
    takeWanted();
    compareAgain();
    draw();
}

void Session::Private::draw(const picture::EarlierDrawing *earlier)
{
    if (!isOpen)
        return;
    const graph::Subset before = std::exchange(shown, shownOf(composition, filter));
    picture::PictureOptions options = canvasOptions();
    options.shown = shown;
    options.since = since ? &since->drawn : nullptr;
    options.earlier = shown == before ? earlier : nullptr;
    picture::Picture drawn =
        picture::buildPicture(composition.subject(), composition.placement, theme, measure, options);
    const auto indexed = std::make_shared<const picture::SpatialIndex>(drawn);
    show(std::move(drawn), indexed);
}

// Of the composition as it stands, through `shown`.
void Session::Private::show(picture::Picture drawn, std::shared_ptr<const picture::SpatialIndex> indexed)
{
    picture = std::move(drawn);
    index = std::move(indexed);
    pictureAsOf = composition.asOf;
    isPictureBehind = false;
}

// A date that the user has set is a question that stays; one that was never touched is each scenario's own.
analysis::AsOf Session::Private::asOfFor(const domain::Scenario &next) const
{
    return isAsOfSet ? asOf : analysis::defaultAsOf(next);
}

} // namespace entente::session
