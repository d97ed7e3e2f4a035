#include "window/figureactions.h"

#include "painting/exporting.h"
#include "painting/picturepainter.h"
#include "picture/fitting.h"
#include "picture/svgwriter.h"
#include "window/exportpicture.h"

#include <QApplication>
#include <QClipboard>
#include <QMimeData>
#include <QPainter>
#include <QPrintPreviewDialog>
#include <QPrinter>

namespace entente::window {

namespace {

constexpr double copyScale = 2;

picture::Picture shownFigure(const session::Session &session)
{
    return exportPicture(session, {session.theme(), true, true, true});
}

} // namespace

void copyAsImage(const session::Session &session)
{
    painting::ImageOptions options;
    options.scale = copyScale;
    const Outcome<QImage> image = painting::toImage(shownFigure(session), options);
    if (image)
        QApplication::clipboard()->setImage(*image.value);
}

void copyAsSvg(const session::Session &session)
{
    const QByteArray svg = picture::toSvg(shownFigure(session));
    auto *data = new QMimeData; // the clipboard takes it
    data->setData(QStringLiteral("image/svg+xml"), svg);
    data->setText(QString::fromUtf8(svg));
    QApplication::clipboard()->setMimeData(data);
}

void printOn(QPrinter &printer, const session::Session &session)
{
    QPainter painter;
    if (!painter.begin(&printer))
        return;
    const double dotsPerUnit = printer.resolution() / 96.0;
    const QSizeF page = printer.pageRect(QPrinter::DevicePixel).size() / dotsPerUnit;
    const picture::Picture figure = exportPicture(session, {picture::lightTheme(), true, true, true});
    painter.scale(dotsPerUnit, dotsPerUnit);
    painting::paintPicture(painter, picture::fitted(figure, page));
}

void printFigure(const session::Session &session, QWidget *parent)
{
    QPrinter printer(QPrinter::HighResolution);
    printer.setDocName(session.scenario().title);
    const QSizeF size = exportPicture(session, {picture::lightTheme(), true, true, true}).size;
    printer.setPageOrientation(size.width() > size.height() ? QPageLayout::Landscape : QPageLayout::Portrait);
    QPrintPreviewDialog preview(&printer, parent);
    preview.setObjectName(QStringLiteral("printPreview"));
    QObject::connect(&preview, &QPrintPreviewDialog::paintRequested, &preview,
                     [&session](QPrinter *target) { printOn(*target, session); });
    preview.exec();
}

} // namespace entente::window
