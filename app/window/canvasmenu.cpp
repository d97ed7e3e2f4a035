#include "window/canvas.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>

#include <algorithm>

namespace entente::window {

namespace {

QString nameOf(const domain::ThingRef &thing, const domain::Scenario &scenario)
{
    if (thing.kind == domain::ThingKind::Firm)
        return scenario.nameOf(domain::FirmId(thing.id));
    const domain::Agreement *agreement = scenario.agreement(domain::AgreementId(thing.id));
    return agreement ? agreement->title : QString();
}

template <typename Receiver, typename Slot>
QAction *add(QMenu *menu, const char *name, const QString &text, Receiver *receiver, Slot slot)
{
    QAction *action = menu->addAction(text);
    action->setObjectName(QLatin1String(name));
    QObject::connect(action, &QAction::triggered, receiver, slot);
    return action;
}

void addNeighbours(QMenu *menu, session::Session &session, const domain::FirmId &firm)
{
    QMenu *hops = menu->addMenu(Canvas::tr("Show &Only What Is Near"));
    hops->setObjectName(QStringLiteral("canvasFocusMenu"));
    for (int count = 1; count <= 3; ++count) {
        const QString text =
            count == 1 ? Canvas::tr("Within &1 Agreement") : Canvas::tr("Within &%1 Agreements").arg(count);
        QAction *action = add(hops, "canvasFocus", text, &session, [&session, firm, count] {
            graph::Filter filter = session.filter();
            filter.focus = firm;
            filter.hops = count;
            session.setFilter(filter);
        });
        action->setObjectName(QStringLiteral("canvasFocus%1").arg(count));
        action->setCheckable(true);
        action->setChecked(session.filter().focus == firm && session.filter().hops == count);
    }
}

} // namespace

QMenu *Canvas::buildMenu(const domain::ThingRef &thing)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("canvasMenu"));
    if (!thing.isNone()) {
        add(menu, "canvasSelect", tr("&Select"), this, [this, thing] { m_session.select(thing); });
        add(menu, "canvasZoomTo", tr("&Zoom To"), this, [this, thing] {
            m_session.select(thing);
            zoomToSelection();
        });
        if (thing.kind == domain::ThingKind::Firm)
            addNeighbours(menu, m_session, domain::FirmId(thing.id));
        const QString name = nameOf(thing, m_session.scenario());
        if (!name.isEmpty())
            add(menu, "canvasCopyName", tr("&Copy Name"), this,
                [name] { QGuiApplication::clipboard()->setText(name); });
        menu->addSeparator();
    }
    add(menu, "canvasShowEverything", tr("Show &Everything"), this, [this] {
        m_session.setFilter({});
    })->setEnabled(!m_session.filter().isEmpty());
    add(menu, "canvasFit", tr("&Fit"), this, [this] { fit(); });
    add(menu, "canvasArrange", tr("&Arrange"), &m_session, &session::Session::arrange);
    add(menu, "canvasCopyImage", tr("Copy as &Image"), this, &Canvas::copyImageRequested);
    return menu;
}

} // namespace entente::window
