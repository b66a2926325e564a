// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chartview.h"

#include "models/items/csv.h"
#include "ui/chartaccess.h"
#include "ui/lastfolder.h"

#include <QAbstractItemModel>
#include <QAccessible>
#include <QApplication>
#include <QBuffer>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QFontInfo>
#include <QGraphicsItem>
#include <QGraphicsLayout>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QSvgGenerator>
#include <QtCharts/QChart>
#include <QtCharts/QLegend>

#include <cmath>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

namespace {

constexpr qreal PictureMargin = 12;
/// Pixels of a PNG for each pixel of the screen: sharp in print and on any display.
constexpr qreal PictureScale = 3;

/// Takes some hundred milliseconds for a wide chart. Any thread.
QByteArray pngOf(const QImage &image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

} // namespace

/// Lets the view draw on the chart's scene, so that saved pictures hold what the screen shows.
class ChartView::LayerItem final : public QGraphicsItem
{
public:
    LayerItem(ChartView *view, Layer layer)
        : QGraphicsItem(view->chart())
        , m_view(view)
        , m_layer(layer)
    {
        setZValue(layer == Layer::Beneath ? -100 : 1000);
        setAcceptedMouseButtons(Qt::NoButton);
    }

    QRectF boundingRect() const override { return m_rect; }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *) override
    {
        painter->save();
        m_view->paintLayer(m_layer, *painter);
        painter->restore();
    }
    void cover(const QRectF &rect)
    {
        if (rect != m_rect) {
            prepareGeometryChange();
            m_rect = rect;
        }
        update();
    }

private:
    ChartView *m_view;
    Layer m_layer;
    QRectF m_rect;
};

ChartView::ChartView(QWidget *parent)
    : QChartView(parent)
    , m_beneath(new LayerItem(this, Layer::Beneath))
    , m_above(new LayerItem(this, Layer::Above))
    , m_theme(Theme::of(palette()))
{
    installChartAccess();
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setRenderHint(QPainter::Antialiasing);
    setAlignment(Qt::AlignLeft | Qt::AlignTop);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    viewport()->setMouseTracking(true);
    chart()->legend()->hide();
    chart()->setBackgroundVisible(false);
    chart()->setMargins({});
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    chart()->setMinimumSize(1, 1);
    setBackgroundBrush(palette().base());
}

ChartView::~ChartView()
{
    // The scene outlives this part of the object; nothing may ask it to paint any more.
    delete m_beneath;
    delete m_above;
}

void ChartView::setModel(QAbstractItemModel *model)
{
    if (m_model == model)
        return;
    if (m_model)
        disconnect(m_model, nullptr, this, nullptr);
    m_model = model;
    if (m_model) {
        connect(m_model, &QAbstractItemModel::modelReset, this, &ChartView::markDirty);
        connect(m_model, &QAbstractItemModel::dataChanged, this, &ChartView::markDirty);
        connect(m_model, &QAbstractItemModel::rowsInserted, this, &ChartView::markDirty);
        connect(m_model, &QAbstractItemModel::rowsRemoved, this, &ChartView::markDirty);
        connect(m_model, &QAbstractItemModel::rowsMoved, this, &ChartView::markDirty);
        connect(m_model, &QAbstractItemModel::layoutChanged, this, &ChartView::markDirty);
        connect(m_model, &QObject::destroyed, this, &ChartView::markDirty);
    }
    markDirty();
}

void ChartView::setTitle(const QString &title)
{
    m_title = title;
    setAccessibleName(title);
}

void ChartView::setListName(const QString &name)
{
    m_listName = name;
}

QString ChartView::heading() const
{
    return m_title.isEmpty() || m_listName.isEmpty() ? m_title + m_listName : m_title + u" · "_s + m_listName;
}

void ChartView::setRangeText(const QString &text)
{
    m_rangeText = text;
}

void ChartView::markDirty()
{
    if (m_dirty)
        return;
    m_dirty = true;
    // A model that changes row by row costs one reading; a chart that nobody sees costs none.
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (isVisible())
                ensureRead();
        },
        Qt::QueuedConnection);
}

void ChartView::ensureRead() const
{
    if (!m_dirty)
        return;
    auto *self = const_cast<ChartView *>(this); // reading late is invisible from outside
    self->m_dirty = false;
    self->readModel();
    self->arrange();
    self->repaintLayers();
}

void ChartView::repaintLayers()
{
    const QRectF rect(QPointF(), chart()->size());
    m_beneath->cover(rect);
    m_above->cover(rect);
}

QFont ChartView::labelFont() const
{
    QFont font = tabularFigures(this->font());
    font.setPixelSize(std::max(1, QFontInfo(font).pixelSize()));
    return font;
}

QPointF ChartView::toChart(const QPoint &viewportPosition) const
{
    return chart()->mapFromScene(mapToScene(viewportPosition));
}

QRect ChartView::fromChart(const QRectF &rect) const
{
    return mapFromScene(chart()->mapRectToScene(rect)).boundingRect();
}

void ChartView::announce(const QString &text)
{
    if (text == accessibleDescription())
        return;
    setAccessibleDescription(text);
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
}

qreal ChartView::headingHeight() const
{
    const qreal line = QFontMetricsF(labelFont()).height();
    const auto lines = m_rangeText.isEmpty() ? 0 : m_rangeText.count(u'\n') + 1;
    const bool isEmpty = heading().isEmpty();
    return (isEmpty ? 0 : std::ceil(line * 1.25)) + std::ceil(line) * qreal(lines) +
           (isEmpty && m_rangeText.isEmpty() ? 0 : PictureMargin / 2);
}

QSizeF ChartView::pictureSize() const
{
    const QSizeF size = chart()->size();
    return {std::ceil(size.width()) + 2 * PictureMargin,
            std::ceil(size.height() + headingHeight()) + 2 * PictureMargin};
}

void ChartView::paintPicture(QPainter &painter) const
{
    const QSizeF size = pictureSize();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.fillRect(QRectF(QPointF(), size), palette().base());
    QFont font = labelFont();
    const qreal width = size.width() - 2 * PictureMargin;
    qreal y = PictureMargin;
    const auto line = [&](const QString &text, const QFont &face, const QColor &color, qreal height) {
        const QString fitting = QFontMetricsF(face).elidedText(text, Qt::ElideRight, width);
        painter.setFont(face);
        painter.setPen(color);
        painter.drawText(QPointF(PictureMargin, y + QFontMetricsF(face).ascent()), fitting);
        y += height;
    };
    const qreal lineHeight = QFontMetricsF(font).height();
    if (!heading().isEmpty()) {
        QFont bold = font;
        bold.setBold(true);
        bold.setPixelSize(int(std::lround(font.pixelSize() * 1.15)));
        line(heading(), bold, palette().color(QPalette::Text), std::ceil(lineHeight * 1.25));
    }
    const QStringList lines = m_rangeText.split(u'\n', Qt::SkipEmptyParts);
    for (const QString &text : lines)
        line(text, font, m_theme.muted, std::ceil(lineHeight));

    m_picture = true;
    const QRectF source(QPointF(), chart()->size());
    scene()->render(&painter, QRectF(QPointF(PictureMargin, PictureMargin + headingHeight()), source.size()),
                    chart()->mapRectToScene(source), Qt::IgnoreAspectRatio);
    m_picture = false;
}

QImage ChartView::picture() const
{
    ensureRead();
    QImage image((pictureSize() * PictureScale).toSize(), QImage::Format_RGB32);
    {
        QPainter painter(&image);
        painter.scale(PictureScale, PictureScale);
        paintPicture(painter);
    }
    const int dotsPerMeter = qRound(logicalDpiX() * PictureScale / 0.0254);
    image.setDotsPerMeterX(dotsPerMeter);
    image.setDotsPerMeterY(dotsPerMeter);
    return image;
}

QByteArray ChartView::svg() const
{
    ensureRead();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    const QSize size = pictureSize().toSize();
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    // The generator writes these two as they are; it escapes only what is drawn.
    generator.setTitle(heading().toHtmlEscaped());
    generator.setDescription(m_rangeText.toHtmlEscaped());
    // The generator writes the size in millimetres of this resolution; with the screen's, fonts keep their
    // size.
    generator.setResolution(logicalDpiX());
    generator.setSize(size);
    generator.setViewBox(QRect(QPoint(), size));
    {
        QPainter painter(&generator);
        paintPicture(painter);
    }
    return bytes;
}

void ChartView::copyPicture()
{
    auto *data = new QMimeData;
    data->setImageData(picture());
    data->setData(u"image/svg+xml"_s, svg());
    QApplication::clipboard()->setMimeData(data);
}

QByteArray ChartView::csv() const
{
    return m_model ? items::csvOf(*m_model) : QByteArray();
}

void ChartView::save(bool numbers)
{
    const QString png = tr("PNG picture (*.png)");
    const QString svg = tr("SVG drawing (*.svg)");
    const QString csv = tr("CSV table (*.csv)");
    const auto suffixOf = [&](const QString &filter) {
        return filter == csv ? u".csv"_s : filter == svg ? u".svg"_s : u".png"_s;
    };
    QString filter = numbers ? csv : png;
    const QString proposed = proposedName() + suffixOf(filter);
    QString path =
        QFileDialog::getSaveFileName(this, tr("Save the chart"), inLastFolder(proposed, FilePurpose::Save),
                                     QStringList{png, svg, csv}.join(u";;"_s), &filter);
    if (path.isEmpty())
        return;
    const auto endsWith = [&](QLatin1StringView suffix) {
        return path.endsWith(suffix, Qt::CaseInsensitive);
    };
    if (!endsWith(".png"_L1) && !endsWith(".svg"_L1) && !endsWith(".csv"_L1))
        path += suffixOf(filter);
    else if (QFileInfo(path).fileName() == proposed)
        path = path.chopped(4) +
               suffixOf(filter); // the proposed name was kept, the format may have been changed
    noteFolderOf(path, FilePurpose::Save);
    saveTo(path);
}

void ChartView::saveTo(const QString &path)
{
    FileContent content;
    if (path.endsWith(".svg"_L1, Qt::CaseInsensitive))
        content = [bytes = svg()] { return bytes; };
    else if (path.endsWith(".csv"_L1, Qt::CaseInsensitive))
        content = [bytes = csv()] { return bytes; };
    else
        content = [image = picture()] { return pngOf(image); };
    emit saveRequested(path, content);
}

void ChartView::fillMenu(QMenu &, const QPoint &) {}

void ChartView::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu(this);
    fillMenu(menu, event->pos());
    if (!menu.isEmpty())
        menu.addSeparator();
    menu.addAction(tr("&Copy picture"), this, &ChartView::copyPicture);
    menu.addAction(tr("&Save…"), this, [this] { save(); });
    menu.addSeparator();
    menu.addAction(tr("Show as &table"), this, &ChartView::tableRequested);
    menu.exec(event->globalPos());
}

void ChartView::resizeEvent(QResizeEvent *event)
{
    // Not QChartView's: it squeezes the chart into the viewport, and many bars need to scroll.
    QGraphicsView::resizeEvent(event);
    ensureRead();
    arrange();
    repaintLayers();
}

void ChartView::showEvent(QShowEvent *event)
{
    QChartView::showEvent(event);
    ensureRead();
}

void ChartView::takePalette()
{
    m_theme = Theme::of(palette());
    setBackgroundBrush(palette().base());
    applyTheme();
    repaintLayers();
}

void ChartView::changeEvent(QEvent *event)
{
    QChartView::changeEvent(event);
    switch (event->type()) {
    case QEvent::PaletteChange:
    case QEvent::StyleChange:
        takePalette();
        break;
    case QEvent::FontChange:
    case QEvent::EnabledChange:
        arrange();
        repaintLayers();
        break;
    default:
        break;
    }
}

void ChartView::focusInEvent(QFocusEvent *event)
{
    QChartView::focusInEvent(event);
    repaintLayers();
}

void ChartView::focusOutEvent(QFocusEvent *event)
{
    QChartView::focusOutEvent(event);
    repaintLayers();
}

} // namespace loredesk::ui
